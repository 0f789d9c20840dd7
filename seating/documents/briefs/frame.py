"""Columns of a comparison and how their cells are set (比选表的格子)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.ink import DARK, LIGHT, PALE, TINTS
from seating.documents.lettering import Lettering, RoleName, is_han, name_spread
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet

_LEADING = 1.3
_PAD = 1.6


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison: a head and a cell for each plan."""

    head: str
    cells: tuple[tuple[str, ...], ...]
    marked: frozenset[int] = frozenset()
    centred: bool = False
    name: bool = False


class Frame:
    """Columns of the comparison and how their cells are set."""

    def __init__(self, lettering: Lettering, area: Box, size: float, plans: int) -> None:
        self.lettering, self.area, self.size = lettering, area, size
        self.label = min(26.0, max(20.0, area.width * 0.11))
        self.cell = (area.width - self.label) / plans

    def left(self, at: int) -> float:
        """The left edge of a plan's column."""
        return self.area.x + self.label + at * self.cell

    def _lines(self, cell: Sequence[str]) -> list[str]:
        width = self.cell - 2 * _PAD
        return [
            line
            for words in cell
            for line in self.lettering.lines(words, "song", self.size, width, latin=True)
        ]

    def height(self, row: Row) -> float:
        """The height of a row in mm."""
        most = max((len(self._lines(cell)) for cell in row.cells), default=1)
        if not row.name:
            most = max(most, len(row.head.split("\n")))
        return most * self.size * _LEADING * MM_PER_PT + 1.6

    def head(self, titles: Sequence[tuple[str, str]]) -> float:
        """The height of the line of titles in mm."""
        most = max(len(self._title(words)) for _, words in titles)
        return (most * self.size + (self.size + 1.5)) * _LEADING * MM_PER_PT + 2

    def _title(self, words: str) -> Sequence[str]:
        return self.lettering.even_lines(words, "song", self.size, self.cell - 2 * _PAD)

    def titles(self, sheet: Sheet, y: float, titles: Sequence[tuple[str, str]]) -> float:
        """Draw the line of titles; return the y below."""
        height = self.head(titles)
        sheet.rect(self.area.x, y, self.area.width, height, stroke=None, fill=LIGHT)
        sheet.rect(self.area.x, y, self.label, height, line=0.12, stroke=DARK)
        for at, (name, words) in enumerate(titles):
            left = self.left(at)
            sheet.rect(left, y, self.cell, height, line=0.12, stroke=DARK)
            lines = self._title(words)
            step = self.size * _LEADING * MM_PER_PT
            top = y + 1 + (self.size + 1.5) * _LEADING * MM_PER_PT / 2
            sheet.text(
                left + self.cell / 2, top, name, "hei", self.size + 1.5, align="centre",
                upright="middle", max_width=self.cell - 2 * _PAD,
            )  # fmt: skip
            below = y + 1 + (self.size + 1.5) * _LEADING * MM_PER_PT
            for i, line in enumerate(lines):
                sheet.text(
                    left + self.cell / 2, below + (i + 0.5) * step, line.strip(), "song", self.size,
                    align="centre", upright="middle", max_width=self.cell - 2 * _PAD, latin=True,
                )  # fmt: skip
        return y + height

    def box(self, sheet: Sheet, y: float, height: float, head: str) -> None:
        """Draw the empty cells of a row and its head."""
        sheet.rect(self.area.x, y, self.label, height, stroke=None, fill=PALE)
        sheet.rect(self.area.x, y, self.label, height, line=0.12, stroke=DARK)
        lines = head.split("\n")
        step = self.size * _LEADING * MM_PER_PT
        top = y + height / 2 - step * (len(lines) - 1) / 2
        for i, line in enumerate(lines):
            sheet.text(
                self.area.x + self.label / 2, top + i * step, line, "hei", self.size,
                align="centre", upright="middle", max_width=self.label - 2,
            )  # fmt: skip
        for at in range(round((self.area.width - self.label) / self.cell)):
            sheet.rect(self.left(at), y, self.cell, height, line=0.12, stroke=DARK)

    def row(self, sheet: Sheet, y: float, row: Row) -> float:
        """Draw a row; return the y below."""
        height = self.height(row)
        for at in sorted(row.marked):
            sheet.ground(Box(self.left(at), y, self.cell, height), TINTS[1])
        self.box(sheet, y, height, "" if row.name else row.head)
        if row.name:
            number, name = row.head.split("\n")
            right = self.area.x + self.label
            wide = sheet.text(
                self.area.x + 1.2, y + height / 2, number, "hei", self.size - 1, upright="middle"
            ).width
            room = self.label - wide - 4
            role: RoleName = "kai" if any(map(is_han, name)) else "latin"
            sheet.text(
                right - 1.2 - room / 2, y + height / 2, name, role, self.size, align="centre",
                upright="middle", max_width=room, spread=name_spread(name),
            )  # fmt: skip
        step = self.size * _LEADING * MM_PER_PT
        for at, cell in enumerate(row.cells):
            lines = self._lines(cell)
            top = y + height / 2 - step * (len(lines) - 1) / 2
            face: RoleName = "hei" if at in row.marked else "song"
            x = self.left(at) + (self.cell / 2 if row.centred else _PAD)
            for i, line in enumerate(lines):
                sheet.text(
                    x, top + i * step, line.strip(), face, self.size,
                    align="centre" if row.centred else "left", upright="middle",
                    max_width=self.cell - 2 * _PAD, latin=True,
                )  # fmt: skip
        return y + height
