"""One round table (圆桌一桌)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Layout, Need, View
from seating.forms.form import Form, Line
from seating.forms.plan_plot import plot_layout
from seating.forms.ring import Company, ring
from seating.forms.ring_places import door, links, radius, seat, table
from seating.forms.table_company import expected, remarks


@dataclass(frozen=True, kw_only=True)
class RoundTable(Form):
    """Seats around one table; index 0 is at 12 o'clock and faces the door."""

    NAME: ClassVar[str] = "round_table"
    TITLE: ClassVar[Text] = Text("圆桌", "round table")
    FAMILY: ClassVar[str] = "banquet"
    SOURCE: ClassVar[str] = "https://www.360docs.net/doc/0713058751.html"
    SIDES: ClassVar[bool] = True
    PURPOSES: ClassVar[tuple[str, ...]] = ("interpreter",)
    OPTIONS: ClassVar[tuple[str, ...]] = (
        "banquet.round",
        "banquet.couples",
        "banquet.hosts_limit",
    )
    VIEWS: ClassVar[tuple[View, ...]] = ("door", "seated")
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        "door": Text(
            "门在下方，从正对门的12点（0）起顺时针",
            "the door is below, clockwise from 12 o'clock (0), which faces the door",
        ),
        "seated": Text(
            "面门而坐者看，门在上方，从面门的首座（0）起顺时针",
            "seen by those who face the door, which is above; clockwise from the first seat (0)",
        ),
    }

    seats: int = parameter(
        "座位数，0为按人数", "chairs, 0 = as many as people", default=0, minimum=0, maximum=60,
        unit="seats",
    )  # fmt: skip
    couples: bool = parameter(
        "主人夫妇对坐，客人成对（先生、夫人依次排）",
        "host and hostess face each other, guests come as couples: man, wife, man, wife",
        default=False,
    )
    chair_pitch: float = parameter(
        "座椅沿圆周间距", "chair to chair", default=720.0, minimum=500, maximum=1200, unit="mm"
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the table; chairs beyond the people go on as guests' or nobody's."""
        party = expected(need)
        chairs = self.seats or party.size
        hosts = min(party.hosts, chairs)
        aides = party.interpreters[: max(0, chairs - hosts - 1)]
        company = Company(
            hosts=hosts,
            guests=chairs - hosts - len(aides),
            sides=party.sides,
            interpreters=aides,
            style=convention["banquet.round"],
            couples=convention["banquet.couples"] if self.couples else "",
        )
        circle = radius(chairs, self.chair_pitch)
        places = seat(ring(company), 1, (0.0, 0.0), circle)
        return Layout(
            form=self.NAME,
            places=tuple(places),
            links=tuple(links(places)),
            fixtures=(table((0.0, 0.0), circle, Text("圆桌", "table")), door(-circle)),
            views=self.VIEWS,
            notes=tuple(remarks([company], party, convention)) if chairs else (),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def lines(self, layout: Layout, view: View) -> tuple[Line, ...]:
        """Return one line for each chair: its index, clockwise from 12 o'clock, and its place."""
        return tuple((f"{p.number - 1}:", p.id) for p in layout.places)

    def sketch(self, layout: Layout, names: Mapping[str, str], view: View) -> str:
        """Return the table to scale."""
        return plot_layout(layout, [(p.x, p.y, names.get(p.id, "_")) for p in layout.places], view)


FORM = RoundTable
