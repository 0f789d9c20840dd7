"""meal-break (用餐时间): everybody has a break of some minutes within certain hours each day.

The amount is the number of days on which a person has none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.bookings import compiling, counting, wording
from seating.facts.booking import Slot
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text

_FROM, _UNTIL = dt.time(11, 30), dt.time(13, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class MealBreak:
    """Time to eat."""

    kind: ClassVar[str] = "meal-break"
    title: ClassVar[Text] = Text("用餐时间", "meal break")

    who: tuple[str, ...] = parameter(
        "谁（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    minutes: int = parameter(
        "至少空出几分钟",
        "how long the break is at least",
        default=45,
        minimum=1,
        maximum=480,
        unit="minutes",
    )
    earliest: dt.time = parameter("从几点起", "from", default=_FROM)  # noqa: RUF009
    latest: dt.time = parameter("到几点止", "until", default=_UNTIL)  # noqa: RUF009
    attendance: Literal["required", "all"] = parameter(
        "required 只看必须参加的会、all 也看希望参加的会",
        "required: only meetings that require them; all: preferred ones too",
        default="required",
        choices=("required", "all"),
    )

    def __post_init__(self) -> None:
        window = compiling.clock(self.latest) - compiling.clock(self.earliest)
        if window < self.minutes:
            raise ValueError(
                Text(
                    f"{self.earliest:%H:%M}–{self.latest:%H:%M}之间没有{self.minutes}分钟",
                    f"there are no {self.minutes} minutes between "
                    f"{self.earliest:%H:%M} and {self.latest:%H:%M}",
                )
            )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask, day by day, whether some stretch is free.

        A break may be moved back until it begins with the window or as a meeting ends.
        """
        for person, diary in compiling.diaries(scene, self.who, self.attendance).items():
            for date in scene.spec.days:
                midnight = (date - scene.origin.date()).days * compiling.DAY
                low = midnight + compiling.clock(self.earliest)
                high = midnight + compiling.clock(self.latest)
                inside = {
                    m.id: [s for s in scene.starts[m.id] if s < high and s + m.minutes > low]
                    for m in diary
                }
                ends = {s + m.minutes for m in diary for s in inside[m.id]}
                begins = sorted(b for b in {low, *ends} if low <= b <= high - self.minutes)
                concerned = [m.id for m in diary if inside[m.id]]
                if concerned:
                    stretches = [(b, b + self.minutes) for b in begins]
                    yield (person, date.isoformat()), ask.crowded(concerned, stretches)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Look for the longest pause of each person on each day."""
        for person in self.who:
            diary = counting.diary(scene, slots, person, self.attendance)
            for date in scene.spec.days:
                low = dt.datetime.combine(date, self.earliest)
                high = dt.datetime.combine(date, self.latest)
                if self._longest(diary, low, high) >= dt.timedelta(minutes=self.minutes):
                    continue
                name, when = wording.person(scene, person), wording.day(date)
                yield Bite(
                    subjects=(person, date.isoformat()),
                    amount=1,
                    sentence=Text(
                        f"{name.zh}{when.zh}在{low:%H:%M}–{high:%H:%M}之间空不出{self.minutes}分钟",
                        f"{name.en} has no {self.minutes} minutes free {when.en} "
                        f"between {low:%H:%M} and {high:%H:%M}",
                    ),
                )

    def _longest(self, diary: list[Slot], low: dt.datetime, high: dt.datetime) -> dt.timedelta:
        free, best = low, dt.timedelta()
        for slot in diary:
            if slot.end <= low or slot.start >= high:
                continue
            best = max(best, slot.start - free)
            free = max(free, slot.end)
        return max(best, high - free)

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        who = wording.people(scene, self.who)
        hours = f"{self.earliest:%H:%M}–{self.latest:%H:%M}"
        return Text(
            f"{who.zh}每天{hours}之间至少空出{self.minutes}分钟用餐",
            f"{who.en} have {self.minutes} minutes for a meal between {hours} every day",
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of one person and day."""
        name, when = (
            wording.person(scene, subjects[0]),
            wording.day(dt.date.fromisoformat(subjects[1])),
        )
        hours = f"{self.earliest:%H:%M}–{self.latest:%H:%M}"
        return Text(
            f"{name.zh}{when.zh}{hours}之间至少空出{self.minutes}分钟",
            f"{name.en} needs {self.minutes} minutes between {hours}, {when.en}",
        )


KIND = MealBreak
