"""The head of a chart: event, what is shown, from where (图题)."""

from __future__ import annotations

from seating.documents.lettering import RoleName
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
    words = book.event.title.to(language) or book.event.title.zh
    own = sitting_title(sitting, language)
    second = title
    if own.lower() not in title.lower() and own != words:
        second = f"{own}{title}" if language == "zh" else f"{title}: {own}"
    return head_lines(sheet, words, second, sentence, language)


def head_lines(
    sheet: Sheet,
    words: str,
    second: str,
    sentence: str,
    language: Language,
    *,
    clear: bool = False,
) -> Box:
    """Draw the three lines of a head, the last one ``clear`` to read from afar.

    Returns:
        What is left of the page (mm).
    """
    area = sheet.body
    sheet.text(
        area.cx, area.y, words, "title_song", 22, align="centre", upright="top",
        max_width=area.width,
    )  # fmt: skip
    y = area.y + 10.3
    sheet.text(area.cx, y, second, "hei", 15, align="centre", upright="top", max_width=area.width)
    y += 7.4
    role: RoleName = "hei" if clear else name_role(language)
    size = 13.0 if clear else 12.0
    sheet.text(
        area.cx, y, sentence, role, size, align="centre", upright="top", max_width=area.width
    )
    return Box(area.x, area.y + HEADING, area.width, area.height - HEADING)
