"""pinned (定座): somebody sits on a given place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """The persons sit on the places named: the first on the first, and so on."""

    kind: ClassVar[str] = "pinned"
    title: ClassVar[Text] = Text("定座", "pinned")
    aliases: ClassVar[tuple[str, ...]] = (
        "指定座位",
        "固定座位",
        "固定",
        "指定",
    )

    who: tuple[str, ...] = parameter("谁", "who", selector=True)
    place: tuple[str, ...] = parameter(
        "座位号，与人一一对应", "the places, one for each person", place=True
    )

    def pins(self) -> Mapping[str, str]:
        """Place by person."""
        return dict(zip(self.who, self.place, strict=False))

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask whether each person has his place."""
        for who, place in self.pins().items():
            yield (who,), 1 - ask.at(who, (place,))

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look at who has the places named."""
        for who, place in zip(self.who, self.place, strict=False):
            if who in placing.occupants.get(place, ()):
                continue
            name, label = scene.person(who).called, scene.layout.by_id[place].label
            yield Bite(
                subjects=(who,),
                amount=1,
                sentence=Text(
                    f"{name.zh}没有坐在指定的{label.zh}", f"{name.en} is not at {label.en}"
                ),
            )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        pairs = [
            (scene.person(w).called, scene.layout.by_id[p].label) for w, p in self.pins().items()
        ]
        return Text(
            "，".join(f"{n.zh}坐{label.zh}" for n, label in pairs),
            ", ".join(f"{n.en} sits at {label.en}" for n, label in pairs),
        )


KIND = Pinned
