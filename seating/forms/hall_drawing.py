"""What stands around the seats of a hall: aisles, stage, doors (会场设施)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from seating.facts.text import NOTHING, Text
from seating.facts.venue import Fixture
from seating.forms.blocks import FACING, Blocks, bend
from seating.forms.rows import clean

DOORS = ("front-left", "front-right", "left", "right", "rear-left", "rear", "rear-right")
_AISLE = Text("走道", "aisle")
_DOOR = Text("门", "door")
_PIECE = 1500.0  # longest straight piece of a curved cross aisle


def fixtures(
    blocks: Blocks, side_aisles: bool, doors: Sequence[str], radius: float, shift: float
) -> Iterator[Fixture]:
    """Yield stage strip, aisles and doors; left and right as the audience sees them."""
    yield Fixture(
        kind="stage",
        x=0.0,
        y=300.0,
        width=max(blocks.width, 4000.0),
        depth=600.0,
        label=Text("主席台", "rostrum"),
    )
    top = blocks.y(1) + blocks.row_pitch / 2
    bottom = blocks.y(len(blocks.rows)) - blocks.row_pitch / 2
    edges = blocks.edges()
    xs = [(a[1] + b[0]) / 2 for a, b in pairwise(edges)]
    if side_aisles:
        xs = [edges[0][0] - blocks.aisle / 2, *xs, edges[-1][1] + blocks.aisle / 2]
    middle = (top + bottom) / 2
    for x in xs:
        at = bend(x, middle, blocks.front, radius) if radius else (x, middle, FACING)
        yield Fixture(
            kind="aisle",
            x=clean(at[0]),
            y=clean(at[1] - shift),
            width=blocks.aisle,
            depth=clean(top - bottom),
            label=_AISLE,
        )
    for after in blocks.cross_aisles:
        yield from _cross(blocks, (blocks.y(after) + blocks.y(after + 1)) / 2, radius, shift)
    half = blocks.width / 2 + (blocks.aisle if side_aisles else 0.0) + 200.0
    for door in doors:
        yield _door(door, half, top - shift, bottom - shift - 600.0)


def _cross(blocks: Blocks, y: float, radius: float, shift: float) -> Iterator[Fixture]:
    """Yield a cross aisle: one strip, or short pieces along a curved row."""
    count = max(1, round(blocks.width / _PIECE)) if radius else 1
    width = blocks.width / count
    for i in range(count):
        x = -blocks.width / 2 + (i + 0.5) * width
        at = bend(x, y, blocks.front, radius) if radius else (x, y, FACING)
        yield Fixture(
            kind="aisle",
            x=clean(at[0]),
            y=clean(at[1] - shift),
            width=clean(width),
            depth=blocks.aisle,
            turn=clean(at[2] - FACING),
            label=_AISLE if i == count // 2 else NOTHING,
        )


def _door(word: str, half: float, top: float, bottom: float) -> Fixture:
    """Return a door in a side wall (``front-left``, ``left`` …) or in the rear wall."""
    if word.startswith("rear"):
        aside = {"rear-left": -0.6, "rear": 0.0, "rear-right": 0.6}[word]
        return Fixture(
            kind="door", x=clean(aside * half), y=clean(bottom), width=1500, depth=150, label=_DOOR
        )
    x = -half if word.endswith("left") else half
    y = top if word.startswith("front") else (top + bottom) / 2
    return Fixture(
        kind="door", x=clean(x), y=clean(y), width=1500, depth=150, turn=90.0, label=_DOOR
    )
