"""What rules of booking ask, written down as terms before there is any model (提问的记录).

Rules compile once.  Their terms can then be put to a model of all meetings or of a few, with
all claims or with some of them, without asking the rules again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from seating.facts.booking_rule import BookingRule, BookingScene


class Term:
    """A value that depends on rooms and starts; arithmetic makes sums."""

    meetings: frozenset[str]

    def __add__(self, other: Any) -> Any:
        return Sum.of(self) + other

    __radd__ = __add__

    def __neg__(self) -> Any:
        return Sum.of(self) * -1

    def __sub__(self, other: Any) -> Any:
        return Sum.of(self) + (-other)

    def __rsub__(self, other: Any) -> Any:
        return Sum.of(self) * -1 + other

    def __mul__(self, factor: int) -> Any:
        return Sum.of(self) * factor

    __rmul__ = __mul__


@dataclass(frozen=True, eq=False)
class Sum(Term):
    """A constant and terms, each with a factor."""

    parts: tuple[tuple[int, Term], ...]
    constant: int = 0
    meetings: frozenset[str] = frozenset()

    @classmethod
    def of(cls, term: Any) -> Sum:
        """Return a term or a number as a sum."""
        if isinstance(term, Sum):
            return term
        if isinstance(term, int):
            return cls((), int(term))
        return cls(((1, term),), 0, term.meetings)

    def __add__(self, other: Any) -> Any:
        right = Sum.of(other)
        return Sum(
            self.parts + right.parts,
            self.constant + right.constant,
            self.meetings | right.meetings,
        )

    __radd__ = __add__

    def __mul__(self, factor: int) -> Any:
        parts = tuple((factor * n, term) for n, term in self.parts)
        return Sum(parts, factor * self.constant, self.meetings)

    __rmul__ = __mul__


@dataclass(frozen=True, eq=False)
class Time(Term):
    """Price of a start."""

    meeting: str
    price: Mapping[int, int]
    meetings: frozenset[str]


@dataclass(frozen=True, eq=False)
class Place(Term):
    """Price of the room of a part."""

    meeting: str
    part: int
    price: Mapping[str, int]
    meetings: frozenset[str]


@dataclass(frozen=True, eq=False)
class Cell(Term):
    """Price of a part's room and start together."""

    meeting: str
    part: int
    price: Mapping[str, Mapping[int, int]]
    meetings: frozenset[str]


@dataclass(frozen=True, eq=False)
class Lag(Term):
    """1 if *b* starts from ``low`` to ``high`` minutes after *a* does."""

    a: str
    b: str
    low: int
    high: int
    meetings: frozenset[str]


@dataclass(frozen=True, eq=False)
class SameDay(Term):
    """1 if both start on one day."""

    a: str
    b: str
    meetings: frozenset[str]


@dataclass(frozen=True, eq=False)
class RoomsMeet(Term):
    """1 if the rooms of two parts are a pair of those listed."""

    a: str
    part: int
    b: str
    other: int
    pairs: tuple[tuple[str, frozenset[str]], ...]
    meetings: frozenset[str]


@dataclass(frozen=True, eq=False)
class Sharing(Term):
    """Number of pairs of meetings that need one room at the same time."""

    room: str
    meetings: frozenset[str]


@dataclass(frozen=True, eq=False)
class Overload(Term):
    """How far the load exceeds ``most`` at the worst moment."""

    loads: Mapping[str, int]
    most: int
    margins: bool
    meetings: frozenset[str]


@dataclass(frozen=True, eq=False)
class Crowded(Term):
    """1 if no stretch is free of all the meetings."""

    stretches: tuple[tuple[int, int], ...]
    meetings: frozenset[str]


@dataclass(frozen=True, eq=False)
class All(Term):
    """1 if every one of the 0/1 values is 1."""

    terms: tuple[Term, ...]
    meetings: frozenset[str]


@dataclass(frozen=True, eq=False)
class Either(Term):
    """1 if one of the 0/1 values is 1."""

    terms: tuple[Term, ...]
    meetings: frozenset[str]


@dataclass(frozen=True, eq=False)
class Steps(Term):
    """How many times ``size`` fits, each begun one counts."""

    term: Sum
    size: int
    meetings: frozenset[str]


class TermAsk:
    """Writes questions down; equal questions are one term."""

    def __init__(self, scene: BookingScene) -> None:
        self._everybody = frozenset(m.id for m in scene.meetings)
        self._known: dict[Any, Any] = {}

    def time(self, meeting: str, price: Mapping[int, int]) -> Any:
        """The price of the meeting's start."""
        paid = {s: p for s, p in price.items() if p}
        return Time(meeting, paid, frozenset((meeting,))) if paid else 0

    def room(self, meeting: str, part: int, price: Mapping[str, int]) -> Any:
        """The price of the room of one part."""
        paid = {r: p for r, p in price.items() if p}
        return Place(meeting, part, paid, frozenset((meeting,))) if paid else 0

    def cell(self, meeting: str, part: int, price: Mapping[str, Mapping[int, int]]) -> Any:
        """The price of room and start together."""
        paid = {r: {s: p for s, p in starts.items() if p} for r, starts in price.items()}
        paid = {r: starts for r, starts in paid.items() if starts}
        return Cell(meeting, part, paid, frozenset((meeting,))) if paid else 0

    def lag(self, a: str, b: str, low: int, high: int) -> Any:
        """1 if *b* starts from ``low`` to ``high`` minutes after *a*."""
        if b < a:
            a, b, low, high = b, a, -high, -low
        key = ("lag", a, b, low, high)
        return self._once(key, lambda: Lag(a, b, low, high, frozenset((a, b))))

    def same_day(self, a: str, b: str) -> Any:
        """1 if both start on one day."""
        return self._once(("day", a, b), lambda: SameDay(a, b, frozenset((a, b))))

    def rooms_meet(
        self, a: str, part: int, b: str, other: int, pairs: Mapping[str, Collection[str]]
    ) -> Any:
        """1 if the rooms of two parts are such a pair."""
        fixed = tuple(sorted((room, frozenset(rooms)) for room, rooms in pairs.items()))
        shared = self._once(("pairs", fixed), lambda: fixed)
        key = ("meet", a, part, b, other, id(shared))
        return self._once(key, lambda: RoomsMeet(a, part, b, other, shared, frozenset((a, b))))

    def sharing(self, room: str) -> Any:
        """How many pairs of meetings need a room at the same time."""
        return self._once(("room", room), lambda: Sharing(room, self._everybody))

    def overload(self, loads: Mapping[str, int], most: int, *, margins: bool) -> Any:
        """How far the loads exceed ``most`` at the worst moment."""
        return Overload(dict(loads), most, margins, frozenset(loads))

    def crowded(self, meetings: Sequence[str], stretches: Sequence[tuple[int, int]]) -> Any:
        """1 if none of the stretches is free of all the meetings."""
        return Crowded(tuple(stretches), frozenset(meetings))

    def all_of(self, exprs: Sequence[Any]) -> Any:
        """1 if every one of the values is 1."""
        terms = [e for e in exprs if not (isinstance(e, int) and e)]
        if any(isinstance(e, int) for e in terms):
            return 0
        if len(terms) < 2:
            return terms[0] if terms else 1
        return self._group("all", All, terms)

    def any_of(self, exprs: Sequence[Any]) -> Any:
        """1 if one of the values is 1."""
        if any(isinstance(e, int) and e for e in exprs):
            return 1
        terms = [e for e in exprs if not isinstance(e, int)]
        if len(terms) < 2:
            return terms[0] if terms else 0
        return self._group("any", Either, terms)

    def steps(self, expr: Any, size: int) -> Any:
        """How many times ``size`` fits into the value."""
        if isinstance(expr, int):
            return max(0, -(-expr // size))
        whole = Sum.of(expr)
        return Steps(whole, size, whole.meetings)

    def _group(self, name: str, made: type[Any], terms: list[Any]) -> Any:
        meetings = frozenset().union(*(t.meetings for t in terms))
        key = (name, *(id(t) for t in terms))
        return self._once(key, lambda: made(tuple(terms), meetings))

    def _once(self, key: Any, make: Any) -> Any:
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]


@dataclass(frozen=True, eq=False)
class Clause:
    """What one rule asks about certain subjects.

    Attributes:
        amount: a term, or a number if it depends on nothing.
    """

    rule: BookingRule
    subjects: tuple[str, ...]
    amount: Any

    @property
    def meetings(self) -> frozenset[str]:
        """The meetings on which the amount depends."""
        return frozenset() if isinstance(self.amount, int) else self.amount.meetings


@dataclass(frozen=True)
class Compiled:
    """All rules of a booking as terms."""

    scene: BookingScene
    clauses: tuple[Clause, ...]
    musts: tuple[Clause, ...] = field(default=())


def compile_rules(scene: BookingScene, rules: Sequence[BookingRule]) -> Compiled:
    """Let every rule ask its questions once."""
    ask = TermAsk(scene)
    clauses = tuple(
        Clause(rule, tuple(subjects), amount)
        for rule in rules
        for subjects, amount in rule.kind.compile(scene, ask)
        if not (isinstance(amount, int) and amount == 0)
    )
    return Compiled(scene, clauses, tuple(c for c in clauses if c.rule.level == "must"))
