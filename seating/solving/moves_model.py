"""Parties as intervals of a line, people singled out place by place (成片区间模型)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ortools.sat.python import cp_model

from seating.facts.rule import Scene
from seating.solving.ask import ModelAsk
from seating.solving.levels import lower_bound
from seating.solving.moves_reading import SINGLED, Demands, Runs
from seating.solving.run import Limits, Watch, run

_NEW = 6  # newcomers whose places are looked at one by one
_LOOSE = 40  # so many people of no party get intervals that may lie anywhere


class RunModel:
    """Stays, runs and the places of the people singled out.

    Attributes:
        allowed: what level should may cost.
        possible: whether the model contradicts itself plainly.
    """

    def __init__(self, scene: Scene, known: Demands, allowed: int) -> None:
        self.scene, self.known, self.allowed = scene, known, allowed
        self.model = cp_model.CpModel()
        self.domain = {
            p: tuple(k for k in places if known.price.get(p, {}).get(k, 0) <= allowed)
            for p, places in known.domain.items()
        }
        self.possible = all(self.domain.values())
        self.singled = _singled(known, self.domain)
        self.ask = ModelAsk(self.model, {p: self.domain[p] for p in self.singled})
        self.stay: dict[str, Any] = {}
        self.hulls: dict[frozenset[str], tuple[Any, Any, Runs]] = {}
        self.solver: cp_model.CpSolver | None = None
        self.moves: Any = 0
        self.should: Any = known.constant
        if self.possible:
            self._stays()
            self._rules()
            self._places()
            self._room()
            for runs in known.runs:
                self._runs(runs)
            self.model.add(self.should <= allowed)

    def _stays(self) -> None:
        for person, (place, weight) in self.known.kept.items():
            if place not in self.domain[person]:
                self.moves += weight
                continue
            if person in self.singled:
                stay = self.ask.x[person, place]
            else:
                stay = self.model.new_bool_var(f"stay[{person}]")
                self.should += self.known.price.get(person, {}).get(place, 0) * stay
            self.stay[person] = stay
            self.moves += weight * (1 - stay)
        for person in self.singled:
            price = self.known.price.get(person, {})
            self.should += self.ask.cost(person, {p: price[p] for p in price})

    def _rules(self) -> None:
        for rule, _ in self.known.few:
            for _, amount in rule.kind.compile(self.scene, self.ask):
                if rule.level == "should":
                    self.should += rule.weight * amount
                elif not isinstance(amount, int):
                    self.model.add(amount == 0)
                elif amount:
                    self.possible = False

    def _places(self) -> None:
        """No place holds more of those whose places are known than it has room for."""
        here: dict[str, list[Any]] = {}
        for (_, place), var in self.ask.x.items():
            here.setdefault(place, []).append(var)
        for person, stay in self.stay.items():
            if person not in self.singled:
                here.setdefault(self.known.kept[person][0], []).append(stay)
        for place, found in sorted(here.items()):
            self.model.add(sum(found) <= self.scene.layout.by_id[place].capacity)

    def _room(self) -> None:
        """Those who can go nowhere else leave room for only so many others."""
        others = [p for p in self.domain if p not in self.singled]
        for places, _ in Counter(self.domain[p] for p in others).most_common(SINGLED):
            area = set(places)
            bound = sum(area.issuperset(self.domain[p]) for p in others)
            guests = [
                self.stay[p]
                for p in others
                if p in self.stay
                and self.known.kept[p][0] in area
                and not area.issuperset(self.domain[p])
            ]
            guests += [var for (_, place), var in self.ask.x.items() if place in area]
            room = sum(self.scene.layout.by_id[p].capacity for p in area)
            self.model.add(sum(guests) + bound <= room)

    def _runs(self, runs: Runs) -> None:
        """Lay the runs of one rule along the line without overlap."""
        spot = {place: at for at, place in enumerate(runs.line)}
        intervals: list[Any] = []
        members: set[str] = set()
        for party in runs.parties:
            members |= party
            spots = [spot[k] for p in party for k in self.domain[p]]
            low, high = min(spots), max(spots)
            if high - low + 1 < len(party):
                self.possible = False
                return
            begin = self.model.new_int_var(low, high, "")
            size = self.model.new_int_var(len(party), high - low + 1, "")
            stop = self.model.new_int_var(low + 1, high + 1, "")
            whole = None
            if 0 < runs.price <= self.allowed:
                whole = self.model.new_bool_var("")
                self.should += runs.price * (1 - whole)
                intervals.append(self.model.new_optional_interval_var(begin, size, stop, whole, ""))
            else:
                intervals.append(self.model.new_interval_var(begin, size, stop, ""))
                self.hulls[party] = (begin, stop, runs)
            for person in sorted(party):
                intervals += self._member(person, spot, begin, stop, whole)
        loose = sorted(self.domain.keys() - members)
        for person in loose:
            if len(loose) <= _LOOSE and person not in self.singled:
                intervals += self._anywhere(person, spot)
            else:
                intervals += self._single(person, spot, None)
        self.model.add_no_overlap(intervals)

    def _member(
        self, person: str, spot: Mapping[str, int], begin: Any, stop: Any, whole: Any
    ) -> list[Any]:
        """Put a member inside his party's run; if the run may be broken, also by himself."""
        if person in self.singled:
            at: Any = sum(spot[k] * self.ask.x[person, k] for k in self.domain[person])
            terms = [] if whole is None else [whole]
        elif person in self.stay:
            at = spot[self.known.kept[person][0]]
            terms = [self.stay[person]] if whole is None else [self.stay[person], whole]
        else:
            return []
        for inside in (self.model.add(begin <= at), self.model.add(at <= stop - 1)):
            if terms:
                inside.only_enforce_if(*terms)
        return [] if whole is None else self._single(person, spot, whole)

    def _anywhere(self, person: str, spot: Mapping[str, int]) -> list[Any]:
        """The place of somebody by himself, be it the earlier one or another."""
        spots = [spot[k] for k in self.domain[person] if k in spot]
        if len(spots) < len(self.domain[person]):
            return self._single(person, spot, None)
        at = self.model.new_int_var(min(spots), max(spots), "")
        if person in self.stay:
            here = spot[self.known.kept[person][0]]
            self.model.add(at == here).only_enforce_if(self.stay[person])
        return [self.model.new_fixed_size_interval_var(at, 1, "")]

    def _single(self, person: str, spot: Mapping[str, int], unless: Any) -> list[Any]:
        """The place of somebody by himself, as an interval that no run may cover."""
        model = self.model
        if person in self.singled:
            on = [k for k in self.domain[person] if k in spot]
            if not on:
                return []
            at: Any = model.new_int_var(0, len(spot) - 1, "")
            present = model.new_bool_var("")
            where = sum(spot[k] * self.ask.x[person, k] for k in on)
            model.add(where == at).only_enforce_if(present)
            number = sum(self.ask.x[person, k] for k in on)
            model.add(number == 1).only_enforce_if(present)
            absent = [present.negated()] + ([] if unless is None else [unless.negated()])
            model.add(number == 0).only_enforce_if(*absent)
        elif person in self.stay and self.known.kept[person][0] in spot:
            at = spot[self.known.kept[person][0]]
            present = self.stay[person]
            if unless is not None:
                present = model.new_bool_var("")
                model.add_implication(present, self.stay[person])
                model.add_bool_or(present, unless, self.stay[person].negated())
        else:
            return []
        return [model.new_optional_fixed_size_interval_var(at, 1, present, "")]

    def least(self, total: Any, limits: Limits, watch: Watch) -> int:
        """Return a lower bound of a total; 0 if nothing can be said."""
        if isinstance(total, int):
            return total
        if not self.possible or watch.stopped:
            return 0
        self.model.minimize(total)
        solver, status = run(self.model, limits, watch, self.scene.sitting, "moves")
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self.solver = solver
        elif status != cp_model.UNKNOWN:
            return 0
        return lower_bound(solver)


def _singled(known: Demands, domain: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """People of rules about a few, newcomers, and those who may not sit with their party."""
    found = {p for _, people in known.few for p in people}
    new = domain.keys() - known.kept.keys()
    if len(new) <= _NEW:
        found |= new
    for runs in known.runs:
        for party in runs.parties:
            usual, _ = Counter(domain[p] for p in sorted(party)).most_common(1)[0]
            odd = {p for p in party if domain[p] != usual or known.price.get(p)}
            if len(found | odd) <= SINGLED:
                found |= odd
    return frozenset(found)
