"""new-neighbours (换邻座): people who met at another sitting do not meet again.

The amount is the number of pairs who sat side by side (or at one table) there and do so here.
The other sittings must be planned before this one (stand above it in the event).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any, ClassVar, Literal

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text
from seating.kinds import compiling, counting, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNeighbours:
    """Nobody sits beside, or at a table with, the same person again."""

    kind: ClassVar[str] = "new-neighbours"
    title: ClassVar[Text] = Text("换邻座", "new neighbours")
    aliases: ClassVar[tuple[str, ...]] = (
        "换邻座位",
        "不重复邻座",
    )
    idle: ClassVar[Text] = Text(
        "本场之前没有这些人参加的场次", "none of them is at a sitting before this one"
    )

    who: tuple[str, ...] = parameter(
        "哪些人（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    other: str = parameter(
        "与哪一场相比；留空则与前面各场相比",
        "compared with which sitting; empty = all earlier ones",
        default="",
        sitting=True,
    )
    per: Literal["beside", "table", "block"] = parameter(
        "怎样算在一起：beside 邻座、table 同桌、block 同区",
        "what counts as meeting: beside, table, block",
        default="beside",
        choices=("beside", "table", "block"),
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask of each pair who met whether they meet again."""
        met = self._met(scene)
        if self.per == "beside":
            areas = compiling.beside_areas(scene)
            for who in self.who:
                later = sorted(b for a, b in met if a == who)
                if later:
                    yield (who, *later), ask.company(who, later, areas)
            return
        tables = compiling.bins(scene, self.per).values()
        for pair in sorted(met):
            yield pair, sum(ask.positive(ask.count(pair, table) - 1) for table in tables)

    def _met(self, scene: Scene) -> set[tuple[str, str]]:
        together: list[set[str]] = []
        for sitting, placing in scene.elsewhere.items():
            if self.other not in ("", sitting):
                continue
            layout = scene.layouts.get(sitting, scene.layout)
            tables: dict[str, set[str]] = {}
            for spot, people in placing.occupants.items():
                place = layout.by_id.get(spot)
                if place is None:
                    continue
                if self.per != "beside":
                    name = place.block or (spot if place.capacity > 1 else "")
                    tables.setdefault(name, set()).update(people)
                    continue
                near = {
                    p for at in layout.near(spot, "beside") for p in placing.occupants.get(at, ())
                }
                together += [{a, b} for a in people for b in near]
                together.append(set(people))
            together += [people for name, people in tables.items() if name]
        here = set(self.who)
        return {pair for people in together for pair in combinations(sorted(people & here), 2)}

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """See with whom each person sits, then whether they were together elsewhere."""
        tables = {} if self.per == "beside" else counting.seated(scene, placing, self.per)
        table = {p: people for people in tables.values() for p in people}
        for who in sorted(self.who):
            if self.per == "beside":
                near = set(counting.side_by_side(scene, placing, who))
            else:
                near = set(table.get(who, ()))
            for other in sorted(p for p in near if p > who and p in self.who):
                where = self._where_met(scene, who, other)
                if where:
                    a, b = scene.person(who).called, scene.person(other).called
                    yield Bite(
                        subjects=(who, other),
                        amount=1,
                        sentence=Text(
                            f"{a.zh}与{b.zh}在“{where}”已坐在一起，这次又坐在一起",
                            f"{a.en} and {b.en} sat together at {where!r} and do so again",
                        ),
                    )

    def _where_met(self, scene: Scene, a: str, b: str) -> str:
        for sitting, earlier in scene.elsewhere.items():
            layout = scene.layouts.get(sitting, scene.layout)
            spots = [layout.by_id.get(earlier.places.get(p, "")) for p in (a, b)]
            one, two = spots
            if (self.other and sitting != self.other) or one is None or two is None:
                continue
            if self.per != "beside":
                table = counting.area_of(one, self.per)
                if table and table == counting.area_of(two, self.per):
                    return sitting
            elif two.id in layout.near(one.id, "beside") or (one is two and one.capacity > 1):
                return sitting
        return ""

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        zh = f"与“{self.other}”场" if self.other else "与前面各场"
        en = f"at {self.other!r}" if self.other else "at an earlier sitting"
        if self.per == "beside":
            return Text(f"{zh}相比，每人都换邻座", f"nobody has a neighbour that he had {en}")
        what = wording.PER_WORDS[self.per]
        return Text(
            f"{zh}相比，同过{what.zh}的人不再同{what.zh}",
            f"people who shared a {what.en} {en} do not share one again",
        )


KIND = NewNeighbours
