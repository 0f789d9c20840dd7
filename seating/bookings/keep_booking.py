"""keep-booking (少变动): meetings stay where and when the earlier plan had them.

A meeting at another time disturbs everybody who attends, one in another room fewer: the amount
is the number of people attending (at least 1) times the price of the time, of the room, or of
both.  A meeting that is left out counts as one at another time; new ones do not count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepBooking:
    """As few people disturbed as can be."""

    kind: ClassVar[str] = "keep-booking"
    title: ClassVar[Text] = Text("少变动", "keep the booking")

    time: int = parameter(
        "改时间，每人计几分",
        "price of another time, for each person",
        default=3,
        minimum=0,
        maximum=1000,
    )
    room: int = parameter(
        "换会议室，每人计几分",
        "price of another room, for each person",
        default=1,
        minimum=0,
        maximum=1000,
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask whether time and rooms are still the earlier ones."""
        for meeting in scene.meetings:
            old = scene.before.get(meeting.id)
            if old is None:
                continue
            people = max(1, len(scene.required[meeting.id]) + len(scene.preferred[meeting.id]))
            same = ask.time(meeting.id, {scene.minute(old.start): 1})
            yield (meeting.id,), people * self.time * (1 - same)
            moved = [
                ask.room(
                    meeting.id,
                    number,
                    {
                        r.id: 1
                        for r in scene.rooms
                        if r.id != (*old.rooms[number : number + 1], "")[0]
                    },
                )
                for number in range(len(meeting.parts))
            ]
            yield (meeting.id,), people * self.room * ask.any_of(moved)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Go through the earlier plan."""
        for ident, old in sorted(scene.before.items()):
            if ident not in scene.required:
                continue
            people = max(1, len(scene.attending(ident)))
            new, what = slots.get(ident), wording.meeting(scene, ident)
            was = wording.slot(scene, old)
            if new is None:
                amount, now = people * self.time, Text("没有排上", "no slot")
            else:
                later, other = new.start != old.start, self._other_rooms(old.rooms, new.rooms)
                amount = people * (self.time * later + self.room * other)
                now = wording.slot(scene, new)
            if amount:
                yield Bite(
                    subjects=(ident,),
                    amount=amount,
                    sentence=Text(
                        f"{what.zh}由{was.zh}改为{now.zh}，涉及{people}人",
                        f"{what.en}: from {was.en} to {now.en}; {people} attend",
                    ),
                )

    def _other_rooms(self, old: tuple[str, ...], new: tuple[str, ...]) -> bool:
        return new != old[: len(new)] or len(old) < len(new)

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text(
            "尽量不动原来的安排，少惊动人", "the earlier booking stays, few people are disturbed"
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say the earlier slot of one meeting."""
        what, was = (
            wording.meeting(scene, subjects[0]),
            wording.slot(scene, scene.before[subjects[0]]),
        )
        return Text(f"{what.zh}原定{was.zh}", f"{what.en} was at {was.en}")


KIND = KeepBooking
