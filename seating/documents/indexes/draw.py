"""An index in narrow columns: name, dots, seat (索引版面)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from seating.documents.flow import Piece, holds, pages_of, pour
from seating.documents.headings import HEADING, heading
from seating.documents.indexes.entries import Found, Section
from seating.documents.ink import DARK, MIDDLE, PALE
from seating.documents.paper import MM_PER_PT, Box, Paper
from seating.documents.press import Press
from seating.documents.sheet import Sheet
from seating.documents.words import name_role
from seating.facts.book import Book, BookSitting
from seating.facts.text import Language, Text

_LEADING, _HEAD = 1.36, 1.75
_GAP = 5.0
_LEADERS = 2.2  # em kept for the dots at least
_USUAL = 0.96  # so many of the people set the width of a column


class Index:
    """Prints the parts of an index onto the pages of a press.

    Args:
        press: the file.
        book: the event.
        sitting: whose title stands in the head.
        paper: as it lies.
        size: of type in pt.
        columns: on a page; 0 = as many as fit.
    """

    def __init__(
        self,
        press: Press,
        book: Book,
        sitting: BookSitting,
        paper: Paper,
        size: float,
        columns: int = 0,
        margin: float = 12.0,
    ) -> None:
        self.press = press
        self.book = book
        self.sitting = sitting
        self.paper = paper
        self.size = size
        self.columns = columns
        self.margin = margin
        self.language: Language = press.language
        self.em = size * MM_PER_PT

    def draw(self, title: Text, part: Text, sections: Sequence[Section]) -> None:
        """Draw one part, beginning on a page of its own."""
        people = [person for section in sections for person in section.people]
        zh = self.language == "zh"
        own = part.to(self.language)
        whole = f"{title.zh}（{own}）" if zh else f"{title.en} {own}"
        count = f"共 {len(people)} 人" if zh else f"{len(people)} people"
        first = True

        def begin() -> tuple[Sheet, Box]:
            nonlocal first
            sheet = self.press.page(
                self.paper, margin=self.margin, bookmark=own if first else "", note=whole
            )
            area = sheet.body
            if first:
                heading(sheet, self.book, self.sitting, whole, count, self.language)
                area = Box(area.x, area.y + HEADING, area.width, area.height - HEADING)
            first = False
            return sheet, area

        pour(self._pieces(sections), begin, columns=self._columns(people), gap=self._gap)

    def fits(self, sections: Sequence[Section]) -> bool:
        """Whether a part stands on one page."""
        people = [person for section in sections for person in section.people]
        area = self._area()
        columns = self._columns(people)
        widest = (area.width - self._gap * (columns - 1)) / columns
        narrow = sum(self._name(p) + self._seat(p) > widest for p in people)
        pieces = self._pieces(sections)
        return narrow <= len(people) / 20 and holds(pieces, area.height - HEADING, columns)

    def pages(self, sections: Sequence[Section]) -> int:
        """Return on how many pages a part stands."""
        people = [person for section in sections for person in section.people]
        area = self._area()
        pieces = self._pieces(sections)
        return pages_of(pieces, area.height - HEADING, area.height, self._columns(people))

    def _area(self) -> Box:
        """Return the part of a page that may be filled."""
        furniture = self.press.furniture
        whole = Box(0, 0, self.paper.width, self.paper.height).inset(self.margin)
        return furniture.body(self.paper, self.margin) if furniture else whole

    @property
    def _gap(self) -> float:
        return max(_GAP, 1.4 * self.em)

    def _columns(self, people: Sequence[Found]) -> int:
        width = self.paper.width - 2 * self.margin
        room = width + self._gap
        return self.columns or max(1, int(room / (self._needed(people) + self._gap)))

    def _pieces(self, sections: Sequence[Section]) -> list[Piece]:
        return [piece for section in sections for piece in self._section(section)]

    def _needed(self, people: Sequence[Found]) -> float:
        """Return the width in mm at which nearly all names and seats stand unsqueezed."""
        widths = sorted(self._name(p) + self._seat(p) + _LEADERS * self.em for p in people)
        if not widths:
            return 40.0
        return max(widths[int((len(widths) - 1) * _USUAL)], widths[-1] * 0.72)

    def _name(self, person: Found) -> float:
        measure = self.press.lettering.width
        name = max(measure(person.name, name_role(self.language), self.size), 3 * self.em)
        return name + measure(person.apart, "song", self.size * 0.8)

    def _seat(self, person: Found) -> float:
        return self.press.lettering.width(person.seat, "song", self.size * 0.95)

    def _section(self, section: Section) -> list[Piece]:
        return [self._head(section), *(self._row(person) for person in section.people)]

    def _head(self, section: Section) -> Piece:
        height = self.size * _HEAD * MM_PER_PT
        total = f"{len(section.people)}人" if self.language == "zh" else f"{len(section.people)}"

        def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
            top, high = y + 0.16 * height, 0.76 * height
            sheet.rect(x, top, width, high, stroke=None, fill=PALE)
            middle = top + high / 2
            last = sheet.text(
                x + width - 0.15 * self.em, middle, total, "song", self.size * 0.8, align="right",
                upright="middle", colour=DARK,
            )  # fmt: skip
            sheet.text(
                x + 0.2 * self.em, middle, section.head, "hei", self.size, upright="middle",
                max_width=width - last.width - 0.8 * self.em,
            )  # fmt: skip

        return Piece(height, draw, keep=True)

    def _row(self, person: Found) -> Piece:
        height = self.size * _LEADING * MM_PER_PT

        def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
            middle = y + height / 2
            pad = 0.2 * self.em
            least = 1.2 * self.em
            share = (width - 2 * pad - least) / max(self._name(person) + self._seat(person), 1.0)
            room = min(share, 1.0)
            apart = sheet.lettering.width(person.apart, "song", self.size * 0.8) * room
            seat = sheet.text(
                x + width - pad, middle, person.seat, "song", self.size * 0.95, align="right",
                upright="middle", max_width=self._seat(person) * room, latin=True,
            )  # fmt: skip
            name = sheet.name(
                x + pad, middle, person.name, name_role(self.language), self.size,
                upright="middle", max_width=(self._name(person) * room) - apart,
            )  # fmt: skip
            end = x + pad + name.width
            if person.apart:
                end += sheet.text(
                    end, middle, person.apart, "song", self.size * 0.8, upright="middle",
                    max_width=apart, colour=DARK,
                ).width  # fmt: skip
            start, stop = end + 0.4 * self.em, x + width - pad - seat.width - 0.3 * self.em
            pitch = 0.25 + 0.22 * self.em
            stop = x + width - math.ceil((x + width - stop) / pitch) * pitch
            if stop > start:  # from the right, so that the dots of all lines stand in file
                low = middle + 0.28 * self.em
                dash = (0.25, pitch - 0.25)
                sheet.line(stop, low, start, low, width=0.25, colour=MIDDLE, dash=dash)

        return Piece(height, draw)
