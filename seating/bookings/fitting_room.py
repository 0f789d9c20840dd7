"""fitting-room (大小相称): rooms are not much larger than needed.

The amount is, for each part, the chairs beyond the number of people and ``spare`` per cent more,
in units of ``per`` chairs, begun ones counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Any, ClassVar

from seating.bookings import wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FittingRoom:
    """Small meetings leave the large rooms to others."""

    kind: ClassVar[str] = "fitting-room"
    title: ClassVar[Text] = Text("大小相称", "fitting room")

    spare: int = parameter(
        "容许空出百分之几的座位",
        "per cent of empty chairs allowed",
        default=50,
        minimum=0,
        maximum=1000,
    )
    per: int = parameter(
        "每多空几座计一次",
        "chairs that count once",
        default=10,
        minimum=1,
        maximum=1000,
        unit="seats",
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price the rooms by their empty chairs."""
        for meeting in scene.meetings:
            for number, part in enumerate(meeting.parts):
                people = scene.numbers[meeting.id][number]
                price = {}
                for room in scene.rooms:
                    empty = 100 * room.holds(part.layout) - (100 + self.spare) * people
                    if empty > 0:
                        price[room.id] = -(-empty // (100 * self.per))
                yield (meeting.id,), ask.room(meeting.id, number, price)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Count the empty chairs of the rooms in use."""
        for ident, slot in sorted(slots.items()):
            for number, room in enumerate(slot.rooms):
                chairs = scene.room_by_id[room].holds(scene.by_id[ident].parts[number].layout)
                enough = scene.numbers[ident][number] * Fraction(100 + self.spare, 100)
                amount = max(0, ceil((chairs - enough) / self.per))
                if amount:
                    what, where = wording.part(scene, ident, number), wording.room(scene, room)
                    people = scene.numbers[ident][number]
                    yield Bite(
                        subjects=(ident, room),
                        amount=amount,
                        sentence=Text(
                            f"{what.zh}只有{people}人，{where.zh}可容{chairs}人",
                            f"{what.en} has only {people} people; {where.en} holds {chairs}",
                        ),
                    )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text("会议室大小与人数相称", "rooms are not much larger than needed")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of one meeting."""
        what = wording.meeting(scene, subjects[0])
        return Text(f"{what.zh}要用大小相称的会议室", f"{what.en} is to have a room of its size")


KIND = FittingRoom
