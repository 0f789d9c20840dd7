"""room-equipment (设备齐全): a room has the fixed equipment that is asked for.

The amount is the number of things missing.
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
class RoomEquipment:
    """Every part of a meeting in a room with what it needs."""

    kind: ClassVar[str] = "room-equipment"
    title: ClassVar[Text] = Text("设备齐全", "equipment of rooms")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price the rooms by what they lack."""
        for meeting in scene.meetings:
            for number, part in enumerate(meeting.parts):
                if part.equipment:
                    price = {r.id: len(part.equipment - r.equipment) for r in scene.rooms}
                    yield (meeting.id, str(number)), ask.room(meeting.id, number, price)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Look for each thing in the room."""
        for ident, slot in sorted(slots.items()):
            for number, room in enumerate(slot.rooms):
                there = scene.room_by_id[room].equipment
                wanted = sorted(scene.by_id[ident].parts[number].equipment)
                missing = [thing for thing in wanted if thing not in there]
                if missing:
                    what, where = wording.part(scene, ident, number), wording.room(scene, room)
                    yield Bite(
                        subjects=(ident, room),
                        amount=len(missing),
                        sentence=Text(
                            f"{what.zh}要{'、'.join(missing)}，{where.zh}没有",
                            f"{what.en} needs {', '.join(missing)}, which {where.en} lacks",
                        ),
                    )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text("会议室有会议所要的固定设备", "rooms have the fixed equipment asked for")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say which rooms have what one part of a meeting needs."""
        ident, number = subjects[0], int(subjects[1])
        wanted = scene.by_id[ident].parts[number].equipment
        fit = [r.id for r in scene.rooms if wanted <= r.equipment]
        what, where = wording.part(scene, ident, number), wording.rooms(scene, fit)
        things = sorted(wanted)
        return Text(
            f"{what.zh}要{'、'.join(things)}，"
            + (f"只有{where.zh}有" if fit else "没有会议室具备"),
            f"{what.en} needs {', '.join(things)}: "
            + (f"only in {where.en}" if fit else "in no room"),
        )


KIND = RoomEquipment
