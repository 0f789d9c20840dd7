"""How far a layout reaches, and what in it stands on or under a place (图的边界).

Only the outermost points matter for fitting a plan into a page, so the others are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from seating.documents.charts.plot import Anchor, Point, corners, holds
from seating.facts.venue import Fixture, Layout, Place

BROAD = ("stage", "screen", "wall")
"""Fixtures that may be cut off at the sides of the page."""

_DOOR_WORDS = 7.0  # mm on paper for the word of a door
_BROAD_WORDS = 5.0
_SAME = 50.0  # mm


def in_vehicle(place: Place, layout: Layout) -> bool:
    """Whether a place lies inside a vehicle."""
    return any(
        abs(place.x - f.x) <= max(f.width, f.depth) / 2
        and abs(place.y - f.y) <= max(f.width, f.depth) / 2
        for f in layout.fixtures
        if f.kind == "vehicle"
    )


def stands_under(fixture: Fixture, layout: Layout) -> bool:
    """Whether places stand on a fixture, as on a stage."""
    outline = corners(fixture)
    return any(holds(outline, p.x, p.y) for p in layout.places)


def flags_of(layout: Layout) -> dict[str, Fixture]:
    """Return the flags that are themselves what is placed, by place."""
    flags = [f for f in layout.fixtures if f.kind == "flag"]
    return {
        p.id: f
        for p in layout.places
        for f in flags
        if abs(f.x - p.x) < _SAME and abs(f.y - p.y) < _SAME
    }


def outermost_points(
    fixtures: Sequence[Fixture], low: float
) -> Iterator[tuple[float, float, float, float]]:
    """Yield points of the plan that must lie on the page, with room around them in mm.

    Labels below ``low`` are left out: they only tell who looks on.
    """
    groups: dict[Point, list[Point]] = {}
    for fixture in fixtures:
        if fixture.kind == "aisle" or (fixture.kind == "label" and fixture.y < low):
            continue
        if fixture.kind in BROAD:
            sideways = abs(fixture.turn % 180 - 90) < 45
            room = (_BROAD_WORDS, 0.0) if sideways else (0.0, _BROAD_WORDS)
            groups.setdefault(room, []).append((fixture.x, fixture.y))
            continue
        words = _DOOR_WORDS if fixture.kind == "door" else 0.5
        groups.setdefault((0.5, words), []).extend(corners(fixture))
    for (across, down), points in groups.items():
        for x, y in {
            min(points), max(points), min(points, key=_upright), max(points, key=_upright)
        }:  # fmt: skip
            yield x, y, across, down


def outermost_anchors(anchors: Iterable[Anchor]) -> Iterator[Anchor]:
    """Yield the outermost anchors of every direction in which cards hang."""
    groups: dict[Point, list[Anchor]] = {}
    for anchor in anchors:
        groups.setdefault((round(anchor.gx, 3), round(anchor.gy, 3)), []).append(anchor)
    for group in groups.values():
        yield min(group, key=lambda a: a.x)
        yield max(group, key=lambda a: a.x)
        yield min(group, key=lambda a: a.y)
        yield max(group, key=lambda a: a.y)


def _upright(point: Point) -> Point:
    return point[1], point[0]
