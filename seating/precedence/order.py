"""Criteria and explicit statements → one order of people, with reasons (先后顺序)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import networkx as nx

from seating.facts.event import PrecedenceSpec
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.people import Person, Unit
from seating.facts.text import Text

CRITERIA: dict[str, Text] = {
    "rank": Text("级别", "rank"),
    "unit": Text("单位排序", "order of units"),
    "seniority": Text("任职时间", "seniority"),
    "strokes": Text("姓氏笔画", "surname strokes"),
    "pinyin": Text("姓名拼音", "pinyin"),
    "name": Text("姓名编码", "name"),
    "id": Text("编号", "id"),
}
_SECOND_LAST = ("id",)
_NO_ORDER = 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """People in order of precedence.

    Attributes:
        ids: person ids, the most senior first.
        doubts: remarks, e.g. a character whose strokes are only approximate.
        overruled: explicit statements (a, b) that went against the criteria.
    """

    ids: tuple[str, ...]
    doubts: tuple[Fault, ...]
    overruled: tuple[tuple[str, str], ...]
    _keys: Mapping[str, tuple[Any, ...]]
    _by: tuple[str, ...]
    _stated: frozenset[tuple[str, str]]

    def reason(self, a: str, b: str) -> Text:
        """Say why ``a`` stands before ``b``: the first criterion on which they differ."""
        if (a, b) in self._stated:
            return Text("按明示的先后关系", "by an explicit statement")
        for name, left, right in zip(self._by, self._keys[a], self._keys[b], strict=True):
            if left != right:
                if left < right:
                    title = CRITERIA[name]
                    return Text(f"按{title.zh}", f"by {title.en}")
                return Text("由明示的先后关系带动", "as a consequence of an explicit statement")
        return Text("各项依据相同", "equal on every criterion")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key by which ``A9`` comes before ``A10``."""
    return tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part)
        for part in re.findall(r"[0-9]+|[^0-9]+", text)
    )


def arrange(people: Iterable[Person], units: Sequence[Unit], spec: PrecedenceSpec) -> Order:
    """Put people in order.

    Criteria are compared in turn.  An explicit statement (``a`` before ``b``) overrules them:
    the one stated to be first is raised to just before the other, nobody else changes places
    (topological order of a directed graph, ties by the criteria).  The order of the input
    never matters: the last criterion is always the id.

    Raises:
        BadInputError: the explicit statements contradict one another; names the cycle.
    """
    members = {p.id: p for p in people}
    by = (*spec.by, *(c for c in _SECOND_LAST if c not in spec.by))
    doubts: list[Fault] = []
    readers = [_reader(name, units, spec, doubts) for name in by]
    keys = {pid: tuple(read(p) for read in readers) for pid, p in sorted(members.items())}
    if "unit" in by:
        doubts += _unordered_units(by.index("unit"), keys, members)
    graph = nx.DiGraph()
    graph.add_nodes_from(sorted(members))
    for chain in spec.before:
        present = [pid for pid in chain if pid in members]
        graph.add_edges_from(pairwise(present))
    _refuse_cycle(graph, members)
    raised: dict[str, tuple[tuple[Any, ...], int]] = {}
    for pid in reversed(list(nx.topological_sort(graph))):
        followers = [raised[s] for s in graph.successors(pid)]
        best = min((key for key, _ in followers), default=keys[pid])
        depth = max((d for key, d in followers if key == best), default=-1) + 1
        own = keys[pid]
        raised[pid] = (own, 0) if own < best or not followers else (best, depth)
    ids = tuple(
        nx.lexicographical_topological_sort(
            graph, key=lambda pid: (raised[pid][0], -raised[pid][1], keys[pid])
        )
    )
    stated = frozenset(graph.edges)
    return Order(
        ids=ids,
        doubts=tuple(doubts),
        overruled=tuple(sorted((a, b) for a, b in stated if keys[a] > keys[b])),
        _keys=keys,
        _by=by,
        _stated=stated,
    )


def _unordered_units(
    at: int, keys: Mapping[str, tuple[Any, ...]], members: Mapping[str, Person]
) -> list[Fault]:
    """Doubt an order that rests on units of which nobody said who comes first."""
    ranked = sorted(keys, key=keys.__getitem__)
    found: dict[str, None] = {}
    for a, b in pairwise(ranked):
        left, right = keys[a], keys[b]
        undecided = left[:at] == right[:at] and left[at] != right[at]
        if undecided and left[at][0] == right[at][0] == _NO_ORDER:
            found |= {members[a].unit: None, members[b].unit: None}
    if not found:
        return []
    names = sorted(found)
    shown, shown_en = "、".join(names[:3]), ", ".join(names[:3])
    more = len(names) > 3
    return [
        Fault(
            where=Where(file="event.toml", key="precedence.units"),
            message=Text(
                f"{shown}{'等' if more else ''}{len(names)}个单位没有先后，"
                "暂按单位名称的字码排列。",
                f"nobody says which of {len(names)} units comes first ({shown_en}"
                f"{', …' if more else ''}); they stand by the code points of their names.",
            ),
            advice=Text(
                '请在“单位”表填序号，或在 [precedence] 写 units = ["…", "…"]；'
                '不论单位的，在 by 里去掉 "unit"。',
                'Number them on the sheet of units, or write units = ["…", "…"] in '
                '[precedence]; if units do not matter, take "unit" out of by.',
            ),
            severity="doubt",
        )
    ]


def _refuse_cycle(graph: nx.DiGraph, members: Mapping[str, Person]) -> None:
    try:
        cycle = [a for a, _ in nx.find_cycle(graph)]
    except nx.NetworkXNoCycle:
        return
    start = cycle.index(min(cycle))
    turned = cycle[start:] + cycle[:start] + [cycle[start]]
    names = [members[pid].called for pid in turned]
    raise BadInputError(
        [
            Fault(
                where=Where(file="event.toml", key="precedence.before"),
                message=Text(
                    f"先后关系自相矛盾，成了一个圈：{'→'.join(n.zh for n in names)}",
                    "the statements contradict one another in a circle: "
                    + " > ".join(n.en for n in names),
                ),
                advice=Text("请删去其中一条。", "Remove one of them."),
            )
        ]
    )


def _reader(
    name: str, units: Sequence[Unit], spec: PrecedenceSpec, doubts: list[Fault]
) -> Callable[[Person], Any]:
    if name == "rank":
        return lambda p: (p.rank is None, p.rank or 0)
    if name == "unit":
        place = {u.name: (u.order or _NO_ORDER, i) for i, u in enumerate(units)}
        place |= {unit: (0, i) for i, unit in enumerate(spec.units)}
        return lambda p: place.get(p.unit, (10**7, 0))
    if name == "seniority":
        return lambda p: (not p.seniority, p.seniority)
    if name == "strokes":
        return _strokes(spec.strokes, doubts)
    if name == "pinyin":
        return _pinyin
    if name == "name":
        return lambda p: p.name
    if name == "id":
        return lambda p: (natural(p.id), p.id)
    raise BadInputError(
        [
            Fault(
                where=Where(file="event.toml", key="precedence.by"),
                message=Text(f"不认识的排序依据“{name}”", f"unknown criterion {name!r}"),
                advice=Text(f"可用：{'、'.join(CRITERIA)}", f"accepted: {', '.join(CRITERIA)}"),
            )
        ]
    )


def _strokes(mode: str, doubts: list[Fault]) -> Callable[[Person], Any]:
    from seating.precedence.strokes import stroke_key

    def read(person: Person) -> Any:
        found = stroke_key(person.name, "no-space" if mode == "no-space" else "space-first")
        for char in found.doubts:
            where = person.where or Where(file="roster")
            doubts.append(
                Fault(
                    where=where,
                    message=Text(
                        f"“{person.name}”中的“{char}”不在《通用规范汉字表》内，笔画顺序为近似值",
                        f"{char!r} in {person.name!r} is outside the official table of "
                        "characters; its stroke order is approximate",
                    ),
                    severity="doubt",
                )
            )
        return found.key

    return read


def _pinyin(person: Person) -> Any:
    from seating.precedence.pinyin import pinyin_key

    return pinyin_key(person.name, person.reading or None)
