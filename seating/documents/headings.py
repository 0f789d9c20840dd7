"""The head of a chart: event, what is shown, from where (图题)."""

from __future__ import annotations

from seating.documents.paper import Box
from seating.documents.sheet import Sheet
from seating.documents.words import name_role, sitting_title
from seating.facts.book import Book, BookSitting
from seating.facts.text import Language

HEADING = 25.0
"""Height in mm that :func:`heading` takes."""


def heading(
    sheet: Sheet,
    book: Book,
    sitting: BookSitting,
    title: str,
    sentence: str,
    language: Language,
) -> Box:
    """Draw the event, the title of the chart and the viewpoint; return what is left (mm)."""
    area = sheet.body
    words = book.event.title.to(language) or book.event.title.zh
    sheet.text(
        area.cx, area.y, words, "title_song", 22, align="centre", upright="top",
        max_width=area.width,
    )  # fmt: skip
    y = area.y + 10.3
    own = sitting_title(sitting, language)
    second = title
    if own.lower() not in title.lower() and own != words:
        second = f"{own}{title}" if language == "zh" else f"{title}: {own}"
    sheet.text(area.cx, y, second, "hei", 15, align="centre", upright="top", max_width=area.width)
    y += 7.4
    role = name_role(language)
    sheet.text(area.cx, y, sentence, role, 12, align="centre", upright="top", max_width=area.width)
    return Box(area.x, area.y + HEADING, area.width, area.height - HEADING)
