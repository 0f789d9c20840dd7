"""Arguments and options that several verbs share (公用参数)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from seating.cli.speech import Say

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


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
            show_default=True,
            help=say(
                "每步求解的工作量上限（确定性单位，约等于秒；结果不受机器快慢影响）",
                "limit of work of each search step (deterministic units, roughly seconds)",
            ),
        )(function)

    return decorate


def print_options(say: Say) -> Decorator:
    """What to print, in which language, on which paper."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
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
            click.option("--mono", is_flag=True, help=say("黑白", "no colour")),
            click.option(
                "--paper",
                default="",
                metavar="A4|A3|…|WxH",
                help=say("图表的纸张（毫米可写 420x297）", "paper of charts and lists"),
            ),
            click.option(
                "--language",
                type=click.Choice(["zh", "en", "both"]),
                default=None,
                help=say("文书语言（默认按会议设定）", "language of the documents"),
            ),
            click.option(
                "--document",
                "-d",
                "names",
                multiple=True,
                help=say("只打印这些文书，可重复", "print only these, may be repeated"),
            ),
        ):
            function = option(function)
        return function

    return decorate
