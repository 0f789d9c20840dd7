"""same-side (同侧): people sit on the same side of the table.

A side is the party of the place (host's, guests'); where the form has no parties, and with
``by = "facing"`` always, it is the direction in which people look.  The amount is the number
of people who are not where most of them are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text
from seating.kinds import compiling, counting, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class SameSide:
    """People sit on one side."""

    kind: ClassVar[str] = "same-side"
    title: ClassVar[Text] = Text("同侧", "on one side")
    aliases: ClassVar[tuple[str, ...]] = (
        "同一侧",
        "同一边",
    )
    idle: ClassVar[Text] = Text(
        "各单位（组）在场的都不足两人", "no unit (group) has two people at the sitting"
    )

    who: tuple[str, ...] = parameter("哪些人", "who", selector=True)
    each: Literal["", "unit", "group"] = parameter(
        "按什么分组：unit 单位、group 组；留空则视为一组",
        "how to divide them: unit, group; empty = all are one party",
        default="",
        choices=("", "unit", "group"),
    )
    by: Literal["side", "facing"] = parameter(
        "以什么分侧：side 主客方（无主客之分则看朝向）、facing 朝向",
        "what makes a side: side = party (else the way people look), facing",
        default="side",
        choices=("side", "facing"),
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Count each party on each side."""
        sides: dict[str, list[str]] = {}
        for place in scene.layout.seats:
            name = place.party if self.by == "side" and place.party else str(_degrees(place.facing))
            sides.setdefault(name, []).append(place.id)
        for members in compiling.parties(scene, self.who, self.each).values():
            if len(members) > 1:
                counts = [ask.count(members, places) for places in sides.values()]
                yield tuple(members), len(members) - ask.largest(counts)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """See on which side each person sits."""
        found: dict[str, dict[str, object]] = {}
        for who in self.who:
            place = scene.layout.by_id[placing.places[who]]
            side: object = round(place.facing) % 360
            if self.by == "side":
                side = place.party or side
            for name in counting.marks(scene.person(who), self.each):
                found.setdefault(name, {})[who] = side
        for name, sides in sorted(found.items()):
            most, number = Counter(sides.values()).most_common(1)[0]
            away = tuple(p for p in sides if sides[p] != most)
            if number == len(sides):
                continue
            names = wording.people(scene, away)
            label = wording.value(scene, self.each, name).zh if self.each else ""
            yield Bite(
                subjects=away,
                amount=len(away),
                sentence=Text(
                    f"{names.zh}没有与{label or '其余'}的人坐在同侧",
                    f"{names.en} {wording.sit(away)} on another side than the rest",
                ),
            )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        who = wording.people(scene, self.who)
        if self.each:
            what = wording.BY_WORDS[self.each]
            return Text(f"同一{what.zh}的人坐在同侧", f"people of one {what.en} sit on one side")
        return Text(f"{who.zh}坐在同侧", f"{who.en} sit on one side")


def _degrees(facing: float) -> int:
    return round(facing) % 360


KIND = SameSide
