"""apart (回避): people do not sit near one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text
from seating.facts.venue import Relation

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

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Forbid the pairs of places that are near."""
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
        pairs = {pid: sorted(found) for pid, found in reach.items() if found}
        for a, b in combinations(self.who, 2):
            yield (a, b), ask.both(a, b, pairs)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Walk outwards from each seat and see who of the others is met."""
        for place_id, who in sorted(placing.occupant.items()):
            if who not in self.who:
                continue
            met, edge = {place_id}, [place_id]
            for _ in range(self.within):
                edge = [n for at in edge for n in self._around(scene, at) if n not in met]
                met.update(edge)
            for at in sorted(met - {place_id}):
                other = placing.occupant.get(at)
                if other in self.who and other is not None and who < other:
                    a, b = scene.person(who).name, scene.person(other).name
                    yield Bite(
                        subjects=tuple(p for p in self.who if p in (who, other)),
                        amount=1,
                        sentence=Text(f"{a}与{b}应回避而坐得太近", f"{a} and {b} sit too near"),
                    )

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
        zh = "与".join(scene.person(p).name for p in self.who)
        en = " and ".join(scene.person(p).name for p in self.who)
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
