"""Rows of seats: who sits where in a row, coordinates and neighbours (排内次序与邻座).

Offsets along a row are counted in seats, positive towards the **own left** of those seated;
:func:`seating.facts.venue.own_left` alone turns that into x and y.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seating.facts.venue import Link, Place, gaze, own_left


@dataclass(frozen=True, slots=True)
class RowRule:
    """How the ranks spread over one row (一排的排法).

    Attributes:
        side: ``left``: No. 2 at No. 1's own left hand; ``right``: at his own right.
        even: ``a`` the two centre seats are 1 and 2, 2 at the senior hand; ``b`` the reverse;
            ``c`` as ``a``, but No. 1 on the axis, so the row stands half a seat aside.
        two: the same choice ``a``/``b`` where only two people sit on the whole rostrum.
        centre: ``empty``: with an odd number the centre chair stays free between 1 and 2.
    """

    side: str = "left"
    even: str = "a"
    two: str = "a"
    centre: str = "filled"


@dataclass(frozen=True, slots=True)
class Spread:
    """Offsets of ranks 1, 2, 3 … in one row, and of chairs that stay empty, in seats."""

    ranks: tuple[float, ...]
    vacant: tuple[float, ...] = ()


def hand(side: str) -> int:
    """Return the sign of a hand along a row: +1 own left, -1 own right."""
    return 1 if side == "left" else -1


def alternate(count: int, first: int) -> tuple[float, ...]:
    """Return offsets 0, first, -first, 2·first, -2·first … (in seats)."""
    return tuple(float(first * ((i + 1) // 2) * (1 if i % 2 else -1)) for i in range(count))


def spread(count: int, rule: RowRule, *, alone: bool = True, senior: bool = True) -> Spread:
    """Return where the ranks of one unbroken row sit.

    Args:
        count: people in this row.
        rule: the convention's choices.
        alone: whether this row is all there is (then ``two`` decides for two people).
        senior: whether Nos. 1 and 2 of the whole sit here (then ``centre`` is heeded).
    """
    senior_hand = hand(rule.side)
    if count % 2:
        if rule.centre == "empty" and senior and count >= 3:
            return Spread(alternate(count + 1, senior_hand)[1:], (0.0,))
        return Spread(alternate(count, senior_hand))
    choice = rule.two if count == 2 and alone else rule.even
    lead = -senior_hand if choice == "b" else senior_hand
    shift = 0.0 if rule.even == "c" else lead / 2
    return Spread(tuple(offset - shift for offset in alternate(count, lead)))


def spread_split(count: int, rule: RowRule) -> Spread:
    """Return where the ranks sit in a row with an aisle on the axis (offsets ±½, ±1½ …).

    Such a row has no centre seat, so the rule for even numbers holds whatever the number.
    """
    lead = hand(rule.side) * (-1 if rule.even == "b" else 1)
    return Spread(tuple((i // 2 + 0.5) * (lead if i % 2 else -lead) for i in range(count)))


def point(
    centre: tuple[float, float], facing_deg: float, left: float, ahead: float = 0.0
) -> tuple[float, float]:
    """Return the point so many mm to the own left of, and ahead of, somebody at ``centre``."""
    lx, ly = own_left(facing_deg)
    gx, gy = gaze(facing_deg)
    return (
        clean(centre[0] + left * lx + ahead * gx),
        clean(centre[1] + left * ly + ahead * gy),
    )


def clean(mm: float) -> float:
    """Round to a hundredth of a millimetre, without a negative zero."""
    return round(mm, 2) + 0.0


def beside(row: Iterable[Place], reach: float) -> Iterator[Link]:
    """Link neighbours in one row whose centres are at most ``reach`` mm apart."""
    ordered = sorted(row, key=lambda p: (p.x, p.y))
    for a, b in pairwise(ordered):
        if ((a.x - b.x) ** 2 + (a.y - b.y) ** 2) ** 0.5 <= reach:
            yield Link("beside", a.id, b.id)


def behind(front: Sequence[Place], rear: Sequence[Place], half: float) -> Iterator[Link]:
    """Link each place of a rear row to those in front of it, at most ``half`` mm aside."""
    for a in rear:
        for b in front:
            if abs(a.x - b.x) <= half + 0.01:
                yield Link("behind", a.id, b.id)


def linked(rows: Sequence[Sequence[Place]], pitch: float, half: float) -> Iterator[Link]:
    """Link neighbours in straight rows ``pitch`` mm from seat to seat, and row behind row.

    A seat is behind those at most ``half`` mm aside in the row before its own.
    """
    for row in rows:
        yield from beside(row, pitch + 1.0)
    for front, rear in pairwise(rows):
        yield from behind(front, rear, half)


def filled(sizes: Iterable[int], count: int) -> list[int]:
    """Return how many of ``count`` people each of the sizes takes, one filled after another."""
    found: list[int] = []
    for size in sizes:
        found.append(min(size, count - sum(found)))
    return found
