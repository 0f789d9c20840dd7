"""Single values of TOML against their declared type, and words for both (单个值)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin

from seating.facts.fault import Fault, Where
from seating.facts.parameter import About
from seating.facts.text import NOTHING, Text
from seating.reading.dates import NoSuchDateError, moment
from seating.reading.words import did_you_mean, joined

_NAMES: dict[Any, Text] = {
    int: Text("整数", "a whole number"),
    float: Text("数字", "a number"),
    str: Text("文字（加引号）", "text in quotes"),
    bool: Text("true（是）或 false（否）", "true or false"),
    dt.datetime: Text("日期和时间，如 2026-12-10T09:00:00", "a date and time"),
    dt.date: Text("日期，如 2026-12-10", "a date such as 2026-12-10"),
    dt.time: Text("时间，如 09:00:00", "a time such as 09:00:00"),
}


def show(value: object) -> Text:
    """Show a value in a sentence as the user wrote it, shortened if long."""
    if isinstance(value, bool):
        return Text(str(value).lower(), str(value).lower())
    if isinstance(value, str):
        short = value if len(value) <= 40 else value[:39] + "…"
        return Text(f"“{short}”", f"{short!r}")
    if isinstance(value, Mapping):
        return Text("一个表", "a table")
    if isinstance(value, list | tuple):
        shown = [show(v) for v in value[:6]]
        more = "…" if len(value) > 6 else ""
        return Text(
            f"[{', '.join(s.zh for s in shown)}{more}]", f"[{', '.join(s.en for s in shown)}{more}]"
        )
    if isinstance(value, int | float):
        try:
            words = str(value)
        except ValueError:  # more digits than Python is willing to print
            words = "…"
        return Text(words[:40], words[:40])
    return Text(str(value), str(value))


def describe(kind: Any, note: About) -> Text:
    """Say what a parameter of this type accepts."""
    origin = get_origin(kind)
    if origin is Literal:
        return _one_of(tuple(map(str, get_args(kind))))
    if origin in (Union, types.UnionType):
        every = [describe(k, note) for k in get_args(kind) if k is not type(None)]
        return Text("，或".join(t.zh for t in every), " or ".join(t.en for t in every))
    if origin in (tuple, frozenset):
        kinds = get_args(kind)
        inner = describe(kinds[0], note)
        if origin is tuple and kinds[-1] is not Ellipsis:
            number = len(kinds)
            return Text(f"列表，共{number}项，每项为{inner.zh}", f"a list of {number}: {inner.en}")
        return Text(f"列表，每项为{inner.zh}", f"a list, each item {inner.en}")
    if dataclasses.is_dataclass(kind) or origin in (dict, Mapping) or kind in (dict, Mapping):
        return Text("一个表（{ 项目 = 值 }）", "a table ({ key = value })")
    if kind is str and note.choices:
        return _one_of(note.choices)
    base = _NAMES.get(kind, Text("其他写法", "something else"))
    limits = _limits(note) if kind in (int, float) else NOTHING
    unit = f"（单位 {note.unit}）" if kind in (int, float) and note.unit else ""
    unit_en = f", in {note.unit}" if unit else ""
    return Text(f"{limits.zh}{base.zh}{unit}", f"{base.en}{limits.en}{unit_en}")


def scalar_fault(value: object, kind: Any, note: About, where: Where) -> Fault:
    """Say what stands there and what would be accepted."""
    found, wanted = show(value), describe(kind, note)
    choices = note.choices if kind is str else get_args(kind) if get_origin(kind) is Literal else ()
    guess = did_you_mean(value, map(str, choices)) if isinstance(value, str) else NOTHING
    return Fault(
        where=where,
        message=Text(f"写的是{found.zh}。", f"is {found.en}."),
        advice=joined(guess, Text(f"应为{wanted.zh}。", f"Expected {wanted.en}.")),
    )


def read_scalar(value: object, kind: Any, note: About, where: Where) -> tuple[Any, list[Fault]]:
    """Check one value; whole numbers are accepted as numbers, but 3.0 is not a whole number."""
    if kind is Any or kind is object:
        return value, []
    if get_origin(kind) is Literal:
        fits = any(value == c and type(value) is type(c) for c in get_args(kind))
    elif kind is float:
        fits = type(value) in (int, float) and _finite(value) and _within(value, note)
        value = float(value) if fits else value  # type: ignore[arg-type]
    elif kind is int:
        fits = type(value) is int and _within(value, note)
    elif kind is str:
        fits = isinstance(value, str) and (not note.choices or value in note.choices)
    elif kind in (dt.datetime, dt.date, dt.time):
        return _moment(value, kind, note, where)
    else:
        fits = type(value) is kind
    return (value, []) if fits else (None, [scalar_fault(value, kind, note, where)])


def _moment(value: object, kind: Any, note: About, where: Where) -> tuple[Any, list[Fault]]:
    try:
        found = moment(value)
    except NoSuchDateError:
        return None, [no_such_date(value, where)]
    if found is not None:
        if kind is dt.date and found.day and not found.time:
            return found.day, []
        if kind is dt.time and found.time and not found.day:
            return found.time, []
        if kind is dt.datetime and found.day and found.time:
            return dt.datetime.combine(found.day, found.time.replace(tzinfo=None)), []
    return None, [scalar_fault(value, kind, note, where)]


def no_such_date(value: object, where: Where) -> Fault:
    """Say that the calendar or the clock does not have this."""
    found = show(value)
    return Fault(
        where=where,
        message=Text(
            f"写的是{found.zh}，没有这一天或这个时间。", f"is {found.en}: no such day or time."
        ),
        advice=Text("请核对年月日和时间。", "Please check the date and the time."),
    )


def _finite(value: object) -> bool:
    try:
        return math.isfinite(float(value))  # type: ignore[arg-type]
    except OverflowError:
        return False


def _within(value: Any, note: About) -> bool:
    return (note.minimum is None or value >= note.minimum) and (
        note.maximum is None or value <= note.maximum
    )


def _limits(note: About) -> Text:
    low, high = note.minimum, note.maximum
    if low is not None and high is not None:
        return Text(f"{low:g}到{high:g}之间的", f" from {low:g} to {high:g}")
    if low is not None:
        return Text(f"不小于{low:g}的", f" of {low:g} or more")
    if high is not None:
        return Text(f"不大于{high:g}的", f" of {high:g} or less")
    return NOTHING


def _one_of(choices: tuple[str, ...]) -> Text:
    every = "、".join(f'"{c}"' for c in choices)
    return Text(
        f"{every} 之一" if len(choices) > 1 else every, "one of " + every.replace("、", ", ")
    )
