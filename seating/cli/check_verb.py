"""``seating check``: read everything, report every fault and doubt (检查)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seating.cli.booking_report import booking_size
from seating.cli.errors import FINDINGS, faults_data, guarded, print_faults
from seating.cli.options import event_argument, format_option
from seating.cli.present import size_line
from seating.cli.speech import Say, number
from seating.facts.text import Text

if TYPE_CHECKING:
    from seating.scene.build import Programme


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "check",
        help=say(
            "读入会议文件夹里的全部材料，一次列出所有问题（✗）和疑点（？），不排座。",
            "Read the event folder and report every fault (✗) and doubt (?), without solving.",
        ),
    )
    @event_argument(say)
    @format_option(say)
    def check(event: Path, form: str) -> None:
        with guarded(say, form):
            from seating import planner

            programme = planner.prepare(event)
            shortages = [(p.sitting.title, text) for p in programme.sittings for text in p.counting]
            booking = programme.booking
            if booking is not None:
                title = Text("会议室统筹", "Rooms and times")
                shortages += [(title, text) for text in booking.counting]
            if form == "json":
                data: dict[str, Any] = {
                    "people": len(programme.event.people),
                    "sittings": [p.sitting.id for p in programme.sittings],
                    "rules": {p.sitting.id: len(p.rules) for p in programme.sittings},
                    "faults": faults_data(programme.doubts, say),
                    "shortages": [say.text(text) for _, text in shortages],
                }
                if booking is not None:
                    data["booking"] = {
                        "meetings": len(booking.scene.meetings),
                        "rooms": len(booking.scene.rooms),
                        "rules": len(booking.rules),
                    }
                click.echo(json.dumps(data, ensure_ascii=False, indent=1))
            else:
                _text(programme, shortages, say)
            if programme.doubts or shortages:
                raise click.exceptions.Exit(FINDINGS)

    return check


def _text(programme: Programme, shortages: list[tuple[Text, Text]], say: Say) -> None:
    event = programme.event
    click.echo(
        say(
            f"{event.title.zh}：{len(event.people)}人，{len(event.units)}个单位，"
            f"{len(event.sittings)}次排座。",
            f"{event.title.en}: {number(len(event.people), 'person', 'people')}, "
            f"{number(len(event.units), 'unit')}, {number(len(event.sittings), 'sitting')}.",
        )
    )
    for prepared in programme.sittings:
        click.echo(f"  {size_line(prepared, say)}")
    if programme.booking is not None:
        click.echo(f"  {booking_size(programme.booking, say)}")
    for title, text in shortages:
        click.echo(f"  ✗ {say.text(title)}{say('：', ': ')}{say.text(text)}", err=True)
    print_faults(programme.doubts, say, "text")
    if not programme.doubts and not shortages:
        click.echo(say("没有发现问题。", "Nothing to report."))
