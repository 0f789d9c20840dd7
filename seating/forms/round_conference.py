"""Several parties around a table that has no head (多边会谈、圆桌会议).

Origin: the middle of the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, pi, tan
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Link, Need, Place
from seating.forms.form import FormError
from seating.forms.neighbours import at_the_back, facing_each_other, in_turn, seen_from
from seating.forms.party_circle import Party, angles, at, begin_with, parties_of, table_edge
from seating.forms.plan_form import PlanForm, door
from seating.forms.rows import RowRule, point, spread

_SEAT_TO_EDGE = 400.0
_LEAST = 1000.0


@dataclass(frozen=True, kw_only=True)
class RoundConference(PlanForm):
    """Parties in the order given, one after another around the table or from the first outwards.

    The order of people decides the order of parties: let it be alphabetical by unit.  ``first``
    or ``host`` turns it: the party drawn by lot, or the host, has the first seats and the
    others follow in the same order.
    """

    NAME: ClassVar[str] = "round_conference"
    TITLE: ClassVar[Text] = Text("多方圆桌会议", "conference of several parties")
    FAMILY: ClassVar[str] = "talks"
    SOURCE: ClassVar[str] = "http://www.wawtxt.com/243_243467/7815641_4.html"
    OPTIONS: ClassVar[tuple[str, ...]] = (
        "round.order",
        "round.first",
        "round.direction",
        "conference.side",
    )

    parties: int = parameter(
        "几方；0 按“主客”一列的名称，没有名称时按人数",
        "number of parties; 0 = those named in the roster, or as many as the people fill",
        default=0,
        minimum=0,
        maximum=200,
        unit="parties",
    )
    each: int = parameter(
        "每方桌边几座",
        "seats of each party at the table",
        default=1,
        minimum=1,
        maximum=20,
        unit="seats",
    )
    behind: int = parameter(
        "桌后排数，每排座数与桌边相同；人多时自动增加",
        "rows behind the table, as long as the party's side; more if people are more",
        default=0,
        minimum=0,
        maximum=10,
        unit="rows",
    )
    first: int = parameter(
        "第几方坐首席（如抽签所得），其余依次相随",
        "which party of the order has the first seats (drawn by lot, say); the others follow",
        default=1,
        minimum=1,
        unit="party",
    )
    host: str = parameter(
        "坐首席一方的名称（如东道主），代替 first",
        "name of the party that has the first seats (the host, say), instead of first",
        default="",
    )
    edge: str = parameter(
        "桌形：round 圆桌；polygon 每方一边（四方为方桌，六方为六角桌）",
        "round, or a straight side for each party (four: a square, six: a hexagon)",
        default="round",
        choices=("round", "polygon"),
    )
    pitch: float = parameter(
        "座位中心间距", "seat to seat", default=750.0, minimum=450, maximum=2500, unit="mm"
    )
    row_pitch: float = parameter(
        "排距", "row to row", default=1100.0, minimum=700, maximum=4000, unit="mm"
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the parties around the table with their rows behind."""
        given = parties_of(need, self.each * (1 + self.behind), self.parties)
        found = begin_with(given, self.first, self.host)
        number = len(found)
        if self.edge == "polygon" and number < 3:
            raise FormError(
                Text(
                    f"多边形桌至少三方，现有{number}方。",
                    f"A polygon needs 3 parties, not {number}.",
                ),
                Text('请用 edge = "round" 或会谈（talks）。', 'Use edge = "round", or talks.'),
            )
        start = 0.0 if convention["round.first"] == "facing" else 180.0
        around = angles(number, start, convention["round.order"], convention["round.direction"])
        out = table_edge(self.each, max(number, 1), self.pitch, _LEAST, bend=self.edge == "round")
        rule = RowRule(convention["conference.side"])
        sides = [
            self._seat(i, party, angle, out + _SEAT_TO_EDGE, number, rule)
            for i, (party, angle) in enumerate(zip(found, around, strict=True))
        ]
        places = [place for side in sides for place in side]
        tables = self._table(number, out, start) if number else []
        return Layout(
            form=self.NAME,
            places=tuple(sorted(places, key=lambda p: (p.row, -p.y, p.x))),
            links=tuple(self._links(sides, around)),
            fixtures=(*tables, door(places, tables)),
            views=self.VIEWS,
            notes=tuple(self._notes(found, need)),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _seat(
        self, index: int, party: Party, angle: float, out: float, number: int, rule: RowRule
    ) -> list[Place]:
        """Return the seats of one party: its head in the middle of its side, then the rows."""
        block = party.name or str(index + 1)
        offsets = spread(self.each, rule).ranks
        size = max(party.size, self.each * (1 + self.behind))
        places = []
        for i in range(size):
            row, step = i // self.each, i % self.each
            if self.edge == "round":
                share = 360.0 / (number * self.each)
                x, y, facing = at(angle + offsets[step] * share, out + row * self.row_pitch)
            else:
                x, y, facing = at(angle, out + row * self.row_pitch)
                x, y = point((x, y), facing, offsets[step] * self.pitch)
            places.append(
                Place(
                    id=f"{block}-{i + 1}",
                    label=Text(
                        f"{_zh(party, index)}{i + 1}座", f"{_en(party, index)} seat {i + 1}"
                    ),
                    honour=party.before + i + 1,
                    x=x,
                    y=y,
                    facing=facing,
                    row=row + 1,
                    number=i + 1,
                    block=block,
                    party=party.name,
                    features=frozenset({"front"} if row == 0 else ()),
                )
            )
        return places

    def _links(self, sides: Sequence[Sequence[Place]], around: Sequence[float]) -> list[Link]:
        links: list[Link] = []
        table: list[Place] = []
        for side, _ in sorted(zip(sides, around, strict=True), key=lambda pair: pair[1]):
            rows = [side[i : i + self.each] for i in range(0, len(side), self.each)]
            table += _leftwards(rows[0])
            for front, rear in pairwise(rows):
                links += at_the_back(front, rear, self.pitch / 2)
                links += in_turn(_leftwards(rear), inf)
        links += in_turn(table, inf, closed=True)
        links += facing_each_other(table, self.pitch / 2)
        return links

    def _table(self, number: int, out: float, start: float) -> list[Fixture]:
        label = Text("会议桌", "table")
        if self.edge == "round":
            return [
                Fixture(kind="round-table", x=0.0, y=0.0, width=2 * out, depth=2 * out, label=label)
            ]
        width = 2 * out * tan(pi / number)
        return [
            Fixture(kind="table", x=x, y=y, width=width, depth=600.0, turn=facing - 270.0)
            for x, y, facing in (at(start + i * 360.0 / number, out - 300.0) for i in range(number))
        ]

    def _notes(self, found: Sequence[Party], need: Need) -> list[Text]:
        if self.parties and any(need.parties) and len(found) != self.parties:
            said = Text(
                f"名册中有{len(found)}方，parties = {self.parties} 不起作用。",
                f"The roster names {len(found)} parties; parties = {self.parties} has no effect.",
            )
            return [said]
        return []


def _zh(party: Party, index: int) -> str:
    return party.name or f"第{index + 1}方"


def _en(party: Party, index: int) -> str:
    return party.name or f"party {index + 1}"


def _leftwards(row: Sequence[Place]) -> list[Place]:
    """Return seats of one party from its own right to its own left, that is clockwise."""
    return sorted(row, key=lambda p: seen_from(row[0], p)[0])


FORM = RoundConference
