"""Answers to the questions of :class:`seating.facts.rule.Ask`, over a CP-SAT model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ortools.sat.python import cp_model


class ModelAsk:
    """Variables x[person, place] with exact auxiliary variables made on demand.

    ``candidates`` lists the places that each person may have in this model; a place that is
    not a candidate simply contributes 0.  ``room`` says how many people each place holds.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        candidates: Mapping[str, Sequence[str]],
        room: Mapping[str, int] | None = None,
    ) -> None:
        self.model = model
        self.room = room or {}
        self.x: dict[tuple[str, str], cp_model.IntVar] = {}
        self.places: dict[str, tuple[str, ...]] = {}
        self._at_place: dict[str, list[cp_model.IntVar]] = {}
        self._occupied: dict[str, cp_model.IntVar] = {}
        for person, places in candidates.items():
            self.places[person] = tuple(places)
            for place in places:
                self.x[person, place] = model.new_bool_var(f"x[{person},{place}]")
                self._at_place.setdefault(place, []).append(self.x[person, place])
            model.add_exactly_one(self.x[person, place] for place in places)
        self._pairs: dict[tuple[Any, ...], Any] = {}
        self._made: dict[tuple[Any, ...], Any] = {}

    def _at(self, person: str, places: Iterable[str]) -> list[cp_model.IntVar]:
        wanted = set(places)
        return [self.x[person, p] for p in self.places[person] if p in wanted]

    def at(self, person: str, places: Iterable[str]) -> Any:
        """1 if the person has one of the places."""
        return sum(self._at(person, places))

    def count(self, persons: Sequence[str], places: Iterable[str]) -> Any:
        """How many of the persons have one of the places."""
        return sum(self._here(frozenset(persons), place) for place in dict.fromkeys(places))

    def _here(self, persons: frozenset[str], place: str) -> Any:
        """How many of the persons have one place, as one variable where they are many."""
        found = [self.x[p, place] for p in sorted(persons) if (p, place) in self.x]
        if len(found) < 4:
            return sum(found)
        key = ("here", persons, place)
        if key not in self._made:
            here = self.model.new_int_var(0, min(len(found), self.room.get(place, len(found))), "")
            self.model.add(sum(found) == here)
            self._made[key] = here
        return self._made[key]

    def cost(self, person: str, price: Mapping[str, int]) -> Any:
        """The price of the person's place."""
        return sum(
            price[p] * self.x[person, p] for p in self.places[person] if price.get(p, 0) != 0
        )

    def both(self, a: str, b: str, pairs: Mapping[str, Sequence[str]]) -> Any:
        """1 if *a* sits on a key of ``pairs`` and *b* on one of its values; exact."""
        key = (a, b, tuple((k, tuple(pairs[k])) for k in self.places[a] if k in pairs))
        if key in self._pairs:
            return self._pairs[key]
        hits = []
        for place in self.places[a]:
            theirs = self._at(b, pairs.get(place, ()))
            if not theirs:
                continue
            mine = self.x[a, place]
            hit = self.model.new_bool_var("")
            self.model.add_implication(hit, mine)
            self.model.add(sum(theirs) >= 1).only_enforce_if(hit)
            self.model.add(hit >= mine + sum(theirs) - 1)
            hits.append(hit)
        self._pairs[key] = sum(hits)
        return self._pairs[key]

    def _inside(self, person: str, places: Iterable[str]) -> cp_model.IntVar | None:
        """One literal for the person having one of the places; ``None`` if he cannot."""
        found = self._at(person, places)
        if len(found) < 2:
            return found[0] if found else None
        key = ("inside", person, *(var.index for var in found))
        if key not in self._made:
            literal = self.model.new_bool_var("")
            self.model.add(sum(found) == literal)
            self._made[key] = literal
        inside: cp_model.IntVar = self._made[key]
        return inside

    def _crowd(self, persons: frozenset[str], places: tuple[str, ...]) -> Any:
        """How many of the persons have one of the places, as one variable."""
        key = ("crowd", persons, places)
        if key not in self._made:
            found = [self._inside(person, places) for person in sorted(persons)]
            members = [literal for literal in found if literal is not None]
            crowd: Any = sum(members)
            if len(members) > 2:
                crowd = self.model.new_int_var(0, len(members), "")
                self.model.add(crowd == sum(members))
            self._made[key] = crowd
        return self._made[key]

    def company(
        self,
        person: str,
        others: Iterable[str],
        areas: Iterable[tuple[Sequence[str], Sequence[str]]],
    ) -> Any:
        """How many of the others sit *there* while the person sits *here*; exact."""
        group = frozenset(others) | {person}
        number = self.model.new_int_var(0, len(group) - 1, "")
        heres: list[Any] = []
        for here, there in areas:
            inside = self._inside(person, here)
            if inside is None:
                continue
            heres.append(inside)
            if set(here) <= set(there):
                crowd = self._crowd(group, tuple(there)) - 1
            elif set(here).isdisjoint(there):
                crowd = self._crowd(group, tuple(there))
            else:
                crowd = self._crowd(group - {person}, tuple(there))
            self.model.add(number == crowd).only_enforce_if(inside)
        self.model.add(number <= (len(group) - 1) * sum(heres))
        return number

    def used(self, persons: Sequence[str], places: Iterable[str]) -> Any:
        """1 if at least one of the persons has one of the places."""
        spots = tuple(places)
        found = [self._inside(person, spots) for person in persons]
        literals = [literal for literal in found if literal is not None]
        if not literals:
            return 0
        key = ("used", *sorted(literal.index for literal in literals))
        if key not in self._made:
            flag = self.model.new_bool_var("")
            for literal in literals:
                self.model.add_implication(literal, flag)
            self.model.add_bool_or([*literals, ~flag])
            self._made[key] = flag
        return self._made[key]

    def strangers(self, persons: Sequence[str], line: Sequence[str]) -> Any:
        """How many others sit within the shortest run of the line that holds the persons.

        One 0/1 variable per place says whether the run covers it; a run has one beginning.
        (Far stronger for the solver than the difference of a maximum and a minimum.)
        """
        number = {place: at for at, place in enumerate(line)}
        members: dict[int, list[cp_model.IntVar]] = {}
        for person in persons:
            for place in self.places[person]:
                if place in number:
                    members.setdefault(number[place], []).append(self.x[person, place])
        if not members:
            return 0
        covers, starts, others = [], [], []
        previous: Any = 0
        for at in range(min(members), max(members) + 1):
            cover, start = self.model.new_bool_var(""), self.model.new_bool_var("")
            inside = sum(members.get(at, ()))
            if at in members:
                self.model.add(cover >= inside)
            self.model.add(start >= cover - previous)
            taken = self._taken(line[at])
            if taken is not None and len(self._at_place[line[at]]) > len(members.get(at, ())):
                other = self.model.new_bool_var("")
                self.model.add(other >= cover + taken - inside - 1)
                others.append(other)
            covers.append(cover)
            starts.append(start)
            previous = cover
        self.model.add_at_most_one(starts)
        self.model.add(sum(covers) >= len(persons))
        return sum(others)

    def _taken(self, place: str) -> cp_model.IntVar | None:
        """1 if anybody has the place (of capacity 1); ``None`` if nobody can."""
        if place not in self._at_place:
            return None
        if place not in self._occupied:
            taken = self.model.new_bool_var("")
            self.model.add(sum(self._at_place[place]) == taken)
            self._occupied[place] = taken
        return self._occupied[place]

    def _bounds(self, exprs: Sequence[Any]) -> tuple[int, int]:
        low, high = 0, 0
        for expr in exprs:
            lo, hi = span(expr)
            low, high = min(low, lo), max(high, hi)
        return low, high

    def largest(self, exprs: Sequence[Any]) -> Any:
        """The largest of the values."""
        top = self.model.new_int_var(*self._bounds(exprs), "")
        self.model.add_max_equality(top, list(exprs))
        return top

    def smallest(self, exprs: Sequence[Any]) -> Any:
        """The smallest of the values."""
        low = self.model.new_int_var(*self._bounds(exprs), "")
        self.model.add_min_equality(low, list(exprs))
        return low

    def positive(self, expr: Any) -> Any:
        """The value if above zero, else 0; only pressed from below, which is all it needs."""
        low, high = span(expr)
        if low >= 0 or high <= 0:
            return expr if low >= 0 else 0
        excess = self.model.new_int_var(0, high, "")
        self.model.add(excess >= expr)
        return excess

    def all_of(self, exprs: Sequence[Any]) -> Any:
        """1 if every one of the 0/1 values is 1."""
        return self.smallest(list(exprs)) if exprs else 1


def span(expr: Any) -> tuple[int, int]:
    """Return bounds (low, high) of a linear expression over Boolean and integer variables."""
    if isinstance(expr, int):
        return expr, expr
    flat = cp_model.FlatIntExpr(expr)
    low = high = int(flat.offset)
    for var, coeff in zip(flat.vars, flat.coeffs, strict=True):
        domain = list(var.proto.domain)
        ends = (coeff * domain[0], coeff * domain[-1])
        low, high = low + min(ends), high + max(ends)
    return int(low), int(high)
