"""Terms of a compiled booking as numbers for the walk (条款换算为数值问题).

Only meetings that have a slot take part.  The walk gives each meeting one room, so a meeting of
several rooms is several there, which have to begin together.  What cannot be said in numbers is
left out, and some of what can is said roughly (hours begun and the busiest moment by the grain,
breaks rounded up to grains), so a result means nothing until it has been priced by the terms
themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from seating.facts.booking import Slot
from seating.facts.booking_rule import BookingScene, Slots
from seating.facts.rule import LEVELS
from seating.solving.booking import ask as terms
from seating.solving.booking.ask import Clause, Compiled
from seating.solving.booking.grains import DAY, ENDLESS, Calendar, simple
from seating.solving.booking.narrow import Choices, narrow
from seating.solving.booking.problem import ANY, DIFFERENT, FAR, Booking, BookingProblem, Ints
from seating.solving.booking.problem_draft import Draft


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """A booking problem, and what its numbers stand for.

    Attributes:
        entries: (meeting, part) of each meeting of the problem.
        rooms: ids.
    """

    scene: BookingScene
    calendar: Calendar
    problem: BookingProblem
    entries: tuple[tuple[str, int], ...]
    rooms: tuple[str, ...]

    def booking(self, slots: Slots) -> Booking:
        """Return slots as numbers."""
        at = {room: number for number, room in enumerate(self.rooms)}
        start = [self.calendar.grain(self.scene.minute(slots[m].start)) for m, _ in self.entries]
        room = [at[slots[m].rooms[part]] for m, part in self.entries]
        return Booking(tuple(room), tuple(start))

    def slots(self, booking: Booking) -> dict[str, Slot]:
        """Return numbers as slots; all rooms of a meeting are taken to begin as its first."""
        rooms: dict[str, list[str]] = {}
        starts: dict[str, int] = {}
        for (meeting, _), room, start in zip(
            self.entries, booking.room, booking.start, strict=True
        ):
            rooms.setdefault(meeting, []).append(self.rooms[room])
            starts.setdefault(meeting, self.calendar.minute(start))
        scene = self.scene
        return {
            m: Slot(
                meeting=m,
                start=scene.moment(begin),
                end=scene.moment(begin + scene.by_id[m].minutes),
                rooms=tuple(rooms[m]),
            )
            for m, begin in starts.items()
        }


def numbers(compiled: Compiled, slots: Slots) -> Numbers | None:
    """Say as much of a booking in numbers as can be said; ``None`` if that is of no use."""
    scene = compiled.scene
    choices = narrow(scene, sorted(slots), compiled.musts)
    calendar = Calendar(scene, choices, compiled.clauses)
    if calendar.fine:
        return None
    maker = _Maker(compiled, choices, calendar, slots)
    return Numbers(
        scene=scene,
        calendar=calendar,
        problem=maker.problem(),
        entries=tuple(maker.entries),
        rooms=tuple(maker.rooms),
    )


class _Maker:
    """Writes clauses down in a draft."""

    def __init__(
        self, compiled: Compiled, choices: Choices, calendar: Calendar, slots: Slots
    ) -> None:
        scene = compiled.scene
        self.compiled, self.calendar, self.choices = compiled, calendar, choices
        self.by_id = scene.by_id
        parts = {m: len(slots[m].rooms) for m in sorted(slots)}
        self.entries = {(m, part): 0 for m, n in parts.items() for part in range(n)}
        self.entries = {entry: number for number, entry in enumerate(self.entries)}
        self.rooms = {r.id: number for number, r in enumerate(scene.rooms)}
        unit, days = calendar.unit, len(calendar.days)
        every = [scene.by_id[m] for m, _ in self.entries]
        self.draft = draft = Draft(
            len(LEVELS),
            np.repeat(np.arange(days), calendar.width).tolist(),
            len(self.rooms),
            [m.minutes // unit for m in every],
        )
        draft.before[:] = [m.setup // unit for m in every]
        draft.after[:] = [m.clear // unit for m in every]
        draft.allowed[:] = False
        for (m, part), number in self.entries.items():
            starts = [calendar.grain(s) for s in choices.starts[m]]
            rooms = [self.rooms[r] for r in choices.rooms[m][part]]
            draft.allowed[number][np.ix_(rooms, starts)] = True
            if part:
                length = int(draft.duration[number])
                draft.gap(self.entries[m, 0], number, 0, 1, -FAR, -length - 1)
                draft.gap(self.entries[m, 0], number, 0, 1, -length + 1, FAR)
        self._relations: dict[int, int] = {}
        self._breaks: dict[tuple[str, str], tuple[set[int], set[tuple[int, int]], int]] = {}
        self._quotas: dict[tuple[str, str], tuple[set[int], int]] = {}

    def problem(self) -> BookingProblem:
        """Return the problem."""
        level = {name: number for number, name in enumerate(LEVELS)}
        for clause in self.compiled.clauses:
            at = level[clause.rule.level]
            if clause.rule.level == "must":
                self._must(clause)
            self._add(clause, at, clause.rule.weight if at else 1, clause.amount)
        for rule in self.compiled.clauses:
            key = (rule.rule.id, rule.subjects[0] if rule.subjects else "")
            at, weight = level[rule.rule.level], rule.rule.weight
            if key in self._breaks:
                some, windows, length = self._breaks.pop(key)
                self.draft.leave(sorted(some), sorted(windows), length, at, weight)
            if key in self._quotas:
                some, most = self._quotas.pop(key)
                self.draft.quota(sorted(some), most, at, weight)
        lowest = self.draft.by_start.min(axis=2, keepdims=True)
        self.draft.by_start -= np.minimum(lowest, 0)
        lowest = self.draft.by_room.min(axis=2, keepdims=True)
        self.draft.by_room -= np.minimum(lowest, 0)
        return self.draft.problem()

    def _must(self, clause: Clause) -> None:
        """Bar what room and start of one meeting together forbid."""
        for term in simple(clause.amount):
            if isinstance(term, terms.Cell) and (term.meeting, term.part) in self.entries:
                mine = self.draft.allowed[self.entries[term.meeting, term.part]]
                for room, starts in term.price.items():
                    mine[self.rooms[room], self._grains(starts)] = False

    def _grains(self, starts: Mapping[int, int] | Sequence[int]) -> Ints:
        known = [s for s in starts if s // DAY in self.calendar.days]
        inside = [self.calendar.grain(s) for s in known if self._on_grid(s)]
        return np.asarray(inside, np.int64)

    def _on_grid(self, start: int) -> bool:
        offset = start % DAY - self.calendar.low
        return 0 <= offset < self.calendar.width * self.calendar.unit

    def _add(self, clause: Clause, level: int, weight: int, term: object) -> None:
        """Say one term; its meetings must all take part, except in sums and groups."""
        draft = self.draft
        if isinstance(term, terms.Sum):
            for factor, one in term.parts:
                self._add(clause, level, weight * factor, one)
        elif isinstance(term, terms.Crowded):
            self._break(clause, term)
        elif isinstance(term, terms.Steps):
            self._quota(clause, term)
        elif isinstance(term, terms.Sharing):
            draft.clash = (level, weight)
        elif isinstance(term, terms.Overload):
            some = [
                (self.entries[m, 0], n) for m, n in term.loads.items() if (m, 0) in self.entries
            ]
            if some:
                members, demand = zip(*some, strict=True)
                draft.kit(members, demand, term.most, level, weight, margins=term.margins)
        elif not isinstance(term, terms.Term) or any(
            (m, 0) not in self.entries for m in term.meetings
        ):
            return
        elif isinstance(term, terms.Time | terms.Place | terms.Cell):
            if level:
                self._alone(level, weight, term)
        elif weight < 0:
            return
        elif isinstance(term, terms.SameDay):
            both = self.entries[term.a, 0], self.entries[term.b, 0]
            draft.on_days(*both, level, weight, same=True)
        elif isinstance(term, terms.Either):
            first = next((t for t in term.terms if isinstance(t, terms.Lag)), None)
            for one in term.terms:
                self._pair(level, weight, one, None if one is first else first)
        else:
            self._pair(level, weight, term, None)

    def _alone(self, level: int, weight: int, term: terms.Time | terms.Place | terms.Cell) -> None:
        draft = self.draft
        if isinstance(term, terms.Time):
            number = self.entries[term.meeting, 0]
            for start, amount in term.price.items():
                for grain in self._grains([start]):
                    draft.by_start[number, level, grain] += weight * amount
            return
        number = self.entries[term.meeting, term.part]
        if isinstance(term, terms.Place):
            for room, amount in term.price.items():
                draft.by_room[number, level, self.rooms[room]] += weight * amount
            return
        for room, starts in term.price.items():
            for start, amount in starts.items():
                for grain in self._grains([start]):
                    if draft.allowed[number, self.rooms[room], grain]:
                        draft.at_place(number, level, self.rooms[room], int(grain), weight * amount)

    def _pair(self, level: int, weight: int, term: object, besides: terms.Lag | None) -> None:
        """Say a lag, a pair of rooms, or both; not where the lag ``besides`` holds already."""
        both = term.terms if isinstance(term, terms.All) else (term,)
        lags = [t for t in both if isinstance(t, terms.Lag)]
        meets = [t for t in both if isinstance(t, terms.RoomsMeet)]
        if len(lags) + len(meets) < len(both) or len(lags) > 1 or len(meets) > 1:
            return
        part = {}
        relation = ANY
        if meets:
            (meet,) = meets
            relation = self._relation(meet)
            if meet.a == meet.b:
                one, two = self.entries[meet.a, meet.part], self.entries[meet.a, meet.other]
                length = int(self.draft.duration[one])
                self.draft.gap(one, two, level, weight, -length, -length, relation)
                return
            part = {meet.a: meet.part, meet.b: meet.other}
        a, b = (lags[0].a, lags[0].b) if lags else (meets[0].a, meets[0].b)
        one, two = self.entries[a, part.get(a, 0)], self.entries[b, part.get(b, 0)]
        ranges = [self._range(lags[0])] if lags else [(-FAR, FAR)]
        if lags and besides is not None and (besides.a, besides.b) == (a, b):
            low, high = self._range(besides)
            (begin, end) = ranges[0]
            ranges = [(begin, min(end, low - 1)), (max(begin, high + 1), end)]
        length = int(self.draft.duration[one])
        for low, high in ranges:
            if low <= high:
                low, high = max(low - length, -FAR), min(high - length, FAR)
                self.draft.gap(one, two, level, weight, low, high, relation)

    def _range(self, lag: terms.Lag) -> tuple[int, int]:
        """Return from which to which number of grains a lag holds."""
        unit = self.calendar.unit
        low = -FAR if lag.low < -ENDLESS else -(-lag.low // unit)
        high = FAR if lag.high > ENDLESS else lag.high // unit
        return low, high

    def _relation(self, meet: terms.RoomsMeet) -> int:
        if id(meet.pairs) not in self._relations:
            matrix = np.zeros((len(self.rooms), len(self.rooms)), np.bool_)
            for room, others in meet.pairs:
                for other in others:
                    matrix[self.rooms[room], self.rooms[other]] = True
            matrix |= matrix.T
            apart = (matrix == ~np.eye(len(matrix), dtype=np.bool_)).all()
            known = DIFFERENT if apart else self.draft.relation(matrix)
            self._relations[id(meet.pairs)] = known
        return self._relations[id(meet.pairs)]

    def _break(self, clause: Clause, term: terms.Crowded) -> None:
        """Note a window of a person; all windows of one person are one break."""
        unit = self.calendar.unit
        low = min(begin for begin, _ in term.stretches)
        high = max(end for _, end in term.stretches)
        length = max(-(-(end - begin) // unit) for begin, end in term.stretches)
        chosen = [m for m in sorted(term.meetings) if (m, 0) in self.entries]
        some = {self.entries[m, 0] for m in chosen}
        if all(self._hit(chosen, *stretch) for stretch in term.stretches):
            first = self.calendar.grain(low)
            window = (first, first + (high - low) // unit)
            key = (clause.rule.id, clause.subjects[0])
            known = self._breaks.setdefault(key, (set(), set(), length))
            known[0].update(some)
            known[1].add(window)

    def _hit(self, meetings: Sequence[str], begin: int, end: int) -> bool:
        """Whether one of the meetings can take some of a stretch."""
        lengths = [(self.choices.starts[m], self.by_id[m].minutes) for m in meetings]
        return any(s < end and begin < s + n for starts, n in lengths for s in starts)

    def _quota(self, clause: Clause, term: terms.Steps) -> None:
        """Note the limit of a person's hours; it is the same every day."""
        found = [t for _, t in term.term.parts]
        times = [t for t in found if isinstance(t, terms.Time)]
        if len(times) == len(found) and term.term.constant < 0:
            key = (clause.rule.id, clause.subjects[0])
            most = -term.term.constant // self.calendar.unit
            some = {self.entries[t.meeting, 0] for t in times if (t.meeting, 0) in self.entries}
            if some:
                self._quotas.setdefault(key, (set(), most))[0].update(some)
