"""``seating print``: print documents of the plan in plan.json (打印)."""

from __future__ import annotations

from pathlib import Path

import click

from seating.cli.errors import guarded
from seating.cli.options import event_argument, print_options
from seating.cli.speech import Say


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "print",
        help=say(
            "按 plan.json 里的方案打印文书；先重新核验，方案与会议不符则不打印。",
            "Print documents of the plan in plan.json; it is verified again first.",
        ),
    )
    @event_argument(say)
    @print_options(say)
    def print_(
        event: Path,
        names: tuple[str, ...],
        language: str | None,
        paper: str,
        mono: bool,
        font_dirs: tuple[Path, ...],
        out: Path | None,
    ) -> None:
        with guarded(say):
            from seating import planner
            from seating.cli.stored import load_plan
            from seating.cli.work import folder_of, print_book, say_printed

            programme = planner.prepare(event)
            plan = load_plan(event, programme.event, say)
            book = planner.book(programme, plan)
            written = print_book(
                book,
                out or folder_of(event) / "out",
                say,
                names=names,
                language=language,
                paper=paper,
                mono=mono,
                font_dirs=font_dirs,
            )
            say_printed(written, say)

    return print_
