"""room-open (开放时间): a room is used while it is open, set-up and clear-away included.

The amount is the number of rooms (parts of meetings) used when they are not open.  A room
without opening hours of its own is only bound by its closures.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import compiling, counting, wording
from seating.facts.booking import Meeting, Room, Span
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomOpen:
    """Nothing outside a room's opening hours or during its closures."""

    kind: ClassVar[str] = "room-open"
    title: ClassVar[Text] = Text("开放时间", "opening hours of rooms")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price every start at which a room is shut."""
        limited = [r for r in scene.rooms if r.open or r.closed]
        for meeting in scene.meetings:
            shut = {}
            for room in limited:
                starts = [
                    s for s in scene.starts[meeting.id] if self._shut(scene, meeting, room, s)
                ]
                if starts:
                    shut[room.id] = dict.fromkeys(starts, 1)
            for number in range(len(meeting.parts)):
                if shut:
                    yield (meeting.id, str(number)), ask.cell(meeting.id, number, shut)

    def _shut(self, scene: BookingScene, meeting: Meeting, room: Room, start: int) -> bool:
        begin = start - meeting.setup
        end = start + meeting.minutes + meeting.clear
        for closure in room.closed:
            if begin < scene.minute(closure.end) and scene.minute(closure.start) < end:
                return True
        if not room.open:
            return False
        midnight = start - start % compiling.DAY
        hours = [
            (midnight + compiling.clock(a), midnight + compiling.clock(b)) for a, b in room.open
        ]
        return not any(a <= begin and end <= b for a, b in hours)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Compare the time each room is taken with its closures and its hours."""
        for ident, slot in sorted(slots.items()):
            taken = counting.taken(scene.by_id[ident], slot)
            date = slot.start.date()
            for number, used in enumerate(slot.rooms):
                room = scene.room_by_id[used]
                closed = next((c for c in room.closed if c.meets(taken)), None)
                inside = not room.open or any(
                    dt.datetime.combine(date, a) <= taken.start
                    and taken.end <= dt.datetime.combine(date, b)
                    for a, b in room.open
                )
                if closed is None and inside:
                    continue
                what, when = wording.part(scene, ident, number), wording.span(taken)
                why = self._reason(room, closed)
                yield Bite(
                    subjects=(ident, used),
                    amount=1,
                    sentence=Text(
                        f"{what.zh}占用{room.title.zh}（{when.zh}），{why.zh}",
                        f"{what.en} takes {room.title.en} ({when.en}), {why.en}",
                    ),
                )

    def _reason(self, room: Room, closed: Span | None) -> Text:
        if closed is not None:
            when = wording.span(closed)
            return Text(f"而该室{when.zh}停用", f"which is closed {when.en}")
        hours = "、".join(f"{a:%H:%M}–{b:%H:%M}" for a, b in room.open)
        return Text(f"而该室开放时间为{hours}", f"which is open {hours.replace('、', ', ')}")

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text("会议室只在开放时间内使用", "rooms are used only while they are open")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say which rooms are shut at times for which one part of a meeting could ask."""
        meeting = scene.by_id[subjects[0]]
        asked = compiling.asked_starts(scene, meeting)
        shut = [r for r in scene.rooms if any(self._shut(scene, meeting, r, s) for s in asked)]
        said = []
        for room in shut[:4]:
            spans = [
                c
                for c in room.closed
                if any(
                    s - meeting.setup < scene.minute(c.end)
                    and scene.minute(c.start) < s + meeting.minutes + meeting.clear
                    for s in asked
                )
            ]
            why = self._reason(room, spans[0] if spans else None)
            said.append(Text(f"{room.title.zh}，{why.zh[1:]}", f"{room.title.en}, {why.en}"))
        if not said:
            return self.sentence(scene)
        more = Text(f"等{len(shut)}间", " and others") if len(shut) > 4 else Text("", "")
        what = wording.part(scene, subjects[0], int(subjects[1]))
        zh, en = "；".join(t.zh for t in said), "; ".join(t.en for t in said)
        return Text(
            f"{what.zh}不能用未开放的会议室（{zh}{more.zh}）",
            f"{what.en} cannot have rooms that are shut ({en}{more.en})",
        )


KIND = RoomOpen
