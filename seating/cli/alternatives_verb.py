"""``seating alternatives``: plans that really differ, with what each gives up (备选方案)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seating.cli.errors import FINDINGS, guarded
from seating.cli.options import (
    PrintWish,
    event_argument,
    format_option,
    print_options,
    search_options,
)
from seating.cli.sittings import sitting_called
from seating.cli.speech import Say

if TYPE_CHECKING:
    from seating.facts.alternative import Alternative
    from seating.facts.plan import Conflict
    from seating.scene.build import Prepared

SHOWN = 6


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "alternatives",
        help=say(
            "给出几个实质不同的方案，逐一说明取舍，供领导决策；只报告，不改动方案。\n\n"
            "办法有三：放弃一条“应当”或“尽量”的规则；有分歧的惯例换一种做法；"
            "让几位关键的人换座。每个方案都经独立核验。\n\n"
            "--print 把各方案并列印成一页《座次方案比选表》，留领导批示处。",
            "Show plans that differ in substance, each with what it gives up; the plan of the "
            "event is left alone.\n\nA should or prefer rule is waived, a disputed convention "
            "read the other way, or several people who matter sit elsewhere. Each plan is "
            "verified.\n\n--print puts them side by side on one page with room for a decision.",
        ),
    )
    @event_argument(say)
    @click.option(
        "-n",
        "number",
        type=click.IntRange(2, 9),
        default=3,
        show_default=True,
        help=say("几个方案（含最好的一个）", "how many plans, the best included"),
    )
    @click.option("--sitting", default="", help=say("只看这一场（默认全部）", "this sitting only"))
    @click.option(
        "--print",
        "printing",
        is_flag=True,
        help=say("每场印一页比选表（PDF）", "print one page for each sitting (PDF)"),
    )
    @search_options(say)
    @print_options(say, names=False)
    @format_option(say)
    def alternatives(
        event: Path,
        number: int,
        sitting: str,
        printing: bool,
        effort: float,
        progress: bool | None,
        wish: PrintWish,
        form: str,
    ) -> None:
        with guarded(say, form):
            from seating import planner
            from seating.cli.work import folder_of, print_book, progress_watch, say_printed
            from seating.facts.plan import Conflict
            from seating.planner.alternatives import decision_book, of_programme
            from seating.solving.run import Limits

            programme = planner.prepare(event)
            chosen = {p.sitting.id: p for p in programme.sittings}
            if sitting:
                sitting = sitting_called(sitting, [p.sitting for p in programme.sittings], say)
            with progress_watch(say, progress) as watch:
                found = of_programme(programme, number, sitting, Limits(work=effort), watch)
            if form == "json":
                data = {name: _sitting_data(one, say) for name, one in found.items()}
                click.echo(json.dumps(data, ensure_ascii=False, indent=1))
            else:
                for name, one in found.items():
                    for line in _lines(chosen[name], one, number, say):
                        click.echo(line)
            if printing:
                written = print_book(
                    decision_book(programme, found),
                    wish.out or folder_of(event) / "out",
                    say,
                    replace(wish, names=("decision_brief",)),
                )
                if form == "text":
                    say_printed(written, say)
            if any(isinstance(one, Conflict) for one in found.values()):
                raise click.exceptions.Exit(FINDINGS)

    return alternatives


def _sitting_data(found: Sequence[Alternative] | Conflict, say: Say) -> Any:
    from seating.facts.plan import Conflict

    if isinstance(found, Conflict):
        return {"conflict": list(found.rules)}
    return [_data(one, say) for one in found]


def _lines(
    prepared: Prepared, found: Sequence[Alternative] | Conflict, number: int, say: Say
) -> list[str]:
    from seating.cli.speech import wide
    from seating.facts.plan import Conflict
    from seating.facts.rule import LEVEL_TITLES, LEVELS

    title = say.text(prepared.sitting.title)
    if isinstance(found, Conflict):
        return [
            say(
                f"【{title}】没有可行的方案；seating plan 说明原因。",
                f"[{title}] no plan exists; seating plan says why.",
            )
        ]
    lines = [say(f"【{title}】{len(found)}个方案", f"[{title}] {len(found)} plans"), ""]
    heads = [
        "",
        *(say.text(LEVEL_TITLES[level]) for level in LEVELS),
        say("不在应坐位置", "off due place"),
        say("与方案一不同", "differ from 1"),
    ]
    table = [heads] + [
        [
            say(f"方案{_numeral(at)}", f"plan {at}"),
            *map(str, one.totals),
            str(one.off),
            str(len(one.elsewhere)),
        ]
        for at, one in enumerate(found, start=1)
    ]
    widths = [max(wide(row[c]) for row in table) for c in range(len(heads))]
    for row in table:
        cells = [f"{' ' * (w - wide(c))}{c}" for c, w in zip(row, widths, strict=True)]
        lines.append("  " + "  ".join(cells))
    for at, one in enumerate(found, start=1):
        lines += ["", say(f"方案{_numeral(at)}　", f"Plan {at}: ") + say.text(one.title)]
        lines += [f"  {line}" for line in _told(prepared, found[0], one, say)]
    if len(found) < number:
        lines += ["", say("规则之内没有更多实质不同的方案。", "The rules leave no further plan.")]
    return [*lines, ""]


def _told(prepared: Prepared, best: Alternative, one: Alternative, say: Say) -> list[str]:
    scene = prepared.scene
    lines = [say("优：", "best at: ") + say.text(t) for t in one.merits]
    lines += [say("失：", "lost: ") + say.text(t) for t in one.lost[:SHOWN]]
    lines += [say("得：", "gained: ") + say.text(t) for t in one.gained[:SHOWN]]
    hidden = max(0, len(one.lost) - SHOWN) + max(0, len(one.gained) - SHOWN)
    if hidden:
        lines.append(say(f"另有{hidden}条得失，见 --format json", f"{hidden} more in json"))
    seats = scene.layout.by_id
    for person in one.elsewhere[:SHOWN]:
        was, now = seats[best.places[person]].label, seats[one.places[person]].label
        name = say.text(scene.person(person).called)
        lines.append(f"{name}{say('　', '  ')}{say.text(was)} → {say.text(now)}")
    if len(one.elsewhere) > SHOWN:
        more = len(one.elsewhere) - SHOWN
        lines.append(say(f"另有{more}人换座", f"{more} more sit elsewhere"))
    if one.option:
        name, value = one.option
        words = say(
            f'采用：在该场写 convention = {{ "{name}" = "{value}" }}（代价按此惯例计）',
            f'to adopt: convention = {{ "{name}" = "{value}" }} in the sitting (costs under it)',
        )
        lines.append(words)
    if one.waived:
        lines.append(
            say(
                f'采用：把规则 {one.waived} 写成 level = "off"',
                f'to adopt: level = "off" in rule {one.waived}',
            )
        )
    return lines


def _numeral(number: int) -> str:
    return "〇一二三四五六七八九"[number]


def _data(one: Alternative, say: Say) -> dict[str, Any]:
    return {
        "title": say.text(one.title),
        "option": list(one.option) if one.option else None,
        "waived": one.waived or None,
        "totals": list(one.totals),
        "off_due_place": one.off,
        "proven": one.proven,
        "merits": [say.text(t) for t in one.merits],
        "elsewhere": list(one.elsewhere),
        "lost": [say.text(t) for t in one.lost],
        "gained": [say.text(t) for t in one.gained],
        "placements": dict(sorted(one.places.items())),
    }
