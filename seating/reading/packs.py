"""Packs of conventions in ``rules/`` → conventions with every option decided (惯例包)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from seating.facts.convention import Convention
from seating.facts.data import data_root
from seating.facts.event import Event, Sitting
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.parameter import parameter
from seating.facts.rule import RuleSpec
from seating.facts.text import Text
from seating.reading.fields import fill, unknown_key
from seating.reading.options import check_options, load_options, read_rules_file
from seating.reading.rules import read_rules
from seating.reading.toml import Toml
from seating.reading.words import did_you_mean, joined, listed

DEFAULT_PACK = "cn-domestic"
_KNOWN = ("pack", "options", "rule")


@dataclass(frozen=True, kw_only=True)
class _PackTable:
    id: str = parameter("编号，与文件名相同", "id, the same as the file's name")
    title_zh: str = parameter("中文名称", "title in Chinese")
    title_en: str = parameter("英文名称", "title in English")
    source: str = parameter("出处", "source")
    extends: str = parameter("所依据的另一个惯例包", "the pack that this one builds on", default="")


@dataclass(frozen=True)
class _Pack:
    source: Toml
    table: _PackTable


def pack_names(root: Path | None = None) -> tuple[str, ...]:
    """Return the ids of all packs, sorted."""
    return tuple(
        sorted(
            path.stem
            for path in (root or data_root("rules")).glob("*.toml")
            if re.search(rb"(?m)^\s*\[\s*pack\s*\]", path.read_bytes())
        )
    )


def load_convention(
    pack: str,
    overrides: Mapping[str, str] | None = None,
    *,
    where: Where | None = None,
    root: Path | None = None,
) -> Convention:
    """Return a pack with every option decided and its parents' rules brought along.

    ``overrides`` come from the event; ``where`` is their place, for messages.

    Raises:
        BadInputError: an unknown pack, option or value, or a pack that is itself wrong.
    """
    options = {option.name: option for option in load_options(root)}
    values = {name: option.default for name, option in options.items()}
    origins = dict.fromkeys(values, "default")
    rules: dict[str, RuleSpec] = {}
    faults: list[Fault] = []
    chain = _chain(pack, root)
    for one in reversed(chain):
        chosen, found = one.source.part("options")
        found += check_options(chosen, options, one.source.where("options"))
        specs, more = read_rules(one.source, source=one.table.source)
        faults += one.source.located([*found, *more])
        values.update(chosen)
        origins.update(dict.fromkeys(chosen, one.table.id))
        rules.update({spec.id: spec for spec in specs})
    wanted = dict(overrides or {})
    at = where or Where(file="event.toml", key="convention")
    faults += check_options(wanted, options, at)
    if faults:
        raise BadInputError(faults)
    own = chain[0].table
    base = Convention(
        id=own.id,
        title=Text(own.title_zh, own.title_en),
        source=own.source,
        values=values,
        origins=origins,
        rules=tuple(rules[name] for name in sorted(rules)),
    )
    return base.override(wanted) if wanted else base


def convention_of(event: Event, sitting: Sitting | None = None) -> Convention:
    """Return the convention of an event, or of one of its sittings."""
    base = load_convention(event.convention, event.tables.get("convention", {}))
    return base.override(sitting.convention) if sitting and sitting.convention else base


def unknown_pack(name: str, where: Where, root: Path | None = None) -> Fault:
    """Say that there is no such pack."""
    names = pack_names(root)
    every = listed(names, limit=30)
    return Fault(
        where=where,
        message=Text(f"没有名为“{name}”的惯例包。", f"there is no pack of conventions {name!r}."),
        advice=joined(
            did_you_mean(name, names), Text(f"现有：{every.zh}。", f"There are: {every.en}.")
        ),
    )


def _chain(pack: str, root: Path | None) -> list[_Pack]:
    """Return a pack and its ancestors, the pack first."""
    chain: list[_Pack] = []
    where = Where(file="event.toml", key="event.convention")
    while pack:
        seen = [one.table.id for one in chain]
        if pack in seen:
            circle = " → ".join([*seen, pack])
            message = Text(f"惯例包互相依据，成了一圈：{circle}。", f"packs in a circle: {circle}.")
            raise BadInputError([Fault(where=where, message=message)])
        if pack not in pack_names(root):
            raise BadInputError([unknown_pack(pack, where, root)])
        one = _read_pack(pack, root)
        chain.append(one)
        pack, where = one.table.extends, one.source.where("pack.extends")
    return chain


def _read_pack(name: str, root: Path | None) -> _Pack:
    source, faults = read_rules_file(name, root)
    if source is None:
        raise BadInputError(faults)
    file = Where(file=source.file)
    faults += [unknown_key(key, _KNOWN, file) for key in source.table if key not in _KNOWN]
    raw, found = source.part("pack")
    table, wrong = fill(_PackTable, raw, source.where("pack"))
    faults += [*found, *wrong]
    if table is not None and table.id != name:
        message = Text(f"应与文件名相同，即“{name}”。", f"must be the file's name, {name!r}.")
        faults.append(Fault(where=source.where("pack.id"), message=message))
    if faults or table is None:
        raise BadInputError(source.located(faults))
    return _Pack(source, table)
