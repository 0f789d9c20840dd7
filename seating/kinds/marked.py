"""What ``aisle`` and ``wheelchair`` have in common: people on places with a certain mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text, joined
from seating.kinds import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Each of ``who`` has a place marked ``feature``; ``kept`` and ``broken`` follow a name."""

    feature: ClassVar[str]
    kept: ClassVar[Text]
    broken: ClassVar[Text]

    who: tuple[str, ...] = parameter("谁", "who", selector=True)

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask whether each person has one of the marked places."""
        marked = [p.id for p in scene.layout.places if self.feature in p.features]
        for who in self.who:
            yield (who,), 1 - ask.at(who, marked)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look at the mark of each person's place."""
        for place, people in sorted(placing.occupants.items()):
            if self.feature in scene.layout.by_id[place].features:
                continue
            for who in (p for p in people if p in self.who):
                name = scene.person(who).called
                yield Bite(
                    subjects=(who,),
                    amount=1,
                    sentence=Text(f"{name.zh}{self.broken.zh}", f"{name.en} {self.broken.en}"),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        names = joined(scene.person(p).called for p in self.who)
        verb = wording.sit(self.who)
        return Text(f"{names.zh}{self.kept.zh}", f"{names.en} {verb} {self.kept.en}")
