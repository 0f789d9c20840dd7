"""Who moved, in words and as data (变动清单)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from seating.cli.booking_text import rebooked_lines
from seating.cli.speech import Say, wide
from seating.facts.people import Person
from seating.facts.plan import Change
from seating.facts.venue import Layout
from seating.planner import Replan


def change_lines(made: Replan, say: Say) -> list[str]:
    """Return the list of changes of all sittings."""
    lines: list[str] = []
    programme = made.report.programme
    people = {p.id: p for p in programme.event.people}
    for prepared in programme.sittings:
        changes = made.changes.get(prepared.sitting.id, ())
        title = say.text(prepared.sitting.title)
        if prepared.sitting.id not in made.changes:
            continue
        if not changes:
            lines.append(say(f"【{title}】没有变动。", f"[{title}] no change."))
            continue
        stay = len(prepared.scene.people) - sum(c.new is not None for c in changes)
        lines.append(
            say(
                f"【{title}】{len(changes)}人变动，{stay}人不动：",
                f"[{title}] {len(changes)} changed, {stay} stay:",
            )
        )
        earlier = made.earlier[prepared.sitting.id]
        lines += listed(changes, people, prepared.scene.layout, earlier, say)
    booking = made.report.booking
    if booking is not None:
        scene = booking.prepared.scene
        lines += rebooked_lines(scene, made.rebooked, len(scene.people), say)
    version = made.report.plan.version
    lines.append(say(f"方案为第{version}版。", f"The plan is version {version}."))
    return lines


def listed(
    changes: Iterable[Change],
    people: Mapping[str, Person],
    layout: Layout,
    earlier: Layout,
    say: Say,
) -> list[str]:
    """Return one aligned line for each change."""
    rows = []
    for change in changes:
        known = people.get(change.person)
        name = say.text(known.called) if known is not None else change.person
        rows.append(
            (
                name,
                _place(change.old, earlier, say),
                _place(change.new, layout, say),
                say("；", "; ").join(say.text(r) for r in change.reasons),
            )
        )
    width = max((wide(row[0]) for row in rows), default=0)
    return [
        f"  {name}{' ' * (width - wide(name))}  {old} → {new}  {why}".rstrip()
        for name, old, new, why in rows
    ]


def _place(place: str | None, layout: Layout, say: Say) -> str:
    if place is None:
        return say("（无）", "(none)")
    found = layout.by_id.get(place)
    return place if found is None else say.text(found.label)


def changes_data(made: Replan, say: Say) -> dict[str, list[dict[str, Any]]]:
    """Return the changes as plain data by sitting."""
    return {
        sitting: [
            {
                "person": c.person,
                "old": c.old,
                "new": c.new,
                "reasons": [say.text(r) for r in c.reasons],
            }
            for c in changes
        ]
        for sitting, changes in made.changes.items()
    }
