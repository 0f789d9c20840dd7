"""not-at (不坐): people may not sit on certain places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text
from seating.kinds import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAt:
    """None of ``who`` sits on the places named; the amount is the number of those who do."""

    kind: ClassVar[str] = "not-at"
    title: ClassVar[Text] = Text("不坐", "not at")
    aliases: ClassVar[tuple[str, ...]] = (
        "不能坐",
        "不得坐",
        "禁坐",
    )

    who: tuple[str, ...] = parameter("谁", "who", selector=True)
    places: tuple[str, ...] = parameter(
        "不能坐的座位：座位号、row:排号、block:区号",
        "the places: seat ids, row:n, block:b",
        place=True,
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask whether each person has one of the places."""
        for who in self.who:
            yield (who,), ask.at(who, self.places)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look at who sits on these places."""
        for place in sorted(set(self.places)):
            for who in placing.occupants.get(place, ()):
                if who in self.who:
                    name, label = scene.person(who).called, scene.layout.by_id[place].label
                    yield Bite(
                        subjects=(who,),
                        amount=1,
                        sentence=Text(
                            f"{name.zh}不应坐{label.zh}", f"{name.en} should not sit at {label.en}"
                        ),
                    )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        who, places = wording.people(scene, self.who), wording.seats(scene, self.places)
        return Text(f"{who.zh}不坐{places.zh}", f"{who.en} do(es) not sit at {places.en}")


KIND = NotAt
