"""``seating diff``: two plans compared (方案对比)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from seating.cli.booking_report import slot_data
from seating.cli.errors import FINDINGS, guarded
from seating.cli.options import format_option
from seating.cli.speech import Say, number
from seating.facts.booking import Slot


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "diff",
        help=say(
            "比较两个方案（plan.json 文件或会议文件夹），列出座位不同的人、时间或会议室不同的会议；"
            "无差别时退出码为 0。",
            "Compare two plans (plan.json files or event folders) and list everybody whose "
            "place differs, and every meeting at another time or in another room; exit code 0 if "
            "there is no difference.",
        ),
    )
    @click.argument("first", metavar="A", type=click.Path(path_type=Path))
    @click.argument("second", metavar="B", type=click.Path(path_type=Path))
    @format_option(say)
    def diff(first: Path, second: Path, form: str) -> None:
        with guarded(say, form):
            from seating.reading.planfile import read_plan

            a, b = (read_plan(p / "plan.json" if p.is_dir() else p) for p in (first, second))
            found = []
            for sitting in sorted(a.sittings.keys() | b.sittings.keys()):
                old = a.sittings[sitting].placing.places if sitting in a.sittings else {}
                new = b.sittings[sitting].placing.places if sitting in b.sittings else {}
                found += [
                    (sitting, person, old.get(person), new.get(person))
                    for person in sorted(old.keys() | new.keys())
                    if old.get(person) != new.get(person)
                ]
            slots = [p.booking.slots if p.booking else {} for p in (a, b)]
            moved = [
                (meeting, slots[0].get(meeting), slots[1].get(meeting))
                for meeting in sorted(slots[0].keys() | slots[1].keys())
                if slots[0].get(meeting) != slots[1].get(meeting)
            ]
            if form == "json":
                data: list[dict[str, Any]] = [
                    dict(zip(("sitting", "person", "old", "new"), row, strict=True))
                    for row in found
                ]
                data += [
                    {"meeting": meeting, "old": slot_data(was), "new": slot_data(now)}
                    for meeting, was, now in moved
                ]
                click.echo(json.dumps(data, ensure_ascii=False, indent=1))
            elif not found and not moved:
                alike = say("两个方案座次相同。", "The two plans seat everybody alike.")
                if any(slots):
                    alike = say("两个方案相同。", "The two plans are alike.")
                click.echo(alike)
            else:
                click.echo(
                    say(
                        f"第{a.version}版 → 第{b.version}版，{len(found) + len(moved)}处不同：",
                        f"version {a.version} → {b.version}, "
                        f"{number(len(found) + len(moved), 'difference')}:",
                    )
                )
                for sitting, person, was, now in found:
                    none = say("（无）", "(none)")
                    click.echo(f"  {sitting}  {person}  {was or none} → {now or none}")
                for meeting, old_slot, new_slot in moved:
                    click.echo(f"  {meeting}  {_slot(old_slot, say)} → {_slot(new_slot, say)}")
            if found or moved:
                raise click.exceptions.Exit(FINDINGS)

    return diff


def _slot(slot: Slot | None, say: Say) -> str:
    if slot is None:
        return say("（无）", "(none)")
    rooms = say("、", ", ").join(slot.rooms)
    return f"{slot.start:%Y-%m-%d %H:%M}–{slot.end:%H:%M} {rooms}"
