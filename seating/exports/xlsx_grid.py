"""A layout as the cells of a sheet: rows as rows, aisles as blank columns (座次图的格子)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from seating.facts.text import Text
from seating.facts.venue import Layout, Place, View

_SHOWN = ("stage", "screen", "lectern", "door", "table", "round-table", "label", "vehicle")
_CLOSE = 0.45  # places nearer than this share of a seat stand in one row or column
_WIDE = 3  # a chart with more columns than this for each seat of its longest row is listed


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that is no seat; it spans the columns from first to last (both inclusive)."""

    row: int
    first: int
    last: int
    text: Text


@dataclass(frozen=True, kw_only=True)
class Grid:
    """Where each place goes; rows and columns count from 0.

    Attributes:
        titles: number of the row of seats shown at the left, by row.
        gaps: blank columns and rows (aisles).
    """

    rows: int
    columns: int
    seats: dict[tuple[int, int], Place]
    marks: tuple[Mark, ...]
    titles: dict[int, Text]
    gap_columns: frozenset[int]
    gap_rows: frozenset[int]


def grid(layout: Layout, view: View) -> Grid:
    """Lay a layout out in cells, as it is seen from a viewpoint."""
    drawn = _drawn(layout, view)
    rows: dict[int, int] = {}
    for row, _ in drawn.seats:
        rows[row] = rows.get(row, 0) + 1
    if len(drawn.seats) < len(layout.places) or drawn.columns > _WIDE * max(rows.values()):
        return _listed(layout)
    return drawn


def _drawn(layout: Layout, view: View) -> Grid:
    sign = -1.0 if view == "seated" else 1.0
    width = min(p.width for p in layout.places)
    depth = min(p.depth for p in layout.places)
    ys = _clusters((-sign * p.y for p in layout.places), _CLOSE * depth)
    xs = _clusters((sign * p.x for p in layout.places), _CLOSE * width)
    inside: dict[int, list[float]] = {}
    for place in layout.places:
        inside.setdefault(_spot(ys, -sign * place.y), []).append(sign * place.x)
    steps = [b - a for line in inside.values() for a, b in pairwise(sorted(line))]
    across = median(steps) if steps else width
    down = median([b - a for a, b in pairwise(ys)]) if len(ys) > 1 else depth
    column, gap_columns = _spaced(xs, 1.5 * across)
    row, gap_rows = _spaced(ys, 1.6 * down)
    seats = {(row[_spot(ys, -sign * p.y)], column[_spot(xs, sign * p.x)]): p for p in layout.places}
    marks = list(_marks(layout, sign, xs, ys, column, row, frozenset(seats)))
    top = -min((m.row for m in marks), default=0)
    top = max(0, top)
    titles: dict[int, Text] = {}
    for at in sorted({r for r, _ in seats}):
        numbers = {p.row for (r, _), p in seats.items() if r == at}
        if len(numbers) == 1 and len({p.row for p in layout.places}) > 1:
            number = numbers.pop()
            titles[at + top] = Text(f"第{number}排", f"row {number}")
    last = max([*row, *(m.row for m in marks)])
    return Grid(
        rows=last + top + 1,
        columns=column[-1] + 1,
        seats={(r + top, c): p for (r, c), p in seats.items()},
        marks=tuple(Mark(m.row + top, m.first, m.last, m.text) for m in marks),
        titles=titles,
        gap_columns=gap_columns,
        gap_rows=frozenset(r + top for r in gap_rows),
    )


def _marks(
    layout: Layout,
    sign: float,
    xs: Sequence[float],
    ys: Sequence[float],
    column: Sequence[int],
    row: Sequence[int],
    taken: frozenset[tuple[int, int]],
) -> Iterable[Mark]:
    """Place labelled fixtures: bands before and behind the seats, cells between them."""
    shown = [f for f in layout.fixtures if f.kind in _SHOWN and f.label.zh]
    above = sorted((f for f in shown if -sign * f.y < ys[0]), key=lambda f: sign * f.y)
    below = sorted((f for f in shown if -sign * f.y > ys[-1]), key=lambda f: -sign * f.y)
    for at, band in ((-1, above), (1, below)):
        line, before = (0, None) if at < 0 else (row[-1], None)
        for f in band:
            y = -sign * f.y
            if before is None or abs(y - before) > 300:
                line, before = line + at, y
            first = last = column[_nearest(xs, sign * f.x)]
            if f.width > (xs[-1] - xs[0]) / 2:
                first, last = 0, column[-1]
            yield Mark(line, first, last, f.label)
    for f in shown:
        if f in above or f in below:
            continue
        cell = row[_nearest(ys, -sign * f.y)], column[_nearest(xs, sign * f.x)]
        if cell not in taken:
            yield Mark(cell[0], cell[1], cell[1], f.label)


def _listed(layout: Layout) -> Grid:
    """One row for each table, block or row of seats, in order of the places' numbers."""
    lines: dict[tuple[str, int], list[Place]] = {}
    for place in layout.places:
        key = (place.block, 0) if place.block else ("", place.row)
        lines.setdefault(key, []).append(place)
    seats, titles = {}, {}
    for at, ((block, number), places) in enumerate(lines.items()):
        ordered = sorted(places, key=lambda p: (p.row, p.number, p.honour, p.id))
        seats.update({((at, c)): p for c, p in enumerate(ordered)})
        titles[at] = Text(block or f"第{number}排", block or f"row {number}")
    return Grid(
        rows=len(lines),
        columns=max(len(line) for line in lines.values()),
        seats=seats,
        marks=(),
        titles=titles,
        gap_columns=frozenset(),
        gap_rows=frozenset(),
    )


def _clusters(values: Iterable[float], near: float) -> list[float]:
    """Return the first value of each group of values that lie near one another."""
    found: list[float] = []
    for value in sorted(set(values)):
        if not found or value - found[-1] > near:
            found.append(value)
    return found


def _spot(starts: Sequence[float], value: float) -> int:
    return max(i for i, start in enumerate(starts) if start <= value)


def _nearest(starts: Sequence[float], value: float) -> int:
    return min(range(len(starts)), key=lambda i: abs(starts[i] - value))


def _spaced(starts: Sequence[float], wide: float) -> tuple[list[int], frozenset[int]]:
    """Number the groups; a gap wider than this gets a blank number of its own."""
    numbers, gaps = [0], []
    for a, b in pairwise(starts):
        at = numbers[-1] + 1
        if b - a > wide:
            gaps.append(at)
            at += 1
        numbers.append(at)
    return numbers, frozenset(gaps)
