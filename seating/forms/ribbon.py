"""Cutting a ribbon (剪彩).

Origin: the middle of the ribbon.  The audience is below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import NOTHING, Text
from seating.facts.venue import Fixture, Layout, Need, Place
from seating.forms.form import Form
from seating.forms.rows import RowRule, beside, clean, point, spread

_FACING = 270.0
_RIBBON_AHEAD = 450.0
_CARPET = 1200.0  # depth of the carpet in mm; the source asks for 1 m or more
_MOST = 5
_SOURCE = "https://m.nuoha.vip/book/chapter/318817/80.html"


@dataclass(frozen=True, kw_only=True)
class Ribbon(Form):
    """A row of one to five cutters on a carpet, with a knot between each two."""

    NAME: ClassVar[str] = "ribbon"
    TITLE: ClassVar[Text] = Text("剪彩", "ribbon cutting")
    FAMILY: ClassVar[str] = "ceremony"
    SOURCE: ClassVar[str] = _SOURCE
    OPTIONS: ClassVar[tuple[str, ...]] = ("ribbon.side", "ribbon.knots")

    pitch: float = parameter(
        "左右间距", "place to place", default=1200.0, minimum=700, maximum=3000, unit="mm"
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the row, the ribbon with its knots and the carpet."""
        rule = RowRule(side=convention["ribbon.side"])
        ranks = spread(need.count, rule).ranks if need.count else ()
        ranked = sorted((offset, rank) for rank, offset in enumerate(ranks, start=1))
        places = []
        for number, (offset, rank) in enumerate(ranked, start=1):
            x, y = point((0.0, 0.0), _FACING, offset * self.pitch)
            places.append(
                Place(
                    id=f"C{number}",
                    label=Text(f"剪彩{number}号位", f"cutter's place {number}"),
                    honour=rank,
                    x=x,
                    y=y,
                    facing=_FACING,
                    number=number,
                    features=frozenset({"front"} | ({"centre"} if offset == 0 else set())),
                )
            )
        return Layout(
            form=self.NAME,
            places=tuple(places),
            links=tuple(beside(places, self.pitch + 1.0)),
            fixtures=tuple(self._fixtures(places, convention["ribbon.knots"])),
            views=self.VIEWS,
            notes=tuple(self._notes(need.count)),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _fixtures(self, places: Sequence[Place], knots: str) -> list[Fixture]:
        """Return carpet, ribbon and knots: between the cutters, and outside them for ``plus``."""
        if not places:
            return []
        width = len(places) * self.pitch
        xs = [(a.x + b.x) / 2 for a, b in pairwise(places)]
        if knots == "plus":
            xs = [places[0].x - self.pitch / 2, *xs, places[-1].x + self.pitch / 2]
        knot = Text("花", "knot")
        return [
            Fixture(
                kind="platform",
                x=0.0,
                y=0.0,
                width=width + 1000.0,
                depth=_CARPET,
                label=NOTHING,
            ),
            Fixture(
                kind="label", x=0.0, y=-_RIBBON_AHEAD - 300.0, width=width, depth=100.0,
                label=Text("彩带", "ribbon"),
            ),
            *(
                Fixture(
                    kind="label", x=clean(x), y=-_RIBBON_AHEAD, width=250, depth=250, label=knot,
                )
                for x in xs
            ),
        ]  # fmt: skip

    def _notes(self, count: int) -> list[Text]:
        if count <= _MOST:
            return []
        return [
            Text(
                f"剪彩者一般1至{_MOST}人，现有{count}人：{_SOURCE}",
                f"Usually one to {_MOST} people cut the ribbon, there are {count}: {_SOURCE}",
            )
        ]


FORM = Ribbon
