"""Models of only those people about whom some rules ask (只涉及有关人员的模型).

Everybody else is interchangeable to these rules: it is enough that places are left over for
them, class by class, unless a rule minds strangers wherever they sit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ortools.sat.python import cp_model

from seating.facts.rule import LEVELS, Level, Rule, Scene
from seating.solving.involved import concerns_strangers, people_of
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
    for higher in LEVELS[1 : LEVELS.index(level)]:
        if not isinstance(posted.totals[higher], int):
            posted.model.add(posted.totals[higher] <= cost[higher])
    total = posted.totals[level]
    if isinstance(total, int):
        return total
    posted.model.minimize(total)
    hint(posted.ask, places, total)
    solver, status = run(posted.model, limits, watch, scene.sitting, "prove")
    if status not in FOUND and status != cp_model.UNKNOWN:
        return 0
    return lower_bound(solver)
