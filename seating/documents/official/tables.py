"""Ruled tables in attachments: one grid line for each row, text fitted, never cut (表格)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from seating.documents.official.measures import MM, Page, measure
from seating.documents.official.model import Role, Rule, Table, Words, cells_of
from seating.documents.official.rows import Row
from seating.documents.official.title import words_of

PADDING = 1.2
"""Free mm left and right of the text of a cell."""

_LOST = -0.05
"""So much of a line more than whole ones is squeezed in."""


def column_widths(page: Page, table: Table) -> tuple[float, ...]:
    """Return the widths of the columns in mm; together they fill the type area.

    Where there is too little room, the longest columns give way: names and numbers stay whole.
    """
    if table.weights:
        return tuple(page.width * w / sum(table.weights) for w in table.weights)
    lines = [table.head, *table.rows] if table.head else list(table.rows)
    columns = list(zip(*lines, strict=True))

    def wishes(size: float) -> list[float]:
        return [
            min(max(map(cells_of, column)) * size * MM, page.width * 0.4) + 2 * PADDING + 1
            for column in columns
        ]

    wished = wishes(measure("size.table"))
    if sum(wished) > page.width:
        wished = _capped(wishes(measure("size.table_least")), page.width)
    return tuple(page.width * wish / sum(wished) for wish in wished)


def _capped(wished: Sequence[float], room: float) -> list[float]:
    """Cut the widest columns to one width so that all together take no more than ``room`` mm."""
    left, others = room, len(wished)
    for width in sorted(wished):
        if width * others > left:
            cap = left / others
            return [min(width, cap) for width in wished]
        left -= width
        others -= 1
    return list(wished)


def table_rows(page: Page, table: Table) -> list[Row]:
    """Return the rows of a table, its head first; a row that begins a page repeats the head.

    Heads are of one size and cells of another; only what then still does not fit is smaller.
    """
    widths = column_widths(page, table)
    lid = Rule(page.left, 0, page.right, 0, measure("table.rule"))
    size = common_size(table.rows, widths)
    tall = [_grid_lines(page, cells, widths) for cells in table.rows]
    rows = [
        row
        for cells, lines in zip(table.rows, tall, strict=True)
        for row in (
            _row(page, table, cells, widths, size, lines=lines),
            *(Row(stay=lines - 1 - i) for i in range(1, lines)),
        )
    ]
    if not table.head:
        return [replace(row, rules=(lid, *row.rules)) for row in rows[:1]] + rows[1:]
    head = _row(page, table, table.head, widths, common_size([table.head], widths), head=True)
    head = replace(head, rules=(lid, *head.rules), stay=tall[0] if rows else 0)
    return [head, *(replace(row, under=head) for row in rows)]


def common_size(rows: Sequence[tuple[str, ...]], widths: tuple[float, ...]) -> float:
    """Return the size in pt at which all cells fit on one line, but no less than 10.5."""
    size = measure("size.table")
    for cells in rows:
        for text, width in zip(cells, widths, strict=True):
            if text:
                size = min(size, (width - 2 * PADDING) / (cells_of(text) * MM))
    return max(measure("size.table_least"), size)


def _row(
    page: Page,
    table: Table,
    cells: tuple[str, ...],
    widths: tuple[float, ...],
    size: float,
    head: bool = False,
    lines: int = 1,
) -> Row:
    line, height = measure("table.rule"), page.line * lines
    words: tuple[Words, ...] = ()
    rules = [Rule(page.left, height, page.right, height, line)]
    x = page.left
    rules.append(Rule(x, 0, x, height, line))
    for column, (text, width) in enumerate(zip(cells, widths, strict=True)):
        left = not head and column in table.left
        label = head or (not table.head and column == 0)
        box = Cell(x, width, height, size, left)
        words += _fit(text, box, "hei" if label else "fang")
        x += width
        rules.append(Rule(x, 0, x, height, line))
    return Row(words=words, rules=tuple(rules), stay=lines - 1)


def _grid_lines(page: Page, cells: tuple[str, ...], widths: tuple[float, ...]) -> int:
    """Return how many lines of the grid a row takes so that no cell is squeezed."""
    em = measure("size.table_smallest") * MM
    most = int(page.line / em)
    lines = [
        math.ceil(cells_of(text) * em / (width - 2 * PADDING) + _LOST)
        for text, width in zip(cells, widths, strict=True)
    ]
    return 1 if max(lines) <= most else math.ceil(max(lines) / most)


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a text stands in a table: mm, the size wished in pt, at the left or in the middle."""

    x: float
    width: float
    height: float
    size: float
    left: bool


def _fit(text: str, cell: Cell, role: Role) -> tuple[Words, ...]:
    """Set text into a cell: smaller down to 9 pt, then in more lines, then squeezed."""
    room = cell.width - 2 * PADDING
    size, smallest = cell.size, measure("size.table_smallest")
    ems = cells_of(text)
    if ems * size * MM > room + 0.01:
        size = max(smallest, room / (ems * MM))
    most = int(cell.height / (size * MM))
    lines = min(max(3, most), max(1, round(ems * size * MM / room + 0.45)))
    parts = _parts(text, lines, room / (size * MM))
    tall = size * MM
    top = (cell.height - tall * len(parts)) / 2
    return tuple(
        Words(
            part,
            cell.x + PADDING if cell.left else cell.x + cell.width / 2,
            top + i * tall,
            size,
            role,
            room=room,
            align="left" if cell.left else "centre",
        )
        for i, part in enumerate(parts)
        if part
    )


def _parts(text: str, lines: int, most: float) -> list[str]:
    """Part a text into lines, between words where they then have no more than ``most`` cells."""
    if lines == 1:
        return [text]
    units = words_of(text)
    ways = [
        (len(one) == len(two) == 1, "".join(units[:cut]), "".join(units[cut:]))
        for cut, (one, two) in enumerate(pairwise(units), 1)
    ]
    ways = [way for way in ways if max(map(cells_of, way[1:])) <= most]
    if lines == 2 and ways:
        # A cut between two single characters may go through an unknown word.
        _, first, second = min(ways, key=lambda way: (way[0], max(map(cells_of, way[1:]))))
        return [first, second]
    filled = [""]
    for unit in units:
        if filled[-1] and cells_of(filled[-1] + unit) > most:
            filled.append("")
        filled[-1] += unit
    if len(filled) <= lines and max(map(cells_of, filled)) <= most:
        return filled
    step = -(-len(text) // lines)
    return [text[i : i + step] for i in range(0, len(text), step)]
