"""same-seat (同座号): people keep the seat number that they have in another sitting.

The other sitting must be planned before this one (stand above it in the event).  Its amount is
the number of people who sit on another place; who is not in the other sitting does not count.
"""

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
class SameSeat:
    """Each of ``who`` has the same place as in another sitting."""

    kind: ClassVar[str] = "same-seat"
    title: ClassVar[Text] = Text("同座号", "same seat as elsewhere")
    aliases: ClassVar[tuple[str, ...]] = (
        "座号相同",
        "同一座位",
    )
    idle: ClassVar[Text] = Text(
        "本场之前没有这些人参加的场次", "none of them is at a sitting before this one"
    )

    who: tuple[str, ...] = parameter(
        "谁（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    other: str = parameter(
        "哪一场；留空则以最先一场为准",
        "the other sitting; empty = the first that the person is in",
        default="",
        sitting=True,
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask whether each person has that place."""
        for who in self.who:
            for sitting, placing in scene.elsewhere.items():
                if self.other in ("", sitting) and who in placing.places:
                    yield (who,), 1 - ask.at(who, (placing.places[who],))
                    break

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Compare both plans."""
        told = [p for s, p in scene.elsewhere.items() if not self.other or s == self.other]
        for who in self.who:
            there = next((p.places[who] for p in told if who in p.places), None)
            here = placing.places[who]
            if there is None or there == here:
                continue
            name, label = scene.person(who).called, scene.layout.by_id[here].label
            old = scene.layout.by_id.get(there)
            was = old.label if old is not None else Text(there, there)
            yield Bite(
                subjects=(who,),
                amount=1,
                sentence=Text(
                    f"{name.zh}另一场坐{was.zh}，本场坐{label.zh}",
                    f"{name.en} sits at {was.en} in the other sitting, at {label.en} here",
                ),
            )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        who = wording.people(scene, self.who)
        zh = f"“{self.other}”场" if self.other else "前面各场"
        en = repr(self.other) if self.other else "an earlier sitting"
        return Text(f"{who.zh}与{zh}座号相同", f"{who.en} keep their seat of {en}")


KIND = SameSeat
