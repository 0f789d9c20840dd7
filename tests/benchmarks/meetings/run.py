"""Timing of the meeting-scheduling instances: a start, the walk, an independent score."""

from __future__ import annotations

import time

from seating.solving.booking.start import first
from seating.solving.booking.walk import Best, Hooks, walk
from seating.solving.booking.walk_cooling import usual
from tests.benchmarks.meetings import booking, instance
from tests.benchmarks.meetings.scoring import score

SIZES = (50, 100, 200)
WORK = 30.0
PEERS = {
    50: "−1 / −360 / −9,736 (60 s); 0 / −189 / −9,503 (300 s)",
    100: "−13 / −612 / −27,106 (60 s); 0 / −200 / −29,187 (300 s)",
    200: "−613 / −1,798 / −85,011 (60 s); −39 / −819 / −66,582 (300 s)",
}
"""Timefold's solver in Java, that example's own configuration, measured once on two cores."""

NOTE = """\
Hard / medium / soft penalties of the public meeting-scheduling instances (smaller is better),
scored by code that shares nothing with the search.  The search does a fixed amount of work in
two processes and depends on nothing but the instance; seconds are of the wall clock and grow
with what else the machine does.  No bound is given.  Peer: Timefold, in Java, its figures
measured once elsewhere on two cores; it cannot be run here.

| instance | start | after a quarter | after half | end | seconds | peer |
|---|---|---|---|---|---|---|
"""


def run(size: int, work: float = WORK) -> str:
    """Return the row of one instance."""
    case = instance.load(size)
    began = time.perf_counter()
    problem = booking.problem(case)
    start = first(problem)
    marks: dict[float, tuple[int, ...]] = {}

    def report(best: Best) -> None:
        for share in (0.25, 0.5):
            if best.share >= share:
                marks.setdefault(share, tuple(best.levels))

    best = walk(problem, start, usual(problem.levels, work=work), Hooks(report=report))
    took = time.perf_counter() - began
    found = score(case, list(best.booking.start), list(best.booking.room))
    assert tuple(found) == tuple(best.levels), (found, best.levels)
    opening = score(case, list(start.start), list(start.room))
    cells = [say(opening), say(marks[0.25]), say(marks[0.5]), f"**{say(found)}**"]
    return f"| {size} | {' | '.join(cells)} | {took:.0f} | {PEERS[size]} |"


def say(levels: tuple[int, ...]) -> str:
    """Write penalties as 0 / −186 / −9,345."""
    return " / ".join(f"−{int(v):,}" if v else "0" for v in levels)


def section() -> tuple[str, str]:
    """Return title and text for the results."""
    rows = []
    for size in SIZES:
        rows.append(run(size))
        print(rows[-1], flush=True)
    return "Meetings into rooms", NOTE + "\n".join(rows) + "\n"
