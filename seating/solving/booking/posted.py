"""Clauses put to a model: must rules as constraints, the others as totals (成模)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from seating.facts.booking_rule import BookingScene, Slots
from seating.facts.rule import LEVELS, Level
from seating.solving.booking.ask import Clause, Compiled
from seating.solving.booking.model import BookingModel
from seating.solving.booking.narrow import narrow

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


@dataclass(frozen=True, kw_only=True)
class Posted:
    """A model with the total of each level."""

    booking: BookingModel
    totals: Mapping[Level, Any]

    @property
    def model(self) -> cp_model.CpModel:
        """The solver's model."""
        return self.booking.model


def post(
    scene: BookingScene,
    clauses: Sequence[Clause],
    meetings: Iterable[str],
    *,
    optional: bool = False,
) -> Posted | None:
    """Put clauses about some meetings to a model; ``None`` on a plain contradiction.

    With ``optional`` the meetings may be left out, and those for which nothing is left at all
    are not in the model.
    """
    musts = [c for c in clauses if c.rule.level == "must"]
    choices = narrow(scene, meetings, musts)
    alive = [m for m in choices.starts if choices.possible(m)]
    if len(alive) < len(choices.starts):
        if not optional:
            return None
        choices = narrow(scene, alive, musts)
    booking = BookingModel(scene, choices, alive if optional else ())
    sums: dict[Level, list[Any]] = {level: [] for level in LEVELS}
    for clause in clauses:
        if clause.rule.level == "must":
            if not booking.forbid(clause.amount):
                return None
            continue
        amount = booking.value(clause.amount)
        if not (isinstance(amount, int) and amount == 0):
            sums[clause.rule.level].append(clause.rule.weight * amount)
    booking.finish()
    totals = {level: _total(amounts) for level, amounts in sums.items()}
    return Posted(booking=booking, totals=totals)


def _total(amounts: Sequence[Any]) -> Any:
    constant = sum(a for a in amounts if isinstance(a, int))
    rest = [a for a in amounts if not isinstance(a, int)]
    return cp_model.LinearExpr.sum([*rest, constant]) if rest else constant


def post_all(compiled: Compiled, *, optional: bool = False) -> Posted | None:
    """Put everything to a model."""
    meetings = [m.id for m in compiled.scene.meetings]
    return post(compiled.scene, compiled.clauses, meetings, optional=optional)


def complete(posted: Posted, slots: Slots, total: Any = None) -> list[int] | None:
    """Return the value of every variable for a booking, at its best for the total."""
    posted.booking.hint(slots)
    if total is not None and not isinstance(total, int):
        posted.model.minimize(total)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.fix_variables_to_their_hinted_value = True
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    solver.parameters.catch_sigint_signal = False
    if solver.solve(posted.model) not in FOUND:
        return None
    return list(solver.response_proto.solution)
