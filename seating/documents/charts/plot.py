"""A plan on paper with cards that hang off its seats: where everything comes to stand (落图).

A card touches the front of its seat and extends backwards from it, away from the table, so that
names around any table stand outside it and upright, whichever way their bearers look.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.paper import Box
from seating.facts.venue import Fixture, Place, gaze

Point = tuple[float, float]

_AHEAD = 200  # mm from the middle of a seat to the line that its card touches
_STEP = 25
_FREE = 60.0  # mm between that line and the table


@dataclass(frozen=True, slots=True)
class Plot:
    """Turns plan coordinates (mm on the floor) into paper coordinates (mm from the top left).

    Attributes:
        scale: 40 means 1:40.
        turned: seen by those seated, that is turned by 180°.
        x, y: where the plan's origin lies on paper.
    """

    scale: float
    turned: bool
    x: float = 0.0
    y: float = 0.0

    @property
    def sign(self) -> float:
        """1 where the drawing is read as it is, -1 where it is turned."""
        return -1.0 if self.turned else 1.0

    def point(self, x: float, y: float) -> Point:
        """Return the place on paper of a point of the plan."""
        return self.x + self.sign * x / self.scale, self.y - self.sign * y / self.scale

    def moved(self, dx: float, dy: float) -> Plot:
        """Return the same plan elsewhere on paper."""
        return Plot(self.scale, self.turned, self.x + dx, self.y + dy)

    def outline(self, fixture: Fixture, grow: float = 0.0) -> list[Point]:
        """Return the corners of a fixture on paper; ``grow`` mm are added on every side."""
        return [self.point(x, y) for x, y in corners(fixture, grow * self.scale)]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the card of a place touches its seat: a point of the plan, and which way it hangs.

    ``gx, gy`` is the gaze on paper as it is read (y downwards); 0, 0 = centred on the point.
    """

    x: float
    y: float
    gx: float
    gy: float

    @classmethod
    def of(cls, place: Place, tables: Sequence[Fixture] = (), *, inside: bool = False) -> Anchor:
        """Return the anchor of a place, just off its table.

        ``inside`` a vehicle cards lie on their seats.
        """
        if inside:
            return cls(place.x, place.y, 0.0, 0.0)
        gx, gy = gaze(place.facing)
        gx, gy = round(gx, 6), round(gy, 6)
        ahead = _AHEAD
        while ahead > -2 * _AHEAD and any(
            _on(table, place.x + (ahead + _FREE) * gx, place.y + (ahead + _FREE) * gy)
            for table in tables
        ):
            ahead -= _STEP
        return cls(place.x + ahead * gx, place.y + ahead * gy, gx, -gy)

    def offset(self, width: float, height: float, sign: float) -> Point:
        """Return mm on paper from the anchor to the middle of a card."""
        reach = (width * abs(self.gx) + height * abs(self.gy)) / 2
        return -sign * self.gx * reach, -sign * self.gy * reach

    def box(self, plot: Plot, width: float, height: float) -> Box:
        """Return the card on paper."""
        x, y = plot.point(self.x, self.y)
        dx, dy = self.offset(width, height, plot.sign)
        return Box(x + dx - width / 2, y + dy - height / 2, width, height)


def corners(fixture: Fixture, grow: float = 0.0) -> list[Point]:
    """Return the corners of a fixture in plan mm."""
    w, d = fixture.width / 2 + grow, fixture.depth / 2 + grow
    angle = math.radians(fixture.turn)
    cos, sin = math.cos(angle), math.sin(angle)
    return [
        (fixture.x + a * w * cos - b * d * sin, fixture.y + a * w * sin + b * d * cos)
        for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]


def holds(outline: Sequence[Point], x: float, y: float) -> bool:
    """Whether a point lies in a convex polygon whose corners run counter-clockwise."""
    return all(
        (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) >= 0
        for (x0, y0), (x1, y1) in zip(outline, [*outline[1:], outline[0]], strict=True)
    )


def _on(table: Fixture, x: float, y: float) -> bool:
    if table.kind == "round-table":
        return math.hypot(x - table.x, y - table.y) < table.width / 2
    return holds(corners(table), x, y)


def box_corners(box: Box) -> list[Point]:
    """Return the corners of a box."""
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]


def overlap(one: Sequence[Point], two: Sequence[Point]) -> bool:
    """Whether two convex polygons overlap."""
    for shape in (one, two):
        for i, (x0, y0) in enumerate(shape):
            x1, y1 = shape[(i + 1) % len(shape)]
            nx, ny = y1 - y0, x0 - x1
            first = [nx * x + ny * y for x, y in one]
            second = [nx * x + ny * y for x, y in two]
            if max(first) <= min(second) + 1e-9 or max(second) <= min(first) + 1e-9:
                return False
    return True


def disc_overlaps(box: Box, x: float, y: float, radius: float) -> bool:
    """Whether a box reaches into a disc."""
    dx = max(box.x - x, 0.0, x - box.right)
    dy = max(box.y - y, 0.0, y - box.bottom)
    return math.hypot(dx, dy) < radius - 1e-9
