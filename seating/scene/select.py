"""Selectors → person ids, place patterns → place ids (选择器)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence

from seating.facts.people import ROLE_NAMES, Person, Unit
from seating.facts.text import NOTHING, Text
from seating.facts.venue import Layout
from seating.reading.cells import role_of, side_of
from seating.reading.ranks import load_ranks

PREFIXES = ("id", "name", "unit", "group", "role", "tag", "side", "rank")
_WORDS = {
    "编号": "id",
    "姓名": "name",
    "单位": "unit",
    "组": "group",
    "组别": "group",
    "身份": "role",
    "标签": "tag",
    "方": "side",
    "级别": "rank",
}
_FEW = 12

_COLUMNS = {
    "unit": Text("单位", "unit"),
    "group": Text("组", "group"),
    "role": Text("身份", "role"),
    "tag": Text("标签", "tags"),
    "side": Text("主客", "side"),
    "rank": Text("级别", "rank"),
}


class UnknownNameError(Exception):
    """A selector or place pattern that matches nothing; says what comes nearest."""

    def __init__(self, message: Text, advice: Text) -> None:
        self.message, self.advice = message, advice
        super().__init__(message.en)


def select(
    people: Sequence[Person], selectors: Iterable[str], units: Sequence[Unit] = ()
) -> tuple[str, ...]:
    """Return the ids of all people matched by any selector, selector by selector.

    Several plain names stay in the order in which they are written, so that ``pinned`` can
    pair names with places.  A unit may be called by its short name.

    Raises:
        UnknownNameError: a selector matches nobody, or a name matches several people.
    """
    full = {u.short: u.name for u in units if u.short}
    found: dict[str, None] = {}
    for selector in selectors:
        for pid in _one(people, selector, full):
            found.setdefault(pid)
    return tuple(found)


def _named(people: Sequence[Person], name: str) -> list[str]:
    """Return the one person of a name; inner spaces (张 三) do not count."""
    plain = re.sub(r"\s+", "", name)
    hits = [p.id for p in people if p.name == name or re.sub(r"\s+", "", p.name) == plain]
    if len(hits) > 1:
        raise UnknownNameError(
            Text(f"有{len(hits)}人叫“{name}”", f"{len(hits)} people are called {name!r}"),
            Text(f"请写编号：{'、'.join(hits)}", f"write the id: {', '.join(hits)}"),
        )
    return hits


def _one(people: Sequence[Person], selector: str, full: Mapping[str, str]) -> list[str]:
    text = selector.strip()
    if text in ("all", "所有人", "全体"):
        return [p.id for p in people]
    prefix, colon, value = text.replace("：", ":").partition(":")
    prefix, value = _WORDS.get(prefix.strip(), prefix.strip().lower()), value.strip()
    if not colon or prefix not in PREFIXES:
        hits = [p.id for p in people if p.id == text] or _named(people, text)
        choices = [p.name for p in people] + [p.id for p in people]
        return hits or _unknown(text, text, choices)
    if prefix == "id":
        hits, choices = [p.id for p in people if p.id == value], [p.id for p in people]
    elif prefix == "name":
        hits, choices = _named(people, value), [p.name for p in people]
    elif prefix == "unit":
        unit = full.get(value, value)
        hits, choices = [p.id for p in people if p.unit == unit], [p.unit for p in people]
    elif prefix == "group":
        hits, choices = [p.id for p in people if p.group == value], [p.group for p in people]
    elif prefix == "role":
        role = role_of(value)
        hits = [p.id for p in people if role in p.roles or value in p.roles]
        there = sorted({r for p in people for r in p.roles})
        choices = there
        if not hits and there and not difflib.get_close_matches(value, there, cutoff=0.4):
            titles = _near(value, [ROLE_NAMES.get(r, (r, r))[0] for r in there])
            return _nobody(text, titles, _near(value, there))
    elif prefix == "tag":
        hits, choices = (
            [p.id for p in people if value in p.tags],
            [t for p in people for t in p.tags],
        )
    elif prefix == "side":
        side = side_of(value)
        hits, choices = [p.id for p in people if p.side == side], [p.side for p in people]
    else:
        rank = str(load_ranks().number(value) or value)
        hits = [p.id for p in people if str(p.rank) == rank]
        choices = [str(p.rank) for p in people if p.rank is not None]
    column = _COLUMNS.get(prefix)
    if not hits and not any(choices) and column is not None:
        filled = Text(
            f"名册的“{column.zh}”列没有人填。", f"Nobody has anything in the column {column.en!r}."
        )
        return _nobody(text, filled, filled)
    return hits or _unknown(text, value, choices)


def _unknown(text: str, value: str, choices: Iterable[str]) -> list[str]:
    advice = _near(value, choices)
    return _nobody(text, advice, advice)


def _nobody(text: str, zh: Text, en: Text) -> list[str]:
    raise UnknownNameError(
        Text(f"“{text}”没有对应的人", f"{text!r} matches nobody"), Text(zh.zh, en.en)
    )


def _near(value: str, choices: Iterable[str]) -> Text:
    """Say which words come nearest, or which there are if they are few."""
    pool = sorted({c for c in choices if c})
    near = difflib.get_close_matches(value, pool, n=3, cutoff=0.4)
    if near:
        return Text(f"是否指：{'、'.join(near)}？", f"Maybe: {', '.join(near)}?")
    if 0 < len(pool) <= _FEW:
        return Text(f"有：{'、'.join(pool)}。", f"There are: {', '.join(pool)}.")
    return NOTHING


def select_places(layout: Layout, patterns: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of all places matched: ``3-12``, ``3-1..4``, ``row:2``, ``block:B``, a label,
    ``feature:aisle`` or ``without:aisle``.

    Raises:
        UnknownNameError: a pattern matches no place of the layout.
    """
    found: dict[str, None] = {}
    for pattern in patterns:
        hits = _places(layout, pattern.strip())
        if not hits:
            near = difflib.get_close_matches(pattern, list(layout.by_id), n=3, cutoff=0.4)
            sample = near or [p.id for p in layout.places[:3]]
            raise UnknownNameError(
                Text(f"没有座位“{pattern}”", f"there is no place {pattern!r}"),
                Text(
                    f"写法如：{'、'.join(sample)}、row:2、3-1..4",
                    f"write for example: {', '.join(sample)}, row:2, 3-1..4",
                ),
            )
        found.update(dict.fromkeys(hits))
    return tuple(found)


def _places(layout: Layout, text: str) -> list[str]:
    if text in layout.by_id:
        return [text]
    prefix, colon, value = text.replace("：", ":").partition(":")
    if colon:
        key = {
            "row": "row",
            "排": "row",
            "block": "block",
            "区": "block",
            "file": "file",
            "列": "file",
            "feature": "feature",
            "without": "without",
        }.get(prefix.strip(), "")
        return [
            p.id
            for p in layout.places
            if (key == "row" and str(p.row) == value)
            or (key == "block" and p.block == value)
            or (key == "file" and str(p.file) == value)
            or (key == "feature" and value in p.features)
            or (key == "without" and value not in p.features)
        ]
    span = re.fullmatch(r"(.+-)(\d{1,6})\.\.(\d{1,6})", text)
    if span:
        ids = [f"{span[1]}{n}" for n in range(int(span[2]), int(span[3]) + 1)]
        return ids if ids and all(i in layout.by_id for i in ids) else []
    return [p.id for p in layout.places if text in (p.label.zh, p.label.en)]
