"""Meetings into rooms and times: must → placed → should → keep → prefer (统筹求解).

Where not everything can be held, as many meetings as possible are placed, class of priority by
class, the highest first.  Each level is then searched in three steps: the whole model for a
short while, neighbourhoods of the best booking so far, and the whole model again for the bound.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

from ortools.sat.python import cp_model

from seating.facts.booking import PRIORITIES, Slot
from seating.facts.booking_rule import Slots
from seating.facts.plan import LevelResult
from seating.facts.rule import LEVELS
from seating.solving.booking.ask import Compiled
from seating.solving.booking.neighbourhoods import improve
from seating.solving.booking.posted import FOUND, Posted, complete, post, post_all
from seating.solving.booking.walked import walked
from seating.solving.booking.worth import Worth
from seating.solving.run import Limits, Watch, run

NAME = "booking"
Round = tuple[float, bool, tuple[int, ...]]
FEW: tuple[Round, ...] = ((0.005, False, ()), (0.012, True, (8,)), (0.08, False, (16, 24)))
MANY: tuple[Round, ...] = ((0.005, False, ()), (0.06, True, (8, 16, 24)))
"""Rounds of a level where few faults are left, and of the last one, where many wishes add up.

A round is the share of the work that the whole model gets, whether the walk comes before it, and
neighbourhoods of which sizes.  The first whole model settles small bookings; the later ones are
there for the bound.
"""


@dataclass(frozen=True, kw_only=True)
class BookingOutcome:
    """The best booking found.

    Attributes:
        levels: value and bound; at ``must`` they count the meetings left out.
        left_out: ids of the meetings without a slot.
        stopped: the user or the limit ended the search early.
    """

    slots: Mapping[str, Slot]
    levels: tuple[LevelResult, ...]
    left_out: tuple[str, ...]
    stopped: bool

    @property
    def values(self) -> tuple[int, ...]:
        """The level values, to be compared from the left."""
        return tuple(result.value for result in self.levels)


def solve_booking(compiled: Compiled, start: Slots, limits: Limits, watch: Watch) -> BookingOutcome:
    """Return the best booking; ``start`` is a booking to begin with, perhaps of an earlier plan.

    Nothing can make it fail: in the worst case no meeting is held.  Ctrl-C ends it soon with the
    best so far; a second Ctrl-C ends it at once.
    """
    with _listening(watch):
        return _solve(compiled, start, limits, watch)


@contextmanager
def _listening(watch: Watch) -> Iterator[None]:
    """Let Ctrl-C stop the watch wherever the search is, between two calls of the solver too."""

    def stop(number: int, frame: FrameType | None) -> None:
        if watch.stopped:
            raise KeyboardInterrupt
        watch.stopped = True

    here = threading.current_thread() is threading.main_thread()
    before = signal.getsignal(signal.SIGINT)
    if not here or before is not signal.default_int_handler:
        yield  # somebody else listens, or nobody is to
        return
    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _solve(compiled: Compiled, start: Slots, limits: Limits, watch: Watch) -> BookingOutcome:
    found = _whole(compiled, start, limits, watch)
    if found is None:
        found = _most(compiled, start, limits, watch)
    posted, slots, placed = found
    results = [placed]
    early = not placed.proven
    for level in LEVELS[1:]:
        slots, result, finished = _level(compiled, posted, level, slots, limits, watch)
        results.append(result)
        early = early or not finished
    results = [results[0], *(_settled(compiled, slots, result) for result in results[1:])]
    left_out = tuple(m.id for m in compiled.scene.meetings if m.id not in slots)
    return BookingOutcome(
        slots=dict(sorted(slots.items())),
        levels=tuple(results),
        left_out=left_out,
        stopped=early or watch.stopped,
    )


Found = tuple[Posted, dict[str, Slot], LevelResult]


def _whole(compiled: Compiled, start: Slots, limits: Limits, watch: Watch) -> Found | None:
    """Find a booking of all meetings; ``None`` if there is none or none was found."""
    meetings = [m.id for m in compiled.scene.meetings]
    bare = post(compiled.scene, compiled.musts, meetings)
    if bare is None:
        return None
    bare.booking.hint(start)
    solver, status = run(bare.model, limits, watch, NAME, "must", light=True)
    if status not in FOUND:
        return None
    posted = post_all(compiled)
    assert posted is not None, "what is possible cannot be a plain contradiction"
    return posted, bare.booking.read(solver), LevelResult(level="must", value=0, bound=0)


def _most(compiled: Compiled, start: Slots, limits: Limits, watch: Watch) -> Found:
    """Place as many meetings as can be, class by class, the highest first."""
    posted = post_all(compiled, optional=True)
    assert posted is not None, "holding no meeting at all breaks no rule"
    booking, model = posted.booking, posted.model
    scene = compiled.scene
    slots: dict[str, Slot] = {}
    left_out = bound = 0
    for priority in PRIORITIES:
        wanted = [m.id for m in scene.meetings if m.priority == priority]
        held = [h for m in wanted if (h := booking.held.get(m)) is not None]
        dead = len(wanted) - len(held)
        left_out, bound = left_out + dead, bound + dead
        if not held:
            continue
        total = len(held) - cp_model.LinearExpr.sum(held)
        model.minimize(total)
        booking.hint(slots or start)
        solver, status = run(model, limits, watch, NAME, "place")
        if status in FOUND:
            slots = booking.read(solver)
        value = sum(m not in slots for m in wanted) - dead
        least = value if status == cp_model.OPTIMAL else 0
        if status == cp_model.FEASIBLE:
            least = min(value, max(0, _ceil(solver.best_objective_bound)))
        left_out, bound = left_out + value, bound + least
        model.add(total <= value)
    return posted, slots, LevelResult(level="must", value=left_out, bound=bound)


def _level(
    compiled: Compiled,
    posted: Posted,
    level: Any,
    slots: dict[str, Slot],
    limits: Limits,
    watch: Watch,
) -> tuple[dict[str, Slot], LevelResult, bool]:
    """Search one level and freeze it; returns whether the search came to its end."""
    total, model = posted.totals[level], posted.model
    if isinstance(total, int):
        return slots, LevelResult(level=level, value=total, bound=total), True
    value, bound = _worth(compiled, slots, level), 0
    for number, (share, walking, sizes) in enumerate(MANY if level == LEVELS[-1] else FEW):
        if value <= bound or (number and watch.stopped):
            break
        if walking:
            slots = walked(compiled, slots, level, limits, watch)
        if sizes:
            slots = improve(compiled, posted, level, slots, sizes, limits, watch)
        value = _worth(compiled, slots, level)
        _hint(posted, slots, total)
        few = Limits(work=limits.work * share, seed=limits.seed)
        solver, status = run(model, few, watch, NAME, level, bounding=number > 0)
        if status in FOUND:
            slots = posted.booking.read(solver)
            value = _worth(compiled, slots, level)
            best = value if status == cp_model.OPTIMAL else _ceil(solver.best_objective_bound)
            bound = max(bound, min(value, best))
    model.add(total <= value)
    return slots, LevelResult(level=level, value=value, bound=bound), bound == value


def _hint(posted: Posted, slots: Slots, total: Any) -> None:
    """Hint a booking with every variable at its best, and make the total the objective."""
    known = complete(posted, slots, total)
    posted.model.minimize(total)
    if known is not None:
        posted.model.clear_hints()  # type: ignore[no-untyped-call]
        stored = posted.model.proto.solution_hint
        stored.vars.extend(range(len(known)))
        stored.values.extend(known)


def _worth(compiled: Compiled, slots: Slots, level: Any) -> int:
    """Return what a booking costs at a level."""
    worth = Worth(compiled.scene, slots)
    clauses = (c for c in compiled.clauses if c.rule.level == level)
    return sum(c.rule.weight * worth.of(c.amount) for c in clauses)


def _settled(compiled: Compiled, slots: Slots, result: LevelResult) -> LevelResult:
    """Read a level's value off the final booking: a lower level may have improved on it."""
    value = _worth(compiled, slots, result.level)
    return LevelResult(level=result.level, value=value, bound=min(value, result.bound))


def _ceil(bound: float) -> int:
    """Round a bound of an integer objective up, safely against floating error."""
    return int(-(-(bound - 1e-6) // 1))
