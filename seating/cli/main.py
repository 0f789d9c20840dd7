"""The command ``seating``: verbs are loaded only when used, so that help is instant."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from seating import __version__
from seating.cli.errors import report_usage
from seating.cli.speech import Say, choose_language, split_language

VERBS: dict[str, tuple[str, str]] = {
    "new": ("新建会议文件夹，填表即可用", "make a folder with event.toml and a roster to fill in"),
    "check": (
        "读入全部材料，列出所有问题，不排座",
        "read everything, report every fault and doubt",
    ),
    "run": ("检查、排座、核验、打印，一步到位", "check, plan, verify and print: the main job"),
    "plan": ("只排座，写出 plan.json", "plan only, and write plan.json"),
    "print": ("按已有方案打印文书", "print documents of the plan"),
    "why": ("某人为何坐这里，换座要付什么代价", "why here; what other places would cost"),
    "replan": ("名册有变动后重排，动的人最少", "after edits: disturb the fewest, say who moved"),
    "diff": ("比较两个方案", "compare two plans"),
    "export": ("导出 Excel 座次图和名单", "charts and lists as an Excel workbook"),
    "audit": ("核对手工排的座次图", "check a chart made by hand against the rules"),
    "alternatives": (
        "几个各有取舍的方案，供决策",
        "plans that really differ, and what each gives up",
    ),
    "show": ("用文字显示座次", "show a sitting as text"),
    "preview": ("不用名单，看某种座次按序怎么坐", "who sits where by rank alone, no files needed"),
    "forms": ("有哪些座次形式", "the seating forms"),
    "kinds": ("有哪些规则", "the kinds of rule"),
    "conventions": ("有哪些惯例、分歧及其出处", "the conventions, their options and sources"),
    "documents": ("能打印哪些文书", "the documents"),
}


class Verbs(click.Group):
    """A group whose commands live in one module each."""

    def __init__(self, say: Say, **settings: Any) -> None:
        super().__init__(**settings)
        self.say = say

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order in which a user meets them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the module of a verb."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"seating.cli.{cmd_name}_verb")
        command: click.Command = module.command(self.say)
        self._name_help(command, ctx)
        return command

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` described in the user's language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.say("显示本说明", "Show this message and exit.")
        return option

    def _name_help(self, command: click.Command, ctx: click.Context) -> None:
        option = command.get_help_option(click.Context(command, parent=ctx))
        if option is not None:
            option.help = self.say("显示本说明", "Show this message and exit.")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs without loading them."""
        with formatter.section(self.say("命令", "Commands")):
            formatter.write_dl([(name, self.say(*words)) for name, words in VERBS.items()])


def root(say: Say) -> click.Group:
    """Build the command in one language."""
    group = Verbs(
        say,
        name="seating",
        help=say(
            "会务座次：按礼宾次序排座，给出证明，打印成册。\n\n"
            "会议是一个文件夹：event.toml 加人员名册。先试 seating run samples/office-conference。",
            "Seat people by protocol, prove the plan, print it.\n\n"
            "An event is a folder: event.toml and a roster. "
            "Try: seating run samples/office-conference",
        ),
        epilog=say(
            "退出码：0 正常；1 无方案或有问题；2 输入或用法有误；"
            "3 核验与求解不符（方案不予输出）。",
            "Exit codes: 0 fine; 1 no plan, or findings; 2 bad input or usage; "
            "3 our own check disagrees with the solver (the plan is withheld).",
        ),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    group.params.append(
        click.Option(
            ["--lang"],
            type=click.Choice(["zh", "en"]),
            expose_value=False,
            help=say("界面语言（也可设环境变量 SEATING_LANG）", "language (or set SEATING_LANG)"),
        )
    )
    click.version_option(
        __version__,
        message="seating %(version)s",
        help=say("显示版本", "Show the version and exit."),
    )(group)
    return group


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    words = split_language(sys.argv[1:] if arguments is None else arguments)
    say = Say(choose_language(words, os.environ))
    if say.language == "zh":
        from seating.cli.chinese import speak_chinese

        speak_chinese()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Chinese Windows console may not be UTF-8
            stream.reconfigure(errors="replace")
    try:
        code = root(say).main(words, prog_name="seating", standalone_mode=False)
        if isinstance(code, int):  # click hands back the code of an early exit
            raise SystemExit(code)
    except click.exceptions.Exit as stop:
        raise SystemExit(stop.exit_code) from None
    except click.ClickException as error:
        raise SystemExit(report_usage(error, say)) from None
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("已中断。", "Stopped."), err=True)
        raise SystemExit(130) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
