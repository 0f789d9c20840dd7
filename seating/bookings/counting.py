"""What several kinds of booking read off a finished plan; nothing here compiles (核验用)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from seating.facts.booking import Meeting, Slot, Span
from seating.facts.booking_rule import BookingScene, Slots


def taken(meeting: Meeting, slot: Slot) -> Span:
    """Return how long the room is taken: with set-up and clear-away."""
    return Span(
        start=slot.start - dt.timedelta(minutes=meeting.setup),
        end=slot.end + dt.timedelta(minutes=meeting.clear),
    )


def diary(scene: BookingScene, slots: Slots, person: str, which: str = "all") -> list[Slot]:
    """Return the meetings of a person in order of time: required, or all of them."""
    found = [
        slot
        for ident, slot in slots.items()
        if person in scene.required[ident]
        or (which != "required" and person in scene.preferred[ident])
    ]
    return sorted(found, key=lambda s: (s.start, s.end, s.meeting))


def sits_in(scene: BookingScene, slot: Slot, person: str) -> str:
    """Return the room in which a person sits."""
    return slot.rooms[scene.seat.get(slot.meeting, {}).get(person, 0)]


def pause(first: Slot, second: Slot) -> int:
    """Return the minutes between two meetings, negative where they overlap."""
    between = max(first.start, second.start) - min(first.end, second.end)
    return int(between.total_seconds() // 60)


def way(scene: BookingScene, here: str, there: str) -> int:
    """Return the minutes of the way between two rooms, 0 inside a building."""
    a, b = scene.room_by_id[here].building, scene.room_by_id[there].building
    return scene.spec.walking(a, b) if a and b else 0


def couples(diary: Sequence[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Yield every two meetings of a diary."""
    for i, first in enumerate(diary):
        for second in diary[i + 1 :]:
            yield first, second


def office_minutes(scene: BookingScene, begin: dt.datetime, end: dt.datetime) -> int:
    """Return how many minutes of the booking's hours lie in a stretch of time."""
    total = dt.timedelta()
    for date in scene.spec.days:
        for opens, closes in scene.spec.hours:
            low = max(begin, dt.datetime.combine(date, opens))
            high = min(end, dt.datetime.combine(date, closes))
            total += max(high - low, dt.timedelta())
    return int(total.total_seconds() // 60)
