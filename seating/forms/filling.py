"""In which order the seats of a hall are filled (会场填座次序).

Left and right are those of somebody in the audience who faces the rostrum.  Sources of the
patterns: rows, files and centre-out as in
http://www.laomiw.com/forum.php?mod=viewthread&tid=27610 (secretarial writing); a whole block
after another is the planner's own addition.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seating.facts.venue import own_left
from seating.forms.blocks import FACING, Chair

Key = tuple[float, ...]


def fill_order(
    chairs: Sequence[Chair], fill: str, start: str, side: str, segment: Callable[[int], int]
) -> list[Chair]:
    """Return the chairs in the order in which people are put on them.

    ``fill``: ``rows`` front to back, along each row; ``files`` file after file, each front to
    back; ``centre-out`` row after row from the axis to both sides; ``blocks`` block after
    block (those before a cross aisle first), inside each row after row.
    ``start``: ``left`` | ``right`` | ``centre``: where a row, the files and the blocks begin.
    ``side``: the own hand that goes first where two seats are equally far from the axis.
    ``segment`` tells the part of the hall between cross aisles in which a row lies.
    """
    files = max((c.file for c in chairs), default=0)
    blocks = max((c.block for c in chairs), default=0)
    along = "centre" if fill == "centre-out" else start

    def across(x: float) -> Key:
        return _across(x, along, side)

    def key(chair: Chair) -> Key:
        if fill == "files":
            return (*across(chair.file - (files + 1) / 2), chair.row)
        if fill == "blocks":
            block = across(chair.block - (blocks + 1) / 2)
            return (segment(chair.row), *block, chair.row, *across(chair.x))
        return (chair.row, *across(chair.x))

    return sorted(chairs, key=key)


def _across(x: float, start: str, side: str) -> Key:
    """Return the sorting key of a position across the hall, measured from the axis."""
    leftward = x * own_left(FACING)[0]
    if start == "centre":
        first = leftward if side == "left" else -leftward
        return (round(abs(x), 1), -first)
    return (-leftward if start == "left" else leftward, 0.0)
