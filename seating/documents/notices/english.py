"""What an English notice says; Chinese stays only in names without English (英文通知内容)."""

from __future__ import annotations

import re

from seating.documents.lettering import is_han
from seating.documents.notices.english_body import Letter, Line, assembled, english, lines_of, name
from seating.documents.notices.files import own_blocks
from seating.documents.notices.keys import SUPERSEDED, NoticeKeys
from seating.documents.notices.personal import LABELS, MOST_LISTED, UNITS, YOURS, arranged, table_of
from seating.documents.notices.reply import reply_sentence, reply_table
from seating.documents.notices.seats import Reader, seats_of, unit_name
from seating.documents.official.model import Table
from seating.facts.book import Book
from seating.facts.text import Text, plain

SECRECY = {"绝密": "TOP SECRET", "机密": "SECRET", "秘密": "CONFIDENTIAL"}
URGENCY = {"特急": "MOST URGENT", "加急": "URGENT"}
STATUS = {"草稿": "Draft", "征求意见稿": "Draft for comment", "送审稿": "Draft for approval"}

_NUMBER = re.compile(r".*〔(\d{4})〕(\d+)号")


def reference(number: str) -> str:
    """Return a document number in English: No. 47 of 2026."""
    found = _NUMBER.fullmatch(number)
    return f"No. {found[2]} of {found[1]}" if found else ""


def frame(book: Book, keys: NoticeKeys) -> Letter:
    """Return what the notice shares with a later one about its changes: head and signature."""
    event = book.event
    issuer = keys.issuer_en or ((name(event.organiser),) if name(event.organiser) else ())
    level = SECRECY.get((keys.classification or event.classification)[:2], "")
    copy = f"Copy {keys.copy_number}" if keys.copy_number else ""
    marks = tuple(filter(None, (copy, level, URGENCY.get(keys.urgency, ""))))
    found = Letter(
        issuer,
        marks,
        reference(keys.number),
        keys.addressees_en or ("All units concerned",),
        keys.title_en or f"Notice of the {name(event.title)}",
        copies=tuple(c for c in keys.copies_en if c),
        note=keys.note_en,
    )
    if any(map(is_han, name(event.title))):
        found.missing.append(
            Text("event.title_en 没有英文。", "event.title_en: the event has no English title.")
        )
    for key, zh, en in (
        ("note", keys.note, keys.note_en),
        ("copies", keys.copies, keys.copies_en),
    ):
        if zh and not en:
            found.lack(key)
    return found


def letter(book: Book, keys: NoticeKeys, reader: Reader | None = None) -> Letter:
    """Return the notice in English, for everybody or for one reader."""
    found = frame(book, keys)
    if keys.superseded_by or keys.status == SUPERSEDED:
        found.across = "SUPERSEDED"
    if keys.status in STATUS:
        found.marks = (*found.marks, STATUS[keys.status])
    own = _told(book, keys, reader, found) if reader is not None else []
    blocks = own_blocks(book, keys.body_en, "notice.body_en", "notice.en.md")
    if blocks:
        found.body += [*lines_of(blocks), *own]
    else:
        if keys.body:
            found.lack(
                "body",
                "没有英文，正文改由会议数据构成。",
                "has no English text; the text was made from the event's data.",
            )
        found.body += assembled(book, keys, found, own)
    _enclosures(book, keys, found)
    return found


def reader_name(book: Book, reader: Reader) -> str:
    """Return whom a letter is addressed to."""
    if not reader.single:
        return unit_name(book, reader.key, "en")
    person = book.people[reader.people[0]]
    return person.name_en or person.name


def _told(book: Book, keys: NoticeKeys, reader: Reader, found: Letter) -> list[Line]:
    """Address the letter to its reader and return what is arranged for him."""
    found.to = (name(plain(reader_name(book, reader))),)
    listed = [one for one in arranged(book, "en", reader.people, keys.personal_show) if one.items]
    if not listed:
        return []
    if reader.single:
        lines = [(LABELS[key].en, words) for key, words in listed[0].items]
        return [("heading", YOURS.en), *(("item", f"{label}: {words}") for label, words in lines)]
    heading: Line = ("heading", UNITS.en)
    if len(listed) > MOST_LISTED:
        title = f"Arrangements for {reader_name(book, reader)}"
        found.enclosures.append((title, (table_of(listed, "en"),)))
        return [heading, ("text", "They are listed in the enclosure.")]
    said = [
        (
            one.person.name_en or one.person.name,
            "; ".join(f"{LABELS[k].en.lower()} {words}" for k, words in one.items),
        )
        for one in listed
    ]
    return [heading, *(("item", f"{who}: {words}") for who, words in said)]


def _enclosures(book: Book, keys: NoticeKeys, found: Letter) -> None:
    given: list[tuple[str, tuple[str | Table, ...]]] = []
    for number, item in enumerate(keys.attachments, 1):
        if english(item.title_en):
            given.append((item.title_en, item.text_en))
        else:
            found.lack(f"attachments[{number}]")
    if keys.seats and seats_of(book, "en"):
        given.append(("Seats", (_seat_table(book),)))
    if keys.reply:
        sentence = reply_sentence(keys, "en")
        slip = (*((sentence,) if sentence else ()), reply_table(keys, "en"))
        given.append(("Reply slip", slip))
    found.enclosures[:0] = given


def _seat_table(book: Book) -> Table:
    rows = tuple(
        (str(number), s.name, s.unit, s.sitting, s.seat)
        for number, s in enumerate(seats_of(book, "en"), 1)
    )
    return Table(("No.", "Name", "Unit", "Sitting", "Seat"), rows)
