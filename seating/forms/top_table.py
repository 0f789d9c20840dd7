"""The top table of an institute's dinner: one row that faces the room (首席长桌)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Need, Place, View
from seating.forms.form import Form
from seating.forms.ring import scatter
from seating.forms.rows import alternate, beside, clean, hand, point
from seating.forms.table_company import Party, expected

_FACING = 270.0
_TABLE_AHEAD = 550.0
_TABLE_DEPTH = 750.0


@dataclass(frozen=True, kw_only=True)
class TopTable(Form):
    """The president in the middle, guests in turn at his right and left, facing the room.

    Further hosts (committee members) sit among the guests.  With spouses the guest's wife has
    the host's left and the host's wife the guest's right.
    """

    NAME: ClassVar[str] = "top_table"
    TITLE: ClassVar[Text] = Text("首席长桌（英式）", "top table")
    FAMILY: ClassVar[str] = "banquet"
    SOURCE: ClassVar[str] = (
        "https://knowhow.cii.co.uk/guidance/social-and-networking-events/faq/"
        "what-are-the-requirements-for-top-table/"
    )
    SIDES: ClassVar[bool] = True
    VIEWS: ClassVar[tuple[View, ...]] = ("audience", "seated")
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        "audience": Text("从宴会厅看首席，从左到右", "seen from the room, left to right"),
        "seated": Text("首席就座者看，从左到右", "seen by those at the table, left to right"),
    }

    spouses: bool = parameter(
        "主人与主宾携夫人：主方2号为主人夫人，客方2号为主宾夫人",
        "with spouses: No. 2 of the hosts is the host's wife, No. 2 of the guests the guest's",
        default=False,
    )
    pitch: float = parameter(
        "座椅间距", "chair to chair", default=700.0, minimum=500, maximum=1200, unit="mm"
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the row for everybody who comes."""
        party = expected(need)
        count = party.hosts + party.guests
        offsets = [int(o) for o in alternate(count, hand("right"))]
        seats = {offset: ("", rank) for rank, offset in enumerate(offsets, start=1)}
        if party.sides and party.hosts and party.guests:
            seats = self._parted(party, offsets)
        elif party.sides:
            side = "host" if party.hosts else "guest"
            seats = {offset: (side, rank) for offset, (_, rank) in seats.items()}
        places = self._places(seats)
        return Layout(
            form=self.NAME,
            places=tuple(places),
            links=tuple(beside(places, self.pitch + 1.0)),
            fixtures=tuple(self._fixtures(places)),
            views=self.VIEWS,
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _parted(self, party: Party, offsets: Sequence[int]) -> dict[int, tuple[str, int]]:
        """Return party and rank by offset (seats to the own left of the middle)."""
        chair, rest = offsets[0], list(offsets[1:])
        hosts = [chair]
        guests = rest[: min(2, party.guests)]
        if self.spouses and party.hosts >= 2 and party.guests >= 2 and len(rest) >= 3:
            hosts.append(rest.pop(2))
        free = [o for o in rest if o not in guests]
        hosts += scatter(free, hosts, party.hosts - len(hosts), lambda a, b: abs(a - b))
        guests = [o for o in rest if o not in hosts]
        return {o: ("host", rank) for rank, o in enumerate(hosts, start=1)} | {
            o: ("guest", rank) for rank, o in enumerate(guests, start=1)
        }

    def _places(self, seats: Mapping[int, tuple[str, int]]) -> list[Place]:
        places = []
        for number, offset in enumerate(sorted(seats), start=1):
            x, y = point((0.0, 0.0), _FACING, offset * self.pitch)
            features = {"row-end"} if number in (1, len(seats)) else set()
            features |= {"front"} | ({"centre"} if offset == 0 else set())
            places.append(
                Place(
                    id=f"P{number}",
                    label=Text(f"首席{number}座", f"top table seat {number}"),
                    honour=seats[offset][1],
                    x=x,
                    y=y,
                    facing=_FACING,
                    number=number,
                    party=seats[offset][0],
                    features=frozenset(features),
                )
            )
        return places

    def _fixtures(self, places: Sequence[Place]) -> list[Fixture]:
        if not places:
            return []
        x0, x1 = places[0].x, places[-1].x
        return [
            Fixture(
                kind="table",
                x=clean((x0 + x1) / 2),
                y=-_TABLE_AHEAD,
                width=x1 - x0 + self.pitch,
                depth=_TABLE_DEPTH,
            )
        ]


FORM = TopTable
