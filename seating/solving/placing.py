"""People into places: must → should → keep → prefer, each proven or bounded (排座求解).

Small sittings are one model.  In a large one people whom no rule singles out stay near their
due places, so three steps follow one another:

1. a first plan, freeing only the surroundings of the people named by rules;
2. better plans, one surrounding at a time, each solved exactly for all levels; where rules
   stay broken, also by moving whole parties (:mod:`seating.solving.reordering`);
3. bounds (:mod:`seating.solving.proving`); where they leave room, step 2 again in larger
   surroundings.

A re-plan is guided by :mod:`seating.solving.moves_guess` instead of step 1.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence

from seating.facts.rule import Level, Rule, Scene
from seating.solving.involved import named_people
from seating.solving.levels import Outcome, find_any, solve_levels
from seating.solving.moves_guess import guess
from seating.solving.moves_reading import demands
from seating.solving.proving import prove
from seating.solving.regions import Lines, confined, hot_groups, region
from seating.solving.reordering import reordered
from seating.solving.run import Limits, Watch
from seating.solving.settling import settle
from seating.solving.starting import gaps, start_of, unsettled

TINY = 1200
SMALL = 4000
WIDTHS = (8, 16, 32)
LARGEST_REGION = 90
_SHARE = 0.15  # of the work allowed for one search, for one surrounding
_ENOUGH = 0.5  # of it, for all surroundings of a few sizes together
_BRIEF = 0.3  # of it, for a first proof


def solve_placing(
    scene: Scene, rules: Sequence[Rule], limits: Limits, watch: Watch
) -> Outcome | None:
    """Return the best placing, or ``None`` if the must rules cannot all hold.

    Raises:
        TimeoutError: the limit ended the search before any placing was found.
    """
    size = sum(len(places) for places in scene.eligible.values())
    if size <= SMALL:
        start = start_of(scene)
        if size > TINY and not scene.before:
            start = reordered(scene, rules, start) or start
        found = solve_levels(scene, rules, scene.eligible, start, limits, watch)
        return found and settle(scene, rules, scene.eligible, found, limits, watch)
    guided = _guided(scene, rules, limits, watch) if scene.before else None
    proven, floors = guided if guided is not None else (None, {})
    if proven is None or not all(r.proven for r in proven.levels):
        firsts = [proven.places] if proven is not None else _firsts(scene, rules, limits, watch)
        proven = _improved(scene, rules, firsts, floors, limits, watch)
        if proven is None:
            return None
    lines = Lines.of(scene)
    for group in (*hot_groups(scene, rules, proven.places), *unsettled(scene)):
        area = region(lines, group, WIDTHS[0])
        if len(area) <= LARGEST_REGION:
            candidates = confined(scene, proven.places, area)
            proven = settle(scene, rules, candidates, proven, limits, watch)
    return proven


def _guided(
    scene: Scene, rules: Sequence[Rule], limits: Limits, watch: Watch
) -> tuple[Outcome, Mapping[Level, int]] | None:
    """When re-planning, find the plan that moves the fewest as the model of runs has it.

    Returns the plan with what is proven of it, and the bounds that hold for any plan that is
    as good at the level should.
    """
    found = guess(scene, rules, limits, watch)
    if found is None:
        return None
    start = start_of(scene)
    try:
        plan = solve_levels(scene, rules, found.candidates, start, limits, watch, stage="start")
    except TimeoutError:
        return None
    if plan is None:
        return None
    should = next(r.value for r in plan.levels if r.level == "should")
    floors: dict[Level, int] = {"should": found.should}
    if should <= found.should:
        floors["keep"] = found.moves
    return prove(scene, rules, plan, limits, watch, floors), floors


def _firsts(
    scene: Scene, rules: Sequence[Rule], limits: Limits, watch: Watch
) -> Iterator[Mapping[str, str]]:
    """Find plans to begin with; none if the must rules cannot hold.

    Where a gap is to be closed there are two: everybody moved up, or only along his row.
    """
    level: Level = "prefer"
    starts = [start_of(scene)]
    if scene.before and demands(scene, rules).kept:
        level = "keep"
    elif scene.before:
        starts.insert(0, scene.due)
    for start in starts:
        first = _first(scene, rules, start, level, limits, watch)
        if first is None:
            return
        yield first


def _first(
    scene: Scene,
    rules: Sequence[Rule],
    start: Mapping[str, str],
    level: Level,
    limits: Limits,
    watch: Watch,
) -> Mapping[str, str] | None:
    """Find a plan that keeps the must rules, as near to a start as is easy."""
    lines = Lines.of(scene)
    spots = [spot for group in _groups(scene, rules, start) for spot in group]
    for width in WIDTHS:
        area = region(lines, spots, width)
        candidates = confined(scene, start, area)
        for rule in rules:
            for person in named_people(scene, rule):
                candidates[person] = scene.eligible[person]
        found = find_any(scene, rules, candidates, start, level, limits, watch)
        if found is not None:
            return found
    return find_any(scene, rules, scene.eligible, start, level, limits, watch)


def _improved(
    scene: Scene,
    rules: Sequence[Rule],
    firsts: Iterable[Mapping[str, str]],
    floors: Mapping[Level, int],
    limits: Limits,
    watch: Watch,
) -> Outcome | None:
    """Improve plans in small surroundings; the best in larger ones if the proof leaves room.

    A further first plan is looked at only if the one before breaks rules above the lowest level.
    """
    close, *far = WIDTHS
    better: Outcome | None = None
    for first in firsts:
        plan = _improve(scene, rules, first, (close,), limits, watch)
        if better is None or plan.values < better.values:
            better = plan
        if not any(better.values[:-1]):
            break
    if better is None:
        return None
    better = _reordered(scene, rules, better, limits, watch)
    brief = dataclasses.replace(limits, work=limits.work * _BRIEF)
    proven = prove(scene, rules, better, brief, watch, floors)
    if all(r.proven for r in proven.levels) or not far:
        return proven
    better = _improve(scene, rules, proven.places, far, limits, watch)
    if better.values < proven.values:
        return prove(scene, rules, better, limits, watch, floors)
    return proven


def _reordered(
    scene: Scene, rules: Sequence[Rule], plan: Outcome, limits: Limits, watch: Watch
) -> Outcome:
    """Move whole parties where rules above the lowest level stay broken, as long as it pays."""
    while any(plan.values[:-1]) and not scene.before and not watch.stopped:
        order = reordered(scene, rules, plan.places)
        if order is None:
            break
        found = _improve(scene, rules, order, WIDTHS[:1], limits, watch)
        if found.values >= plan.values:
            break
        plan = found
    return plan


def _improve(
    scene: Scene,
    rules: Sequence[Rule],
    places: Mapping[str, str],
    widths: Sequence[int],
    limits: Limits,
    watch: Watch,
) -> Outcome:
    """Solve one surrounding after another until none gives anything better, or work runs out."""
    lines = Lines.of(scene)
    enough = watch.spent + limits.work * _ENOUGH
    best: Outcome | None = None
    little = dataclasses.replace(limits, work=limits.work * _SHARE)
    for width in widths:
        changed = True
        while changed and not watch.stopped and watch.spent < enough:
            changed = False
            groups = _groups(scene, rules, places)
            for area in sorted((region(lines, g, width) for g in groups), key=len):
                if len(area) > LARGEST_REGION and width > WIDTHS[0]:
                    continue
                found = solve_levels(
                    scene,
                    rules,
                    confined(scene, places, area),
                    places,
                    little,
                    watch,
                    stage="improve",
                )
                if found is not None and (best is None or found.values < best.values):
                    changed = changed or best is not None
                    best, places = found, found.places
                if watch.stopped or watch.spent > enough:
                    break
    if best is None:
        best = solve_levels(
            scene, rules, {p: (at,) for p, at in places.items()}, places, limits, watch
        )
    assert best is not None, "a plan that was found must be found again"
    return best


def _groups(
    scene: Scene, rules: Sequence[Rule], places: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    """Groups of places around which it pays to search."""
    return (*hot_groups(scene, rules, places), *unsettled(scene), *gaps(scene, rules, places))
