"""``seating show``: a sitting as text (文字座次)."""

from __future__ import annotations

from pathlib import Path

import click

from seating.cli.errors import guarded
from seating.cli.options import event_argument
from seating.cli.speech import Say


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "show",
        help=say(
            "用文字显示方案里的座次；不写场次则全部显示。",
            "Show the sittings of the plan as text; without SITTING, all of them.",
        ),
    )
    @event_argument(say)
    @click.argument("sitting", required=False, metavar=say("[场次]", "[SITTING]"))
    @click.option(
        "--view",
        type=click.Choice(["audience", "seated", "door"]),
        default=None,
        help=say("视角：audience 台下、seated 就座者、door 门口", "viewpoint"),
    )
    def show(event: Path, sitting: str | None, view: str | None) -> None:
        with guarded(say):
            _show(event, sitting, view, say)

    return show


def _show(event: Path, sitting: str | None, view: str | None, say: Say) -> None:
    from seating import planner
    from seating.cli.stored import load_plan

    programme = planner.prepare(event)
    plan = load_plan(event, programme.event, say)
    programme = planner.matching(programme, plan)
    book = planner.book(programme, plan)
    if sitting is not None and sitting not in book.sittings:
        raise click.UsageError(
            say(
                f"没有场次“{sitting}”，可用：{'、'.join(book.sittings)}",
                f"no sitting {sitting!r}; there are: {', '.join(book.sittings)}",
            )
        )
    for prepared in programme.sittings:
        name = prepared.sitting.id
        if sitting not in (None, name) or name not in book.sittings:
            continue
        layout, form = prepared.scene.layout, prepared.form
        wanted = {"audience": layout.views[0], "seated": "seated", "door": "door"}
        chosen = next((v for v in layout.views if view and v == wanted[view]), layout.views[0])
        seats = book.sittings[name].plan.placing.places
        names = {place: book.people[person].name for person, place in seats.items()}
        title, look = say.text(prepared.sitting.title), say.text(form.VIEW_TITLES[chosen])
        click.echo(f"{title}{say('　', '  ')}{look}")
        click.echo(form.sketch(layout, names, chosen))
        click.echo("")
