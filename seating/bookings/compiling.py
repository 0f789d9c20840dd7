"""What several kinds of booking ask when they compile; their checks never use it (编译用)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from seating.facts.booking import Meeting
from seating.facts.booking_rule import BookingAsk, BookingScene

DAY = 24 * 60


def overlap(a: Meeting, b: Meeting, pause: int = 0) -> tuple[int, int]:
    """Return from which to which lag of *b*'s start behind *a*'s the pause between is missing."""
    return -(b.minutes + pause) + 1, a.minutes + pause - 1


def clock(time: dt.time) -> int:
    """Return a clock time in minutes after midnight."""
    return time.hour * 60 + time.minute


def attendance(scene: BookingScene, meeting: str, which: str) -> tuple[str, ...]:
    """Return the ids of those required, or of everybody."""
    return scene.required[meeting] if which == "required" else scene.attending(meeting)


def diaries(scene: BookingScene, who: Iterable[str], which: str) -> dict[str, list[Meeting]]:
    """Return the meetings of each person."""
    found: dict[str, list[Meeting]] = {person: [] for person in who}
    for meeting in scene.meetings:
        for person in attendance(scene, meeting.id, which):
            if person in found:
                found[person].append(meeting)
    return found


Company = Mapping[tuple[str, int, str, int], int]


def company(scene: BookingScene, who: Iterable[str]) -> Company:
    """Return how many of the people belong to a part of one and to a part of another meeting."""
    found: dict[tuple[str, int, str, int], int] = {}
    for person, diary in diaries(scene, who, "all").items():
        for a, b in combinations(diary, 2):
            key = (a.id, scene.part_of(a.id, person), b.id, scene.part_of(b.id, person))
            found[key] = found.get(key, 0) + 1
    return dict(sorted(found.items()))


def walks(scene: BookingScene) -> dict[int, dict[str, list[str]]]:
    """Return by walking time, without 0, which rooms lie so far from each room."""
    found: dict[int, dict[str, list[str]]] = {}
    for a in scene.rooms:
        for b in scene.rooms:
            if a.building and b.building:
                minutes = scene.spec.walking(a.building, b.building)
                if minutes:
                    found.setdefault(minutes, {}).setdefault(a.id, []).append(b.id)
    return dict(sorted(found.items()))


def clash(
    scene: BookingScene, ask: BookingAsk, a: Meeting, here: int, b: Meeting, there: int
) -> Any:
    """1 if nobody can attend both: they overlap, or the way between is longer than the pause."""
    ways = [
        ask.all_of(
            (
                ask.rooms_meet(a.id, here, b.id, there, pairs),
                ask.lag(a.id, b.id, *overlap(a, b, minutes)),
            )
        )
        for minutes, pairs in walks(scene).items()
    ]
    return ask.any_of((ask.lag(a.id, b.id, *overlap(a, b)), *ways))


def follow(
    ask: BookingAsk, a: Meeting, b: Meeting, low: int, high: int
) -> Iterator[tuple[str, Any]]:
    """Yield, for both orders, 1 if the pause between is from ``low`` to ``high`` minutes."""
    yield "after", ask.lag(a.id, b.id, a.minutes + low, a.minutes + high)
    yield "before", ask.lag(b.id, a.id, b.minutes + low, b.minutes + high)


def working(scene: BookingScene, minute: int) -> int:
    """Return how many minutes of the booking's hours lie before a moment."""
    total = 0
    for date in scene.spec.days:
        midnight = (date - scene.origin.date()).days * DAY
        for begin, end in scene.spec.hours:
            total += max(0, min(minute - midnight, clock(end)) - clock(begin))
    return total


def asked_starts(scene: BookingScene, meeting: Meeting) -> tuple[int, ...]:
    """Return the starts that the request itself allows."""
    if meeting.start is not None:
        return (scene.minute(meeting.start),)
    if not meeting.windows:
        return scene.starts[meeting.id]
    spans = [(scene.minute(w.start), scene.minute(w.end)) for w in meeting.windows]
    return tuple(
        s
        for s in scene.starts[meeting.id]
        if any(a <= s and s + meeting.minutes <= b for a, b in spans)
    )
