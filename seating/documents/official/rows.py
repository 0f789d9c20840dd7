"""Rows of the 28-character grid, before they are given to pages (行)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from seating.documents.official.measures import MM, Page, measure
from seating.documents.official.model import Role, Rule, Words, cells_of, tokens


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one line of the grid; heights inside it count from the line's top in mm.

    Attributes:
        blank: nothing stands here; dropped at the top of a page.
        body: it is a line of the document's text (正文).
        stay: this many further rows must come on the same page.
        under: the head of the table, repeated when this row begins a page.
    """

    words: tuple[Words, ...] = ()
    rules: tuple[Rule, ...] = ()
    blank: bool = False
    body: bool = False
    stay: int = 0
    under: Row | None = None

    def at(self, top: float) -> tuple[tuple[Words, ...], tuple[Rule, ...]]:
        """Return words and rules with the row's top at ``top`` mm."""
        return (
            tuple(replace(word, top=word.top + top) for word in self.words),
            tuple(replace(rule, y0=rule.y0 + top, y1=rule.y1 + top) for rule in self.rules),
        )


BLANK = Row(blank=True)


def lay(
    page: Page,
    column: float,
    text: str,
    role: Role = "fang",
    *,
    spread: float = 0.0,
    top: float = 0.0,
    cell: float = 0.0,
    size: float = 0.0,
) -> tuple[Words, ...]:
    """Put text into cells from ``column`` on; ASCII takes half a cell for each character.

    Args:
        page: the grid.
        column: first cell, 0 = the left edge of the type area; halves are allowed.
        text: what is set.
        role: typeface.
        spread: cells to take instead of the natural number, by widening all pitches.
        top: height in mm inside the row.
        cell: pitch in mm; 0 = the grid's.
        size: size of type in pt; 0 = size 3.
    """
    size = size or measure("size.body")
    cell = cell or page.cell
    natural = cells_of(text)
    share = spread / natural if spread and natural else 1.0
    x = page.left + column * page.cell
    found = []
    for token in tokens(text):
        width = cells_of(token) * cell * share
        if token.isascii():
            words = Words(token, x + width / 2, top, size, role, room=width, align="centre")
        else:
            inset = max(0.0, (cell * share - size * MM) / 2)
            words = Words(
                token, x + inset, top, size, role, fill=run_width(token, cell * share, size)
            )
        if token.strip():
            found.append(words)
        x += width
    return tuple(found)


def run_width(text: str, pitch: float, size: float) -> float:
    """Return the width in mm from the first to the last edge of characters ``pitch`` mm apart."""
    return (len(text) - 1) * pitch + size * MM


def spread_names(page: Page, names: Iterable[str], right: float) -> list[Row]:
    """Return one row for each name, all spaced to the width of the longest, ending at a cell."""
    listed = list(names)
    widest = max(map(cells_of, listed))
    rows = []
    for name in listed:
        gaps = len(name) - 1
        if gaps and cells_of(name) < widest and not any(c.isascii() for c in name):
            fill = run_width(name, (widest - 1) / gaps * page.cell, measure("size.body"))
            words = lay(page, right - widest, name)
            rows.append(Row(words=tuple(replace(w, fill=fill) for w in words)))
        else:
            rows.append(Row(words=lay(page, right - widest, name)))
    return rows
