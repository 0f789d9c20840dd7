"""The front door of the library (总流程).

Use::

    from pathlib import Path
    from seating import planner

    programme = planner.prepare(Path("samples/rostrum-8"))
    report = planner.plan(programme)
    for printed in planner.draw(planner.book(programme, report.plan)):
        (Path("out") / printed.name).write_bytes(printed.data)
"""

from seating.facts.fault import DisagreementError
from seating.planner.books import book, check_plan, draw, matching, why
from seating.planner.pipeline import (
    Report,
    plan,
    plan_sitting,
)
from seating.planner.ready import prepare
from seating.planner.replan import Replan, replan
from seating.planner.reprint import reprint

__all__ = [
    "DisagreementError",
    "Replan",
    "Report",
    "book",
    "check_plan",
    "draw",
    "matching",
    "plan",
    "plan_sitting",
    "prepare",
    "replan",
    "reprint",
    "why",
]
