"""Rooms and starts as a CP-SAT model: start variables with intervals (会议室统筹模型).

A start is an integer with one Boolean for each value; a room is one Boolean for each part and
room.  Rooms and people who must attend are ``no_overlap`` constraints over (optional) intervals.
The alternative, a Boolean for each meeting, room *and* start, bounds a little better and is many
times larger: docs/explanation/booking.md has the figures.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

from ortools.sat.python import cp_model

from seating.facts.booking import Slot
from seating.facts.booking_rule import BookingScene, Slots
from seating.solving.ask import span
from seating.solving.booking import ask as terms
from seating.solving.booking.narrow import Choices

DAY = 24 * 60
FAR = 10**8
Literal = Any


class BookingModel:
    """Variables of some meetings, and the answers to terms.

    Args:
        scene: the booking.
        choices: starts and rooms of the meetings that are in the model; about all others every
            question is answered 0.
        optional: meetings that may be left out.
    """

    def __init__(self, scene: BookingScene, choices: Choices, optional: Iterable[str] = ()) -> None:
        self.scene, self.choices = scene, choices
        self.model = model = cp_model.CpModel()
        self.held: dict[str, cp_model.IntVar | None] = {}
        self.at: dict[str, dict[int, cp_model.IntVar]] = {}
        self.inside: dict[tuple[str, int], dict[str, cp_model.IntVar]] = {}
        self.start: dict[str, cp_model.IntVar] = {}
        may_drop = frozenset(optional)
        for meeting, starts in choices.starts.items():
            held = model.new_bool_var("") if meeting in may_drop else None
            self.held[meeting] = held
            self.at[meeting] = when = {s: model.new_bool_var("") for s in starts}
            known = cp_model.Domain.from_values(starts)
            self.start[meeting] = begin = model.new_int_var_from_domain(known, "")
            self._choose(when.values(), held)
            link = model.add(begin == sum(s * var for s, var in when.items()))
            if held is not None:
                link.only_enforce_if(held)
            for part, rooms in enumerate(choices.rooms[meeting]):
                self.inside[meeting, part] = {r: model.new_bool_var("") for r in rooms}
                self._choose(self.inside[meeting, part].values(), held)
        self._values: dict[int, Any] = {}
        self._kept: list[Any] = []
        self._made: dict[Any, Any] = {}
        self._apart: dict[tuple[str, str], None] = {}

    def _choose(self, variables: Iterable[cp_model.IntVar], held: cp_model.IntVar | None) -> None:
        if held is None:
            self.model.add_exactly_one(variables)
        else:
            self.model.add(sum(variables) == held)

    # Values -----------------------------------------------------------------------------------

    def value(self, term: Any) -> Any:
        """Return a term as an expression that is exact once it is pressed down."""
        if isinstance(term, int):
            return term
        if id(term) not in self._values:
            self._values[id(term)] = self._value(term)
            self._kept.append(term)  # an id is good only while its term lives
        return self._values[id(term)]

    def _value(self, term: Any) -> Any:
        if isinstance(term, terms.Sum):
            return term.constant + sum(n * self.value(one) for n, one in term.parts)
        if isinstance(term, terms.Time):
            return self._price(term.meeting, self.at.get(term.meeting, {}), term.price)
        if isinstance(term, terms.Place):
            where = self.inside.get((term.meeting, term.part), {})
            return self._price(term.meeting, where, term.price)
        if isinstance(term, terms.Cell):
            return self._cells(term)
        if isinstance(term, terms.Steps):
            return self._steps(term)
        if isinstance(term, terms.Overload):
            return self._overload(term)
        if isinstance(term, terms.Sharing):
            pairs = self._sharing_pairs(term.room)
            return sum(self.value(pair) for pair in pairs)
        known = self._known(term)
        if known is not None:
            return known
        flag = self.model.new_bool_var("")
        self.post(term, (), flag)
        return flag

    def _price(self, meeting: str, variables: Mapping[Any, Any], price: Mapping[Any, int]) -> Any:
        paid = {key: price[key] for key in variables if price.get(key)}
        if len(paid) == len(variables) and len(set(paid.values())) == 1:
            only, held = next(iter(paid.values())), self.held[meeting]
            return only if held is None else only * held
        return sum(amount * variables[key] for key, amount in paid.items())

    def _cells(self, term: terms.Cell) -> Any:
        where, when = self.inside.get((term.meeting, term.part), {}), self.at.get(term.meeting, {})
        found: list[Any] = []
        for room, price in term.price.items():
            if room not in where:
                continue
            for amount in sorted(set(price.values())):
                starts = [when[s] for s, p in price.items() if p == amount and s in when]
                if starts:
                    flag = self.model.new_bool_var("")
                    self.model.add(flag >= where[room] + sum(starts) - 1)
                    found.append(amount * flag)
        return sum(found)

    def _steps(self, term: terms.Steps) -> Any:
        inner = self.value(term.term)
        high = span(inner)[1]
        if high <= 0:
            return 0
        number = self.model.new_int_var(0, -(-high // term.size), "")
        self.model.add(term.size * number >= inner)
        return number

    def _known(self, term: Any) -> Any:
        """Return the value of a 0/1 term that the choices decide already; else ``None``."""
        if any(m not in self.at for m in term.meetings) and not isinstance(
            term, terms.Either | terms.Crowded
        ):
            return 0
        if isinstance(term, terms.Lag):
            return None if self._lag_possible(term) else 0
        if isinstance(term, terms.All):
            values = [self._known(t) for t in term.terms]
            return 0 if any(isinstance(v, int) and v == 0 for v in values) else None
        if isinstance(term, terms.RoomsMeet):
            here = self.inside[term.a, term.part]
            there = self.inside[term.b, term.other]
            met = any(r in here and not others.isdisjoint(there) for r, others in term.pairs)
            return None if met else 0
        if isinstance(term, terms.Either):
            return 0 if all(self._known(t) == 0 for t in term.terms) else None
        if isinstance(term, terms.Crowded):
            return 0 if any(not self._hits(term, one) for one in term.stretches) else None
        return None

    def _hits(self, term: terms.Crowded, stretch: tuple[int, int]) -> dict[str, list[Literal]]:
        """Return the starts of each meeting that would take some of a stretch."""
        begin, end = stretch
        found: dict[str, list[Literal]] = {}
        for meeting in sorted(term.meetings & self.at.keys()):
            length = self.scene.by_id[meeting].minutes
            hits = [v for s, v in self.at[meeting].items() if s < end and begin < s + length]
            if hits:
                found[meeting] = hits
        return found

    def _lag_possible(self, term: terms.Lag) -> bool:
        a, b = self.choices.starts[term.a], self.choices.starts[term.b]
        key = ("lag", id(a), id(b), term.low, term.high)
        if key not in self._made:
            self._made[key] = any(
                (i := bisect_left(b, s + term.low)) < len(b) and b[i] <= s + term.high for s in a
            )
        return bool(self._made[key])

    # Constraints ------------------------------------------------------------------------------

    def forbid(self, amount: Any) -> bool:
        """Demand that an amount be 0; False if it cannot be."""
        if isinstance(amount, int):
            return amount <= 0
        if isinstance(amount, terms.Sum | terms.Time | terms.Place | terms.Steps):
            inner = amount.term if isinstance(amount, terms.Steps) else amount
            value = self.value(inner)
            if isinstance(value, int):
                return value <= 0
            self.model.add(value <= 0)
        elif isinstance(amount, terms.Cell):
            self._no_cells(amount)
        elif isinstance(amount, terms.Sharing):
            users: dict[str, list[Literal]] = {}
            for meeting, part in self._users(amount.room):
                users.setdefault(meeting, []).append(self.inside[meeting, part][amount.room])
            self.model.add_no_overlap(self._taken(m, parts) for m, parts in users.items())
        elif isinstance(amount, terms.Overload):
            self._cumulative(amount, 0)
        else:
            self.post(amount, (), None)
        return True

    def post(self, term: Any, conditions: Sequence[Literal], escape: Literal | None) -> None:
        """Demand: where the conditions hold the 0/1 term is 0, or ``escape`` is 1."""
        if self._known(term) == 0:
            return
        if isinstance(term, terms.Either):
            for one in term.terms:
                self.post(one, conditions, escape)
        elif isinstance(term, terms.All):
            self._post_all(term, conditions, escape)
        elif isinstance(term, terms.Lag):
            self._post_lag(term, conditions, escape)
        elif isinstance(term, terms.RoomsMeet):
            self._post_meet(term, conditions, escape)
        elif isinstance(term, terms.SameDay):
            days = sorted({s // DAY for m in (term.a, term.b) for s in self.at[m]})
            for day in days:
                both = [self._on_day(term.a, day), self._on_day(term.b, day)]
                if all(one is not None for one in both):
                    self._clause([*both, *conditions], escape)
        elif isinstance(term, terms.Crowded):
            free = [f for one in term.stretches if (f := self._free(term, one)) is not None]
            self._clause_of([*free, *(~c for c in conditions)], escape)
        else:  # a sum that is 0 or 1
            total = self.value(term) + sum(conditions) - len(conditions)
            self.model.add(total <= (0 if escape is None else escape))

    def _clause(self, conditions: Sequence[Literal], escape: Literal | None) -> None:
        """Demand that not all conditions hold, or that ``escape`` does."""
        self._clause_of([~c for c in conditions], escape)

    def _clause_of(self, literals: Sequence[Literal], escape: Literal | None) -> None:
        self.model.add_bool_or([*literals, *([] if escape is None else [escape])])

    def _post_all(
        self, term: terms.All, conditions: Sequence[Literal], escape: Literal | None
    ) -> None:
        carrier = next((t for t in term.terms if isinstance(t, terms.Lag)), term.terms[0])
        others = [t for t in term.terms if t is not carrier]
        flags = [self.value(t) for t in others if isinstance(t, _FLAGS)]
        sums = [t for t in others if not isinstance(t, _FLAGS)]
        for one in sums:
            flag = self.model.new_bool_var("")
            self.model.add(flag >= self.value(one))
            flags.append(flag)
        self.post(carrier, [*conditions, *flags], escape)

    def _post_lag(
        self, term: terms.Lag, conditions: Sequence[Literal], escape: Literal | None
    ) -> None:
        a, b = self.scene.by_id[term.a], self.scene.by_id[term.b]
        overlap = term.low <= 1 - b.minutes and term.high >= a.minutes - 1
        if escape is None and not conditions and overlap:
            self._apart[term.a, term.b] = None
            if term.low == 1 - b.minutes and term.high == a.minutes - 1:
                return
        enforce = [*conditions, *self._present(term.a, term.b)]
        if escape is not None:
            enforce.append(~escape)
        gap = self.start[term.b] - self.start[term.a]
        first, second = self.choices.starts[term.a], self.choices.starts[term.b]
        if term.low <= second[0] - first[-1]:
            found = self.model.add(gap >= term.high + 1)
        elif term.high >= second[-1] - first[0]:
            found = self.model.add(gap <= term.low - 1)
        else:
            outside = [[-FAR, term.low - 1], [term.high + 1, FAR]]
            domain = cp_model.Domain.from_intervals(outside)
            found = self.model.add_linear_expression_in_domain(gap, domain)
        if enforce:
            found.only_enforce_if(enforce)

    def _post_meet(
        self, term: terms.RoomsMeet, conditions: Sequence[Literal], escape: Literal | None
    ) -> None:
        here, there = self.inside[term.a, term.part], self.inside[term.b, term.other]
        groups: dict[frozenset[str], list[str]] = {}
        for room, others in term.pairs:
            met = others.intersection(there)
            if room in here and met:
                groups.setdefault(met, []).append(room)
        for met, rooms in groups.items():
            ours = self._in_one_of(term.a, term.part, frozenset(rooms))
            theirs = self._in_one_of(term.b, term.other, met)
            self._clause([*ours, *theirs, *conditions], escape)

    def _in_one_of(self, meeting: str, part: int, rooms: frozenset[str]) -> list[Literal]:
        """Return one literal for a part being in one of the rooms; none if it always is."""
        where = self.inside[meeting, part]
        if rooms >= where.keys():
            held = self.held[meeting]
            return [] if held is None else [held]
        found = [where[r] for r in where if r in rooms]
        if len(found) == 1:
            return found
        key = ("in", meeting, part, rooms)
        if key not in self._made:
            self._made[key] = self._union(found)
        return [self._made[key]]

    def _on_day(self, meeting: str, day: int) -> Literal | None:
        key = ("day", meeting, day)
        if key not in self._made:
            found = [var for s, var in self.at[meeting].items() if s // DAY == day]
            self._made[key] = self._union(found) if len(found) > 1 else next(iter(found), None)
        return self._made[key]

    def _union(self, variables: Sequence[Literal]) -> Literal:
        flag = self.model.new_bool_var("")
        self.model.add(sum(variables) == flag)
        return flag

    def _present(self, *meetings: str) -> list[Literal]:
        return [held for m in meetings if (held := self.held[m]) is not None]

    def _free(self, term: terms.Crowded, stretch: tuple[int, int]) -> Literal | None:
        """Return a literal that can be 1 only if the stretch is free; ``None`` if it never is."""
        hits = self._hits(term, stretch)
        if any(len(v) == len(self.at[m]) and self.held[m] is None for m, v in hits.items()):
            return None
        free = self.model.new_bool_var("")
        for found in hits.values():
            self.model.add_at_most_one([free, *found])
        return free

    # Rooms and things ---------------------------------------------------------------------------

    def _no_cells(self, term: terms.Cell) -> None:
        where, when = self.inside.get((term.meeting, term.part), {}), self.at.get(term.meeting, {})
        for room, price in term.price.items():
            starts = [when[s] for s in price if s in when]
            if room in where and starts:
                self.model.add_at_most_one([where[room], *starts])

    def _users(self, room: str) -> list[tuple[str, int]]:
        return [key for key, where in self.inside.items() if room in where]

    def _taken(self, meeting: str, parts: Sequence[Literal]) -> cp_model.IntervalVar:
        """The time that a meeting takes a room if one of its parts is there."""
        found = self.scene.by_id[meeting]
        there = parts[0]
        if len(parts) > 1:
            there = self.model.new_bool_var("")
            self.model.add_max_equality(there, parts)
        begin = self.start[meeting] - found.setup
        length = found.setup + found.minutes + found.clear
        return self.model.new_optional_fixed_size_interval_var(begin, length, there, "")

    def _sharing_pairs(self, room: str) -> list[Any]:
        """Return a term for every two parts of different meetings that might share a room."""
        found: list[Any] = []
        ask = self._made.setdefault("ask", terms.TermAsk(self.scene))
        for (a, here), (b, there) in combinations(self._users(room), 2):
            one, two = self.scene.by_id[a], self.scene.by_id[b]
            if a == b:
                continue
            low = 1 - (two.minutes + two.clear + one.setup)
            high = one.minutes + one.clear + two.setup - 1
            meet = ask.rooms_meet(a, here, b, there, {room: (room,)})
            found.append(ask.all_of((ask.lag(a, b, low, high), meet)))
        return found

    def _overload(self, term: terms.Overload) -> Any:
        most = sum(n for m, n in term.loads.items() if m in self.at) - term.most
        if most <= 0:
            return 0
        excess = self.model.new_int_var(0, most, "")
        self._cumulative(term, excess)
        return excess

    def _cumulative(self, term: terms.Overload, excess: Any) -> None:
        intervals, demands = [], []
        for meeting, load in term.loads.items():
            if meeting not in self.at:
                continue
            found = self.scene.by_id[meeting]
            before, after = (found.setup, found.clear) if term.margins else (0, 0)
            begin, length = self.start[meeting] - before, before + found.minutes + after
            intervals.append(self._span(meeting, begin, length))
            demands.append(load)
        if sum(demands) > term.most:
            self.model.add_cumulative(intervals, demands, term.most + excess)

    def _span(self, meeting: str, begin: Any, length: int) -> cp_model.IntervalVar:
        held = self.held[meeting]
        if held is None:
            return self.model.new_fixed_size_interval_var(begin, length, "")
        return self.model.new_optional_fixed_size_interval_var(begin, length, held, "")

    def finish(self) -> None:
        """Post the pairs of meetings that must not overlap, gathered into cliques."""
        near: dict[str, dict[str, None]] = {}
        for a, b in self._apart:
            near.setdefault(a, {})[b] = None
            near.setdefault(b, {})[a] = None
        covered: set[tuple[str, str]] = set()
        for a, b in self._apart:
            if (a, b) in covered:
                continue
            clique = [a, b]
            for other in near[a]:
                if other not in clique and all(other in near[m] for m in clique):
                    clique.append(other)
            covered.update((m, n) for m in clique for n in clique)
            self.model.add_no_overlap(
                self._span(m, self.start[m], self.scene.by_id[m].minutes) for m in clique
            )

    # Solutions ----------------------------------------------------------------------------------

    def hint(self, slots: Slots) -> None:
        """Suggest a booking; meetings in another model's choices are passed over."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        stored = self.model.proto.solution_hint
        for meeting, when in self.at.items():
            slot = slots.get(meeting)
            begin = None if slot is None else self.scene.minute(slot.start)
            held = self.held[meeting]
            if held is not None:
                _add(stored, held, slot is not None)
            elif slot is None:
                continue  # "nowhere" would only mislead the search
            for start, var in when.items():
                _add(stored, var, start == begin)
            for part in range(len(self.choices.rooms[meeting])):
                for room, var in self.inside[meeting, part].items():
                    _add(stored, var, slot is not None and slot.rooms[part] == room)
            if begin in when:
                stored.vars.append(self.start[meeting].index)
                stored.values.append(begin)

    def read(self, solver: cp_model.CpSolver) -> dict[str, Slot]:
        """Return the booking that the solver found."""
        return self.slots(solver.boolean_value)

    def slots(self, chosen: Callable[[cp_model.IntVar], bool]) -> dict[str, Slot]:
        """Return the booking in which the chosen variables are 1."""
        found: dict[str, Slot] = {}
        for meeting, when in self.at.items():
            start = next((s for s, var in when.items() if chosen(var)), None)
            if start is None:
                continue
            rooms = tuple(
                next(r for r, var in self.inside[meeting, part].items() if chosen(var))
                for part in range(len(self.choices.rooms[meeting]))
            )
            end = self.scene.moment(start + self.scene.by_id[meeting].minutes)
            begin = self.scene.moment(start)
            found[meeting] = Slot(meeting=meeting, start=begin, end=end, rooms=rooms)
        return found


_FLAGS = (terms.Lag, terms.SameDay, terms.RoomsMeet, terms.All, terms.Either, terms.Crowded)


def _add(stored: Any, var: cp_model.IntVar, value: bool) -> None:
    stored.vars.append(var.index)
    stored.values.append(int(value))
