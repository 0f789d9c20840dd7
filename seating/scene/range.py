"""Answers a rule's questions with the least and the most they could come to (取值范围)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from seating.facts.rule import Scene


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from ``low`` to ``high``; not all of them need be possible."""

    low: int
    high: int

    def __add__(self, other: Any) -> Range:
        one = other if isinstance(other, Range) else Range(int(other), int(other))
        return Range(self.low + one.low, self.high + one.high)

    __radd__ = __add__

    def __neg__(self) -> Range:
        return Range(-self.high, -self.low)

    def __sub__(self, other: Any) -> Range:
        return self.__add__(-1 * other)

    def __rsub__(self, other: Any) -> Range:
        return self.__neg__().__add__(other)

    def __mul__(self, by: int) -> Range:
        ends = (self.low * by, self.high * by)
        return Range(min(ends), max(ends))

    __rmul__ = __mul__


def lowest(amount: Any) -> int:
    """Return the least that an amount can come to."""
    return amount.low if isinstance(amount, Range) else int(amount)


def _highest(amount: Any) -> int:
    return amount.high if isinstance(amount, Range) else int(amount)


class RangeAsk:
    """Looks only at which places each person may have, never at who else wants them."""

    def __init__(self, scene: Scene) -> None:
        sets: dict[int, frozenset[str]] = {}  # people of a class share one tuple of places
        for spots in scene.eligible.values():
            if id(spots) not in sets:
                sets[id(spots)] = frozenset(spots)
        self.may = {p: sets[id(spots)] for p, spots in scene.eligible.items()}

    def at(self, person: str, places: Iterable[str]) -> Any:
        """0 or 1, or surely one of them."""
        wanted, mine = frozenset(places), self.may[person]
        return Range(int(mine <= wanted), int(not mine.isdisjoint(wanted)))

    def both(self, a: str, b: str, pairs: Mapping[str, Sequence[str]]) -> Any:
        """1 is possible if some pair of places is open to both."""
        theirs = self.may[b]
        return Range(
            0,
            int(any(p in pairs and not theirs.isdisjoint(pairs[p]) for p in self.may[a])),
        )

    def cost(self, person: str, price: Mapping[str, int]) -> Any:
        """From the cheapest place to the dearest."""
        prices = [price.get(p, 0) for p in self.may[person]] or [0]
        return Range(min(prices), max(prices))

    def used(self, persons: Sequence[str], places: Iterable[str]) -> Any:
        """1 if anybody may, surely 1 if somebody must."""
        spots = frozenset(places)
        found = [self.at(p, spots) for p in persons]
        return Range(
            max((f.low for f in found), default=0), max((f.high for f in found), default=0)
        )

    def count(self, persons: Sequence[str], places: Iterable[str]) -> Any:
        """From those who must to those who may."""
        spots = frozenset(places)
        return sum((self.at(p, spots) for p in persons), Range(0, 0))

    def company(
        self,
        person: str,
        others: Iterable[str],
        areas: Iterable[tuple[Sequence[str], Sequence[str]]],
    ) -> Any:
        """Anything from nobody to everybody."""
        there = any(not self.may[person].isdisjoint(here) for here, _ in areas)
        return Range(0, len(set(others) - {person}) if there else 0)

    def strangers(self, persons: Sequence[str], line: Sequence[str]) -> Any:
        """Anything from nobody to the rest of the line."""
        return Range(0, max(0, len(line) - len(persons)))

    def largest(self, exprs: Sequence[Any]) -> Any:
        """The largest of each end."""
        return Range(max(map(lowest, exprs)), max(map(_highest, exprs)))

    def smallest(self, exprs: Sequence[Any]) -> Any:
        """The smallest of each end."""
        return Range(min(map(lowest, exprs)), min(map(_highest, exprs)))

    def positive(self, expr: Any) -> Any:
        """Both ends, but never below 0."""
        return Range(max(0, lowest(expr)), max(0, _highest(expr)))

    def all_of(self, exprs: Sequence[Any]) -> Any:
        """1 only if every one is."""
        return self.smallest(exprs) if exprs else 1
