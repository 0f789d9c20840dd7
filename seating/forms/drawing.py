"""Plain-text drawings of rows of seats, columns aligned (文字座次图)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise


def width(text: str) -> int:
    """Return the number of columns that a text takes in a terminal; a 汉字 takes two."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def centred(text: str, columns: int) -> str:
    """Return the text in the middle of a cell of so many columns."""
    spare = max(0, columns - width(text))
    return " " * (spare // 2) + text + " " * (spare - spare // 2)


def draw(rows: Sequence[Sequence[tuple[float, str]]]) -> str:
    """Draw rows of (x in mm, text), each row already in reading order.

    The smallest distance between neighbours becomes one cell, so that seats behind each other
    stand under each other and aisles show as gaps.
    """
    cells = [cell for row in rows for cell in row]
    if not cells:
        return ""
    cell = max(width(text) for _, text in cells)
    gaps = [b[0] - a[0] for row in rows for a, b in pairwise(row)]
    pitch = min((gap for gap in gaps if gap > 1.0), default=1.0)
    left = min(x for x, _ in cells)
    return "\n".join(_draw_row(row, left, pitch, cell) for row in rows)


def _draw_row(row: Sequence[tuple[float, str]], left: float, pitch: float, cell: int) -> str:
    line, used = "", 0
    for x, text in row:
        column = round((x - left) / pitch * (cell + 1) + 1e-6)
        column = max(column, used + 1 if line else 0)
        line += " " * (column - used) + centred(text, cell)
        used = column + max(cell, width(text))
    return line.rstrip()
