"""Booked meetings as text: by day, of a room, of a person; why, what changed (文字会议安排)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from seating.bookings import wording
from seating.cli.booking_report import slot_data
from seating.cli.outcome import findings_data
from seating.cli.speech import Say, number, wide
from seating.facts.booking import BookingPlan, Rebooked, Slot
from seating.facts.booking_rule import BookingScene
from seating.facts.rule import LEVEL_TITLES, LEVELS

if TYPE_CHECKING:
    from seating.planner.booking import BookingWhy
    from seating.planner.booking_audit import BookingAudit


def day_lines(scene: BookingScene, slots: Iterable[Slot], say: Say) -> list[str]:
    """Return slots day by day in order of time."""
    ordered = sorted(slots, key=lambda s: (s.start, s.end, s.rooms, s.meeting))
    lines: list[str] = []
    width = max((wide(_rooms(scene, s, say)) for s in ordered), default=0)
    for date, group in groupby(ordered, key=lambda s: s.start.date()):
        lines.append(say.text(wording.day(date)))
        for slot in group:
            rooms = _rooms(scene, slot, say)
            pad = " " * (width - wide(rooms))
            found = scene.by_id.get(slot.meeting)
            title = say.text(found.title) if found else ""
            times = f"{slot.start:%H:%M}–{slot.end:%H:%M}"
            lines.append(f"  {times}  {rooms}{pad}  {slot.meeting}  {title}")
    return lines


def _rooms(scene: BookingScene, slot: Slot, say: Say) -> str:
    return say("、", ", ").join(say.text(wording.room(scene, r)) for r in slot.rooms)


def waiting_lines(scene: BookingScene, plan: BookingPlan, say: Say) -> list[str]:
    """Return the waiting list."""
    if not plan.unplaced:
        return []
    lines = [say("候补（没有排上）", "Waiting list (no slot)")]
    for one in plan.unplaced:
        found = scene.by_id.get(one.meeting)
        lines.append(f"  {one.meeting}  {say.text(found.title) if found else ''}")
    return lines


def why_lines(scene: BookingScene, found: BookingWhy, say: Say) -> list[str]:
    """Return what can be said of one meeting's slot."""
    meeting = scene.by_id[found.meeting]
    here = say.text(wording.slot(scene, found.slot)) if found.slot else say("没有排上", "no slot")
    lines = [f"{found.meeting}  {say.text(meeting.title)}{say('：', ': ')}{here}"]
    lines += [say("  条件：", "  demand: ") + say.text(claim) for claim in found.binding]
    if found.offers:
        lines.append(
            say(
                "  若改到别的时间或会议室（其他会议不动）：",
                "  other slots (all other meetings staying where they are):",
            )
        )
    for offer in found.offers:
        cost = say("，", ", ").join(
            f"{say.text(LEVEL_TITLES[level])}{amount:+d}"
            for level, amount in zip(LEVELS, offer.cost, strict=True)
            if amount
        )
        broken = say("；", "; ").join(say.text(s) for s in offer.sentences)
        where = say.text(wording.slot(scene, offer.slot))
        lines.append(f"    {where}  {cost or say('代价相同', 'no dearer')}  {broken}".rstrip())
    return lines


def why_data(found: BookingWhy, say: Say) -> dict[str, Any]:
    """Return the same as plain data."""
    return {
        "meeting": found.meeting,
        "slot": slot_data(found.slot),
        "demands": [say.text(claim) for claim in found.binding],
        "offers": [
            {
                "slot": slot_data(o.slot),
                "cost": dict(zip(LEVELS, o.cost, strict=True)),
                "broken": [say.text(s) for s in o.sentences],
            }
            for o in found.offers
        ],
    }


def diary_lines(
    scene: BookingScene, plan: BookingPlan, person: str, slots: Sequence[Slot], say: Say
) -> list[str]:
    """Return the meetings of one person, and what rules they break."""
    name = wording.person(scene, person)
    lines = [say(f"【会议室统筹】{name.zh}的会议：", f"[Rooms and times] meetings of {name.en}:")]
    for slot in slots:
        required = person in scene.required[slot.meeting]
        role = say("必须参加", "required") if required else say("希望参加", "invited")
        when = say.text(wording.slot(scene, slot))
        title = say.text(scene.by_id[slot.meeting].title)
        lines.append(f"  {when}  {slot.meeting}  {title}  {role}")
    lines += [f"  ! {say.text(f.sentence)}" for f in plan.findings if person in f.subjects]
    return lines


def rebooked_lines(
    scene: BookingScene, changes: Sequence[Rebooked], people: int, say: Say
) -> list[str]:
    """Return what became of each meeting that moved; ``people`` attend any meeting."""
    from seating.checking.booking_changes import disturbed, moved_words

    title = say("会议室统筹", "Rooms and times")
    if not changes:
        return [say(f"【{title}】没有变动。", f"[{title}] no change.")]
    timed, roomed = disturbed(changes)
    calm = people - len(timed) - len(roomed)
    lines = [
        say(
            f"【{title}】{len(changes)}个会议变动：{len(timed)}人改时间，{len(roomed)}人只换会议室，"
            f"{calm}人不受影响：",
            f"[{title}] {number(len(changes), 'meeting')} changed: "
            f"{number(len(timed), 'person', 'people')} to come at another time, {len(roomed)} only "
            f"to another room, {calm} not concerned:",
        )
    ]
    for change in changes:
        found = scene.by_id.get(change.meeting)
        name = say.text(found.title) if found else ""
        reasons = say("；", "; ").join(say.text(r) for r in change.reasons)
        head = f"  {change.meeting}  {name}" if name else f"  {change.meeting}"
        count = len(change.people)
        who = say(f"（{count}人）", f" ({number(count, 'person', 'people')})") if count else ""
        lines.append(f"{head}{who}")
        lines.append(f"    {say.text(moved_words(scene, change))}  {reasons}".rstrip())
    return lines


def rebooked_data(changes: Sequence[Rebooked], say: Say) -> list[dict[str, Any]]:
    """Return the same as plain data."""
    return [
        {
            "meeting": c.meeting,
            "old": slot_data(c.old),
            "new": slot_data(c.new),
            "people": list(c.people),
            "reasons": [say.text(r) for r in c.reasons],
        }
        for c in changes
    ]


def audit_lines(found: BookingAudit, say: Say) -> list[str]:
    """Return what is wrong with bookings made elsewhere."""
    scene = found.prepared.scene
    count = len(found.slots)
    lines = [
        say(
            f"【会议室统筹】核对了{count}个会议的安排（申请{len(scene.meetings)}个）。",
            f"[Rooms and times] {number(count, 'booking')} of {len(scene.meetings)} checked.",
        )
    ]
    for ident in found.missing:
        what = say.text(wording.meeting(scene, ident))
        lines.append(say(f"  - {what}没有安排", f"  - {what} is not booked"))
    for finding in found.findings:
        mark = "✗" if finding.level == "must" else "!"
        lines.append(f"  {mark} {say.text(finding.sentence)}")
    if found.ways_out:
        lines.append(say("  可以这样调整（一次动一个）：", "  Ways out (moving one at a time):"))
    for ident, offer in found.ways_out.items():
        name, where = wording.meeting(scene, ident), wording.slot(scene, offer.slot)
        lines.append(f"    {say.text(name)} → {say.text(where)}")
    if found.clean:
        lines.append(say("  没有发现问题。", "  Nothing to report."))
    return lines


def audit_data(found: BookingAudit, say: Say) -> dict[str, Any]:
    """Return the same as plain data."""
    return {
        "booked": {m: slot_data(s) for m, s in sorted(found.slots.items())},
        "missing": list(found.missing),
        "findings": findings_data(found.findings, say),
        "totals": dict(found.totals),
        "ways_out": {m: slot_data(o.slot) for m, o in found.ways_out.items()},
        "clean": found.clean,
    }
