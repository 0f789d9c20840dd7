"""A finished plan and what is known of its quality (方案)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from seating.facts.rule import Level
from seating.facts.text import Text

if TYPE_CHECKING:
    from seating.facts.booking import BookingPlan


@dataclass(frozen=True, kw_only=True)
class Placing:
    """Who sits where in one sitting: place id by person id."""

    sitting: str
    places: Mapping[str, str]

    @cached_property
    def occupant(self) -> Mapping[str, str]:
        """Person id by place id (places of capacity 1)."""
        return {place: person for person, place in sorted(self.places.items())}

    @cached_property
    def occupants(self) -> Mapping[str, tuple[str, ...]]:
        """All persons by place id."""
        found: dict[str, list[str]] = {}
        for person, place in sorted(self.places.items()):
            found.setdefault(place, []).append(person)
        return {place: tuple(who) for place, who in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelResult:
    """What one level came to: the value reached and the best that is still possible.

    ``proven`` means ``value == bound``: nobody can do better.
    """

    level: Level
    value: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether the value is proven to be the best."""
        return self.value == self.bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule broken in a finished plan, or another thing that the reader must know."""

    rule: str
    level: Level | str
    subjects: tuple[str, ...]
    amount: int
    sentence: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A person who does not sit on his due place, and why (未坐应坐位置)."""

    person: str
    due: str
    place: str
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A person whose place differs between two plans; ``None`` = had or has none (变动)."""

    person: str
    old: str | None
    new: str | None
    reasons: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class SittingPlan:
    """The plan of one sitting with its bill.

    Attributes:
        room: chairs that were asked for beyond the people present, because somebody left and
            his chair stays; 0 = no more than needed.
    """

    placing: Placing
    levels: tuple[LevelResult, ...]
    findings: tuple[Finding, ...] = ()
    moved: tuple[Moved, ...] = ()
    stopped: bool = False
    room: int = 0


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The plan of a whole event, as kept in ``plan.json``."""

    event: str
    version: int
    digest: str
    sittings: Mapping[str, SittingPlan] = field(default_factory=dict)
    booking: BookingPlan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Why there is no plan: a smallest set of rules that cannot all hold (冲突)."""

    sitting: str
    rules: tuple[str, ...]
    sentences: tuple[Text, ...]
    confirmed: bool = True
    give_up: tuple[tuple[str, ...], ...] = ()
    counting: bool = False
