"""``rules/booking.toml`` → the rules that hold for every booking (会议室统筹通用规则)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from seating.facts.fault import BadInputError, Where
from seating.facts.parameter import parameter
from seating.facts.rule import RuleSpec
from seating.reading.fields import fill, unknown_key
from seating.reading.options import read_rules_file
from seating.reading.rules import read_rules

NAME = "booking"


@dataclass(frozen=True, kw_only=True)
class _House:
    title_zh: str = parameter("中文名称", "title in Chinese")
    title_en: str = parameter("英文名称", "title in English")
    source: str = parameter("出处", "source")


def load_house_rules(root: Path | None = None) -> tuple[RuleSpec, ...]:
    """Return the house rules of booking, sorted by id.

    Raises:
        BadInputError: the file is missing or wrong.
    """
    source, faults = read_rules_file(NAME, root)
    if source is None:
        raise BadInputError(faults)
    file = Where(file=source.file)
    faults += [
        unknown_key(k, (NAME, "rule"), file) for k in source.table if k not in (NAME, "rule")
    ]
    raw, found = source.part(NAME)
    house, wrong = fill(_House, raw, source.where(NAME))
    rules, more = read_rules(source, source=house.source if house else "")
    faults += [*found, *wrong, *more]
    if faults:
        raise BadInputError(source.located(faults))
    return tuple(sorted(rules, key=lambda rule: rule.id))
