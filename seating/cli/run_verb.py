"""``seating run``: check → plan → verify → print, the main job (一步到位)."""

from __future__ import annotations

from pathlib import Path

import click

from seating.cli.errors import FINDINGS, guarded
from seating.cli.options import (
    PrintWish,
    event_argument,
    format_option,
    print_options,
    search_options,
)
from seating.cli.speech import Say


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "run",
        help=say(
            "检查、排座、独立核验、打印，一步完成。方案写入 plan.json，文书写入 out/。\n\n"
            "没有可行方案时说明原因，不写任何文件，退出码为 1。会议室排不下的会议列入候补，"
            "其余照常打印，退出码也为 1。",
            "Check, plan, verify and print in one go. The plan goes to plan.json, documents to "
            "out/.\n\nIf no plan exists, the reason is printed, nothing is written, exit code 1. "
            "Meetings for which there is no room or time go on a waiting list; the rest is "
            "printed, and the exit code is 1, too.",
        ),
    )
    @event_argument(say)
    @search_options(say)
    @print_options(say)
    @format_option(say)
    def run(
        event: Path,
        effort: float,
        progress: bool | None,
        wish: PrintWish,
        form: str,
    ) -> None:
        with guarded(say, form):
            from seating import planner
            from seating.cli.work import folder_of, make_plan, print_book, say_printed
            from seating.reading.planfile import dump_plan

            report = make_plan(event, say, form, effort, progress)
            if not report.usable:
                raise click.exceptions.Exit(FINDINGS)
            book = planner.book(report.programme, report.plan)
            path = folder_of(event) / "plan.json"
            written = print_book(
                book,
                wish.out or folder_of(event) / "out",
                say,
                wish,
                more={path: dump_plan(report.plan)},
            )
            if form == "text":
                click.echo("")
                click.echo(say(f"方案：{path}", f"Plan: {path}"))
                say_printed(written, say)
            if not report.complete:
                raise click.exceptions.Exit(FINDINGS)

    return run
