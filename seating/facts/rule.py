"""Rules as the user writes them, and what a kind of rule must be able to do (规则)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

from seating.facts.fault import Where
from seating.facts.text import Text

if TYPE_CHECKING:
    from seating.facts.people import Person
    from seating.facts.plan import Placing
    from seating.facts.venue import Layout, Relation

Level = Literal["must", "should", "keep", "prefer"]
LEVELS: tuple[Level, ...] = ("must", "should", "keep", "prefer")
LEVEL_TITLES: dict[Level, Text] = {
    "must": Text("必须", "must"),
    "should": Text("应当", "should"),
    "keep": Text("少动", "keep"),
    "prefer": Text("尽量", "prefer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSpec:
    """A rule as written in an event or a pack, before names are resolved.

    Attributes:
        id: unique in the event; an event's rule replaces a pack's rule of the same id.
        kind: name of the kind of rule (a file in ``seating/kinds``).
        level: ``must`` / ``should`` / ``keep`` / ``prefer``, or ``off``.
        weight: multiplies the rule's amount inside its level; ignored for ``must``.
        sitting: id of the sitting it applies to, ``""`` = every sitting.
        forms: seating forms it applies to, empty = every form.
        when: options of the convention with the choices under which it applies.
        parameters: the kind's own parameters, still as written.
        text: the user's own wording, printed when the rule is named.
        columns: headings by key, for a rule from a sheet: its parameters are still text.
    """

    id: str
    kind: str
    level: Level | Literal["off"] = "must"
    weight: int = 1
    sitting: str = ""
    forms: tuple[str, ...] = ()
    when: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    source: str = ""
    where: Where | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bite:
    """One place where a rule is broken, as the checker reads it off a finished plan."""

    subjects: tuple[str, ...]
    amount: int
    sentence: Text


class Expr(Protocol):
    """A linear expression over the solver's variables, or a plain number."""

    def __add__(self, other: Any) -> Any: ...
    def __radd__(self, other: Any) -> Any: ...
    def __sub__(self, other: Any) -> Any: ...
    def __rsub__(self, other: Any) -> Any: ...
    def __mul__(self, other: Any) -> Any: ...


class Ask(Protocol):
    """The few questions that a rule may ask of the solver's model.

    Every answer is an integer expression that is *exact* once it is pressed down: with all
    placements fixed, its least value is the true one.  Persons and places are ids.
    """

    def at(self, person: str, places: Iterable[str]) -> Any:
        """1 if the person has one of the places, else 0."""

    def both(self, a: str, b: str, pairs: Mapping[str, Sequence[str]]) -> Any:
        """1 if *a* sits on some key and *b* on one of that key's values, else 0."""

    def cost(self, person: str, price: Mapping[str, int]) -> Any:
        """The price of the place that the person has (0 where none is listed)."""

    def used(self, persons: Sequence[str], places: Iterable[str]) -> Any:
        """1 if at least one of the persons has one of the places, else 0."""

    def count(self, persons: Sequence[str], places: Iterable[str]) -> Any:
        """How many of the persons have one of the places."""

    def company(
        self,
        person: str,
        others: Iterable[str],
        areas: Iterable[tuple[Sequence[str], Sequence[str]]],
    ) -> Any:
        """How many of the others sit *there* while the person sits *here*, for areas (here,
        there) of places; no place is *here* twice.  0 if the person is in no area.
        """

    def strangers(self, persons: Sequence[str], line: Sequence[str]) -> Any:
        """How many places of the line from the first to the last of the persons are taken by
        somebody else.  All the persons must sit on the line.
        """

    def largest(self, exprs: Sequence[Any]) -> Any:
        """The largest of the values."""

    def smallest(self, exprs: Sequence[Any]) -> Any:
        """The smallest of the values."""

    def positive(self, expr: Any) -> Any:
        """The value if it is above zero, else 0.  Add it, never subtract it."""

    def all_of(self, exprs: Sequence[Any]) -> Any:
        """1 if every one of the 0/1 values is 1, else 0."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One sitting made ready for rules: who, where, in which order (排座场景).

    Attributes:
        people: the persons to be seated, in order of precedence.
        due: the due place of each person (应坐位置); every person has one.
        eligible: the places that each person may have at all (his side, his role's places).
        before: the places of an earlier plan, for ``keep`` rules (原座位).
        before_rows: the people of each earlier row from the drawing's left to its right.
        elsewhere: placements of the event's other sittings already planned, by sitting id.
        layouts: the layouts of those sittings.
        units, units_en: short and English unit names by full name, for sentences.
    """

    sitting: str
    title: Text
    people: tuple[Person, ...]
    layout: Layout
    due: Mapping[str, str]
    eligible: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    before_rows: tuple[tuple[str, ...], ...] = ()
    elsewhere: Mapping[str, Placing] = field(default_factory=dict)
    layouts: Mapping[str, Layout] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    units_en: Mapping[str, str] = field(default_factory=dict)

    def person(self, person_id: str) -> Person:
        """Return a person of this sitting by id."""
        return self._by_id[person_id]

    def unit(self, name: str) -> Text:
        """Return what a unit is called in sentences."""
        short = self.units.get(name, name)
        return Text(short, self.units_en.get(name) or short)

    def has(self, person_id: str) -> bool:
        """Whether the person takes part in this sitting."""
        return person_id in self._by_id

    def near(self, place: str, relation: Relation) -> tuple[str, ...]:
        """Places related to one (see :meth:`Layout.near`)."""
        return self.layout.near(place, relation)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {p.id: p for p in self.people})

    _by_id: Mapping[str, Person] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )


class Kind(Protocol):
    """A kind of rule with its parameters filled in (一条具体规则).

    ``compile`` walks from the rule and posts amounts; ``check`` walks from the occupied
    places and counts.  The two share no code.  Amount 0 = kept.
    """

    kind: ClassVar[str]

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Yield (subjects, amount expression)."""

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Yield one bite for each place where the finished plan breaks the rule."""

    def sentence(self, scene: Scene) -> Text:
        """Say the rule in the user's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule ready for use: the spec and its kind with all names resolved."""

    spec: RuleSpec
    level: Level
    weight: int
    kind: Kind

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.spec.id
