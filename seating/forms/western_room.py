"""Chairs around a long table in millimetres (西式长桌的尺寸).

Chairs run clockwise from the host's (index 0), as :mod:`seating.forms.ring` counts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.facts.text import NOTHING
from seating.facts.venue import Fixture
from seating.forms.rows import clean

_HALF_WIDTH = 500.0  # half the depth of the table, mm
_AWAY = 250.0  # centre of a chair from the edge of the table, mm


@dataclass(frozen=True, slots=True)
class Sides:
    """How many chairs stand at each side, clockwise from the one where index 0 is.

    Attributes:
        first: chairs on the host's side; ``lead`` of them at his own left.
        second, third, fourth: the other sides, clockwise.
    """

    first: int
    lead: int
    second: int
    third: int
    fourth: int


def sides(count: int, hosts: str, fours: str) -> Sides:
    """Share chairs among the four sides of the table.

    Args:
        count: all chairs.
        hosts: ``ends`` (English) or ``centre`` (French).
        fours: what to do with a multiple of four: ``adjacent``, ``shift`` or ``pairs``.
    """
    if hosts == "ends":
        ends = 2 if fours == "pairs" and count % 4 == 0 and count >= 8 else 1
        if count <= 2:
            return Sides(1, 0, 0, count - 1, 0)
        rest = count - 2 * ends
        return Sides(ends, ends - 1, (rest + 1) // 2, ends, rest // 2)
    if count % 4 == 0 and fours == "adjacent":
        half = (count - 2) // 2
        return Sides(half, half // 2, 1, half, 1)
    top = (count + 1) // 2
    return Sides(top, top // 2, 0, count - top, 0)


def spots(shape: Sides, pitch: float, upright: bool) -> list[tuple[float, float, float]]:
    """Return x, y and gaze of each chair by index; the middle of the table is the origin.

    ``upright``: the host's side is a short end, so the table runs away from the door.
    """
    long = max(shape.second, shape.fourth) if upright else max(shape.first, shape.third)
    run = max(long, 1) * pitch / 2
    half_x = _HALF_WIDTH if upright else run
    half_y = run if upright else _HALF_WIDTH
    if upright:
        half_x = max(half_x, max(shape.first, shape.third) * pitch / 2)

    def along(size: int) -> list[float]:
        return [(i - (size - 1) / 2) * pitch for i in range(size)]

    top = [(x, half_y + _AWAY, 270.0) for x in along(shape.first)]
    right = [(half_x + _AWAY, -y, 180.0) for y in along(shape.second)]
    bottom = [(-x, -half_y - _AWAY, 90.0) for x in along(shape.third)]
    left = [(-half_x - _AWAY, y, 0.0) for y in along(shape.fourth)]
    start = shape.first - 1 - shape.lead
    round_ = [*top[start:], *right, *bottom, *left, *top[:start]]
    return [(clean(x), clean(y), facing) for x, y, facing in round_]


def table_under(places: Sequence[tuple[float, float, float]]) -> Fixture:
    """Return the table inside the chairs."""
    xs = [abs(x) - (_AWAY if facing in (0.0, 180.0) else -_AWAY) for x, _, facing in places]
    ys = [abs(y) - (_AWAY if facing in (90.0, 270.0) else -_AWAY) for _, y, facing in places]
    width = max([_HALF_WIDTH, *xs])
    depth = max([_HALF_WIDTH, *ys])
    return Fixture(
        kind="table", x=0.0, y=0.0, width=clean(2 * width), depth=clean(2 * depth), label=NOTHING
    )
