"""The steps of a winners' podium as seen from before it, the winner highest (领奖台的台阶)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from itertools import pairwise

from seating.documents.charts.plot import Anchor, Plot
from seating.documents.ink import DARK, LIGHT, PALE
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.facts.venue import Fixture, Layout, View

_RISES = (900.0, 600.0, 350.0, 150.0)
"""How far in plan mm the steps of No. 1, 2, 3 and all others stand above the lowest."""

_FLOOR = 250.0  # mm, height of the lowest step
_FOOT = 200.0  # mm from the middle of a place to the line that its card touches
_ALONE = 1000.0


def raised(layout: Layout, view: View) -> Layout:
    """Return a podium with everybody at the height of his step; all else as it is.

    From behind the steps hide one another, so there they stay a plan.
    """
    if layout.form != "podium" or view == "seated" or not layout.places:
        return layout
    places = tuple(dataclasses.replace(p, y=p.y + _rise(p.honour)) for p in layout.places)
    xs = [p.x for p in places]
    ground = Fixture(
        kind="platform",
        x=(min(xs) + max(xs)) / 2,
        y=layout.places[0].y - _FOOT - _FLOOR,
        width=max(xs) - min(xs) + _pitch(layout),
        depth=1.0,
    )
    others = (f for f in layout.fixtures if f.kind != "platform")
    return dataclasses.replace(layout, places=places, fixtures=(ground, *others))


def draw_steps(sheet: Sheet, layout: Layout, anchors: Mapping[str, Anchor], plot: Plot) -> None:
    """Draw the step under each card with its number, all down to one ground."""
    if layout.form != "podium" or plot.turned:
        return
    wide = _pitch(layout) / plot.scale
    for place in layout.places:
        anchor = anchors[place.id]
        x, top = plot.point(anchor.x, anchor.y)
        high = (_FLOOR + _rise(place.honour)) / plot.scale
        box = Box(x - wide / 2, top, wide, high)
        fill = LIGHT if place.honour == 1 else PALE
        sheet.rect(box.x, box.y, box.width, box.height, line=0.35, stroke=DARK, fill=fill)
        size = min(30.0, box.height * 0.75 / MM_PER_PT)
        sheet.text(
            box.cx, box.cy, str(place.honour), "hei", size, align="centre", upright="middle",
            max_width=box.width - 1,
        )  # fmt: skip


def _pitch(layout: Layout) -> float:
    xs = sorted(p.x for p in layout.places)
    return min((b - a for a, b in pairwise(xs) if b - a > 1), default=_ALONE)


def _rise(honour: int) -> float:
    return _RISES[min(max(honour, 1), len(_RISES)) - 1]
