"""``seating export``: charts and lists as an Excel workbook (导出 Excel)."""

from __future__ import annotations

from pathlib import Path

import click

from seating.cli.errors import guarded
from seating.cli.options import event_argument
from seating.cli.speech import Say


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "export",
        help=say(
            "把方案导出为 Excel：每场一张座次图（一格一座），另附名单。\n\n"
            "改过的图可用 seating audit 核对。",
            "Export the plan to Excel: a chart of each sitting, one cell a seat, and the lists. "
            "An edited chart can be checked with seating audit.",
        ),
    )
    @event_argument(say)
    @click.option(
        "--out",
        type=click.Path(path_type=Path),
        default=None,
        help=say(
            "输出文件夹（默认：会议文件夹下的 out）",
            "output folder (default: out in the event folder)",
        ),
    )
    @click.option(
        "--view",
        type=click.Choice(["audience", "seated"]),
        default="audience",
        show_default=True,
        help=say("视角：audience 台下、seated 就座者", "viewpoint"),
    )
    @click.option(
        "--language",
        type=click.Choice(["zh", "en"]),
        default=None,
        help=say("语言（默认按会议设定）", "language (default: the event's)"),
    )
    def export(event: Path, out: Path | None, view: str, language: str | None) -> None:
        with guarded(say):
            from seating import planner
            from seating.cli.stored import load_plan
            from seating.cli.work import folder_of, say_printed
            from seating.exports.xlsx import Seen
            from seating.exports.xlsx import export as export_book
            from seating.reading.files import write_bytes

            programme = planner.prepare(event)
            book = planner.book(programme, load_plan(event, programme.event, say))
            seen = {}
            for prepared in programme.sittings:
                layout = prepared.scene.layout
                wanted = "seated" if view == "seated" else layout.views[0]
                chosen = next((v for v in layout.views if v == wanted), layout.views[0])
                seen[prepared.sitting.id] = Seen(chosen, prepared.form.VIEW_TITLES[chosen])
            chosen_language = book.event.language if language is None else language
            made = export_book(book, seen, "en" if chosen_language == "en" else "zh")
            path = (out or folder_of(event) / "out") / made.name
            write_bytes(path, made.data)
            say_printed([(path, made)], say)

    return export
