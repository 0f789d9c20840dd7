"""Ruled tables in attachments: one grid line for each row, text fitted, never cut (表格)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from seating.documents.official.measures import MM, Page, measure
from seating.documents.official.model import Role, Rule, Table, Words, cells_of
from seating.documents.official.rows import Row

PADDING = 1.2
"""Free mm left and right of the text of a cell."""


def column_widths(page: Page, table: Table) -> tuple[float, ...]:
    """Return the widths of the columns in mm; together they fill the type area."""
    if table.weights:
        return tuple(page.width * w / sum(table.weights) for w in table.weights)
    em = measure("size.table") * MM
    lines = [table.head, *table.rows] if table.head else list(table.rows)
    columns = list(zip(*lines, strict=True))
    wished = [
        min(max(map(cells_of, column)) * em, page.width * 0.4) + 2 * PADDING + 1
        for column in columns
    ]
    return tuple(page.width * wish / sum(wished) for wish in wished)


def table_rows(page: Page, table: Table) -> list[Row]:
    """Return the rows of a table, its head first; a row that begins a page repeats the head.

    Heads are of one size and cells of another; only what then still does not fit is smaller.
    """
    widths = column_widths(page, table)
    lid = Rule(page.left, 0, page.right, 0, measure("table.rule"))
    size = common_size(table.rows, widths)
    rows = [_row(page, table, cells, widths, size) for cells in table.rows]
    if not table.head:
        return [replace(row, rules=(lid, *row.rules)) for row in rows[:1]] + rows[1:]
    head = _row(page, table, table.head, widths, common_size([table.head], widths), head=True)
    head = replace(head, rules=(lid, *head.rules), stay=1 if rows else 0)
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
) -> Row:
    line = measure("table.rule")
    words: tuple[Words, ...] = ()
    rules = [Rule(page.left, page.line, page.right, page.line, line)]
    x = page.left
    rules.append(Rule(x, 0, x, page.line, line))
    for column, (text, width) in enumerate(zip(cells, widths, strict=True)):
        left = not head and column in table.left
        label = head or (not table.head and column == 0)
        box = Cell(x, width, page.line, size, left)
        words += _fit(text, box, "hei" if label else "fang")
        x += width
        rules.append(Rule(x, 0, x, page.line, line))
    return Row(words=words, rules=tuple(rules))


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a text stands in a table: mm, the size wished in pt, at the left or in the middle."""

    x: float
    width: float
    height: float
    size: float
    left: bool


def _fit(text: str, cell: Cell, role: Role) -> tuple[Words, ...]:
    """Set text into a cell: smaller down to 9 pt, then in two or three lines, then squeezed."""
    room = cell.width - 2 * PADDING
    size, smallest = cell.size, measure("size.table_smallest")
    ems = cells_of(text)
    if ems * size * MM > room + 0.01:
        size = max(smallest, room / (ems * MM))
    lines = min(3, max(1, round(ems * size * MM / room + 0.45)))
    if lines == 1:
        parts = [text]
    else:
        step = -(-len(text) // lines)
        parts = [text[i : i + step] for i in range(0, len(text), step)]
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
