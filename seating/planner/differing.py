"""The demand that a plan differ from another (须与另一方案不同)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Rule, RuleSpec, Scene
from seating.facts.text import Text, joined


@dataclass(frozen=True, kw_only=True)
class Differing:
    """At least ``least`` of these people sit elsewhere than in an earlier plan.

    No rule for users: it only serves to look for plans that differ in substance.
    """

    kind: ClassVar[str] = "differing"

    places: Mapping[str, str]
    least: int

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Count those who stay."""
        stay = sum(ask.at(who, (place,)) for who, place in self.places.items())
        yield tuple(self.places), ask.positive(stay - (len(self.places) - self.least))

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Compare the places."""
        moved = sum(placing.places[who] != place for who, place in self.places.items())
        if moved < self.least:
            yield Bite(
                subjects=tuple(self.places),
                amount=self.least - moved,
                sentence=self.sentence(scene),
            )

    def sentence(self, scene: Scene) -> Text:
        """Say the demand."""
        names = joined(scene.person(p).called for p in self.places)
        return Text(
            f"{names.zh}中至少{self.least}人换座",
            f"at least {self.least} of {names.en} sit elsewhere",
        )


def differing(places: Mapping[str, str], least: int, number: int) -> Rule:
    """Return the demand as a must rule."""
    kind = Differing(places=places, least=least)
    spec = RuleSpec(id=f"differing-{number}", kind=kind.kind, level="must")
    return Rule(spec=spec, level="must", weight=1, kind=kind)
