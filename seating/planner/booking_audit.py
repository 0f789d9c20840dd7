"""Check bookings made elsewhere against rooms, people and rules (核对外来的会议安排)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from seating.bookings import wording
from seating.checking.booking import verify_booking
from seating.checking.booking_why import BookingOffer, offers
from seating.checking.tally import by_level, tally
from seating.exports.booking_ics import uid_of
from seating.facts.booking import Slot, Span, Stranger
from seating.facts.booking_rule import BookingRule, BookingScene
from seating.facts.event import Event
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.plan import Finding
from seating.facts.rule import Level
from seating.facts.text import Text
from seating.reading.booking.calendar import read_calendar
from seating.scene.booking import PreparedBooking

_LEVELS: tuple[Level, ...] = ("must", "should")
ALTERNATIVES = 12  # meetings in the way of others for which another slot is looked for


@dataclass(frozen=True, kw_only=True)
class BookingAudit:
    """What is wrong with bookings made elsewhere.

    Attributes:
        faults: what the file leaves open: unknown meetings and rooms, entries without time.
        missing: ids of meetings asked for that have no entry.
        findings: what breaks rules of the levels must and should, and slots that cannot be.
        ways_out: for meetings that break must rules, the cheapest slot in which they would not.
    """

    prepared: PreparedBooking
    slots: Mapping[str, Slot]
    faults: tuple[Fault, ...]
    missing: tuple[str, ...]
    findings: tuple[Finding, ...]
    totals: Mapping[Level, int]
    ways_out: Mapping[str, BookingOffer]

    @property
    def clean(self) -> bool:
        """Whether there is nothing to report."""
        return not (self.faults or self.missing or self.findings)


def audit_booking(event: Event, prepared: PreparedBooking, path: Path) -> BookingAudit:
    """Read a list (.xlsx, .csv) or calendar (.ics) of bookings and check it.

    Raises:
        BadInputError: the file cannot be read or holds no meeting that was asked for.
    """
    scene, rules = prepared.scene, prepared.rules
    ids = {
        uid_of(event.id, m.id, number): (m.id, number)
        for m in scene.meetings
        for number in range(len(m.parts))
    }
    read = read_calendar(path, scene.spec, ids)
    slots, faults = read.slots, read.faults
    if not slots:
        if not any(fault.severity == "fault" for fault in faults):
            message = Text("其中没有申请过的会议。", "holds none of the meetings asked for.")
            faults = (Fault(where=Where(file=path.name), message=message), *faults)
        raise BadInputError(faults)
    structure = verify_booking(scene, (), slots).structure
    sound = {
        m: s
        for m, s in slots.items()
        if len(s.rooms) == len(scene.by_id[m].parts) and all(r in scene.room_by_id for r in s.rooms)
    }
    broken = (
        (rule, bite)
        for rule in rules
        if rule.level in _LEVELS
        for bite in rule.kind.check(scene, sound)
    )
    found, totals = tally(broken, _LEVELS)
    found = sorted([*found, *_taken(prepared, sound, read.strangers)], key=by_level)
    return BookingAudit(
        prepared=prepared,
        slots=slots,
        faults=faults,
        missing=tuple(m.id for m in scene.meetings if m.id not in slots),
        findings=(*structure, *found),
        totals=totals,
        ways_out=_ways_out(prepared, sound, found, read.strangers),
    )


def _taken(
    prepared: PreparedBooking, slots: Mapping[str, Slot], strangers: Sequence[Stranger]
) -> Iterator[Finding]:
    """Say which meetings are in a room that something else has, and what else clashes there."""
    scene = prepared.scene
    for number, other in enumerate(strangers):
        for ident, slot in sorted(slots.items()):
            meeting = scene.by_id[ident]
            own = Span(
                start=slot.start - dt.timedelta(minutes=meeting.setup),
                end=slot.end + dt.timedelta(minutes=meeting.clear),
            )
            if other.room in slot.rooms and own.meets(other.span):
                yield _clash(scene, other, wording.meeting(scene, ident), (ident,))
        for another in strangers[number + 1 :]:
            if other.room == another.room and other.span.meets(another.span):
                title = Text(f"“{another.title}”", repr(another.title))
                yield _clash(scene, other, title, ())


def _clash(scene: BookingScene, other: Stranger, what: Text, subjects: tuple[str, ...]) -> Finding:
    room, when = wording.room(scene, other.room), wording.span(other.span)
    sentence = Text(
        f"{room.zh}：{what.zh}与“{other.title}”（{when.zh}，不在申请之中）时间冲突",
        f"{room.en}: {what.en} and {other.title!r} ({when.en}, not asked for) at the same time",
    )
    return Finding(rule="room-once", level="must", subjects=subjects, amount=1, sentence=sentence)


def _ways_out(
    prepared: PreparedBooking,
    slots: Mapping[str, Slot],
    found: list[Finding],
    strangers: Sequence[Stranger],
) -> dict[str, BookingOffer]:
    """Return for meetings in the way a slot that breaks fewer must rules and no new one."""
    scene = _without(prepared.scene, strangers)
    broken = [f for f in found if f.level == "must"]
    meetings = sorted({m for f in broken for m in f.subjects if m in slots})
    ways: dict[str, BookingOffer] = {}
    for meeting in meetings[:ALTERNATIVES]:
        best = offers(scene, prepared.rules, slots, meeting, 1)
        if best and best[0].cost[0] < 0 and _sound(scene, prepared.rules, best[0].slot):
            ways[meeting] = best[0]
    return ways


def _sound(scene: BookingScene, rules: Sequence[BookingRule], slot: Slot) -> bool:
    """Whether a slot is as its meeting must have it, such as at its fixed time."""
    alone = {slot.meeting: slot}
    return not any(
        bite.amount
        for rule in rules
        if rule.level == "must"
        for bite in rule.kind.check(scene, alone)
    )


def _without(scene: BookingScene, strangers: Sequence[Stranger]) -> BookingScene:
    """Return a scene whose rooms cannot be had while something else is in them."""
    taken: dict[str, tuple[Span, ...]] = {}
    for other in strangers:
        taken[other.room] = (*taken.get(other.room, ()), other.span)
    rooms = tuple(
        dataclasses.replace(room, closed=(*room.closed, *taken.get(room.id, ())))
        for room in scene.rooms
    )
    return dataclasses.replace(scene, rooms=rooms)
