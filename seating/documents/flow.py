"""Matter poured into columns and pages (分栏与换页)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from seating.documents.paper import Box
from seating.documents.sheet import Sheet

Begin = Callable[[], tuple[Sheet, Box]]
"""Starts a page (or goes on with the one in hand) and says which part of it may be filled."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that stays in one column.

    Attributes:
        height: in mm.
        draw: called with sheet, left edge, top edge and width of the column, all in mm.
        keep: must not be the last of a column (a heading).
        again: drawn above if this begins a column: the heading it stands under, repeated.
    """

    height: float
    draw: Callable[[Sheet, float, float, float], None]
    keep: bool = False
    again: Piece | None = None


def pour(
    pieces: Sequence[Piece], begin: Begin, *, columns: int = 1, gap: float = 6.0
) -> tuple[Sheet, float]:
    """Fill columns from the left, then pages; the columns of the last page become equally long.

    Args:
        pieces: in reading order; one higher than a page is drawn nevertheless.
        begin: called for every page, the first too.
        columns: per page.
        gap: between columns, in mm.

    Returns:
        The last page and the y in mm below its longest column.
    """
    sheet, area = begin()
    rest = list(pieces)
    low = area.y
    while rest:
        width = (area.width - gap * (columns - 1)) / columns
        heights = [piece.height for piece in rest]
        keeps = [piece.keep for piece in rest]
        heads = _heads(rest)
        cuts = _cuts(heights, keeps, area.height, columns, heads)
        if cuts[-1] == len(rest):
            cuts = _even(heights, keeps, area.height, columns, heads)
        start = 0
        low = area.y
        for column, stop in enumerate(cuts):
            x, y = area.x + column * (width + gap), area.y
            again = rest[start].again if start < stop else None
            for piece in [again, *rest[start:stop]] if again else rest[start:stop]:
                piece.draw(sheet, x, y, width)
                y += piece.height
            low = max(low, y)
            start = stop
        if start == 0 and area.height < 40:
            sheet, area = begin()
            continue
        rest = rest[start:]
        if rest:
            sheet, area = begin()
    return sheet, low


def holds(pieces: Sequence[Piece], height: float, columns: int) -> bool:
    """Whether so many columns of a height in mm hold all the pieces."""
    heights, keeps = [p.height for p in pieces], [p.keep for p in pieces]
    return _cuts(heights, keeps, height, columns, _heads(pieces))[-1] == len(pieces)


def _heads(pieces: Sequence[Piece]) -> list[float]:
    """Return how many mm each piece needs besides if it begins a column."""
    return [piece.again.height if piece.again else 0.0 for piece in pieces]


def _cuts(
    heights: Sequence[float],
    keeps: Sequence[bool],
    height: float,
    columns: int,
    heads: Sequence[float] = (),
) -> list[int]:
    """Return where each column ends when none is higher than ``height`` mm.

    ``heads``: mm each piece needs besides if it begins a column.
    """
    cuts: list[int] = []
    at = 0
    for _ in range(columns):
        head = heads[at] if at < len(heads) else 0.0
        used, stop = head, at
        while stop < len(heights) and used + heights[stop] <= height + 1e-6:
            used += heights[stop]
            stop += 1
        if stop < len(heights):
            back = stop
            while back > at and keeps[back - 1]:
                back -= 1
            stop = back if back > at else stop
        if stop == at < len(heights) and head + heights[at] > height and height >= 40:
            stop = at + 1
        cuts.append(stop)
        at = stop
    return cuts


def _even(
    heights: Sequence[float],
    keeps: Sequence[bool],
    height: float,
    columns: int,
    heads: Sequence[float] = (),
) -> list[int]:
    """Return the cuts for the lowest columns that still hold everything."""
    low, high = sum(heights) / columns, height
    best = _cuts(heights, keeps, high, columns, heads)
    for _ in range(12):
        middle = (low + high) / 2
        cuts = _cuts(heights, keeps, middle, columns, heads)
        if cuts[-1] == len(heights):
            best, high = cuts, middle
        else:
            low = middle
    return best


def pages_of(pieces: Sequence[Piece], first: float, room: float, columns: int) -> int:
    """Return how many pages :func:`pour` fills.

    Args:
        pieces: in reading order.
        first: height in mm of the first page's columns.
        room: the same of all others.
        columns: per page.
    """
    heights, keeps = [p.height for p in pieces], [p.keep for p in pieces]
    heads = _heads(pieces)
    pages, start, height = 0, 0, first
    while start < len(pieces):
        stop = _cuts(heights[start:], keeps[start:], height, columns, heads[start:])[-1]
        start += max(stop, 1)
        pages, height = pages + 1, room
    return max(pages, 1)


def fitting(pages: Callable[[float], int], sizes: Sequence[float], usual: float) -> float:
    """Return the size of type at which the last page is not left nearly empty.

    The largest size that needs no more pages than ``usual``, or one fewer where the smallest of
    ``sizes`` saves one.

    Args:
        pages: how many pages there are at a size.
        sizes: in pt, the largest first, ``usual`` among them.
        usual: the size wished.
    """
    least = min(pages(usual), pages(sizes[-1]))
    return next(size for size in sizes if pages(size) <= least or size == sizes[-1])
