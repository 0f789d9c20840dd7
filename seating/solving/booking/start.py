"""A first booking, without breaks of the top level if that is quick to have (初始排期).

Times first: rooms are only counted (no more meetings at once than rooms that suit them), which
makes the model small; then rooms for these times.  The walk can start from any booking, so when
either model finds nothing within its limit, a plainer choice stands in.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from seating.solving.booking.problem import (
    ANY,
    FAR,
    Booking,
    BookingProblem,
    Bools,
    Ints,
)

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


def first(problem: BookingProblem, *, work: float = 10.0, seed: int = 1) -> Booking:
    """Return a booking of all meetings that must be held; the others are left out.

    Args:
        problem: the problem.
        work: deterministic time of each of the two models.
        seed: random seed.
    """
    held = problem.omit[:, 0] < 0
    start = _times(problem, held, work, seed)
    if start is None:
        start = np.where(held, problem.allowed.any(axis=1).argmax(axis=1), -1)
    room = _rooms(problem, start, work, seed)
    return Booking(tuple(room.tolist()), tuple(start.tolist()))


def _times(problem: BookingProblem, held: Bools, work: float, seed: int) -> Ints | None:
    model = cp_model.CpModel()
    starts: dict[int, Any] = {}
    spans: dict[int, Any] = {}
    wide: dict[int, Any] = {}
    for meeting in np.flatnonzero(held).tolist():
        allowed = np.flatnonzero(problem.allowed[meeting].any(axis=0)).tolist()
        start = model.new_int_var_from_domain(cp_model.Domain.from_values(allowed), "")
        length = int(problem.duration[meeting])
        early, late = int(problem.before[meeting]), int(problem.after[meeting])
        starts[meeting] = start
        spans[meeting] = model.new_fixed_size_interval_var(start, length, "")
        wide[meeting] = model.new_fixed_size_interval_var(start - early, early + length + late, "")
    for members in _apart(problem, held):
        model.add_no_overlap([spans[m] for m in members])
    _count_rooms(problem, model, wide)
    for kit in problem.kits:
        if kit.level == 0:
            members = [i for i, m in enumerate(kit.members.tolist()) if held[m]]
            intervals = [(wide if kit.margins else spans)[int(kit.members[i])] for i in members]
            demands = [int(kit.demand[i]) for i in members]
            model.add_cumulative(intervals, demands, int(kit.capacity.max()))
    gaps = problem.gaps
    order = (gaps.level == 0) & (gaps.relation == ANY) & (gaps.low <= -FAR) & (gaps.weight > 0)
    for i in np.flatnonzero(order & held[gaps.first] & held[gaps.second]).tolist():
        one, two = int(gaps.first[i]), int(gaps.second[i])
        end = starts[one] + int(problem.duration[one])
        model.add(starts[two] >= end + int(gaps.high[i]) + 1)
    solver = _solved(model, work, seed)
    if solver is None:
        return None
    found = np.full(problem.meetings, -1)
    for meeting, start in starts.items():
        found[meeting] = solver.value(start)
    return found


def _apart(problem: BookingProblem, held: Bools) -> list[list[int]]:
    """Sets of meetings that exclude each other, which together cover every such pair."""
    rows = problem.overlaps
    here = (rows.level == 0) & (rows.relation == ANY) & (rows.weight > 0)
    here &= held[rows.first] & held[rows.second]
    left = np.zeros((problem.meetings, problem.meetings), np.bool_)
    left[rows.first[here], rows.second[here]] = True
    left |= left.T
    sets = []
    for clique in problem.cliques:
        members = clique[held[clique]]
        if len(members) > 1:
            sets.append(members.tolist())
            left[np.ix_(members, members)] = False
    pairs = np.argwhere(np.triu(left))
    return [*sets, *pairs.tolist()]


def _count_rooms(problem: BookingProblem, model: cp_model.CpModel, spans: dict[int, Any]) -> None:
    """Nowhere more meetings at once than there are rooms for them."""
    suits = {m: frozenset(np.flatnonzero(problem.allowed[m].any(axis=1)).tolist()) for m in spans}
    choices = {*suits.values(), frozenset(range(problem.rooms))}
    for rooms in sorted(choices, key=sorted):
        members = [m for m in spans if suits[m] <= rooms]
        if len(members) > len(rooms):
            model.add_cumulative([spans[m] for m in members], [1] * len(members), len(rooms))


def _rooms(problem: BookingProblem, start: Ints, work: float, seed: int) -> Ints:
    """Choose rooms for given times; where that cannot be done, with few clashes."""
    model = cp_model.CpModel()
    chosen: dict[tuple[int, int], Any] = {}
    at: dict[tuple[int, int], list[Any]] = {}
    placed = np.flatnonzero(start >= 0).tolist()
    for meeting in placed:
        begin = max(0, int(start[meeting] - problem.before[meeting]))
        end = int(start[meeting] + problem.duration[meeting] + problem.after[meeting])
        suits = np.flatnonzero(problem.allowed[meeting, :, start[meeting]]).tolist()
        for room in suits:
            chosen[meeting, room] = var = model.new_bool_var("")
            for grain in range(begin, end):
                at.setdefault((room, grain), []).append(var)
        model.add_exactly_one(chosen[meeting, room] for room in suits)
    for variables in at.values():
        model.add_at_most_one(variables)
    solver = _solved(model, work, seed)
    if solver is None:
        return _in_turn(problem, start)
    found = np.full(problem.meetings, -1)
    for (meeting, room), var in chosen.items():
        if solver.boolean_value(var):
            found[meeting] = room
    return found


def _in_turn(problem: BookingProblem, start: Ints) -> Ints:
    """In order of time, each meeting takes the free room that the fewest others could use."""
    wanted = problem.allowed.any(axis=2).sum(axis=0)
    free = np.zeros(problem.rooms, np.int64)
    found = np.full(problem.meetings, -1)
    for meeting in np.argsort(start, kind="stable").tolist():
        if start[meeting] < 0:
            continue
        begin = int(start[meeting] - problem.before[meeting])
        suits = np.flatnonzero(problem.allowed[meeting, :, start[meeting]])
        late = np.maximum(free[suits] - begin, 0)
        room = int(suits[np.lexsort((wanted[suits], late))[0]])
        free[room] = begin + problem.before[meeting] + problem.duration[meeting]
        free[room] += problem.after[meeting]
        found[meeting] = room
    return found


def _solved(model: cp_model.CpModel, work: float, seed: int) -> cp_model.CpSolver | None:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = work
    solver.parameters.catch_sigint_signal = False
    return solver if solver.solve(model) in FOUND else None
