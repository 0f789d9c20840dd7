"""on-leave (请假外出): nobody is wanted while away.

The amount is the number of meetings of a person that fall into the time away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.bookings import counting, wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OnLeave:
    """Meetings are not held while those who are to come are away."""

    kind: ClassVar[str] = "on-leave"
    title: ClassVar[Text] = Text("请假外出", "leave")

    who: tuple[str, ...] = parameter(
        "谁（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    attendance: Literal["required", "preferred"] = parameter(
        "required 必须参加的人、preferred 希望参加的人",
        "required or preferred attendance",
        default="required",
        choices=("required", "preferred"),
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price the starts that fall into somebody's time away."""
        wanted = scene.required if self.attendance == "required" else scene.preferred
        for meeting in scene.meetings:
            for person in wanted[meeting.id]:
                if person not in self.who:
                    continue
                away = [
                    (scene.minute(s.start), scene.minute(s.end))
                    for s in scene.leaves.get(person, ())
                ]
                price = {
                    start: 1
                    for start in scene.starts[meeting.id]
                    if any(a < start + meeting.minutes and start < b for a, b in away)
                }
                if price:
                    yield (person, meeting.id), ask.time(meeting.id, price)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Compare the diary of everybody who is away with the time away."""
        for person in self.who:
            if person not in scene.leaves:
                continue
            sure = {s.meeting for s in counting.diary(scene, slots, person, "required")}
            for slot in counting.diary(scene, slots, person):
                if (slot.meeting in sure) != (self.attendance == "required"):
                    continue
                away = next((s for s in scene.leaves[person] if s.meets(slot.span)), None)
                if away is not None:
                    name, when = wording.person(scene, person), wording.span(away)
                    what = wording.meeting(scene, slot.meeting)
                    yield Bite(
                        subjects=(person, slot.meeting),
                        amount=1,
                        sentence=Text(
                            f"{name.zh}{when.zh}请假外出，{what.zh}排在其间",
                            f"{name.en} is away {when.en}, during {what.en}",
                        ),
                    )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        who = wording.people(scene, self.who)
        if self.attendance == "required":
            return Text(
                f"{who.zh}请假外出期间不排其必须参加的会",
                f"no meeting that requires {who.en} while they are away",
            )
        return Text(
            f"{who.zh}请假外出期间不排其希望参加的会",
            f"no meeting to which {who.en} are invited while they are away",
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say when one person who is wanted in a meeting is away."""
        name, what = wording.person(scene, subjects[0]), wording.meeting(scene, subjects[1])
        said = [wording.span(s) for s in scene.leaves.get(subjects[0], ())]
        zh, en = "、".join(s.zh for s in said), ", ".join(s.en for s in said)
        return Text(
            f"{what.zh}要{name.zh}到会，{name.zh}{zh}请假外出",
            f"{what.en} needs {name.en}, away {en}",
        )


KIND = OnLeave
