"""The large sample: a conference of 336 people, planned, verified and printed."""

from __future__ import annotations

from pathlib import Path

from seating import planner
from tests.benchmarks.record import Clock, Result

_SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "office-conference"


def run() -> list[Result]:
    """Plan the sample, then draw everything that it calls for."""
    clock = Clock()
    programme = planner.prepare(_SAMPLE)
    report = planner.plan(programme)
    planned = clock.seconds
    assert report.complete
    levels = [level for plan in report.plan.sittings.values() for level in plan.levels]
    printed = planner.draw(planner.book(programme, report.plan))
    assert printed
    first = Result(
        instance="conference of 336 people, planned",
        value=" / ".join(str(level.value) for level in levels if level.value) or "0",
        bound=" / ".join(str(level.bound) for level in levels if level.value) or "0",
        proven=all(level.proven for level in levels),
        cpu=planned,
    )
    size = sum(len(document.data) for document in printed) // 1024
    second = Result(
        instance=f"the same, planned and printed ({len(printed)} documents, {size} KiB)",
        value=first.value,
        bound=first.bound,
        proven=first.proven,
        cpu=clock.seconds,
    )
    return [first, second]
