"""other-day (不在同一天): certain meetings are held on different days.

The amount is the number of pairs on one day.
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
class OtherDay:
    """Meetings kept on different days, as the requests demand."""

    kind: ClassVar[str] = "other-day"
    title: ClassVar[Text] = Text("不在同一天", "on another day")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask about each pair once."""
        pairs = {
            (min(m.id, other), max(m.id, other)) for m in scene.meetings for other in m.other_day
        }
        for a, b in sorted(pairs):
            yield (a, b), ask.same_day(a, b)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Look at the other meetings of the day."""
        for ident, slot in sorted(slots.items()):
            for other, theirs in sorted(slots.items()):
                said = (
                    other in scene.by_id[ident].other_day or ident in scene.by_id[other].other_day
                )
                if ident < other and said and slot.start.date() == theirs.start.date():
                    claim, when = self.claim(scene, (ident, other)), wording.day(slot.start.date())
                    yield Bite(
                        subjects=(ident, other),
                        amount=1,
                        sentence=Text(
                            f"{claim.zh}，却都在{when.zh}", f"{claim.en}, but both are {when.en}"
                        ),
                    )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text("要求错开日期的会议不在同一天", "meetings to be on different days are")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of two meetings."""
        a, b = (wording.meeting(scene, m) for m in subjects)
        return Text(f"{a.zh}与{b.zh}不在同一天", f"{a.en} and {b.en} are on different days")


KIND = OtherDay
