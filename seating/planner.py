"""The pipeline as straight-line code: read → prepare → plan → verify → print (总流程).

Library use::

    from pathlib import Path
    from seating import planner

    programme = planner.prepare(Path("samples/rostrum-8"))
    report = planner.plan(programme)
    for printed in planner.draw(planner.book(programme, report.plan)):
        (Path("out") / printed.name).write_bytes(printed.data)
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from seating.checking.verify import Bill, disagreement, verify
from seating.checking.why import moved_people
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.people import Unit
from seating.facts.plan import Conflict, LevelResult, Placing, Plan, SittingPlan
from seating.facts.rule import LEVELS
from seating.facts.text import Text
from seating.precedence.order import arrange
from seating.reading.event import read_event
from seating.scene.build import Prepared, Programme, build

if TYPE_CHECKING:
    from seating.solving.run import Limits, Watch


class DisagreementError(Exception):
    """Solver and checker do not agree: our own bug; the plan is withheld."""

    def __init__(self, sitting: str, sentences: Sequence[Text]) -> None:
        self.sitting, self.sentences = sitting, tuple(sentences)
        super().__init__(f"{sitting}: " + "; ".join(s.en for s in sentences))


@dataclass(frozen=True, kw_only=True)
class Report:
    """What planning an event came to.

    Attributes:
        plan: the sittings that have a plan; complete if there are no conflicts.
        conflicts: why the other sittings have none.
        unfinished: sittings for which the limit ended the search before any plan was found.
    """

    programme: Programme
    plan: Plan
    conflicts: tuple[Conflict, ...] = ()
    unfinished: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every sitting has a plan."""
        return not self.conflicts and not self.unfinished


def prepare(path: Path) -> Programme:
    """Read an event folder and resolve everything in it.

    Raises:
        BadInputError: with every fault found.
    """
    return build(read_event(path))


def plan(programme: Programme, limits: Limits | None = None, watch: Watch | None = None) -> Report:
    """Plan every sitting and verify it.

    A plan that sits everybody on his due place and breaks no rule needs no search: nothing
    can be better than nothing broken.  Everything else goes to the solver.

    Raises:
        DisagreementError: the independent check came to another result than the solver.
    """
    event = programme.event
    done: dict[str, SittingPlan] = {}
    conflicts: list[Conflict] = []
    unfinished: list[str] = []
    for prepared in programme.sittings:
        ready = _with_elsewhere(prepared, done)
        try:
            found = _plan_one(ready, limits, watch)
        except TimeoutError:
            unfinished.append(prepared.sitting.id)
            continue
        if isinstance(found, Conflict):
            conflicts.append(found)
        else:
            done[prepared.sitting.id] = found
    result = Plan(event=event.id, version=event.version, digest=event.digest, sittings=done)
    return Report(
        programme=programme,
        plan=result,
        conflicts=tuple(conflicts),
        unfinished=tuple(unfinished),
    )


def _with_elsewhere(prepared: Prepared, done: Mapping[str, SittingPlan]) -> Prepared:
    elsewhere = {sitting: found.placing for sitting, found in done.items()}
    scene = dataclasses.replace(prepared.scene, elsewhere=elsewhere)
    return dataclasses.replace(prepared, scene=scene)


def _plan_one(
    prepared: Prepared, limits: Limits | None, watch: Watch | None
) -> SittingPlan | Conflict:
    scene, rules = prepared.scene, prepared.rules
    if prepared.counting:
        return Conflict(sitting=scene.sitting, rules=(), sentences=prepared.counting, counting=True)
    due = Placing(sitting=scene.sitting, places=dict(scene.due))
    bill = verify(scene, rules, due)
    if bill.valid and not bill.findings:
        levels = tuple(LevelResult(level=level, value=0, bound=0) for level in LEVELS)
        return SittingPlan(placing=due, levels=levels)
    from seating.solving.conflict import explain_conflict
    from seating.solving.placing import solve_placing
    from seating.solving.run import Limits, Watch

    limits, watch = limits or Limits(), watch or Watch()
    outcome = solve_placing(scene, rules, limits, watch)
    if outcome is None:
        conflict = explain_conflict(scene, rules, limits, watch)
        if conflict is None:
            raise DisagreementError(
                scene.sitting,
                [Text("求解说无解，复核却找不到冲突", "no plan was found, yet no rules clash")],
            )
        return conflict
    placing = Placing(sitting=scene.sitting, places=dict(sorted(outcome.places.items())))
    bill = verify(scene, rules, placing)
    wrong = disagreement(bill, outcome.levels)
    if wrong:
        raise DisagreementError(scene.sitting, wrong)
    return SittingPlan(
        placing=placing,
        levels=outcome.levels,
        findings=tuple(f for f in bill.findings if f.level != "prefer"),
        moved=moved_people(scene, rules, placing, bill),
        stopped=outcome.stopped,
    )


def check_plan(programme: Programme, plan: Plan) -> dict[str, Bill]:
    """Verify a plan read from a file against the event as it is now."""
    return {
        p.sitting.id: verify(p.scene, p.rules, plan.sittings[p.sitting.id].placing)
        for p in programme.sittings
        if p.sitting.id in plan.sittings
    }


def book(programme: Programme, plan: Plan, options: Mapping[str, str] | None = None) -> Book:
    """Put event and plan together for documents and exports.

    Raises:
        BadInputError: the plan does not fit the event any more (people or places that do not
            exist, a must rule broken).
    """
    event = programme.event
    faults: list[Fault] = []
    for sitting, bill in check_plan(programme, plan).items():
        broken = [f for f in (*bill.structure, *bill.findings) if f.level == "must"]
        faults += [
            Fault(where=Where(file="plan.json", key=f"sittings.{sitting}"), message=f.sentence)
            for f in broken
        ]
    if faults:
        raise BadInputError(faults)
    sittings = {
        p.sitting.id: BookSitting(
            sitting=p.sitting,
            layout=p.scene.layout,
            order=p.order.ids,
            plan=plan.sittings[p.sitting.id],
        )
        for p in programme.sittings
        if p.sitting.id in plan.sittings
    }
    strokes = arrange(
        event.people, event.units, dataclasses.replace(event.precedence, by=("strokes",), before=())
    )
    return Book(
        event=event,
        people={p.id: p for p in event.people},
        units=_units(event),
        order=programme.order.ids,
        name_order=strokes.ids,
        sittings=sittings,
        plan=plan,
        folder=event.folder,
        options=dict(options or {}),
    )


def _units(event: Event) -> dict[str, Unit]:
    listed = sorted(event.units, key=lambda u: (u.order or 10**6, u.name))
    units = {u.name: u for u in listed}
    for person in sorted(event.people, key=lambda p: p.unit):
        if person.unit:
            units.setdefault(person.unit, Unit(name=person.unit))
    return units


def draw(
    book: Book, job: PrintJob | None = None, names: Iterable[str] | None = None
) -> list[Printed]:
    """Draw documents (all that the event calls for, or those named).

    Raises:
        BadInputError: a document's own table in the event is wrong.
    """
    from seating.documents.registry import make_documents

    job = job or PrintJob(language=book.event.language)
    return make_documents(book, job, tuple(names or ()))
