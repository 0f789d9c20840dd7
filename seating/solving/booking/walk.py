"""The search for big booking problems: a cooled population of bookings (群体退火).

Several bookings are kept at once.  Each is changed by the heat bath (``walk_steps``) while the
temperature falls, and after every round some are copied and others given up, so that their
numbers stay in the proportion that the new temperature asks for (population annealing).  Large
problems are walked in windows: each booking is cut into sets of days, drawn anew in every round,
that are changed side by side.

Nothing depends on the clock: the temperature follows the number of steps, and the number of
steps follows from ``work``.  A given problem, seed and amount of work lead to the same booking.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from seating.solving.booking.problem import Booking, BookingProblem, Ints
from seating.solving.booking.walk_cooling import Cooling
from seating.solving.booking.walk_crew import Crew, Order, Report
from seating.solving.booking.walk_mate import Mate
from seating.solving.booking.walk_price import price

LANES = 16  # of one crew; more do not make a step cheaper
DAYS = 4  # of a window
SWEEPS = 8  # of a round: steps for each meeting
LONG = 40  # the same where lanes are made anew in every round ...
SHORT, MANY = 12, 5  # ... and with many windows, or days would rarely meet


@dataclass(frozen=True, kw_only=True)
class Best:
    """The best booking so far.

    Attributes:
        booking: the booking.
        levels: what it costs, level by level.
        share: how much of the work is done.
    """

    booking: Booking
    levels: tuple[int, ...]
    share: float


@dataclass(slots=True)
class Hooks:
    """How others follow the walk, and end it.

    Attributes:
        report: called after every round.
        stop: asked after every round; the walk then ends with its best so far.
    """

    report: Callable[[Best], None] | None = None
    stop: Callable[[], bool] | None = None


def walk(
    problem: BookingProblem,
    start: Booking,
    cooling: Cooling,
    hooks: Hooks | None = None,
    processes: int = 2,
    lanes: int = LANES,
) -> Best:
    """Improve a booking.

    Args:
        problem: the problem.
        start: any booking that is allowed.
        cooling: how far and how long.
        hooks: progress and end.
        processes: 2 uses a second process if one can be had; the result is the same.
        lanes: bookings of each of two crews; fewer take more steps each.

    Ctrl-C ends the walk with the best so far.
    """
    team = _Team(problem, cooling, processes)
    try:
        return _Herd(problem, start, cooling, team, lanes).run(hooks or Hooks())
    finally:
        team.close()


class _Team:
    """Two crews."""

    def __init__(self, problem: BookingProblem, cooling: Cooling, processes: int) -> None:
        self._crew = Crew(problem, cooling.weights, 2 * cooling.seed)
        self.parts = self._crew.parts
        self._mate: Mate | None = None
        if processes > 1:
            with contextlib.suppress(OSError):
                self._mate = Mate(problem, cooling.weights, 2 * cooling.seed + 1)
        if self._mate is None:
            self._second = Crew(problem, cooling.weights, 2 * cooling.seed + 1)

    def run(self, orders: Sequence[Order], steps: int) -> list[Report]:
        """Halve the orders between the crews."""
        half = (len(orders) + 1) // 2
        if self._mate is None:
            return [
                *self._crew.run(orders[:half], steps),
                *self._second.run(orders[half:], steps),
            ]
        self._mate.order(orders[half:], steps)
        return [*self._crew.run(orders[:half], steps), *self._mate.reports()]

    def close(self) -> None:
        """End the second process."""
        if self._mate is not None:
            self._mate.close()


@dataclass(slots=True, eq=False)
class _One:
    """One booking of the herd."""

    room: Ints
    start: Ints
    energy: float

    def copy(self) -> _One:
        return _One(self.room.copy(), self.start.copy(), self.energy)


class _Herd:
    """The bookings."""

    def __init__(
        self,
        problem: BookingProblem,
        start: Booking,
        cooling: Cooling,
        team: _Team,
        lanes: int,
    ) -> None:
        self._problem, self._cooling, self._team = problem, cooling, team
        self._random = np.random.Generator(np.random.PCG64(cooling.seed))
        self._days = int(problem.day[-1]) + 1
        self._windows = max(1, self._days // DAYS) if team.parts else 1
        size = max(1, 2 * lanes // self._windows)
        levels = price(problem, start)
        self.best = Best(booking=start, levels=levels, share=0.0)
        self._least = float(np.dot(levels, cooling.weights))
        one = _One(np.array(start.room), np.array(start.start), self._least)
        self._ones = [one.copy() for _ in range(size)]

    def _rounds(self, steps: int) -> int:
        """How many rounds the work is good for, by what a step costs where it was measured."""
        problem = self._problem
        lanes = max(1.0, len(self._ones) * self._windows / 2)
        columns = problem.grains / self._windows + 2 * int(problem.duration.max())
        each = problem.meetings / self._windows
        micro = 60 / lanes + 1.3 + 0.1 * each + 0.003 * problem.rooms * columns
        if self._windows > 1:
            micro *= 1.25 if self._windows < MANY else 1.6  # making the lanes
        return max(1, round(self._cooling.work * 1e6 / (steps * lanes * micro)))

    def run(self, hooks: Hooks) -> Best:
        """Walk until the work is done."""
        each = self._problem.meetings // self._windows
        sweeps = SWEEPS if self._windows == 1 else LONG if self._windows < MANY else SHORT
        steps = max(1, sweeps * each)
        rounds = self._rounds(steps)
        heat = self._cooling.at(0)
        for done in range(rounds):
            share = done / rounds
            cooler = self._cooling.at(share)
            self._select(1 / cooler - 1 / heat)
            heat = cooler
            self.best = replace(self.best, share=share)
            try:
                self._round(heat, steps)
            except KeyboardInterrupt:
                break
            if hooks.report is not None:
                hooks.report(self.best)
            if hooks.stop is not None and hooks.stop():
                break
        return self.best

    def _select(self, colder: float) -> None:
        """Copy the better bookings over the worse, as the fall of temperature asks for."""
        energy = np.array([one.energy for one in self._ones])
        weight = np.exp(-colder * (energy - energy.min()))
        size = len(self._ones)
        points = (self._random.random() + np.arange(size)) / size * weight.sum()
        chosen = np.minimum(np.searchsorted(np.cumsum(weight), points), size - 1)
        count = np.bincount(chosen, minlength=size)
        twice = [i for i in range(size) for _ in range(count[i] - 1)]
        for given_up, copied in zip(np.flatnonzero(count == 0).tolist(), twice, strict=True):
            self._ones[given_up] = self._ones[copied].copy()

    def _round(self, heat: float, steps: int) -> None:
        orders, owners = [], []
        for one in self._ones:
            for days, idle in self._cut(one):
                orders.append(Order(one.room.copy(), one.start.copy(), days, idle, heat))
                owners.append(one)
        for one, report in zip(owners, self._team.run(orders, steps), strict=True):
            if self._windows == 1:
                best = one.energy + report.best
                if best < self._least:
                    self._least = best
                    self._consider(report.best_room, report.best_start)
                one.energy += report.change
            one.room[report.meetings], one.start[report.meetings] = report.room, report.start
        if self._windows > 1:
            for one in self._ones:
                levels = self._consider(one.room, one.start)
                one.energy = float(np.dot(levels, self._cooling.weights))

    def _cut(self, one: _One) -> list[tuple[tuple[int, ...] | None, tuple[int, ...]]]:
        """Return the windows of this round: days, and meetings left out that may enter."""
        if self._windows == 1:
            return [(None, ())]
        days = self._random.permutation(self._days)
        idle = self._random.permutation(np.flatnonzero(one.start < 0))
        return [
            (tuple(sorted(some.tolist())), tuple(out.tolist()))
            for some, out in zip(
                np.array_split(days, self._windows),
                np.array_split(idle, self._windows),
                strict=True,
            )
        ]

    def _consider(self, room: Ints, start: Ints) -> tuple[int, ...]:
        """Price a booking; keep it if it is the best so far."""
        booking = Booking(tuple(room.tolist()), tuple(start.tolist()))
        levels = price(self._problem, booking)
        if levels < self.best.levels:
            self.best = Best(booking=booking, levels=levels, share=self.best.share)
        return levels
