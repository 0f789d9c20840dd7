"""The solver's own amount for every placement at once, to be compared with the checker's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ortools.sat.python import cp_model

from seating.facts.plan import Placing
from seating.facts.rule import Scene
from seating.solving.ask import ModelAsk, span

Spots = tuple[str, ...]


class _Collect(cp_model.CpSolverSolutionCallback):
    def __init__(self, spots: Sequence[tuple[Any, Spots]], total: Any) -> None:
        super().__init__()
        self._spots, self._total = spots, total
        self.least: dict[Spots, int] = {}

    def on_solution_callback(self) -> None:
        at = tuple(places[self.value(var)] for var, places in self._spots)
        total = self.value(self._total)
        self.least[at] = min(total, self.least.get(at, total))


def solver_amounts(
    scene: Scene, kind: Any, candidates: Mapping[str, Sequence[str]] | None = None
) -> dict[Spots, int]:
    """Return the least sum of amounts of every placement, places in the order of the people.

    One search lists all solutions of the model, those of its auxiliary variables included;
    a placement that the rule's own constraints forbid is missing from the answer.
    """
    model = cp_model.CpModel()
    ask = ModelAsk(model, candidates or scene.eligible)
    for place in scene.layout.places:
        here = [var for (_, spot), var in ask.x.items() if spot == place.id]
        if here:
            model.add(sum(here) <= place.capacity)
    amount = sum(expr for _, expr in kind.compile(scene, ask))
    low, high = span(amount)
    total = model.new_int_var(low, high, "total")
    model.add(total == amount)
    spots = []
    for person in scene.people:
        places = ask.places[person.id]
        where = model.new_int_var(0, len(places) - 1, "")
        model.add(where == sum(i * ask.x[person.id, p] for i, p in enumerate(places)))
        spots.append((where, places))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.linearization_level = 0
    collect = _Collect(spots, total)
    status = solver.solve(model, collect)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE), "every solution must be listed"
    return collect.least


def checker_amounts(
    scene: Scene, kind: Any, candidates: Mapping[str, Sequence[str]] | None = None
) -> dict[Spots, int]:
    """Return the checker's sum of amounts of every placement, places in the order of people."""
    from smallworld import placements

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
) -> list[tuple[Spots, int | None, int]]:
    """Return (places, solver's amount, checker's amount) wherever the two faces differ."""
    solver = solver_amounts(scene, kind, candidates)
    checker = checker_amounts(scene, kind, candidates)
    assert solver.keys() <= checker.keys(), "the solver knows a placement that cannot be"
    return [
        (spots, solver.get(spots), counted)
        for spots, counted in checker.items()
        if solver.get(spots) != counted
    ]
