"""Conventions: named options, each with a value, a source and a reason (礼宾惯例)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from seating.facts.rule import RuleSpec
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that an option may take, with its source (一种做法及其出处)."""

    value: str
    title: Text
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A point on which conventions or sources differ (分歧点).

    Attributes:
        name: e.g. ``rostrum.even``; the part before the dot is the family of forms.
        default: the value used when no pack and no event says otherwise.
        reason: one sentence why that default.
    """

    name: str
    title: Text
    choices: tuple[Choice, ...]
    default: str
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A resolved pack: every option has a value; rules come with it (惯例包)."""

    id: str
    title: Text
    source: str
    values: Mapping[str, str]
    origins: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[RuleSpec, ...] = ()

    def __getitem__(self, option: str) -> str:
        return self.values[option]

    def override(self, values: Mapping[str, str]) -> Convention:
        """Return this convention with some options set otherwise (for one sitting)."""
        return Convention(
            id=self.id,
            title=self.title,
            source=self.source,
            values={**self.values, **values},
            origins={**self.origins, **dict.fromkeys(values, "event")},
            rules=self.rules,
        )
