"""One page for one person or unit: when, where, and everything arranged (参会安排)."""

from __future__ import annotations

from collections.abc import Sequence

from seating.documents.notices.body import REQUIREMENTS, contact_words, plain, stop, verb
from seating.documents.notices.english_body import Letter, Line, contact_lines, name
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.personal import (
    LABELS,
    UNITS,
    arranged,
    salutation,
    table_of,
)
from seating.documents.notices.seats import Reader, unit_name
from seating.documents.notices.when import clock, day, period
from seating.documents.official.model import Block, Official, Paragraph, Span, Table
from seating.documents.official.title import turn
from seating.facts.book import Book

_WEIGHTS = (1.0, 4.2)
_TOLD = tuple(key for key in REQUIREMENTS if key != "leave")


def slip(
    book: Book, keys: NoticeKeys | None, reader: Reader, show: Sequence[str], notes: int
) -> Official:
    """Return the page for one reader, in Chinese.

    Args:
        book: the event and its plan.
        keys: the table ``[notice]``, if there is one: requirements, contact, date.
        reader: whom it is for.
        show: what it tells.
        notes: how many of the requirements to repeat, the first ones first.
    """
    event = book.event
    listed = arranged(book, "zh", reader.people, show)
    blocks: list[Block] = [plain(_opening(book, reader.single))]
    if len(listed) == 1:
        who = () if reader.single else (("姓名", listed[0].person.name),)
        rows = (*who, *((LABELS[key].zh, words) for key, words in listed[0].items))
        blocks += [Table((), rows, _WEIGHTS, left=(1,))] if rows else []
    elif listed:
        blocks.append(table_of(listed, "zh"))
    if notes and keys:
        blocks += _notes(keys, notes)
    contact = "；".join(map(contact_words, keys.contact)) if keys else ""
    issuer = (keys.issuer or keys.mark[:1]) if keys else ()
    return Official(
        title=turn(f"{event.title.zh}参会安排", [event.title.zh]),
        addressees=(salutation(book.people[reader.people[0]]) if reader.single else reader.key,),
        body=tuple(blocks),
        issuers=issuer or ((event.organiser.zh,) if event.organiser.zh else ()),
        sealed=False,
        date=keys.date if keys else None,
        dated=keys is not None,
        numbered=False,
        note=contact,
    )


def _opening(book: Book, single: bool) -> str:
    event = book.event
    when = ""
    if event.start:
        hour = clock(event.start) if event.start.hour or event.start.minute else ""
        when = f"定于{day(event.start).zh}{hour}"
    where = f"在{event.place.zh.rstrip('。')}" if event.place.zh else ""
    held = f"{event.title.zh}{when}{where}{verb(event.title.zh)}，"
    if single:
        return f"{held}请您准时出席。有关安排如下："
    return f"{held}请你单位参会人员准时出席。有关安排如下："


def topics(keys: NoticeKeys | None) -> int:
    """Return how many requirements there are to repeat."""
    if keys is None:
        return 0
    said = [key for key in _TOLD if str(getattr(keys.requirements, key))]
    return len(said) + len(keys.requirements.other)


def _notes(keys: NoticeKeys, most: int) -> list[Block]:
    """Return the first requirements in one paragraph, so that the page is enough."""
    found: list[tuple[Span, ...]] = []
    for key in _TOLD:
        words = str(getattr(keys.requirements, key))
        if words:
            found.append((Span(f"{REQUIREMENTS[key].zh}：", "kai"), Span(stop(words))))
    found += [(Span(stop(words)),) for words in keys.requirements.other]
    spans = tuple(span for one in found[:most] for span in one)
    return [Paragraph(spans)] if spans else []


def slip_letter(
    book: Book, keys: NoticeKeys | None, reader: Reader, show: Sequence[str], notes: bool
) -> Letter:
    """Return the page for one reader, in English."""
    event = book.event
    listed = arranged(book, "en", reader.people, show)
    issuer = keys.issuer_en if keys else ()
    found = Letter(
        issuer or ((name(event.organiser),) if name(event.organiser) else ()),
        (),
        "",
        (_reader(book, reader),),
        f"Your arrangements for the {name(event.title)}",
        signed=False,
    )
    if event.start:
        found.body += [("heading", "Time"), ("text", period(event.start, event.end).en)]
    if name(event.place):
        found.body += [("heading", "Place"), ("text", name(event.place).rstrip(".") + ".")]
    if reader.single:
        found.body += [
            line
            for key, words in (listed[0].items if listed else ())
            for line in (("heading", LABELS[key].en), ("text", words))
        ]
    if notes and keys:
        lines = _notes_en(keys)
        found.body += [("heading", "Please note"), *lines] if lines else []
    contacts = contact_lines(keys) if keys else []
    found.body += [("heading", "Contact"), *contacts] if contacts else []
    if listed and not reader.single:
        found.body.append(("heading", UNITS.en))
        found.tables.append(table_of(listed, "en"))
    return found


def _notes_en(keys: NoticeKeys) -> list[Line]:
    wanted = keys.requirements
    texts = {key: str(getattr(wanted, f"{key}_en")) for key in _TOLD}
    said = [f"{REQUIREMENTS[key].en}: {words}" for key, words in texts.items() if words]
    return [("item", words) for words in (*said, *wanted.other_en)]


def _reader(book: Book, reader: Reader) -> str:
    if not reader.single:
        return unit_name(book, reader.key, "en")
    person = book.people[reader.people[0]]
    return person.name_en or person.name
