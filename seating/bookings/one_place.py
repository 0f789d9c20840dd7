"""one-place (一人一处): nobody is wanted in two places at once, the way between included.

The amount is the number of pairs of meetings of a person that overlap, or that lie in different
buildings with less time between them than the way takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any, ClassVar, Literal

from seating.bookings import compiling, counting, wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePlace:
    """The meetings of a person do not clash."""

    kind: ClassVar[str] = "one-place"
    title: ClassVar[Text] = Text("一人一处", "nobody in two places")

    who: tuple[str, ...] = parameter(
        "谁（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    attendance: Literal["required", "preferred"] = parameter(
        "required 必须参加的会之间、preferred 至少有一个是希望参加的会",
        "required: among meetings that require them; preferred: pairs with one that is not",
        default="required",
        choices=("required", "preferred"),
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask about every two meetings of each person."""
        for person, diary in compiling.diaries(scene, self.who, "all").items():
            for a, b in combinations(diary, 2):
                both = person in scene.required[a.id] and person in scene.required[b.id]
                if both == (self.attendance == "required"):
                    here, there = scene.part_of(a.id, person), scene.part_of(b.id, person)
                    yield (person, a.id, b.id), compiling.clash(scene, ask, a, here, b, there)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Follow each person through the days."""
        for person in self.who:
            every = counting.diary(scene, slots, person)
            sure = {s.meeting for s in counting.diary(scene, slots, person, "required")}
            for first, second in counting.couples(every):
                if ({first.meeting, second.meeting} <= sure) != (self.attendance == "required"):
                    continue
                here = counting.sits_in(scene, first, person)
                there = counting.sits_in(scene, second, person)
                pause, way = counting.pause(first, second), counting.way(scene, here, there)
                if pause >= way:
                    continue
                name = wording.person(scene, person)
                one = wording.meeting(scene, first.meeting)
                two = wording.meeting(scene, second.meeting)
                zh = "时间冲突" if pause < 0 else f"之间只有{pause}分钟，步行要{way}分钟"
                en = "overlap" if pause < 0 else f"lie {pause} minutes apart; the way takes {way}"
                yield Bite(
                    subjects=(person, *sorted((first.meeting, second.meeting))),
                    amount=1,
                    sentence=Text(
                        f"{name.zh}：{one.zh}与{two.zh}{zh}", f"{name.en}: {one.en}, {two.en} {en}"
                    ),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        who = wording.people(scene, self.who)
        if self.attendance == "required":
            return Text(
                f"{who.zh}必须参加的会不冲突，赶得及",
                f"the meetings that require {who.en} do not clash, the way included",
            )
        return Text(
            f"{who.zh}希望参加的会尽量不冲突",
            f"the meetings to which {who.en} are invited do not clash",
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of one person and two meetings."""
        name = wording.person(scene, subjects[0])
        both = wording.meetings(scene, subjects[1:])
        if self.attendance == "required":
            return Text(f"{name.zh}必须参加{both.zh}", f"{name.en} is required in {both.en}")
        return Text(f"{name.zh}要参加{both.zh}", f"{name.en} is to attend {both.en}")


KIND = OnePlace
