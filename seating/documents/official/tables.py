"""Ruled tables in attachments: one grid line for each row, text fitted, never cut (表格)."""

from __future__ import annotations

from dataclasses import replace

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
    columns = [[head, *(row[i] for row in table.rows)] for i, head in enumerate(table.head)]
    wished = [
        min(max(map(cells_of, column)) * em, page.width * 0.4) + 2 * PADDING + 1
        for column in columns
    ]
    return tuple(page.width * wish / sum(wished) for wish in wished)


def table_rows(page: Page, table: Table) -> list[Row]:
    """Return the rows of a table, its head first; a row that begins a page repeats the head."""
    widths = column_widths(page, table)
    head = _row(page, table.head, widths, "hei")
    lid = Rule(page.left, 0, page.right, 0, measure("table.rule"))
    head = replace(head, rules=(lid, *head.rules), stay=1 if table.rows else 0)
    rows = (_row(page, cells, widths, "fang") for cells in table.rows)
    return [head, *(replace(row, under=head) for row in rows)]


def _row(page: Page, cells: tuple[str, ...], widths: tuple[float, ...], role: Role) -> Row:
    line = measure("table.rule")
    words: tuple[Words, ...] = ()
    rules = [Rule(page.left, page.line, page.right, page.line, line)]
    x = page.left
    rules.append(Rule(x, 0, x, page.line, line))
    for text, width in zip(cells, widths, strict=True):
        words += _fit(text, x + width / 2, width - 2 * PADDING, page.line, role)
        x += width
        rules.append(Rule(x, 0, x, page.line, line))
    return Row(words=words, rules=tuple(rules))


def _fit(text: str, centre: float, room: float, height: float, role: Role) -> tuple[Words, ...]:
    """Set text into a cell: smaller down to 9 pt, then in two or three lines, then squeezed."""
    size, smallest = measure("size.table"), measure("size.table_smallest")
    ems = cells_of(text)
    if ems * size * MM > room:
        size = max(smallest, room / (ems * MM))
    lines = min(3, max(1, round(ems * size * MM / room + 0.45)))
    if lines == 1:
        parts = [text]
    else:
        step = -(-len(text) // lines)
        parts = [text[i : i + step] for i in range(0, len(text), step)]
    tall = size * MM
    top = (height - tall * len(parts)) / 2
    return tuple(
        Words(part, centre, top + i * tall, size, role, room=room, align="centre")
        for i, part in enumerate(parts)
        if part
    )
