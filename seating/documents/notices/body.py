"""The text of a Chinese notice, written by the user or put together from the event (正文)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from seating.documents.notices.keys import AgendaKeys, ContactKeys, NoticeKeys, RequirementKeys
from seating.documents.notices.markdown import Numbering, blocks_of, blocks_of_list, heading
from seating.documents.notices.seats import attending
from seating.documents.notices.when import day, period
from seating.documents.official.model import Block, Paragraph, Span
from seating.facts.book import Book
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.people import Person
from seating.facts.text import Text

REQUIREMENTS: dict[str, Text] = {
    "arrival": Text("报到", "Registration"),
    "leave": Text("请假", "Leave"),
    "dress": Text("着装", "Dress"),
    "materials": Text("材料", "Papers"),
    "conduct": Text("会风会纪", "Conduct"),
    "parking": Text("停车", "Transport and parking"),
    "lodging": Text("食宿", "Meals and rooms"),
}
"""Headings of the requirements, in the order in which they are printed."""

MOST_UNITS = 40
"""More units than this are counted, not listed."""

_HOLD = (("仪式", "举行"), ("典礼", "举行"), ("论坛", "举办"), ("培训班", "举办"), ("活动", "举办"))
_FILE_ENDINGS = (".md", ".txt")


def verb(title: str) -> str:
    """Return the verb that goes with an event: 召开会议, 举行仪式, 举办论坛."""
    return next((word for end, word in _HOLD if title.endswith(end)), "召开")


def user_blocks(book: Book, texts: tuple[str, ...], default: str, key: str) -> tuple[Block, ...]:
    """Return the text that the user wrote, or ``()`` if there is none.

    Args:
        book: names the event folder.
        texts: paragraphs, or the name of one Markdown file.
        default: the file read when nothing is given.
        key: the key of ``texts``, for messages.

    Raises:
        BadInputError: a file that was named does not exist or is no UTF-8 text.
    """
    if len(texts) == 1 and texts[0].endswith(_FILE_ENDINGS) and "\n" not in texts[0]:
        return blocks_of(read_text(book, texts[0], key))
    if texts:
        return blocks_of_list(texts)
    folder = book.folder or book.event.folder
    if folder and (Path(folder) / default).is_file():
        return blocks_of(read_text(book, default, key))
    return ()


def read_text(book: Book, name: str, key: str) -> str:
    """Return a text file of the event folder."""
    path = Path(book.folder or book.event.folder or ".") / name
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        message = Text(f"没有文件“{name}”。", f"there is no file {name!r}.")
    except (UnicodeDecodeError, OSError):
        message = Text(f"“{name}”不是 UTF-8 文本。", f"{name!r} is not readable UTF-8 text.")
    raise BadInputError([Fault(where=Where(file="event.toml", key=key), message=message)])


def event_blocks(book: Book, keys: NoticeKeys) -> tuple[Block, ...]:
    """Put the text together: why, when, where, who, agenda, requirements, contact."""
    event = book.event
    title = event.title.zh
    when = f"定于{day(event.start).zh.partition('（')[0]}" if event.start else "决定"
    why = keys.purpose.rstrip("，。") or "经研究"
    blocks: list[Block] = [_plain(f"{why}，{when}{verb(title)}{title}。现将有关事项通知如下：")]
    numbering = Numbering()

    def section(name: str, matter: Iterable[Block]) -> None:
        listed = list(matter)
        if listed:
            blocks.append(heading(1, numbering.next(1), name))
            blocks.extend(listed)

    if event.start:
        section("会议时间", [_plain(period(event.start, event.end).zh)])
    if event.place.zh:
        section("会议地点", [_plain(event.place.zh.rstrip("。") + "。")])
    section("参会人员", participants(book, keys))
    section("会议议程", agenda(keys.agenda))
    section("有关要求", requirements(keys.requirements, numbering))
    section("联系方式", [_plain(f"{contact_words(c)}。") for c in keys.contact])
    return tuple(blocks)


def participants(book: Book, keys: NoticeKeys) -> list[Block]:
    """Say who comes: the user's words, or counts by group and unit from the roster."""
    if keys.participants:
        return list(blocks_of_list(keys.participants))
    people = attending(book)
    if not people:
        return []
    groups: dict[str, list[Person]] = {}
    for person in people:
        groups.setdefault(person.group, []).append(person)
    if len(groups) == 1:
        return [_plain(f"{_by_unit(book, people)}共{len(people)}人。")]
    numbering = Numbering()
    found: list[Block] = []
    for name, members in groups.items():
        label = f"{name or '其他人员'}（{len(members)}人）。"
        rest = _by_unit(book, members).rstrip("，")
        spans = (Span(numbering.next(2) + label, "kai"), Span(rest + "。" if rest else ""))
        found.append(Paragraph(tuple(span for span in spans if span.text)))
    return [*found, _plain(f"以上共{len(people)}人。")]


def _by_unit(book: Book, people: list[Person]) -> str:
    counts = Counter(person.unit for person in people if person.unit)
    if not counts:
        return ""
    if len(counts) > MOST_UNITS:
        return f"{len(counts)}个单位，"
    order = {name: unit.order or len(book.units) for name, unit in book.units.items()}
    listed = sorted(counts, key=lambda name: order.get(name, len(order) + 1))
    return "".join(f"{name}{counts[name]}人，" for name in listed)


def agenda(items: tuple[AgendaKeys, ...]) -> list[Block]:
    """Return the agenda as numbered paragraphs."""
    found: list[Block] = []
    for number, item in enumerate(items, 1):
        aside = "，".join(filter(None, (item.who, item.time)))
        end = "；" if number < len(items) else "。"
        words = item.text.rstrip("；。") + (f"（{aside}）" if aside else "")
        found.append(_plain(f"{number}.{words}{end}"))
    return found


def requirements(keys: RequirementKeys, numbering: Numbering) -> list[Block]:
    """Return the requirements, each with its heading run into the paragraph."""
    found: list[Block] = []
    for name, label in REQUIREMENTS.items():
        text: str = getattr(keys, name)
        if text:
            spans = (Span(f"{numbering.next(2)}{label.zh}。", "kai"), Span(_stop(text)))
            found.append(Paragraph(spans))
    found += [_plain(numbering.next(2) + _stop(text)) for text in keys.other]
    return found


def contact_words(contact: ContactKeys) -> str:
    """Return a contact: 联系人：×××，电话：×××，邮箱：×××."""
    parts = [
        contact.text.rstrip("。"),
        f"联系人：{contact.name}" if contact.name else "",
        f"电话：{contact.phone}" if contact.phone else "",
        f"邮箱：{contact.email}" if contact.email else "",
    ]
    return "，".join(part for part in parts if part)


def _plain(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def _stop(text: str) -> str:
    return text if text.endswith(("。", "；", "！", "）")) else text + "。"
