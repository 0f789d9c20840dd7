"""Rows of seats in blocks between aisles: positions and seat numbers (分区座席).

The audience looks up the drawing (facing 90°), so its own left is the drawing's left.  The
middle of the front row lies on x = 0; rows follow downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import degrees
from string import ascii_uppercase

from seating.facts.venue import own_left
from seating.forms.rows import clean, point

FACING = 90.0


@dataclass(frozen=True, slots=True)
class Chair:
    """One chair before it becomes a place; ``block``, ``index`` and ``file`` count from 1.

    ``index`` counts in the row from the audience's left, ``number`` is the printed one.
    """

    row: int
    block: int
    file: int
    index: int
    number: int
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Blocks:
    """Seats per block for each row, and the distances between them in mm.

    Attributes:
        rows: for each row the seats of each block, from the audience's left.
        aisle: width of the aisles between blocks and of cross aisles.
        cross_aisles: rows behind which a cross aisle runs.
        front: distance from the stage edge (y = 0) to the centre of the front row.
    """

    rows: tuple[tuple[int, ...], ...]
    pitch: float
    row_pitch: float
    aisle: float
    cross_aisles: tuple[int, ...]
    front: float

    @property
    def widths(self) -> tuple[int, ...]:
        """The widest row of each block, in seats."""
        return tuple(max(column) for column in zip(*self.rows, strict=True))

    @property
    def names(self) -> tuple[str, ...]:
        """Return the letter of each block, A from the audience's left."""
        return tuple(ascii_uppercase[i % 26] for i in range(len(self.rows[0])))

    @property
    def width(self) -> float:
        """Width from the first to the last block, in mm."""
        return sum(self.widths) * self.pitch + (len(self.widths) - 1) * self.aisle

    def edges(self) -> tuple[tuple[float, float], ...]:
        """Return the x of the left and right edge of each block."""
        found: list[tuple[float, float]] = []
        x = -self.width / 2
        for seats in self.widths:
            found.append((x, x + seats * self.pitch))
            x += seats * self.pitch + self.aisle
        return tuple(found)

    def y(self, row: int) -> float:
        """Return the y of a row's centre."""
        crossed = sum(1 for after in self.cross_aisles if after < row)
        return clean(-self.front - (row - 1) * self.row_pitch - crossed * self.aisle)

    def segment(self, row: int) -> int:
        """Return which part of the hall between cross aisles a row lies in, 1 = front."""
        return 1 + sum(1 for after in self.cross_aisles if after < row)

    def chairs(self, numbering: str, odd_side: str) -> list[list[Chair]]:
        """Return the chairs of each row from the audience's left, with their numbers.

        A block shorter in this row keeps to the aisle: the first block to its right edge, the
        last to its left edge, blocks between (or a single one) to their middle.
        """
        found: list[list[Chair]] = []
        for row, sizes in enumerate(self.rows, start=1):
            spots: list[tuple[int, int, float]] = []
            for block, (size, full, edge) in enumerate(
                zip(sizes, self.widths, self.edges(), strict=True), start=1
            ):
                spare = full - size
                shift = spare / 2
                if len(sizes) > 1 and block in (1, len(sizes)):
                    shift = spare if block == 1 else 0
                file = sum(self.widths[: block - 1]) + int(shift) + 1
                left = edge[0] + (shift + 0.5) * self.pitch
                spots += [(block, file + i, clean(left + i * self.pitch)) for i in range(size)]
            numbers = number_seats([x for _, _, x in spots], numbering, odd_side)
            found.append(
                [
                    Chair(row, block, file, index, number, x, self.y(row))
                    for index, ((block, file, x), number) in enumerate(
                        zip(spots, numbers, strict=True), start=1
                    )
                ]
            )
        return found


def number_seats(xs: Sequence[float], numbering: str, odd_side: str) -> list[int]:
    """Return the printed numbers of the seats of one row, given by x from the audience's left.

    ``through``: 1, 2, 3 … from the audience's left; ``right``: from its right; ``odd-even``
    (单双号): from the axis outwards, 1, 3, 5 … to one hand and 2, 4, 6 … to the other.  A seat
    on the axis is No. 1.
    """
    if numbering == "through":
        return list(range(1, len(xs) + 1))
    if numbering == "right":
        return list(range(len(xs), 0, -1))
    sign = own_left(FACING)[0] * (1 if odd_side == "left" else -1)
    numbers = [0] * len(xs)
    odd = sorted((i for i, x in enumerate(xs) if x * sign >= 0), key=lambda i: abs(xs[i]))
    even = sorted((i for i, x in enumerate(xs) if x * sign < 0), key=lambda i: abs(xs[i]))
    for k, i in enumerate(odd):
        numbers[i] = 2 * k + 1
    for k, i in enumerate(even):
        numbers[i] = 2 * k + 2
    return numbers


def bend(x: float, y: float, front: float, radius: float) -> tuple[float, float, float]:
    """Return a flat point (and its facing in degrees) on rows curved towards the stage.

    ``front`` is the flat distance of the front row from y = 0 and ``radius`` that row's radius
    in mm; distances along a row and between rows stay as they are.
    """
    r = radius - front - y
    turn = degrees(x / r)
    facing = FACING + turn
    bent = point((0.0, radius - front), facing, 0.0, -r)
    return (*bent, facing)
