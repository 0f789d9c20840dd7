"""The plan kept in an event folder (已有方案)."""

from __future__ import annotations

from pathlib import Path

import click

from seating.cli.speech import Say
from seating.cli.work import folder_of
from seating.facts.event import Event
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.plan import Plan
from seating.facts.text import Text


def load_plan(event: Path, read: Event, say: Say, *, warn: bool = True) -> Plan:
    """Read plan.json and, with ``warn``, say if the event was edited since.

    Raises:
        BadInputError: there is no plan.json, it cannot be read, or it is another event's.
    """
    from seating.reading.planfile import read_plan

    path = folder_of(event) / "plan.json"
    if not path.exists():
        raise BadInputError(
            [
                Fault(
                    where=Where(file=str(path)),
                    message=Text("还没有方案", "there is no plan yet"),
                    advice=Text(
                        "请先运行 seating plan 或 seating run。",
                        "Run seating plan or seating run first.",
                    ),
                )
            ]
        )
    plan = read_plan(path)
    known = {person.id for person in read.people}
    seated = {p for found in plan.sittings.values() for p in found.placing.places}
    asked = {m.id for m in read.booking.meetings} if read.booking is not None else set()
    booked = set(plan.booking.slots) if plan.booking is not None else set()
    ours = seated & known or booked & asked
    if plan.event != read.id and (seated or booked) and not ours:
        raise BadInputError(
            [
                Fault(
                    where=Where(file=str(path)),
                    message=Text(
                        f"这是“{plan.event}”的方案，其中没有本活动的人，也没有本活动的会议。"
                        if booked
                        else f"这是会议“{plan.event}”的方案，其中没有本会议的人。",
                        f"this is a plan of {plan.event!r}; nobody of this event is in it.",
                    ),
                    advice=Text("请重新排座。", "Plan again."),
                )
            ]
        )
    if warn and plan.digest != read.digest:
        click.echo(
            say(
                "注意：会议材料在排座之后改动过，方案可能已过时；可运行 seating replan。",
                "Note: the event was edited after the plan was made; run seating replan.",
            ),
            err=True,
        )
    return plan


def stored_plan(event: Path, read: Event) -> Plan | None:
    """Return the event's plan if there is one that can be used; its absence is no fault."""
    from seating.reading.planfile import read_plan

    path = folder_of(event) / "plan.json"
    if not path.exists():
        return None
    plan = read_plan(path)
    return plan if plan.event == read.id else None
