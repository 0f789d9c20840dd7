"""The report of a plan in words and as data (方案报告)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from seating.cli.booking_report import booking_data, booking_lines
from seating.cli.outcome import findings_data, level_line, levels_data
from seating.cli.speech import Say, number, wide
from seating.facts.plan import Conflict, LevelResult, SittingPlan
from seating.facts.rule import LEVEL_TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from seating.facts.rule import Rule
    from seating.planner import Report
    from seating.scene.build import Prepared

MOVED_SHOWN = 30


def report_lines(report: Report, say: Say, *, moved: bool = True) -> list[str]:
    """Return the report of a whole event, line by line; without ``moved``, levels only."""
    event, version = report.programme.event, report.plan.version
    lines = [
        say(
            f"{event.title.zh}　第{version}版",
            f"{event.title.en}  version {version}",
        )
    ]
    conflicts = {c.sitting: c for c in report.conflicts}
    wishes = _wishes(report)
    for prepared in report.programme.sittings:
        sitting = prepared.sitting.id
        lines.append("")
        if sitting in conflicts:
            lines += _conflict(prepared, conflicts[sitting], say)
        elif sitting in report.unfinished:
            lines.append(
                say(
                    f"【{prepared.sitting.title.zh}】限定工作量内没有找到方案，请加大 --effort。",
                    f"[{prepared.sitting.title.en}] no plan within the limit; raise --effort.",
                )
            )
        else:
            unkept = wishes.get(sitting, ())
            lines += _sitting(prepared, report.plan.sittings[sitting], unkept, say, moved)
    if report.booking is not None:
        lines += ["", *booking_lines(report.booking, say)]
    return lines


def _wishes(report: Report) -> dict[str, list[Rule]]:
    """Return the user's own rules of the level prefer that a plan does not fully keep."""
    found: dict[str, list[Rule]] = {}
    for prepared in report.programme.sittings:
        usual = {rule.id for rule in prepared.convention.rules}
        own = [r for r in prepared.rules if r.level == "prefer" and r.id not in usual]
        if own:
            found[prepared.sitting.id] = own
    if not found:
        return found
    from seating.planner import check_plan

    bills = check_plan(report.programme, report.plan)
    broken = {name: {finding.rule for finding in bill.findings} for name, bill in bills.items()}
    return {name: [r for r in own if r.id in broken.get(name, ())] for name, own in found.items()}


def _sitting(
    prepared: Prepared, plan: SittingPlan, unkept: Sequence[Rule], say: Say, moved: bool
) -> list[str]:
    scene = prepared.scene
    lines = [size_line(prepared, say) + say("，独立核验通过", ", independently verified")]
    ruled = {"must", *(rule.level for rule in prepared.rules)} | ({"keep"} if not moved else set())
    shown = [r for r in plan.levels if r.level in ruled or r.value]
    lines += [f"  {_level(result, say)}" for result in shown]
    if plan.stopped:
        lines.append(
            say(
                "  求解提前结束，以上为目前最好的方案。",
                "  The search ended early; this is the best so far.",
            )
        )
    lines += [f"  ! {say.text(finding.sentence)}" for finding in plan.findings]
    if unkept:
        words = [
            r.id + (say(f"（{r.spec.text}）", f" ({r.spec.text})") if r.spec.text else "")
            for r in unkept
        ]
        lines.append(
            say(
                f"  ~ “尽量”一级没有完全做到：{'、'.join(words)}",
                f"  ~ not fully kept at level prefer: {', '.join(words)}",
            )
        )
    if not moved:
        return lines
    if plan.moved:
        lines.append(
            say(
                f"  {len(plan.moved)}人不在应坐位置：",
                f"  {len(plan.moved)} not on their due places:",
            )
        )
        places = scene.layout.by_id
        width = max(wide(say.text(scene.person(m.person).called)) for m in plan.moved[:MOVED_SHOWN])
        for one in plan.moved[:MOVED_SHOWN]:
            name = say.text(scene.person(one.person).called)
            pad = " " * (width - wide(name))
            due, place = say.text(places[one.due].label), say.text(places[one.place].label)
            why = say("；", "; ").join(say.text(r) for r in one.reasons)
            lines.append(f"    {name}{pad}  {due} → {place}  {why}")
        if len(plan.moved) > MOVED_SHOWN:
            more = len(plan.moved) - MOVED_SHOWN
            lines.append(
                say(f"    另有{more}人，见 plan.json", f"    and {more} more in plan.json")
            )
    else:
        lines.append(say("  所有人都在应坐位置。", "  Everybody is on the due place."))
    return lines


def size_line(prepared: Prepared, say: Say) -> str:
    """Say how many people, places and rules a sitting has; rules of the convention count."""
    scene, rules = prepared.scene, len(prepared.rules)
    people, seats, every = len(scene.people), len(scene.layout.seats), len(scene.layout.places)
    own = sum(rule.id not in {r.id for r in prepared.convention.rules} for rule in prepared.rules)
    parts_zh = [f"{people}人", f"{seats}座可用（共{every}座）" if every != seats else f"{seats}座"]
    parts_en = [number(people, "person", "people"), number(seats, "place")]
    if every != seats:
        parts_en[-1] = f"{seats} usable places of {every}"
    pack_zh = f"（其中{rules - own}条来自惯例）" if own else "（都来自惯例）"
    pack_en = f" ({rules - own} of the convention)" if own else " (of the convention)"
    if rules == own:
        pack_zh = pack_en = ""
    parts_zh.append(f"{rules}条规则{pack_zh}")
    parts_en.append(number(rules, "rule") + pack_en)
    title = prepared.sitting.title
    return say(f"【{title.zh}】{'，'.join(parts_zh)}", f"[{title.en}] {', '.join(parts_en)}")


def _level(result: LevelResult, say: Say) -> str:
    if result.level == "must":
        return f"{say.text(LEVEL_TITLES['must'])}  {say('全部满足', 'all kept')}"
    return level_line(result, say)


def _conflict(prepared: Prepared, conflict: Conflict, say: Say) -> list[str]:
    title = prepared.sitting.title
    if conflict.counting:
        lines = [say(f"【{title.zh}】座位不够，无法排座：", f"[{title.en}] not enough places:")]
        return lines + [f"  ✗ {say.text(s)}" for s in conflict.sentences]
    lines = [
        say(
            f"【{title.zh}】没有可行方案。以下{len(conflict.rules)}条不能同时满足（缺一条即可行）：",
            f"[{title.en}] no plan exists. These {len(conflict.rules)} cannot all hold "
            "(without any one of them they can):",
        )
    ]
    where = {r.id: r.spec.where for r in prepared.rules}
    text = {r.id: r.spec.text for r in prepared.rules}
    for rule, sentence in zip(conflict.rules, conflict.sentences, strict=True):
        place = where.get(rule)
        own = text.get(rule, "")
        words = say.text(sentence)
        words += say(f"（{own}）", f" ({own})") if own and own not in words else ""
        at = say.text(place.text()) if place else ""
        source = say(f"　〔{at}〕", f"  ({at})") if at else ""
        lines.append(f"  ✗ {rule}{say('：', ': ')}{words}{source}")
    if not conflict.confirmed:
        lines.append(
            say(
                "  （复核未能确认此组最小）", "  (the check could not confirm that this is minimal)"
            )
        )
    if conflict.give_up:
        lines.append(
            say("  任选一种让步即可排座：", "  Any of these concessions makes a plan possible:")
        )
        lines += [
            f"    - {say('放弃', 'give up')} {say('、', ', ').join(ids)}"
            for ids in conflict.give_up
        ]
    return lines


def report_data(report: Report, say: Say) -> dict[str, Any]:
    """Return the report as plain data."""
    event = report.programme.event
    sittings: dict[str, Any] = {}
    for prepared in report.programme.sittings:
        plan = report.plan.sittings.get(prepared.sitting.id)
        if plan is None:
            continue
        sittings[prepared.sitting.id] = {
            "placements": dict(sorted(plan.placing.places.items())),
            "levels": levels_data(plan.levels),
            "stopped": plan.stopped,
            "findings": findings_data(plan.findings, say),
            "moved": [
                {
                    "person": m.person,
                    "due": m.due,
                    "place": m.place,
                    "reasons": [say.text(r) for r in m.reasons],
                }
                for m in plan.moved
            ],
        }
    return {
        "event": event.id,
        "version": event.version,
        "sittings": sittings,
        "conflicts": [
            {
                "sitting": c.sitting,
                "rules": list(c.rules),
                "counting": c.counting,
                "confirmed": c.confirmed,
                "sentences": [say.text(s) for s in c.sentences],
                "give_up": [list(g) for g in c.give_up],
            }
            for c in report.conflicts
        ],
        "unfinished": list(report.unfinished),
        **({"booking": booking_data(report.booking, say)} if report.booking else {}),
    }
