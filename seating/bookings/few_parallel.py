"""few-parallel (少并行): not too many meetings go on at the same time.

The amount is how many there are beyond the limit at the busiest moment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FewParallel:
    """A limit on meetings at the same time."""

    kind: ClassVar[str] = "few-parallel"
    title: ClassVar[Text] = Text("少并行", "few at the same time")

    most: int = parameter(
        "同时至多几个会", "meetings at the same time at most", minimum=1, maximum=1000
    )
    meetings: tuple[str, ...] = parameter(
        "哪些会议（编号），留空为所有会议", "which meetings (ids), empty = all", default=()
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask about the load, one for each meeting."""
        loads = {m.id: 1 for m in scene.meetings if not self.meetings or m.id in self.meetings}
        yield tuple(self.meetings), ask.overload(loads, self.most, margins=False)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Count how many go on whenever one begins."""
        chosen = [s for m, s in sorted(slots.items()) if not self.meetings or m in self.meetings]
        busiest: list[str] = []
        for slot in chosen:
            now = [s.meeting for s in chosen if s.start <= slot.start < s.end]
            busiest = max(busiest, now, key=len)
        if len(busiest) > self.most:
            what = wording.meetings(scene, busiest)
            yield Bite(
                subjects=tuple(busiest),
                amount=len(busiest) - self.most,
                sentence=Text(
                    f"同时开{len(busiest)}个会：{what.zh}",
                    f"{len(busiest)} meetings at the same time: {what.en}",
                ),
            )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        what = wording.meetings(scene, self.meetings)
        zh = f"{what.zh}中" if self.meetings else ""
        en = f" of {what.en}" if self.meetings else " meetings"
        return Text(f"{zh}同时至多开{self.most}个会", f"at most {self.most}{en} at the same time")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say the limit."""
        return self.sentence(scene)


KIND = FewParallel
