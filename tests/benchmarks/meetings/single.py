"""One CP-SAT model of everything, to compare with: hard as constraints, then the other levels."""

from __future__ import annotations

import itertools
import math
import threading
import time
from typing import Any

from ortools.sat.python import cp_model

from tests.benchmarks.meetings.instance import Instance
from tests.benchmarks.meetings.scoring import score

WEIGHT = 3000  # of medium against soft, as in the walk


class Single:
    """The model; ``cost`` is WEIGHT x medium + soft."""

    def __init__(self, case: Instance) -> None:
        self.case, self.model = case, cp_model.CpModel()
        grains = len(case.day)
        self.start: list[Any] = []
        self.room: list[dict[int, Any]] = []
        self.spans: list[Any] = []
        self.cost: Any = 0
        for meeting in case.meetings:
            fits = [
                t
                for t in range(grains - meeting.duration + 1)
                if case.day[t] == case.day[t + meeting.duration - 1]
            ]
            start = self.model.new_int_var_from_domain(cp_model.Domain.from_values(fits), "")
            need = len(meeting.required) + len(meeting.preferred)
            rooms = {
                r: self.model.new_bool_var("") for r, c in enumerate(case.capacity) if c >= need
            }
            self.model.add_exactly_one(rooms.values())
            self.start.append(start)
            self.room.append(rooms)
            self.spans.append(self.model.new_fixed_size_interval_var(start, meeting.duration, ""))
            self.cost += start + meeting.duration - 1
            for r, var in rooms.items():
                own = case.capacity[r]
                self.cost += var * sum(c - own for c in case.capacity if c > own)
        self._apart()
        for i, j in itertools.combinations(range(len(case.meetings)), 2):
            self._pair(i, j)
        self.model.minimize(self.cost)

    def _apart(self) -> None:
        """One room, one meeting; nobody required in two at once."""
        case = self.case
        for r in range(len(case.capacity)):
            self.model.add_no_overlap(
                self.model.new_optional_fixed_size_interval_var(
                    self.start[i], meeting.duration, self.room[i][r], ""
                )
                for i, meeting in enumerate(case.meetings)
                if r in self.room[i]
            )
        self.model.add_cumulative(self.spans, [1] * len(self.spans), len(case.capacity))
        for person in range(case.people):
            self.model.add_no_overlap(
                span
                for span, meeting in zip(self.spans, case.meetings, strict=True)
                if person in meeting.required
            )

    def _pair(self, i: int, j: int) -> None:
        model, one, two = self.model, self.case.meetings[i], self.case.meetings[j]
        everybody = {*one.required, *one.preferred} & {*two.required, *two.preferred}
        both = set(one.required) & set(two.required)
        distance = self.start[j] - self.start[i]
        most = min(one.duration, two.duration)
        if not both:
            shared = model.new_int_var(0, most, "")
            order = [model.new_bool_var("") for _ in range(3)]  # before, after, at once
            model.add_exactly_one(order)
            model.add(distance >= one.duration).only_enforce_if(order[0])
            model.add(-distance >= two.duration).only_enforce_if(order[1])
            # at once: the least of four terms, one of which must then be said
            least = [model.new_bool_var("") for _ in range(3)]
            model.add_exactly_one([*least, ~order[2]])
            model.add(shared >= one.duration - distance).only_enforce_if(least[0])
            model.add(shared >= two.duration + distance).only_enforce_if(least[1])
            model.add(shared >= most).only_enforce_if(least[2])
            self.cost += (WEIGHT * len(everybody) + 10) * shared
        for gap, length in ((distance, one.duration), (-distance, two.duration)):
            self.cost += 100 * self._inside(gap, length, length)
        if everybody:
            same = model.new_bool_var("")
            for r in range(len(self.case.capacity)):
                ours, theirs = self.room[i].get(r), self.room[j].get(r)
                if ours is None or theirs is None:
                    for var in (ours, theirs):
                        if var is not None:
                            model.add_bool_or(~same, ~var)
                else:
                    model.add_bool_or(~same, ~ours, theirs)
                    model.add_bool_or(~same, ours, ~theirs)
            for gap, length in ((distance, one.duration), (-distance, two.duration)):
                moved = model.new_bool_var("")
                model.add_bool_or(moved, same, ~self._inside(gap, 1, length + 2))
                self.cost += len(everybody) * moved

    def _inside(self, gap: Any, low: int, high: int) -> Any:
        """A variable that is true if low <= gap <= high."""
        where = [self.model.new_bool_var("") for _ in range(3)]
        self.model.add_exactly_one(where)
        self.model.add(gap < low).only_enforce_if(where[0])
        self.model.add(gap > high).only_enforce_if(where[1])
        self.model.add_linear_constraint(gap, low, high).only_enforce_if(where[2])
        return where[2]


def measured(case: Instance, cpu: float) -> dict[str, Any]:
    """Return what the model reaches with two workers in so many CPU seconds of both.

    ``levels`` is empty if it finds no booking without hard penalties.
    """
    began = time.process_time()
    made = Single(case)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            if time.process_time() - began > cpu:
                solver.stop_search()

    threading.Thread(target=watch, daemon=True).start()
    status = solver.solve(made.model)
    done.set()
    spent = time.process_time() - began
    levels = list[int]()
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        start = [solver.value(var) for var in made.start]
        room = [next(r for r, v in rooms.items() if solver.value(v)) for rooms in made.room]
        levels = list(score(case, start, room))
        assert WEIGHT * levels[1] + levels[2] == round(solver.objective_value), levels
    bound = math.ceil(solver.best_objective_bound - 1e-6)
    return {"size": len(case.meetings), "levels": levels, "bound": bound, "cpu": round(spent, 1)}
