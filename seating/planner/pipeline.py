"""Plan → verify, as straight-line code (总流程)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from seating.checking.verify import disagreement, verify
from seating.checking.why import moved_people
from seating.facts.fault import DisagreementError
from seating.facts.parameter import about
from seating.facts.plan import Conflict, Placing, Plan, SittingPlan
from seating.facts.rule import Rule
from seating.facts.text import Text
from seating.planner.booking import BookingReport, plan_booking
from seating.scene.build import Prepared, Programme

if TYPE_CHECKING:
    from seating.solving.run import Limits, Watch


@dataclass(frozen=True, kw_only=True)
class Report:
    """What planning an event came to.

    Attributes:
        plan: the sittings that have a plan; complete if there are no conflicts.
        conflicts: why the other sittings have none.
        unfinished: sittings for which the limit ended the search before any plan was found.
        booking: what came of the meetings to be booked, if there are any.
    """

    programme: Programme
    plan: Plan
    conflicts: tuple[Conflict, ...] = ()
    unfinished: tuple[str, ...] = ()
    booking: BookingReport | None = None

    @property
    def usable(self) -> bool:
        """Whether every sitting has a plan, so that documents can be made."""
        return not self.conflicts and not self.unfinished

    @property
    def complete(self) -> bool:
        """Whether every sitting has a plan and every meeting a slot."""
        return self.usable and (self.booking is None or self.booking.complete)


def plan(programme: Programme, limits: Limits | None = None, watch: Watch | None = None) -> Report:
    """Plan every sitting and what is to be booked, and verify it.

    A plan that sits everybody on his due place and breaks no rule needs no search: nothing
    can be better than nothing broken; the solver only has to agree on that.

    Raises:
        DisagreementError: the independent check came to another result than the solver.
    """
    event = programme.event
    done: dict[str, SittingPlan] = {}
    conflicts: list[Conflict] = []
    unfinished: list[str] = []
    for prepared in programme.sittings:
        ready = with_elsewhere(prepared, done, programme)
        try:
            found = plan_sitting(ready, limits, watch)
        except TimeoutError:
            unfinished.append(prepared.sitting.id)
            continue
        if isinstance(found, Conflict):
            conflicts.append(found)
        else:
            done[prepared.sitting.id] = found
    booking = plan_booking(programme.booking, limits, watch) if programme.booking else None
    result = Plan(
        event=event.id,
        version=event.version,
        digest=event.digest,
        sittings=done,
        booking=booking.plan if booking is not None else None,
    )
    return Report(
        programme=programme,
        plan=result,
        conflicts=tuple(conflicts),
        unfinished=tuple(unfinished),
        booking=booking,
    )


def with_elsewhere(
    prepared: Prepared, done: Mapping[str, SittingPlan], programme: Programme
) -> Prepared:
    """Let the scene of a sitting know the sittings planned before it."""
    elsewhere = {sitting: found.placing for sitting, found in done.items()}
    layouts = {p.sitting.id: p.scene.layout for p in programme.sittings if p.sitting.id in done}
    scene = dataclasses.replace(prepared.scene, elsewhere=elsewhere, layouts=layouts)
    return dataclasses.replace(prepared, scene=scene)


def looks_elsewhere(rule: Rule) -> bool:
    """Whether a rule looks at other sittings."""
    kind: Any = rule.kind
    return any(about(item).sitting for item in dataclasses.fields(kind))


def plan_sitting(
    prepared: Prepared, limits: Limits | None = None, watch: Watch | None = None
) -> SittingPlan | Conflict:
    """Plan and verify one sitting; a conflict says why it has no plan.

    Raises:
        DisagreementError: the independent check came to another result than the solver.
        TimeoutError: the limit ended the search before any plan was found.
    """
    scene, rules = prepared.scene, prepared.rules
    if prepared.counting:
        return Conflict(sitting=scene.sitting, rules=(), sentences=prepared.counting, counting=True)
    from seating.solving.conflict import explain_conflict
    from seating.solving.levels import solve_levels
    from seating.solving.placing import solve_placing
    from seating.solving.run import Limits, Watch

    limits, watch = limits or Limits(), watch or Watch()
    due = Placing(sitting=scene.sitting, places=dict(scene.due))
    bill = verify(scene, rules, due)
    if bill.valid and not bill.findings:  # the solver only has to agree on the price
        only = {person: (place,) for person, place in due.places.items()}
        outcome = solve_levels(scene, rules, only, due.places, limits, watch)
    else:
        outcome = solve_placing(scene, rules, limits, watch)
        if outcome is None:
            conflict = explain_conflict(scene, rules, limits, watch)
            if conflict is not None:
                return conflict
    if outcome is None:
        raise DisagreementError(
            scene.sitting,
            [Text("求解说无解，核验却找不到冲突", "no plan was found, yet no rules clash")],
        )
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
