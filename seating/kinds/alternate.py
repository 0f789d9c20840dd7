"""alternate (相间): men and women, hosts and guests, units alternate.

The amount is the number of pairs of neighbours who are alike, plus, at each place for several
people (a bench, a table, a room), the number of those alike beyond half of its capacity: so many
fit without two of them touching.  People of whom nothing is known are like nobody.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text
from seating.kinds import compiling, wording

_PHRASES: dict[str, Text] = {
    "gender": Text("男女相间", "men and women alternate"),
    "side": Text("主客相间", "hosts and guests alternate"),
    "unit": Text("同一单位的人不邻座", "people of one unit do not sit side by side"),
    "group": Text("同一组的人不邻座", "people of one group do not sit side by side"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """Neighbours differ."""

    kind: ClassVar[str] = "alternate"
    title: ClassVar[Text] = Text("相间", "alternate")
    aliases: ClassVar[tuple[str, ...]] = (
        "交错",
        "间隔",
    )
    idle: ClassVar[Text] = Text(
        "名册没有填要相间的那一项，或没有两个同类的人",
        "the roster does not say what is to alternate, or no two are alike",
    )

    who: tuple[str, ...] = parameter(
        "哪些人（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    by: Literal["gender", "side", "unit", "group"] = parameter(
        "按什么相间：gender 性别、side 主客、unit 单位、group 组",
        "what alternates: gender, side, unit, group",
        default="gender",
        choices=("gender", "side", "unit", "group"),
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Of each value at most one person may sit on two adjacent places."""
        seats = scene.layout.by_id
        links = [
            pair
            for pair in compiling.adjacent(scene)
            if seats[pair[0]].capacity == seats[pair[1]].capacity == 1
        ]
        shared = [p for p in scene.layout.seats if p.capacity > 1]
        for members in compiling.parties(scene, self.who, self.by).values():
            if len(members) > 1:
                for pair in links:
                    yield tuple(members), ask.positive(ask.count(members, pair) - 1)
                for place in shared:
                    here = ask.count(members, (place.id,))
                    yield tuple(members), ask.positive(here - (place.capacity + 1) // 2)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Walk from seat to seat and compare neighbours, then look into places for several."""
        for spot, who in sorted(placing.occupant.items()):
            mine = getattr(scene.person(who), self.by)
            if who not in self.who or not mine or scene.layout.by_id[spot].capacity > 1:
                continue
            for next_spot in scene.layout.near(spot, "beside"):
                other = placing.occupant.get(next_spot)
                if next_spot <= spot or other is None or other not in self.who:
                    continue
                single = scene.layout.by_id[next_spot].capacity == 1
                if single and getattr(scene.person(other), self.by) == mine:
                    what = wording.value(scene, self.by, mine)
                    a, b = scene.person(who).called, scene.person(other).called
                    yield Bite(
                        subjects=(who, other),
                        amount=1,
                        sentence=Text(
                            f"{a.zh}与{b.zh}邻座，都属{what.zh}",
                            f"{a.en} and {b.en} sit side by side, both {what.en}",
                        ),
                    )

        for spot, people in sorted(placing.occupants.items()):
            place = scene.layout.by_id[spot]
            if place.capacity < 2:
                continue
            alike: dict[str, list[str]] = {}
            for who in people:
                if who in self.who and getattr(scene.person(who), self.by):
                    alike.setdefault(getattr(scene.person(who), self.by), []).append(who)
            for mine, here in sorted(alike.items()):
                beyond = len(here) - math.ceil(place.capacity / 2)
                if beyond > 0:
                    what = wording.value(scene, self.by, mine)
                    yield Bite(
                        subjects=tuple(here),
                        amount=beyond,
                        sentence=Text(
                            f"{place.label.zh}有{len(here)}人同属{what.zh}，不能相间",
                            f"{place.label.en} has {len(here)} people of {what.en}, too many to "
                            "alternate",
                        ),
                    )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        phrase = _PHRASES[self.by]
        if len(self.who) == len(scene.people):
            return phrase
        who = wording.people(scene, self.who)
        return Text(f"{who.zh}中{phrase.zh}", f"among {who.en}, {phrase.en}")


KIND = Alternate
