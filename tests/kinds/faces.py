"""Whether a rule's solver face gives the checker's amount for every placement at once.

Some answers of the solver's model are pressed from below only: at one placement they may come
to any amount from the true one up.  So two questions are put: is there a placement for which
the solver can come to less than the checker?  And for which placements can it come to exactly
the checker's amount?
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oracle import Spots, checker_amounts
from ortools.sat.python import cp_model

from seating.facts.rule import Scene
from seating.solving.ask import ModelAsk, span

Amounts = dict[Spots, int]


class _Collect(cp_model.CpSolverSolutionCallback):
    def __init__(self, where: Sequence[cp_model.IntVar]) -> None:
        super().__init__()
        self.where, self.met = where, set[tuple[int, ...]]()

    def on_solution_callback(self) -> None:
        self.met.add(tuple(self.value(var) for var in self.where))


def differences(
    scene: Scene, kind: Any, candidates: Mapping[str, Sequence[str]] | None = None
) -> list[tuple[Spots, str, int]]:
    """Return (places, what the solver says, the checker's amount) where they differ.

    One placement at which the solver says less is enough.
    """
    told = checker_amounts(scene, kind, candidates)
    if not told:  # so few candidates that there is no placement at all
        return []
    model, where, least = _model(scene, kind, told, candidates)
    low, high = span(least[0])
    model.add(least[0] <= least[1] - 1) if low < high else None
    solver = _solver()
    if low < high or low < max(told.values()):
        status = solver.solve(model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            spots = _spots(scene, candidates, tuple(solver.value(v) for v in where))
            return [(spots, "less", told[spots])]
    model, where, least = _model(scene, kind, told, candidates)
    model.add(least[0] == least[1])
    solver = _solver()
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.linearization_level = 0
    collect = _Collect(where)
    status = solver.solve(model, collect)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE), "every solution must be listed"
    reached = {_spots(scene, candidates, met) for met in collect.met}
    return [(spots, "more", told[spots]) for spots in told if spots not in reached]


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver


def _spots(
    scene: Scene, candidates: Mapping[str, Sequence[str]] | None, at: tuple[int, ...]
) -> Spots:
    allowed = candidates or scene.eligible
    return tuple(allowed[p.id][i] for p, i in zip(scene.people, at, strict=True))


def _model(
    scene: Scene,
    kind: Any,
    told: Amounts,
    candidates: Mapping[str, Sequence[str]] | None,
) -> tuple[cp_model.CpModel, list[cp_model.IntVar], tuple[Any, Any]]:
    """Return the model, where each person sits, and (solver's amount, checker's amount)."""
    model = cp_model.CpModel()
    ask = ModelAsk(model, candidates or scene.eligible)
    for place in scene.layout.places:
        here = [var for (_, spot), var in ask.x.items() if spot == place.id]
        if here:
            model.add(sum(here) <= place.capacity)
    amount = sum(expr for _, expr in kind.compile(scene, ask))
    where = []
    for person in scene.people:
        places = ask.places[person.id]
        at = model.new_int_var(0, len(places) - 1, "")
        model.add(at == sum(i * ask.x[person.id, p] for i, p in enumerate(places)))
        where.append(at)
    counted = model.new_int_var(min(told.values()), max(told.values()), "")
    number = [{p: i for i, p in enumerate(ask.places[q.id])} for q in scene.people]
    rows = [(*(number[i][p] for i, p in enumerate(spots)), value) for spots, value in told.items()]
    model.add_allowed_assignments([*where, counted], rows)
    return model, where, (amount, counted)
