"""Where a plan that moves few people may be found (从区间模型推测新方案).

The model of runs says who stays and where each run lies.  That leaves few places for everybody:
a plan among them is found at once, and mostly moves exactly as few as the model's bound.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from seating.facts.rule import Rule, Scene
from seating.solving.moves_model import RunModel
from seating.solving.moves_reading import demands
from seating.solving.run import Limits, Watch

_ANYTHING = 1_000_000
_LITTLE = 5.0
Candidates = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Where a plan with few moves may be found.

    Attributes:
        candidates: few places for everybody.
        should: a bound of the level should of any plan.
        moves: a bound of the level keep of any plan that costs no more at level should.
    """

    candidates: Candidates
    should: int
    moves: int


def guess(scene: Scene, rules: Sequence[Rule], limits: Limits, watch: Watch) -> Guess | None:
    """Say where a plan with few moves may lie; ``None`` if the model of runs says nothing."""
    demanded = demands(scene, rules)
    if not demanded.kept or not demanded.runs:
        return None
    should = 0
    found, moves = candidates(RunModel(scene, demanded, should), limits, watch)
    if not found:
        model = RunModel(scene, demanded, _ANYTHING)
        should = model.least(model.should, limits, watch)
        found, moves = candidates(RunModel(scene, demanded, should), limits, watch)
    return Guess(candidates=found, should=should, moves=moves) if found else None


def candidates(model: RunModel, limits: Limits, watch: Watch) -> tuple[Candidates, int]:
    """Places that agree with the fewest moves and, among those, with the shortest ways.

    Also returns the bound of the moves.
    """
    moves = model.least(model.moves, limits, watch)
    if model.solver is None:
        return {}, 0
    if not isinstance(model.moves, int):
        model.model.add(model.moves <= model.solver.value(model.moves))
    _hint(model, model.solver)
    model.least(_ways(model), dataclasses.replace(limits, work=_LITTLE), watch)
    return _agreeing(model, model.solver), moves


def _ways(model: RunModel) -> Any:
    """How far the runs begin from where their parties are due."""
    total: Any = 0
    for party, (begin, _, runs) in model.hulls.items():
        spot = {place: at for at, place in enumerate(runs.line)}
        home = min(spot[model.scene.due[p]] for p in party)
        way = model.model.new_int_var(0, len(spot), "")
        model.model.add(way >= begin - home)
        model.model.add(way >= home - begin)
        total += len(party) * way
    return total


def _hint(model: RunModel, solver: cp_model.CpSolver) -> None:
    hint = model.model.proto.solution_hint
    hint.vars.extend(range(len(solver.response_proto.solution)))
    hint.values.extend(solver.response_proto.solution)


def _agreeing(model: RunModel, solver: cp_model.CpSolver) -> Candidates:
    found: dict[str, tuple[str, ...]] = dict(model.domain)
    for party, (begin, stop, runs) in model.hulls.items():
        inside = set(runs.line[solver.value(begin) : solver.value(stop)])
        for person in party:
            found[person] = tuple(k for k in found[person] if k in inside) or found[person]
    for person in model.singled:
        at = tuple(k for k in model.domain[person] if solver.value(model.ask.x[person, k]))
        found[person] = at
    for person, stay in model.stay.items():
        if person not in model.singled and solver.value(stay):
            found[person] = (model.known.kept[person][0],)
    return found
