"""Tables whose columns are as wide as their words need, with the head on every page (表格)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.flow import Begin
from seating.documents.ink import DARK, LIGHT, PALE
from seating.documents.lettering import Lettering, RoleName, name_spread
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Align, Sheet

_PAD = 1.6
_LEADING = 1.35


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        title: head of the column.
        align: of the cells; heads are centred.
        role: typeface of the cells.
        least: least width in mm, e.g. for columns to be filled in by hand.
        name: cells are people's names (张三 spaced as wide as three characters).
        grow: gets a share of the room left over.
    """

    title: str
    align: Align = "left"
    role: RoleName = "song"
    least: float = 0.0
    name: bool = False
    grow: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its look; sizes in pt, ``row_height`` (the least) in mm."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    size: float = 10.5
    row_height: float = 6.5
    zebra: bool = True
    grid: bool = True

    def draw(self, lettering: Lettering, begin: Begin) -> tuple[Sheet, float]:
        """Draw the table; returns the last page and the y in mm below the table."""
        sheet, area = begin()
        widths = self.widths(lettering, area.width)
        head = [column.title for column in self.columns]
        y = self._row(sheet, area, area.y, widths, head, shade=True, head=True)
        for number, row in enumerate(self.rows):
            height = self._height(lettering, widths, row)
            if y + height > area.bottom and y > area.y + height:
                sheet, area = begin()
                y = self._row(sheet, area, area.y, widths, head, shade=True, head=True)
            y = self._row(sheet, area, y, widths, row, shade=self.zebra and number % 2 == 1)
        return sheet, y

    def widths(self, lettering: Lettering, room: float) -> list[float]:
        """Return the width of every column in mm; together they are ``room``."""
        wanted = []
        for i, column in enumerate(self.columns):
            natural = [lettering.width(column.title, "hei", self.size)]
            for row in self.rows:
                width = lettering.width(row[i], column.role, self.size)
                spread = name_spread(row[i]) * self.size * MM_PER_PT if column.name else 0.0
                natural.append(max(width, spread))
            wanted.append(max(max(natural) + 2 * _PAD, column.least))
        total = sum(wanted)
        if total <= room:
            growing = [i for i, c in enumerate(self.columns) if c.grow] or range(len(wanted))
            share = (room - total) / len(list(growing))
            return [w + share if i in growing else w for i, w in enumerate(wanted)]
        # Narrow columns keep what they need; the wide ones share the rest.
        left, narrow = room, set[int]()
        while True:
            fair = left / max(1, len(wanted) - len(narrow))
            more = {i for i, w in enumerate(wanted) if i not in narrow and w <= fair}
            if not more or len(narrow) + len(more) == len(wanted):
                break
            narrow |= more
            left = room - sum(wanted[i] for i in narrow)
        wide = sum(w for i, w in enumerate(wanted) if i not in narrow) or 1.0
        return [w if i in narrow else left * w / wide for i, w in enumerate(wanted)]

    def _height(self, lettering: Lettering, widths: Sequence[float], row: Sequence[str]) -> float:
        most = max(
            len(lettering.lines(cell, column.role, self.size, width - 2 * _PAD))
            for cell, column, width in zip(row, self.columns, widths, strict=True)
        )
        return max(self.row_height, most * self.size * _LEADING * MM_PER_PT + 2)

    def _row(
        self,
        sheet: Sheet,
        area: Box,
        y: float,
        widths: Sequence[float],
        row: Sequence[str],
        *,
        shade: bool,
        head: bool = False,
    ) -> float:
        height = self._height(sheet.lettering, widths, row)
        if shade:
            fill = LIGHT if head else PALE
            sheet.rect(area.x, y, sum(widths), height, stroke=None, fill=fill)
        x = area.x
        step = self.size * _LEADING * MM_PER_PT
        for cell, column, width in zip(row, self.columns, widths, strict=True):
            role: RoleName = "hei" if head else column.role
            align: Align = "centre" if head else column.align
            at = {"left": x + _PAD, "centre": x + width / 2, "right": x + width - _PAD}[align]
            lines = sheet.lettering.lines(cell, role, self.size, width - 2 * _PAD)
            line_y = y + (height - step * len(lines)) / 2 + step / 2
            for line in lines:
                sheet.text(
                    at,
                    line_y,
                    line.strip(),
                    role,
                    self.size,
                    align=align,
                    upright="middle",
                    max_width=width - 2 * _PAD,
                    spread=name_spread(line) if column.name and not head else 0.0,
                )
                line_y += step
            if self.grid:
                sheet.rect(x, y, width, height, line=0.12, stroke=DARK)
            x += width
        return y + height
