"""``[[rule]]`` tables of an event or a pack → rules as written (规则条目)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from seating.facts.fault import Fault, Where
from seating.facts.parameter import About, parameter
from seating.facts.rule import RuleSpec
from seating.facts.text import Text
from seating.reading.fields import below, fill
from seating.reading.rulesheet import RuleRow, located
from seating.reading.toml import Table, Toml
from seating.reading.words import clean, did_you_mean, joined, listed


@dataclass(frozen=True, kw_only=True)
class _RuleTable:
    """The keys that every rule has; all others belong to its kind."""

    id: str = parameter("规则编号，不可重复", "id of the rule, unique")
    kind: str = parameter("规则种类", "kind of rule")
    level: Literal["must", "should", "keep", "prefer", "off"] = parameter(
        "必须、应当、少动、尽量、停用", "how strictly it is meant", default="must"
    )
    weight: int = parameter("同级规则之间的权重", "weight inside its level", default=1, minimum=1)
    sitting: str = parameter("适用的场次", "the sitting it applies to", default="")
    forms: tuple[str, ...] = parameter(
        "适用的座次形式，留空为各种形式", "the forms it applies to, empty = all", default=()
    )
    when: Mapping[str, str] = field(
        default_factory=dict,
        metadata={
            "about": About(text=Text("惯例选项取这些值时才适用", "under these options only"))
        },
    )
    text: str = parameter("您自己的说法", "your own wording", default="")
    source: str = parameter("出处", "source", default="")


_COMMON = tuple(_RuleTable.__dataclass_fields__)


def read_rules(
    toml: Toml,
    *,
    source: str = "",
    sittings: tuple[str, ...] | None = None,
    base: Mapping[str, RuleSpec] | None = None,
    rows: Sequence[RuleRow] = (),
) -> tuple[list[RuleSpec], list[Fault]]:
    """Read the rules of one file.

    Args:
        toml: the file.
        source: the source of rules that name none themselves.
        sittings: ids of the event's sittings; ``None`` = not to be checked.
        base: rules of the pack; a rule that repeats one's id and leaves out ``kind`` takes
            its kind and parameters from there (``id = "x"``, ``level = "off"`` is enough).
        rows: rules written in sheets; they join those of the file.
    """
    tables, faults = toml.items("rule")
    rules: dict[str, RuleSpec] = {}
    no_columns: Mapping[str, str] = {}
    every = [(where, raw, no_columns) for where, raw in tables]
    every += [(row.where, row.table, row.columns) for row in rows]
    for where, raw, columns in every:
        above = (base or {}).get(_id(raw))
        common = {key: value for key, value in raw.items() if key in _COMMON}
        own = {key: value for key, value in raw.items() if key not in _COMMON}
        if above is not None and "kind" not in raw:
            inherited = {
                "kind": above.kind,
                "level": above.level,
                "weight": above.weight,
                "sitting": above.sitting,
                "forms": list(above.forms),
                "when": dict(above.when),
                "text": above.text,
                "source": above.source,
            }
            common = inherited | common
            own = {**above.parameters, **own}
        table, found = fill(_RuleTable, common, where)
        faults += [located(fault, columns) for fault in found]
        if table is None:
            continue
        found = _check(table, rules, sittings, where)
        faults += [located(fault, columns) for fault in found]
        rules[table.id] = RuleSpec(
            id=table.id,
            kind=table.kind,
            level=table.level,
            weight=table.weight,
            sitting=table.sitting,
            forms=table.forms,
            when=table.when,
            parameters=own,
            text=clean(table.text),
            source=table.source or source,
            where=where,
            columns=columns,
        )
    return list(rules.values()), faults


def _id(raw: Table) -> str:
    value = raw.get("id")
    return value if isinstance(value, str) else ""


def _check(
    table: _RuleTable,
    before: Mapping[str, RuleSpec],
    sittings: tuple[str, ...] | None,
    where: Where,
) -> list[Fault]:
    faults = []
    if not table.id.strip():
        message = Text("规则编号不能为空。", "the id of a rule cannot be empty.")
        faults.append(Fault(where=below(where, "id"), message=message))
    if table.id in before:
        message = Text(f"规则编号“{table.id}”用了两次。", f"two rules have the id {table.id!r}.")
        advice = Text("请给其中一条换个编号。", "Give one of them another id.")
        faults.append(Fault(where=below(where, "id"), message=message, advice=advice))
    if sittings is not None and table.sitting and table.sitting not in sittings:
        faults.append(unknown_sitting(table.sitting, sittings, below(where, "sitting")))
    return faults


def unknown_sitting(name: str, sittings: tuple[str, ...], where: Where) -> Fault:
    """Say that the event has no such sitting."""
    every = listed(sittings)
    return Fault(
        where=where,
        message=Text(f"没有编号为“{name}”的场次。", f"there is no sitting {name!r}."),
        advice=joined(
            did_you_mean(name, sittings),
            Text(f"现有场次：{every.zh}。", f"Sittings: {every.en}.") if sittings else Text("", ""),
        ),
    )
