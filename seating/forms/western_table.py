"""A western dinner at one long table (西式长桌).

English: the hosts sit at the two ends; French: face to face in the middle of the long sides.
The host faces the door, which is at the lower edge of the drawing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Layout, Link, Need, Place, View
from seating.forms.form import Form, Line
from seating.forms.plan_plot import plot_layout
from seating.forms.ring import Chair, Company, alternating, opposite, ring
from seating.forms.ring_places import door
from seating.forms.table_company import Party, expected, sexes_remark
from seating.forms.western_room import sides, spots, table_under

_PURPOSE = {"male": "gentleman", "female": "lady"}


@dataclass(frozen=True, kw_only=True)
class WesternTable(Form):
    """A long table for a host, a hostess and guests."""

    NAME: ClassVar[str] = "western_table"
    TITLE: ClassVar[Text] = Text("西式长桌", "western long table")
    FAMILY: ClassVar[str] = "banquet"
    SOURCE: ClassVar[str] = "https://www.juniorleadership.net/post/jlbc-leadership-101"
    SIDES: ClassVar[bool] = True
    OPTIONS: ClassVar[tuple[str, ...]] = ("western.hosts", "western.fours")
    VIEWS: ClassVar[tuple[View, ...]] = ("door", "seated")
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        "door": Text(
            "门在下方；从男主人起向其本人右手方向绕桌一周",
            "the door is below; around the table from the host towards his own right",
        ),
        "seated": Text(
            "面门而坐者看，门在上方；从男主人起向其本人右手方向绕桌一周",
            "seen by those who face the door; from the host towards his own right",
        ),
    }
    MARKS: ClassVar[Mapping[str, str]] = {"gentleman": "M", "lady": "F"}

    guests: str = parameter(
        "couples成对：先生、夫人依次排；sexes男女各排（名册身份写gentleman、lady）；ranks只按位次",
        "couples: man, wife, man, wife in one order; sexes: two orders, by the roles gentleman "
        "and lady; ranks: by rank alone",
        default="couples",
        choices=("couples", "sexes", "ranks"),
    )
    pitch: float = parameter(
        "座椅间距", "chair to chair", default=700.0, minimum=500, maximum=1200, unit="mm"
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the table for everybody who comes."""
        party = expected(need)
        count = party.hosts + party.guests
        alternate = self._alternates(party, count)
        fours = convention["western.fours"] if alternate else "adjacent"
        hosts = convention["western.hosts"]
        aside = alternate and fours != "adjacent" and count % 4 == 0 and count >= 8
        second = opposite(count) + (1 if aside else 0)
        chairs = alternating(count, second) if alternate else ring(_plain(party))
        where = spots(sides(count, hosts, fours), self.pitch, hosts == "ends") if count else []
        places = self._places(chairs, where, party.sides)
        notes = list(self._notes(party, count, alternate, aside))
        links = self._links(places)
        if alternate and self.guests == "couples":
            notes += _couples_together(places, links)
        return Layout(
            form=self.NAME,
            places=tuple(places),
            links=tuple(links),
            fixtures=(
                table_under(where),
                door(min((y for _, y, _ in where), default=0.0)),
            ),
            views=self.VIEWS,
            notes=tuple(notes),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _alternates(self, party: Party, count: int) -> bool:
        """Whether a host, a hostess and pairs of guests come, so that sexes can take turns."""
        hosts = party.hosts if party.sides else 2
        return self.guests != "ranks" and hosts == 2 and count % 2 == 0 and count >= 4

    def _places(
        self, chairs: Sequence[Chair], where: Sequence[tuple[float, float, float]], parted: bool
    ) -> list[Place]:
        """Return the places; honour is by side, or in one order where nobody has a side."""
        places = []
        for index, (chair, (x, y, facing)) in enumerate(zip(chairs, where, strict=True)):
            guest = chair.party == "guest"
            purpose = _PURPOSE[chair.sex] if guest and chair.sex and self.guests == "sexes" else ""
            honour = (chair.rank + 1) // 2 if purpose else chair.rank
            if not parted and guest and not purpose:
                honour += 2
            host = {"male": "host", "female": "hostess"} if not guest else {}
            features = {f for f in (chair.sex, host.get(chair.sex, "")) if f}
            places.append(
                Place(
                    id=f"W{index + 1}",
                    label=Text(f"{index + 1}座", f"seat {index + 1}"),
                    honour=honour,
                    x=x,
                    y=y,
                    facing=facing,
                    number=index + 1,
                    block="1",
                    party=chair.party if parted else "",
                    purpose=purpose,
                    features=frozenset(features),
                )
            )
        return places

    def _links(self, places: Sequence[Place]) -> list[Link]:
        """Return neighbours along a side or round a corner with an end chair, and who faces whom.

        Chairs across the bare end of a table are opposite each other, not side by side.
        """
        found: list[Link] = []
        for i, a in enumerate(places):
            for b in places[:i]:
                aside = min(abs(a.x - b.x), abs(a.y - b.y))
                if abs(a.facing - b.facing) == 180.0 and aside <= self.pitch / 2 + 1.0:
                    found.append(Link("opposite", b.id, a.id))
        closed = [*places, places[0]] if len(places) > 2 else list(places)
        for a, b in pairwise(closed):
            if abs(a.facing - b.facing) != 180.0:
                found.append(Link("beside", a.id, b.id))
        return found

    def _notes(self, party: Party, count: int, alternate: bool, aside: bool) -> list[Text]:
        notes = []
        if self.guests != "ranks" and not alternate and count:
            notes.append(
                Text(
                    "男女相间要求主人夫妇两人、客人成双；现按位次排。",
                    "Sexes can take turns only with a host, a hostess and guests in pairs; "
                    "seated by rank.",
                )
            )
        if alternate and count % 4 == 0 and not aside:
            notes.append(sexes_remark(Text("本桌", "This table")))
        if aside:
            notes.append(
                Text(
                    "人数为4的倍数：女主人让出正对面一座，男女仍相间；6、10、14、18人不必让。",
                    "A multiple of four: the hostess leaves the exact middle by one chair and the "
                    "sexes alternate; 6, 10, 14 or 18 people need no shift.",
                )
            )
        return notes

    def mark(self, place: Place) -> str:
        """Return ``Host``, ``Hostess``, ``M1`` or ``F1`` where sexes alternate."""
        if {"host", "hostess"} & place.features:
            return "Host" if "host" in place.features else "Hostess"
        sex = {"male": "M", "female": "F"}.get(next(iter(place.features), ""), "")
        if not sex:
            return super().mark(place)
        return f"{sex}{_couple(place)}"

    def lines(self, layout: Layout, view: View) -> tuple[Line, ...]:
        """Return everybody around the table in one line, from the host towards his right."""
        ids = [p.id for p in layout.places]
        return ((ids[0], *ids[:0:-1]),) if ids else ()

    def sketch(self, layout: Layout, names: Mapping[str, str], view: View) -> str:
        """Return the table to scale."""
        return plot_layout(layout, [(p.x, p.y, names.get(p.id, "_")) for p in layout.places], view)


def _plain(party: Party) -> Company:
    """Return the company of a table without alternation: two hosts where there are two."""
    return Company(hosts=party.hosts, guests=party.guests, sides=party.sides)


def _couple(place: Place) -> int:
    """Return which couple a guest's place is for, 1 = first."""
    if place.purpose:
        return place.honour
    return (place.honour + (1 if place.party else -1)) // 2


def _couples_together(places: Sequence[Place], links: Sequence[Link]) -> list[Text]:
    """Remark on couples who sit side by side, which only a change of rank could mend."""
    couple = {p.id: _couple(p) for p in places if not {"host", "hostess"} & p.features}
    near = [k for k in links if k.relation == "beside" and k.a in couple and k.b in couple]
    numbers = sorted({couple[k.a] for k in near if couple[k.a] == couple[k.b]})
    if not numbers:
        return []
    said = ", ".join(map(str, numbers))
    return [
        Text(
            f"第{said}对夫妇相邻；要分开须移动其中一人，尽量少动位次。",
            f"Couple {said} sit side by side; move one of them with the least change of rank.",
        )
    ]


FORM = WesternTable
