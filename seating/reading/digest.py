"""A fingerprint of everything that the plan depends on (方案依据的指纹)."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from seating.facts.convention import Convention
from seating.facts.event import Event
from seating.facts.rule import RuleSpec

_PRINTED_ONLY = frozenset(
    {
        *("where", "note", "name_en", "title_en", "text", "source", "title", "columns"),
        *("phone", "arrival", "car", "lodging", "meals", "award", "category_en"),
        *("contact", "agenda", "agenda_en", "reason", "reason_en", "building_en"),
    }
)


def digest(event: Event, convention: Convention | None, house: Sequence[RuleSpec] = ()) -> str:
    """Return SHA-256 over the event; the order of rows, rules and keys does not matter.

    What is only printed (wording, fonts, paper, English names, cars and rooms) is left out, so
    that correcting it does not make a plan out of date.  ``house`` are the rules that hold for
    every booking; they count only where there is something to be booked.
    """
    content = {
        "people": _by_text(_plain(person) for person in event.people),
        "units": _by_text(_plain(unit) for unit in event.units),
        "sittings": [_plain(sitting) for sitting in event.sittings],
        "rules": _by_text(_plain(rule) for rule in event.rules),
        "precedence": _plain(event.precedence),
        "convention": convention
        and [
            dict(convention.values),
            _by_text(_plain(rule) for rule in convention.rules),
        ],
    }
    if event.booking is not None:
        content["booking"] = _plain(event.booking)
        content["house"] = _by_text(_plain(rule) for rule in house)
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Reduce facts to JSON; sets become sorted lists."""
    if dataclasses.is_dataclass(value):
        return {
            f.name: _plain(getattr(value, f.name))
            for f in dataclasses.fields(value)
            if f.name not in _PRINTED_ONLY
        }
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(_plain(v) for v in value)
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _by_text(values: Any) -> list[Any]:
    return sorted(values, key=_canonical)


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
