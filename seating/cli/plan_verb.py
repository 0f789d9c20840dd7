"""``seating plan``: plan and verify, write plan.json (只排座)."""

from __future__ import annotations

from pathlib import Path

import click

from seating.cli.errors import FINDINGS, guarded
from seating.cli.options import event_argument, format_option, search_options
from seating.cli.speech import Say


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "plan",
        help=say(
            "排座并独立核验，方案写入会议文件夹下的 plan.json。",
            "Plan and verify; the plan goes to plan.json in the event folder.",
        ),
    )
    @event_argument(say)
    @search_options(say)
    @format_option(say)
    def plan(event: Path, effort: float, progress: bool | None, form: str) -> None:
        with guarded(say, form):
            from seating.cli.work import make_plan, write_plan

            report = make_plan(event, say, form, effort, progress)
            if not report.usable:
                raise click.exceptions.Exit(FINDINGS)
            path = write_plan(event, report)
            if form == "text":
                click.echo("")
                click.echo(say(f"方案：{path}", f"Plan: {path}"))
            if not report.complete:
                raise click.exceptions.Exit(FINDINGS)

    return plan
