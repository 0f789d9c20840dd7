"""``seating print``: print documents of the plan in plan.json (打印)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from seating.cli.errors import guarded
from seating.cli.options import PrintWish, event_argument, print_options
from seating.cli.speech import Say


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "print",
        help=say(
            "按 plan.json 里的方案打印文书；先重新核验，方案与会议不符则不打印。",
            "Print documents of the plan in plan.json; it is verified again first.",
        ),
    )
    @event_argument(say)
    @click.option(
        "--who",
        multiple=True,
        metavar=say("姓名", "NAME"),
        help=say(
            "只补印这些人的桌签、座位贴、证件、餐券、房卡标签：姓名、编号或 unit:单位，可重复；"
            "位置与全印时相同，写入 out/补印。桌号牌写桌号（-d table_numbers --who 3）",
            "print only these people's cards, labels, badges and tickets again (names, ids or "
            "unit:NAME; may be repeated), each where it lies among all, into out/reprint; table "
            "numbers by number (-d table_numbers --who 3)",
        ),
    )
    @print_options(say)
    def print_(
        event: Path,
        who: tuple[str, ...],
        wish: PrintWish,
    ) -> None:
        with guarded(say):
            from seating import planner
            from seating.cli.stored import load_plan
            from seating.cli.work import folder_of, print_book, say_printed

            programme = planner.prepare(event)
            plan = load_plan(event, programme.event, say)
            book = planner.book(programme, plan)
            folder = folder_of(event) / "out"
            if who:
                book, names = planner.reprint(book, who, wish.names)
                wish = replace(wish, names=names)
                folder /= say("补印", "reprint")
            written = print_book(book, wish.out or folder, say, wish, remember=not who)
            say_printed(written, say)

    return print_
