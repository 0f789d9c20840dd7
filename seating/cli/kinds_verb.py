"""``seating kinds``: the kinds of rule with parameters and an example each (规则种类)."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import click

from seating.cli.errors import guarded
from seating.cli.options import format_option
from seating.cli.speech import Say
from seating.facts.parameter import about


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "kinds",
        help=say(
            "列出规则种类、参数和写法示例：先是排座的，再是会议室统筹的。",
            "List the kinds of rule, parameters, an example: those of seating, then of booking.",
        ),
    )
    @click.argument("name", required=False, metavar=say("[种类或名称]", "[KIND]"))
    @format_option(say)
    def kinds(name: str | None, form: str) -> None:
        with guarded(say):
            from seating.bookings.registry import booking_kind_name, booking_kinds
            from seating.kinds.registry import kind_name, likely_kinds
            from seating.kinds.registry import kinds as registry

            known = {**registry(), **booking_kinds()}
            name = booking_kind_name(kind_name(name)) if name is not None else None
            if name is not None and name not in known:
                near = likely_kinds(name)
                listed = "、".join(f"{known[n].title.zh}（{n}）" for n in near)
                raise click.UsageError(
                    say(
                        f"没有规则种类“{name}”，可用：{listed}",
                        f"no kind {name!r}; there are: {', '.join(near)}",
                    )
                )
            chosen = {n: k for n, k in known.items() if name in (None, n)}
            if form == "json":
                data = [_data(n, k, say) for n, k in chosen.items()]
                click.echo(json.dumps(data, ensure_ascii=False, indent=1))
                return
            for one, kind in chosen.items():
                _text(one, kind, say)

    return kinds


def _data(name: str, kind: Any, say: Say) -> dict[str, Any]:
    return {
        "name": name,
        "title": say.text(kind.title),
        "aliases": list(getattr(kind, "aliases", ())),
        "parameters": {f.name: say.text(about(f).text) for f in dataclasses.fields(kind)},
    }


def _text(name: str, kind: Any, say: Say) -> None:
    also = "、".join(getattr(kind, "aliases", ()))
    click.echo(
        f"{name}{say('　', '  ')}{say.text(kind.title)}"
        + (f"（也可写作：{also}）" if also and say.language == "zh" else "")
    )
    for item in dataclasses.fields(kind):
        need = "" if item.default is not dataclasses.MISSING else say("（必填）", " (required)")
        click.echo(f"    {item.name}{need}{say('：', ': ')}{say.text(about(item).text)}")
    click.echo("    ----")
    for line in example(name, kind):
        click.echo(f"    {line}")
    click.echo("")


def example(name: str, kind: Any) -> list[str]:
    """Return a rule of this kind as it is written in event.toml."""
    lines = ["[[rule]]", f'id = "{name}-1"', f'kind = "{name}"', 'level = "must"']
    for item in dataclasses.fields(kind):
        told = about(item)
        if item.default is not dataclasses.MISSING:
            continue
        if told.selector:
            value = '["张三", "李四"]' if name in ("apart", "together") else '["张三"]'
        elif told.place:
            value = '["1-1"]'
        else:
            value = str(int(told.minimum or 1))
        lines.append(f"{item.name} = {value}")
    lines += [f"{key} = {value}" for key, value in getattr(kind, "example", {}).items()]
    return lines
