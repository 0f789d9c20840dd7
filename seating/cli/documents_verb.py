"""``seating documents``: what can be printed (文书目录)."""

from __future__ import annotations

import json

import click

from seating.cli.errors import guarded
from seating.cli.options import format_option
from seating.cli.speech import Say


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command("documents", help=say("列出能打印的文书。", "List the documents."))
    @format_option(say)
    def documents(form: str) -> None:
        with guarded(say):
            from seating.documents.registry import documents as registry

            if form == "json":
                data = [
                    {"name": n, "title": say.text(d.TITLE), "summary": say.text(d.SUMMARY)}
                    for n, d in registry().items()
                ]
                click.echo(json.dumps(data, ensure_ascii=False, indent=1))
                return
            for name, document in registry().items():
                click.echo(f"{name}{say('　', '  ')}{say.text(document.TITLE)}")
                click.echo(f"    {say.text(document.SUMMARY)}")

    return documents
