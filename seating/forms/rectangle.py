"""Seats around a rectangle whose first seat faces the door (长方形一圈的座位).

Seen from the chair: ``left`` is mm towards his own left, ``ahead`` mm towards the door.  The
sides are the chair's own (``far`` from the door), his two hands, and ``near`` the door.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from seating.forms.plan_form import FACING_DOOR
from seating.forms.rows import hand, point

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spot:
    """A seat: centre in mm, gaze in degrees, whether it is on the chair's own side."""

    x: float
    y: float
    facing: float
    far: bool = False

    def back(self, mm: float) -> Spot:
        """Return the seat so many mm behind this one."""
        x, y = point((self.x, self.y), self.facing, 0.0, -mm)
        return Spot(x, y, self.facing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
    """How many seats each side has, and where the sides are, in mm from the chair.

    Attributes:
        far, side, near: seats at the chair's side, at each of his hands, and opposite him.
        aside: how far to the left and right the seats at his hands are.
        start: how far ahead their first room begins.
        end: how far ahead the seats opposite him are.
    """

    far: int
    side: int
    near: int
    pitch: float
    aside: float
    start: float
    end: float

    def seats(self, lead: int) -> tuple[list[Spot], list[Spot], list[Spot]]:
        """Return the seat or seats at the head, those at the leading hand, at the other one.

        ``lead`` is 1 for the own left.  Each list runs from the head along the rectangle; a
        seat right opposite the chair ends the leading one.
        """
        head = [self._spot(0.0, 0.0, 0.0, far=True)] if self.far % 2 else []
        leading, other = self._hand(lead), self._hand(-lead)
        if self.near % 2:
            leading.append(self._spot(0.0, self.end, 180.0))
        return head, leading, other

    def _hand(self, way: int) -> list[Spot]:
        first = 1.0 if self.far % 2 else 0.5
        found = [
            self._spot(way * (first + i) * self.pitch, 0.0, 0.0, far=True)
            for i in range(self.far // 2)
        ]
        found += [
            self._spot(way * self.aside, self.start + (i + 0.5) * self.pitch, -90.0 * way)
            for i in range(self.side)
        ]
        first = 1.0 if self.near % 2 else 0.5
        found += [
            self._spot(way * (first + i) * self.pitch, self.end, 180.0)
            for i in reversed(range(self.near // 2))
        ]
        return found

    def _spot(self, left: float, ahead: float, turn: float, *, far: bool = False) -> Spot:
        x, y = point((0.0, 0.0), FACING_DOOR, left, ahead)
        return Spot(x, y, (FACING_DOOR + turn) % 360.0, far)


def in_order(rectangle: Rectangle, side: str, even: str) -> list[Spot]:
    """Return the seats by honour: the head, then both hands in turn.

    Args:
        rectangle: the seats.
        side: own hand of No. 1 at which No. 2 sits.
        even: with two seats in the middle of the head ``b`` puts No. 1 on the senior one,
            anything else puts No. 2 there.
    """
    senior = hand(side)
    lead = senior if rectangle.far % 2 or even == "b" else -senior
    head, leading, other = rectangle.seats(lead)
    return [*head, *_alternate(leading, other)]


def _alternate(one: Sequence[T], two: Sequence[T]) -> Iterator[T]:
    for i in range(max(len(one), len(two))):
        yield from one[i : i + 1]
        yield from two[i : i + 1]
