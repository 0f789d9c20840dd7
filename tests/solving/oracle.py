"""The solver's amounts compared with the checker's, for every placement at once.

The solver's auxiliary variables may come to more than the true amount (they are pressed down
only by the objective), so two questions are put: can any placement cost the solver less than
the checker counts, and can each placement cost it exactly that?
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ortools.sat.python import cp_model
from smallworld import placements

from seating.facts.plan import Placing
from seating.facts.rule import Scene
from seating.solving.ask import ModelAsk, span

Spots = tuple[str, ...]


class _Collect(cp_model.CpSolverSolutionCallback):
    def __init__(self, spots: Sequence[tuple[Any, Spots]]) -> None:
        super().__init__()
        self._spots = spots
        self.met: set[Spots] = set()

    def on_solution_callback(self) -> None:
        self.met.add(tuple(places[self.value(var)] for var, places in self._spots))


def checker_amounts(
    scene: Scene, kind: Any, candidates: Mapping[str, Sequence[str]] | None = None
) -> dict[Spots, int]:
    """Return the checker's sum of amounts of every placement, places in the order of people."""
    allowed = candidates or scene.eligible
    people = [p.id for p in scene.people]
    return {
        tuple(places[p] for p in people): sum(
            bite.amount for bite in kind.check(scene, Placing(sitting=scene.sitting, places=places))
        )
        for places in placements(scene)
        if all(places[p] in allowed[p] for p in people)
    }


def differences(
    scene: Scene, kind: Any, candidates: Mapping[str, Sequence[str]] | None = None
) -> list[tuple[Spots, str, int]]:
    """Return (places, "less" or "more", checker's amount) where the solver's least differs."""
    checker = checker_amounts(scene, kind, candidates)
    if not checker:
        return []
    found = [(at, "less", checker[at]) for at in _met(scene, kind, candidates, checker, less=True)]
    reached = _met(scene, kind, candidates, checker, less=False)
    return found + [(at, "more", told) for at, told in checker.items() if at not in reached]


def _met(
    scene: Scene,
    kind: Any,
    candidates: Mapping[str, Sequence[str]] | None,
    checker: Mapping[Spots, int],
    *,
    less: bool,
) -> set[Spots]:
    """Placements at which the solver can come to the checker's amount, or one with less."""
    model = cp_model.CpModel()
    ask = ModelAsk(model, candidates or scene.eligible)
    for place in scene.layout.places:
        here = [var for (_, spot), var in ask.x.items() if spot == place.id]
        if here:
            model.add(sum(here) <= place.capacity)
    amount = sum(expr for _, expr in kind.compile(scene, ask))
    total = model.new_int_var(*span(amount), "total")
    model.add(total == amount)
    spots: list[tuple[Any, Spots]] = []
    for person in scene.people:
        places = ask.places[person.id]
        where = model.new_int_var(0, len(places) - 1, "")
        model.add(where == sum(i * ask.x[person.id, p] for i, p in enumerate(places)))
        spots.append((where, places))
    counted = model.new_int_var(min(checker.values()), max(checker.values()), "counted")
    rows = [
        (*(places.index(p) for p, (_, places) in zip(at, spots, strict=True)), told)
        for at, told in checker.items()
    ]
    model.add_allowed_assignments([*(where for where, _ in spots), counted], rows)
    model.add(total < counted if less else total == counted)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.enumerate_all_solutions = not less
    solver.parameters.linearization_level = 0
    collect = _Collect(spots)
    status = solver.solve(model, collect)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
    assert less or status != cp_model.FEASIBLE, "every solution must be listed"
    return collect.met
