"""Empty stretches of a room drawn shorter, so that names become larger (空当缩短).

Seats, round tables and whatever else has a shape keep it; only the floor between them gives way,
and so does the inside of a long table.  Rows of people who stand, with nothing between them, may
be drawn farther apart instead.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seating.documents.charts.reach import BROAD
from seating.documents.charts.words import FAR
from seating.facts.venue import Fixture, Layout

_LEAST = 400.0  # mm of an empty stretch that are always kept
_EDGE = 60.0  # mm at the edge of a table that are kept
_SOFT = ("table", "platform", *BROAD)
_STANDING = ("photo", "award")

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shortening:
    """Shares of the empty stretches that are kept; above 1, how far rows stand apart."""

    across: float = 1.0
    down: float = 1.0

    @property
    def true(self) -> bool:
        """Whether nothing is changed."""
        return self.across == self.down == 1.0


TRUE = Shortening()


def shortenings(layout: Layout) -> Sequence[Shortening]:
    """Return what comes into question for a layout, the truest first."""
    if layout.form in _STANDING:
        return [TRUE, *(Shortening(down=share) for share in (1.5, 2.2, 3.2, 4.5))]
    if layout.form == "vehicle":
        return [TRUE]
    return [TRUE, *(Shortening(share, share) for share in (0.65, 0.4, 0.2))]


def shortened(layout: Layout, by: Shortening) -> Layout:
    """Return the layout as it is drawn."""
    if by.true or not layout.places:
        return layout
    low = min(p.y for p in layout.places)
    near = [f for f in layout.fixtures if not _onlooker(f, low)]
    if by.down > 1:
        return _apart(layout, by.down)
    across = _Ruler(_spans(layout, near, 0), by.across)
    down = _Ruler(_spans(layout, near, 1), by.down)
    places = tuple(dataclasses.replace(p, x=across.at(p.x), y=down.at(p.y)) for p in layout.places)
    fixtures = tuple(
        dataclasses.replace(f, y=f.y - low + down.at(low), x=across.at(f.x))
        if _onlooker(f, low)
        else _moved(f, across, down)
        for f in layout.fixtures
    )
    return dataclasses.replace(layout, places=places, fixtures=fixtures)


def _apart(layout: Layout, share: float) -> Layout:
    """Draw rows farther apart; what they stand on grows with them."""
    places = tuple(dataclasses.replace(p, y=p.y * share) for p in layout.places)
    low, lower = min(p.y for p in layout.places), min(p.y for p in places)
    fixtures = tuple(
        dataclasses.replace(f, y=f.y - low + lower)
        if _onlooker(f, low)
        else dataclasses.replace(
            f, y=f.y * share, depth=f.depth * (share if f.kind == "platform" else 1.0)
        )
        for f in layout.fixtures
    )
    return dataclasses.replace(layout, places=places, fixtures=fixtures)


class _Ruler:
    """Maps a coordinate of the room to the one where it is drawn."""

    def __init__(self, spans: Iterable[Span], share: float) -> None:
        self._from: list[float] = []
        self._to: list[float] = []
        at = last = 0.0
        for low, high in _merged(spans):
            gap = low - last if self._from else 0.0
            at = at + max(gap * share, min(gap, _LEAST)) if self._from else low
            self._from += [low, high]
            self._to += [at, at + high - low]
            at, last = at + high - low, high
        # The middle of the room stays where it is, and with it left and right.
        shift = (self._from[0] + self._from[-1] - self._to[0] - self._to[-1]) / 2
        self._to = [value + shift for value in self._to]

    def at(self, value: float) -> float:
        if value <= self._from[0]:
            return self._to[0] + value - self._from[0]
        if value >= self._from[-1]:
            return self._to[-1] + value - self._from[-1]
        i = bisect_right(self._from, value) - 1
        low, high = self._from[i], self._from[i + 1]
        share = (value - low) / (high - low) if high > low else 0.0
        return self._to[i] + share * (self._to[i + 1] - self._to[i])


def _merged(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def _spans(layout: Layout, fixtures: Sequence[Fixture], axis: int) -> list[Span]:
    """Return what keeps its length along an axis (0 = across, 1 = down), in mm."""
    found: list[Span] = []
    for place in layout.places:
        half = max(place.width, place.depth) / 2
        at = (place.x, place.y)[axis]
        found.append((at - half, at + half))
    for fixture in fixtures:
        if fixture.kind in ("aisle", "label"):
            continue
        at = (fixture.x, fixture.y)[axis]
        half = _halves(fixture)[axis]
        if fixture.kind in BROAD and half > _LEAST:
            continue
        if fixture.kind in _SOFT and fixture.turn % 90 == 0:
            found += [(at - half, at - half + _EDGE), (at + half - _EDGE, at + half)]
        else:
            found.append((at - half, at + half))
    return found


def _halves(fixture: Fixture) -> Span:
    sideways = abs(fixture.turn % 180 - 90) < 45
    w, d = fixture.width / 2, fixture.depth / 2
    return (d, w) if sideways else (w, d)


def _moved(fixture: Fixture, across: _Ruler, down: _Ruler) -> Fixture:
    """Return a fixture where it is drawn; a soft one reaches from edge to edge as before."""
    if fixture.kind not in _SOFT or fixture.turn % 90:
        return dataclasses.replace(fixture, x=across.at(fixture.x), y=down.at(fixture.y))
    w, d = _halves(fixture)
    x0, x1 = across.at(fixture.x - w), across.at(fixture.x + w)
    y0, y1 = down.at(fixture.y - d), down.at(fixture.y + d)
    wide, deep = x1 - x0, y1 - y0
    if abs(fixture.turn % 180 - 90) < 45:
        wide, deep = deep, wide
    return dataclasses.replace(fixture, x=(x0 + x1) / 2, y=(y0 + y1) / 2, width=wide, depth=deep)


def _onlooker(fixture: Fixture, low: float) -> bool:
    """Whether a label only tells who looks on."""
    return fixture.kind == "label" and fixture.y < low - FAR
