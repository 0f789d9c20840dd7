"""Plan again after edits, disturbing as few people as can be (临时变动后重排)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from seating.checking.changes import changes
from seating.facts.plan import Change, Conflict, Plan, SittingPlan
from seating.facts.rule import Rule, RuleSpec, Scene
from seating.kinds.keep_order import KeepOrder
from seating.kinds.keep_place import KeepPlace
from seating.kinds.pinned import Pinned
from seating.planner.pipeline import Report, plan_sitting, with_elsewhere
from seating.scene.build import Prepared, Programme

if TYPE_CHECKING:
    from seating.solving.run import Limits, Watch

Policy = Literal["fewest", "close-gap"]


@dataclass(frozen=True, kw_only=True)
class Replan:
    """A new plan beside the old one.

    Attributes:
        changes: by sitting id, everybody whose place differs.
    """

    report: Report
    changes: Mapping[str, tuple[Change, ...]]


def replan(
    programme: Programme,
    old: Plan,
    *,
    policy: Policy = "fewest",
    freeze: frozenset[str] = frozenset(),
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> Replan:
    """Plan every sitting again next to its earlier plan.

    ``fewest``: as few people as possible change their place (rule kind ``keep-place`` at level
    ``keep``).  ``close-gap``: everybody below a gap moves up, and nobody changes sides
    (``keep-order``).  People in ``freeze`` keep their place whatever happens.  The version of
    the plan rises by one if anything changed.

    Raises:
        DisagreementError: the independent check came to another result than the solver.
    """
    done: dict[str, SittingPlan] = {}
    conflicts: list[Conflict] = []
    unfinished: list[str] = []
    found: dict[str, tuple[Change, ...]] = {}
    event = programme.event
    absent = frozenset(p.id for p in event.people if p.absent)
    for prepared in programme.sittings:
        name = prepared.sitting.id
        earlier = old.sittings.get(name)
        ready = with_elsewhere(prepared, done, programme)
        if earlier is not None:
            ready = _beside(ready, earlier, policy, freeze)
        try:
            made = plan_sitting(ready, limits, watch)
        except TimeoutError:
            unfinished.append(name)
            continue
        if isinstance(made, Conflict):
            conflicts.append(made)
            continue
        done[name] = made
        placing = earlier.placing if earlier is not None else None
        found[name] = changes(ready.scene, ready.rules, placing, made.placing, absent)
    version = max(event.version, old.version + (1 if any(found.values()) else 0))
    plan = Plan(event=event.id, version=version, digest=event.digest, sittings=done)
    report = Report(
        programme=programme,
        plan=plan,
        conflicts=tuple(conflicts),
        unfinished=tuple(unfinished),
    )
    return Replan(report=report, changes=found)


def _beside(
    prepared: Prepared, earlier: SittingPlan, policy: Policy, freeze: frozenset[str]
) -> Prepared:
    """Add the earlier places and the rules that hold people to them."""
    scene = prepared.scene
    before = {
        person: place
        for person, place in earlier.placing.places.items()
        if scene.has(person) and place in scene.layout.by_id
    }
    scene = dataclasses.replace(scene, before=before)
    return dataclasses.replace(
        prepared, scene=scene, rules=(*prepared.rules, *_keeping(scene, policy, freeze))
    )


def _keeping(scene: Scene, policy: Policy, freeze: frozenset[str]) -> list[Rule]:
    people = tuple(p.id for p in scene.people)
    kind = KeepPlace(who=people) if policy == "fewest" else KeepOrder(who=people)
    rules = [
        Rule(
            spec=RuleSpec(id="replan", kind=kind.kind, level="keep"),
            level="keep",
            weight=1,
            kind=kind,
        )
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
