"""keep-place (少动): people stay where the earlier plan put them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPlace:
    """Each person who had a place keeps it; people who are new do not count."""

    kind: ClassVar[str] = "keep-place"
    title: ClassVar[Text] = Text("保持原座", "keep the place")

    who: tuple[str, ...] = parameter(
        "谁（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask whether each person still has his earlier place."""
        for who in self.who:
            if who in scene.before:
                yield (who,), 1 - ask.at(who, (scene.before[who],))

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Compare each occupied place with the earlier plan."""
        for place, people in sorted(placing.occupants.items()):
            for who in people:
                earlier = scene.before.get(who, place)
                if who not in self.who or earlier == place:
                    continue
                name, label = scene.person(who).called, scene.layout.by_id[place].label
                old = scene.layout.by_id.get(earlier)
                was = old.label if old is not None else Text(earlier, earlier)
                yield Bite(
                    subjects=(who,),
                    amount=1,
                    sentence=Text(
                        f"{name.zh}由{was.zh}改到{label.zh}",
                        f"{name.en} moved from {was.en} to {label.en}",
                    ),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        return Text("尽量不动原来的座位", "people keep their earlier places")


KIND = KeepPlace
