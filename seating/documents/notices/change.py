"""The later notice that something has changed: 调整、延期、取消、更正 (变更通知的内容)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from seating.documents.notices.body import contact_words, heading_of, plain, verb
from seating.documents.notices.files import own_blocks
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.markdown import Numbering, heading
from seating.documents.notices.parts_keys import ChangeKeys
from seating.documents.notices.seats import unit_name
from seating.documents.notices.when import day, period
from seating.documents.notices.whole import default_title, frame, marks_of, names_of
from seating.documents.official.model import Attachment, Block, Imprint, Official, Table
from seating.documents.official.title import turn
from seating.documents.words import name_of, sitting_title
from seating.facts.book import Book
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.text import Language, Text

_SEATS = {
    "zh": ("序号", "姓名", "单位", "会议", "原座位", "现座位"),
    "en": ("No.", "Name", "Unit", "Sitting", "Old seat", "New seat"),
}
_TOLD = "请各单位及时转告参会人员。"


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that has changed: a heading and what is said of it."""

    title: str
    blocks: tuple[Block, ...]


def announced(book: Book) -> bool:
    """Whether a change is to be announced: one is written down, or seats once announced moved."""
    table: Any = book.event.tables.get("notice", {})
    if not isinstance(table, Mapping):
        return False
    told = bool(table.get("seats") or table.get("personal"))
    return "change" in table or (told and any(book.changes.values()))


def as_announced(book: Book, keys: NoticeKeys) -> Book:
    """Return the event as the first notice told it: with the old time and the old place.

    So the first notice, printed again, does not claim what only the later one says.  An end
    that is not given lies as long after the old beginning as it does now.
    """
    change, event = keys.change, book.event
    if change is None:
        return book
    start, end, place = event.start, event.end, event.place
    if change.start_was:
        if start and end:
            end = change.start_was + (end - start)
        start = change.start_was
    end = change.end_was or end
    if change.place_was:
        place = Text(change.place_was, change.place_was_en or change.place_was)
    return replace(book, event=replace(event, start=start, end=end, place=place))


def changed(book: Book, keys: NoticeKeys) -> Official:
    """Return the notice of a change.

    Raises:
        BadInputError: nothing has changed.
    """
    change = keys.change or ChangeKeys()
    tables = [seats_table(book, "zh")] if change.seats and any(book.changes.values()) else []
    note = keys.note or "；".join(map(contact_words, keys.contact))
    return replace(
        frame(book, keys),
        number=change.number,
        title=turn(change.title or _title(book, keys, change), names_of(book, keys)),
        body=tuple(_body(book, keys, change, bool(tables))),
        attachments=tuple(
            Attachment(f"{book.event.title.zh}座位变动表", (table,)) for table in tables
        ),
        date=change.date,
        note=note,
        imprint=Imprint(keys.copies, keys.print_office, change.date if keys.print_date else None),
    )


def _title(book: Book, keys: NoticeKeys, change: ChangeKeys) -> str:
    issuers = keys.issuer or marks_of(book, keys)
    issuer = issuers[0] if len(issuers) == 1 else ""
    event = book.event.title.zh
    if change.kind == "更正":
        return f"{issuer}关于更正{event}通知有关内容的通知"
    if change.kind == "取消":
        return f"{issuer}关于取消{event}的通知"
    if change.kind == "延期":
        return f"{issuer}关于{event}延期的通知"
    what = _subject(change)
    return f"{issuer}关于调整{event}{what or '有关事项'}的通知"


def _subject(change: ChangeKeys) -> str:
    """Say what is changed in one phrase: 时间, 地点, 时间和地点; ``""`` for anything else."""
    named = (("时间", change.start_was or change.end_was), ("地点", change.place_was))
    used = [word for word, was in named if was]
    return "和".join(used) if used and not change.text else ""


def cited(book: Book, keys: NoticeKeys) -> str:
    """Return title and number of the notice that is changed: 《……的通知》（清办〔2026〕47号）."""
    issuers = keys.issuer or marks_of(book, keys)
    title = (keys.title or default_title(book, issuers)).replace("\n", "")
    return f"《{title}》" + (f"（{keys.number}）" if keys.number else "")


def _body(book: Book, keys: NoticeKeys, change: ChangeKeys, seats: bool) -> list[Block]:
    reason = change.reason.rstrip("，。") or "因工作需要"
    source = cited(book, keys)
    title = book.event.title.zh
    if change.kind == "取消":
        start = change.start_was
        was = f"原定于{day(start).zh.partition('（')[0]}{verb(title)}的" if start else ""
        number = f"（通知见{keys.number}）" if keys.number else ""
        more = own_blocks(book, change.text, "notice.change.text")
        first = f"{reason}，经研究，决定取消{was}{title}{number}。"
        return [plain(first), *more, plain(_TOLD)]
    if change.kind == "更正":
        more = own_blocks(book, change.text, "notice.change.text")
        return [plain(f"{source}有关内容更正如下："), *more, plain(f"特此更正。{_TOLD}")]
    matters = _matters(book, keys, change, seats)
    if not matters:
        raise BadInputError([_nothing()])
    late = change.kind == "延期"
    what = f"决定{title}延期{verb(title)}" if late else f"决定对{title}有关安排作出调整"
    found: list[Block] = [
        plain(f"{source}印发后，{reason}，经研究，{what}。现将有关事项通知如下：")
    ]
    numbering = Numbering()
    for matter in matters:
        if len(matters) > 1:
            found.append(heading(1, numbering.next(1), matter.title))
        found += matter.blocks
    return [*found, plain(f"其他事项仍按原通知执行。{_TOLD}")]


def _matters(book: Book, keys: NoticeKeys, change: ChangeKeys, seats: bool) -> list[Matter]:
    event = book.event
    time, place = (heading_of(name, event.title.zh) for name in ("time", "place"))
    found: list[Matter] = []
    later = event.start is not None and event.start != change.start_was
    if change.kind == "延期" and not later:
        found.append(Matter(time, (plain("具体时间另行通知。"),)))
    elif event.start and (change.start_was or change.end_was):
        was = period(change.start_was or event.start, change.end_was, lasting=False).zh.rstrip("。")
        now = period(event.start, event.end if change.end_was else None, lasting=False).zh
        found.append(Matter(time, (plain(f"由{was}调整为{now}"),)))
    if change.place_was:
        now = event.place.zh.rstrip("。")
        found.append(Matter(place, (plain(f"由{change.place_was}调整为{now}。"),)))
    own = own_blocks(book, change.text, "notice.change.text")
    if own:
        found.append(Matter("其他事项", own))
    if seats:
        words = "部分参会人员的座位有变动（见附件），请按变动后的座位就座。"
        found.append(Matter("座位安排", (plain(words),)))
    if len(found) == 1 and found[0].blocks and found[0].title in (time, place):
        only = found[0]
        first = only.blocks[0]
        if not isinstance(first, Table) and first.text.startswith("由"):
            return [Matter(only.title, (plain(only.title + first.text), *only.blocks[1:]))]
    return found


def seats_table(book: Book, language: Language) -> Table:
    """Return everybody whose place changed, by precedence, with the old and the new place."""
    rank = {person: number for number, person in enumerate(book.order)}
    moves = [
        (rank.get(change.person, len(rank)), number, sitting, change)
        for number, (sitting, changes) in enumerate(
            (s, book.changes.get(s, ())) for s in book.sittings
        )
        for change in changes
        if change.person in book.people
    ]
    rows = []
    for _, _, sitting, change in sorted(moves, key=lambda move: move[:2]):
        person, one = book.people[change.person], book.sittings[sitting]
        labels = []
        for place in (change.old, change.new):
            known = one.layout.by_id.get(place or "")
            labels.append((known.label.to(language) or known.label.zh) if known else "—")
        rows.append(
            (
                name_of(person, language),
                unit_name(book, person.unit, language),
                sitting_title(one, language),
                *labels,
            )
        )
    several = len({row[2] for row in rows}) > 1
    shown = [0, 1, 2, 3, 4, 5] if several else [0, 1, 2, 4, 5]
    full = [(str(number), *row) for number, row in enumerate(rows, 1)]
    head = _SEATS[language]
    return Table(tuple(head[i] for i in shown), tuple(tuple(row[i] for i in shown) for row in full))


def _nothing() -> Fault:
    return Fault(
        where=Where(file="event.toml", key="notice.change"),
        message=Text("没有写什么有变动。", "does not say what has changed."),
        advice=Text(
            "写原定的时间（start_was）、地点（place_was）或其他变动（text）；"
            "新的时间、地点写在 [event] 里。",
            "Give the old time (start_was), the old place (place_was) or other changes (text); "
            "the new ones stand in [event].",
        ),
    )
