"""``seating show``: a sitting as text (文字座次)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from seating.cli.errors import guarded
from seating.cli.options import event_argument
from seating.cli.sittings import sitting_called
from seating.cli.speech import Say

if TYPE_CHECKING:
    from seating.facts.plan import Plan
    from seating.scene.build import Programme


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "show",
        help=say(
            "用文字显示方案里的座次和会议安排；不写场次则全部显示。"
            "场次也可写 booking（全部会议）、会议室、会议或人。",
            "Show the sittings and the booked meetings of the plan as text; without SITTING, all "
            "of them. SITTING may also be booking (all meetings), a room, a meeting or a person.",
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
    if _booking(programme, plan, sitting, say, others=bool(book.sittings)):
        return
    if sitting is not None:
        there = [p.sitting for p in programme.sittings if p.sitting.id in book.sittings]
        sitting = sitting_called(sitting, there, say)
    for prepared in programme.sittings:
        name = prepared.sitting.id
        if sitting not in (None, name) or name not in book.sittings:
            continue
        layout, form = prepared.scene.layout, prepared.form
        wanted = {"audience": layout.views[0], "seated": "seated", "door": "door"}
        chosen = next((v for v in layout.views if view and v == wanted[view]), layout.views[0])
        seats = book.sittings[name].plan.placing.places
        names = {spot: say.text(book.people[one].called) for one, spot in seats.items()}
        title, look = say.text(prepared.sitting.title), say.text(form.VIEW_TITLES[chosen])
        click.echo(f"{title}{say('　', '  ')}{look}")
        click.echo(form.sketch(layout, names, chosen))
        click.echo("")


def _booking(programme: Programme, plan: Plan, word: str | None, say: Say, *, others: bool) -> bool:
    """Show booked meetings; returns whether that is all that was asked for."""
    prepared, booked = programme.booking, plan.booking
    if prepared is None or booked is None:
        return False
    from seating.cli.booking_text import day_lines, diary_lines, waiting_lines
    from seating.planner.booking import diary, find_meeting
    from seating.scene.select import UnknownNameError, select

    scene = prepared.scene
    if word in (None, "booking"):
        lines = [*day_lines(scene, booked.slots.values(), say), *waiting_lines(scene, booked, say)]
        click.echo("\n".join(lines))
        if others and word is None:
            click.echo("")
        return word is not None or not others
    rooms = [r.id for r in scene.rooms if word in (r.id, r.title.zh, r.title.en)]
    meeting = find_meeting(prepared, str(word))
    if rooms or meeting:
        chosen = [s for s in booked.slots.values() if set(rooms) & set(s.rooms)]
        chosen += [booked.slots[meeting]] if meeting in booked.slots else []
        shown = day_lines(scene, chosen, say)
        click.echo("\n".join(shown) if shown else say("没有会议。", "No meeting."))
        return True
    if any(word in (s.id, s.title.zh, s.title.en) for s in programme.event.sittings):
        return False
    try:
        people = select(programme.event.people, [str(word)], programme.event.units)
    except UnknownNameError:
        return False
    for person in people:
        click.echo(
            "\n".join(diary_lines(scene, booked, person, diary(prepared, booked, person), say))
        )
    return True
