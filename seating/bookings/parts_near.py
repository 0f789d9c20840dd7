"""parts-near (会场相近): the parts of a meeting are in the building of its main hall.

The amount is the number of parts in other buildings.
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
class PartsNear:
    """Main hall, branch halls and groups under one roof."""

    kind: ClassVar[str] = "parts-near"
    title: ClassVar[Text] = Text("会场相近", "parts near each other")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask whether each part is in another building than the main hall."""
        away = {a.id: [b.id for b in scene.rooms if b.building != a.building] for a in scene.rooms}
        for meeting in scene.meetings:
            for number in range(1, len(meeting.parts)):
                yield (meeting.id,), ask.rooms_meet(meeting.id, 0, meeting.id, number, away)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Compare the buildings."""
        for ident, slot in sorted(slots.items()):
            home, *others = (scene.room_by_id[room].building for room in slot.rooms)
            amount = sum(building != home for building in others)
            if amount:
                what = wording.meeting(scene, ident)
                yield Bite(
                    subjects=(ident,),
                    amount=amount,
                    sentence=Text(
                        f"{what.zh}有{amount}个会场不在主会场所在的楼",
                        f"{amount} parts of {what.en} are not in the building of its main hall",
                    ),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text("同一会议的各会场尽量在一座楼", "the parts of a meeting are in one building")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of one meeting."""
        what = wording.meeting(scene, subjects[0])
        return Text(f"{what.zh}的各会场在一座楼", f"the parts of {what.en} are in one building")


KIND = PartsNear
