"""confidential (保密): next door to a confidential meeting there is no other at the same time.

The amount is the number of pairs of rooms next door in which that happens.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any, ClassVar

from seating.bookings import compiling, counting, wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidential:
    """Nobody else next door."""

    kind: ClassVar[str] = "confidential"
    title: ClassVar[Text] = Text("保密", "confidential meetings")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask about the rooms next door during each confidential meeting."""
        near: dict[str, set[str]] = {r.id: set() for r in scene.rooms}
        for room in scene.rooms:
            for other in room.beside:
                if other in near and other != room.id:
                    near[room.id].add(other)
                    near[other].add(room.id)
        pairs = {room: sorted(others) for room, others in near.items() if others}
        for a in scene.meetings:
            for b in scene.meetings:
                if a.id == b.id or not a.confidential or (b.confidential and b.id < a.id):
                    continue
                together = ask.lag(a.id, b.id, *compiling.overlap(a, b))
                for here, there in product(range(len(a.parts)), range(len(b.parts))):
                    beside = ask.rooms_meet(a.id, here, b.id, there, pairs)
                    yield (a.id, b.id), ask.all_of((together, beside))

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Knock at the doors beside each confidential meeting."""
        done: set[frozenset[str]] = set()
        for ident in sorted(m for m in slots if scene.by_id[m].confidential):
            for other in sorted(slots):
                pair = frozenset((ident, other))
                if len(pair) < 2 or pair in done or counting.pause(slots[ident], slots[other]) >= 0:
                    continue
                done.add(pair)
                for here in slots[ident].rooms:
                    for there in slots[other].rooms:
                        if self._beside(scene, here, there):
                            yield self._bite(scene, ident, here, other, there)

    def _beside(self, scene: BookingScene, here: str, there: str) -> bool:
        a, b = scene.room_by_id[here], scene.room_by_id[there]
        return here != there and (there in a.beside or here in b.beside)

    def _bite(self, scene: BookingScene, ident: str, here: str, other: str, there: str) -> Bite:
        one, two = wording.meeting(scene, ident), wording.meeting(scene, other)
        a, b = wording.room(scene, here), wording.room(scene, there)
        return Bite(
            subjects=(ident, other),
            amount=1,
            sentence=Text(
                f"{one.zh}（{a.zh}）保密，隔壁{b.zh}同时开{two.zh}",
                f"{one.en} in {a.en} is confidential; next door in {b.en} there is {two.en}",
            ),
        )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text(
            "保密会议的隔壁同时不开别的会", "no other meeting next door to a confidential one"
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of two meetings."""
        one, two = (wording.meeting(scene, m) for m in subjects)
        return Text(
            f"{one.zh}保密，{two.zh}不能同时在隔壁",
            f"{one.en} is confidential; {two.en} cannot be next door at the time",
        )


KIND = Confidential
