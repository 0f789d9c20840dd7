"""What stands in a banquet hall: tables, stage, door, and room to pass (宴会厅设施)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from seating.facts.text import Text
from seating.facts.venue import Fixture
from seating.forms.ring_places import door, table
from seating.forms.rows import clean
from seating.forms.table_order import Point

_NARROW = 900.0  # less than this between chair circles is remarked, mm [DEFAULT]
_MARGIN = 1500.0  # stage beyond the outermost chair circle, mm


def room(centres: Sequence[Point], circle: Sequence[float], stage: str) -> list[Fixture]:
    """Return the tables in their order, the stage (``far``, ``left``, ``right``) and the door.

    Args:
        centres: middles of the tables in mm.
        circle: radius of each table's circle of chairs in mm.
        stage: where the stage is as seen from the door, or ``none``.
    """
    fixtures = [
        table(centre, reach, Text(f"{number}桌", f"table {number}"))
        for number, (centre, reach) in enumerate(zip(centres, circle, strict=True), start=1)
    ]
    low = min(y - r for (_, y), r in zip(centres, circle, strict=True))
    if stage != "none":
        fixtures.append(_strip(stage, centres, max(circle) + _MARGIN))
    return [*fixtures, door(low)]


def _strip(side: str, centres: Sequence[Point], reach: float) -> Fixture:
    xs, ys = [x for x, _ in centres], [y for _, y in centres]
    label = Text("舞台", "stage")
    if side == "far":
        width = clean(max(xs) - min(xs) + 2 * reach)
        middle = clean((min(xs) + max(xs)) / 2)
        y = clean(max(ys) + reach)
        return Fixture(kind="stage", x=middle, y=y, width=width, depth=100.0, label=label)
    x = clean(min(xs) - reach if side == "left" else max(xs) + reach)
    width = clean(max(ys) - min(ys) + 2 * reach)
    middle = clean((min(ys) + max(ys)) / 2)
    return Fixture(kind="stage", x=x, y=middle, width=width, depth=100.0, turn=90.0, label=label)


def crowding(centres: Sequence[Point], circle: Sequence[float]) -> list[Text]:
    """Remark on tables whose chairs leave no room to pass."""
    for i, a in enumerate(centres):
        for j, b in enumerate(centres[:i]):
            room = math.dist(a, b) - circle[i] - circle[j]
            if room < _NARROW:
                return [
                    Text(
                        f"{j + 1}桌与{i + 1}桌座椅之间只有{room:.0f}毫米，不便通行。",
                        f"Only {room:.0f} mm between the chairs of tables {j + 1} and {i + 1}.",
                    )
                ]
    return []
