"""Whether a rule's solver face gives the checker's amount for every booking at once.

As for kinds of placing: is there a booking for which the solver can come to less than the
checker?  And for which bookings can it come to exactly the checker's amount?
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ortools.sat.python import cp_model
from smallbooking import bookings, bound, choices_of

from seating.facts.booking import Slot
from seating.facts.booking_rule import BookingScene
from seating.solving.ask import span
from seating.solving.booking.ask import compile_rules
from seating.solving.booking.model import BookingModel
from seating.solving.booking.narrow import all_choices

Key = tuple[tuple[str, str, tuple[str, ...]], ...]


def key_of(slots: dict[str, Slot]) -> Key:
    return tuple((m, f"{s.start:%d %H:%M}", s.rooms) for m, s in sorted(slots.items()))


def amounts(scene: BookingScene, kind: Any, *, optional: bool = False) -> dict[Key, int]:
    """Return the checker's sum of amounts of every booking."""
    return {
        key_of(slots): sum(bite.amount for bite in kind.check(scene, slots))
        for slots in bookings(scene, optional=optional)
    }


class _Collect(cp_model.CpSolverSolutionCallback):
    def __init__(self, where: Sequence[cp_model.IntVar]) -> None:
        super().__init__()
        self.where, self.met = where, set[tuple[int, ...]]()

    def on_solution_callback(self) -> None:
        self.met.add(tuple(self.value(var) for var in self.where))


def differences(
    scene: BookingScene, kind: Any, *, optional: bool = False, strict: bool = False
) -> list[tuple[Any, str, int]]:
    """Return (booking, what the solver says, the checker's amount) where they differ.

    With ``strict`` the rule is posted as a must rule: what the solver still finds possible has
    to be what the checker counts 0 for.
    """
    told = amounts(scene, kind, optional=optional)
    if strict:
        model, where, _ = _model(scene, kind, told, optional, strict=True)
        met = _every(model, where)
        keys = list(told)
        kept = {keys[i] for i in range(len(keys)) if told[keys[i]] == 0}
        names = _keys(scene, optional)
        reached = {names[at] for at in met}
        return [(k, "possible", told[k]) for k in sorted(reached - kept)] + [
            (k, "impossible", 0) for k in sorted(kept - reached)
        ]
    model, where, (mine, theirs) = _model(scene, kind, told, optional)
    if span(mine)[0] < max(told.values()):
        model.add(mine <= theirs - 1)
        solver = _solver()
        status = solver.solve(model)
        assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
        if status != cp_model.INFEASIBLE:
            spot = _keys(scene, optional)[tuple(solver.value(v) for v in where)]
            return [(spot, "less", told[spot])]
    model, where, (mine, theirs) = _model(scene, kind, told, optional)
    model.add(mine == theirs)
    names = _keys(scene, optional)
    reached = {names[at] for at in _every(model, where)}
    return [(spot, "more", amount) for spot, amount in told.items() if spot not in reached]


def _every(model: cp_model.CpModel, where: Sequence[cp_model.IntVar]) -> set[tuple[int, ...]]:
    solver = _solver()
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.linearization_level = 0
    collect = _Collect(where)
    status = solver.solve(model, collect)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE), "every solution must be listed"
    return collect.met


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver


def _keys(scene: BookingScene, optional: bool) -> dict[tuple[int, ...], Key]:
    """Return the booking by the number of each meeting's choice."""
    numbers = [_numbers(scene, m.id, optional) for m in scene.meetings]
    found = {}
    for slots in bookings(scene, optional=optional):
        at = tuple(
            number[None if m.id not in slots else (slots[m.id].start, slots[m.id].rooms)]
            for m, number in zip(scene.meetings, numbers, strict=True)
        )
        found[at] = key_of(slots)
    return found


def _numbers(scene: BookingScene, ident: str, optional: bool) -> dict[Any, int]:
    found: dict[Any, int] = {(s.start, s.rooms): i for i, s in enumerate(choices_of(scene, ident))}
    if optional:
        found[None] = len(found)
    return found


def _model(
    scene: BookingScene, kind: Any, told: dict[Key, int], optional: bool, *, strict: bool = False
) -> tuple[cp_model.CpModel, list[cp_model.IntVar], tuple[Any, Any]]:
    names = [m.id for m in scene.meetings]
    booking = BookingModel(scene, all_choices(scene, names), names if optional else ())
    model = booking.model
    clauses = compile_rules(scene, [bound(kind)]).clauses
    where = []
    for ident in names:
        numbers = _numbers(scene, ident, optional)
        at = model.new_int_var(0, len(numbers) - 1, "")
        flags = []
        for choice in numbers:
            flag = model.new_bool_var("")
            flags.append(flag)
            if choice is None:
                held = booking.held[ident]
                assert held is not None
                model.add_implication(flag, ~held)
                continue
            model.add_implication(flag, booking.at[ident][scene.minute(choice[0])])
            for part, room in enumerate(choice[1]):
                model.add_implication(flag, booking.inside[ident, part][room])
        model.add_exactly_one(flags)
        model.add(at == sum(i * f for i, f in enumerate(flags)))
        if optional:  # the start of a meeting that is left out means nothing
            held = booking.held[ident]
            assert held is not None
            model.add(booking.start[ident] == scene.starts[ident][0]).only_enforce_if(~held)
        where.append(at)
    if strict:
        possible = min([booking.forbid(c.amount) for c in clauses], default=True)
        if not possible:
            model.add_bool_or([])
        booking.finish()
        return model, where, (0, 0)
    amount = sum(booking.value(c.amount) for c in clauses)
    booking.finish()
    counted = model.new_int_var(min(told.values()), max(told.values()), "")
    keys = _keys(scene, optional)
    model.add_allowed_assignments(
        [*where, counted], [(*at, told[booked]) for at, booked in keys.items()]
    )
    return model, where, (amount, counted)
