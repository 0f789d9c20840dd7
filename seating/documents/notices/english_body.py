"""The text of an English notice, the user's or put together from the event (英文正文)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from seating.documents.lettering import is_han
from seating.documents.notices.body import HEADINGS, REQUIREMENTS
from seating.documents.notices.files import own_blocks
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.seats import attending, unit_name
from seating.documents.notices.when import period
from seating.documents.official.model import Block, Paragraph, Table
from seating.facts.book import Book
from seating.facts.text import Text

MOST_UNITS = 20
"""More units than this are counted, not listed."""

_TYPED = re.compile(
    r"^(?:\d+(?:\.\d+)*\.|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）)\s*"
)

Line = tuple[str, str]
"""("heading" | "text" | "item", words)."""


@dataclass(slots=True)
class Letter:
    """An English notice ready to be drawn.

    Attributes:
        marks: secrecy, copy number, urgency and state, repeated on every page.
        body: headings, paragraphs and items in order.
        tables: stand below the text.
        enclosures: title with paragraphs and tables; empty = comes separately.
        across: printed large across every page.
        signed: the issuer stands below the text once more.
        missing: what had no English text and was left out or stays Chinese.
    """

    issuer: tuple[str, ...]
    marks: tuple[str, ...]
    reference: str
    to: tuple[str, ...]
    title: str
    body: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    enclosures: list[tuple[str, tuple[str | Table, ...]]] = field(default_factory=list)
    copies: tuple[str, ...] = ()
    note: str = ""
    across: str = ""
    signed: bool = True
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


def lines_of(blocks: tuple[Block, ...]) -> list[Line]:
    """Return the user's paragraphs; the numbers of headings are given anew."""
    found: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            headed = block.heading or block.spans[0].role != "fang"
            words = _TYPED.sub("", block.text) if headed else block.text
            found.append(("heading" if headed else "text", words))
        else:
            found += [("item", ": ".join(filter(None, row))) for row in block.rows]
    return found


def assembled(book: Book, keys: NoticeKeys, found: Letter, own: list[Line]) -> Iterator[Line]:
    """Put the text together from the event; ``own`` stands before the contact."""
    event, text = book.event, keys.text
    opening = own_blocks(book, text.opening_en, "notice.text.opening_en")
    why = keys.purpose_en.strip()
    if keys.purpose and not why and not opening:
        found.lack("purpose")
    the = f"{why.rstrip('.,')}, the" if why else "The"
    first: list[Line] = [("text", f"{the} {name(event.title)} will be held as follows.")]
    yield from lines_of(opening) or first
    when = [("text", period(event.start, event.end).en)] if event.start else []
    where = [("text", name(event.place).rstrip(".") + ".")] if name(event.place) else []
    made: dict[str, tuple[list[Line], tuple[str, ...]]] = {
        "time": (when, text.time_en),
        "place": (where, text.place_en),
        "participants": (list(_participants(book, keys)), ()),
        "agenda": (_agenda(keys, found), text.agenda_en),
        "requirements": (_requirements(keys, found), text.requirements_en),
        "contact": (contact_lines(keys), text.contact_en),
    }
    for key, (matter, words) in made.items():
        if key == "contact":
            yield from _sections(book, keys, found)
            yield from own
        lines = lines_of(own_blocks(book, words, f"notice.text.{key}_en")) or matter
        if lines and key not in keys.omit:
            yield ("heading", HEADINGS[key].en)
            yield from lines
    yield from lines_of(own_blocks(book, text.closing_en, "notice.text.closing_en"))


def _sections(book: Book, keys: NoticeKeys, found: Letter) -> Iterator[Line]:
    for number, part in enumerate(keys.sections, 1):
        if english(part.title_en):
            yield ("heading", part.title_en)
            yield from lines_of(
                own_blocks(book, part.text_en, f"notice.sections[{number}].text_en")
            )
        else:
            found.lack(f"sections[{number}]")


def _participants(book: Book, keys: NoticeKeys) -> Iterator[Line]:
    people = attending(book)
    if keys.participants_en:
        yield from lines_of(own_blocks(book, keys.participants_en, "notice.participants_en"))
        return
    if not people:
        return
    counts = Counter(unit_name(book, p.unit, "en") for p in people if p.unit)
    total = f"{len(people)} participants" if len(people) > 1 else "1 participant"
    if not counts:
        yield ("text", f"{total}.")
    elif len(counts) > MOST_UNITS:
        yield ("text", f"{total} from {len(counts)} units.")
    else:
        listed = ", ".join(f"{unit} ({n})" for unit, n in counts.items())
        yield ("text", f"{total}: {listed}.")


def _agenda(keys: NoticeKeys, found: Letter) -> list[Line]:
    items = [item for item in keys.agenda if english(item.text_en)]
    if len(items) < len(keys.agenda) and not keys.text.agenda_en:
        found.lack("agenda")
    return [("item", f"{i.time.replace('—', '–')} {i.text_en}".strip()) for i in items]


def _requirements(keys: NoticeKeys, found: Letter) -> list[Line]:
    wanted, replaced = keys.requirements, bool(keys.text.requirements_en)
    said: list[str] = []
    for key, label in REQUIREMENTS.items():
        words: str = getattr(wanted, f"{key}_en")
        if words:
            said.append(f"{label.en}: {words}")
        elif getattr(wanted, key) and not replaced:
            found.lack(f"requirements.{key}")
    said += wanted.other_en
    if wanted.other and not wanted.other_en and not replaced:
        found.lack("requirements.other")
    return [("item", words) for words in said]


def contact_lines(keys: NoticeKeys) -> list[Line]:
    """Return whom to ask, a line for each."""
    found = [", ".join(filter(None, (c.name_en or c.name, c.phone, c.email))) for c in keys.contact]
    return [("text", words) for words in found if words]
