"""One of two crews that take the steps of the walk (分工).

What a crew does depends only on its seed and on its orders, so the walk comes to the same plan
whether the crews work side by side or one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seating.solving.booking.problem import BookingProblem, Ints
from seating.solving.booking.walk_costs import Costs, Floats
from seating.solving.booking.walk_lanes import Fabric, Lanes, Part
from seating.solving.booking.walk_steps import Noise, Walk


@dataclass(frozen=True, eq=False)
class Order:
    """Steps to be taken in one lane.

    Attributes:
        room, start: where everything is, as grains; -1 for a meeting left out.
        days: the days that may be changed; ``None`` for all.
        idle: of the meetings left out, those that may enter these days.
        heat: the temperature.
    """

    room: Ints
    start: Ints
    days: tuple[int, ...] | None
    idle: tuple[int, ...]
    heat: float


@dataclass(frozen=True, eq=False)
class Report:
    """What became of a lane: its meetings, and where they are at the end and were at best.

    Attributes:
        change, best: cost at the end and at best, less the cost at the beginning.
    """

    meetings: Ints
    room: Ints
    start: Ints
    change: float
    best_room: Ints
    best_start: Ints
    best: float


class Crew:
    """Takes the steps of some lanes.

    Attributes:
        parts: whether orders may be for some of the days.
    """

    def __init__(self, problem: BookingProblem, weights: Sequence[float], seed: int) -> None:
        self._costs = Costs(problem, weights)
        self.parts = self._costs.parts
        self._noise = Noise(seed)
        self._whole: Fabric | None = None
        self._kept: Lanes | None = None

    def run(self, orders: Sequence[Order], steps: int) -> list[Report]:
        """Take so many steps in each lane."""
        if not orders:
            return []
        if all(order.days is None for order in orders):
            lanes = self._replicas(orders)
        else:
            lanes = self._windows(orders)
        if any(not len(fabric.movable) for fabric in lanes.fabrics):
            return self._without_idle(orders, lanes, steps)
        before: Floats = lanes.energy.copy()
        walk = Walk(lanes, self._noise)
        walk.run(np.array([order.heat for order in orders]), steps)
        reports = []
        for lane, fabric in enumerate(lanes.fabrics):
            number, grain = len(fabric.part.meetings), fabric.part.grain
            start, best_start = lanes.start[lane, :number], walk.start[lane, :number]
            reports.append(
                Report(
                    meetings=fabric.part.meetings,
                    room=lanes.room[lane, :number].copy(),
                    start=np.where(start < 0, -1, grain[start]),
                    change=float(lanes.energy[lane] - before[lane]),
                    best_room=walk.room[lane, :number].copy(),
                    best_start=np.where(best_start < 0, -1, grain[best_start]),
                    best=float(walk.best[lane] - before[lane]),
                )
            )
        return reports

    def _without_idle(self, orders: Sequence[Order], lanes: Lanes, steps: int) -> list[Report]:
        """Leave out lanes in which nothing can be moved."""
        idle = [not len(fabric.movable) for fabric in lanes.fabrics]
        reports = iter(self.run([o for o, no in zip(orders, idle, strict=True) if not no], steps))
        nothing = np.zeros(0, np.int64)
        still = Report(nothing, nothing, nothing, 0.0, nothing, nothing, 0.0)
        return [still if no else next(reports) for no in idle]

    def _replicas(self, orders: Sequence[Order]) -> Lanes:
        """Lanes of the whole problem; those of the last call are kept and brought up to date."""
        if self._whole is None:
            every = np.arange(self._costs.problem.meetings)
            grains = np.arange(self._costs.problem.grains)
            self._whole = Fabric(self._costs, Part(every, _framed(self._costs, [grains])))
        lanes = self._kept
        if lanes is None or len(lanes.fabrics) != len(orders):
            lanes = Lanes(self._costs, [self._whole] * len(orders))
        for lane, order in enumerate(orders):
            column = np.where(order.start < 0, -1, order.start + self._costs.left)
            moved = list(range(len(column)))
            if self._kept is lanes:
                other = (order.room != lanes.room[lane]) | (column != lanes.start[lane])
                moved = np.flatnonzero(other).tolist()
                for meeting in moved:
                    lanes.take(lane, meeting)
            for meeting in moved:
                lanes.put(lane, meeting, int(order.room[meeting]), int(column[meeting]))
        self._kept = lanes
        return lanes

    def _windows(self, orders: Sequence[Order]) -> Lanes:
        """Lanes of some days each, with those around them standing still."""
        costs = self._costs
        day, grains = costs.problem.day, costs.problem.grains
        fabrics = []
        for order in orders:
            days = set(order.days or ())
            inside = np.array([int(d) in days for d in range(int(day[-1]) + 1)])
            meetings = (order.start >= 0) & inside[day[order.start]]
            meetings[list(order.idle)] = True
            runs = np.flatnonzero(inside[day])
            cuts = np.flatnonzero(np.diff(runs) > 1) + 1
            grain = _framed(costs, np.split(runs, cuts))
            fabrics.append(Fabric(costs, Part(np.flatnonzero(meetings), grain)))
        lanes = Lanes(costs, fabrics)
        for lane, (order, fabric) in enumerate(zip(orders, fabrics, strict=True)):
            part = fabric.part
            where = np.full(grains + 1, -1)
            where[part.grain] = np.where(part.grain >= 0, np.arange(len(part.grain)), -1)
            for other in self._around(order, part):
                lanes.stand(lane, other, int(order.room[other]), int(order.start[other]))
            for local, meeting in enumerate(part.meetings.tolist()):
                column = int(where[order.start[meeting]]) if order.start[meeting] >= 0 else -1
                lanes.put(lane, local, int(order.room[meeting]), column)
        return lanes

    def _around(self, order: Order, part: Part) -> list[int]:
        """Meetings outside the part that may cost those inside."""
        costs = self._costs
        grains = costs.problem.grains
        inside = np.zeros(grains, np.int64)
        inside[part.grain[part.grain >= 0]] = 1
        until = np.concatenate([[0], np.cumsum(inside)])
        low = np.clip(order.start - costs.reach, 0, grains)
        high = np.clip(order.start + costs.problem.duration + costs.reach, 0, grains)
        near = (until[high] > until[low]) & (order.start >= 0)
        if costs.far:
            near |= order.start >= 0
        near[part.meetings] = False
        return np.flatnonzero(near).tolist()


def _framed(costs: Costs, runs: Sequence[Ints]) -> Ints:
    """Put the runs of grains side by side, apart enough that they do not touch each other."""
    pieces = [np.full(costs.left, -1)]
    for run in runs:
        pieces += [run, np.full(costs.reach + 1, -1)]
    return np.concatenate([*pieces, np.full(costs.left, -1)])
