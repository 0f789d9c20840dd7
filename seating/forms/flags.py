"""Flags in a row, in file or in an arc (挂旗).

A flag faces the audience as a person would; its own right is the audience's left.  Origin: the
middle of the flags; the audience is below.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Link, Need, Place, View
from seating.forms.form import Form
from seating.forms.rows import alternate, clean, hand, point
from seating.forms.table_company import expected

_FACING = 270.0
_SOURCE = "https://www.66ebook.com/book/book1117439/29955844.html"
_EQUAL_SOURCE = "https://liquisearch.com/national_flag/flag_protocol"

Spot = tuple[float, str, int]  # offset to the own left in flags, party, rank


@dataclass(frozen=True, kw_only=True)
class Flags(Form):
    """Two flags by ``flags.two``, several by ``flags.several``; honour is the order given."""

    NAME: ClassVar[str] = "flags"
    TITLE: ClassVar[Text] = Text("挂旗", "flags")
    FAMILY: ClassVar[str] = "ceremony"
    SOURCE: ClassVar[str] = _SOURCE
    SIDES: ClassVar[bool] = True
    OPTIONS: ClassVar[tuple[str, ...]] = ("flags.two", "flags.several")
    VIEWS: ClassVar[tuple[View, ...]] = ("audience", "seated")
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        "audience": Text("从台下看，从左到右", "seen from the audience, left to right"),
        "seated": Text("从旗后向台下看，从左到右", "seen from behind the flags, left to right"),
    }

    shape: str = parameter(
        "row一排，file一列（前为上），arc弧形（居中为上）",
        "row, file (the foremost is highest) or arc (the middle is highest)",
        default="row",
        choices=("row", "file", "arc"),
    )
    pitch: float = parameter(
        "旗间距", "flag to flag", default=1500.0, minimum=100, maximum=10000, unit="mm"
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the flags; the host's is the first of the hosts, or the first of all."""
        party = expected(need)
        flags = [("host", i) for i in range(1, party.hosts + 1)] if party.sides else []
        guests = "guest" if party.sides else ""
        flags += [(guests, i) for i in range(1, party.guests + 1)]
        spots = self._spots(flags, convention)
        places = [
            self._place(number, spot, len(spots)) for number, spot in enumerate(spots, start=1)
        ]
        if self.shape == "file":
            links = [Link("behind", b.id, a.id) for a, b in pairwise(places)]
        else:
            links = [Link("beside", a.id, b.id) for a, b in pairwise(places)]
        return Layout(
            form=self.NAME,
            places=tuple(places),
            links=tuple(links),
            fixtures=tuple(
                Fixture(kind="flag", x=p.x, y=p.y, width=400.0, depth=100.0) for p in places
            ),
            views=self.VIEWS,
            notes=tuple(self._notes(len(places))),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _spots(self, flags: Sequence[tuple[str, int]], convention: Convention) -> list[Spot]:
        """Return the flags from the audience's left (own right), or the foremost first."""
        count = len(flags)
        if self.shape == "file":
            return [(0.0, *flag) for flag in flags]
        if self.shape == "arc":
            offsets: Sequence[float] = alternate(count, hand("right"))
        elif count == 2:
            guest_right = convention["flags.two"] == "guest-right"
            offsets = (0.5, -0.5) if guest_right else (-0.5, 0.5)
        elif convention["flags.several"] == "host-centre" and count % 2:
            offsets = alternate(count, hand("right"))
        else:  # in order from the own right, the host first
            offsets = [i - (count - 1) / 2 for i in range(count)]
        middle = (max(offsets) + min(offsets)) / 2 if count and self.shape == "arc" else 0.0
        return sorted((o - middle, *flag) for o, flag in zip(offsets, flags, strict=True))

    def _place(self, number: int, spot: Spot, count: int) -> Place:
        offset, party, rank = spot
        facing = _FACING
        if self.shape == "file":
            x, y = 0.0, clean((number - 1) * self.pitch)
        elif self.shape == "arc" and count > 2:
            radius = (count - 1) * self.pitch / math.pi
            angle = math.degrees(offset * self.pitch / radius)
            facing = round(_FACING - angle, 4)
            x, y = point((0.0, 0.0), facing, 0.0, -radius)
            y = clean(y - radius)
        else:
            x, y = point((0.0, 0.0), _FACING, offset * self.pitch)
        return Place(
            id=f"F{number}",
            label=Text(f"左起第{number}面旗", f"flag {number} from the left")
            if self.shape != "file"
            else Text(f"第{number}面旗", f"flag {number}"),
            honour=rank,
            x=x,
            y=y,
            facing=facing,
            row=number if self.shape == "file" else 1,
            number=number,
            party=party,
            width=400.0,
            depth=100.0,
        )

    def _notes(self, count: int) -> list[Text]:
        if count < 2:
            return []
        return [
            Text(
                f"各旗尺寸相等、高度一致：{_EQUAL_SOURCE}",
                f"All flags of equal size at equal height: {_EQUAL_SOURCE}",
            )
        ]


FORM = Flags
