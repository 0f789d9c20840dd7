"""The published score of the meeting-scheduling example, term by term; shares no code with ours.

Smaller is better; hard before medium before soft.  Written for reading: every pair is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tests.benchmarks.meetings.instance import Instance

Score = tuple[int, int, int]


def score(instance: Instance, start: Sequence[int], room: Sequence[int]) -> Score:
    """Return (hard, medium, soft)."""
    terms = detail(instance, start, room)
    hard, medium, soft = (
        sum(value for name, value in terms.items() if name.startswith(level))
        for level in ("hard", "medium", "soft")
    )
    return hard, medium, soft


def detail(instance: Instance, start: Sequence[int], room: Sequence[int]) -> Counter[str]:
    """Return what each term of the score comes to."""
    terms: Counter[str] = Counter()
    meetings = instance.meetings
    for number in range(len(meetings)):
        _alone(instance, number, start[number], room[number], terms)
    for i in range(len(meetings)):
        for j in range(len(meetings)):
            if i != j:
                _pair(instance, i, j, start, room, terms)
    return +terms


def _alone(instance: Instance, number: int, start: int, room: int, terms: Counter[str]) -> None:
    meeting = instance.meetings[number]
    last = start + meeting.duration - 1
    if last >= len(instance.day):
        terms["hard: beyond the last grain"] += last
    elif instance.day[start] != instance.day[last]:
        terms["hard: over the end of a day"] += 1
    own = instance.capacity[room]
    terms["hard: room too small"] += max(0, len(meeting.required) + len(meeting.preferred) - own)
    terms["soft: early"] += last
    terms["soft: larger rooms"] += sum(c - own for c in instance.capacity if c > own)


def _pair(
    instance: Instance,
    i: int,
    j: int,
    start: Sequence[int],
    room: Sequence[int],
    terms: Counter[str],
) -> None:
    """Add what the ordered pair costs; what has no order is counted for i < j."""
    one, two = instance.meetings[i], instance.meetings[j]
    end_i, end_j = start[i] + one.duration, start[j] + two.duration
    if start[j] == end_i:
        terms["soft: back to back"] += 100
    if room[i] != room[j] and start[i] < start[j] <= end_i + 2:
        everybody = [*two.required, *two.preferred]
        attendances = sum(everybody.count(p) for p in (*one.required, *one.preferred))
        terms["soft: change of room"] += attendances
    shared = min(end_i, end_j) - max(start[i], start[j])
    if i > j or shared <= 0:
        return
    terms["soft: at the same time"] += 10 * shared
    if room[i] == room[j]:
        terms["hard: one room"] += shared

    def common(some: Sequence[int], others: Sequence[int]) -> int:
        return sum(others.count(p) for p in some)

    terms["hard: required in both"] += shared * common(one.required, two.required)
    mixed = common(one.required, two.preferred) + common(one.preferred, two.required)
    terms["medium: required and preferred"] += shared * mixed
    terms["medium: preferred in both"] += shared * common(one.preferred, two.preferred)
