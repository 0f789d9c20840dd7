"""A banquet of many round tables (宴会桌次与座次).

Origin: below the middle of the row nearest the door.  The door is at the lower edge of the
drawing, so the person at 12 o'clock of a table faces it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Layout, Need, Place, View
from seating.forms.banquet_room import crowding, room
from seating.forms.form import Form, FormError, Line
from seating.forms.plan_plot import plot_layout
from seating.forms.ring import Company, ring
from seating.forms.ring_places import links, radius, seat
from seating.forms.table_company import Party, expected, hosts_at, people_at, remarks
from seating.forms.table_order import Point, grid, table_order, usual_rows

_PASSAGE = 1250.0  # between the chair circles of two tables, mm [DEFAULT]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSpot:
    """Where one table stands in a free layout (自由摆放的一桌)."""

    x: float = parameter("离中线的距离，向右为正", "distance from the axis, rightwards", unit="mm")
    y: float = parameter("离门的距离", "distance from the door", unit="mm")
    seats: int = parameter("座位数，0为通用", "chairs, 0 = as usual", default=0, minimum=0)


@dataclass(frozen=True, kw_only=True)
class Banquet(Form):
    """Round tables in rows or standing freely; honour runs table by table."""

    NAME: ClassVar[str] = "banquet"
    TITLE: ClassVar[Text] = Text("宴会桌次", "banquet")
    FAMILY: ClassVar[str] = "banquet"
    SOURCE: ClassVar[str] = "http://trklw.com/jingdiangushi/5om7gra5jf.html"
    SIDES: ClassVar[bool] = True
    PURPOSES: ClassVar[tuple[str, ...]] = ("interpreter",)
    OPTIONS: ClassVar[tuple[str, ...]] = (
        "banquet.head",
        "banquet.tables_side",
        "banquet.orientation",
        "banquet.round",
        "banquet.couples",
        "banquet.hosts_limit",
    )
    VIEWS: ClassVar[tuple[View, ...]] = ("door", "seated")
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        "door": Text(
            "站在门口向里看，先列桌次；各桌座次从12点（最里一侧）起顺时针",
            "seen from the door, tables first; seats of a table clockwise from its 12 o'clock",
        ),
        "seated": Text(
            "面门而坐者看，先列桌次；各桌座次从其首座起顺时针",
            "seen by those who face the door, tables first; seats clockwise from the first",
        ),
    }

    rows: tuple[int, ...] = parameter(
        "每排几桌，离门最远的一排在先；不写则按桌数取常用摆法",
        "tables in each row, the row farthest from the door first; none = a usual pattern",
        default=(),
        minimum=1,
        maximum=40,
        unit="tables",
    )
    table: tuple[TableSpot, ...] = parameter(
        "自由摆放：各桌的位置", "free layout: where each table stands", default=()
    )
    seats: int = parameter(
        "每桌座位数", "chairs at a table", default=10, minimum=8, maximum=16, unit="seats"
    )
    head_seats: int = parameter(
        "主桌座位数，0为与其他桌相同",
        "chairs at the head table, 0 = as the others",
        default=0,
        minimum=0,
        maximum=40,
        unit="seats",
    )
    spread: str = parameter(
        "even各桌人数相近，full坐满一桌再坐下一桌",
        "even: tables alike; full: one table after another",
        default="even",
        choices=("even", "full"),
    )
    fixed: bool = parameter(
        "多余的座椅也摆上", "set all chairs even where fewer people come", default=False
    )
    hosts: tuple[int, ...] = parameter(
        "各桌主方人数，按桌次；不写为平均",
        "hosts at each table in the order of tables; none = evenly",
        default=(),
        minimum=0,
        unit="people",
    )
    couples: bool = parameter(
        "主人夫妇对坐，客人成对（先生、夫人依次排）",
        "host and hostess face each other, guests come as couples: man, wife, man, wife",
        default=False,
    )
    pitch: float = parameter(
        "桌中心间距，0为按桌子大小",
        "table to table, 0 = by their size",
        default=0.0,
        minimum=0,
        unit="mm",
    )
    chair_pitch: float = parameter(
        "座椅沿圆周间距", "chair to chair", default=720.0, minimum=500, maximum=1200, unit="mm"
    )
    stage: str = parameter(
        "舞台在哪一边（从门口看）",
        "where the stage is, seen from the door",
        default="none",
        choices=("none", "far", "left", "right"),
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the tables; people beyond all chairs get none."""
        party = expected(need)
        spots, chairs = self._tables(party.size)
        order = table_order(
            spots,
            convention["banquet.head"],
            convention["banquet.tables_side"],
            self._stage(spots),
        )
        sizes = [chairs[i] for i in order]
        if not self.table:
            sizes[0] = self.head_seats or sizes[0]
        circle = [radius(size, self.chair_pitch) for size in sizes]
        gap = self.pitch or 2 * max(circle) + _PASSAGE
        scale = 1.0 if self.table else gap
        centres = [(spots[i][0] * scale, spots[i][1] * scale) for i in order]
        companies = self._companies(party, sizes, convention)
        places = self._places(companies, centres, circle, convention["banquet.orientation"])
        return Layout(
            form=self.NAME,
            places=tuple(p for places_of in places for p in places_of),
            links=tuple(link for places_of in places for link in links(places_of)),
            fixtures=tuple(room(centres, circle, self.stage)),
            views=self.VIEWS,
            notes=(*remarks(companies, party, convention), *crowding(centres, circle)),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _tables(self, people: int) -> tuple[list[Point], list[int]]:
        """Return where the tables stand (rows: in pitches) and their usual chairs."""
        if self.rows and self.table:
            raise FormError(Text("rows 与 table 只能写一种。", "Give rows or table, not both."))
        if self.table:
            return (
                [(spot.x, spot.y) for spot in self.table],
                [spot.seats or self.seats for spot in self.table],
            )
        head = self.head_seats or self.seats
        needed = 1 + max(0, math.ceil((people - head) / self.seats))
        spots = grid(self.rows or usual_rows(needed))
        return spots, [self.seats] * len(spots)

    def _stage(self, spots: Sequence[Point]) -> Point | None:
        xs, ys = [x for x, _ in spots], [y for _, y in spots]
        aside = {"left": min(xs) - 1.0, "right": max(xs) + 1.0}.get(self.stage)
        return None if aside is None else (aside, (min(ys) + max(ys)) / 2)

    def _companies(
        self, party: Party, chairs: Sequence[int], convention: Convention
    ) -> list[Company]:
        people = list(chairs) if self.fixed else people_at(party.size, chairs, self.spread)
        aides = party.interpreters[: max(0, people[0] - 2)]
        ordinary = [people[0] - len(aides), *people[1:]]
        hosts = hosts_at(party.hosts, ordinary)
        if self.hosts:
            given = [*self.hosts, *[0] * len(ordinary)]
            hosts = [min(h, size) for h, size in zip(given, ordinary, strict=False)]
        return [
            Company(
                hosts=h if party.sides else 0,
                guests=size - h if party.sides else size,
                sides=party.sides,
                interpreters=aides if number == 0 else (),
                style=convention["banquet.round"],
                couples=convention["banquet.couples"] if self.couples else "",
            )
            for number, (h, size) in enumerate(zip(hosts, ordinary, strict=True))
        ]

    def _places(
        self,
        companies: Sequence[Company],
        centres: Sequence[Point],
        circle: Sequence[float],
        orientation: str,
    ) -> list[list[Place]]:
        before: Counter[tuple[str, str]] = Counter()
        tables = []
        head = centres[0]
        for number, company in enumerate(companies, start=1):
            x, y = centres[number - 1]
            top = 90.0
            if orientation == "head-table" and number > 1:
                top = math.degrees(math.atan2(y - head[1], x - head[0]))
            chairs = ring(company)
            tables.append(seat(chairs, number, (x, y), circle[number - 1], top, before))
            before.update((chair.party, chair.purpose) for chair in chairs)
        return tables

    def lines(self, layout: Layout, view: View) -> tuple[Line, ...]:
        """Return the order of tables as they stand, an empty line, then table by table."""
        sign = -1.0 if view == "seated" else 1.0
        tables = [f for f in layout.fixtures if f.kind == "round-table"]
        ranks: dict[float, list[tuple[float, str]]] = {}
        for number, fixture in enumerate(tables, start=1):
            ranks.setdefault(-sign * fixture.y, []).append((sign * fixture.x, str(number)))
        plan = [tuple(text for _, text in sorted(ranks[y])) for y in sorted(ranks)]
        seats: dict[str, list[str]] = {}
        for place in layout.places:
            seats.setdefault(place.block, []).append(place.id)
        return (*plan, (), *((f"{block}:", *ids) for block, ids in seats.items()))

    def sketch(self, layout: Layout, names: Mapping[str, str], view: View) -> str:
        """Return all tables to scale, the number of each in brackets in its middle."""
        tables = [f for f in layout.fixtures if f.kind == "round-table"]
        marks = [(p.x, p.y, names.get(p.id, "_")) for p in layout.places]
        marks += [(f.x, f.y, f"({number})") for number, f in enumerate(tables, start=1)]
        return plot_layout(layout, marks, view)


FORM = Banquet
