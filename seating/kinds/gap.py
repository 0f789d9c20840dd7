"""gap (旁边空座): the places beside a person stay empty.

The amount is the number of people who sit beside him (or share his place).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text
from seating.kinds import compiling, counting, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Nobody sits right beside any of ``who``."""

    kind: ClassVar[str] = "gap"
    title: ClassVar[Text] = Text("旁边空座", "an empty seat beside")
    aliases: ClassVar[tuple[str, ...]] = (
        "空座",
        "留空座",
        "旁边留空",
    )

    who: tuple[str, ...] = parameter("谁", "who", selector=True)

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Count each person's neighbours."""
        areas = compiling.beside_areas(scene)
        everybody = [p.id for p in scene.people]
        for who in self.who:
            yield (who,), ask.company(who, everybody, areas)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look to both hands of each person."""
        for who in self.who:
            near = tuple(counting.side_by_side(scene, placing, who))
            if near:
                name, names = scene.person(who).called, wording.people(scene, near)
                yield Bite(
                    subjects=(who, *near),
                    amount=len(near),
                    sentence=Text(
                        f"{name.zh}旁边没有空座，坐着{names.zh}",
                        f"{names.en} {wording.sit(near)} beside {name.en}",
                    ),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        who = wording.people(scene, self.who)
        return Text(f"{who.zh}两旁留空座", f"the seats beside {who.en} stay empty")


KIND = Gap
