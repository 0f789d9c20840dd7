"""Rules between two meetings that reach beyond a kernel: order, another day (远距规则)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seating.solving.booking.problem import ANY, Bools, Ints
from seating.solving.booking.walk_costs import Costs


@dataclass(frozen=True)
class FarRow:
    """What a meeting that starts at grain t costs another one.

    Attributes:
        other: number of the other meeting within its part.
        weight: the cost.
        relation: only in rooms so related.
        low, high: from t to the start of the other, if ``same`` is ``None``.
        same: the other starts on the same day, or on another.
    """

    other: int
    weight: float
    relation: int = ANY
    low: float = 0
    high: float = 0
    same: bool | None = None

    def columns(self, grain: Ints, start: int, day: Ints) -> Bools:
        """Return the columns (with their grains) at which it costs."""
        real: Bools = grain >= 0
        if self.same is not None:
            real &= (day[grain] == day[start]) == self.same
            return real
        real &= (grain >= start + self.low) & (grain <= start + self.high)
        return real


def far_rows(costs: Costs, meetings: Ints) -> dict[int, list[FarRow]]:
    """Return meeting -> rows, for the rules that concern any of ``meetings``.

    Meetings are keys by their own number; ``other`` counts within ``meetings``.
    """
    local = np.full(costs.problem.meetings, -1)
    local[meetings] = np.arange(len(meetings))
    found: dict[int, list[FarRow]] = {}
    for first, second, relation, low, high, weight in costs.wide.T:
        i, j, r = int(first), int(second), int(relation)
        if local[j] >= 0:
            found.setdefault(i, []).append(FarRow(int(local[j]), weight, r, low, high))
        if local[i] >= 0:
            found.setdefault(j, []).append(FarRow(int(local[i]), weight, r, -high, -low))
    for first, second, weight, same in costs.days.T:
        for i, j in ((int(first), int(second)), (int(second), int(first))):
            if local[j] >= 0:
                row = FarRow(int(local[j]), weight, same=bool(same))
                found.setdefault(i, []).append(row)
    return found
