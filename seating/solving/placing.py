"""People into places: must → should → keep → prefer, each proven or bounded (排座求解).

Small sittings are one model.  In a large one people whom no rule singles out stay near their
due places, so three steps follow one another:

1. a first plan, freeing only the surroundings of the people named by rules;
2. better plans, one surrounding at a time, each solved exactly for all levels;
3. bounds, from a model in which everybody may move within a window.

The window of step 3 is no approximation: the rule of due places charges the square of the
steps, so nobody outside a window of w steps can belong to a plan that costs less than
(w + 1)².  Where the plan costs less than that, the bound holds for all places.

A re-plan that must move people is guided and bounded by :mod:`seating.solving.moves` instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seating.facts.plan import LevelResult
from seating.facts.rule import LEVELS, Level, Rule, Scene
from seating.solving.involved import named_people
from seating.solving.levels import Outcome, find_any, solve_levels
from seating.solving.moves import least_moves, least_should
from seating.solving.moves_guess import guess
from seating.solving.regions import Lines, confined, hot_groups, region
from seating.solving.run import Limits, Watch
from seating.solving.settling import settle
from seating.solving.starting import start_of, unsettled

SMALL = 4000
MEDIUM = 12000
WIDTHS = (8, 16, 32)
LARGEST_REGION = 90
WINDOWS = (6, 12, 24, 48, 96)


def solve_placing(
    scene: Scene, rules: Sequence[Rule], limits: Limits, watch: Watch
) -> Outcome | None:
    """Return the best placing, or ``None`` if the must rules cannot all hold.

    Raises:
        TimeoutError: the limit ended the search before any placing was found.
    """
    if sum(len(places) for places in scene.eligible.values()) <= SMALL:
        found = solve_levels(scene, rules, scene.eligible, start_of(scene), limits, watch)
        return found and settle(scene, rules, scene.eligible, found, limits, watch)
    first = _guided(scene, rules, limits, watch) or _first(scene, rules, limits, watch)
    if first is None:
        return None
    better = _improve(scene, rules, first, limits, watch)
    proven = _prove(scene, rules, better, limits, watch)
    lines = Lines.of(scene)
    for group in (*hot_groups(scene, rules, proven.places), *unsettled(scene)):
        area = region(lines, group, WIDTHS[0])
        if len(area) <= LARGEST_REGION:
            candidates = confined(scene, proven.places, area)
            proven = settle(scene, rules, candidates, proven, limits, watch)
    return proven


def _guided(
    scene: Scene, rules: Sequence[Rule], limits: Limits, watch: Watch
) -> Mapping[str, str] | None:
    """When re-planning, find the plan that moves the fewest as the model of runs has it."""
    candidates = guess(scene, rules, limits, watch)
    if not candidates:
        return None
    start = start_of(scene)
    try:
        found = solve_levels(scene, rules, candidates, start, limits, watch, stage="start")
    except TimeoutError:
        return None
    return found.places if found is not None else None


def _first(
    scene: Scene, rules: Sequence[Rule], limits: Limits, watch: Watch
) -> Mapping[str, str] | None:
    """Find a plan that keeps the must rules, as near to the due places as is easy."""
    lines, start = Lines.of(scene), start_of(scene)
    groups = (*hot_groups(scene, rules, start), *unsettled(scene))
    spots = [spot for group in groups for spot in group]
    for width in WIDTHS:
        area = region(lines, spots, width)
        candidates = confined(scene, start, area)
        for rule in rules:
            for person in named_people(scene, rule):
                candidates[person] = scene.eligible[person]
        found = find_any(scene, rules, candidates, start, limits, watch)
        if found is not None:
            return found
    return find_any(scene, rules, scene.eligible, start, limits, watch)


def _improve(
    scene: Scene,
    rules: Sequence[Rule],
    places: Mapping[str, str],
    limits: Limits,
    watch: Watch,
) -> Outcome:
    """Solve one surrounding after another until none gives anything better."""
    lines = Lines.of(scene)
    best: Outcome | None = None
    for width in WIDTHS:
        changed = True
        while changed and not watch.stopped:
            changed = False
            for group in (*hot_groups(scene, rules, places), *unsettled(scene)):
                area = region(lines, group, width)
                if len(area) > LARGEST_REGION and width > WIDTHS[0]:
                    continue
                found = solve_levels(
                    scene,
                    rules,
                    confined(scene, places, area),
                    places,
                    limits,
                    watch,
                    stage="improve",
                )
                if found is not None and (best is None or found.values < best.values):
                    changed = changed or best is not None
                    best, places = found, found.places
                if watch.stopped:
                    break
    if best is None:
        best = solve_levels(
            scene, rules, {p: (at,) for p, at in places.items()}, places, limits, watch
        )
    assert best is not None, "a plan that was found must be found again"
    return best


def _prove(
    scene: Scene, rules: Sequence[Rule], plan: Outcome, limits: Limits, watch: Watch
) -> Outcome:
    """Bound each level for all places, widening the window as the plan's cost demands."""
    anchor = _anchor(scene, rules)
    bounds = dict.fromkeys(LEVELS, 0)
    cost = {r.level: r.value for r in plan.levels}
    if scene.before and cost["keep"]:
        if sum(len(places) for places in scene.eligible.values()) <= MEDIUM:
            found = solve_levels(
                scene, rules, scene.eligible, plan.places, limits, watch, stage="prove"
            )
            if found is not None and found.values <= plan.values:
                return found
        known = cost["should"], cost["keep"]
        bounds["keep"] = least_moves(scene, rules, *known, limits, watch)
        bounds["should"] = least_should(scene, rules, known[0], limits, watch)
        return _bounded(plan, bounds, watch)
    if anchor is None:
        found = solve_levels(scene, rules, scene.eligible, plan.places, limits, watch)
        if found is not None and found.values <= plan.values:
            return found
        return _bounded(plan, bounds, watch)
    level, weight, covered = anchor
    for width in WINDOWS:
        outside = weight * (width + 1) ** 2
        if cost[level] >= outside and width != WINDOWS[-1]:
            continue
        candidates = _window(scene, rules, width, covered)
        found = solve_levels(scene, rules, candidates, plan.places, limits, watch, stage="prove")
        if found is None:
            break
        if found.values < plan.values:
            plan = found
        model_bounds = {r.level: r.bound for r in found.levels}
        values = {r.level: r.value for r in plan.levels}
        above = LEVELS[: LEVELS.index(level)]
        if not any(values[higher] for higher in above) and found.values == plan.values:
            bounds[level] = min(model_bounds[level], outside)
            if bounds[level] == values[level] < outside:  # no equal plan outside the window
                bounds.update(
                    {lower: model_bounds[lower] for lower in LEVELS[LEVELS.index(level) + 1 :]}
                )
        break
    return _bounded(plan, bounds, watch)


def _bounded(plan: Outcome, bounds: Mapping[Level, int], watch: Watch) -> Outcome:
    """Return the plan with these bounds in place of those of the searches that led to it."""
    return Outcome(
        places=plan.places,
        levels=tuple(
            LevelResult(level=r.level, value=r.value, bound=min(r.value, bounds[r.level]))
            for r in plan.levels
        ),
        stopped=plan.stopped or watch.stopped,
    )


def _anchor(scene: Scene, rules: Sequence[Rule]) -> tuple[Level, int, frozenset[str]] | None:
    """The rule of due places that holds the order together: its level, weight and people."""
    orders = [r for r in rules if r.kind.kind == "due-place" and r.level != "must"]
    if not orders:
        return None
    order = min(orders, key=lambda r: (LEVELS.index(r.level), -r.weight))
    return order.level, order.weight, frozenset(getattr(order.kind, "who", ()))


def _window(
    scene: Scene, rules: Sequence[Rule], width: int, covered: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    """Everybody within ``width`` steps of his due place; people named by rules anywhere."""
    lines = Lines.of(scene)
    named = {p for rule in rules for p in named_people(scene, rule)}
    found = {}
    for person, places in scene.eligible.items():
        free = person in named or person not in covered
        found[person] = places if free else lines.around(scene.due[person], width)
    return found
