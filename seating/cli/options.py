"""Arguments and options that several verbs share (公用参数)."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Any

import click

from seating.cli.speech import Say
from seating.facts.text import Text

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
Callback = Callable[[click.Context, click.Parameter, Any], Any]


def event_argument(say: Say) -> Decorator:
    """The event folder."""
    return click.argument("event", metavar=say("会议", "EVENT"), type=click.Path(path_type=Path))


def format_option(say: Say) -> Decorator:
    """``--format text|json``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        help=say("输出格式", "output format"),
    )


def _finite(say: Say) -> Callback:
    """Refuse ``nan``, which is below no limit."""

    def check(ctx: click.Context, param: click.Parameter, value: float) -> float:
        if math.isnan(value):
            raise click.BadParameter(say("应为数", "must be a number"), ctx, param)
        return value

    return check


def search_options(say: Say) -> Decorator:
    """``--effort`` and ``--progress`` of verbs that search."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        function = click.option(
            "--progress/--no-progress",
            default=None,
            help=say(
                "显示求解进度（默认：在终端中显示）", "show progress (default: on a terminal)"
            ),
        )(function)
        return click.option(
            "--effort",
            type=click.FloatRange(min=0.1),
            default=60.0,
            callback=_finite(say),
            show_default=True,
            help=say(
                "每步求解的工作量上限（确定性单位，约等于秒；结果不受机器快慢影响）",
                "limit of work of each search step (deterministic units, roughly seconds)",
            ),
        )(function)

    return decorate


def _known_documents(say: Say) -> Callback:
    """Refuse names of documents that do not exist, before any work."""

    def check(ctx: click.Context, param: click.Parameter, names: tuple[str, ...]) -> Any:
        if not names:
            return names
        from seating.documents.registry import UnknownDocumentError, document, documents
        from seating.reading.words import did_you_mean, joined

        chosen = []
        for name in names:
            try:
                chosen.append(document(name).NAME)
            except UnknownDocumentError:
                known = documents()
                titled = {title: n for n, d in known.items() for title in (d.TITLE.zh, d.TITLE.en)}
                if name in titled:
                    chosen.append(titled[name])
                    continue
                advice = joined(
                    did_you_mean(name, [*known, *titled]),
                    Text(f"可用：{'、'.join(known)}。", f"There are: {', '.join(known)}."),
                )
                message = say(f"没有文书“{name}”。", f"there is no document {name!r}. ")
                raise click.BadParameter(message + say.text(advice), ctx, param) from None
        return tuple(chosen)

    return check


def _known_paper(say: Say) -> Callback:
    """Refuse paper that does not exist, before any work."""

    def check(ctx: click.Context, param: click.Parameter, name: str) -> Any:
        if not name:
            return name
        from seating.documents.paper import paper_of
        from seating.facts.fault import Where
        from seating.planner.ready import bad_paper

        try:
            paper_of(name)
        except ValueError:
            fault = bad_paper(name, Where(file=""))
            words = f"{say.text(fault.message)} {say.text(fault.advice)}"
            raise click.BadParameter(words, ctx, param) from None
        return name

    return check


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintWish:
    """What is to be printed, how, and where to, as the command line says it.

    Attributes:
        names: documents, empty = all that suit.
        language: ``zh``, ``en``, ``both``; ``None`` = the event's.
        out: the folder; ``None`` = the event's own.
    """

    names: tuple[str, ...] = ()
    language: str | None = None
    paper: str = ""
    mono: bool = False
    font_dirs: tuple[Path, ...] = ()
    out: Path | None = None


def print_options(say: Say, *, names: bool = True) -> Decorator:
    """What to print (unless ``names`` is false), in which language, on which paper.

    The verb gets them as one :class:`PrintWish` named ``wish``.
    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        function = _with_wish(function)
        for option in (
            click.option(
                "--out",
                type=click.Path(path_type=Path),
                default=None,
                help=say(
                    "输出文件夹（默认：会议文件夹下的 out）",
                    "output folder (default: out in the event folder)",
                ),
            ),
            font_option(say),
            click.option("--mono", is_flag=True, help=say("黑白", "no colour")),
            click.option(
                "--paper",
                default="",
                metavar=say("A4|A3|…|宽x高", "A4|A3|...|WxH"),
                callback=_known_paper(say),
                help=say(
                    "图表和名单的纸张（毫米可写 420x297；默认按会议设定）",
                    "paper of charts and lists (420x297 in mm; default: the event's)",
                ),
            ),
            click.option(
                "--language",
                type=click.Choice(["zh", "en", "both"]),
                default=None,
                help=say("文书语言（默认按会议设定）", "language of the documents"),
            ),
        ):
            function = option(function)
        return _document_option(say)(function) if names else function

    return decorate


def _with_wish(verb: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(verb)
    def function(**given: Any) -> Any:
        wish = {f.name: given.pop(f.name) for f in fields(PrintWish) if f.name in given}
        return verb(**given, wish=PrintWish(**wish))

    return function


def font_option(say: Say) -> Decorator:
    """``--font-dir``: fonts that are not carried along."""
    return click.option(
        "--font-dir",
        "font_dirs",
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar=say("文件夹", "DIR"),
        help=say(
            "另用此文件夹里的字体，按角色取用（小标宋、仿宋等），可重复",
            "also use the fonts in this folder, by their role; may be repeated",
        ),
    )


def _document_option(say: Say) -> Decorator:
    """``--document``: only these."""
    return click.option(
        "--document",
        "-d",
        "names",
        multiple=True,
        metavar=say("名称", "NAME"),
        callback=_known_documents(say),
        help=say(
            "只打印这些文书，可重复（seating documents 列出名称）",
            "print only these, may be repeated (seating documents lists them)",
        ),
    )
