"""Tables in sections, with heads on every page and cells to write in (分组表格)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from seating.documents.house import (
    DARK,
    LIGHT,
    MM_PER_PT,
    PALE,
    Align,
    Box,
    Column,
    Lettering,
    RoleName,
    Sheet,
    Table,
    name_spread,
)
from seating.documents.lists.breaks import Block, Page, evened, paged
from seating.facts.text import Language

Opening = Callable[[str | None], tuple[Sheet, Box]]
"""Starts a page and says which part of it may be filled; given the name of a section (``""`` for
the first page of all) it draws a full head, given ``None`` the table goes on."""

_PAD = 1.6
_LEADING = 1.3
_HEAD = 8.0
_BAND = 7.5
_LINE = 0.15
_LITTLE = 1.25  # the widest cells, if so much wider than nearly all, are not broken
_NARROW = 30.0  # mm; less is no column to be read


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    Attributes:
        cells: a line end in one says where it may be broken if it must.
        shaded: grey ground, for people who do not come.
        joined: belongs to the row above; the ``merged`` columns of the table stay open.
    """

    cells: tuple[str, ...]
    shaded: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading of their own; without a title there is no heading.

    Attributes:
        total: stands at the right of the heading (应到 5 人).
        fresh: begins a page of its own.
    """

    title: str
    rows: Sequence[Row]
    total: str = ""
    fresh: bool = False


@dataclass
class Ruled:
    """A table in sections; sizes in pt, ``row_height`` in mm.

    Rows are up to a tenth lower or a fifth higher than ``row_height`` if that saves a page that
    would be nearly empty.

    Attributes:
        merged: columns that are shown once for rows that are joined.
    """

    columns: Sequence[Column]
    language: Language
    size: float = 10.5
    row_height: float = 7.0
    merged: frozenset[int] = frozenset()
    _sheet: Sheet = field(init=False)
    _area: Box = field(init=False)
    _widths: Sequence[float] = field(init=False)
    _broken: dict[tuple[str, RoleName, float], list[str]] = field(default_factory=dict, init=False)

    def draw(
        self,
        lettering: Lettering,
        begin: Opening,
        sections: Sequence[Section],
        *,
        tail: float = 0.0,
    ) -> tuple[Sheet, float, Box]:
        """Draw all sections, ``tail`` mm remaining free below the last.

        Returns:
            The last page, the y below the table and the area of the table (mm).
        """
        y = 0.0
        for number, run in enumerate(_runs(sections)):
            self._sheet, self._area = begin(run[0].title if run and run[0].fresh else "")
            if not number:
                rows = [row.cells for section in sections for row in section.rows]
                self._widths = self._shares(lettering, rows, self._area.width)
            last = number == len(_runs(sections)) - 1
            y = self._run(lettering, begin, run, tail if last else 0.0)
        return self._sheet, y, self._area

    def _run(
        self, lettering: Lettering, begin: Opening, run: Sequence[Section], tail: float
    ) -> float:
        """Draw sections that follow one another on a page already begun; returns the y below."""
        first, room = self._area.height - _HEAD, self._sheet.body.height - _HEAD

        def heights(share: float) -> list[list[float]]:
            return [[self._height(lettering, r.cells, share) for r in s.rows] for s in run]

        def lay(share: float) -> list[Page]:
            blocks = [
                Block(_BAND if section.title else 0.0, _groups(section.rows, own))
                for section, own in zip(run, heights(share), strict=True)
            ]
            return paged(blocks, first, room, tail)

        share = evened(lay)
        tall = heights(share)
        y = self._heads(self._area.y)
        for number, page in enumerate(lay(share)):
            if number:
                self._sheet, self._area = begin(None)
                y = self._heads(self._area.y)
            for item in page:
                section = run[item.block]
                if item.stop:
                    rows = slice(item.start, item.stop)
                    y = self._part(y, section.rows[rows], tall[item.block][rows])
                elif item.again:
                    again = "（续）" if self.language == "zh" else " (continued)"
                    y = self._band(y, section.title and section.title + again, "")
                else:
                    y = self._band(y, section.title, section.total)
        return y

    def _shares(
        self, lettering: Lettering, rows: Sequence[Sequence[str]], room: float
    ) -> list[float]:
        """Return the widths of the columns in mm; columns that grow share what others leave.

        A column suits all of its cells that are little longer than nearly all; the few longest are
        broken, names squeezed.
        """
        wanted = []
        for i, column in enumerate(self.columns):
            head = lettering.width(column.title, "hei", self.size)
            widths = sorted(self._natural(lettering, row[i], column) for row in rows)
            usual = widths[(len(widths) - 1) * 19 // 20] if widths else 0.0
            longest = widths[-1] if widths else 0.0
            own = max((w for w in widths if w <= usual * _LITTLE), default=0.0)
            if column.name and longest > own:
                own = max(usual, longest * 0.72)
            wanted.append(max(head + 2 * _PAD, own + 2 * _PAD, column.least))
        growing = [i for i, column in enumerate(self.columns) if column.grow]
        rest = room - sum(w for i, w in enumerate(wanted) if i not in growing)
        if not growing or rest < _NARROW * len(growing):
            return Table(self.columns, rows, self.size).widths(lettering, room)
        share = rest / sum(wanted[i] for i in growing)
        return [w * share if i in growing else w for i, w in enumerate(wanted)]

    def _natural(self, lettering: Lettering, cell: str, column: Column) -> float:
        width = lettering.width(cell, column.role, self.size)
        return max(width, name_spread(cell) * self.size * MM_PER_PT if column.name else 0.0)

    def _heads(self, y: float) -> float:
        x, sheet = self._area.x, self._sheet
        for column, width in zip(self.columns, self._widths, strict=True):
            sheet.rect(x, y, width, _HEAD, line=_LINE, stroke=DARK, fill=LIGHT)
            sheet.text(
                x + width / 2, y + _HEAD / 2, column.title, "hei", self.size, align="centre",
                upright="middle", max_width=width - 1.0,
            )  # fmt: skip
            x += width
        return y + _HEAD

    def _band(self, y: float, title: str, total: str) -> float:
        if not title:
            return y
        area, sheet = self._area, self._sheet
        sheet.rect(area.x, y, area.width, _BAND, line=_LINE, stroke=DARK, fill=PALE)
        middle = y + _BAND / 2
        end = sheet.text(
            area.right - _PAD, middle, total, "song", self.size, align="right", upright="middle",
            max_width=area.width * 0.7,
        )  # fmt: skip
        sheet.text(
            area.x + _PAD, middle, title, "hei", self.size + 0.5, upright="middle",
            max_width=area.width - end.width - 3 * _PAD,
        )  # fmt: skip
        return y + _BAND

    def _lines(self, lettering: Lettering, cell: str, role: RoleName, width: float) -> list[str]:
        key = (cell, role, width)
        if key not in self._broken:
            self._broken[key] = self._break(lettering, cell, role, width - 2 * _PAD)
        return self._broken[key]

    def _break(self, lettering: Lettering, cell: str, role: RoleName, room: float) -> list[str]:
        """Break a cell where its words end: at its own line ends first, then behind 、."""

        def fits(words: str) -> bool:
            return lettering.width(words, role, self.size) <= room

        glue = "" if self.language == "zh" else " "
        whole = cell.replace("\n", glue)
        if fits(whole):
            return [whole]
        lines: list[str] = []
        for part in cell.split("\n"):
            line = ""
            for piece in part.replace("、", "、\n").split("\n"):
                if line and not fits(line + piece):
                    lines += lettering.even_lines(line, role, self.size, room)
                    line = ""
                line += piece
            lines += lettering.even_lines(line, role, self.size, room)
        return [line.strip() for line in lines]

    def _height(self, lettering: Lettering, cells: Sequence[str], share: float) -> float:
        most = max(
            1 if column.name else len(self._lines(lettering, cell, column.role, width))
            for cell, column, width in zip(cells, self.columns, self._widths, strict=True)
        )
        return max(self.row_height * share, most * self.size * _LEADING * MM_PER_PT + 1.6)

    def _part(self, y: float, rows: Sequence[Row], heights: Sequence[float]) -> float:
        """Draw rows that are joined; their merged cells are one.  Returns the y below them."""
        sheet = self._sheet
        tall = sum(heights)
        top = y
        for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
            if row.shaded:
                sheet.rect(self._area.x, top, sum(self._widths), height, stroke=None, fill=PALE)
            x = self._area.x
            for i, (column, width) in enumerate(zip(self.columns, self._widths, strict=True)):
                if i not in self.merged or number == 0:
                    box = Box(x, top, width, tall if i in self.merged else height)
                    sheet.rect(box.x, box.y, box.width, box.height, line=_LINE, stroke=DARK)
                    self._cell(box, column, row.cells[i])
                x += width
            top += height
        return y + tall

    def _cell(self, box: Box, column: Column, cell: str) -> None:
        align: Align = column.align
        at = {"left": box.x + _PAD, "centre": box.cx, "right": box.right - _PAD}[align]
        lettering = self._sheet.lettering
        lines = [cell]
        if not column.name:
            lines = self._lines(lettering, cell, column.role, box.width)
        step = self.size * _LEADING * MM_PER_PT
        y = box.cy - step * (len(lines) - 1) / 2
        for line in lines:
            self._sheet.text(
                at, y, line, column.role, self.size, align=align, upright="middle",
                max_width=box.width - 2 * _PAD, spread=name_spread(line) if column.name else 0.0,
            )  # fmt: skip
            y += step


def _runs(sections: Sequence[Section]) -> list[list[Section]]:
    """Return the sections, parted where one begins a page of its own."""
    runs: list[list[Section]] = []
    for section in sections:
        if section.fresh or not runs:
            runs.append([])
        runs[-1].append(section)
    return runs or [[]]


def _groups(rows: Sequence[Row], heights: Sequence[float]) -> list[list[float]]:
    """Return the heights of the rows, each with those joined to it."""
    groups: list[list[float]] = []
    for row, height in zip(rows, heights, strict=True):
        if row.joined and groups:
            groups[-1].append(height)
        else:
            groups.append([height])
    return groups
