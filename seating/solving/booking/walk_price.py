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
    both = placed[:, None] & placed[None, :]
    shared = np.minimum(end[:, None], end[None, :]) - np.maximum(start[:, None], start[None, :])
    shared = np.where(both, np.maximum(shared, 0), 0)
    np.fill_diagonal(shared, 0)
    total += problem.overlap_all * (shared.sum() // 2)
    total += problem.follow_all * int((both & (start[None, :] == end[:, None])).sum())
    begin, done = start - problem.before, end + problem.after
    taken = np.minimum(done[:, None], done[None, :]) - np.maximum(begin[:, None], begin[None, :])
    taken = np.where(both & (room[:, None] == room[None, :]), np.maximum(taken, 0), 0)
    np.fill_diagonal(taken, 0)
    total[problem.clash[0]] += problem.clash[1] * (taken.sum() // 2)
    one = problem.overlaps
    related = problem.relations[one.relation, room[one.first], room[one.second]]
    np.add.at(total, one.level, one.weight * related * shared[one.first, one.second])
    two = problem.gaps
    distance = start[two.second] - end[two.first]
    holds = (two.low <= distance) & (distance <= two.high) & both[two.first, two.second]
    holds &= problem.relations[two.relation, room[two.first], room[two.second]]
    np.add.at(total, two.level, two.weight * holds)
    three = problem.days
    equal = problem.day[start[three.first]] == problem.day[start[three.second]]
    np.add.at(
        total,
        three.level,
        three.weight * ((equal == three.same) & both[three.first, three.second]),
    )


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
