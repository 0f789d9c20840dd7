"""``seating why``: why somebody sits there, and what other places would cost (为何坐这里)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seating.cli.errors import BAD_INPUT, guarded
from seating.cli.options import event_argument, format_option
from seating.cli.speech import Say
from seating.facts.rule import LEVEL_TITLES, LEVELS
from seating.facts.text import Text

if TYPE_CHECKING:
    from seating.checking.explain import Explanation, Offer
    from seating.planner.booking import BookingWhy
    from seating.scene.booking import PreparedBooking
    from seating.scene.build import Prepared


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "why",
        help=say(
            "说明某人为何坐在这里：应坐位置、与前后名次的比较依据、约束他的规则，"
            "以及换到别处的代价。写会议（编号或名称）则说明它为何排在此时此地。",
            "Explain a seat: the due place, why the order against the neighbours in rank, the "
            "rules that bind, and what other places would cost. With a meeting (id or title): "
            "why it is held where and when it is.",
        ),
    )
    @event_argument(say)
    @click.argument("who", metavar=say("姓名、编号或会议", "WHO"))
    @click.option(
        "-n",
        "offers",
        type=click.IntRange(0, 50),
        default=5,
        show_default=True,
        help=say("列出几个别的座位", "how many other places to price"),
    )
    @format_option(say)
    def why(event: Path, who: str, offers: int, form: str) -> None:
        with guarded(say, form):
            from seating import planner
            from seating.cli.booking_text import diary_lines
            from seating.cli.stored import load_plan
            from seating.planner.booking import diary, find_meeting, why_meeting
            from seating.scene.select import UnknownNameError, select

            programme = planner.prepare(event)
            plan = load_plan(event, programme.event, say)
            planner.book(programme, plan)
            if programme.booking is not None and plan.booking is not None:
                meeting = find_meeting(programme.booking, who)
                if meeting:
                    told = why_meeting(programme.booking, plan.booking, meeting, offers)
                    _meeting(programme.booking, told, say, form)
                    return
            try:
                (person,) = select(programme.event.people, [who], programme.event.units)
            except UnknownNameError as unknown:
                words = f"{say.text(unknown.message)}  {say.text(unknown.advice)}".rstrip()
                click.echo(words, err=True)
                raise click.exceptions.Exit(BAD_INPUT) from None
            except ValueError:
                raise click.UsageError(say("请只写一个人", "name one person")) from None
            found = planner.why(programme, plan, person, offers)
            if form == "json":
                data = [_data(p, e, say) for p, e in found]
                click.echo(json.dumps(data, ensure_ascii=False, indent=1))
                return
            booked = []
            if programme.booking is not None and plan.booking is not None:
                booked = list(diary(programme.booking, plan.booking, person))
                if booked:
                    scene = programme.booking.scene
                    lines = diary_lines(scene, plan.booking, person, booked, say)
                    click.echo("\n".join(lines))
            if not found and not booked:
                name = say.text(next(p for p in programme.event.people if p.id == person).called)
                click.echo(
                    say(
                        f"{name}没有座位（请假或不在任何场次）。",
                        f"{name} has no place (absent, or in no sitting).",
                    )
                )
            for prepared, explanation in found:
                moved = plan.sittings[prepared.sitting.id].moved
                reasons = next((m.reasons for m in moved if m.person == person), ())
                _text(prepared, explanation, reasons, say)

    return why


def _meeting(prepared: PreparedBooking, told: BookingWhy, say: Say, form: str) -> None:
    from seating.cli.booking_text import why_data, why_lines

    if form == "json":
        click.echo(json.dumps(why_data(told, say), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(why_lines(prepared.scene, told, say)))


def _text(prepared: Prepared, found: Explanation, reasons: tuple[Text, ...], say: Say) -> None:
    scene = prepared.scene
    places, name = scene.layout.by_id, say.text(scene.person(found.person).called)
    here, due = say.text(places[found.place].label), say.text(places[found.due].label)
    click.echo(
        say(
            f"【{prepared.sitting.title.zh}】{name}：{here}",
            f"[{prepared.sitting.title.en}] {name}: {here}",
        )
    )
    order = prepared.order
    at = order.ids.index(found.person)
    click.echo(
        say(f"  名次：{len(order.ids)}人中第{at + 1}", f"  rank {at + 1} of {len(order.ids)}")
    )
    if at > 0:
        before = order.ids[at - 1]
        reason = say.text(order.reason(before, found.person))
        other = say.text(scene.person(before).called)
        click.echo(say(f"    在{other}之后（{reason}）", f"    after {other} ({reason})"))
    if at + 1 < len(order.ids):
        after = order.ids[at + 1]
        reason = say.text(order.reason(found.person, after))
        other = say.text(scene.person(after).called)
        click.echo(say(f"    在{other}之前（{reason}）", f"    before {other} ({reason})"))
    click.echo(
        say(f"  应坐位置：{due}，就在这里", f"  due place: {due}, which is this one")
        if found.place == found.due
        else say(f"  应坐位置：{due}", f"  due place: {due}")
    )
    for sentence in reasons:
        click.echo(say("    原因：", "    because: ") + say.text(sentence))
    for sentence in found.binding:
        click.echo(say("  规则：", "  rule: ") + say.text(sentence))
    if found.offers:
        click.echo(
            say(
                "  若换到别处（与该座的人对换）：",
                "  other places (exchanged with whoever is there):",
            )
        )
    for offer in found.offers:
        click.echo(f"    {_offer(prepared, offer, say)}")


def _offer(prepared: Prepared, offer: Offer, say: Say) -> str:
    scene = prepared.scene
    label = say.text(scene.layout.by_id[offer.place].label)
    swap = (
        say(
            f"与{scene.person(offer.swap).called.zh}对换",
            f"with {scene.person(offer.swap).called.en}",
        )
        if offer.swap
        else say("空位", "empty")
    )
    cost = say("，", ", ").join(
        f"{say.text(LEVEL_TITLES[level])}{amount:+d}"
        for level, amount in zip(LEVELS, offer.cost, strict=True)
        if amount
    )
    broken = say("；", "; ").join(say.text(s) for s in offer.sentences)
    at = say(f"{label}（{swap}）", f"{label} ({swap})")
    return f"{at}  {cost or say('代价相同', 'no dearer')}  {broken}".rstrip()


def _data(prepared: Prepared, found: Explanation, say: Say) -> dict[str, Any]:
    return {
        "sitting": prepared.sitting.id,
        "person": found.person,
        "place": found.place,
        "due": found.due,
        "rank": prepared.order.ids.index(found.person) + 1,
        "rules": [say.text(s) for s in found.binding],
        "offers": [
            {
                "place": o.place,
                "swap": o.swap,
                "cost": dict(zip(LEVELS, o.cost, strict=True)),
                "broken": [say.text(s) for s in o.sentences],
            }
            for o in found.offers
        ],
    }
