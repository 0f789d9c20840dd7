"""``rules/options.toml`` → the points on which conventions differ (惯例选项)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from seating.facts.convention import Choice, Option
from seating.facts.data import data_root
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.reading.fields import below, fill, unknown_key
from seating.reading.toml import Toml, read_toml
from seating.reading.words import did_you_mean, joined


@dataclass(frozen=True, kw_only=True)
class _ChoiceTable:
    value: str = parameter("取值", "the value")
    title_zh: str = parameter("中文名称", "title in Chinese")
    title_en: str = parameter("英文名称", "title in English")
    source: str = parameter("出处", "source")


@dataclass(frozen=True, kw_only=True)
class _OptionTable:
    name: str = parameter("名称", "name")
    title_zh: str = parameter("中文名称", "title in Chinese")
    title_en: str = parameter("英文名称", "title in English")
    default: str = parameter("默认取值", "the default value")
    reason_zh: str = parameter("默认的理由", "reason of the default, in Chinese")
    reason_en: str = parameter("默认的理由（英文）", "reason of the default, in English")
    choice: tuple[_ChoiceTable, ...] = parameter("各种做法", "the choices")


def read_rules_file(name: str, root: Path | None = None) -> tuple[Toml | None, list[Fault]]:
    """Read one TOML file of the project's own ``rules/``."""
    return read_toml((root or data_root("rules")) / f"{name}.toml", f"rules/{name}.toml")


def load_options(root: Path | None = None) -> tuple[Option, ...]:
    """Return all options that conventions decide, sorted by name.

    Raises:
        BadInputError: ``options.toml`` is missing or wrong.
    """
    folder = root or data_root("rules")
    path = folder / "options.toml"
    return _load(folder, path.stat().st_mtime_ns if path.exists() else 0)


@lru_cache(maxsize=4)
def _load(folder: Path, changed: int) -> tuple[Option, ...]:
    """Read the options; ``changed`` is when the file was, so that an edit is noticed."""
    source, faults = read_rules_file("options", folder)
    if source is None:
        raise BadInputError(faults)
    file = Where(file=source.file)
    faults += [unknown_key(k, ("option",), file) for k in source.table if k != "option"]
    tables, found = source.items("option")
    faults += found
    options: dict[str, Option] = {}
    for where, raw in tables:
        table, found = fill(_OptionTable, raw, where)
        faults += found
        if table is not None:
            faults += _check(table, options, where)
            options[table.name] = _option(table)
    if faults:
        raise BadInputError(source.located(faults))
    return tuple(options[name] for name in sorted(options))


def check_options(values: object, options: Mapping[str, Option], where: Where) -> list[Fault]:
    """Return a fault for each option that does not exist or has no such value."""
    if not isinstance(values, Mapping):
        return [Fault(where=where, message=Text("应为一个表。", "must be a table."))]
    faults = []
    for name, value in values.items():
        if name not in options:
            faults.append(_unknown_option(name, value, options, where))
            continue
        choices = {choice.value: choice for choice in options[name].choices}
        if not isinstance(value, str) or value not in choices:
            every = "；".join(f'"{v}" {c.title.zh}' for v, c in choices.items())
            every_en = "; ".join(f'"{v}" {c.title.en}' for v, c in choices.items())
            faults.append(
                Fault(
                    where=below(where, name),
                    message=Text(f"没有“{value}”这种做法。", f"there is no choice {value!r}."),
                    advice=joined(
                        did_you_mean(str(value), choices),
                        Text(f"可选：{every}。", f"Choices: {every_en}."),
                    ),
                )
            )
    return faults


def _option(table: _OptionTable) -> Option:
    return Option(
        name=table.name,
        title=Text(table.title_zh, table.title_en),
        choices=tuple(
            Choice(value=c.value, title=Text(c.title_zh, c.title_en), source=c.source)
            for c in table.choice
        ),
        default=table.default,
        reason=Text(table.reason_zh, table.reason_en),
    )


def _check(table: _OptionTable, before: Mapping[str, Any], where: Where) -> list[Fault]:
    values = [choice.value for choice in table.choice]
    wrong = []
    if table.name in before:
        wrong.append(("name", f"“{table.name}”写了两次。", f"{table.name!r} is given twice."))
    if table.default not in values:
        wrong.append(("default", "不在各种做法之中。", "is none of the choices."))
    if len(set(values)) != len(values):
        wrong.append(("choice", "有两种做法取值相同。", "two choices have the same value."))
    return [Fault(where=below(where, k), message=Text(zh, en)) for k, zh, en in wrong]


def _unknown_option(name: str, value: object, options: Mapping[str, Option], where: Where) -> Fault:
    fault = unknown_key(name, options, where)
    if isinstance(value, Mapping):  # rostrum.even = "a" without quotes
        inner = next(iter(value), "")
        advice = Text(f'请给名称加引号："{name}.{inner}"。', f'Quote the name: "{name}.{inner}".')
        return dataclasses.replace(fault, advice=advice)
    return fault
