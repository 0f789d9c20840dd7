"""One model, level after level: each frozen at its value before the next (逐级求解)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from seating.facts.plan import LevelResult
from seating.facts.rule import LEVELS, Level, Rule, Scene
from seating.solving.ask import ModelAsk
from seating.solving.run import Limits, Watch, run

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)
Candidates = Mapping[str, Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The best placing found; ``stopped`` if the user or the limit ended the search early."""

    places: Mapping[str, str]
    levels: tuple[LevelResult, ...]
    stopped: bool

    @property
    def values(self) -> tuple[int, ...]:
        """The level values, to be compared from the left."""
        return tuple(result.value for result in self.levels)


@dataclass(frozen=True, kw_only=True)
class Posted:
    """A model with its questions and the total of each level."""

    model: cp_model.CpModel
    ask: ModelAsk
    totals: Mapping[Level, Any]


def solve_levels(
    scene: Scene,
    rules: Sequence[Rule],
    candidates: Candidates,
    start: Mapping[str, str],
    limits: Limits,
    watch: Watch,
    stage: str = "",
) -> Outcome | None:
    """Solve all levels over the candidates; ``None`` if the must rules cannot hold there.

    Raises:
        TimeoutError: the limit ended the search before any placing was found.
    """
    posted = post(scene, rules, candidates)
    if posted is None:
        return None
    places = _any(posted, start, limits, watch, scene.sitting)
    if places is None:
        return None
    model, ask = posted.model, posted.ask
    results = [LevelResult(level="must", value=0, bound=0)]
    early = False
    for level in LEVELS[1:]:
        total = posted.totals[level]
        if isinstance(total, int):
            results.append(LevelResult(level=level, value=total, bound=total))
            continue
        model.minimize(total)
        known = hint(ask, places, total)
        if known == 0:  # amounts are never negative, so nothing can be better
            results.append(LevelResult(level=level, value=0, bound=0))
            model.add(total <= 0)
            continue
        solver, status = run(model, limits, watch, scene.sitting, stage or level)
        value, bound = known, 0
        if status in FOUND:
            bound = round(solver.objective_value)
            if known < 0 or bound <= known:  # a search cut short may never have met its hint
                places, value = read(solver, ask), bound
            if status != cp_model.OPTIMAL:
                bound = lower_bound(solver)
        early = early or status != cp_model.OPTIMAL
        results.append(LevelResult(level=level, value=value, bound=bound))
        model.add(total <= value)
    if early:
        results = [recounted(posted, places, result) for result in results]
    return Outcome(places=places, levels=tuple(results), stopped=early or watch.stopped)


def recounted(posted: Posted, places: Mapping[str, str], result: LevelResult) -> LevelResult:
    """Read a level's value off a placing.

    A search that was cut short may report more than its placing costs, and a later search may
    have improved on it by the way.
    """
    total = posted.totals[result.level]
    if isinstance(total, int):
        return result
    posted.model.minimize(total)
    value = hint(posted.ask, places, total)
    return LevelResult(level=result.level, value=value, bound=min(value, result.bound))


def find_any(
    scene: Scene,
    rules: Sequence[Rule],
    candidates: Candidates,
    start: Mapping[str, str],
    level: Level,
    limits: Limits,
    watch: Watch,
) -> dict[str, str] | None:
    """Find a placing that keeps the must rules and pleases one level.

    The lowest level holds the due places: it is cheap and leads near the best plan.  The level
    ``keep`` may hold people to their earlier places, and leads near the earlier plan.

    Raises:
        TimeoutError: the limit ended the search first.
    """
    posted = post(scene, rules, candidates)
    if posted is None:
        return None
    places = _any(posted, start, limits, watch, scene.sitting)
    total = posted.totals[level]
    if places is None or isinstance(total, int):
        return places
    posted.model.minimize(total)
    hint(posted.ask, places, total)
    solver, status = run(posted.model, limits, watch, scene.sitting, "start")
    return read(solver, posted.ask) if status in FOUND else places


def _any(
    posted: Posted, start: Mapping[str, str], limits: Limits, watch: Watch, sitting: str
) -> dict[str, str] | None:
    """Keep the start if it keeps the must rules, else search for any placing that does."""
    hint(posted.ask, start)
    if start.keys() >= posted.ask.places.keys() and all(
        place in posted.ask.places[person] for person, place in start.items()
    ):
        solver = _fixed(posted.model)
        if solver is not None:
            return dict(start)
    solver, status = run(posted.model, limits, watch, sitting, "must")
    if status == cp_model.INFEASIBLE:
        return None
    if status not in FOUND:
        raise TimeoutError(sitting)
    return read(solver, posted.ask)


def post(scene: Scene, rules: Sequence[Rule], candidates: Candidates) -> Posted | None:
    """Post capacities and every rule; ``None`` on a plain contradiction."""
    model = cp_model.CpModel()
    ask = ModelAsk(model, candidates, {p.id: p.capacity for p in scene.layout.places})
    at: dict[str, list[Any]] = {}
    for (_, place), var in ask.x.items():
        at.setdefault(place, []).append(var)
    for place, variables in at.items():
        capacity = scene.layout.by_id[place].capacity
        if capacity == 1:
            model.add_at_most_one(variables)
        elif len(variables) > capacity:
            model.add(sum(variables) <= capacity)
    totals: dict[Level, Any] = dict.fromkeys(LEVELS, 0)
    for rule in rules:
        for _, amount in rule.kind.compile(scene, ask):
            if rule.level != "must":
                totals[rule.level] = totals[rule.level] + rule.weight * amount
            elif not isinstance(amount, int):
                model.add(amount == 0)
            elif amount:
                return None
    return Posted(model=model, ask=ask, totals=totals)


def _fixed(model: cp_model.CpModel) -> cp_model.CpSolver | None:
    """Solve with every hinted variable fixed; ``None`` if that is impossible."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.fix_variables_to_their_hinted_value = True
    solver.parameters.catch_sigint_signal = False
    return solver if solver.solve(model) in FOUND else None


def hint(ask: ModelAsk, places: Mapping[str, str], total: Any = None) -> int:
    """Hint a placing; with a total (the objective), also every auxiliary variable at its best.

    Returns the value of the total for this placing, -1 if it was not asked for.
    """
    model = ask.model
    model.clear_hints()  # type: ignore[no-untyped-call]
    stored = model.proto.solution_hint
    stored.vars.extend(var.index for var in ask.x.values())
    stored.values.extend(int(places.get(person) == place) for person, place in ask.x)
    solver = None if total is None else _fixed(model)
    if solver is None:
        return -1
    model.clear_hints()  # type: ignore[no-untyped-call]
    stored.vars.extend(range(len(model.proto.variables)))
    stored.values.extend(solver.response_proto.solution)
    return round(solver.objective_value)


def read(solver: cp_model.CpSolver, ask: ModelAsk) -> dict[str, str]:
    """Return place by person."""
    return {person: place for (person, place), var in ask.x.items() if solver.boolean_value(var)}


def lower_bound(solver: cp_model.CpSolver) -> int:
    """Return the bound of a minimised integer total, rounded up safely; never below 0."""
    return max(0, int(-(-(solver.best_objective_bound - 1e-6) // 1)))
