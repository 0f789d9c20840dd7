"""Who sits beside, behind and opposite whom, whichever way they face (邻座、身后、对座)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from seating.facts.venue import Link, Place, gaze, own_left

_SLACK = 1.0  # mm


def seen_from(a: Place, b: Place) -> tuple[float, float]:
    """Return how many mm *b* is to the own left of *a*, and how many ahead of him."""
    (lx, ly), (gx, gy) = own_left(a.facing), gaze(a.facing)
    dx, dy = b.x - a.x, b.y - a.y
    return dx * lx + dy * ly, dx * gx + dy * gy


def apart(a: Place, b: Place) -> float:
    """Return the distance of two seats in mm."""
    return hypot(a.x - b.x, a.y - b.y)


def in_turn(row: Sequence[Place], reach: float, *, closed: bool = False) -> Iterator[Link]:
    """Link places that follow each other and are at most ``reach`` mm apart.

    ``closed`` also links the last with the first, as around a table.
    """
    pairs = list(pairwise(row))
    if closed and len(row) > 2:
        pairs.append((row[-1], row[0]))
    for a, b in pairs:
        if apart(a, b) <= reach + _SLACK:
            yield Link("beside", a.id, b.id)


def facing_each_other(places: Sequence[Place], half: float) -> Iterator[Link]:
    """Link places that look at each other, at most ``half`` mm off the line of sight."""
    for i, a in enumerate(places):
        for b in places[i + 1 :]:
            if abs((a.facing - b.facing) % 360.0 - 180.0) > 0.5:
                continue
            left, ahead = seen_from(a, b)
            if ahead > 0.0 and abs(left) <= half + _SLACK:
                yield Link("opposite", a.id, b.id)


def at_the_back(front: Sequence[Place], rear: Sequence[Place], half: float) -> Iterator[Link]:
    """Link each rear place to those it looks upon from behind, at most ``half`` mm aside."""
    for a in rear:
        for b in front:
            if abs((a.facing - b.facing + 180.0) % 360.0 - 180.0) > 30.0:
                continue
            left, ahead = seen_from(a, b)
            if ahead > 0.0 and abs(left) <= half + _SLACK:
                yield Link("behind", a.id, b.id)
