"""Chairs of a round table in millimetres (圆桌座位的尺寸)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from seating.facts.text import Text
from seating.facts.venue import Fixture, Link, Place
from seating.forms.ring import Chair
from seating.forms.rows import clean

_CHAIR_BACK = 250.0  # centre of a chair outside the edge of the table, mm
_LEAST = 850.0  # smallest circle of chairs, mm


def radius(chairs: int, pitch: float) -> float:
    """Return the radius of the circle of chairs in mm, ``pitch`` mm of it for each chair."""
    return max(_LEAST, chairs * pitch / (2 * math.pi))


def chair_at(
    centre: tuple[float, float], index: int, chairs: int, circle: float, top: float = 90.0
) -> tuple[float, float, float]:
    """Return x, y and gaze of the chair with an index, clockwise on the plan.

    Args:
        centre: middle of the table in mm.
        index: 0 = the chair of honour.
        chairs: how many chairs there are.
        circle: radius of the circle of chairs in mm.
        top: where chair 0 is, in degrees from the middle; 90 = 12 o'clock, facing the door.
    """
    angle = top - 360.0 * index / chairs
    x = centre[0] + circle * math.cos(math.radians(angle))
    y = centre[1] + circle * math.sin(math.radians(angle))
    return clean(x), clean(y), round((angle + 180.0) % 360.0, 4)


def links(places: Sequence[Place]) -> Iterator[Link]:
    """Yield who is beside and opposite whom; ``places`` run around the table."""
    size = len(places)
    for i in range(size if size > 2 else size - 1):
        yield Link("beside", places[i].id, places[(i + 1) % size].id)
    for i in range(size // 2 if size % 2 == 0 and size > 2 else 0):
        yield Link("opposite", places[i].id, places[i + size // 2].id)


def table(centre: tuple[float, float], circle: float, label: Text) -> Fixture:
    """Return the table inside a circle of chairs."""
    across = clean(2 * (circle - _CHAIR_BACK))
    return Fixture(
        kind="round-table",
        x=clean(centre[0]),
        y=clean(centre[1]),
        width=across,
        depth=across,
        label=label,
    )


def door(low: float) -> Fixture:
    """Return the door below a plan whose lowest chair is at ``low`` mm."""
    return Fixture(
        kind="door",
        x=0.0,
        y=clean(low - 1500.0),
        width=1800.0,
        depth=150.0,
        label=Text("门", "door"),
    )


def seat(
    chairs: Sequence[Chair],
    number: int,
    centre: tuple[float, float],
    circle: float,
    top: float = 90.0,
    before: Mapping[tuple[str, str], int] | None = None,
) -> list[Place]:
    """Return the places of table ``number``, by index; ``before`` counts those of the tables
    before it by party and purpose, so that honour runs on from table to table.
    """
    places = []
    for index, chair in enumerate(chairs):
        x, y, facing = chair_at(centre, index, len(chairs), circle, top)
        features = {"head-table"} if number == 1 else set()
        features |= {chair.sex} if chair.sex else set()
        places.append(
            Place(
                id=f"T{number}-{index + 1}",
                label=Text(f"{number}桌{index + 1}座", f"table {number} seat {index + 1}"),
                honour=chair.rank + (before or {}).get((chair.party, chair.purpose), 0),
                x=x,
                y=y,
                facing=facing,
                row=number,
                number=index + 1,
                block=str(number),
                party=chair.party,
                purpose=chair.purpose,
                features=frozenset(features),
            )
        )
    return places
