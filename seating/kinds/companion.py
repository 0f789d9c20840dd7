"""companion (陪同就近): a companion sits in the place beside the person accompanied.

The companions of a person are those of ``of`` from his own unit or his own group, or his
spouse.  The amount is the number of people with such companions but none of them beside.
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
class Companion:
    """Each of ``who`` has his companion beside him."""

    kind: ClassVar[str] = "companion"
    title: ClassVar[Text] = Text("陪同就近", "companion beside")
    aliases: ClassVar[tuple[str, ...]] = (
        "陪同",
        "陪同人",
    )
    idle: ClassVar[Text] = Text(
        "在场的人里没有这些人的陪同人", "none of their companions is at the sitting"
    )

    who: tuple[str, ...] = parameter(
        "被陪同的人（如轮椅席上的人）", "who is accompanied (wheelchair users, say)", selector=True
    )
    of: tuple[str, ...] = parameter(
        "陪同人；留空则为身份是“陪同”的人",
        "the companions; empty = people whose role is companion",
        default=(),
        selector=True,
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask how many of his companions are a person's neighbours."""
        areas = compiling.beside_areas(scene)
        pool = self.of or tuple(p.id for p in scene.people if "companion" in p.roles)
        for who in self.who:
            me = scene.person(who)
            own = []
            for other in pool:
                you = scene.person(other)
                related = (me.unit and me.unit == you.unit) or (me.group and me.group == you.group)
                if other != who and (related or other == me.spouse):
                    own.append(other)
            if own:
                yield (who, *own), ask.positive(1 - ask.company(who, own, areas))

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look who sits beside each person accompanied."""
        for who in self.who:
            own = {
                p.id for p in scene.people if p.id != who and self._accompanies(scene, p.id, who)
            }
            if own and own.isdisjoint(counting.side_by_side(scene, placing, who)):
                name, names = scene.person(who).called, wording.people(scene, sorted(own))
                yield Bite(
                    subjects=(who, *sorted(own)),
                    amount=1,
                    sentence=Text(
                        f"{name.zh}旁边没有陪同人（{names.zh}）",
                        f"{name.en} has no companion beside ({names.en})",
                    ),
                )

    def _accompanies(self, scene: Scene, companion: str, who: str) -> bool:
        one, other = scene.person(companion), scene.person(who)
        chosen = companion in self.of if self.of else "companion" in one.roles
        shared = {("unit", one.unit), ("group", one.group)} & {
            ("unit", other.unit),
            ("group", other.group),
        }
        return chosen and (other.spouse == companion or any(name for _, name in shared))

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        who = wording.people(scene, self.who)
        return Text(f"{who.zh}的陪同人坐在其旁边", f"the companions of {who.en} sit beside them")


KIND = Companion
