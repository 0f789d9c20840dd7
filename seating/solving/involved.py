"""Which people a rule really speaks of, found by listening to its questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from seating.facts.rule import Rule, Scene

FEW = 12


class _Listening:
    """Answers 0 to everything and remembers who was asked about.

    ``company`` singles out one person among many others: those count as asked about, but not
    as named.
    """

    def __init__(self) -> None:
        self.people: set[str] = set()
        self.everybody = False
        self.others: set[str] = set()

    def at(self, person: str, places: Iterable[str]) -> Any:
        self.people.add(person)
        return 0

    def both(self, a: str, b: str, pairs: Mapping[str, Sequence[str]]) -> Any:
        self.people |= {a, b}
        return 0

    def cost(self, person: str, price: Mapping[str, int]) -> Any:
        self.people.add(person)
        return 0

    def used(self, persons: Sequence[str], places: Iterable[str]) -> Any:
        self.people |= set(persons)
        return 0

    def count(self, persons: Sequence[str], places: Iterable[str]) -> Any:
        self.people |= set(persons)
        return 0

    def company(
        self,
        person: str,
        others: Iterable[str],
        areas: Iterable[tuple[Sequence[str], Sequence[str]]],
    ) -> Any:
        self.people.add(person)
        self.others |= set(others)
        return 0

    def strangers(self, persons: Sequence[str], line: Sequence[str]) -> Any:
        self.people |= set(persons)
        self.everybody = True
        return 0

    def largest(self, exprs: Sequence[Any]) -> Any:
        return 0

    def smallest(self, exprs: Sequence[Any]) -> Any:
        return 0

    def positive(self, expr: Any) -> Any:
        return 0

    def all_of(self, exprs: Sequence[Any]) -> Any:
        return 0


def _listen(scene: Scene, rule: Rule) -> _Listening:
    ear = _Listening()
    for _ in rule.kind.compile(scene, ear):
        pass
    return ear


def people_of(scene: Scene, rule: Rule) -> frozenset[str]:
    """Return everybody about whom the rule asks."""
    ear = _listen(scene, rule)
    return frozenset(ear.people | ear.others)


def concerns_strangers(scene: Scene, rule: Rule) -> bool:
    """Whether it matters to the rule where people sit about whom it does not ask."""
    return _listen(scene, rule).everybody


def named_people(scene: Scene, rule: Rule) -> frozenset[str]:
    """Return the people of a rule that singles out a few; empty for rules about everybody."""
    people = _listen(scene, rule).people
    return frozenset(people) if len(people) <= FEW else frozenset()
