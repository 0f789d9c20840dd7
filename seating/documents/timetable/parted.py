"""Tables with headings inside, such as the days of a list (分节表格)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from seating.documents.ink import DARK, LIGHT, PALE
from seating.documents.lettering import Lettering, RoleName, is_han
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Align, Sheet
from seating.documents.tables import Column
from seating.documents.timetable.fit import MAY_BREAK, Words

_PAD = 1.4
_LEADING = 1.32
_SECTION = 7.5
_STEP = 1.5
_LONGEST = 16

Start = Callable[[], tuple[Sheet, float, float, float, float]]
"""Begins a page; returns it with left, top, width and bottom of the table, all in mm."""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a common heading, ``""`` for none."""

    title: str
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class PartedTable:
    """A table of sections; sizes in pt, ``row_height`` (the least) in mm.

    A line break in a cell begins a new line; ``whole`` words are not broken.
    """

    columns: Sequence[Column]
    sections: Sequence[Section]
    size: float = 10.0
    row_height: float = 7.5
    whole: tuple[str, ...] = ()

    def draw(self, lettering: Lettering, begin: Start) -> tuple[Sheet, float]:
        """Draw the table; returns the last page and the y in mm below the table."""
        sheet, x, y, width, bottom = begin()
        widths = self._widths(lettering, width)
        y = self._head(sheet, x, y, widths)
        for section in self.sections:
            for number, row in enumerate(section.rows):
                height = self._height(lettering, widths, row)
                need = height + (_SECTION if section.title and number == 0 else 0.0)
                again = y + need > bottom and y > bottom - 0.8 * (bottom - 20)
                if again:
                    sheet, x, y, width, bottom = begin()
                    y = self._head(sheet, x, y, widths)
                if section.title and (number == 0 or again):
                    y = self._section(sheet, x, y, sum(widths), section.title)
                y = self._row(sheet, x, y, widths, row, height)
        return sheet, y

    def _widths(self, lettering: Lettering, room: float) -> list[float]:
        """Return the widths in mm that keep the rows low; together they are ``room``.

        Every column begins with its longest word; what is left goes step by step to the column
        whose cells are the highest.
        """
        rows = [row for section in self.sections for row in section.rows]
        rows = rows[:: max(1, len(rows) // 150)]
        least, natural = self._measured(lettering, rows)
        scale = min(1.0, room / sum(least))
        widths = [width * scale for width in least]
        most = [max([w, *(cells[i] for cells in natural)]) for i, w in enumerate(least)]
        left = room - sum(widths)
        while left > 0.01:
            step = min(_STEP, left)
            wishes = [i for i, width in enumerate(widths) if width < most[i] - 0.01]
            if not wishes:
                growing = [i for i, c in enumerate(self.columns) if c.grow] or [0]
                for i in growing:
                    widths[i] += left / len(growing)
                break
            weights = dict.fromkeys(wishes, 0.0)
            for cells in natural:
                shares = [cell / width for cell, width in zip(cells, widths, strict=True)]
                highest = max(shares)
                for i in wishes:
                    if shares[i] >= highest - 0.05 and shares[i] > 1.0:
                        weights[i] += shares[i] / widths[i]
            best = max(wishes, key=lambda i: (weights[i], most[i] - widths[i]))
            widths[best] += step
            left -= step
        return widths

    def _measured(
        self, lettering: Lettering, rows: Sequence[Sequence[str]]
    ) -> tuple[list[float], list[list[float]]]:
        """Return the least width of every column, and the natural width of every cell, in mm."""
        least = [
            max(lettering.width(c.title, "hei", self.size) + 2 * _PAD, c.least)
            for c in self.columns
        ]
        natural = []
        for row in rows:
            cells = []
            for i, (cell, column) in enumerate(zip(row, self.columns, strict=True)):
                lines = cell.replace(MAY_BREAK, "").split("\n")
                width = max(lettering.width(line, column.role, self.size) for line in lines)
                words = max(
                    lettering.width(w, column.role, self.size)
                    for w in _words(cell, column.align, self.whole)
                )
                least[i] = max(least[i], words + 2 * _PAD)
                cells.append(width * len(lines) + 2 * _PAD)
            natural.append(cells)
        return least, natural

    def _lines(self, lettering: Lettering, cell: str, role: RoleName, width: float) -> list[str]:
        return [
            line.strip()
            for part in cell.split("\n")
            for line in self._broken(lettering, part, role, width - 2 * _PAD)
        ]

    def _broken(
        self, lettering: Lettering, text: str, role: RoleName, width: float
    ) -> Sequence[str]:
        """Return the lines of a part of a cell; a piece too long for its line is broken, too."""
        kept = MAY_BREAK in text and all(
            lettering.width(piece, role, self.size) <= width for piece in text.split(MAY_BREAK)
        )
        words = text if kept else text.replace(MAY_BREAK, "")
        made = Words(words, role, self.size, self.size, kept=kept, names=self.whole, even=False)
        return made.lines(lettering, self.size, width)

    def _height(self, lettering: Lettering, widths: Sequence[float], row: Sequence[str]) -> float:
        most = max(
            len(self._lines(lettering, cell, column.role, width))
            for cell, column, width in zip(row, self.columns, widths, strict=True)
        )
        return max(self.row_height, most * self.size * _LEADING * MM_PER_PT + 2.4)

    def _head(self, sheet: Sheet, x: float, y: float, widths: Sequence[float]) -> float:
        height = self.row_height
        sheet.rect(x, y, sum(widths), height, stroke=None, fill=LIGHT)
        for column, width in zip(self.columns, widths, strict=True):
            sheet.text(
                x + width / 2, y + height / 2, column.title, "hei", self.size, align="centre",
                upright="middle", max_width=width - 2 * _PAD,
            )  # fmt: skip
            sheet.rect(x, y, width, height, line=0.15, stroke=DARK)
            x += width
        return y + height

    def _section(self, sheet: Sheet, x: float, y: float, width: float, title: str) -> float:
        sheet.rect(x, y, width, _SECTION, line=0.15, stroke=DARK, fill=PALE)
        sheet.text(
            x + 2.5, y + _SECTION / 2, title, "hei", self.size + 1.5, upright="middle",
            max_width=width - 5,
        )  # fmt: skip
        return y + _SECTION

    def _row(
        self,
        sheet: Sheet,
        x: float,
        y: float,
        widths: Sequence[float],
        row: Sequence[str],
        height: float,
    ) -> float:
        step = self.size * _LEADING * MM_PER_PT
        for cell, column, width in zip(row, self.columns, widths, strict=True):
            box = Box(x + _PAD, y, width - 2 * _PAD, height)
            lines = self._lines(sheet.lettering, cell, column.role, width)
            at = y + (height - step * len(lines)) / 2 + step / 2
            align: Align = column.align
            side = {"left": box.x, "centre": box.cx, "right": box.right}[align]
            for line in lines:
                sheet.text(
                    side, at, line, column.role, self.size, align=align, upright="middle",
                    max_width=box.width,
                )  # fmt: skip
                at += step
            sheet.rect(x, y, width, height, line=0.12, stroke=DARK)
            x += width
        return y + height


def _words(cell: str, align: Align, whole: Sequence[str]) -> list[str]:
    """Return the pieces of a cell that cannot be broken; short centred cells stay on one line."""
    if align == "centre" and len(cell) <= _LONGEST:
        return cell.split("\n")
    words = re.split(r"[\s、，；：（）“”]+", cell.replace(MAY_BREAK, " "))
    foreign = [word for word in words if not any(is_han(c) for c in word)]
    return [*foreign, *(name for name in whole if name in cell and len(name) <= 8), "　"]
