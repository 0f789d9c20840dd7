"""not-moved (要事不动): when plans change, certain meetings stay exactly where and when they were.

A room that cannot be used any more is no reason to move the meeting to another time, but it has
to get another room.  Where the time itself is lost (nobody may use it any more, or nothing is
free then), the meeting moves rather than wait; ``keep-booking`` has its price.  The amount is 1
for another time and 1 for each part in another room.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class NotMoved:
    """Certain meetings do not move."""

    kind: ClassVar[str] = "not-moved"
    title: ClassVar[Text] = Text("要事不动", "not to be moved")

    priorities: tuple[Priority, ...] = parameter(
        "哪些类别：fixed 特事、urgent 紧事、important 要事、grand 大事、ordinary 一般",
        "which classes: fixed, urgent, important, grand, ordinary",
        default=("important",),
        choices=PRIORITIES,
    )
    meetings: tuple[str, ...] = parameter(
        "另外还有哪些会议（编号）", "which meetings besides (ids)", default=()
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price every other time and room."""
        for meeting in scene.meetings:
            if meeting.priority not in self.priorities and meeting.id not in self.meetings:
                continue
            old = scene.before.get(meeting.id)
            if old is None:
                continue
            if meeting.id not in scene.lost_time:
                here = scene.minute(old.start)
                price = {s: 1 for s in scene.starts[meeting.id] if s != here}
                yield (meeting.id,), ask.time(meeting.id, price)
            if meeting.id not in scene.lost_room:
                for number, room in enumerate(old.rooms[: len(meeting.parts)]):
                    others = {r.id: 1 for r in scene.rooms if r.id != room}
                    yield (meeting.id,), ask.room(meeting.id, number, others)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Compare the slots of these meetings with the earlier ones."""
        for ident, new in sorted(slots.items()):
            bound = scene.by_id[ident].priority in self.priorities or ident in self.meetings
            old = scene.before.get(ident)
            if not bound or old is None:
                continue
            moved = int(ident not in scene.lost_time and new.start != old.start)
            if ident not in scene.lost_room:
                moved += sum(a != b for a, b in zip(new.rooms, old.rooms, strict=False))
            if moved:
                claim, now = self.claim(scene, (ident,)), wording.slot(scene, new)
                yield Bite(
                    subjects=(ident,),
                    amount=moved,
                    sentence=Text(
                        f"{claim.zh}，却改到{now.zh}", f"{claim.en}, yet goes to {now.en}"
                    ),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        titles = wording.classes(self.priorities)
        more = wording.meetings(scene, self.meetings)
        zh = "、".join(filter(None, (titles.zh, more.zh)))
        en = ", ".join(filter(None, (titles.en, more.en)))
        return Text(f"调整时{zh}不得变动", f"when plans change, these stay: {en}")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of one meeting."""
        what, old = wording.meeting(scene, subjects[0]), scene.before[subjects[0]]
        was = wording.slot(scene, old)
        if subjects[0] in scene.lost_room:
            was = wording.moment(old.start)
        return Text(f"{what.zh}原定{was.zh}，不得变动", f"{what.en} stays at {was.en}")


KIND = NotMoved
