"""behind (身后): somebody sits directly behind another."""

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
class Behind:
    """Each of ``who`` sits directly behind one of ``of``."""

    kind: ClassVar[str] = "behind"
    title: ClassVar[Text] = Text("身后", "behind")
    aliases: ClassVar[tuple[str, ...]] = (
        "身后就座",
        "后面",
        "坐身后",
    )
    idle: ClassVar[Text] = Text(
        "名册的“翻译对象”不在这一场", "nobody interpreted is at the sitting"
    )

    who: tuple[str, ...] = parameter("谁（如记录员）", "who (a note-taker, say)", selector=True)
    of: tuple[str, ...] = parameter(
        "坐在谁的身后；留空则为其翻译对象",
        "behind whom; empty = the person interpreted",
        default=(),
        selector=True,
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask for one of the pairs of places one behind the other."""
        pairs: dict[str, list[str]] = {}
        for link in scene.layout.links:
            if link.relation == "behind":
                pairs.setdefault(link.a, []).append(link.b)
        for who in self.who:
            principal = scene.person(who).interprets
            of = [p for p in self.of or (principal,) if p and p != who and scene.has(p)]
            if of:
                found = [ask.both(who, other, pairs) for other in of]
                yield (who, *of), 1 - (found[0] if len(found) == 1 else ask.largest(found))

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look at who sits in front of the persons concerned."""
        for who in sorted(self.who):
            place = placing.places[who]
            person = scene.person(who)
            wanted = set(self.of) - {who} if self.of else {person.interprets} - {""}
            wanted = {p for p in wanted if scene.has(p)}
            in_front = {
                p for at in scene.near(place, "behind") for p in placing.occupants.get(at, ())
            }
            if wanted and not wanted & in_front:
                names = joined(scene.person(p).called for p in sorted(wanted))
                yield Bite(
                    subjects=(who, *sorted(wanted)),
                    amount=1,
                    sentence=Text(
                        f"{person.called.zh}没有坐在{names.zh}身后",
                        f"{person.called.en} does not sit behind {names.en}",
                    ),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        who = joined(scene.person(p).called for p in self.who)
        others = [scene.person(p).called for p in self.of] or [
            scene.person(scene.person(p).interprets).called
            for p in self.who
            if scene.has(scene.person(p).interprets)
        ]
        of = joined(others, "或", " or ")
        return Text(
            f"{who.zh}坐在{of.zh}身后",
            f"{who.en} {wording.sit(self.who)} behind {of.en}",
        )


KIND = Behind
