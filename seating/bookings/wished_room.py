"""wished-room (意向会议室): a meeting has one of the rooms it would like, the first ones first.

The amount is the number of rooms named before the one it has; all of them, if it has none of
them.  It concerns the main hall.
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
class WishedRoom:
    """Rooms as wished."""

    kind: ClassVar[str] = "wished-room"
    title: ClassVar[Text] = Text("意向会议室", "rooms wished for")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price the rooms by their place in the list."""
        for meeting in scene.meetings:
            if meeting.wishes:
                price = {r.id: len(meeting.wishes) for r in scene.rooms}
                price.update({room: at for at, room in reversed([*enumerate(meeting.wishes)])})
                yield (meeting.id,), ask.room(meeting.id, 0, price)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Go down the list of each meeting until its room is met."""
        for ident, slot in sorted(slots.items()):
            missed = 0
            for wish in scene.by_id[ident].wishes:
                if wish == slot.rooms[0]:
                    break
                missed += 1
            if missed:
                what = wording.meeting(scene, ident)
                want = wording.rooms(scene, scene.by_id[ident].wishes)
                have = wording.room(scene, slot.rooms[0])
                yield Bite(
                    subjects=(ident, slot.rooms[0]),
                    amount=missed,
                    sentence=Text(
                        f"{what.zh}希望用{want.zh}，排在{have.zh}",
                        f"{what.en} would like {want.en} and is in {have.en}",
                    ),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text("会议尽量用意向的会议室", "meetings have the rooms they would like")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say the first wish of one meeting."""
        what = wording.meeting(scene, subjects[0])
        want = wording.room(scene, scene.by_id[subjects[0]].wishes[0])
        return Text(f"{what.zh}希望用{want.zh}", f"{what.en} would like {want.en}")


KIND = WishedRoom
