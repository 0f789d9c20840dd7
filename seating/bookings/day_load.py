"""day-load (每日时长): nobody sits in meetings for more than so many hours a day.

The amount is, for each person and day, the number of hours begun beyond the limit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.bookings import compiling, counting, wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLoad:
    """At most so many hours of meetings a day."""

    kind: ClassVar[str] = "day-load"
    title: ClassVar[Text] = Text("每日时长", "hours a day")

    who: tuple[str, ...] = parameter(
        "谁（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    hours: int = parameter(
        "每人每天至多开会几小时",
        "hours of meetings a day at most",
        default=6,
        minimum=1,
        maximum=24,
    )
    attendance: Literal["required", "all"] = parameter(
        "required 只算必须参加的会、all 也算希望参加的会",
        "required: only meetings that require them; all: preferred ones too",
        default="required",
        choices=("required", "all"),
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Add up the minutes of each day."""
        for person, diary in compiling.diaries(scene, self.who, self.attendance).items():
            for date in scene.spec.days:
                midnight = (date - scene.origin.date()).days * compiling.DAY
                loads = [
                    (m, [s for s in scene.starts[m.id] if midnight <= s < midnight + compiling.DAY])
                    for m in diary
                ]
                if sum(m.minutes for m, starts in loads if starts) > 60 * self.hours:
                    minutes = [
                        ask.time(m.id, dict.fromkeys(starts, m.minutes)) for m, starts in loads
                    ]
                    over = sum(minutes) - 60 * self.hours
                    yield (person, date.isoformat()), ask.steps(over, 60)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Count the hours of everybody's days."""
        for person in self.who:
            days: dict[dt.date, float] = {}
            for slot in counting.diary(scene, slots, person, self.attendance):
                length = (slot.end - slot.start).total_seconds() / 3600
                days[slot.start.date()] = days.get(slot.start.date(), 0.0) + length
            for date, hours in sorted(days.items()):
                over = -int(-round((hours - self.hours) * 60) // 60)
                if over > 0:
                    name, when = wording.person(scene, person), wording.day(date)
                    yield Bite(
                        subjects=(person, date.isoformat()),
                        amount=over,
                        sentence=Text(
                            f"{name.zh}{when.zh}开会{hours:g}小时，超过{self.hours}小时",
                            f"{name.en} is in meetings for {hours:g} hours {when.en}, "
                            f"more than {self.hours}",
                        ),
                    )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        who = wording.people(scene, self.who)
        return Text(
            f"{who.zh}每天开会不超过{self.hours}小时",
            f"{who.en} sit in meetings for {self.hours} hours a day at most",
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of one person and day."""
        name, when = (
            wording.person(scene, subjects[0]),
            wording.day(dt.date.fromisoformat(subjects[1])),
        )
        return Text(
            f"{name.zh}{when.zh}开会不超过{self.hours}小时",
            f"{name.en} sits in meetings for {self.hours} hours at most, {when.en}",
        )


KIND = DayLoad
