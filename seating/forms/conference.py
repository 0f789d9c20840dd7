"""Meetings around one table with a chair: what their forms share (围桌会议的共同部分).

Origin: the chair's seat, or the middle of his side.  The chair faces the door.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, inf, pi
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Link, Need, Place
from seating.forms.neighbours import at_the_back, facing_each_other, in_turn
from seating.forms.plan_form import BACK_TO_DOOR, PlanForm, door
from seating.forms.rectangle import Rectangle, Spot, in_order

SEAT_TO_EDGE = 400.0  # mm from the middle of a seat to the table's edge
_ROLES = ("attendee", "recorder", "interpreter")


@dataclass(frozen=True, kw_only=True)
class Conference(PlanForm):
    """A table with a chair at its head, and rings of seats behind it but not behind him.

    Roles ``attendee`` (列席), ``recorder`` and ``interpreter`` have the outer ring; with
    ``outer`` so many seats more, for those who come last in order.
    """

    FAMILY: ClassVar[str] = "meeting"
    OPTIONS: ClassVar[tuple[str, ...]] = ("conference.side", "rostrum.even")
    PURPOSES: ClassVar[tuple[str, ...]] = _ROLES
    MARKS: ClassVar[Mapping[str, str]] = {**PlanForm.MARKS, "attendee": "A"}

    outer: int = parameter(
        "外圈给普通与会者几座（列席、记录、翻译人员另加）",
        "seats in the outer ring for ordinary members; attendees without a vote, note-takers "
        "and interpreters have theirs besides",
        default=0,
        minimum=0,
        maximum=500,
        unit="seats",
    )
    pitch: float = parameter(
        "座位中心间距", "seat to seat", default=750.0, minimum=450, maximum=2500, unit="mm"
    )
    row_pitch: float = parameter(
        "内外圈距离",
        "outer ring to inner ring",
        default=1200.0,
        minimum=700,
        maximum=4000,
        unit="mm",
    )

    @abstractmethod
    def shape(self, count: int) -> tuple[Rectangle, Sequence[Fixture]]:
        """Return the seats and tables for so many people in the inner ring."""

    def fixed(self) -> bool:
        """Whether chairs that nobody needs are set nevertheless."""
        return False

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the table, its ring and, if asked for, the rings behind."""
        roles = {
            role: sum(n for (_, name), n in need.roles.items() if name == role) for role in _ROLES
        }
        count = max(need.count - self.outer, 0)
        rectangle, tables = self.shape(count)
        spots = in_order(rectangle, convention["conference.side"], convention["rostrum.even"])
        spots = spots if self.fixed() else spots[:count]
        inner = _numbered(spots, 1, [(i, "") for i in range(1, len(spots) + 1)])
        wanted = [(len(spots) + i, "") for i in range(1, self.outer + 1)]
        wanted += [(i, role) for role in _ROLES for i in range(1, roles[role] + 1)]
        rings, notes = self._rings(spots, wanted)
        places = [*inner, *(place for ring in rings for place in ring)]
        return Layout(
            form=self.NAME,
            places=tuple(places),
            links=tuple(self._links([inner, *rings])),
            fixtures=(*tables, door(places, tables)),
            views=self.VIEWS,
            notes=tuple(notes),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _rings(
        self, spots: Sequence[Spot], wanted: Sequence[tuple[int, str]]
    ) -> tuple[list[list[Place]], list[Text]]:
        """Return the outer rings; nobody sits behind the chair or at his side of the table."""
        open_to = [spot for spot in spots if not spot.far]
        if wanted and not open_to:
            said = Text(
                "桌边只有主持人一侧有座位，外圈排不下：主持人身后不设座。",
                "Only the chair's side has seats and nobody sits behind him: no outer ring.",
            )
            return [], [said]
        rings: list[list[Place]] = []
        for start in range(0, len(wanted), len(open_to) or 1):
            part = wanted[start : start + len(open_to)]
            away = (len(rings) + 1) * self.row_pitch
            behind = [spot.back(away) for spot in open_to[: len(part)]]
            rings.append(_numbered(behind, len(rings) + 2, part))
        return rings, []

    def _links(self, rings: Sequence[Sequence[Place]]) -> list[Link]:
        """Link neighbours, around corners too, but not across an open end of the table."""
        inner = sorted(rings[0], key=lambda p: p.number)
        half = sum(1 for p in inner if p.x >= 0.0 or p.facing == 180.0)
        closed = any(p.facing == BACK_TO_DOOR for p in inner)
        links = [*in_turn([*inner[half:], *inner[:half]], inf, closed=closed)]
        for ring in rings[1:]:
            links += in_turn(sorted(ring, key=lambda p: p.number), self.pitch)
        for front, rear in pairwise(rings):
            links += at_the_back(front, rear, self.pitch / 4)
        links += facing_each_other(rings[0], self.pitch / 2)
        return links


def _numbered(spots: Sequence[Spot], row: int, honours: Sequence[tuple[int, str]]) -> list[Place]:
    """Return places numbered clockwise on the plan, from the middle of the chair's side."""
    if not spots:
        return []
    middle = (min(s.y for s in spots) + max(s.y for s in spots)) / 2
    around = sorted(spots, key=lambda s: (_clock(s, middle), s.x, s.y))
    ring = Text("" if row == 1 else "外圈", "" if row == 1 else "outer ring ")
    if row > 2:
        ring = Text(f"外{row - 1}圈", f"outer ring {row - 1} ")
    found = []
    for spot, (honour, purpose) in zip(spots, honours, strict=True):
        number = around.index(spot) + 1
        features = {"front"} if row == 1 else set()
        if honour == 1 and row == 1:
            features.add("centre")
        found.append(
            Place(
                id=f"{row}-{number}",
                label=Text(f"{ring.zh}{number}座", f"{ring.en}seat {number}"),
                honour=honour,
                x=spot.x,
                y=spot.y,
                facing=spot.facing,
                row=row,
                number=number,
                purpose=purpose,
                features=frozenset(features),
            )
        )
    return found


def _clock(spot: Spot, middle: float) -> float:
    """Return the angle clockwise from 12 o'clock about the middle of the ring, 0 to 2π."""
    return atan2(spot.x, spot.y - middle) % (2 * pi)


def tables_at_hands(width: float, depth: float, length: float, middle: float) -> list[Fixture]:
    """Return a table at each hand of the chair, their outer edges ``width`` mm apart.

    Args:
        width: from outer edge to outer edge.
        depth: of the table tops.
        length: of the tables, towards the door.
        middle: y of their middle.
    """
    return [
        Fixture(
            kind="table",
            x=way * (width - depth) / 2,
            y=middle,
            width=length,
            depth=depth,
            turn=90.0,
        )
        for way in (-1, 1)
    ]


def odd(number: int) -> int:
    """Return the largest odd number that is not above ``number``, at least 1."""
    return max(1, number - 1 + number % 2)
