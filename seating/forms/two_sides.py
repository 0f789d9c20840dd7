"""Two sides at one table, each with its back row (长桌两侧相对).

Origin: the middle of the table.  Table across the room: guests above it face the door, hosts
below turn their backs to it.  Table along the room: guests at the right of somebody entering.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import NOTHING, Text
from seating.facts.venue import Fixture, Layout, Link, Need, Place
from seating.forms.form import FormError
from seating.forms.neighbours import at_the_back, facing_each_other, in_turn
from seating.forms.parties import (
    SIDE_LETTERS,
    SIDE_NAMES,
    SIDES,
    Chair,
    party_sizes,
    seat_label,
    unequal,
)
from seating.forms.plan_form import BACK_TO_DOOR, FACING_DOOR, PlanForm, door
from seating.forms.rows import point

_SEAT_TO_EDGE = 400.0  # mm from the middle of a seat to the table's edge
_FACING = {
    "across": {"guest": FACING_DOOR, "host": BACK_TO_DOOR},
    "along": {"guest": 180.0, "host": 0.0},
}


@dataclass(frozen=True, kw_only=True)
class TwoSides(PlanForm):
    """A long table between two sides whose first persons sit opposite each other.

    Attributes:
        PARTY_NAMES: what the two sides are called on labels.
    """

    SIDES: ClassVar[bool] = True
    PURPOSES: ClassVar[tuple[str, ...]] = ("interpreter", "recorder")
    PARTY_NAMES: ClassVar[Mapping[str, Text]] = SIDE_NAMES

    table: str = parameter(
        "长桌方向：across 横桌（长边对门）、along 竖桌（短边对门）",
        "the table lies across the room (a long side to the door) or along it (a short end)",
        default="across",
        choices=("across", "along"),
    )
    pitch: float = parameter(
        "座位中心间距", "seat to seat", default=750.0, minimum=450, maximum=2500, unit="mm"
    )
    table_width: float = parameter(
        "桌面宽（两侧之间）",
        "width of the table between the sides",
        default=1400.0,
        minimum=400,
        maximum=8000,
        unit="mm",
    )
    row_pitch: float = parameter(
        "后排与前排的距离",
        "back row to front row",
        default=1100.0,
        minimum=700,
        maximum=4000,
        unit="mm",
    )
    recorders: int = parameter(
        "每方后排至少留几个记录员座",
        "note-takers' chairs kept behind each side, at least",
        default=0,
        minimum=0,
        maximum=20,
        unit="seats",
    )

    @abstractmethod
    def chairs(
        self, need: Need, sizes: Mapping[str, int], convention: Convention
    ) -> tuple[Mapping[str, Sequence[Chair]], Sequence[Text]]:
        """Return the chairs of each side, and remarks."""

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the table with both sides, as long as the longer side asks for."""
        sizes, guessed = party_sizes(need)
        if self.table not in _FACING:
            raise FormError(Text(f"table = {self.table!r}", f"table = {self.table!r}"), NOTHING)
        chairs, remarks = self.chairs(need, sizes, convention)
        sides = {side: self._seat(side, chairs[side]) for side in SIDES}
        places = [place for side in ("guest", "host") for place in sides[side]]
        table = self._table(chairs)
        return Layout(
            form=self.NAME,
            places=tuple(sorted(places, key=lambda p: (p.row, -p.y, p.x))),
            links=tuple(self._links(sides)),
            fixtures=(table, door(places, [table])),
            views=self.VIEWS,
            notes=(*guessed, *unequal(sizes), *remarks),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _seat(self, side: str, chairs: Sequence[Chair]) -> list[Place]:
        facing = _FACING[self.table][side]
        spots = [(chair, self._spot(facing, chair)) for chair in chairs]
        spots.sort(key=lambda item: (item[0].row, item[1][0], -item[1][1]))
        places: list[Place] = []
        for chair, (x, y) in spots:
            number = 1 + sum(1 for p in places if p.row == chair.row)
            features = {"front"} if chair.row == 1 else set()
            if chair.row == 1 and chair.honour == 1 and not chair.purpose:
                features.add("centre")
            places.append(
                Place(
                    id=f"{SIDE_LETTERS[side]}{chair.row}-{number}",
                    label=seat_label(self.PARTY_NAMES[side], number, chair.row > 1),
                    honour=chair.honour,
                    x=x,
                    y=y,
                    facing=facing,
                    row=chair.row,
                    number=number,
                    block=SIDE_LETTERS[side],
                    party=side,
                    purpose=chair.purpose,
                    features=frozenset(features),
                )
            )
        return places

    def _spot(self, facing: float, chair: Chair) -> tuple[float, float]:
        back = self.table_width / 2 + _SEAT_TO_EDGE + (chair.row - 1) * self.row_pitch
        return point((0.0, 0.0), facing, chair.offset * self.pitch, -back)

    def _links(self, sides: Mapping[str, Sequence[Place]]) -> list[Link]:
        links: list[Link] = []
        for members in sides.values():
            front = [p for p in members if p.row == 1]
            rear = [p for p in members if p.row > 1]
            links += [*in_turn(front, self.pitch), *in_turn(rear, self.pitch)]
            links += at_the_back(front, rear, self.pitch / 2)
        table = [p for members in sides.values() for p in members if p.row == 1]
        links += facing_each_other(table, self.pitch / 2)
        return links

    def _table(self, chairs: Mapping[str, Sequence[Chair]]) -> Fixture:
        reach = max(
            (abs(c.offset) for row in chairs.values() for c in row if c.row == 1), default=1
        )
        return Fixture(
            kind="table",
            x=0.0,
            y=0.0,
            width=(2 * reach + 1) * self.pitch + 200.0,
            depth=self.table_width,
            turn=0.0 if self.table == "across" else 90.0,
            label=Text("会议桌", "table"),
        )
