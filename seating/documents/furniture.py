"""What stands on every page around the matter: classification, date, version, page (页眉页脚)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from seating.documents.ink import DARK, MIDDLE
from seating.documents.paper import Box, Paper
from seating.documents.sheet import Sheet
from seating.facts.book import Book
from seating.facts.text import Language

HEADER = 6.0
"""Height in mm kept free at the top of a page that carries a classification."""

FOOTER = 8.0
"""Height in mm kept free at the foot of every page."""

_SIZE = 8.5
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Header and footer of a document; empty parts are left out.

    Attributes:
        title: stands at the left of the footer with ``date``.
        version: stands before the page number, e.g. 第2版.
        classification: stands at the head of every page (密级).
    """

    language: Language
    title: str
    date: str = ""
    version: str = ""
    classification: str = ""

    def body(self, paper: Paper, margin: float) -> Box:
        """Return what remains of a page for the matter."""
        top = HEADER if self.classification else 0.0
        return Box(
            margin,
            margin + top,
            paper.width - 2 * margin,
            paper.height - 2 * margin - top - FOOTER,
        )

    def draw(self, sheet: Sheet, pages: int, note: str) -> None:
        """Draw header and footer of one page; ``note`` stands in the middle (the viewpoint)."""
        margin, paper = sheet.margin, sheet.paper
        left, right = margin, paper.width - margin
        if self.classification:
            sheet.text(left, margin, self.classification, "hei", 12, upright="top")
        line = paper.height - margin - FOOTER + 3
        sheet.line(left, line, right, line, width=0.15, colour=MIDDLE)
        y = line + 3.2
        if self.language == "zh":
            page = f"第{sheet.number}页　共{pages}页"
        else:
            page = f"Page {sheet.number} of {pages}"
        ends = [p for p in (self.version, page) if p]
        gap = "　" if self.language == "zh" else "   "
        last = sheet.text(
            right, y, gap.join(ends), "song", _SIZE, align="right", upright="middle", colour=DARK
        )
        room = right - left - last.width - 8
        middle = min(sheet.lettering.width(note, "hei", _SIZE), room / 2) if note else 0.0
        words = gap.join(p for p in (self.title, self.date) if p)
        first = sheet.text(
            left, y, words, "song", _SIZE, upright="middle", max_width=room - middle, colour=DARK
        )
        if note:
            start, stop = left + first.width + 4, right - last.width - 4
            sheet.text(
                (start + stop) / 2,
                y,
                note,
                "hei",
                _SIZE,
                align="centre",
                upright="middle",
                max_width=stop - start,
            )


def say_date(day: dt.date | None, language: Language) -> str:
    """Say a date in words: 2026年11月23日 / 23 November 2026."""
    if day is None:
        return ""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_version(version: int, language: Language) -> str:
    """Say a version in words: 第2版 / Version 2."""
    return f"第{version}版" if language == "zh" else f"Version {version}"


def furniture_of(book: Book, language: Language) -> Furniture:
    """Return the header and footer that every document of this event carries."""
    event = book.event
    return Furniture(
        language=language,
        title=event.title.to(language) or event.title.zh,
        date=say_date(event.start.date() if event.start else None, language),
        version=say_version(book.plan.version, language),
        classification=event.classification,
    )
