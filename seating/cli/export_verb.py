"""``seating export``: copies that can be edited, sent or imported elsewhere (导出可改副本)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from seating.cli.errors import guarded
from seating.cli.options import PrintWish, event_argument, print_options
from seating.cli.speech import Say

_FORMATS = ("xlsx", "docx", "ics", "svg", "png", "all")


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "export",
        help=say(
            "把方案导出为可改的副本：xlsx 每场一张座次图（一格一座）和名单，docx 通知和名单，"
            "ics 日程，svg、png 座次图。\n\n改过的 xlsx 图可用 seating audit 核对。",
            "Export copies that can be edited: xlsx with a chart of each sitting, one cell a "
            "seat, and lists; docx notice and lists; ics calendar; svg and png charts.\n\nAn "
            "edited xlsx chart can be checked with seating audit.",
        ),
    )
    @event_argument(say)
    @click.option(
        "--as",
        "kinds",
        type=click.Choice(_FORMATS),
        multiple=True,
        default=("xlsx",),
        show_default=True,
        help=say("格式，可重复；all 为全部", "format, may be repeated; all = every one"),
    )
    @click.option(
        "--view",
        type=click.Choice(["audience", "seated"]),
        default="audience",
        show_default=True,
        help=say("xlsx、svg 的视角：audience 台下、seated 就座者", "viewpoint of xlsx and svg"),
    )
    @click.option(
        "--dpi",
        type=click.IntRange(20, 1200),
        default=150,
        show_default=True,
        help=say("png 的精度，每英寸点数", "dots to an inch of png"),
    )
    @print_options(say)
    def export(
        event: Path,
        kinds: tuple[str, ...],
        view: Literal["audience", "seated"],
        dpi: int,
        wish: PrintWish,
    ) -> None:
        with guarded(say):
            from seating import planner
            from seating.cli.export_files import FORMATS, WITHOUT, folder_for, make, views_of
            from seating.cli.stored import load_plan
            from seating.cli.work import folder_of, print_jobs, say_printed
            from seating.facts.book import Printed
            from seating.reading.files import write_many

            programme = planner.prepare(event)
            book = planner.book(programme, load_plan(event, programme.event, say))
            views = views_of(programme, view)
            jobs = print_jobs(wish, book)
            folder = wish.out or folder_of(event) / "out"
            written: dict[Path, Printed] = {}
            lacking: set[str] = set()
            for job in jobs:
                for kind in FORMATS if "all" in kinds else dict.fromkeys(kinds):
                    found = make(kind, book, job, views, wish.names, dpi)
                    for made in found:
                        written[folder_for(folder, job.language, len(jobs) > 1) / made.name] = made
                    if not found and kind in kinds:
                        lacking.add(kind)
            write_many({path: made.data for path, made in written.items()})
            say_printed(list(written.items()), say)
            for kind in sorted(lacking):
                click.echo(f"  ! {kind}: {say.text(WITHOUT[kind])}", err=True)

    return export
