"""due-place (应坐位置): people sit where precedence × honour puts them.

The amount is the square of the number of steps along the order of honour between the place
and the due place.  Squares make one person's long way dearer than several people's one step,
so an order bends by shifting and hardly ever by swapping distant people.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePlace:
    """People sit on their due places."""

    kind: ClassVar[str] = "due-place"
    title: ClassVar[Text] = Text("应坐位置", "due place")

    who: tuple[str, ...] = parameter(
        "按序就座的人（默认所有人）",
        "whose order counts (default everybody)",
        default=("all",),
        selector=True,
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price each place by its squared distance from the due place."""
        lines: dict[tuple[str, str], list[str]] = {}
        for place in scene.layout.seats:
            lines.setdefault((place.party, place.purpose), []).append(place.id)
        step = {pid: (key, i) for key, line in lines.items() for i, pid in enumerate(line)}
        for who in self.who:
            key, home = step[scene.due[who]]
            far = len(scene.layout.seats)
            price = {
                pid: (home - i if k == key else far) ** 2
                for pid, (k, i) in step.items()
                if pid != scene.due[who]
            }
            yield (who,), ask.cost(who, price)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Count the steps between where people sit and where they are due."""
        honours: dict[tuple[str, str], list[int]] = {}
        for p in scene.layout.places:
            if p.usable:
                honours.setdefault((p.party, p.purpose), []).append(p.honour)
        whole = sum(1 for own in honours.values() for honour in own if honour > 0)
        for own in honours.values():
            own.sort()
        covered = frozenset(self.who)
        seated = [(at, p) for at, people in sorted(placing.occupants.items()) for p in people]
        for place_id, who in seated:
            if who not in covered or place_id == scene.due[who]:
                continue
            here, due = scene.layout.by_id[place_id], scene.layout.by_id[scene.due[who]]
            steps = whole
            if (here.party, here.purpose) == (due.party, due.purpose):
                own = honours[here.party, here.purpose]
                ends = bisect_right(own, here.honour), bisect_right(own, due.honour)
                steps = max(ends) - min(ends)
            name = scene.person(who).called
            yield Bite(
                subjects=(who,),
                amount=steps * steps,
                sentence=Text(
                    f"{name.zh}应坐{due.label.zh}，现坐{here.label.zh}，相差{steps}位",
                    f"{name.en} is due at {due.label.en}, sits at {here.label.en}, "
                    f"{steps} steps off",
                ),
            )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        return Text("按先后顺序就座", "people sit in order of precedence")


KIND = DuePlace
