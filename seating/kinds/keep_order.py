"""keep-order (保持左右次序): neighbours of the earlier plan keep their order along the row.

For closing a gap without sending anybody to the other side (依次补位): the amount is the
number of pairs who were next to each other along an earlier row, skipping those who are gone,
and are now in one row the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text
from seating.facts.venue import Place


def _key(place: Place) -> tuple[int, str]:
    return place.row, place.party


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepOrder:
    """Along each row people keep the order in which they sat."""

    kind: ClassVar[str] = "keep-order"
    title: ClassVar[Text] = Text("保持左右次序", "keep the order along the row")

    who: tuple[str, ...] = parameter(
        "谁（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask of each earlier pair of row neighbours whether they are the other way round."""
        rows = [list(row) for row in scene.before_rows]
        if not rows:
            found: dict[tuple[int, str], list[tuple[float, str]]] = {}
            for who, at in sorted(scene.before.items()):
                if at not in scene.layout.by_id:
                    continue
                place = scene.layout.by_id[at]
                found.setdefault((place.row, place.party), []).append((place.x, who))
            rows = [[who for _, who in sorted(row)] for row in found.values()]
        wrong: dict[str, list[str]] = {}
        for place in scene.layout.seats:
            wrong[place.id] = [
                other.id
                for other in scene.layout.seats
                if other.row == place.row and other.party == place.party and other.x < place.x
            ]
        for row in rows:
            for pair in pairwise(who for who in row if who in self.who):
                yield pair, ask.both(*pair, wrong)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Walk along the present rows and look whether earlier neighbours come in order."""
        seats = scene.layout.by_id
        next_to: set[tuple[str, str]] = set()
        there = {who: seats[at] for who, at in scene.before.items() if at in seats}
        keys = sorted({(at.row, at.party) for at in there.values()})
        for row in scene.before_rows or [
            [w for w in sorted(there, key=lambda w: (there[w].x, w)) if _key(there[w]) == key]
            for key in keys
        ]:
            kept = [who for who in row if who in self.who]
            next_to |= set(pairwise(kept))
        for left, right in sorted(next_to):
            a, b = seats[placing.places[left]], seats[placing.places[right]]
            if (a.row, a.party) != (b.row, b.party) or a.x <= b.x:
                continue
            names = scene.person(left).called, scene.person(right).called
            yield Bite(
                subjects=(left, right),
                amount=1,
                sentence=Text(
                    f"{names[0].zh}与{names[1].zh}的左右次序变了",
                    f"{names[0].en} and {names[1].en} are no longer in their order along the row",
                ),
            )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        return Text("保持原来的左右次序", "people keep their order along the row")


KIND = KeepOrder
