"""``seating replan``: after edits, disturb the fewest people and say who moved (变动重排)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seating.cli.errors import BAD_INPUT, FINDINGS, guarded, print_faults
from seating.cli.options import event_argument, format_option, search_options
from seating.cli.speech import Say

if TYPE_CHECKING:
    from seating.facts.plan import Plan
    from seating.planner import Replan
    from seating.scene.build import Programme


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "replan",
        help=say(
            "名册、会议或规则改动后，在原方案的基础上重排，说明谁动了、为什么，并把版本号加一。\n\n"
            "--policy fewest 动的人最少；close-gap 依次补位，左右次序不变。\n\n"
            "只重印内容有变的文书。",
            "After edits, plan again next to the earlier plan, say who moved and why, and raise "
            "the version.\n\n--policy fewest disturbs the fewest people; close-gap closes the "
            "gap and keeps the order along the row.\n\nOnly documents that change are printed.",
        ),
    )
    @event_argument(say)
    @click.option(
        "--policy",
        type=click.Choice(["fewest", "close-gap"]),
        default="fewest",
        show_default=True,
        help=say("重排办法", "how to re-plan"),
    )
    @click.option(
        "--freeze",
        multiple=True,
        metavar=say("姓名、编号或会议", "WHO"),
        help=say(
            "这些人、这些会议不许动，可重复", "these people or meetings must not move; repeatable"
        ),
    )
    @click.option("--dry-run", is_flag=True, help=say("只报告，不写文件", "report only"))
    @search_options(say)
    @format_option(say)
    def replan(
        event: Path,
        policy: str,
        freeze: tuple[str, ...],
        dry_run: bool,
        effort: float,
        progress: bool | None,
        form: str,
    ) -> None:
        with guarded(say, form):
            from seating import planner
            from seating.cli.stored import load_plan
            from seating.cli.work import progress_watch, write_changed
            from seating.planner.booking import find_meeting
            from seating.scene.select import UnknownNameError, select
            from seating.solving.run import Limits

            programme = planner.prepare(event)
            if form == "text":
                print_faults(programme.doubts, say, form)
            old = load_plan(event, programme.event, say, warn=False)
            named = {word: find_meeting(programme.booking, word) for word in freeze}
            people = [word for word in freeze if not named[word]]
            try:
                frozen = frozenset(select(programme.event.people, people, programme.event.units))
            except UnknownNameError as unknown:
                click.echo(f"{say.text(unknown.message)}  {say.text(unknown.advice)}", err=True)
                raise click.exceptions.Exit(BAD_INPUT) from None
            with progress_watch(say, progress) as watch:
                made = planner.replan(
                    programme,
                    old,
                    policy="fewest" if policy == "fewest" else "close-gap",
                    freeze=frozen,
                    meetings=frozenset(filter(None, named.values()))
                    | _held(programme, old, frozen),
                    limits=Limits(work=effort),
                    watch=watch,
                )
            _report(made, say, form)
            if not made.report.usable:
                raise click.exceptions.Exit(FINDINGS)
            if not dry_run:
                write_changed(event, made.report.programme, made, say, quiet=form == "json")
            if not made.report.complete:
                raise click.exceptions.Exit(FINDINGS)

    return replan


def _held(programme: Programme, old: Plan, people: frozenset[str]) -> frozenset[str]:
    """Return the booked meetings of people who must not move."""
    from seating.planner.booking import diary

    if programme.booking is None or old.booking is None:
        return frozenset()
    return frozenset(
        slot.meeting for person in people for slot in diary(programme.booking, old.booking, person)
    )


def _report(made: Replan, say: Say, form: str) -> None:
    from seating.cli.booking_text import rebooked_data
    from seating.cli.changes import change_lines, changes_data
    from seating.cli.present import report_data, report_lines

    if form == "json":
        data = report_data(made.report, say) | {"changes": changes_data(made, say)}
        if made.report.booking is not None:
            data |= {"rebooked": rebooked_data(made.rebooked, say)}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for line in report_lines(made.report, say, moved=False):
        click.echo(line)
    click.echo("")
    for line in change_lines(made, say):
        click.echo(line)
