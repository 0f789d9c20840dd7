"""The last choice among plans of equal value: seniors before juniors (同值取舍)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from seating.facts.rule import Rule, Scene
from seating.solving.levels import FOUND, Candidates, Outcome, hint, post, read, recounted
from seating.solving.run import Limits, Watch, run


def settle(
    scene: Scene,
    rules: Sequence[Rule],
    candidates: Candidates,
    plan: Outcome,
    limits: Limits,
    watch: Watch,
) -> Outcome:
    """Among plans of the same value on every level, disturb the junior rather than the senior.

    Everybody off his due place counts with his distance from the end of the order; the levels
    are frozen, so nothing that is reported or verified can change but the placing.
    """
    posted = post(scene, rules, candidates)
    if posted is None or watch.stopped:
        return plan
    size = len(scene.people)
    moved = [
        (size - at) * (1 - posted.ask.at(person.id, (scene.due[person.id],)))
        for at, person in enumerate(scene.people)
        if person.id in posted.ask.places and len(posted.ask.places[person.id]) > 1
    ]
    for result in plan.levels:
        total = posted.totals[result.level]
        if not isinstance(total, int):
            posted.model.add(total <= result.value)
    total = sum(moved)
    if isinstance(total, int):
        return plan
    posted.model.minimize(total)
    if hint(posted.ask, plan.places, total) <= 0:
        return plan
    solver, status = run(posted.model, limits, watch, scene.sitting, "settle")
    if status not in FOUND:
        return plan
    places = read(solver, posted.ask)
    levels = plan.levels
    if not all(r.proven for r in levels):  # then the choice may have found something better
        levels = tuple(recounted(posted, places, r) for r in levels)
    return dataclasses.replace(plan, places=places, levels=levels)
