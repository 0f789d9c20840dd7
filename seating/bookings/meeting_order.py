"""meeting-order (先后次序): a meeting begins after those that must come before it, with a gap.

The amount is the number of pairs in the wrong order or too near.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.rule import Bite
from seating.facts.text import Text

_EVER = 10**7  # minutes: longer than any booking


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingOrder:
    """Meetings in the order that requests demand."""

    kind: ClassVar[str] = "meeting-order"
    title: ClassVar[Text] = Text("先后次序", "order of meetings")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask whether the later one starts too early."""
        for meeting in scene.meetings:
            for before in meeting.after:
                first = scene.by_id[before]
                low, high = -_EVER, first.minutes + meeting.gap - 1
                yield (before, meeting.id), ask.lag(before, meeting.id, low, high)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Look back from each meeting."""
        for ident, slot in sorted(slots.items()):
            gap = dt.timedelta(minutes=scene.by_id[ident].gap)
            for before in scene.by_id[ident].after:
                earlier = slots.get(before)
                if earlier is None or slot.start - earlier.end >= gap:
                    continue
                claim, when = self.claim(scene, (before, ident)), wording.moment(slot.start)
                ends = wording.moment(earlier.end)
                yield Bite(
                    subjects=(before, ident),
                    amount=1,
                    sentence=Text(
                        f"{claim.zh}，却在{when.zh}开始（前者{ends.zh}结束）",
                        f"{claim.en}, but starts {when.en} (the other ends {ends.en})",
                    ),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text("有先后的会议按次序开", "meetings are held in the order asked for")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say the order of two meetings."""
        first, second = (wording.meeting(scene, m) for m in subjects)
        gap = scene.by_id[subjects[1]].gap
        zh = f"，至少隔{gap}分钟" if gap else ""
        en = f" by at least {gap} minutes" if gap else ""
        return Text(f"{second.zh}须在{first.zh}之后{zh}", f"{second.en} comes after {first.en}{en}")


KIND = MeetingOrder
