"""Arrows as shapes, so that they print sharp at any size (指示箭头)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from seating.documents.ink import BLACK, Colour
from seating.documents.paper import Box
from seating.documents.sheet import Sheet

Arrow = Literal["none", "left", "right", "straight", "up", "down"]

Point = tuple[float, float]

# An arrow that points to the right, in a square of 1 x 1 with y downwards.
_SHAPE: tuple[Point, ...] = (
    (0.02, 0.38), (0.55, 0.38), (0.55, 0.14), (0.98, 0.50), (0.55, 0.86), (0.55, 0.62),
    (0.02, 0.62),
)  # fmt: skip
_TURNS: dict[Arrow, float] = {"right": 0.0, "straight": 90.0, "left": 180.0}
_STEPS = 4


def draw_arrow(sheet: Sheet, box: Box, arrow: Arrow, colour: Colour = BLACK) -> None:
    """Draw an arrow in the middle of a box (mm); ``up`` and ``down`` are stairs with an arrow."""
    side = min(box.width, box.height)
    square = Box(box.cx - side / 2, box.cy - side / 2, side, side)
    if arrow in _TURNS:
        sheet.polygon(_set(_turned(_SHAPE, _TURNS[arrow]), square), stroke=None, fill=colour)
    elif arrow != "none":
        _stairs(sheet, square, arrow, colour)


def _turned(points: Sequence[Point], degrees: float) -> list[Point]:
    """Turn counter-clockwise about the middle of the unit square."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [
        (0.5 + (x - 0.5) * cos + (y - 0.5) * sin, 0.5 - (x - 0.5) * sin + (y - 0.5) * cos)
        for x, y in points
    ]


def _set(points: Sequence[Point], square: Box) -> list[Point]:
    return [(square.x + x * square.width, square.y + y * square.height) for x, y in points]


def _stairs(sheet: Sheet, square: Box, arrow: Arrow, colour: Colour) -> None:
    """Draw stairs that rise to the right, and an arrow above them up or down the slope."""
    tread = 0.92 / _STEPS
    rise = 0.56 / _STEPS
    points: list[Point] = [(0.04, 0.98)]
    for i in range(_STEPS):
        x, y = 0.04 + i * tread, 0.98 - (i + 1) * rise
        points += [(x, y), (x + tread, y)]
    points.append((0.96, 0.98))
    sheet.polygon(_set(points, square), stroke=None, fill=colour)
    slope = math.degrees(math.atan2(0.56, 0.92))
    small = [(0.5 + (x - 0.5) * 0.72, 0.5 + (y - 0.5) * 0.5) for x, y in _SHAPE]
    turned = _turned(small, slope if arrow == "up" else slope + 180.0)
    sheet.polygon(_set([(x - 0.06, y - 0.22) for x, y in turned], square), stroke=None, fill=colour)
