"""``seating forms``: the seating forms with a small drawing each (座次形式)."""

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
        "forms",
        help=say(
            "列出座次形式，附按位次编号的小图、参数和可选惯例。",
            "List the seating forms with a drawing by rank, parameters and options.",
        ),
    )
    @click.argument("name", required=False, metavar=say("[形式]", "[FORM]"))
    @format_option(say)
    def forms(name: str | None, form: str) -> None:
        with guarded(say):
            from seating.forms.registry import (
                FormError,
                form_called,
                form_class,
                form_names,
            )

            try:
                names = (form_called(name),) if name else form_names()
                chosen = [form_class(n) for n in names]
            except FormError as error:
                raise click.UsageError(
                    f"{say.text(error.message)} {say.text(error.advice)}"
                ) from None
            if form == "json":
                data = [_data(one, say) for one in chosen]
                click.echo(json.dumps(data, ensure_ascii=False, indent=1))
                return
            for one in chosen:
                _text(one, say, full=name is not None)

    return forms


def _data(form: Any, say: Say) -> dict[str, Any]:
    return {
        "name": form.NAME,
        "title": say.text(form.TITLE),
        "family": form.FAMILY,
        "source": form.SOURCE,
        "options": list(form.OPTIONS),
        "views": list(form.VIEWS),
        "parameters": {f.name: say.text(about(f).text) for f in dataclasses.fields(form)},
    }


def _text(form: Any, say: Say, *, full: bool) -> None:
    click.echo(f"{form.NAME}{say('　', '  ')}{say.text(form.TITLE)}")
    click.echo("\n".join(f"    {line}" for line in _drawing(form).splitlines()))
    if not full:
        return
    click.echo(say("  参数：", "  Parameters:"))
    for item in dataclasses.fields(form):
        click.echo(f"    {item.name}{say('：', ': ')}{say.text(about(item).text)}")
    if form.OPTIONS:
        click.echo(say("  惯例选项：", "  Options of the convention: ") + ", ".join(form.OPTIONS))
    click.echo(say("  出处：", "  Source: ") + form.SOURCE)


def _drawing(form: Any) -> str:
    """Return the form's small example drawing, numbered by rank."""
    from seating.forms.preview import example
    from seating.reading.packs import load_convention

    return example(form.NAME, load_convention("cn-domestic", {}))
