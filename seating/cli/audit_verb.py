"""``seating audit``: a chart made by hand checked against the rules (核对座次图)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seating.cli.errors import FINDINGS, faults_data, guarded, print_faults
from seating.cli.options import event_argument, format_option, search_options
from seating.cli.sittings import sitting_called
from seating.cli.speech import Say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from seating.facts.venue import View
    from seating.planner.audit import Audit
    from seating.scene.build import Programme


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "audit",
        help=say(
            "核对手工排的座次图（Excel）：违反了哪些规则、谁漏排、谁排了两次，"
            "并与最好的方案比较。\n\n"
            "可读 seating export 导出的图，也可读一格一人的普通表格"
            "（一排一行，空列为走道，注明“主席台”在哪一头）。工作簿里有几场的图就核对几场；"
            "不写文件。没有问题时退出码为 0，有则为 1。\n\n"
            "--booking 核对别处排好的会议：谁分身乏术，哪间会议室冲突、坐不下，怎样调整。",
            "Check a chart made by hand (Excel): broken rules, people left out or seated twice, "
            "compared with the best plan.\n\nReads what seating export writes and plain grids "
            "of names (a row a line, blank columns as aisles, a cell 主席台 or rostrum at one "
            "end). All sittings that have a sheet are checked; nothing is written. Exit code 0 "
            "if there is nothing to report, else 1.\n\n--booking checks meetings booked elsewhere: "
            "people in two places, rooms that clash or are too small, and ways out.",
        ),
    )
    @event_argument(say)
    @click.option(
        "--chart",
        default=None,
        type=click.Path(path_type=Path),
        help=say("座次图文件（.xlsx 或 .csv）", "the chart (.xlsx or .csv)"),
    )
    @click.option(
        "--booking",
        default=None,
        type=click.Path(path_type=Path),
        help=say(
            "别处的会议安排：一览表（.xlsx、.csv）或日历（.ics）",
            "bookings made elsewhere: a list (.xlsx, .csv) or a calendar (.ics)",
        ),
    )
    @click.option("--sheet", default="", help=say("工作表（默认自动）", "sheet (default: found)"))
    @click.option("--sitting", default="", help=say("场次（默认自动）", "sitting (default: found)"))
    @click.option(
        "--view",
        type=click.Choice(["audience", "seated"]),
        default=None,
        help=say(
            "普通表格的视角（默认：主席台在上为 audience，在下为 seated）",
            "viewpoint of a plain grid (default: audience if the rostrum is on top)",
        ),
    )
    @search_options(say)
    @format_option(say)
    def audit(
        event: Path,
        chart: Path | None,
        booking: Path | None,
        sheet: str,
        sitting: str,
        view: str | None,
        effort: float,
        progress: bool | None,
        form: str,
    ) -> None:
        with guarded(say, form):
            from seating import planner
            from seating.cli.stored import stored_plan
            from seating.cli.work import progress_watch
            from seating.planner.audit import audit as check
            from seating.planner.audit import audit_all
            from seating.solving.run import Limits

            if chart is None and booking is None:
                raise click.UsageError(
                    say("请写 --chart 或 --booking", "give --chart or --booking")
                )
            programme = planner.prepare(event)
            clean = True
            if booking is not None:
                clean = _bookings(programme, booking, say, form)
            if chart is None:
                raise click.exceptions.Exit(0 if clean else FINDINGS)
            if sitting:
                sitting = sitting_called(sitting, [p.sitting for p in programme.sittings], say)
            plan = stored_plan(event, programme.event)
            seen: View | None = (
                None if view is None else "seated" if view == "seated" else "audience"
            )
            with progress_watch(say, progress) as watch:
                limits = Limits(work=effort)
                if sitting or sheet:
                    one = check(
                        programme,
                        chart,
                        sitting=sitting,
                        sheet=sheet,
                        view=seen,
                        plan=plan,
                        limits=limits,
                        watch=watch,
                    )
                    found: tuple[Audit, ...] = (one,)
                else:
                    found = audit_all(
                        programme, chart, view=seen, plan=plan, limits=limits, watch=watch
                    )
            if form == "json":
                data = [_data(one, say) for one in found]
                click.echo(json.dumps(data, ensure_ascii=False, indent=1))
            else:
                for line in [line for one in found for line in _lines(one, say)]:
                    click.echo(line)
                if not (sitting or sheet):
                    _left(programme, found, say)
            if not all(one.clean for one in found) or not clean:
                raise click.exceptions.Exit(FINDINGS)

    return audit


def _bookings(programme: Programme, path: Path, say: Say, form: str) -> bool:
    """Check bookings made elsewhere and report; returns whether there is nothing wrong."""
    from seating.cli.booking_text import audit_data, audit_lines
    from seating.planner.booking_audit import audit_booking

    if programme.booking is None:
        raise click.UsageError(
            say("本活动没有要统筹的会议", "there is nothing to be booked in this event")
        )
    found = audit_booking(programme.event, programme.booking, path)
    if form == "json":
        data = audit_data(found, say) | {"faults": faults_data(found.faults, say)}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        print_faults(found.faults, say, form)
        for line in audit_lines(found, say):
            click.echo(line)
    return found.clean


def _left(programme: Programme, found: Sequence[Audit], say: Say) -> None:
    """Name the sittings of which the file has no chart."""
    there = {one.prepared.sitting.id for one in found}
    rest = [p.sitting for p in programme.sittings if p.sitting.id not in there]
    if rest:
        names = say("、", ", ").join(say.text(s.title) or s.id for s in rest)
        click.echo(
            say(
                f"文件中没有以下场次的图，未核对：{names}",
                f"no chart in the file, not checked: {names}",
            )
        )


def _lines(found: Audit, say: Say) -> list[str]:
    from seating.facts.rule import LEVEL_TITLES
    from seating.facts.text import joined

    scene = found.prepared.scene
    title = say.text(found.prepared.sitting.title)
    sheet = say(f"工作表“{found.sheet}”　", f"sheet {found.sheet!r}  ") if found.sheet else ""
    number, whole = len(found.chart.places), len(scene.people)
    lines = [
        say(
            f"【{title}】{sheet}图上找到{number}人，应有{whole}人",
            f"[{title}] {sheet}{number} of {whole} people found on the chart",
        )
    ]
    for remark in found.remarks:
        place = f"{remark.where.column}{remark.where.row}"
        lines.append(f"  ？ {place}  {say.text(remark.sentence)}")
    if found.missing:
        names = say.text(joined(scene.person(p).called for p in found.missing))
        lines.append(
            say(
                f"  ✗ 漏排{len(found.missing)}人：{names}",
                f"  ✗ {len(found.missing)} without a seat: {names}",
            )
        )
    for finding in found.findings:
        level = LEVEL_TITLES["must" if finding.level not in LEVEL_TITLES else finding.level]
        lines.append(
            f"  ✗ {say.text(level)}　{_seats(found, finding.subjects, say)}"
            f"{say.text(finding.sentence)}〔{finding.rule}〕"
        )
    lines += _comparison(found, say)
    if found.clean:
        lines.append(say("  没有问题。", "  Nothing to report."))
    return lines


def _seats(found: Audit, subjects: tuple[str, ...], say: Say) -> str:
    """Name the seats of a few people."""
    places = found.chart.places
    labels = [
        say.text(found.prepared.scene.layout.by_id[places[p]].label)
        for p in subjects
        if p in places
    ]
    return f"{say('、', ', ').join(labels)}  " if 0 < len(labels) <= 3 else ""


def _comparison(found: Audit, say: Say) -> list[str]:
    from seating.facts.rule import LEVEL_TITLES

    if found.best is None:
        return [
            say(
                "  按现有规则本来就没有可行的方案；seating plan 说明原因。",
                "  The rules allow no plan at all; seating plan says why.",
            )
        ]
    rows = []
    for result in found.best:
        title = say.text(LEVEL_TITLES[result.level])
        rows.append(
            say(
                f"{title} {found.totals[result.level]}（最好 {result.value}）",
                f"{title} {found.totals[result.level]} (best {result.value})",
            )
        )
    head = say("  代价：", "  Cost: ")
    short = say("；漏排的人未计入", "; people left out do not count") if found.missing else ""
    return [head + say("，", ", ").join(rows) + short]


def _data(found: Audit, say: Say) -> dict[str, Any]:
    return {
        "sitting": found.prepared.sitting.id,
        "sheet": found.sheet,
        "placements": dict(sorted(found.chart.places.items())),
        "missing": list(found.missing),
        "remarks": [
            {"row": r.where.row, "column": r.where.column, "sentence": say.text(r.sentence)}
            for r in found.remarks
        ],
        "findings": [
            {
                "rule": f.rule,
                "level": f.level,
                "subjects": list(f.subjects),
                "seats": [found.chart.places.get(p) for p in f.subjects],
                "amount": f.amount,
                "sentence": say.text(f.sentence),
            }
            for f in found.findings
        ],
        "totals": dict(found.totals),
        "best": None
        if found.best is None
        else {r.level: {"value": r.value, "bound": r.bound} for r in found.best},
        "clean": found.clean,
    }
