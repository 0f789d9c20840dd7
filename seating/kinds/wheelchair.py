"""wheelchair (轮椅席): people sit wheelchair place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheelchair:
    """Each of ``who`` has a place marked ``wheelchair``."""

    kind: ClassVar[str] = "wheelchair"
    title: ClassVar[Text] = Text("轮椅席", "wheelchair place")

    who: tuple[str, ...] = parameter("谁", "who", selector=True)

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask whether each person has one of the marked places."""
        marked = [p.id for p in scene.layout.places if "wheelchair" in p.features]
        for who in self.who:
            yield (who,), 1 - ask.at(who, marked)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look at the mark of each person's place."""
        for place, people in sorted(placing.occupants.items()):
            if "wheelchair" in scene.layout.by_id[place].features:
                continue
            for who in (p for p in people if p in self.who):
                name = scene.person(who).name
                yield Bite(
                    subjects=(who,),
                    amount=1,
                    sentence=Text(f"{name}没有轮椅席", f"{name} has no wheelchair place"),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        names = [scene.person(p).name for p in self.who]
        return Text(
            f"{'、'.join(names)}坐轮椅席", f"{', '.join(names)} sit(s) at a wheelchair place"
        )


KIND = Wheelchair
