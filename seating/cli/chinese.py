"""Chinese headings for the help pages that click lays out (帮助页的中文标题)."""

from __future__ import annotations

from typing import Any

import click

_HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}


class ChineseHelp(click.HelpFormatter):
    """click's help formatter with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        words = args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]…")
        super().write_usage(prog, words, "用法：" if prefix is None else prefix)

    def section(self, name: str) -> Any:
        """Open a section under its Chinese name."""
        return super().section(_HEADINGS.get(name, name))


def speak_chinese() -> None:
    """Let every help page of this process use Chinese headings."""
    click.Context.formatter_class = ChineseHelp
