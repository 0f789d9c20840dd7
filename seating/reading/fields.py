"""A TOML table → a dataclass whose fields describe themselves (参数填入)."""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from seating.facts.fault import Fault, Where
from seating.facts.parameter import About, about
from seating.facts.text import Text
from seating.reading.scalars import describe, read_scalar, scalar_fault
from seating.reading.words import bare, did_you_mean, joined, listed

T = TypeVar("T")
Found = tuple[Any, list[Fault]]


def below(where: Where, key: str) -> Where:
    """Return the place of a key inside the table at ``where``."""
    return dataclasses.replace(where, key=f"{where.key}.{bare(key)}" if where.key else bare(key))


def item(where: Where, label: object) -> Where:
    """Return the place of one item (number from 1, or its id) of a list at ``where``."""
    return dataclasses.replace(where, key=f"{where.key}[{label}]")


def fill(cls: type[T], table: Mapping[str, Any], where: Where) -> tuple[T | None, list[Fault]]:
    """Build a dataclass from a table; ``None`` and all faults if anything is wrong.

    A field named ``from_`` is the key ``from``.  A ``ValueError`` raised by the class itself
    becomes a fault; its argument may be a :class:`Text`.
    """
    fields = {
        f.name.rstrip("_"): f
        for f in dataclasses.fields(cls)  # type: ignore[arg-type]
        if f.init
    }
    faults = [unknown_key(key, fields, where) for key in table if key not in fields]
    hints = get_type_hints(cls)
    values: dict[str, Any] = {}
    for key, field in fields.items():
        here = below(where, key)
        if key in table:
            value, found = _convert(table[key], hints[field.name], about(field), here)
            values[field.name] = value
            faults += found
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            faults.append(_missing(key, hints[field.name], about(field), here))
    if faults:
        return None, faults
    try:
        return cls(**values), []
    except ValueError as error:
        said = error.args[0] if error.args else ""
        words = said if isinstance(said, Text) else Text(str(said), str(said))
        return None, [Fault(where=where, message=words)]


def fill_rest(
    cls: type[T], table: Mapping[str, Any], where: Where, faults: Iterable[Fault]
) -> T | None:
    """Build a dataclass from those keys of a table that no fault names, to find further faults."""
    wrong = {re.split(r"[.\[]", f.where.key[len(where.key) + 1 :])[0] for f in faults}
    good = {key: value for key, value in table.items() if bare(key) not in wrong}
    return fill(cls, good, where)[0]


def unknown_key(key: str, known: Mapping[str, Any] | tuple[str, ...], where: Where) -> Fault:
    """Say that nobody knows this key."""
    names = sorted(known)
    every = listed(names, limit=30)
    return Fault(
        where=below(where, key),
        message=Text("没有这个项目。", "there is no such key."),
        advice=joined(
            did_you_mean(key, names),
            Text(f"可写的有：{every.zh}。", f"Possible keys: {every.en}.")
            if names
            else Text("这里不能写任何项目。", "No key can be given here."),
        ),
    )


def _missing(key: str, kind: Any, note: About, where: Where) -> Fault:
    wanted = describe(kind, note)
    meaning = Text(f"{note.text.zh}，写成 " if note.text.zh else "写成 ", note.text.en)
    return Fault(
        where=where,
        message=Text("必须写明。", "is required."),
        advice=Text(
            f"{meaning.zh}{key} = {wanted.zh}。",
            f"{key} = {wanted.en}" + (f" ({meaning.en})." if meaning.en else "."),
        ),
    )


def _convert(value: Any, kind: Any, note: About, where: Where) -> Found:
    """Turn a TOML value into one of the declared type."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union(value, kind, note, where)
    if origin in (tuple, frozenset):
        return _several(value, kind, note, where)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        if isinstance(value, Mapping):
            return fill(kind, value, where)
        return None, [scalar_fault(value, kind, note, where)]
    if origin in (dict, Mapping) or kind in (dict, Mapping):
        return _mapping(value, kind, note, where)
    return read_scalar(value, kind, note, where)


def _several(value: Any, kind: Any, note: About, where: Where) -> Found:
    """Read a list; one value alone counts as a list of one."""
    kinds = get_args(kind)
    values = value if isinstance(value, list | tuple) else [value]
    fixed = get_origin(kind) is tuple and kinds[-1] is not Ellipsis
    if fixed and len(values) != len(kinds):
        return None, [scalar_fault(value, kind, note, where)]
    faults: list[Fault] = []
    result = []
    for number, one in enumerate(values):
        here = item(where, number + 1) if isinstance(value, list | tuple) else where
        made, found = _convert(one, kinds[number if fixed else 0], note, here)
        result.append(made)
        faults += found
    make: Any = get_origin(kind)
    return (None, faults) if faults else (make(result), [])


def _mapping(value: Any, kind: Any, note: About, where: Where) -> Found:
    if not isinstance(value, Mapping):
        return None, [scalar_fault(value, kind, note, where)]
    inner = (get_args(kind) or (str, Any))[1]
    faults: list[Fault] = []
    result = {}
    for key, one in value.items():
        result[key], found = _convert(one, inner, note, below(where, key))
        faults += found
    return (None, faults) if faults else (result, [])


def _union(value: Any, kind: Any, note: About, where: Where) -> Found:
    """Take the first member that fits; else report against the member of the same shape."""
    members = [m for m in get_args(kind) if m is not type(None)]
    if len(members) == 1:
        return _convert(value, members[0], note, where)
    found = [_convert(value, member, note, where) for member in members]
    for one in found:
        if not one[1]:
            return one
    for member, one in zip(members, found, strict=True):
        if _same_shape(value, member):
            return one
    return None, [scalar_fault(value, kind, note, where)]


def _same_shape(value: Any, kind: Any) -> bool:
    if isinstance(value, list):
        return get_origin(kind) in (tuple, frozenset)
    if isinstance(value, Mapping):
        return dataclasses.is_dataclass(kind) or get_origin(kind) in (dict, Mapping)
    return type(value) is kind


__all__ = ["below", "fill", "item", "unknown_key"]
