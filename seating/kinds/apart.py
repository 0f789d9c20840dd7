"""apart (回避): people do not sit near one another.

The amount is the number of pairs who sit too near: within so many seats along the relations
chosen, or, with ``same``, at one table (in one block, one row).  Two people on one place for
several are always near.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any, ClassVar, Literal

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text, joined
from seating.facts.venue import Relation
from seating.kinds import compiling, counting, wording

_RELATIONS: dict[str, Text] = {
    "beside": Text("邻座", "side by side"),
    "behind": Text("前后座", "one behind the other"),
    "opposite": Text("对座", "face to face"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Each pair of these people is kept apart."""

    kind: ClassVar[str] = "apart"
    title: ClassVar[Text] = Text("回避", "keep apart")
    aliases: ClassVar[tuple[str, ...]] = (
        "不相邻",
        "不邻座",
        "分开坐",
        "分开",
        "避开",
    )

    who: tuple[str, ...] = parameter(
        "须相互回避的人，两人以上", "the people kept apart, two or more", selector=True
    )
    within: int = parameter(
        "几个座位以内算近，1 为紧邻",
        "how many seats count as near, 1 = adjacent",
        default=1,
        minimum=1,
        maximum=50,
        unit="seats",
    )
    relations: tuple[str, ...] = parameter(
        "哪些相邻关系：beside 左右、behind 前后、opposite 对面",
        "which relations count: beside, behind, opposite",
        default=("beside",),
        choices=("beside", "behind", "opposite"),
    )
    same: Literal["", "table", "block", "row"] = parameter(
        "不得同在一处：table 同桌、block 同区、row 同排；写了它就不看相邻关系",
        "not in the same table, block, row; if given, nearness does not count",
        default="",
        choices=("", "table", "block", "row"),
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Forbid the pairs of places that are near, or two people in one table."""
        if self.same:
            tables = compiling.bins(scene, self.same).values()
            for pair in combinations(self.who, 2):
                yield pair, sum(ask.positive(ask.count(pair, table) - 1) for table in tables)
            return
        near: dict[str, set[str]] = {p.id: set() for p in scene.layout.places}
        for link in scene.layout.links:
            if link.relation in self.relations:
                near[link.a].add(link.b)
                near[link.b].add(link.a)
        reach = {pid: set(found) for pid, found in near.items()}
        for _ in range(self.within - 1):
            reach = {
                pid: found.union(*(near[n] for n in found)) - {pid} if found else found
                for pid, found in reach.items()
            }
        for place in scene.layout.places:
            if place.capacity > 1:
                reach[place.id].add(place.id)
        pairs = {pid: sorted(found) for pid, found in reach.items() if found}
        for a, b in combinations(self.who, 2):
            yield (a, b), ask.both(a, b, pairs)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Walk outwards from each person's seat and see who of the others is met."""
        for who in sorted(self.who):
            for other in sorted(self._met(scene, placing, who)):
                if who < other and other in self.who:
                    a, b = scene.person(who).called, scene.person(other).called
                    where = wording.PER_WORDS[self.same] if self.same else Text("", "")
                    yield Bite(
                        subjects=tuple(p for p in self.who if p in (who, other)),
                        amount=1,
                        sentence=Text(
                            f"{a.zh}与{b.zh}应回避而同{where.zh}",
                            f"{a.en} and {b.en} share a {where.en}",
                        )
                        if self.same
                        else Text(
                            f"{a.zh}与{b.zh}应回避而坐得太近", f"{a.en} and {b.en} sit too near"
                        ),
                    )

    def _met(self, scene: Scene, placing: Placing, who: str) -> set[str]:
        """Everybody who sits too near to one person."""
        here = placing.places[who]
        if self.same:
            company = counting.seated(scene, placing, self.same).values()
            return {p for people in company if who in people for p in people} - {who}
        met, edge = {here}, [here]
        for _ in range(self.within):
            edge = [n for at in edge for n in self._around(scene, at) if n not in met]
            met.update(edge)
        return {p for at in met for p in placing.occupants.get(at, ())} - {who}

    def _around(self, scene: Scene, place: str) -> list[str]:
        """Neighbours of one place in either direction."""
        found: list[str] = []
        for name in self.relations:
            relation: Relation = (
                "behind" if name == "behind" else ("opposite" if name == "opposite" else "beside")
            )
            found += scene.near(place, relation)
            if relation == "behind":
                found += [p.id for p in scene.layout.places if place in scene.near(p.id, "behind")]
        return found

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        names = joined((scene.person(p).called for p in self.who), "与", " and ")
        zh, en = names.zh, names.en
        if self.same:
            where = wording.PER_WORDS[self.same]
            return Text(f"{zh}不同{where.zh}", f"{en} do not share a {where.en}")
        how = [_RELATIONS[r] for r in self.relations]
        if self.within > 1:
            return Text(
                f"{zh}相隔不少于{self.within}个座位", f"{en} sit at least {self.within} seats apart"
            )
        return Text(
            f"{zh}不{'、'.join(h.zh for h in how)}",
            f"{en} do not sit {' or '.join(h.en for h in how)}",
        )


KIND = Apart
