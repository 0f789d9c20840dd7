"""breathing-space (会间留空): people have some minutes between two meetings.

The amount is, person by person, the number of pairs of meetings with a shorter pause; meetings
that overlap are another rule's affair.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import compiling, counting, wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BreathingSpace:
    """A pause between meetings."""

    kind: ClassVar[str] = "breathing-space"
    title: ClassVar[Text] = Text("会间留空", "breathing space")

    who: tuple[str, ...] = parameter(
        "谁（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    minutes: int = parameter(
        "两会之间至少空几分钟",
        "minutes between two meetings",
        default=10,
        minimum=1,
        maximum=480,
        unit="minutes",
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask about every two meetings that people have in common."""
        sharing: dict[tuple[str, str], int] = {}
        for (a, _, b, _), people in compiling.company(scene, self.who).items():
            sharing[a, b] = sharing.get((a, b), 0) + people
        for (a, b), people in sharing.items():
            first, second = scene.by_id[a], scene.by_id[b]
            for _, soon in compiling.follow(ask, first, second, 0, self.minutes - 1):
                yield (a, b), people * soon

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Look at the pauses in everybody's diary."""
        for person in self.who:
            for first, second in counting.couples(counting.diary(scene, slots, person)):
                pause = counting.pause(first, second)
                if 0 <= pause < self.minutes:
                    name, when = wording.person(scene, person), wording.moment(first.end)
                    yield Bite(
                        subjects=(person, first.meeting, second.meeting),
                        amount=1,
                        sentence=Text(
                            f"{name.zh}{when.zh}散会后{pause}分钟又开会",
                            f"{name.en} has {pause} minutes after {when.en}",
                        ),
                    )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        who = wording.people(scene, self.who)
        return Text(
            f"{who.zh}两会之间至少空{self.minutes}分钟",
            f"{who.en} have {self.minutes} minutes between two meetings",
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of two meetings."""
        both = wording.meetings(scene, subjects)
        return Text(
            f"{both.zh}之间至少空{self.minutes}分钟",
            f"{self.minutes} minutes between {both.en}",
        )


KIND = BreathingSpace
