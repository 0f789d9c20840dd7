"""Timing of the meeting-scheduling instances: a start, the walk, an independent score, bounds."""

from __future__ import annotations

import hashlib
import os
import time
from typing import Any

from seating.solving.booking.bounds import company_bound, timing_bound
from seating.solving.booking.start import first
from seating.solving.booking.walk import Best, Hooks, walk
from seating.solving.booking.walk_cooling import usual
from tests.benchmarks.meetings import booking, figures, instance
from tests.benchmarks.meetings.scoring import score

WORK = {50: 30.0, 100: 30.0, 200: 40.0, 400: 36.0, 800: 42.0}
"""For each size, what two cores do in less than a minute."""

COMPANIES = 200  # beyond this size the linear program over companies is not solved in good time


class Clock:
    """CPU seconds of this process and of those it started, and seconds of the wall."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), os.times()

    def seconds(self) -> tuple[float, float, float]:
        """Return own CPU seconds, those of processes that have ended, and the wall's."""
        now, then = os.times(), self._cpu
        own = now.user + now.system - then.user - then.system
        children = now.children_user + now.children_system
        children -= then.children_user + then.children_system
        return own, children, time.perf_counter() - self._wall


def walked(size: int, before: dict[str, Any] | None, work: float | None = None) -> dict[str, Any]:
    """Return the figures of one walk.

    Args:
        size: the instance.
        before: figures of an earlier run, to count how many came to the same booking.
        work: of the walk, if not the usual one.
    """
    clock = Clock()
    case = instance.load(size)
    problem = booking.problem(case)
    start = first(problem)
    marks: dict[float, tuple[int, ...]] = {}

    def report(best: Best) -> None:
        for share in (0.25, 0.5):
            if best.share >= share:
                marks.setdefault(share, best.levels)

    cooling = usual(problem.levels, work=work or WORK[size])
    best = walk(problem, start, cooling, Hooks(report=report))
    own, other, wall = clock.seconds()
    found = score(case, list(best.booking.start), list(best.booking.room))
    assert tuple(found) == tuple(best.levels), (found, best.levels)
    opening = score(case, list(start.start), list(start.room))
    digest = hashlib.sha256(repr((best.booking.room, best.booking.start)).encode()).hexdigest()
    same = before is not None and before["digest"] == digest
    return {
        "start": list(opening),
        "quarter": list(marks[0.25]),
        "half": list(marks[0.5]),
        "end": list(found),
        "cpu": round(max(own, other), 1),
        "wall": round(wall, 1),
        "work": cooling.work,
        "digest": digest,
        "runs": before["runs"] + 1 if same and before else 1,
    }


def bounded(size: int) -> dict[str, Any]:
    """Return the lower bounds of one instance."""
    clock = Clock()
    problem = booking.problem(instance.load(size))
    medium = company_bound(problem, booking.MEDIUM) if size <= COMPANIES else 0
    soft = timing_bound(problem, booking.SOFT)
    return {"medium": medium, "soft": soft, "cpu": round(clock.seconds()[0], 1)}


def section() -> tuple[str, str]:
    """Measure everything; return title and text for the results."""
    for size in figures.SIZES:
        figures.keep({str(size): measured(size)})
    return TITLE, figures.text(figures.kept())


TITLE = "Meetings into rooms"


def measured(size: int) -> dict[str, Any]:
    """Return the figures of one instance, walk and bounds."""
    before = figures.kept().get(str(size), {})
    one = {"run": walked(size, before.get("run")), "bound": bounded(size)}
    print(figures.row(size, one), flush=True)
    return one
