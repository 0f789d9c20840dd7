"""What an English notice says; Chinese stays only in names without English (英文通知内容)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from seating.documents.lettering import is_han
from seating.documents.notices.body import REQUIREMENTS, user_blocks
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.seats import (
    MOST_IN_SENTENCE,
    Reader,
    attending,
    seat_sentence_en,
    seats_of,
    unit_name,
)
from seating.documents.notices.when import period
from seating.documents.official.model import Paragraph, Table
from seating.facts.book import Book
from seating.facts.text import Text, plain

MOST_UNITS = 20
"""More units than this are counted, not listed."""

SECRECY = {"绝密": "TOP SECRET", "机密": "SECRET", "秘密": "CONFIDENTIAL"}
URGENCY = {"特急": "MOST URGENT", "加急": "URGENT"}

REPLY_HEAD = ("Name", "Position", "Unit", "Telephone", "Car plate", "Remarks")
REPLY_ROWS = 10

_NUMBER = re.compile(r".*〔(\d{4})〕(\d+)号")
_TYPED = re.compile(
    r"^(?:\d+(?:\.\d+)*\.|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）)\s*"
)


@dataclass(slots=True)
class Letter:
    """An English notice ready to be drawn.

    Attributes:
        marks: secrecy and urgency, top right.
        body: ("heading" | "text" | "item", words) in order.
        missing: what had no English text and was left out or stays Chinese.
    """

    issuer: tuple[str, ...]
    marks: tuple[str, ...]
    reference: str
    to: tuple[str, ...]
    title: str
    body: list[tuple[str, str]] = field(default_factory=list)
    enclosures: list[tuple[str, tuple[str, ...] | Table]] = field(default_factory=list)
    copies: tuple[str, ...] = ()
    note: str = ""
    missing: list[Text] = field(default_factory=list)

    def lack(self, key: str, zh: str = "没有英文，已略去。", en: str = "") -> None:
        """Remember that a key has no English text."""
        said = en or "has no English text and was left out."
        self.missing.append(Text(f"notice.{key} {zh}", f"notice.{key} {said}"))


def english(text: str) -> bool:
    """Whether there is text and none of it is Chinese."""
    return bool(text) and not any(map(is_han, text))


def name(text: Text) -> str:
    """Return a name in English, or in Chinese where it has no English form."""
    return text.en or text.zh


def letter(book: Book, keys: NoticeKeys, reader: Reader | None = None) -> Letter:
    """Return the notice in English, for everybody or for one reader."""
    event = book.event
    issuer = keys.issuer_en or ((name(event.organiser),) if name(event.organiser) else ())
    level = SECRECY.get((keys.classification or event.classification)[:2], "")
    marks = tuple(mark for mark in (level, URGENCY.get(keys.urgency, "")) if mark)
    number = _NUMBER.fullmatch(keys.number)
    found = Letter(
        issuer,
        marks,
        f"No. {number[2]} of {number[1]}" if number else "",
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
    blocks = user_blocks(book, keys.body_en, "notice.en.md", "notice.body_en")
    if blocks:
        found.body += [_block(block) for block in blocks if isinstance(block, Paragraph)]
    else:
        if keys.body:
            found.lack(
                "body",
                "没有英文，正文改由会议数据构成。",
                "has no English text; the text was made from the event's data.",
            )
        found.body += _assembled(book, keys, found)
    _enclosures(book, keys, found)
    if reader is not None:
        found.to = (name(plain(_reader_name(book, reader))),)
        seats = seats_of(book, "en", reader.people)
        sentence = seat_sentence_en(seats, single=reader.single)
        if sentence:
            found.body.append(("text", sentence))
        if not reader.single and len(seats) > MOST_IN_SENTENCE and not keys.seats:
            found.enclosures.append(_seat_table(book, reader.people))
    return found


def _reader_name(book: Book, reader: Reader) -> str:
    if not reader.single:
        return unit_name(book, reader.key, "en")
    person = book.people[reader.people[0]]
    return person.name_en or person.name


def _block(block: Paragraph) -> tuple[str, str]:
    if block.heading or block.spans[0].role != "fang":
        return ("heading", _TYPED.sub("", block.text))
    return ("text", block.text)


def _assembled(book: Book, keys: NoticeKeys, found: Letter) -> Iterator[tuple[str, str]]:
    event = book.event
    why = keys.purpose_en.strip()
    if keys.purpose and not why:
        found.lack("purpose")
    the = f"{why.rstrip('.,')}, the" if why else "The"
    yield ("text", f"{the} {name(event.title)} will be held as follows.")
    if event.start:
        yield ("heading", "Time")
        yield ("text", period(event.start, event.end).en)
    if name(event.place):
        yield ("heading", "Place")
        yield ("text", name(event.place).rstrip(".") + ".")
    yield from _participants(book, keys)
    items = [item for item in keys.agenda if english(item.text_en)]
    if len(items) < len(keys.agenda):
        found.lack("agenda")
    if items:
        yield ("heading", "Agenda")
    for item in items:
        yield ("item", f"{item.time.replace('—', '–')} {item.text_en}".strip())
    yield from _requirements(keys, found)
    contacts = [
        ", ".join(filter(None, (c.name_en or c.name, c.phone, c.email)))
        for c in keys.contact
        if c.name_en or c.name or c.phone or c.email
    ]
    if contacts:
        yield ("heading", "Contact")
    for words in contacts:
        yield ("text", words)


def _participants(book: Book, keys: NoticeKeys) -> Iterator[tuple[str, str]]:
    people = attending(book)
    if keys.participants_en:
        yield ("heading", "Participants")
        for words in keys.participants_en:
            yield ("text", words)
        return
    if not people:
        return
    counts = Counter(unit_name(book, p.unit, "en") for p in people if p.unit)
    total = f"{len(people)} participants"
    yield ("heading", "Participants")
    if not counts:
        yield ("text", f"{total}.")
    elif len(counts) > MOST_UNITS:
        yield ("text", f"{total} from {len(counts)} units.")
    else:
        listed = ", ".join(f"{unit} ({n})" for unit, n in counts.items())
        yield ("text", f"{total}: {listed}.")


def _requirements(keys: NoticeKeys, found: Letter) -> Iterator[tuple[str, str]]:
    wanted = keys.requirements
    said: list[str] = []
    for key, label in REQUIREMENTS.items():
        words: str = getattr(wanted, f"{key}_en")
        if words:
            said.append(f"{label.en}: {words}")
        elif getattr(wanted, key):
            found.lack(f"requirements.{key}")
    said += wanted.other_en
    if wanted.other and not wanted.other_en:
        found.lack("requirements.other")
    if said:
        yield ("heading", "Requirements")
    for words in said:
        yield ("item", words)


def _enclosures(book: Book, keys: NoticeKeys, found: Letter) -> None:
    for number, item in enumerate(keys.attachments, 1):
        if english(item.title_en):
            found.enclosures.append((item.title_en, item.text_en))
        else:
            found.lack(f"attachments[{number}]")
    if keys.seats and seats_of(book, "en"):
        found.enclosures.append(_seat_table(book, ()))
    if keys.reply:
        rows = ((" ",) * len(REPLY_HEAD),) * REPLY_ROWS
        found.enclosures.append(("Reply slip", Table(REPLY_HEAD, rows)))


def _seat_table(book: Book, people: tuple[str, ...]) -> tuple[str, Table]:
    rows = tuple(
        (str(number), s.name, s.unit, s.sitting, s.seat)
        for number, s in enumerate(seats_of(book, "en", people), 1)
    )
    return ("Seats", Table(("No.", "Name", "Unit", "Sitting", "Seat"), rows))
