"""A better booking by the walk, priced again by the terms themselves (游走改进)."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Sequence

from seating.facts.booking import Slot
from seating.facts.rule import LEVELS
from seating.solving.booking.ask import Compiled
from seating.solving.booking.numbers import Numbers, numbers
from seating.solving.booking.walk import Best, Hooks, walk
from seating.solving.booking.walk_cooling import Cooling
from seating.solving.booking.worth import Worth
from seating.solving.run import Limits, Progress, Watch

SHARE = 0.00012  # of the limit of work, for each meeting
FEWEST = 24  # meetings; with fewer the whole model is as quick
MOST = 400_000  # places (meeting, room, grain); with more a step of the walk costs too much
LANES = 1  # more were no better on a week of 60 meetings, at their multiple of the work
MUST, ABOVE, REST = 100.0, 20.0, 10.0  # what a fault of a level counts for, the last one being 1
HOT, MILD, COLD = 10.0, 3.0, 0.3


def values(compiled: Compiled, slots: dict[str, Slot]) -> tuple[int, ...]:
    """Return what a booking costs at every level; at ``must`` how much is broken."""
    worth = Worth(compiled.scene, slots)
    total = dict.fromkeys(LEVELS, 0)
    for clause in compiled.clauses:
        weight = 1 if clause.rule.level == "must" else clause.rule.weight
        total[clause.rule.level] += weight * worth.of(clause.amount)
    return tuple(total.values())


def walked(
    compiled: Compiled, slots: dict[str, Slot], level: str, limits: Limits, watch: Watch
) -> dict[str, Slot]:
    """Return the better of ``slots`` and of what the walk makes of them.

    Args:
        compiled: the booking.
        slots: where everything is; what has no slot stays without.
        level: the level that is being searched.  At the first one the walk begins hot, for it
            has the whole booking to find; later it has something to lose.
        limits: of which the walk takes a share.
        watch: may end it.
    """
    if len(slots) < FEWEST or watch.stopped:
        return slots
    found = numbers(compiled, slots)
    if found is None or found.problem.allowed.size > MOST:
        return slots
    first = level == LEVELS[1]
    cooling = Cooling(
        weights=_weights(compiled, first=first),
        heat=((0.0, HOT if first else MILD), (1.0, COLD)),
        work=limits.work * SHARE * len(slots),
        seed=limits.seed,
    )
    best = _aside(found, slots, cooling, level, watch)
    other = found.slots(best.booking)
    better = values(compiled, other) < values(compiled, slots)
    return other if better else slots


def _weights(compiled: Compiled, *, first: bool) -> tuple[float, ...]:
    """Return what one unit of each level counts for, the usual rule of the last level being 1."""
    made = []
    bases: Sequence[float] = (MUST, *[REST if first else ABOVE] * (len(LEVELS) - 2), 1.0)
    for name, base in zip(LEVELS, bases, strict=True):
        usual = [c.rule.weight for c in compiled.clauses if c.rule.level == name != "must"]
        made.append(base / max(1.0, statistics.median(usual)) if usual else base)
    return tuple(made)


def _aside(
    found: Numbers, slots: dict[str, Slot], cooling: Cooling, level: str, watch: Watch
) -> Best:
    """Walk in a second thread, so that Ctrl-C reaches the main one at once."""
    done: list[Best] = []
    failed: list[BaseException] = []
    seen: list[Best] = []
    hooks = Hooks(report=seen.append, stop=lambda: watch.stopped)
    start = found.booking(slots)

    def work() -> None:
        try:
            done.append(walk(found.problem, start, cooling, hooks, processes=1, lanes=LANES))
        except BaseException as error:  # handed to the main thread below
            failed.append(error)
        finally:
            ended.set()

    ended = threading.Event()  # an interrupted join would take the thread for dead
    threading.Thread(target=work, daemon=True).start()
    told: int | None = None
    while not ended.is_set():
        try:
            ended.wait(0.2)
        except KeyboardInterrupt:
            watch.stopped = True
        if watch.report is None or not seen or seen[-1].levels[0]:
            continue
        value = seen[-1].levels[LEVELS.index(level)]
        if value != told:
            told = value
            seconds = time.monotonic() - watch.started
            watch.report(
                Progress(sitting="booking", stage=level, value=value, bound=None, seconds=seconds)
            )
    if failed:
        raise failed[0]
    watch.spent += cooling.work
    return done[0]
