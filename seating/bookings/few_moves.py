"""few-moves (少换会场): people do not have to change rooms between meetings soon after another.

The amount is, person by person, the number of pairs of meetings of which the second starts at
most ``within`` minutes after the first ends, in another room (or building).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.bookings import compiling, counting, wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FewMoves:
    """Few changes of room."""

    kind: ClassVar[str] = "few-moves"
    title: ClassVar[Text] = Text("少换会场", "few changes of room")

    who: tuple[str, ...] = parameter(
        "谁（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    within: int = parameter(
        "两会相隔几分钟以内才算",
        "pauses up to so many minutes count",
        default=30,
        minimum=0,
        maximum=480,
        unit="minutes",
    )
    per: Literal["room", "building"] = parameter(
        "room 换会议室、building 换楼",
        "what changes: room or building",
        default="room",
        choices=("room", "building"),
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask about every two meetings that people have in common."""
        name = {r.id: r.id if self.per == "room" else r.building for r in scene.rooms}
        other = {a: [b for b in name if name[b] != name[a]] for a in name}
        for (a, here, b, there), people in compiling.company(scene, self.who).items():
            change = ask.rooms_meet(a, here, b, there, other)
            first, second = scene.by_id[a], scene.by_id[b]
            for _, soon in compiling.follow(ask, first, second, 0, self.within):
                yield (a, b), people * ask.all_of((soon, change))

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Follow each person from meeting to meeting."""
        for person in self.who:
            for first, second in counting.couples(counting.diary(scene, slots, person)):
                if not 0 <= counting.pause(first, second) <= self.within:
                    continue
                here = counting.sits_in(scene, first, person)
                there = counting.sits_in(scene, second, person)
                rooms = scene.room_by_id
                same = rooms[here].building == rooms[there].building
                if here == there or (self.per == "building" and same):
                    continue
                name = wording.person(scene, person)
                a, b = wording.room(scene, here), wording.room(scene, there)
                when = wording.moment(first.end)
                yield Bite(
                    subjects=(person, first.meeting, second.meeting),
                    amount=1,
                    sentence=Text(
                        f"{name.zh}{when.zh}要从{a.zh}赶到{b.zh}",
                        f"{name.en} has to go from {a.en} to {b.en}, {when.en}",
                    ),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        who = wording.people(scene, self.who)
        what = Text("会议室", "rooms") if self.per == "room" else Text("楼", "buildings")
        return Text(
            f"{who.zh}连着的会少换{what.zh}", f"{who.en} seldom change {what.en} in between"
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of two meetings."""
        both = wording.meetings(scene, subjects)
        return Text(
            f"{both.zh}相连时不换会场", f"{both.en} are in one place if they follow closely"
        )


KIND = FewMoves
