"""best-room (规格): meetings of certain classes have the best room by standing.

The amount is, for each main hall, how many standings are better among the rooms that hold it.
A room without a standing comes last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import wording
from seating.facts.booking import PRIORITIES, Priority
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text

_LAST = 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class BestRoom:
    """Rooms of standing for meetings of standing."""

    kind: ClassVar[str] = "best-room"
    title: ClassVar[Text] = Text("会议室规格", "best room")

    priorities: tuple[Priority, ...] = parameter(
        "哪些类别：fixed 特事、urgent 紧事、important 要事、grand 大事、ordinary 一般",
        "which classes: fixed, urgent, important, grand, ordinary",
        default=("grand",),
        choices=PRIORITIES,
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price the rooms by their place among the standings."""
        for meeting in scene.meetings:
            if meeting.priority not in self.priorities:
                continue
            people, layout = scene.numbers[meeting.id][0], meeting.parts[0].layout
            fit = {r.standing or _LAST for r in scene.rooms if r.holds(layout) >= people}
            ladder = sorted(fit)
            price = {
                r.id: sum(better < (r.standing or _LAST) for better in ladder) for r in scene.rooms
            }
            yield (meeting.id,), ask.room(meeting.id, 0, price)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Look for better rooms that would hold the meeting."""
        for ident, slot in sorted(slots.items()):
            if scene.by_id[ident].priority not in self.priorities:
                continue
            mine = self._standing(scene, slot.rooms[0])
            layout, people = scene.by_id[ident].parts[0].layout, scene.numbers[ident][0]
            better = {
                self._standing(scene, r.id)
                for r in scene.rooms
                if people <= r.holds(layout) and self._standing(scene, r.id) < mine
            }
            if better:
                what, where = wording.meeting(scene, ident), wording.room(scene, slot.rooms[0])
                yield Bite(
                    subjects=(ident, slot.rooms[0]),
                    amount=len(better),
                    sentence=Text(
                        f"{what.zh}在{where.zh}，还有规格更高的会议室",
                        f"{what.en} is in {where.en}; there are rooms of better standing",
                    ),
                )

    def _standing(self, scene: BookingScene, room: str) -> float:
        standing = scene.room_by_id[room].standing
        return float(standing) if standing else float("inf")

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        titles = wording.classes(self.priorities)
        return Text(
            f"{titles.zh}用规格高的会议室", f"the best rooms for meetings of class {titles.en}"
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of one meeting."""
        what = wording.meeting(scene, subjects[0])
        return Text(f"{what.zh}要用规格最高的会议室", f"{what.en} is to have the best room")


KIND = BestRoom
