"""Receptions: host and chief guest side by side, each with his own people (会见).

Origin: the middle of the half circle, or of the row of sofas.  Places on a hand are counted
from the axis: 0 is the principal's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, inf, pi, sin
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Link, Need, Place, View
from seating.forms.form import Line
from seating.forms.neighbours import at_the_back, facing_each_other, in_turn
from seating.forms.parties import (
    SIDE_LETTERS,
    SIDE_NAMES,
    SIDES,
    party_sizes,
    role_count,
    seat_label,
    unequal,
)
from seating.forms.plan_form import BACK_TO_DOOR, FACING_DOOR, PlanForm, door
from seating.forms.plan_text import row_lines
from seating.forms.rows import alternate, clean, hand, point

_TEA_TABLE = 600.0  # mm between the two principals
_LEAST_RADIUS = 2400.0


@dataclass(frozen=True, slots=True)
class _Sofa:
    """A seat of one side: steps from the axis, row (1 = front), honour, role."""

    step: int
    row: int
    honour: int
    purpose: str = ""


@dataclass(frozen=True, kw_only=True)
class Reception(PlanForm):
    """Sofas; the chief guest at the hand of the host that ``reception.guest`` names.

    Interpreters and note-takers sit behind the principals, then those for whom the front row
    is too short.
    """

    NAME: ClassVar[str] = "reception"
    TITLE: ClassVar[Text] = Text("会见", "reception in a hall")
    FAMILY: ClassVar[str] = "talks"
    SOURCE: ClassVar[str] = "http://www.wawtxt.com/243_243467/7815641_4.html"
    OPTIONS: ClassVar[tuple[str, ...]] = ("reception.guest",)
    SIDES: ClassVar[bool] = True
    PURPOSES: ClassVar[tuple[str, ...]] = ("interpreter", "recorder")

    arrangement: str = parameter(
        "摆法：semicircle 半圆；row 并排面门；wall 并排靠侧墙，离门远者为上；"
        "facing 相对，客方面门；chairman 主席式，主方面门、各方来宾背门",
        "semicircle; row facing the door; row along a side wall, far from the door is higher; "
        "facing each other, guests to the door; chairman: the host to the door, guests opposite",
        default="semicircle",
        choices=("semicircle", "row", "wall", "facing", "chairman"),
    )
    per_side: int = parameter(
        "每方前排最多几座，其余坐后排；0 为都坐前排",
        "seats of each side in the front row, the others behind; 0 = all in front",
        default=0,
        minimum=0,
        maximum=60,
        unit="seats",
    )
    interpreters: int = parameter(
        "每方至少留几个译员座；-1 为自动：名单里有几位留几座，一位也没有时涉外会见各留一座",
        "interpreters' chairs for each side, at least; -1 = as many as come, or one each where "
        "the guest sits at the right and none is listed",
        default=-1,
        minimum=-1,
        maximum=5,
        unit="seats",
    )
    pitch: float = parameter(
        "沙发中心间距", "sofa to sofa", default=1000.0, minimum=500, maximum=3000, unit="mm"
    )
    row_pitch: float = parameter(
        "排距", "row to row", default=1200.0, minimum=700, maximum=4000, unit="mm"
    )
    distance: float = parameter(
        "相对而坐时双方座位的距离",
        "from seat to seat across, where the sides face each other",
        default=3000.0,
        minimum=1000,
        maximum=15000,
        unit="mm",
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return both sides in the chosen arrangement."""
        sizes, guessed = party_sizes(need)
        guest_hand = hand(convention["reception.guest"])
        sofas = {side: self._sofas(need, side, sizes[side], guest_hand < 0) for side in SIDES}
        spots = {side: self._spots(side, sofas, guest_hand) for side in SIDES}
        sides = {side: _places(side, sofas[side], spots[side]) for side in SIDES}
        places = [p for side in ("guest", "host") for p in sides[side]]
        fixtures = self._fixtures(sides)
        return Layout(
            form=self.NAME,
            places=tuple(sorted(places, key=lambda p: (p.row, p.x, -p.y))),
            links=tuple(self._links(sides)),
            fixtures=(*fixtures, door(places, fixtures)),
            views=self.VIEWS,
            notes=(*guessed, *unequal(sizes, slack=1)),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def lines(self, layout: Layout, view: View) -> tuple[Line, ...]:
        """Return each row as one line, even where it is a half circle."""
        if self.arrangement in ("semicircle", "row"):
            return row_lines(layout, view)
        return super().lines(layout, view)

    def _sofas(self, need: Need, side: str, count: int, foreign: bool) -> list[_Sofa]:
        front = min(count, self.per_side) if self.per_side else count
        found = [_Sofa(i, 1, i + 1) for i in range(front)]
        listed = {one: role_count(need, one, "interpreter") for one in SIDES}
        interpreters = max(listed[side], self.interpreters)
        if self.interpreters < 0 and foreign and not any(listed.values()):
            interpreters = 1
        rear = [(i + 1, "interpreter") for i in range(interpreters)]
        rear += [(i + 1, "recorder") for i in range(role_count(need, side, "recorder"))]
        rear += [(i + 1, "") for i in range(front, count)]
        found += [_Sofa(i, 2, honour, purpose) for i, (honour, purpose) in enumerate(rear)]
        return found

    def _spots(
        self, side: str, sofas: Mapping[str, Sequence[_Sofa]], guest_hand: int
    ) -> list[tuple[float, float, float]]:
        """Return x, y and facing of each sofa of a side."""
        if self.arrangement in ("facing", "chairman"):
            upper = "guest" if self.arrangement == "facing" else "host"
            return [self._across(sofa, side == upper, guest_hand) for sofa in sofas[side]]
        own = guest_hand if side == "guest" else -guest_hand
        if self.arrangement == "semicircle":
            longest = max((s.step for row in sofas.values() for s in row), default=0)
            radius = max(_LEAST_RADIUS, self._away(longest) / (pi / 2))
            return [self._curved(sofa, own, radius) for sofa in sofas[side]]
        facing = FACING_DOOR
        if self.arrangement == "wall":
            facing = 180.0 if guest_hand < 0 else 0.0
        return [
            (
                *point((0.0, 0.0), facing, own * self._away(s.step), -(s.row - 1) * self.row_pitch),
                facing,
            )
            for s in sofas[side]
        ]

    def _away(self, step: int) -> float:
        """Return how far along the row a seat is from the axis, in mm."""
        return (step + 0.5) * self.pitch + _TEA_TABLE / 2

    def _curved(self, sofa: _Sofa, own: int, radius: float) -> tuple[float, float, float]:
        angle = self._away(sofa.step) / radius
        out = radius + (sofa.row - 1) * self.row_pitch
        x, y = point((0.0, out * cos(angle)), FACING_DOOR, own * out * sin(angle))
        return x, y, clean(degrees(atan2(-y, -x)) % 360.0)

    def _across(self, sofa: _Sofa, upper: bool, first: int) -> tuple[float, float, float]:
        """Return a seat of two rows that face each other; No. 2 at the senior hand."""
        facing = FACING_DOOR if upper else BACK_TO_DOOR
        offset = alternate(sofa.step + 1, first)[-1]
        back = self.distance / 2 + (sofa.row - 1) * self.row_pitch
        return (*point((0.0, 0.0), facing, offset * self.pitch, -back), facing)

    def _links(self, sides: Mapping[str, Sequence[Place]]) -> list[Link]:
        links: list[Link] = []
        rows = {
            row: {side: [p for p in sides[side] if p.row == row] for side in SIDES}
            for row in (1, 2)
        }
        for members in rows.values():
            if self.arrangement in ("facing", "chairman"):
                for row in members.values():
                    links += in_turn(sorted(row, key=lambda p: p.x), self.pitch)
            else:  # both sides are one row: outwards in from one end, out again to the other
                links += in_turn([*members["guest"][::-1], *members["host"]], inf)
        front, rear = ([*r["guest"], *r["host"]] for r in rows.values())
        links += at_the_back(front, rear, self.pitch / 2)
        if self.arrangement in ("facing", "chairman"):
            links += facing_each_other(front, self.pitch / 2)
        return links

    def _fixtures(self, sides: Mapping[str, Sequence[Place]]) -> list[Fixture]:
        first = [p for row in sides.values() for p in row if p.row == 1 and p.honour == 1]
        if len(first) < 2:
            return []
        x, y = (sum(p.x for p in first) / 2, sum(p.y for p in first) / 2)
        tea = Text("茶几", "tea table")
        return [Fixture(kind="table", x=clean(x), y=clean(y), width=500, depth=500, label=tea)]


def _places(
    side: str, sofas: Sequence[_Sofa], spots: Sequence[tuple[float, float, float]]
) -> list[Place]:
    """Return the places of a side; numbers count from the axis outwards."""
    return [
        Place(
            id=f"{SIDE_LETTERS[side]}{sofa.row}-{sofa.step + 1}",
            label=seat_label(SIDE_NAMES[side], sofa.step + 1, sofa.row > 1),
            honour=sofa.honour,
            x=x,
            y=y,
            facing=facing,
            row=sofa.row,
            number=sofa.step + 1,
            block=SIDE_LETTERS[side],
            party=side,
            purpose=sofa.purpose,
            features=frozenset({"front"} if sofa.row == 1 else ()),
            width=750.0,
            depth=750.0,
        )
        for sofa, (x, y, facing) in zip(sofas, spots, strict=True)
    ]


FORM = Reception
