"""An instance as a booking problem of three levels: hard, medium, soft."""

from __future__ import annotations

import numpy as np

from seating.solving.booking.problem import DIFFERENT, BookingProblem
from seating.solving.booking.problem_draft import Draft
from tests.benchmarks.meetings.instance import Instance

HARD, MEDIUM, SOFT = range(3)


def problem(instance: Instance) -> BookingProblem:
    """Say the score in the terms of the booking problem.

    A room too small and a meeting over the end of a day are not allowed at all.
    """
    meetings, rooms = instance.meetings, len(instance.capacity)
    draft = Draft(3, instance.day, rooms, [m.duration for m in meetings])
    day = np.asarray(instance.day)
    grains = len(day)
    required = np.zeros((len(meetings), instance.people), np.int64)
    preferred = np.zeros_like(required)
    for i, m in enumerate(meetings):
        np.add.at(required[i], list(m.required), 1)
        np.add.at(preferred[i], list(m.preferred), 1)
        last = np.minimum(np.arange(grains) + m.duration - 1, grains - 1)
        draft.allowed[i] &= day == day[last]
        draft.by_start[i, SOFT] = np.arange(grains) + m.duration - 1
        for r, own in enumerate(instance.capacity):
            if len(m.required) + len(m.preferred) > own:
                draft.allowed[i, r] = False
            draft.by_room[i, SOFT, r] = sum(c - own for c in instance.capacity if c > own)
    draft.overlap_all[SOFT] = 10
    draft.follow_all[SOFT] = 100
    attending = required + preferred
    for person in range(instance.people):
        draft.clique(np.flatnonzero(required[:, person]).tolist())
    both = required @ required.T
    some = attending @ attending.T
    first, second = np.nonzero(np.triu(both, 1))
    draft.overlap(first, second, HARD, both[first, second])
    first, second = np.nonzero(np.triu(some - both, 1))
    draft.overlap(first, second, MEDIUM, (some - both)[first, second])
    np.fill_diagonal(some, 0)
    first, second = np.nonzero(some)
    # later than the other's start, at most two grains after its end
    low = 1 - draft.duration[first]
    draft.gap(first, second, SOFT, some[first, second], low, 2, DIFFERENT)
    return draft.problem()
