"""Which table is the head table, and the order of the others (主桌与桌次).

Tables stand at (x, y) in any one unit, x to the right and y upwards, seen from the door below.
Right is that of somebody inside who faces the door, so the viewer's left (面门为准，以右为上).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from seating.facts.venue import own_left
from seating.forms.rows import hand

Point = tuple[float, float]
HEADS = ("axis", "far", "centre", "stage")
_INSIDE = 270.0  # gaze of somebody inside who faces the door
_GRAIN = 1e-6
_PATTERNS: dict[int, tuple[int, ...]] = {
    1: (1,),
    2: (2,),
    3: (3,),
    4: (1, 2, 1),
    5: (2, 1, 2),
    6: (3, 3),
    7: (2, 3, 2),
    8: (3, 2, 3),
    9: (3, 3, 3),
    10: (3, 4, 3),
}


def grid(rows: Sequence[int], pitch: float = 1.0, row_pitch: float = 1.0) -> list[Point]:
    """Return the tables of rows, the row farthest from the door first, each row centred."""
    points = []
    for number, size in enumerate(rows):
        y = (len(rows) - 1 - number) * row_pitch
        points += [((i - (size - 1) / 2) * pitch, y) for i in range(size)]
    return points


def usual_rows(count: int) -> tuple[int, ...]:
    """Return rows for so many tables: the usual patterns (菱形、梅花 …) up to ten, then rows
    of an odd number, so that a table stands on the axis, the last row short.
    """
    if count in _PATTERNS:
        return _PATTERNS[count]
    across = math.ceil(math.sqrt(count))
    across += across % 2 == 0
    rows = [across] * (count // across)
    return (*rows, count % across) if count % across else tuple(rows)


def head_table(tables: Sequence[Point], head: str, side: str, stage: Point | None) -> int:
    """Return the index of the head table.

    Args:
        tables: where the tables stand.
        head: ``axis`` a table on the middle axis, the farthest that is not in the row by the
            door, else the farthest row; ``far`` the middle of the farthest row; ``centre`` the
            one nearest to the middle of all; ``stage`` the one nearest to the stage.
        side: ``right`` or ``left``: which hand decides between equals.
        stage: the middle of the stage; ``None`` = beyond the farthest row.
    """
    middle = (min(x for x, _ in tables) + max(x for x, _ in tables)) / 2
    low, high = min(y for _, y in tables), max(y for _, y in tables)
    rising = range(len(tables))

    def rank(goal: Point, candidates: Sequence[int]) -> int:
        return min(candidates, key=lambda i: _key(tables[i], goal, side))

    farthest = [i for i in rising if tables[i][1] > high - _GRAIN]
    if head == "centre":
        return rank((middle, (low + high) / 2), rising)
    if head == "stage" and stage is not None:
        return rank(stage, rising)
    on_axis = [
        i
        for i in rising
        if abs(tables[i][0] - middle) < _GRAIN and (tables[i][1] > low + _GRAIN or low == high)
    ]
    if head == "axis" and on_axis:
        return max(on_axis, key=lambda i: tables[i][1])
    return rank((middle, high), farthest)


def table_order(
    tables: Sequence[Point], head: str, side: str, stage: Point | None = None
) -> tuple[int, ...]:
    """Return the indices of all tables, the head table first.

    The others follow by distance to it; of two equally near, the farther from the door, then
    the one at the senior hand.
    """
    first = head_table(tables, head, side, stage)
    rest = [i for i in range(len(tables)) if i != first]
    return (first, *sorted(rest, key=lambda i: _key(tables[i], tables[first], side)))


def _key(table: Point, goal: Point, side: str) -> tuple[float, float, float]:
    """Return distance, then farther from the door first, then the senior hand first."""
    away = math.hypot(table[0] - goal[0], table[1] - goal[1])
    left = own_left(_INSIDE)
    toward = (table[0] - goal[0]) * left[0] + (table[1] - goal[1]) * left[1]
    return (round(away, 6), round(-table[1], 6), round(-hand(side) * toward, 6))
