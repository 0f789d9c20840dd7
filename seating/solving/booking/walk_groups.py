"""What kits, quotas and breaks make of every start of a meeting (成组限制的计价)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from seating.solving.booking.problem import Break, Ints, Kit, Quota
from seating.solving.booking.walk_costs import Costs, Floats

if TYPE_CHECKING:
    from seating.solving.booking.walk_lanes import Part


class Groups:
    """The groups of one part, priced when asked.

    Every group is a matter of single grains, days or windows within a day, and a part has all
    meetings of its days, so nothing outside counts.

    Attributes:
        of: for each meeting of the part, the numbers of its groups.
    """

    def __init__(self, costs: Costs, part: Part) -> None:
        self._problem, self._part = costs.problem, part
        self._weights = costs.weights
        local = {int(meeting): i for i, meeting in enumerate(part.meetings)}
        self._groups: list[Kit | Quota | Break] = []
        self._members: list[dict[int, int]] = []
        self.of: list[list[int]] = [[] for _ in part.meetings]
        problem = costs.problem
        groups: list[Kit | Quota | Break] = [*problem.kits, *problem.quotas, *problem.breaks]
        for group in groups:
            if self._weights[group.level] * group.weight == 0:
                continue
            demand = group.demand if isinstance(group, Kit) else np.ones(len(group.members))
            members = {
                local[int(m)]: int(d)
                for m, d in zip(group.members, demand, strict=True)
                if int(m) in local
            }
            for member in members:
                self.of[member].append(len(self._groups))
            self._groups.append(group)
            self._members.append(members)

    def price(self, meeting: int, start: Ints) -> Floats:
        """Return [columns] what the meeting would cost its groups, the others being where they are.

        Args:
            meeting: a meeting of the part.
            start: column of every meeting of the part, -1 if left out.
        """
        total = np.zeros(len(self._part.grain))
        for number in self.of[meeting]:
            group, members = self._groups[number], self._members[number]
            weight = float(self._weights[group.level] * group.weight)
            others = [
                (m, demand, int(start[m]))
                for m, demand in members.items()
                if m != meeting and start[m] >= 0
            ]
            if isinstance(group, Kit):
                total += weight * self._kit(group, meeting, members[meeting], others)
            elif isinstance(group, Quota):
                total += weight * self._quota(group, meeting, others)
            else:
                total += weight * self._break(group, meeting, others)
        return total

    def _span(self, meeting: int, margins: bool) -> tuple[int, int]:
        """Grains from the start back to the beginning, and on to the end."""
        whole, problem = self._part.meetings[meeting], self._problem
        early = int(problem.before[whole]) if margins else 0
        late = int(problem.after[whole]) if margins else 0
        return early, int(problem.duration[whole]) + late

    def _kit(
        self, kit: Kit, meeting: int, demand: int, others: list[tuple[int, int, int]]
    ) -> Floats:
        grain = self._part.grain
        used = np.zeros(len(grain))
        for other, amount, column in others:
            early, late = self._span(other, kit.margins)
            used[max(0, column - early) : column + late] += amount
        free = np.where(grain >= 0, kit.capacity[grain], 0)
        more = np.maximum(used + demand - free, 0) - np.maximum(used - free, 0)
        more[grain < 0] = 0
        early, late = self._span(meeting, kit.margins)
        return _sums(more, early, late)

    def _quota(self, quota: Quota, meeting: int, others: list[tuple[int, int, int]]) -> Floats:
        grain, problem = self._part.grain, self._problem
        load = np.zeros(int(problem.day[-1]) + 1)
        for other, _, column in others:
            load[problem.day[grain[column]]] += problem.duration[self._part.meetings[other]]
        length = int(problem.duration[self._part.meetings[meeting]])
        more = np.maximum(load + length - quota.capacity, 0) - np.maximum(load - quota.capacity, 0)
        extra: Floats = more[problem.day[grain]]
        return extra

    def _break(self, rest: Break, meeting: int, others: list[tuple[int, int, int]]) -> Floats:
        grain, problem = self._part.grain, self._problem
        busy = np.zeros(len(grain), np.bool_)
        for other, _, column in others:
            busy[column : column + problem.duration[self._part.meetings[other]]] = True
        length = int(problem.duration[self._part.meetings[meeting]])
        total = np.zeros(len(grain))
        for low, high in rest.windows:
            inside = np.flatnonzero((grain >= low) & (grain < high))
            if not inside.size:
                continue
            first, free = int(inside[0]), ~busy[inside]
            runs = _runs(free)
            if runs.max(initial=0) < rest.length:
                continue  # missed already: the meeting makes it no worse
            back = _runs(free[::-1])[::-1]
            before = np.maximum.accumulate(np.concatenate([[0], runs]))
            after = np.maximum.accumulate(np.concatenate([[0], back[::-1]]))[::-1]
            for column in range(max(0, first - length + 1), first + len(inside)):
                head = before[max(0, column - first)]
                tail = after[min(len(inside), column + length - first)]
                if max(head, tail) < rest.length:
                    total[column] += 1
        return total


def _sums(amount: Floats, early: int, late: int) -> Floats:
    """Return for each column c the sum of ``amount`` over [c - early, c + late)."""
    sums = np.concatenate([[0.0], np.cumsum(amount)])
    at = np.arange(len(amount))
    high: Floats = sums[np.minimum(at + late, len(amount))]
    high -= sums[np.maximum(at - early, 0)]
    return high


def _runs(free: np.typing.NDArray[np.bool_]) -> Ints:
    """Return the length of the free run that ends at each grain."""
    runs = np.zeros(len(free), np.int64)
    run = 0
    for i, value in enumerate(free):
        run = run + 1 if value else 0
        runs[i] = run
    return runs
