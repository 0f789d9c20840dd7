"""The report of a booking in words and as data (会议室统筹报告)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from seating.cli.outcome import findings_data, level_line, levels_data
from seating.cli.speech import Say, number
from seating.facts.booking import PRIORITY_TITLES, Slot
from seating.facts.booking_rule import BookingConflict, Claim
from seating.facts.plan import LevelResult
from seating.facts.rule import LEVEL_TITLES

if TYPE_CHECKING:
    from seating.planner.booking import BookingReport
    from seating.scene.booking import PreparedBooking

FINDINGS_SHOWN = 30


def booking_size(prepared: PreparedBooking, say: Say) -> str:
    """Say how many meetings, rooms, days, people and rules there are."""
    scene, rules = prepared.scene, prepared.rules
    meetings, rooms = len(scene.meetings), len(scene.rooms)
    days, people = len(scene.spec.days), len(scene.people)
    own = sum(not (r.spec.where and r.spec.where.file.startswith("rules/")) for r in rules)
    house = len(rules) - own
    zh = f"（其中{house}条通用）" if own else "（都是通用规则）"
    en = f" ({house} of the house)" if own else " (of the house)"
    return say(
        f"【会议室统筹】{meetings}个会议，{rooms}间会议室，{days}天，{people}人，{len(rules)}条规则{zh}",
        f"[Rooms and times] {number(meetings, 'meeting')}, {number(rooms, 'room')}, "
        f"{number(days, 'day')}, {number(people, 'person', 'people')}, "
        f"{number(len(rules), 'rule')}{en}",
    )


def booking_lines(report: BookingReport, say: Say) -> list[str]:
    """Return the report of a booking, line by line."""
    plan, prepared = report.plan, report.prepared
    verified = say("，独立核验通过", ", independently verified")
    lines = [booking_size(prepared, say) + verified]
    ruled = {"must", *(r.level for r in prepared.rules)}
    if not prepared.scene.before:
        ruled.discard("keep")
    lines += [f"  {_level(r, say)}" for r in plan.levels if r.level in ruled or r.value]
    if plan.stopped:
        lines.append(
            say(
                "  求解提前结束，以上为目前最好的安排。",
                "  The search ended early; this is the best so far.",
            )
        )
    shown = [f for f in plan.findings if f.level != "must"]
    lines += [f"  ! {say.text(f.sentence)}" for f in shown[:FINDINGS_SHOWN]]
    if len(shown) > FINDINGS_SHOWN:
        more = len(shown) - FINDINGS_SHOWN
        lines.append(say(f"  ! 另有{more}处，见 plan.json", f"  ! and {more} more in plan.json"))
    if plan.unplaced:
        lines.append(
            say(
                f"  候补{len(plan.unplaced)}个（没有排上）：",
                f"  Waiting list, {number(len(plan.unplaced), 'meeting')} without a slot:",
            )
        )
    by_id = prepared.scene.by_id
    for one in plan.unplaced:
        meeting = by_id[one.meeting]
        title = say.text(PRIORITY_TITLES[meeting.priority])
        lines.append(f"    {one.meeting}  {say.text(meeting.title)}  {title}")
        lines += [f"      {say.text(reason)}" for reason in one.reasons]
    for conflict in report.conflicts:
        lines += _conflict(conflict, say)
    return lines


def _level(result: LevelResult, say: Say) -> str:
    if result.level == "must":
        title = say.text(LEVEL_TITLES["must"])
        if not result.value:
            return f"{title}  {say('全部排上', 'every meeting has a slot')}"
        words = say(
            f"{result.value}个会议排不下", f"{number(result.value, 'meeting')} cannot be held"
        )
        if result.proven:
            return f"{title}  {words}  {say('已证明不能更少', 'proven: not fewer')}"
        bound = say(f"至少{result.bound}个，未证明", f"at least {result.bound}, not proven")
        return f"{title}  {words}  {bound}"
    return level_line(result, say)


def _conflict(conflict: BookingConflict, say: Say) -> list[str]:
    if conflict.counting:
        head = say("  数一数就知道排不下：", "  Counting shows that not everything fits:")
        return [head, *(f"    ✗ {say.text(c.sentence)}" for c in conflict.claims)]
    lines = [
        say(
            f"  {conflict.meeting}排不上，因为以下{len(conflict.claims)}条不能同时满足"
            "（缺一条即可）：",
            f"  {conflict.meeting}: these {len(conflict.claims)} cannot all hold (without any one "
            "of them they can):",
        )
    ]
    lines += [f"    ✗ {_claim(claim, say)}" for claim in conflict.claims]
    if not conflict.confirmed:
        lines.append(
            say(
                "    （复核未能确认此组最小）",
                "    (the check could not confirm that this is minimal)",
            )
        )
    if conflict.give_up:
        lines.append(
            say(
                f"  任选一种让步，{conflict.meeting}即可排上：",
                f"  Any of these concessions makes room for {conflict.meeting}:",
            )
        )
        lines += [
            f"    - {say('；', '; ').join(_given_up(c, conflict.meeting, say) for c in given)}"
            for given in conflict.give_up
        ]
    return lines


def _given_up(claim: Claim, meeting: str, say: Say) -> str:
    words = _words(claim, say)
    if claim.rule:
        return say(f"放弃：{words}", f"give up: {words}")
    if claim.subjects == (meeting,):
        return say(f"不开：{words}", f"do not hold it: {words}")
    return say(f"改为候补：{words}", f"let it wait instead: {words}")


def _words(claim: Claim, say: Say) -> str:
    rule = say(f"（{claim.rule}）", f" ({claim.rule})") if claim.rule else ""
    return say.text(claim.sentence) + rule


def _claim(claim: Claim, say: Say) -> str:
    at = say.text(claim.where.text()) if claim.where else ""
    return _words(claim, say) + (say(f"　〔{at}〕", f"  ({at})") if at else "")


def booking_data(report: BookingReport, say: Say) -> dict[str, Any]:
    """Return the report of a booking as plain data."""
    plan = report.plan
    return {
        "slots": {m: slot_data(s) for m, s in sorted(plan.slots.items())},
        "levels": levels_data(plan.levels),
        "stopped": plan.stopped,
        "findings": findings_data(plan.findings, say),
        "unplaced": [
            {"meeting": u.meeting, "reasons": [say.text(r) for r in u.reasons]}
            for u in plan.unplaced
        ],
        "conflicts": [
            {
                "meeting": c.meeting,
                "counting": c.counting,
                "confirmed": c.confirmed,
                "claims": [_claim_data(claim, say) for claim in c.claims],
                "give_up": [[_claim_data(claim, say) for claim in given] for given in c.give_up],
            }
            for c in report.conflicts
        ],
    }


def _claim_data(claim: Claim, say: Say) -> dict[str, Any]:
    return {
        "rule": claim.rule,
        "subjects": list(claim.subjects),
        "sentence": say.text(claim.sentence),
        "where": say.text(claim.where.text()) if claim.where else "",
    }


def slot_data(slot: Slot | None) -> dict[str, Any] | None:
    """Return a slot as plain data."""
    if slot is None:
        return None
    return {
        "start": slot.start.isoformat(timespec="minutes"),
        "end": slot.end.isoformat(timespec="minutes"),
        "rooms": list(slot.rooms),
    }
