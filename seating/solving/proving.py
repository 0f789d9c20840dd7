"""How much better a plan could still be, level by level (下界与证明).

A bound of a level speaks of all plans that cost no more at the levels above it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seating.facts.plan import LevelResult
from seating.facts.rule import LEVELS, Level, Rule, Scene
from seating.solving.asked import bound_by_asked, bound_by_named
from seating.solving.involved import named_people
from seating.solving.levels import Outcome, solve_levels
from seating.solving.moves import least_moves, least_should
from seating.solving.moves_reading import Demands, demands
from seating.solving.moves_ways import Anchor, Steps, least_of_stays, least_ways, stays
from seating.solving.regions import Lines
from seating.solving.run import Limits, Watch

MEDIUM = 12000
LARGEST = 40000
WINDOWS = (6, 12, 24, 48, 96)


def prove(
    scene: Scene,
    rules: Sequence[Rule],
    plan: Outcome,
    limits: Limits,
    watch: Watch,
    floors: Mapping[Level, int] | None = None,
) -> Outcome:
    """Bound each level for all places; return a better plan if one is met on the way.

    ``floors`` are bounds that are known already.
    """
    cost = {r.level: r.value for r in plan.levels}
    anchor = anchor_of(rules)
    moving = bool(scene.before) and cost["keep"] > 0
    size = sum(len(places) for places in scene.eligible.values())
    if anchor is None or (moving and size <= MEDIUM):
        found = solve_levels(
            scene, rules, scene.eligible, plan.places, limits, watch, stage="prove"
        )
        if found is not None and found.values <= plan.values:
            return found
    if anchor is None:
        return bounded(plan, {}, watch)
    known = demands(scene, rules) if scene.before else None
    if known is not None and known.kept and anchor.level == "prefer":
        plan, bounds = _beside(scene, rules, plan, known, anchor, limits, watch)
    else:
        plan, bounds = _in_window(scene, rules, plan, anchor, limits, watch)
    bounds |= _above(scene, rules, plan, anchor.level, floors or {}, limits, watch)
    return bounded(plan, bounds, watch)


def _beside(
    scene: Scene,
    rules: Sequence[Rule],
    plan: Outcome,
    known: Demands,
    anchor: Anchor,
    limits: Limits,
    watch: Watch,
) -> tuple[Outcome, dict[Level, int]]:
    """Bound the level of due places beside an earlier plan: only so few may move."""
    cost = {r.level: r.value for r in plan.levels}
    movers = cost["keep"] // min(weight for _, weight in known.kept.values())
    staying = {p: anchor.weight * n for p, n in stays(scene, known, anchor).items()}
    if not movers:
        candidates = {
            p: (known.kept[p][0],) if p in known.kept else places
            for p, places in scene.eligible.items()
        }
        return _inside(scene, rules, plan, candidates, limits, watch)
    least = least_of_stays(staying, movers)
    if least < cost["prefer"] and known.runs:
        least = max(least, least_ways(scene, known, anchor, cost, limits, watch))
    if least < cost["prefer"]:
        candidates = _affordable(scene, anchor, staying, movers, cost["prefer"])
        if sum(map(len, candidates.values())) <= MEDIUM:
            plan, bounds = _inside(scene, rules, plan, candidates, limits, watch)
            least = max(least, bounds.get("prefer", 0))
    return plan, {"prefer": least}


def _inside(
    scene: Scene,
    rules: Sequence[Rule],
    plan: Outcome,
    candidates: Mapping[str, Sequence[str]],
    limits: Limits,
    watch: Watch,
) -> tuple[Outcome, dict[Level, int]]:
    """Search where every plan lies that is as good as this one above the lowest level."""
    found = solve_levels(scene, rules, candidates, plan.places, limits, watch, stage="prove")
    if found is None or found.values > plan.values:
        return plan, {}
    if found.values[:-1] < plan.values[:-1]:
        return found, {}
    return found, {"prefer": found.levels[-1].bound}


def _affordable(
    scene: Scene, anchor: Anchor, staying: Mapping[str, int], movers: int, value: int
) -> dict[str, tuple[str, ...]]:
    """Leave out places so far from the due one that the plan would cost more than it does.

    Of those who have an earlier place at most so many move; the others pay for staying.
    """
    steps = Steps(scene, anchor.covered)
    found: dict[str, tuple[str, ...]] = {}
    for person, places in scene.eligible.items():
        others = {p: n for p, n in staying.items() if p != person}
        moving = movers - (person in staying)
        spare = value - least_of_stays(others, moving)
        found[person] = tuple(
            place for place in places if anchor.weight * steps.price(person, place) <= spare
        )
    return found


def bounded(plan: Outcome, bounds: Mapping[Level, int], watch: Watch) -> Outcome:
    """Return the plan with these bounds in place of those of the searches that led to it."""
    return Outcome(
        places=plan.places,
        levels=tuple(
            LevelResult(
                level=r.level, value=r.value, bound=min(r.value, max(0, bounds.get(r.level, 0)))
            )
            for r in plan.levels
        ),
        stopped=plan.stopped or watch.stopped,
    )


def anchor_of(rules: Sequence[Rule]) -> Anchor | None:
    """Return the rule of due places that holds the order together, if there is one."""
    orders = [r for r in rules if r.kind.kind == "due-place" and r.level != "must"]
    if not orders:
        return None
    order = min(orders, key=lambda r: (LEVELS.index(r.level), -r.weight))
    who = frozenset(getattr(order.kind, "who", ()))
    return Anchor(level=order.level, weight=order.weight, covered=who)


def _above(
    scene: Scene,
    rules: Sequence[Rule],
    plan: Outcome,
    level: Level,
    floors: Mapping[Level, int],
    limits: Limits,
    watch: Watch,
) -> dict[Level, int]:
    """Bound the levels above one, where the plan costs more than is known to be the least."""
    cost = {r.level: r.value for r in plan.levels}
    found: dict[Level, int] = dict(floors)
    for higher in LEVELS[1 : LEVELS.index(level)]:
        if cost[higher] <= found.get(higher, 0):
            continue
        found[higher] = bound_by_asked(
            scene, rules, higher, cost, plan.places, MEDIUM, limits, watch
        )
        if found[higher] < cost[higher] and higher == "should":
            least = least_should(scene, rules, cost["should"], limits, watch)
            found[higher] = max(found[higher], least)
        elif found[higher] < cost[higher] and higher == "keep" and scene.before:
            least = least_moves(scene, rules, cost["should"], cost["keep"], limits, watch)
            found[higher] = max(found[higher], least)
    return found


def _in_window(
    scene: Scene,
    rules: Sequence[Rule],
    plan: Outcome,
    anchor: Anchor,
    limits: Limits,
    watch: Watch,
) -> tuple[Outcome, dict[Level, int]]:
    """Bound the level of due places and those below it, widening the window as the cost demands.

    Nobody outside a window of w steps belongs to a plan that costs less than weight · (w + 1)²
    there, whatever it costs above.
    """
    bounds: dict[Level, int] = {}
    level = anchor.level
    cost = {r.level: r.value for r in plan.levels}
    for width in WINDOWS:
        outside = anchor.weight * (width + 1) ** 2
        if cost[level] >= outside and width != WINDOWS[-1]:
            continue
        candidates = _window(scene, rules, width, anchor.covered)
        if cost[level] >= outside:  # too dear for any window: somebody is sent very far
            bounds[level] = bound_by_named(
                scene, rules, level, cost, plan.places, LARGEST, limits, watch
            )
            if bounds[level] >= outside or sum(map(len, candidates.values())) > MEDIUM:
                break
        found = solve_levels(scene, rules, candidates, plan.places, limits, watch, stage="prove")
        if found is None:
            break
        if found.values < plan.values:
            plan = found
        if found.values == plan.values:
            values = {r.level: r.value for r in plan.levels}
            inside = {r.level: r.bound for r in found.levels}
            bounds[level] = max(bounds.get(level, 0), min(inside[level], outside))
            if values[level] < outside:  # no plan as good lies outside the window
                below = LEVELS[LEVELS.index(level) + 1 :]
                bounds.update({lower: inside[lower] for lower in below})
        break
    return plan, bounds


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
