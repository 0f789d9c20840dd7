"""parts-apart (会场分设): the parts of one meeting have a room each.

The amount is the number of pairs of parts in one room.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any, ClassVar

from seating.bookings import wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsApart:
    """Main hall, branch halls and groups in different rooms."""

    kind: ClassVar[str] = "parts-apart"
    title: ClassVar[Text] = Text("会场分设", "parts in different rooms")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask whether two parts have the same room."""
        same = {room.id: (room.id,) for room in scene.rooms}
        for meeting in scene.meetings:
            for a, b in combinations(range(len(meeting.parts)), 2):
                yield (meeting.id,), ask.rooms_meet(meeting.id, a, meeting.id, b, same)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Count every room that a meeting has more than once."""
        for ident, slot in sorted(slots.items()):
            for room in sorted(set(slot.rooms)):
                number = slot.rooms.count(room)
                if number > 1:
                    what, where = wording.meeting(scene, ident), wording.room(scene, room)
                    yield Bite(
                        subjects=(ident, room),
                        amount=number * (number - 1) // 2,
                        sentence=Text(
                            f"{what.zh}有{number}个会场都在{where.zh}",
                            f"{number} parts of {what.en} are in {where.en}",
                        ),
                    )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text(
            "同一会议的主会场、分会场、各组各用一间会议室",
            "main hall, branch halls and groups of a meeting have a room each",
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of one meeting."""
        what = wording.meeting(scene, subjects[0])
        number = len(scene.by_id[subjects[0]].parts)
        return Text(
            f"{what.zh}同时要{number}间会议室", f"{what.en} needs {number} rooms at the same time"
        )


KIND = PartsApart
