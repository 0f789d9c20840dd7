"""What the rules demand of single people and of parties, read off their questions (规则归纳).

The bound of :mod:`seating.solving.moves` needs to know more of a rule than the solver does:
whether its amount is a sum of prices of single people's places, or the number of strangers
inside a party's run.  An :class:`~seating.facts.rule.Ask` that remembers finds that out, for
any kind of rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from seating.facts.rule import Level, Rule, Scene

FEW = 12  # people of a rule that is posted person by person
SINGLED = 48  # people singled out altogether


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """One question asked: a price of places, the strangers in a run, or anything else."""

    people: frozenset[str]
    price: Mapping[str, int] | None = None
    line: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """A weighted sum of answers and a number."""

    terms: tuple[tuple[int, Atom], ...]
    constant: int = 0

    def __add__(self, other: Any) -> Sum:
        if isinstance(other, Sum):
            return Sum((*self.terms, *other.terms), self.constant + other.constant)
        return Sum(self.terms, self.constant + int(other))

    __radd__ = __add__

    def __mul__(self, by: int) -> Sum:
        return Sum(tuple((by * c, atom) for c, atom in self.terms), by * self.constant)

    __rmul__ = __mul__

    def __neg__(self) -> Sum:
        return self * -1

    def __sub__(self, other: Any) -> Sum:
        return self.__add__(-1 * other)

    def __rsub__(self, other: Any) -> Sum:
        return self.__neg__().__add__(other)


class _Remembering:
    """Answers every question with the question itself."""

    def __init__(self) -> None:
        self.people: set[str] = set()
        self.runs = False

    def _one(self, people: Iterable[str], price: Mapping[str, int] | None = None) -> Sum:
        atom = Atom(frozenset(people), price)
        self.people |= atom.people
        return Sum(((1, atom),))

    def _any_of(self, exprs: Iterable[Any]) -> Sum:
        terms = [t for e in exprs if isinstance(e, Sum) for t in e.terms]
        return self._one(p for _, atom in terms for p in atom.people)

    def at(self, person: str, places: Iterable[str]) -> Any:
        return self._one((person,), dict.fromkeys(places, 1))

    def cost(self, person: str, price: Mapping[str, int]) -> Any:
        return self._one((person,), price)

    def count(self, persons: Sequence[str], places: Iterable[str]) -> Any:
        spots = dict.fromkeys(places, 1)
        return sum((self._one((p,), spots) for p in persons), Sum(()))

    def both(self, a: str, b: str, pairs: Mapping[str, Sequence[str]]) -> Any:
        return self._one((a, b))

    def used(self, persons: Sequence[str], places: Iterable[str]) -> Any:
        return self._one(persons)

    def company(
        self,
        person: str,
        others: Iterable[str],
        areas: Iterable[tuple[Sequence[str], Sequence[str]]],
    ) -> Any:
        return self._one((person, *others))

    def strangers(self, persons: Sequence[str], line: Sequence[str]) -> Any:
        self.runs = True
        self.people |= set(persons)
        return Sum(((1, Atom(frozenset(persons), None, tuple(line))),))

    def largest(self, exprs: Sequence[Any]) -> Any:
        return self._any_of(exprs)

    def smallest(self, exprs: Sequence[Any]) -> Any:
        return self._any_of(exprs)

    def positive(self, expr: Any) -> Any:
        return self._any_of((expr,))

    def all_of(self, exprs: Sequence[Any]) -> Any:
        return self._any_of(exprs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Disjoint parties of one rule, each to sit in one run of the line."""

    parties: tuple[frozenset[str], ...]
    line: tuple[str, ...]
    price: int


@dataclass(kw_only=True)
class Demands:
    """What was understood of the must and should rules, and whom the keep rules hold.

    Leaving a rule out only lowers the bound, so what was not understood is left out.

    Attributes:
        domain: the places at which a person breaks no must rule of his own.
        price: what should rules charge a person for a place.
        constant: what should rules charge in any case.
        runs: rules about runs; ``price`` 0 = must.
        few: rules about a few people (and those people), to be posted as they are.
        kept: earlier place and weight of each person whose move counts.
    """

    domain: dict[str, tuple[str, ...]]
    price: dict[str, dict[str, int]] = field(default_factory=dict)
    constant: int = 0
    runs: list[Runs] = field(default_factory=list)
    few: list[tuple[Rule, frozenset[str]]] = field(default_factory=list)
    kept: dict[str, tuple[str, int]] = field(default_factory=dict)


def demands(scene: Scene, rules: Sequence[Rule]) -> Demands:
    """Read all rules of the levels must, should and keep."""
    found = Demands(domain=dict(scene.eligible))
    singled: set[str] = set()
    for rule in rules:
        if rule.level == "prefer":
            continue
        ask = _Remembering()
        sums = [
            amount if isinstance(amount, Sum) else Sum((), amount)
            for _, amount in rule.kind.compile(scene, ask)
        ]
        if rule.level == "keep":
            _keep(found, sums, rule.weight)
        elif all(atom.price is not None for s in sums for _, atom in s.terms):
            for one in sums:
                _separable(found, one, rule.level, rule.weight)
        elif ask.runs:
            _runs(scene, found, rule, sums)
        elif len(ask.people) <= FEW and len(singled | ask.people) <= SINGLED:
            singled |= ask.people
            found.few.append((rule, frozenset(ask.people)))
    return found


def _prices(one: Sum) -> dict[str, dict[str, int]]:
    """What each person adds to a sum, by place."""
    found: dict[str, dict[str, int]] = {}
    for factor, atom in one.terms:
        (person,) = atom.people
        mine = found.setdefault(person, {})
        for place, price in (atom.price or {}).items():
            mine[place] = mine.get(place, 0) + factor * price
    return found


def _keep(found: Demands, sums: Sequence[Sum], weight: int) -> None:
    """Note amounts of the form: 1 unless the person has that place."""
    for one in sums:
        prices = _prices(one) if all(a.price is not None for _, a in one.terms) else {}
        if one.constant != 1 or len(prices) != 1:
            continue
        ((person, price),) = prices.items()
        if list(price.values()) == [-1] and person not in found.kept:
            (place,) = price
            found.kept[person] = (place, weight)


def _separable(found: Demands, one: Sum, level: Level, weight: int) -> None:
    """Split a sum into what each person pays above his cheapest place."""
    least, mine = one.constant, {}
    for person, price in _prices(one).items():
        here = {place: price.get(place, 0) for place in found.domain[person]}
        if not here:
            return
        low = min(here.values())
        least += low
        mine[person] = {place: cost - low for place, cost in here.items() if cost > low}
    if least < 0:  # the rule sets people off against one another: not understood
        return
    if level == "should":
        found.constant += weight * least
        for person, above in mine.items():
            total = found.price.setdefault(person, {})
            for place, cost in above.items():
                total[place] = total.get(place, 0) + weight * cost
        return
    if least == 0:
        for person, above in mine.items():
            found.domain[person] = tuple(p for p in found.domain[person] if p not in above)


def _runs(scene: Scene, found: Demands, rule: Rule, sums: Sequence[Sum]) -> None:
    """Note the parties of a rule about runs, if they are disjoint and on one line."""
    parties: list[frozenset[str]] = []
    lines: set[tuple[str, ...]] = set()
    for one in sums:
        if len(one.terms) != 1 or one.constant != 0:
            return
        factor, atom = one.terms[0]
        if factor < 1 or not atom.line:
            return
        parties.append(atom.people)
        lines.add(atom.line)
    if len(lines) != 1 or sum(map(len, parties)) != len(frozenset().union(*parties)):
        return
    (line,) = lines
    spots = set(line)
    if any(scene.layout.by_id[p].capacity != 1 for p in line):
        return
    if any(not spots.issuperset(scene.eligible[p]) for party in parties for p in party):
        return
    price = 0 if rule.level == "must" else rule.weight
    found.runs.append(Runs(parties=tuple(parties), line=line, price=price))
