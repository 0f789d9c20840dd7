"""asked-time (申请时间): a meeting is held at the time fixed for it, or within its windows.

The amount is the number of meetings at another time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import compiling, wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedTime:
    """Meetings at the times that their requests allow."""

    kind: ClassVar[str] = "asked-time"
    title: ClassVar[Text] = Text("申请时间", "times asked for")

    meetings: tuple[str, ...] = parameter(
        "哪些会议（编号），留空为所有会议", "which meetings (ids), empty = all", default=()
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price every other time."""
        for meeting in scene.meetings:
            if self.meetings and meeting.id not in self.meetings:
                continue
            if meeting.start is not None or meeting.windows:
                good = frozenset(compiling.asked_starts(scene, meeting))
                price = {s: 1 for s in scene.starts[meeting.id] if s not in good}
                yield (meeting.id,), ask.time(meeting.id, price)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Compare the time of each meeting with its request."""
        for ident, slot in sorted(slots.items()):
            wish = scene.by_id[ident]
            if self.meetings and ident not in self.meetings:
                continue
            if wish.start is not None:
                kept = slot.start == wish.start
            elif wish.windows:
                kept = any(w.start <= slot.start and slot.end <= w.end for w in wish.windows)
            else:
                continue
            if not kept:
                claim, when = self.claim(scene, (ident,)), wording.span(slot.span)
                yield Bite(
                    subjects=(ident,),
                    amount=1,
                    sentence=Text(f"{claim.zh}，却排在{when.zh}", f"{claim.en}, not {when.en}"),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        if self.meetings:
            what = wording.meetings(scene, self.meetings)
            return Text(f"{what.zh}在申请的时间内开", f"{what.en} at the times asked for")
        return Text("会议在申请的时间内开", "meetings are held at the times asked for")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say the time that one meeting asks for."""
        wish, what = scene.by_id[subjects[0]], wording.meeting(scene, subjects[0])
        if wish.start is not None:
            when = wording.moment(wish.start)
            return Text(f"{what.zh}定于{when.zh}", f"{what.en} is fixed at {when.en}")
        said = [wording.span(w) for w in wish.windows]
        zh, en = "、".join(s.zh for s in said), " or ".join(s.en for s in said)
        return Text(f"{what.zh}要在{zh}开", f"{what.en} is to be within {en}")


KIND = AskedTime
