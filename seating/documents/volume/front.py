"""Cover and table of contents of a handbook (封面与目录)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.furniture import say_date
from seating.documents.ink import DARK, RED
from seating.documents.lettering import Lettering, RoleName
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.documents.volume.keys import Keys
from seating.documents.volume.text import body_role
from seating.facts.book import Book
from seating.facts.text import Language

_TITLE = 30.0
_NAME = 44.0
ROW = 10.5
"""Height of a line of the contents in mm."""

TOP = 26.0
"""Height of the heading of the contents in mm."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents; ``level`` 1 is indented, ``page`` counts from 1."""

    title: str
    page: int
    level: int = 0


def cover(sheet: Sheet, book: Book, keys: Keys, language: Language, logo: bytes | None) -> None:
    """Draw the cover: event, title, place and days, who holds it."""
    event, area = book.event, sheet.body
    if event.classification:
        sheet.text(area.x, area.y, event.classification, "hei", 16, upright="top")
    y = area.y + 38
    if logo is not None:
        sheet.picture(Box(area.cx - 20, area.y + 12, 40, 36), logo)
        y += 22
    title = event.title.to(language) or event.title.zh
    role: RoleName = "title_song"
    for line in sheet.lettering.even_lines(title, role, _TITLE, area.width):
        sheet.text(
            area.cx, y, line.strip(), role, _TITLE, align="centre", upright="top",
            max_width=area.width,
        )  # fmt: skip
        y += _TITLE * 1.35 * MM_PER_PT
    y += 16
    sheet.line(area.cx - 45, y, area.cx + 45, y, width=0.7, colour=RED)
    y += 16
    name = keys.title if language == "zh" else keys.title_en
    wide = len(name) + 1.6 * (len(name) - 1) if language == "zh" and len(name) <= 6 else 0.0
    sheet.text(
        area.cx, y, name, role, _NAME, align="centre", upright="top",
        max_width=area.width, spread=min(wide, area.width / (_NAME * MM_PER_PT)),
    )  # fmt: skip
    low = area.bottom - 8
    for words in reversed(_foot(book, language)):
        sheet.text(
            area.cx, low, words, "kai" if language == "zh" else "latin", 18,
            align="centre", max_width=area.width,
        )  # fmt: skip
        low -= 11


def _foot(book: Book, language: Language) -> list[str]:
    event = book.event
    first = say_date(event.start.date() if event.start else None, language)
    last = say_date(event.end.date() if event.end else None, language)
    days = first if last in ("", first) else f"{first}—{last}"
    return [w for w in (event.organiser.to(language), event.place.to(language), days) if w]


def pages_needed(entries: int, height: float) -> int:
    """Return how many pages the contents take on a body of so many mm."""
    first = int((height - TOP) // ROW)
    return 1 + max(0, -(-(entries - first) // int(height // ROW)))


def contents(
    sheets: Sequence[Sheet], entries: Sequence[Entry], language: Language
) -> list[tuple[Sheet, Box, Entry]]:
    """Draw the contents over the sheets kept for them; returns each line's page and box."""
    found = []
    left = list(entries)
    for number, sheet in enumerate(sheets):
        area = sheet.body
        y = area.y
        if number == 0:
            words = "目录" if language == "zh" else "Contents"
            sheet.text(
                area.cx, y + 4, words, "title_song", 22, align="centre", upright="top",
                spread=4.0 if language == "zh" else 0.0,
            )  # fmt: skip
            y += TOP
        while left and y + ROW <= area.bottom + 1e-6:
            entry = left.pop(0)
            box = Box(area.x, y, area.width, ROW)
            _line(sheet, box, entry, language, sheet.lettering)
            found.append((sheet, box, entry))
            y += ROW
    return found


def _line(sheet: Sheet, box: Box, entry: Entry, language: Language, lettering: Lettering) -> None:
    size = 14.0 if entry.level == 0 else 12.0
    role: RoleName = "hei" if entry.level == 0 else body_role(language)
    x = box.x + (0 if entry.level == 0 else 8)
    page = str(entry.page)
    tail = lettering.width(page, "song", size)
    shown = sheet.text(
        x, box.cy, entry.title, role, size, upright="middle",
        max_width=box.right - x - tail - 14,
    )  # fmt: skip
    sheet.text(box.right, box.cy, page, "song", size, align="right", upright="middle")
    start, stop = x + shown.width + 3, box.right - tail - 3
    if stop > start:
        sheet.line(start, box.cy + 1.2, stop, box.cy + 1.2, width=0.3, colour=DARK, dash=(0.3, 1.5))
