"""Meetings into rooms and times: plan → verify → say why something is left out (会议室统筹)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seating.bookings import wording
from seating.bookings.not_moved import NotMoved
from seating.checking.booking import BookingBill, disagreement, verify_booking
from seating.checking.booking_changes import booking_changes, bound_to_stay, lost
from seating.checking.booking_why import BookingOffer, blocked, offers
from seating.facts.book import BookBooking
from seating.facts.booking import BookingPlan, Rebooked, Slot, Unplaced
from seating.facts.booking_rule import BookingConflict, BookingRule, Claim
from seating.facts.fault import DisagreementError, Fault, Where
from seating.facts.rule import RuleSpec
from seating.facts.text import Text
from seating.scene.booking import PreparedBooking

if TYPE_CHECKING:
    from seating.solving.booking.ask import Compiled
    from seating.solving.booking.levels import BookingOutcome
    from seating.solving.run import Limits, Watch

EXPLAINED = 3  # meetings left out for which a smallest clash is looked for


@dataclass(frozen=True, kw_only=True)
class BookingReport:
    """What planning a booking came to.

    Attributes:
        conflicts: why not everything is held: what was counted, then a smallest clash for each
            of the first meetings left out.
    """

    prepared: PreparedBooking
    plan: BookingPlan
    conflicts: tuple[BookingConflict, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every meeting has a slot."""
        return not self.plan.unplaced


def plan_booking(
    prepared: PreparedBooking, limits: Limits | None = None, watch: Watch | None = None
) -> BookingReport:
    """Plan and verify a booking; meetings that do not fit are left out, with reasons.

    Raises:
        DisagreementError: the independent check came to another result than the solver.
    """
    from seating.solving.run import Limits, Watch

    limits, watch = limits or Limits(), watch or Watch()
    return _report(prepared, *_solve(prepared, limits, watch), limits, watch)


def _solve(
    prepared: PreparedBooking, limits: Limits, watch: Watch
) -> tuple[Compiled, BookingOutcome]:
    from seating.solving.booking.ask import compile_rules
    from seating.solving.booking.levels import solve_booking

    compiled = compile_rules(prepared.scene, prepared.rules)
    return compiled, solve_booking(compiled, prepared.scene.before, limits, watch)


def _report(
    prepared: PreparedBooking,
    compiled: Compiled,
    outcome: BookingOutcome,
    limits: Limits,
    watch: Watch,
) -> BookingReport:
    scene, rules = prepared.scene, prepared.rules
    bill = verify_booking(scene, rules, outcome.slots)
    wrong = disagreement(bill, outcome.levels, outcome.left_out)
    if wrong:
        raise DisagreementError("booking", wrong)
    plan = BookingPlan(
        slots=outcome.slots,
        levels=outcome.levels,
        findings=tuple(f for f in bill.findings if f.level not in ("prefer", "keep")),
        unplaced=tuple(_waiting(prepared, outcome.slots, m) for m in outcome.left_out),
        stopped=outcome.stopped,
    )
    conflicts = [*_counted(prepared), *_clashes(compiled, plan, limits, watch)]
    return BookingReport(
        prepared=prepared, plan=plan, conflicts=tuple(conflicts) if plan.unplaced else ()
    )


def _counted(prepared: PreparedBooking) -> list[BookingConflict]:
    claims = tuple(Claim(rule="", subjects=(), sentence=text) for text in prepared.counting)
    return [BookingConflict(claims=claims, counting=True)] if claims else []


def _clashes(
    compiled: Compiled, plan: BookingPlan, limits: Limits, watch: Watch
) -> list[BookingConflict]:
    from seating.solving.booking.conflict import explain_conflict

    found = []
    for one in plan.unplaced[:EXPLAINED]:
        conflict = explain_conflict(compiled, plan.slots, one.meeting, limits, watch)
        if conflict is not None:
            found.append(conflict)
    return found


def _waiting(prepared: PreparedBooking, slots: Mapping[str, Slot], meeting: str) -> Unplaced:
    """Say which slots a meeting comes nearest to, and what bars it from each."""
    scene = prepared.scene
    reasons = []
    for slot, barred in blocked(scene, prepared.rules, slots, meeting):
        where = wording.slot(scene, slot)
        zh, en = "；".join(t.zh for t in barred), "; ".join(t.en for t in barred)
        reasons.append(Text(f"若排在{where.zh}：{zh}", f"at {where.en}: {en}"))
    if not reasons:
        reasons.append(Text("没有可用的时间", "there is no time for it"))
    return Unplaced(meeting=meeting, reasons=tuple(reasons))


def beside(
    prepared: PreparedBooking, old: BookingPlan | None, freeze: Iterable[str] = ()
) -> PreparedBooking:
    """Let a booking know the earlier plan; meetings in ``freeze`` stay whatever happens."""
    if old is None:
        return prepared
    scene = prepared.scene
    before = {m: slot for m, slot in old.slots.items() if m in scene.by_id}
    rooms, times = lost(scene, prepared.rules, before)
    scene = dataclasses.replace(scene, before=before, lost_room=rooms, lost_time=times)
    frozen = tuple(sorted(m for m in freeze if m in before))
    rules = prepared.rules
    if frozen:
        kind = NotMoved(priorities=(), meetings=frozen)
        spec = RuleSpec(id="freeze", kind=kind.kind, level="must")
        rules = (*rules, BookingRule(spec=spec, level="must", weight=1, kind=kind))
    return dataclasses.replace(prepared, scene=scene, rules=rules)


def replan_booking(
    prepared: PreparedBooking,
    old: BookingPlan | None,
    freeze: Iterable[str] = (),
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> tuple[BookingReport, tuple[Rebooked, ...]]:
    """Plan again next to an earlier plan, disturbing as few people as can be.

    A meeting that may not move and cannot stay either moves rather than wait: only what the user
    froze waits.

    Raises:
        DisagreementError: the independent check came to another result than the solver.
    """
    from seating.solving.run import Limits, Watch

    limits, watch = limits or Limits(), watch or Watch()
    frozen = frozenset(freeze)
    ready = beside(prepared, old, frozen)
    bound = bound_to_stay(ready.scene, prepared.rules) - frozen
    compiled, outcome = _solve(ready, limits, watch)
    while not watch.stopped:
        scene = ready.scene
        stuck = (bound & frozenset(outcome.left_out)) - (scene.lost_room & scene.lost_time)
        if not stuck:
            break
        rooms, times = scene.lost_room | stuck, scene.lost_time | stuck
        scene = dataclasses.replace(scene, lost_room=rooms, lost_time=times)
        ready = dataclasses.replace(ready, scene=scene)
        compiled, outcome = _solve(ready, limits, watch)
    report = _report(ready, compiled, outcome, limits, watch)
    earlier = old or BookingPlan(slots={})
    changes = booking_changes(ready.scene, ready.rules, earlier, report.plan.slots, bound)
    return report, changes


def check_booking(prepared: PreparedBooking, plan: BookingPlan) -> BookingBill:
    """Verify a booking read from a file against the event as it is now."""
    return verify_booking(prepared.scene, prepared.rules, plan.slots)


def booking_faults(prepared: PreparedBooking, plan: BookingPlan) -> list[Fault]:
    """Return what a stored booking breaks that must not be broken."""
    bill = check_booking(prepared, plan)
    broken = [f for f in (*bill.structure, *bill.findings) if f.level == "must"]
    return [
        Fault(where=Where(file="plan.json", key=f"booking.{f.subjects[0]}"), message=f.sentence)
        for f in broken
    ]


def book_booking(
    prepared: PreparedBooking, plan: BookingPlan, changes: tuple[Rebooked, ...] = ()
) -> BookBooking:
    """Put a booking and its plan together for documents and exports."""
    scene = prepared.scene
    parts = {}
    for meeting in scene.meetings:
        seat = scene.seat.get(meeting.id, {})
        if seat:
            parts[meeting.id] = tuple(
                tuple(p for p in scene.attending(meeting.id) if seat.get(p) == number)
                for number in range(len(meeting.parts))
            )
    return BookBooking(
        spec=scene.spec,
        plan=plan,
        required=scene.required,
        preferred=scene.preferred,
        parts=parts,
        changes=changes,
    )


@dataclass(frozen=True, kw_only=True)
class BookingWhy:
    """Everything that can be said of one meeting's slot.

    Attributes:
        binding: what must rules demand of this meeting alone, in words.
        offers: other slots, the cheapest first.
    """

    meeting: str
    slot: Slot | None
    binding: tuple[Text, ...]
    offers: tuple[BookingOffer, ...]


def why_meeting(
    prepared: PreparedBooking, plan: BookingPlan, meeting: str, number: int = 5
) -> BookingWhy:
    """Explain where and when a meeting is held."""
    from seating.solving.booking.ask import compile_rules

    scene, rules = prepared.scene, prepared.rules
    musts = [r for r in rules if r.level == "must"]
    own = frozenset((meeting,))
    claims = [
        c.rule.kind.claim(scene, c.subjects)
        for c in compile_rules(scene, musts).clauses
        if c.meetings == own
    ]
    return BookingWhy(
        meeting=meeting,
        slot=plan.slots.get(meeting),
        binding=tuple(dict.fromkeys(claims)),
        offers=offers(scene, rules, plan.slots, meeting, number),
    )


def find_meeting(prepared: PreparedBooking | None, word: str) -> str:
    """Return the id of the meeting that a word means: its id or title; ``""`` if none."""
    if prepared is None:
        return ""
    if word in prepared.scene.by_id:
        return word
    titled = [m.id for m in prepared.scene.meetings if word in (m.title.zh, m.title.en)]
    return titled[0] if len(titled) == 1 else ""


def diary(prepared: PreparedBooking, plan: BookingPlan, person: str) -> Sequence[Slot]:
    """Return the meetings of a person in order of time."""
    scene = prepared.scene
    mine = [s for m, s in plan.slots.items() if m in scene.by_id and person in scene.attending(m)]
    return sorted(mine, key=lambda s: (s.start, s.end, s.meeting))
