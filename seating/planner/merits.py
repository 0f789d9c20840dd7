"""In what each of several plans is the best: facts, no opinions (各方案所长)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from seating.facts.alternative import Alternative
from seating.facts.rule import LEVEL_TITLES, LEVELS
from seating.facts.text import Text

Measure = tuple[Callable[[Alternative], int], Callable[[int], Text]]


def with_merits(found: Sequence[Alternative]) -> list[Alternative]:
    """Return the plans with their merits, the best first.

    Costs under another reading of the convention are not compared with the others.
    """
    rivals = [a for a in found if a.option is None]
    return [
        dataclasses.replace(
            one,
            merits=(_under_its_own(one),)
            if one.option
            else (*_overall(at, one, rivals), *_single(one, rivals)),
        )
        for at, one in enumerate(found)
    ]


def _overall(at: int, one: Alternative, rivals: Sequence[Alternative]) -> list[Text]:
    """Say who costs least, level by level."""
    if one.totals != rivals[0].totals:
        return []
    if at:
        return [Text("各级代价与方案一相同", "costs as much as plan 1 at every level")]
    return [Text("逐级比较，代价最低", "the lowest cost, compared level by level")]


def _single(one: Alternative, rivals: Sequence[Alternative]) -> list[Text]:
    """Say at what the plan is ahead of all others; what all share is no merit."""
    said = []
    for measure, words in _MEASURES:
        values = [measure(a) for a in rivals]
        if measure(one) == min(values) < max(values) and values.count(min(values)) == 1:
            said.append(words(measure(one)))
    return said


def _level(name: str, at: int) -> Measure:
    title = LEVEL_TITLES[LEVELS[at]]
    return (
        lambda a: a.totals[at],
        lambda n: Text(
            f"“{title.zh}”一级代价最低（{n}）", f"the lowest cost at level {title.en} ({n})"
        ),
    )


_MEASURES: tuple[Measure, ...] = (
    *(_level(level, at) for at, level in enumerate(LEVELS) if level != "must"),
    (
        lambda a: len(a.broken),
        lambda n: Text(f"未满足的愿望最少（{n}条）", f"the fewest unmet wishes ({n})"),
    ),
    (
        lambda a: a.off,
        lambda n: Text(
            f"不在应坐位置的人最少（{n}人）", f"the fewest people off their due places ({n})"
        ),
    ),
)


def _under_its_own(one: Alternative) -> Text:
    """Say what the costs are under the plan's own reading of the convention."""
    if not any(one.totals):
        return Text("按此惯例没有任何违反", "breaks nothing under this reading")
    costs = [
        (LEVEL_TITLES[level], cost)
        for level, cost in zip(LEVELS, one.totals, strict=True)
        if cost and level != "must"
    ]
    return Text(
        "按此惯例计，" + "、".join(f"“{t.zh}”代价{n}" for t, n in costs),
        "under this reading: " + ", ".join(f"{t.en} {n}" for t, n in costs),
    )
