"""Plan again after edits, disturbing as few people as can be (临时变动后重排)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from seating.checking.changes import changes
from seating.facts.booking import Rebooked
from seating.facts.plan import Change, Conflict, Placing, Plan, SittingPlan
from seating.facts.rule import Kind, Rule, RuleSpec, Scene
from seating.facts.venue import Layout
from seating.kinds.compact import Compact
from seating.kinds.keep_order import KeepOrder
from seating.kinds.keep_place import KeepPlace
from seating.kinds.pinned import Pinned
from seating.planner.booking import replan_booking
from seating.planner.pipeline import Report, plan_sitting, with_elsewhere
from seating.scene.build import Prepared, Programme, build

if TYPE_CHECKING:
    from seating.solving.run import Limits, Watch

Policy = Literal["fewest", "close-gap"]


@dataclass(frozen=True, kw_only=True)
class Replan:
    """A new plan beside the old one.

    Attributes:
        changes: by sitting id, everybody whose place differs.
        earlier: by sitting id, the layout of the earlier plan, for labels of its places.
        rebooked: every meeting whose room or time differs.
    """

    report: Report
    changes: Mapping[str, tuple[Change, ...]]
    earlier: Mapping[str, Layout]
    rebooked: tuple[Rebooked, ...] = ()


def replan(
    programme: Programme,
    old: Plan,
    *,
    policy: Policy = "fewest",
    freeze: frozenset[str] = frozenset(),
    meetings: frozenset[str] = frozenset(),
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> Replan:
    """Plan every sitting, and what is booked, again next to the earlier plan.

    ``fewest``: as few people as possible change their place (rule kind ``keep-place`` at level
    ``keep``), and the chair of somebody who left stays where it is.  ``close-gap``: everybody
    below a gap moves up, and neighbours keep their order along the row (``keep-order``,
    ``compact``); rows that had a gap before may keep it.  People in ``freeze`` keep their place
    whatever happens, and ``meetings`` their slot.  The version of the plan rises by one if
    anything changed.

    Raises:
        DisagreementError: the independent check came to another result than the solver.
    """
    event = programme.event
    chairs = {n: max(one.room, len(one.placing.places)) for n, one in old.sittings.items()}
    roomy = build(event, chairs)
    geometry = {p.sitting.id: p.scene.layout for p in roomy.sittings}
    if policy == "fewest":
        programme = roomy
    done: dict[str, SittingPlan] = {}
    conflicts: list[Conflict] = []
    unfinished: list[str] = []
    found: dict[str, tuple[Change, ...]] = {}
    absent = frozenset(p.id for p in event.people if p.absent)
    for prepared in programme.sittings:
        name = prepared.sitting.id
        earlier = old.sittings.get(name)
        ready = with_elsewhere(prepared, done, programme)
        if earlier is not None:
            ready = _beside(ready, earlier, geometry[name], policy, freeze)
        try:
            made = plan_sitting(ready, limits, watch)
        except TimeoutError:
            unfinished.append(name)
            continue
        if isinstance(made, Conflict):
            conflicts.append(made)
            continue
        if policy == "fewest" and chairs.get(name, 0) > len(made.placing.places):
            made = dataclasses.replace(made, room=chairs[name])
        done[name] = made
        placing = earlier.placing if earlier is not None else None
        found[name] = changes(ready.scene, ready.rules, placing, made.placing, absent)
    booking = None
    rebooked: tuple[Rebooked, ...] = ()
    if programme.booking is not None:
        booking, rebooked = replan_booking(programme.booking, old.booking, meetings, limits, watch)
    changed = bool(rebooked) or any(found.values())
    plan = Plan(
        event=event.id,
        version=max(event.version, old.version + changed),
        digest=event.digest,
        sittings=done,
        booking=booking.plan if booking is not None else None,
    )
    report = Report(
        programme=programme,
        plan=plan,
        conflicts=tuple(conflicts),
        unfinished=tuple(unfinished),
        booking=booking,
    )
    return Replan(report=report, changes=found, earlier=geometry, rebooked=rebooked)


def _rows(scene: Scene, places: Mapping[str, str], layout: Layout) -> tuple[tuple[str, ...], ...]:
    """The people still taking part, row by row from the drawing's left, as they sat."""
    rows: dict[tuple[int, str], list[tuple[float, str]]] = {}
    for person, at in sorted(places.items()):
        place = layout.by_id.get(at)
        if place is not None and scene.has(person):
            rows.setdefault((place.row, place.party), []).append((place.x, person))
    return tuple(tuple(p for _, p in sorted(row)) for _, row in sorted(rows.items()))


def _beside(
    prepared: Prepared,
    earlier: SittingPlan,
    geometry: Layout,
    policy: Policy,
    freeze: frozenset[str],
) -> Prepared:
    """Add the earlier places and the rules that hold people to them."""
    scene = prepared.scene
    before = {
        person: place
        for person, place in earlier.placing.places.items()
        if scene.has(person) and place in scene.layout.by_id
    }
    rows = _rows(scene, earlier.placing.places, geometry)
    scene = dataclasses.replace(scene, before=before, before_rows=rows)
    closed: tuple[Compact, ...] = ()
    if policy == "close-gap":
        closed = _closed(dataclasses.replace(scene, layout=geometry), earlier.placing)
    return dataclasses.replace(
        prepared, scene=scene, rules=(*prepared.rules, *_keeping(scene, closed, policy, freeze))
    )


def _closed(earlier: Scene, placing: Placing) -> tuple[Compact, ...]:
    """Ask that the rows stay closed which were; a gap of the earlier plan was meant to be."""
    rows = sorted({p.row for p in earlier.layout.seats})
    open_rows = [r for r in rows if any(Compact(rows=(r,)).check(earlier, placing))]
    if not open_rows:
        return (Compact(),)
    left = tuple(r for r in rows if r not in open_rows)
    return (Compact(rows=left),) if left else ()


def _keeping(
    scene: Scene, closed: tuple[Compact, ...], policy: Policy, freeze: frozenset[str]
) -> list[Rule]:
    people = tuple(p.id for p in scene.people)
    kinds: tuple[Kind, ...] = (KeepPlace(who=people),)
    if policy == "close-gap":
        kinds = (KeepOrder(who=people), *closed)
    rules = [
        Rule(
            spec=RuleSpec(id=f"replan-{kind.kind}", kind=kind.kind, level="keep"),
            level="keep",
            weight=1,
            kind=kind,
        )
        for kind in kinds
    ]
    for person in sorted(freeze & scene.before.keys()):
        pin = Pinned(who=(person,), place=(scene.before[person],))
        rules.append(
            Rule(
                spec=RuleSpec(id=f"freeze-{person}", kind="pinned", level="must"),
                level="must",
                weight=1,
                kind=pin,
            )
        )
    return rules
