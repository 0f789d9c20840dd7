"""Units and names in the largest letters that one poster holds (海报上的名单)."""

from __future__ import annotations

from collections.abc import Sequence

from seating.documents.flow import Piece, holds, pour
from seating.documents.furniture import furniture_of
from seating.documents.headings import HEADING, heading
from seating.documents.indexes.draw import Index
from seating.documents.indexes.entries import Section
from seating.documents.indexes.units import Area, areas, pieces
from seating.documents.paper import Box, Paper
from seating.documents.press import Press
from seating.documents.sheet import Sheet
from seating.facts.book import Book, BookSitting
from seating.facts.text import Text

_UNITS = Text("座区指引", "Where units sit")
_NAMES = Text("座位索引", "Seat finder")
_MARGIN, _GAP = 12.0, 10.0
_MOST, _LEAST = 40, 8  # pt before the page is enlarged
_NARROWEST = 9.0  # em of a column of units


def draw_units(press: Press, book: Book, sitting: BookSitting, ways: Sequence[Paper]) -> None:
    """Draw where each unit sits, as large as one page allows."""
    language = press.language
    found = areas(book, sitting, language)
    size, columns, lying = _best(press, book, found, ways)
    title = _UNITS.to(language)
    first = True

    def begin() -> tuple[Sheet, Box]:
        nonlocal first
        sheet = press.page(lying, margin=_MARGIN, bookmark=title if first else "", note=title)
        area = sheet.body
        if first:
            count = f"共 {len(found)} 个单位" if language == "zh" else f"{len(found)} units"
            heading(sheet, book, sitting, title, count, language)
            area = Box(area.x, area.y + HEADING, area.width, area.height - HEADING)
        first = False
        return sheet, area

    width = _width(_room(book, press, lying).width, columns)
    drawn = pieces(found, press.lettering, size, width, language)
    pour(drawn, begin, columns=columns, gap=_GAP)


def _best(
    press: Press, book: Book, found: Sequence[Area], ways: Sequence[Paper]
) -> tuple[float, int, Paper]:
    """Return size in pt, columns and paper for the largest letters on one page."""
    for size in range(_MOST, _LEAST - 1, -1):
        for lying in ways:
            room = _room(book, press, lying)
            for columns in range(1, 7):
                width = _width(room.width, columns)
                if width < _NARROWEST * size * 0.3528:
                    break
                made: Sequence[Piece] = pieces(found, press.lettering, size, width, press.language)
                if holds(made, room.height, columns):
                    return float(size), columns, lying
    return float(_LEAST), 3, ways[0]


def _width(room: float, columns: int) -> float:
    return (room - _GAP * (columns - 1)) / columns


def _room(book: Book, press: Press, lying: Paper) -> Box:
    """Return what the heading leaves of a page."""
    body = furniture_of(book, press.language).body(lying, _MARGIN)
    return Box(body.x, body.y + HEADING, body.width, body.height - HEADING)


def draw_names(
    press: Press,
    book: Book,
    sitting: BookSitting,
    ways: Sequence[Paper],
    part: Text,
    sections: Sequence[Section],
) -> None:
    """Draw the index of names, as large as one page allows."""
    for size in range(_MOST, _LEAST - 1, -1):
        for lying in ways:
            index = Index(press, book, sitting, lying, float(size))
            if index.fits(sections):
                index.draw(_NAMES, part, sections)
                return
    Index(press, book, sitting, ways[0], float(_LEAST)).draw(_NAMES, part, sections)
