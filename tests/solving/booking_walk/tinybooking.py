"""Tiny booking problems out of a list of rules, and what a booking costs by them, naively."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from seating.solving.booking.problem import FAR, Booking, BookingProblem
from seating.solving.booking.problem_draft import Draft

LEVELS = 3


@dataclass
class Tiny:
    day: list[int]
    rooms: int
    duration: list[int]
    before: list[int]
    after: list[int]
    forbidden: set[tuple[int, int, int]] = field(default_factory=set)  # meeting, room, start
    omit: dict[int, tuple[int, ...]] = field(default_factory=dict)
    relations: list[Any] = field(default_factory=list)
    rules: list[tuple[Any, ...]] = field(default_factory=list)
    overlap_all: tuple[int, ...] = (0, 0, 0)
    follow_all: tuple[int, ...] = (0, 0, 0)

    def problem(self) -> BookingProblem:
        draft = Draft(LEVELS, self.day, self.rooms, self.duration)
        draft.before[:] = self.before
        draft.after[:] = self.after
        for meeting, room, start in self.forbidden:
            draft.allowed[meeting, room, start] = False
        for meeting, costs in self.omit.items():
            draft.omit[meeting] = costs
        numbers = [draft.relation(np.array(matrix)) for matrix in self.relations]
        assert numbers == [3 + i for i in range(len(numbers))]
        draft.overlap_all[:] = self.overlap_all
        draft.follow_all[:] = self.follow_all
        for name, *values in self.rules:
            if name == "late":
                meeting, level, start, cost = values
                draft.by_start[meeting, level, start] += cost
            elif name == "room":
                meeting, level, room, cost = values
                draft.by_room[meeting, level, room] += cost
            elif name == "place":
                draft.at_place(*values)
            elif name == "overlap":
                draft.overlap(*values)
            elif name == "gap":
                draft.gap(*values)
            elif name == "days":
                *rest, same = values
                draft.on_days(*rest, same=same)
            elif name == "kit":
                *rest, margins = values
                draft.kit(*rest, margins=margins)
            elif name == "quota":
                draft.quota(*values)
            else:
                draft.leave(*values)
        return draft.problem()

    def places(self, meeting: int) -> Iterator[tuple[int, int]]:
        for room in range(self.rooms):
            for start in range(len(self.day) - self.duration[meeting] + 1):
                if (meeting, room, start) not in self.forbidden:
                    yield room, start
        if meeting in self.omit:
            yield -1, -1

    def bookings(self) -> Iterator[Booking]:
        for places in itertools.product(*(self.places(m) for m in range(len(self.duration)))):
            yield Booking(tuple(r for r, _ in places), tuple(s for _, s in places))

    def grains(self, booking: Booking, meeting: int, margins: bool = False) -> set[int]:
        """Grains taken; with margins they may lie outside the calendar."""
        start = booking.start[meeting]
        if start < 0:
            return set()
        early, late = (self.before[meeting], self.after[meeting]) if margins else (0, 0)
        return set(range(start - early, start + self.duration[meeting] + late))

    def related(self, relation: int, one: int, other: int) -> bool:
        own = [True, one == other, one != other]
        return own[relation] if relation < 3 else bool(self.relations[relation - 3][one][other])

    def price(self, booking: Booking) -> tuple[int, ...]:
        total = [0] * LEVELS
        room, start = booking.room, booking.start
        here = [m for m in range(len(self.duration)) if room[m] >= 0]
        for meeting, costs in self.omit.items():
            if room[meeting] < 0:
                total = [a + b for a, b in zip(total, costs, strict=True)]
        for i, j in itertools.combinations(here, 2):
            shared = len(self.grains(booking, i) & self.grains(booking, j))
            follows = (start[j] == start[i] + self.duration[i]) + (
                start[i] == start[j] + self.duration[j]
            )
            for level in range(LEVELS):
                total[level] += self.overlap_all[level] * shared + self.follow_all[level] * follows
            if room[i] == room[j]:
                taken = self.grains(booking, i, True) & self.grains(booking, j, True)
                total[0] += len(taken)
        for name, *values in self.rules:
            level, cost = self._rule(name, values, booking, here)
            total[level] += cost
        return tuple(total)

    def _rule(
        self, name: str, values: list[Any], booking: Booking, here: list[int]
    ) -> tuple[int, int]:
        room, start = booking.room, booking.start
        if name == "late":
            meeting, level, at, cost = values
            return level, cost * (start[meeting] == at)
        if name == "room":
            meeting, level, at, cost = values
            return level, cost * (room[meeting] == at)
        if name == "place":
            meeting, level, where, at, cost = values
            return level, cost * ((room[meeting], start[meeting]) == (where, at))
        if name == "kit":
            members, demand, capacity, level, weight, margins = values
            lacking = 0
            for grain in range(len(self.day)):
                need = sum(
                    d
                    for m, d in zip(members, demand, strict=True)
                    if grain in self.grains(booking, m, margins)
                )
                lacking += max(0, need - capacity)
            return level, weight * lacking
        if name == "quota":
            members, capacity, level, weight = values
            over = 0
            for day in set(self.day):
                inside = [m for m in members if m in here and self.day[start[m]] == day]
                over += max(0, sum(self.duration[m] for m in inside) - capacity)
            return level, weight * over
        if name == "leave":
            members, windows, length, level, weight = values
            busy = set().union(*(self.grains(booking, m) for m in members))
            missed = 0
            for low, high in windows:
                starts = range(low, high - length + 1)
                missed += not any(busy.isdisjoint(range(s, s + length)) for s in starts)
            return level, weight * missed
        first, second, level, weight, *rest = values
        if first not in here or second not in here:
            return level, 0
        if name == "overlap":
            shared = len(self.grains(booking, first) & self.grains(booking, second))
            return level, weight * shared * self.related(rest[0], room[first], room[second])
        if name == "gap":
            low, high, relation = rest
            distance = start[second] - start[first] - self.duration[first]
            holds = low <= distance <= high
            return level, weight * (holds and self.related(relation, room[first], room[second]))
        same = self.day[start[first]] == self.day[start[second]]
        return level, weight * (same == rest[0])


def tiny(seed: int, *, meetings: int, far: bool = True, groups: bool = True) -> Tiny:
    """A random problem; nothing runs over the end of a day."""
    rnd = random.Random(seed)
    days = [rnd.randint(3, 5) for _ in range(rnd.randint(2, 3))]
    day = [d for d, length in enumerate(days) for _ in range(length)]
    rooms = rnd.randint(1, 3)
    every = range(meetings)
    made = Tiny(
        day=day,
        rooms=rooms,
        duration=[rnd.randint(1, 3) for _ in every],
        before=[rnd.choice((0, 0, 1)) for _ in every],
        after=[rnd.choice((0, 0, 1)) for _ in every],
        overlap_all=(0, 0, rnd.choice((0, 2))),
        follow_all=(0, 0, rnd.choice((0, 3))),
    )
    matrix = [[rnd.random() < 0.5 for _ in range(rooms)] for _ in range(rooms)]
    made.relations = [[[matrix[min(a, b)][max(a, b)] for b in range(rooms)] for a in range(rooms)]]
    for m in every:
        fits = []
        for start in range(len(day)):
            last = start + made.duration[m] - 1
            ends = last < len(day) and day[last] == day[start]
            for room in range(rooms):
                if not ends or rnd.random() < 0.1:
                    made.forbidden.add((m, room, start))
                else:
                    fits.append((room, start))
        if not fits or rnd.random() < 0.2:
            made.omit[m] = (0, rnd.randint(1, 9), rnd.randint(0, 9))
    kinds = ["late", "room", "place", "overlap", "overlap", "gap", "gap"]
    kinds += ["order", "days"] * far + ["kit", "quota", "leave"] * groups
    for _ in range(rnd.randint(3, 9)):
        made.rules.append(_rule(rnd, rnd.choice(kinds), made))
    return made


def _rule(rnd: random.Random, name: str, made: Tiny) -> tuple[Any, ...]:
    every, grains = range(len(made.duration)), len(made.day)
    level, weight = rnd.randrange(LEVELS), rnd.randint(1, 7)
    if name == "late":
        return name, rnd.choice(every), level, rnd.randrange(grains), weight
    if name == "room":
        return name, rnd.choice(every), level, rnd.randrange(made.rooms), weight
    if name == "place":
        where = rnd.randrange(made.rooms), rnd.randrange(grains)
        return name, rnd.choice(every), level, *where, weight
    members = sorted(rnd.sample(every, rnd.randint(2, len(every))))
    if name == "kit":
        demand = [rnd.randint(1, 2) for _ in members]
        return name, members, demand, rnd.randint(1, 2), level, weight, rnd.random() < 0.5
    if name == "quota":
        return name, members, rnd.randint(1, 4), level, weight
    if name == "leave":
        windows = []
        for day in sorted(set(made.day)):
            low = made.day.index(day) + rnd.randint(0, 1)
            windows.append((low, min(low + rnd.randint(2, 3), made.day.index(day) + 3)))
        return name, members, windows, rnd.randint(1, 2), level, weight
    first, second = rnd.sample(every, 2)
    relation = rnd.randrange(4)
    if name == "overlap":
        return name, first, second, level, weight, relation
    if name == "days":
        return name, first, second, level, weight, rnd.random() < 0.5
    if name == "order":
        return "gap", first, second, level, weight, -FAR, rnd.randint(-1, 3), relation
    low = rnd.randint(-3, 2)
    return name, first, second, level, weight, low, low + rnd.randint(0, 3), relation
