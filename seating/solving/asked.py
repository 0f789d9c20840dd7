"""Bounds by smaller models: of only some people, or by only some rules (较小的模型).

Either leaves something out, which can only lower the cost, so the bound holds for every plan.

* Of people about whom no rule asks: they are interchangeable, and it is enough that places are
  left over for them, class by class, unless a rule minds strangers wherever they sit.
* Of rules: those that do not single out a few people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ortools.sat.python import cp_model

from seating.facts.rule import LEVELS, Level, Rule, Scene
from seating.solving.involved import concerns_strangers, named_people, people_of
from seating.solving.levels import FOUND, Posted, hint, lower_bound, post
from seating.solving.run import Limits, Watch, run


def asked_about(scene: Scene, rules: Sequence[Rule]) -> frozenset[str]:
    """Return the people whose places matter to any of the rules."""
    if any(concerns_strangers(scene, rule) for rule in rules):
        return frozenset(p.id for p in scene.people)
    return frozenset(p for rule in rules for p in people_of(scene, rule))


def post_asked(scene: Scene, rules: Sequence[Rule]) -> Posted | None:
    """Post rules for the people they ask about, with room kept for all the others.

    ``None`` on a plain contradiction.
    """
    asked = asked_about(scene, rules)
    posted = post(scene, rules, {p: scene.eligible[p] for p in sorted(asked)})
    if posted is None:
        return None
    rest: dict[tuple[str, ...], int] = {}
    for person in scene.people:
        if person.id not in asked:
            places = scene.eligible[person.id]
            rest[places] = rest.get(places, 0) + 1
    for places, number in rest.items():
        room = sum(scene.layout.by_id[p].capacity for p in places)
        free = set(places)
        inside = [var for (_, place), var in posted.ask.x.items() if place in free]
        posted.model.add(sum(inside) + number <= room)
    return posted


def bound_by_asked(
    scene: Scene,
    rules: Sequence[Rule],
    level: Level,
    cost: Mapping[Level, int],
    places: Mapping[str, str],
    largest: int,
    limits: Limits,
    watch: Watch,
) -> int:
    """Bound a level of all plans that cost no more above it, from the rules down to it.

    Args:
        scene: the sitting.
        rules: all its rules.
        level: the level to bound.
        cost: what a known plan costs at each level.
        places: that plan.
        largest: pairs of person and place that may be looked at; 0 is returned beyond.
        limits: of the search.
        watch: of the search.
    """
    told = [r for r in rules if LEVELS.index(r.level) <= LEVELS.index(level)]
    if sum(len(scene.eligible[p]) for p in asked_about(scene, told)) > largest:
        return 0
    posted = post_asked(scene, told)
    if posted is None:
        return 0
    return _least(scene, posted, level, cost, places, limits, watch)


def bound_by_named(
    scene: Scene,
    rules: Sequence[Rule],
    level: Level,
    cost: Mapping[Level, int],
    places: Mapping[str, str],
    largest: int,
    limits: Limits,
    watch: Watch,
) -> int:
    """Bound the level of due places by those rules alone that single out a few people.

    Rules about everybody are left out, which can only lower the cost: what remains is everybody
    on his due place but for a few, and those who must make room for them.  Arguments as for
    :func:`bound_by_asked`.
    """
    if sum(map(len, scene.eligible.values())) > largest:
        return 0
    told = [r for r in rules if r.kind.kind == "due-place" or named_people(scene, r)]
    posted = post(scene, told, scene.eligible)
    if posted is None:
        return 0
    return _least(scene, posted, level, cost, places, limits, watch, light=True)


def _least(
    scene: Scene,
    posted: Posted,
    level: Level,
    cost: Mapping[Level, int],
    places: Mapping[str, str],
    limits: Limits,
    watch: Watch,
    *,
    light: bool = False,
) -> int:
    """Bound a level of a model in which the levels above cost no more than is known."""
    for higher in LEVELS[1 : LEVELS.index(level)]:
        if not isinstance(posted.totals[higher], int):
            posted.model.add(posted.totals[higher] <= cost[higher])
    total = posted.totals[level]
    if isinstance(total, int):
        return total
    posted.model.minimize(total)
    hint(posted.ask, places, total)
    solver, status = run(posted.model, limits, watch, scene.sitting, "prove", light=light)
    return lower_bound(solver) if status in (*FOUND, cp_model.UNKNOWN) else 0
