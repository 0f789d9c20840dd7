"""``seating diff``: two plans compared (方案对比)."""

from __future__ import annotations

import json
from pathlib import Path

import click

from seating.cli.errors import FINDINGS, guarded
from seating.cli.options import format_option
from seating.cli.speech import Say, number


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "diff",
        help=say(
            "比较两个方案（plan.json 文件或会议文件夹），列出座位不同的人；无差别时退出码为 0。",
            "Compare two plans (plan.json files or event folders) and list everybody whose "
            "place differs; exit code 0 if nobody's does.",
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
            if form == "json":
                data = [
                    dict(zip(("sitting", "person", "old", "new"), row, strict=True))
                    for row in found
                ]
                click.echo(json.dumps(data, ensure_ascii=False, indent=1))
            elif not found:
                click.echo(say("两个方案座次相同。", "The two plans seat everybody alike."))
            else:
                click.echo(
                    say(
                        f"第{a.version}版 → 第{b.version}版，{len(found)}处不同：",
                        f"version {a.version} → {b.version}, {number(len(found), 'difference')}:",
                    )
                )
                for sitting, person, was, now in found:
                    none = say("（无）", "(none)")
                    click.echo(f"  {sitting}  {person}  {was or none} → {now or none}")
            if found:
                raise click.exceptions.Exit(FINDINGS)

    return diff
