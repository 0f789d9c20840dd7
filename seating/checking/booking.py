"""Structure, every rule and the bill of a finished booking (统筹方案核验)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from seating.bookings import wording
from seating.checking.tally import disputed, tally
from seating.facts.booking import Slot
from seating.facts.booking_rule import BookingRule, BookingScene, Slots
from seating.facts.plan import Finding, LevelResult
from seating.facts.rule import Level
from seating.facts.text import Text


@dataclass(frozen=True, kw_only=True)
class BookingBill:
    """What the checker found: faults of structure, broken rules, the sum of each level.

    Attributes:
        left_out: ids of meetings without a slot.
    """

    structure: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    totals: Mapping[Level, int]
    left_out: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether the booking may be used: sound structure, no must rule broken."""
        return not self.structure and self.totals["must"] == 0


def verify_booking(scene: BookingScene, rules: Sequence[BookingRule], slots: Slots) -> BookingBill:
    """Count everything that is wrong with a booking, from its slots alone."""
    structure = tuple(_structure(scene, slots))
    broken = ((rule, bite) for rule in rules for bite in rule.kind.check(scene, slots))
    findings, totals = tally(() if structure else broken)
    return BookingBill(
        structure=structure,
        findings=tuple(findings),
        totals=totals,
        left_out=tuple(m.id for m in scene.meetings if m.id not in slots),
    )


def _structure(scene: BookingScene, slots: Slots) -> Iterator[Finding]:
    for ident, slot in sorted(slots.items()):
        meeting = scene.by_id.get(ident)
        if meeting is None:
            yield _wrong(ident, f"没有申请过会议{ident}，却排了时间", f"nobody asked for {ident}")
            continue
        what = wording.meeting(scene, ident)
        if slot.meeting != ident:
            yield _wrong(
                ident, f"{what.zh}的安排写的是{slot.meeting}", f"{what.en}: slot of {slot.meeting}"
            )
        if slot.end - slot.start != dt.timedelta(minutes=meeting.minutes):
            yield _wrong(
                ident,
                f"{what.zh}应为{meeting.minutes}分钟，却排了{_length(slot)}分钟",
                f"{what.en} takes {meeting.minutes} minutes, not {_length(slot)}",
            )
        if len(slot.rooms) != len(meeting.parts):
            yield _wrong(
                ident,
                f"{what.zh}要{len(meeting.parts)}间会议室，却排了{len(slot.rooms)}间",
                f"{what.en} needs {len(meeting.parts)} rooms and has {len(slot.rooms)}",
            )
        for room in slot.rooms:
            if room not in scene.room_by_id:
                yield _wrong(
                    ident, f"{what.zh}排在不存在的会议室{room}", f"{what.en}: no such room {room}"
                )
        if slot.start != meeting.start and not _in_hours(scene, slot):
            when = wording.span(slot.span)
            yield _wrong(
                ident,
                f"{what.zh}排在{when.zh}，不在办公时间内或不是整{scene.spec.grain}分钟",
                f"{what.en} is at {when.en}: outside of the hours, or no multiple of "
                f"{scene.spec.grain} minutes",
            )


def _in_hours(scene: BookingScene, slot: Slot) -> bool:
    date, minutes = slot.start.date(), slot.start.hour * 60 + slot.start.minute
    return (
        date in scene.spec.days
        and minutes % scene.spec.grain == 0
        and any(
            dt.datetime.combine(date, a) <= slot.start and slot.end <= dt.datetime.combine(date, b)
            for a, b in scene.spec.hours
        )
    )


def _length(slot: Slot) -> int:
    return int((slot.end - slot.start).total_seconds() // 60)


def _wrong(meeting: str, zh: str, en: str) -> Finding:
    return Finding(
        rule="structure", level="must", subjects=(meeting,), amount=1, sentence=Text(zh, en)
    )


def disagreement(
    bill: BookingBill, levels: Sequence[LevelResult], left_out: Sequence[str]
) -> tuple[Text, ...]:
    """Compare the checker's sums with the solver's; anything returned is our own bug.

    At the level ``must`` the solver counts the meetings that it left out.
    """
    found = [f.sentence for f in bill.structure]
    found += [f.sentence for f in bill.findings if f.level == "must"]
    if sorted(left_out) != sorted(bill.left_out):
        told, seen = "、".join(left_out), "、".join(bill.left_out)
        found.append(
            Text(f"求解说没排上的是{told}，核验见到的是{seen}", f"left out: {told!r}, not {seen!r}")
        )
    found += disputed(levels, {**bill.totals, "must": len(bill.left_out)})
    return tuple(found)
