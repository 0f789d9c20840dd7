"""What a booking costs, counted from scratch (重新计价)."""

from __future__ import annotations

import numpy as np

from seating.solving.booking.problem import Booking, BookingProblem, Bools, Break, Ints, Kit, Quota


def price(problem: BookingProblem, booking: Booking) -> tuple[int, ...]:
    """Return the cost of every level.

    Raises:
        ValueError: a meeting where it may not be.
    """
    total = np.zeros(problem.levels, np.int64)
    room, start = np.asarray(booking.room), np.asarray(booking.start)
    placed = room >= 0
    for meeting in range(problem.meetings):
        total += _alone(problem, meeting, int(room[meeting]), int(start[meeting]))
    for meeting, level, at, when, cost in problem.at_place:
        if room[meeting] == at and start[meeting] == when:
            total[level] += cost
    end = start + problem.duration
    _pairs(problem, room, start, end, placed, total)
    for kit in problem.kits:
        total[kit.level] += kit.weight * _lacking(problem, kit, start, end, placed)
    for quota in problem.quotas:
        total[quota.level] += quota.weight * _over(problem, quota, start, placed)
    for rest in problem.breaks:
        total[rest.level] += rest.weight * _missed(problem, rest, start, end, placed)
    return tuple(int(value) for value in total)


def _alone(problem: BookingProblem, meeting: int, room: int, start: int) -> Ints:
    if room < 0:
        if problem.omit[meeting, 0] < 0:
            raise ValueError(f"meeting {meeting} may not be left out")
        left: Ints = problem.omit[meeting]
        return left
    if not problem.allowed[meeting, room, start]:
        raise ValueError(f"meeting {meeting} may not be in room {room} at {start}")
    cost: Ints = problem.by_start[meeting, :, start] + problem.by_room[meeting, :, room]
    return cost


def _pairs(
    problem: BookingProblem, room: Ints, start: Ints, end: Ints, placed: Bools, total: Ints
) -> None:
    """Add the costs of all pairs."""
    total += problem.overlap_all * _doubly(start[placed], end[placed], problem.grains)
    if problem.follow_all.any():
        starts = np.bincount(start[placed], minlength=problem.grains + 1)
        ends = np.bincount(end[placed], minlength=problem.grains + 1)
        total += problem.follow_all * int(starts @ ends)
    margin = int(problem.before.max(initial=0) + problem.after.max(initial=0))
    for r in range(problem.rooms):
        here = room == r
        begin = start[here] - problem.before[here] + margin
        done = end[here] + problem.after[here] + margin
        clashes = _doubly(begin, done, problem.grains + 2 * margin)
        total[problem.clash[0]] += problem.clash[1] * clashes
    one = problem.overlaps
    close = np.flatnonzero(
        (start[one.first] < end[one.second]) & (start[one.second] < end[one.first])
    )
    first, second = one.first[close], one.second[close]
    shared = np.minimum(end[first], end[second]) - np.maximum(start[first], start[second])
    shared *= problem.relations[one.relation[close], room[first], room[second]]
    shared *= placed[first] & placed[second]
    np.add.at(total, one.level[close], one.weight[close] * shared)
    two = problem.gaps
    distance = start[two.second] - end[two.first]
    close = np.flatnonzero((two.low <= distance) & (distance <= two.high))
    first, second = two.first[close], two.second[close]
    holds = problem.relations[two.relation[close], room[first], room[second]]
    holds &= placed[first] & placed[second]
    np.add.at(total, two.level[close], two.weight[close] * holds)
    three = problem.days
    equal = problem.day[start[three.first]] == problem.day[start[three.second]]
    holds = (equal == three.same) & placed[three.first] & placed[three.second]
    np.add.at(total, three.level, three.weight * holds)


def _doubly(begin: Ints, end: Ints, grains: int) -> int:
    """Grains shared by two of the intervals, pair by pair."""
    steps = np.bincount(begin, minlength=grains + 1) - np.bincount(end, minlength=grains + 1)
    count = np.cumsum(steps)
    return int((count * (count - 1) // 2).sum())


def _lacking(problem: BookingProblem, kit: Kit, start: Ints, end: Ints, placed: Bools) -> int:
    used = np.zeros(problem.grains, np.int64)
    for meeting, demand in zip(kit.members, kit.demand, strict=True):
        if placed[meeting]:
            early = problem.before[meeting] if kit.margins else 0
            late = problem.after[meeting] if kit.margins else 0
            used[max(0, start[meeting] - early) : end[meeting] + late] += demand
    return int(np.maximum(used - kit.capacity, 0).sum())


def _over(problem: BookingProblem, quota: Quota, start: Ints, placed: Bools) -> int:
    """Grains beyond the quota; a meeting belongs to the day on which it starts."""
    load = np.zeros(int(problem.day[-1]) + 1, np.int64)
    for meeting in quota.members:
        if placed[meeting]:
            load[problem.day[start[meeting]]] += problem.duration[meeting]
    return int(np.maximum(load - quota.capacity, 0).sum())


def _missed(problem: BookingProblem, rest: Break, start: Ints, end: Ints, placed: Bools) -> int:
    """Windows without a free run that is long enough."""
    busy = np.zeros(problem.grains, np.bool_)
    for meeting in rest.members:
        if placed[meeting]:
            busy[start[meeting] : end[meeting]] = True
    missed = 0
    for low, high in rest.windows:
        run = longest = 0
        for taken in busy[low:high]:
            run = 0 if taken else run + 1
            longest = max(longest, run)
        missed += longest < rest.length
    return missed
