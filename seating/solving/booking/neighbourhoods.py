"""Better bookings by freeing some meetings at a time (大邻域搜索).

A neighbourhood frees a few meetings and fixes all others where they are; the solver settles it
exactly or for a short while.  Which meetings are freed is drawn from a seeded sequence: those of
a day, of a room, of a person, those at which a rule is broken, or any.  Nothing depends on the
clock.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Sequence
from typing import Any

from seating.facts.booking import Slot
from seating.facts.booking_rule import Slots
from seating.solving.booking.ask import Compiled
from seating.solving.booking.posted import FOUND, Posted, complete
from seating.solving.booking.worth import Worth
from seating.solving.run import Limits, Progress, Watch, run

EACH = 0.4  # deterministic work for one neighbourhood
LEAST = 0.05  # what a neighbourhood counts at least, for making and presolving it
PATIENCE = 14  # neighbourhoods in a row without anything better, for each size, at least
CALM = 4  # and one for so many meetings
SHARE = 0.001  # of the limit of work for each meeting, for the neighbourhoods of one round
BOUNDS = 0.03, 0.3  # between which that lies


def improve(
    compiled: Compiled,
    posted: Posted,
    level: Any,
    slots: dict[str, Slot],
    sizes: Sequence[int],
    limits: Limits,
    watch: Watch,
) -> dict[str, Slot]:
    """Return the best booking found; its value at the level is never above that of ``slots``."""
    total = posted.totals[level]
    solution = complete(posted, slots, total)
    if solution is None:
        return slots
    posted.model.minimize(total)
    drawn = random.Random(limits.seed)
    few, many = BOUNDS
    left = limits.work * min(many, max(few, SHARE * len(posted.booking.at)))
    value = _value(posted, solution)
    patience = max(PATIENCE, len(posted.booking.at) // CALM)
    for size in sizes:
        idle = 0
        while idle < patience and left > 0 and value > 0 and not watch.stopped:
            free = _draw(compiled, posted, level, slots, size, drawn)
            found, spent = _settle(posted, solution, free, limits)
            left -= max(spent, LEAST)
            idle += 1
            if found is None:
                continue
            reached = _value(posted, found)
            if reached <= value:
                if reached < value:
                    idle = 0
                    _tell(watch, level, reached)
                value, solution = reached, found
                slots = _slots(posted, solution)
    return slots


def _settle(
    posted: Posted, solution: Sequence[int], free: frozenset[str], limits: Limits
) -> tuple[list[int] | None, float]:
    """Solve with only some meetings free; return the values found and the work spent."""
    booking = posted.booking
    model = posted.model.clone()
    variables = model.proto.variables
    for meeting, when in booking.at.items():
        if meeting in free:
            continue
        fixed = [*when.values()]
        for part in range(len(booking.choices.rooms[meeting])):
            fixed += booking.inside[meeting, part].values()
        held = booking.held[meeting]
        if held is not None:
            fixed.append(held)
        for var in fixed:
            domain = variables[var.index].domain
            domain[0] = domain[1] = solution[var.index]
    model.clear_hints()  # type: ignore[no-untyped-call]
    model.proto.solution_hint.vars.extend(range(len(solution)))
    model.proto.solution_hint.values.extend(solution)
    few = Limits(work=EACH, seed=limits.seed)
    solver, status = run(model, few, Watch(), "booking", "improve", light=True)
    spent = float(solver.response_proto.deterministic_time)
    return (list(solver.response_proto.solution) if status in FOUND else None), spent


def _value(posted: Posted, solution: Sequence[int]) -> int:
    objective = posted.model.proto.objective
    terms = zip(objective.vars, objective.coeffs, strict=True)
    total: float = sum(c * solution[v] for v, c in terms) + objective.offset
    return round(total)


def _slots(posted: Posted, solution: Sequence[int]) -> dict[str, Slot]:
    return posted.booking.slots(lambda var: bool(solution[var.index]))


def _draw(
    compiled: Compiled,
    posted: Posted,
    level: Any,
    slots: Slots,
    size: int,
    drawn: random.Random,
) -> frozenset[str]:
    """Choose the meetings of the next neighbourhood."""
    scene = compiled.scene
    every = sorted(posted.booking.at)
    way = drawn.randrange(5)
    if way == 0:
        days = sorted({s.start.date() for s in slots.values()})
        day = drawn.choice(days) if days else None
        near = [m for m in every if m not in slots or slots[m].start.date() == day]
    elif way == 1:
        rooms = drawn.sample([r.id for r in scene.rooms], min(2, len(scene.rooms)))
        near = [m for m in every if m not in slots or not set(rooms).isdisjoint(slots[m].rooms)]
    elif way == 2 and scene.people:
        person = drawn.choice(sorted(scene.people))
        near = [m for m in every if person in scene.required[m] or person in scene.preferred[m]]
    elif way == 3:
        near = _costly(compiled, level, slots, drawn)
        near = [m for m in near if m in posted.booking.at]
    else:
        near = every
    chosen = drawn.sample(near, min(size, len(near)))
    rest = [m for m in every if m not in chosen]
    return frozenset((*chosen, *drawn.sample(rest, min(size - len(chosen), len(rest)))))


def _costly(compiled: Compiled, level: Any, slots: Slots, drawn: random.Random) -> list[str]:
    """Return meetings at which rules of a level are broken, a few clauses drawn at random."""
    worth = Worth(compiled.scene, slots)
    broken = [
        c for c in compiled.clauses if c.rule.level == level and c.meetings and worth.of(c.amount)
    ]
    few = drawn.sample(broken, min(4, len(broken)))
    return sorted(_union(c.meetings for c in few))


def _union(groups: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*groups)


def _tell(watch: Watch, level: str, value: int) -> None:
    if watch.report is not None:
        seconds = time.monotonic() - watch.started
        watch.report(
            Progress(sitting="booking", stage=level, value=value, bound=None, seconds=seconds)
        )
