"""sooner (尽早): meetings are held as early as their requests allow.

The amount is, for each meeting, the periods of ``per`` minutes of the booking's hours, begun ones
counted, by which it starts later than its request would allow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import compiling, counting, wording
from seating.facts.booking import PRIORITIES, Priority
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sooner:
    """The earlier the better."""

    kind: ClassVar[str] = "sooner"
    title: ClassVar[Text] = Text("尽早", "the sooner the better")

    priorities: tuple[Priority, ...] = parameter(
        "哪些类别：fixed 特事、urgent 紧事、important 要事、grand 大事、ordinary 一般；留空为各类",
        "which classes: fixed, urgent, important, grand, ordinary; empty = all",
        default=(),
        choices=PRIORITIES,
    )
    per: int = parameter(
        "每晚多少分钟（办公时间）计一次",
        "minutes of the booking's hours that count once",
        default=240,
        minimum=1,
        maximum=10_000,
        unit="minutes",
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price each start by the hours before it."""
        for meeting in scene.meetings:
            if self.priorities and meeting.priority not in self.priorities:
                continue
            asked = compiling.asked_starts(scene, meeting)
            if meeting.start is None and asked:
                first = compiling.working(scene, min(asked))
                late = {s: compiling.working(scene, s) - first for s in scene.starts[meeting.id]}
                price = {s: -(-minutes // self.per) for s, minutes in late.items() if minutes > 0}
                yield (meeting.id,), ask.time(meeting.id, price)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Count the hours that pass before each meeting."""
        for ident, slot in sorted(slots.items()):
            wish = scene.by_id[ident]
            if wish.start is not None or (self.priorities and wish.priority not in self.priorities):
                continue
            possible = (scene.moment(s) for s in sorted(scene.starts[ident]))
            length = slot.end - slot.start
            first = next(
                (
                    s
                    for s in possible
                    if not wish.windows
                    or any(w.start <= s and s + length <= w.end for w in wish.windows)
                ),
                None,
            )
            if first is None or slot.start <= first:
                continue
            passed, late = counting.office_minutes(scene, first, slot.start), 0
            while late * self.per < passed:
                late += 1
            if late:
                what, when = wording.meeting(scene, ident), wording.moment(slot.start)
                soon = wording.moment(first)
                yield Bite(
                    subjects=(ident,),
                    amount=late,
                    sentence=Text(
                        f"{what.zh}最早可在{soon.zh}，排在{when.zh}",
                        f"{what.en} could be at {soon.en} at the earliest, and is at {when.en}",
                    ),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        if not self.priorities:
            return Text("会议尽早开", "meetings as early as can be")
        titles = wording.classes(self.priorities)
        return Text(
            f"{titles.zh}尽早开", f"meetings of these classes as early as can be: {titles.en}"
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of one meeting."""
        what = wording.meeting(scene, subjects[0])
        return Text(f"{what.zh}要在最早的时间开", f"{what.en} is to be as early as can be")


KIND = Sooner
