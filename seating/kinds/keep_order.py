"""keep-order (保持左右次序): neighbours of the earlier plan keep their order along the row.

For closing a gap without sending anybody to the other side (依次补位): the amount is the
number of people who had a neighbour along their row, skipping those who are gone, and are now
on the other side of him or in another row.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepOrder:
    """Along each row people keep the order in which they sat."""

    kind: ClassVar[str] = "keep-order"
    title: ClassVar[Text] = Text("保持左右次序", "keep the order along the row")

    who: tuple[str, ...] = parameter(
        "谁（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask of each earlier pair of row neighbours whether they are still in that order."""
        rows: dict[tuple[int, str], list[tuple[float, str]]] = {}
        for who in self.who:
            place = scene.layout.by_id.get(scene.before.get(who, ""))
            if place is not None:
                rows.setdefault((place.row, place.party), []).append((place.x, who))
        after: dict[str, list[str]] = {}
        for place in scene.layout.seats:
            after[place.id] = [
                other.id
                for other in scene.layout.seats
                if other.row == place.row and other.party == place.party and other.x > place.x
            ]
        for row in rows.values():
            line = [who for _, who in sorted(row)]
            for at in range(1, len(line)):
                pair = (line[at - 1], line[at])
                yield pair, 1 - ask.both(*pair, after)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Walk along the earlier rows and look where the next person sits now."""
        seats = scene.layout.by_id
        kept = sorted(
            (seats[at].row, seats[at].party, seats[at].x, who)
            for who, at in scene.before.items()
            if who in self.who and at in seats
        )
        for left, right in pairwise(kept):
            if left[:2] != right[:2]:
                continue
            a, b = seats[placing.places[left[3]]], seats[placing.places[right[3]]]
            if (a.row, a.party) == (b.row, b.party) and a.x < b.x:
                continue
            names = scene.person(left[3]).name, scene.person(right[3]).name
            yield Bite(
                subjects=(left[3], right[3]),
                amount=1,
                sentence=Text(
                    f"{names[0]}与{names[1]}的左右次序变了",
                    f"{names[0]} and {names[1]} are no longer in their order along the row",
                ),
            )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        return Text("保持原来的左右次序", "people keep their order along the row")


KIND = KeepOrder
