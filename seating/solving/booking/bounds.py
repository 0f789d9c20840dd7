"""What no booking can fall below, level by level (下界).

Two relaxations, both valid for every booking that breaks nothing on the levels above and omits
nobody who may not be omitted:

* ``company_bound``: meetings may be cut into grains and spread over the whole time, but every
  grain is given to a *company* of meetings that may be held at once, and costs what its pairs
  cost.  A linear program over all companies, solved by generating them.
* ``timing_bound``: every meeting is somewhere in one piece, but rooms are only counted, and too
  many meetings in a grain merely cost (Lagrange).

Solvers only propose prices.  The bounds are computed from the prices in integers, and hold
whatever the prices are.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

from seating.solving.booking.problem import ANY, BookingProblem, Bools, Ints
from seating.solving.booking.walk_costs import Floats

SCALE = 1000  # prices are multiples of 1/SCALE


def company_bound(problem: BookingProblem, level: int, *, rounds: int = 200) -> int:
    """Bound what shared grains cost on a level; 0 where nothing is proved.

    Why it holds: in each grain of a booking some company is held.  At prices p of a grain of each
    meeting, a company costs at least the prices of its members less P, the greatest profit of any
    company (0 for the empty one).  Over all grains the prices come to the sum of p x duration, so
    the booking costs at least that less P x grains.  P is computed exactly by branch and bound.

    Args:
        problem: the problem.
        level: the level; the bound is for bookings that cost nothing on the levels above.
        rounds: how often companies may be added.
    """
    companies = _Companies(problem, level)
    solver = pywraplp.Solver.CreateSolver("GLOP")
    length = problem.duration
    # what a meeting may save by being left out: nothing, unless it may be left out
    omit = np.where(problem.omit[:, 0] >= 0, problem.omit[:, level], -1)
    rows = [solver.Constraint(float(n), float(n)) for n in length]
    total = solver.Constraint(0.0, float(problem.grains))
    for i, row in enumerate(rows):
        short = solver.NumVar(0, solver.infinity(), "")  # grains left out, dear unless allowed
        row.SetCoefficient(short, 1)
        cost = 1e4 if omit[i] < 0 else omit[i] / length[i]
        solver.Objective().SetCoefficient(short, cost)
    best = 0
    for _ in range(rounds):
        if solver.Solve() != pywraplp.Solver.OPTIMAL:
            break
        value = np.array([row.dual_value() for row in rows])
        prices = np.floor(value * SCALE).astype(np.int64)
        limit = np.where(omit < 0, 1 << 40, omit * SCALE // length)
        prices = np.clip(prices, 0, limit)
        found, profit = companies.dearest(prices)
        proved = int(prices @ length) - problem.grains * max(0, profit)
        best = max(best, -(-proved // SCALE))
        if profit + total.dual_value() * SCALE < 1:
            break
        for members, cost in found:
            share = solver.NumVar(0, solver.infinity(), "")
            for member in members:
                rows[member].SetCoefficient(share, 1)
            total.SetCoefficient(share, 1)
            solver.Objective().SetCoefficient(share, float(cost))
    return best


class _Companies:
    """Sets of meetings that may be held at once."""

    def __init__(self, problem: BookingProblem, level: int) -> None:
        one, number = problem.overlaps, problem.meetings
        self._cost = np.full((number, number), int(problem.overlap_all[level]), np.int64)
        self._apart: Bools = np.eye(number, dtype=np.bool_)
        if problem.overlap_all[:level].any():
            self._apart[:] = True
        plain = (one.relation == ANY) & (one.weight > 0)
        here = plain & (one.level == level)
        np.add.at(self._cost, (one.first[here], one.second[here]), one.weight[here])
        np.add.at(self._cost, (one.second[here], one.first[here]), one.weight[here])
        above = plain & (one.level < level)
        self._apart[one.first[above], one.second[above]] = True
        self._apart[one.second[above], one.first[above]] = True
        self._suits = [
            sum(1 << int(r) for r in np.flatnonzero(problem.allowed[m].any(axis=1)))
            for m in range(number)
        ]
        self._rooms = problem.rooms

    def dearest(self, prices: Ints, keep: int = 60) -> tuple[list[tuple[list[int], int]], int]:
        """Return companies worth more than they cost, and exactly what the best is worth.

        Args:
            prices: of a grain of each meeting.
            keep: how many companies to return at most, the best of those that were seen.

        Returns:
            [(members, cost)], and the greatest of (prices of members - SCALE x cost).
        """
        order = np.argsort(-prices, kind="stable")
        order = order[prices[order] > 0]
        price = prices[order]
        pay = self._cost[np.ix_(order, order)] * SCALE
        free = ~self._apart[np.ix_(order, order)]
        suits = [self._suits[m] for m in order]
        best, found = 0, list[tuple[int, list[int]]]()
        # members, value, candidates after the last member and what each would add
        stack: list[tuple[list[int], int, Ints, Ints]] = [([], 0, np.arange(len(order)), price)]
        while stack:
            members, value, candidates, gain = stack.pop()
            left = self._rooms - len(members)
            if not left or not candidates.size:
                continue
            most = np.sort(gain)[::-1][:left].sum() if gain.size > left else gain.sum()
            if value + most <= best:
                continue
            deeper = []
            for at in range(len(candidates)):
                rest = gain[at:]
                top = np.partition(rest, -left)[-left:].sum() if rest.size > left else rest.sum()
                if value + top <= best:
                    break
                one = int(candidates[at])
                more = [*members, one]
                if not _roomed([suits[m] for m in more]):
                    continue
                worth = value + int(gain[at])
                if worth > 0:
                    found.append((worth, more))
                best = max(best, worth)
                later = candidates[at + 1 :]
                next_gain = gain[at + 1 :] - pay[one, later]
                # who adds nothing now adds nothing later either: costs only grow
                stay = free[one, later] & (next_gain > 0)
                deeper.append((more, worth, later[stay], next_gain[stay]))
            stack.extend(reversed(deeper))
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        chosen = []
        for _, members in found[:keep]:
            cost = sum(int(pay[i, j]) for i, j in itertools.combinations(members, 2)) // SCALE
            chosen.append(([int(order[m]) for m in members], cost))
        return chosen, best


def _roomed(suits: Sequence[int]) -> bool:
    """Whether everybody can have a room of his own (bit sets of suitable rooms)."""
    taken: dict[int, int] = {}

    def seat(who: int, tried: set[int]) -> bool:
        for room in range(suits[who].bit_length()):
            if suits[who] >> room & 1 and room not in tried:
                tried.add(room)
                if room not in taken or seat(taken[room], tried):
                    taken[room] = who
                    return True
        return False

    return all(seat(who, set()) for who in range(len(suits)))


def timing_bound(problem: BookingProblem, level: int, *, rounds: int = 400) -> int:
    """Bound what starts, rooms and the number of meetings at once cost on a level.

    Why it holds: let every meeting pay a price for each of its grains, and give back in each grain
    price x number of meetings held.  Nothing changes in sum; but each meeting alone pays at least
    its cheapest place, and each grain gives back, less what the crowd costs, at most what the best
    number of meetings makes of it.

    Args:
        problem: the problem.
        level: the level.
        rounds: steps of the subgradient method that seeks the prices of the grains.
    """
    cost = _cheapest(problem, level)
    length, grains = problem.duration, problem.grains
    number = np.arange(problem.rooms + 1)
    crowd = problem.overlap_all[level] * (number * (number - 1) // 2) * SCALE
    omit = np.where(problem.omit[:, 0] >= 0, problem.omit[:, level] * SCALE, 1 << 50)
    never = cost >= 1 << 50
    ends = np.minimum(np.arange(grains)[None, :] + length[:, None], grains)
    price: Floats = np.zeros(grains)
    best, step = 0, 1.0
    every = np.arange(problem.meetings)
    for _ in range(rounds):
        whole = np.rint(price).astype(np.int64)
        sums = np.concatenate([[0], np.cumsum(whole)])
        paid = np.where(never, 1 << 50, cost + sums[ends] - sums[:-1][None, :])
        at = paid.argmin(axis=1)
        least = np.minimum(paid[every, at], omit)
        gains = whole[None, :] * number[:, None] - crowd[:, None]
        proved = int(least.sum() - gains.max(axis=0).sum())
        used = np.zeros(grains + 1)
        held = paid[every, at] <= omit
        np.add.at(used, at[held], 1)
        np.add.at(used, at[held] + length[held], -1)
        slope = np.cumsum(used)[:-1] - number[gains.argmax(axis=0)]
        if proved > best:
            best = proved
        else:
            step *= 0.97
        norm = float(slope @ slope)
        if not norm:
            break
        price = np.maximum(price + step * 0.05 * max(best, SCALE) / norm * slope, 0)
    return -(-best // SCALE)


def _cheapest(problem: BookingProblem, level: int) -> Ints:
    """[n, g] what a start costs in the cheapest room, in 1/SCALE."""
    cheapest = np.full((problem.meetings, problem.grains), 1 << 50, np.int64)
    for meeting in range(problem.meetings):
        alone = problem.by_room[meeting, level][:, None] + problem.by_start[meeting, level][None, :]
        for who, where, room, start, cost in problem.at_place:
            if (who, where) == (meeting, level):
                alone[room, start] += cost
        alone = np.where(problem.allowed[meeting], alone * SCALE, 1 << 50)
        cheapest[meeting] = alone.min(axis=0)
    return cheapest
