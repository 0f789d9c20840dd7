"""room-users (使用范围): a room kept for certain users is used by nobody else.

A room kept for a unit may be used for the meetings that this unit holds; a room kept for certain
people, for the meetings in which one of them is required.  The amount is the number of rooms
used without that right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomUsers:
    """Only those who may use a room use it."""

    kind: ClassVar[str] = "room-users"
    title: ClassVar[Text] = Text("使用范围", "who may use a room")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price the rooms that a meeting has no right to."""
        kept = [r for r in scene.rooms if r.id in scene.unit_users or r.id in scene.people_users]
        for meeting in scene.meetings:
            price = {}
            for room in kept:
                unit = meeting.unit in scene.unit_users.get(room.id, ())
                who = scene.people_users.get(room.id, frozenset())
                if not unit and who.isdisjoint(scene.required[meeting.id]):
                    price[room.id] = 1
            for number in range(len(meeting.parts)):
                if price:
                    yield (meeting.id, str(number)), ask.room(meeting.id, number, price)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Ask at every room in use who uses it."""
        for ident, slot in sorted(slots.items()):
            for number, room in enumerate(slot.rooms):
                if not scene.room_by_id[room].users:
                    continue
                if scene.by_id[ident].unit in scene.unit_users.get(room, frozenset()):
                    continue
                if any(p in scene.people_users.get(room, ()) for p in scene.required[ident]):
                    continue
                what, where = wording.part(scene, ident, number), wording.room(scene, room)
                yield Bite(
                    subjects=(ident, room),
                    amount=1,
                    sentence=Text(
                        f"{what.zh}不在{where.zh}的使用范围内",
                        f"{what.en} has no right to {where.en}",
                    ),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text(
            "专用会议室只供规定的单位和人员使用", "rooms kept for some are used by them only"
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of one meeting."""
        kept = [r.id for r in scene.rooms if r.users]
        what, where = wording.meeting(scene, subjects[0]), wording.rooms(scene, kept)
        return Text(
            f"{what.zh}受使用范围限制（专用：{where.zh}）",
            f"{what.en} is bound by who may use rooms (kept for some: {where.en})",
        )


KIND = RoomUsers
