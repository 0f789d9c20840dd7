"""``seating preview``: who sits where by rank alone (速查)."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import click

from seating.cli.conventions_verb import named_convention
from seating.cli.errors import guarded
from seating.cli.options import font_option
from seating.cli.speech import Say
from seating.facts.venue import Need, View


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "preview",
        help=say(
            "不用任何文件，看某种座次形式按先后次序怎么坐。\n\n"
            "例：seating preview rostrum 8\n\n"
            "第一行起是各排的位次，前排在上；_ 为空座，H、G 为主客双方，T、t 为主方和客方的翻译"
            "（签字仪式为助签人），R 为记录，D 为司机。座位不够时说明还有几人没有座位。\n\n"
            "加 --pdf 或 --svg 另存为按比例的图。",
            "See who sits where by rank alone, with no files at all.\n\n"
            "Example: seating preview rostrum 8\n\n"
            "Lines are rows, front row first; _ is an empty seat, H and G are host and guest "
            "sides, T and t the host's and the guests' interpreters (assistants at a signing), "
            "R a note-taker, D the driver. Where seats do not suffice, it says for how many.\n\n"
            "--pdf and --svg also draw it to scale.",
        ),
    )
    @click.argument("form", metavar=say("形式", "FORM"))
    @click.argument(
        "n", required=False, type=click.IntRange(min=1, max=5000), metavar=say("[人数]", "[N]")
    )
    @click.option(
        "--hosts",
        type=click.IntRange(min=0, max=500),
        default=None,
        help=say("主方人数", "people on the host side"),
    )
    @click.option(
        "--guests",
        type=click.IntRange(min=0, max=500),
        default=None,
        help=say("客方人数", "people on the guest side"),
    )
    @click.option(
        "--interpreters",
        type=click.IntRange(min=0, max=5),
        default=None,
        help=say(
            "每方几位翻译；不写时，涉外惯例各一位（形式设有译员座的）",
            "interpreters of each side; by default one each where foreign guests are expected "
            "and the form keeps places for them",
        ),
    )
    @click.option(
        "--convention", default="cn-domestic", show_default=True, help=say("惯例", "convention")
    )
    @click.option(
        "--view",
        type=click.Choice(["audience", "seated", "door"]),
        default=None,
        help=say("视角：audience 台下、seated 就座者、door 门口", "viewpoint"),
    )
    @click.option(
        "--option",
        "-o",
        "options",
        multiple=True,
        metavar="NAME=VALUE",
        help=say(
            "惯例选项，如 rostrum.even=b，可重复",
            "an option of the convention, such as rostrum.even=b; repeatable",
        ),
    )
    @click.option(
        "--set",
        "-s",
        "parameters",
        multiple=True,
        metavar="KEY=VALUE",
        help=say(
            "形式的参数（TOML 写法），如 rows=[5,3]，可重复",
            "a parameter of the form as in TOML, such as rows=[5,3]; repeatable",
        ),
    )
    @click.option(
        "--format",
        "output",
        type=click.Choice(["text", "json"]),
        default="text",
        help=say("输出格式", "output format"),
    )
    @click.option(
        "--pdf",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        help=say("画成 PDF 存入此文件", "draw it into this PDF file"),
    )
    @click.option(
        "--svg",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        help=say("画成 SVG 存入此文件", "draw it into this SVG file"),
    )
    @font_option(say)
    def preview(
        form: str,
        n: int | None,
        hosts: int | None,
        guests: int | None,
        interpreters: int | None,
        convention: str,
        view: View | None,
        options: tuple[str, ...],
        parameters: tuple[str, ...],
        output: str,
        pdf: Path | None,
        svg: Path | None,
        font_dirs: tuple[Path, ...],
    ) -> None:
        with guarded(say):
            from seating.cli.preview_files import charts, with_interpreters
            from seating.forms.preview import preview as draw
            from seating.forms.preview import preview_data
            from seating.forms.registry import FormError, form_called
            from seating.reading.files import write_many

            form = form_called(form)
            need = _need(form, n, hosts, guests, say)
            pack = named_convention(convention, _pairs(options, say))
            values = _parameters(parameters, say)
            try:
                need = with_interpreters(form, need, pack, interpreters)
                if output == "json":
                    data = preview_data(form, need, pack, view, values, say.language)
                    click.echo(json.dumps(data, ensure_ascii=False, indent=1))
                else:
                    click.echo(draw(form, need, pack, view, values, say.language), nl=False)
                    data = preview_data(form, need, pack, view, values, say.language)
                files = charts(form, need, pack, view, values, say.language, pdf, svg, font_dirs)
            except FormError as error:
                raise click.UsageError(
                    f"{say.text(error.message)} {say.text(error.advice)}".strip()
                ) from None
            left = need.count - sum(row["rank"] > 0 and not row["purpose"] for row in data)
            if left > 0:
                click.echo(
                    say(
                        f"座位不够：{need.count}人中还有{left}人没有座位。",
                        f"Not enough seats: {left} of {need.count} people have none.",
                    ),
                    err=True,
                )
            if files:
                write_many(files)
            for path in files:
                click.echo(say(f"写出 {path}", f"written: {path}"), err=True)

    return preview


def _need(form: str, n: int | None, hosts: int | None, guests: int | None, say: Say) -> Need:
    if hosts is None and guests is None:
        if n is None:
            raise click.UsageError(say("请写人数", "say how many people"))
        return Need(count=n)
    h, g = hosts or 0, guests or 0
    if h + g == 0:
        raise click.UsageError(say("请写人数", "say how many people"))
    if n is not None and n != h + g:
        raise click.UsageError(
            say(f"人数{n}与主方{h}、客方{g}之和不符", f"{n} is not {h} hosts plus {g} guests")
        )
    return Need(count=h + g, parties={"host": h, "guest": g})


def _pairs(words: tuple[str, ...], say: Say) -> dict[str, str]:
    found = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise click.UsageError(say(f"应写成 名=值：{word}", f"write name=value, not {word}"))
        found[name.strip()] = value.strip()
    return found


def _parameters(words: tuple[str, ...], say: Say) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in _pairs(words, say).items():
        try:
            found |= tomllib.loads(f"{name} = {value}")
        except tomllib.TOMLDecodeError:
            found[name] = value
    return found
