"""opposite (对坐): somebody sits face to face with another."""

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
class Opposite:
    """Each of ``who`` sits straight across from one of ``of``; the amount is those who do not."""

    kind: ClassVar[str] = "opposite"
    title: ClassVar[Text] = Text("对坐", "face to face")
    aliases: ClassVar[tuple[str, ...]] = (
        "面对面",
        "对面",
        "相对",
    )
    idle: ClassVar[Text] = Text("of 中没有别人", "nobody else is named in `of`")

    who: tuple[str, ...] = parameter("谁", "who", selector=True)
    of: tuple[str, ...] = parameter("坐在谁的对面", "opposite whom", selector=True)

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask for one of the pairs of places that face one another."""
        pairs: dict[str, list[str]] = {}
        for link in scene.layout.links:
            if link.relation == "opposite":
                pairs.setdefault(link.a, []).append(link.b)
                pairs.setdefault(link.b, []).append(link.a)
        for who in self.who:
            of = [p for p in self.of if p != who]
            if of:
                found = [ask.both(who, other, pairs) for other in of]
                yield (who, *of), 1 - (found[0] if len(found) == 1 else ask.largest(found))

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look across from each of the persons concerned."""
        for who in self.who:
            wanted = set(self.of) - {who}
            across = scene.layout.near(placing.places[who], "opposite")
            met = {p for spot in across for p in placing.occupants.get(spot, ())}
            if not wanted or wanted & met:
                continue
            name = scene.person(who).called
            names = joined((scene.person(p).called for p in sorted(wanted)), "或", " or ")
            yield Bite(
                subjects=(who, *sorted(wanted)),
                amount=1,
                sentence=Text(
                    f"{name.zh}没有坐在{names.zh}对面",
                    f"{name.en} does not sit opposite {names.en}",
                ),
            )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        who = wording.people(scene, self.who)
        of = joined((scene.person(p).called for p in self.of), "或", " or ")
        return Text(
            f"{who.zh}坐在{of.zh}对面", f"{who.en} {wording.sit(self.who)} opposite {of.en}"
        )


KIND = Opposite
