"""The largest cards that a plan on a page can carry without touching each other (求字号)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seating.documents.charts.plot import (
    Anchor,
    Plot,
    box_corners,
    disc_overlaps,
    overlap,
)
from seating.documents.charts.reach import (
    flags_of,
    in_vehicle,
    outermost_anchors,
    outermost_points,
    stands_under,
)
from seating.documents.charts.shape import Shape, Shapes
from seating.documents.charts.words import FAR
from seating.documents.paper import Box
from seating.facts.venue import Fixture, Layout

Grid = dict[tuple[int, int], list[Box]]

_GAP = 0.8
_SAME = 50.0  # mm
_MAST = 8.0  # mm on paper that a flag takes before its card
_LEAST, _MOST = 4.0, 22.0
_TITLED_LEAST = 8.8
_TITLED_SHARE = 0.5
_COLUMN = 1.6  # names set downwards must be so much larger to be chosen …
_LEGIBLE = 8.0  # … unless names set across are smaller than this
_LARGEST = 20.0
_LARGEST_VEHICLE = 9.0
_DOOR_WORDS = 7.0
_SOLID = (
    "table",
    "round-table",
    "lectern",
    "door",
    "plant",
    "flag",
    "label",
    "stage",
    "screen",
    "wall",
)


@dataclass(frozen=True, slots=True)
class Fit:
    """How a plan lies on its page: the shape and size of its cards, and its scale."""

    shape: Shape
    size: float
    plot: Plot

    def box(self, anchor: Anchor) -> Box:
        """Return the card that hangs off an anchor."""
        return anchor.box(self.plot, *self.shape.card(self.size))


class Fitting:
    """A layout prepared for being fitted into boxes."""

    def __init__(self, layout: Layout, *, turned: bool) -> None:
        self.layout = layout
        self.turned = turned
        self.inside = {p.id for p in layout.places if in_vehicle(p, layout)}
        tables = [f for f in layout.fixtures if f.kind in ("table", "round-table")]
        self.anchors = {
            p.id: Anchor.of(p, tables, inside=p.id in self.inside) for p in layout.places
        }
        self.largest = _LARGEST_VEHICLE if self.inside else _LARGEST
        self.solid = [
            f for f in layout.fixtures if f.kind in _SOLID and not stands_under(f, layout)
        ]
        self.flags = flags_of(layout)
        low = min((p.y for p in layout.places), default=0.0) - FAR
        self.edges = list(outermost_points(layout.fixtures, low))
        self.extremes = list(outermost_anchors(self.anchors.values()))
        self.row_gap = _row_gap(layout) if layout.form == "photo" else math.inf

    def best(self, shapes: Shapes, area: Box, most: float = _MOST) -> Fit | None:
        """Return the best fit: with posts where names stay large, else without; or ``None``."""
        plain = self._largest(shapes.plain, area, most)
        titled = self._largest(shapes.titled, area, most)
        least = max(_TITLED_LEAST, _TITLED_SHARE * plain.size if plain else 0.0)
        return titled if titled and titled.size >= least else plain

    def forced(self, shapes: Shapes, area: Box) -> Fit:
        """Return the smallest cards on the whole plan, though they may touch each other."""
        shape = shapes.plain[0]
        plot = self.place(*shape.card(_LEAST), area) or self.place(0.1, 0.1, area)
        x0, y0, x1, y1 = self.layout.extent
        if plot is None:
            scale = max((x1 - x0) / area.width, (y1 - y0) / area.height, 1.0)
            plot = Plot(scale, self.turned, area.cx, area.cy)
        return Fit(shape, _LEAST, plot)

    def _largest(self, shapes: Sequence[Shape], area: Box, most: float) -> Fit | None:
        """Return the best shape; one with names set downwards must be clearly better."""
        best: Fit | None = None
        for shape in (s for s in shapes if s.arrangement != "column"):
            least = best.size * best.shape.weight / shape.weight if best else _LEAST
            fit = self._fit(shape, area, most, least) if least <= most else None
            best = max((f for f in (best, fit) if f), key=_merit, default=None)
        least = _LEAST
        if best is not None:
            least = best.size * (_COLUMN if best.size >= _LEGIBLE else 1.0)
        for shape in (s for s in shapes if s.arrangement == "column"):
            down = self._fit(shape, area, most, least) if least <= most else None
            best = down if down and down.size > least else best or down
        return best

    def fits(self, shapes: Shapes, size: float, area: Box) -> bool:
        """Whether names can have a size in at least one of the shapes without posts."""
        return any(self._at(shape, size, area) for shape in shapes.plain)

    def _fit(self, shape: Shape, area: Box, most: float, least: float) -> Fit | None:
        """Return the largest size of one shape that is at least ``least``, found by halving."""
        best = self._at(shape, least, area)
        if best is None:
            return None
        low, high = least, most
        top = self._at(shape, high, area)
        if top is not None:
            return top
        for _ in range(8):
            middle = (low + high) / 2
            fit = self._at(shape, middle, area)
            if fit is None:
                high = middle
            else:
                low, best = middle, fit
        return best

    def _at(self, shape: Shape, size: float, area: Box) -> Fit | None:
        width, height = shape.card(size)
        plot = self.place(width, height, area)
        if plot is None or height + _GAP > self.row_gap / plot.scale + 1e-6:
            return None
        if self.crowded(plot, width, height):
            return None
        return Fit(shape, size, plot)

    def place(self, width: float, height: float, area: Box) -> Plot | None:
        """Return the largest plan in the middle of the area, cards and all, or ``None``."""
        low, high = 0.0, 1 / self.largest
        if not self._inside(Plot(1e9, self.turned), width, height, area):
            return None
        if self._inside(Plot(self.largest, self.turned), width, height, area):
            low = high
        for _ in range(16 if low < high else 0):
            middle = (low + high) / 2
            if self._inside(Plot(1 / middle, self.turned), width, height, area):
                low = middle
            else:
                high = middle
        if low <= 1e-6:
            return None
        plot = Plot(float(math.ceil(1 / low - 1e-6)), self.turned)
        x0, y0, x1, y1 = self.bounds(plot, width, height)
        return plot.moved(area.cx - (x0 + x1) / 2, area.cy - (y0 + y1) / 2)

    def bounds(self, plot: Plot, width: float, height: float) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom on paper of all cards and fixtures."""
        xs, ys = [], []
        mast = _MAST if self.flags else 0.0
        for anchor in self.extremes:
            x, y = plot.point(anchor.x, anchor.y)
            ys += [y - mast, y + mast]
            dx, dy = anchor.offset(width, height, plot.sign)
            xs += [x + dx - width / 2, x + dx + width / 2]
            ys += [y + dy - height / 2, y + dy + height / 2]
        for x, y, across, down in self.edges:
            px, py = plot.point(x, y)
            xs += [px - across, px + across]
            ys += [py - down, py + down]
        return min(xs), min(ys), max(xs), max(ys)

    def _inside(self, plot: Plot, width: float, height: float, area: Box) -> bool:
        x0, y0, x1, y1 = self.bounds(plot, width, height)
        return x1 - x0 <= area.width + 1e-6 and y1 - y0 <= area.height + 1e-6

    def crowded(self, plot: Plot, width: float, height: float) -> bool:
        """Whether two cards touch, or a card lies on a table or another solid thing."""
        grid: Grid = {}
        across, down = width + _GAP, height + _GAP
        for anchor in self.anchors.values():
            box = anchor.box(plot, width, height)
            column, row = math.floor(box.x / across), math.floor(box.y / down)
            for near in _around(grid, column, row):
                if abs(near.x - box.x) < across - 1e-6 and abs(near.y - box.y) < down - 1e-6:
                    return True
            grid.setdefault((column, row), []).append(box)
        return any(_covered(grid, plot, (across, down), f) for f in self.solid)


def _row_gap(layout: Layout) -> float:
    """Return the least distance in mm between two rows, which must not reach into each other."""
    ys = sorted({p.row: p.y for p in layout.places}.values())
    return min((b - a for a, b in pairwise(ys)), default=math.inf)


def _covered(grid: Grid, plot: Plot, step: tuple[float, float], fixture: Fixture) -> bool:
    """Whether a card lies on a fixture."""
    outline = plot.outline(fixture)
    cx, cy = plot.point(fixture.x, fixture.y)
    (x0, x1), (y0, y1) = ((min(v), max(v)) for v in zip(*outline, strict=True))
    for column in range(math.floor(x0 / step[0]) - 1, math.floor(x1 / step[0]) + 1):
        for row in range(math.floor(y0 / step[1]) - 1, math.floor(y1 / step[1]) + 1):
            for box in grid.get((column, row), ()):
                if fixture.kind == "round-table":
                    if disc_overlaps(box, cx, cy, fixture.width / 2 / plot.scale):
                        return True
                elif overlap(box_corners(box), outline):
                    return True
    return False


def _merit(fit: Fit) -> tuple[float, float]:
    """Return how good a fit is: large names, the longest one too, then a large plan."""
    return round(fit.size * fit.shape.weight, 1), -fit.plot.scale


def _around(grid: Grid, column: int, row: int) -> Iterator[Box]:
    for i in (column - 1, column, column + 1):
        for j in (row - 1, row, row + 1):
            yield from grid.get((i, j), ())
