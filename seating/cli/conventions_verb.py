"""``seating conventions``: packs, options, variants and their sources (惯例)."""

from __future__ import annotations

import json
from collections.abc import Mapping

import click

from seating.cli.errors import guarded
from seating.cli.options import format_option
from seating.cli.speech import Say
from seating.facts.convention import Convention
from seating.facts.fault import BadInputError, Where


def named_convention(
    name: str, options: Mapping[str, str] | None = None, *, said: str = "--convention"
) -> Convention:
    """Return a pack named on the command line; ``said`` is where, ``options`` are ``--option``.

    Raises:
        BadInputError: there is no such pack, option or value.
    """
    from seating.reading.packs import load_convention, pack_names, unknown_pack

    if name not in pack_names():
        raise BadInputError([unknown_pack(name, Where(file=said))])
    return load_convention(name, options or {}, where=Where(file="--option"))


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "conventions",
        help=say(
            "列出惯例包；写出包名则列出每个选项的取值、各种做法及其出处。",
            "List the conventions; name one to see every option, its variants and sources.",
        ),
    )
    @click.argument("name", required=False, metavar=say("[惯例]", "[CONVENTION]"))
    @format_option(say)
    def conventions(name: str | None, form: str) -> None:
        with guarded(say, form):
            from seating.reading.options import load_options
            from seating.reading.packs import pack_names

            said = say("惯例", "CONVENTION")
            packs = [named_convention(n, said=said) for n in ((name,) if name else pack_names())]
            options = load_options()
            if form == "json":
                data = [
                    {
                        "id": p.id,
                        "title": say.text(p.title),
                        "source": p.source,
                        "options": dict(p.values),
                    }
                    for p in packs
                ]
                click.echo(json.dumps(data, ensure_ascii=False, indent=1))
                return
            for pack in packs:
                click.echo(f"{pack.id}{say('　', '  ')}{say.text(pack.title)}")
                click.echo(f"    {say('出处：', 'Source: ')}{pack.source}")
                if name is None:
                    continue
                for option in options:
                    gap, value = say("　", "  "), pack[option.name]
                    click.echo(f"\n  {option.name} = {value}{gap}{say.text(option.title)}")
                    click.echo(f"      {say.text(option.reason)}")
                    for choice in option.choices:
                        mark = "●" if choice.value == pack[option.name] else "○"
                        click.echo(f"    {mark} {choice.value}: {say.text(choice.title)}")
                        click.echo(f"        {choice.source}")

    return conventions
