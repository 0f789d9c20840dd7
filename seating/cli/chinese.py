"""Chinese words for what click itself says: help pages and usage errors (帮助页与用法错误)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import click

from seating.cli.speech import wide

_HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}
_METAVARS = {
    "FLOAT RANGE": "数",
    "INTEGER RANGE": "整数",
    "FLOAT": "数",
    "INTEGER": "整数",
    "TEXT": "文字",
    "PATH": "路径",
    "FILE": "文件",
    "DIRECTORY": "文件夹",
    "KEY=VALUE": "名=值",
    "NAME=VALUE": "名=值",
}
_METAVAR = re.compile(rf"(?<= )({'|'.join(map(re.escape, _METAVARS))})$")
_NOTES = re.compile(r"\s*\[((?:default: |required|x|\d)[^\]]*)\]$")
_PIECES = re.compile(r"[（“《]*(?:[\x21-\x7e]+|[^\x21-\x7e\s])[，。；：、！？）”》…]* ?| ")
_KINDS = {"integer": "整数", "float": "数", "boolean": "是或否"}
_FILES = {"File": "文件", "Directory": "文件夹", "Path": "路径"}
_STATES = {
    "does not exist": "不存在",
    "is a file": "是文件",
    "is a directory": "是文件夹",
    "is not readable": "读不了",
    "is not writable": "不能写入",
}


class ChineseHelp(click.HelpFormatter):
    """click's help formatter with Chinese headings, kinds of value and notes."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        words = args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]…")
        super().write_usage(prog, words, "用法：" if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write a heading with a Chinese colon."""
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def section(self, name: str) -> Any:
        """Open a section under its Chinese name."""
        return super().section(_HEADINGS.get(name, name))

    def write_text(self, text: str) -> None:
        """Write paragraphs; a Chinese character takes two columns."""
        margin = " " * self.current_indent
        paragraphs = [wrapped(p, self.width - len(margin)) for p in text.split("\n\n")]
        self.write("\n\n".join("\n".join(margin + line for line in p) for p in paragraphs) + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write options, with their kinds of value and notes in Chinese."""
        spoken = [
            (_METAVAR.sub(lambda m: _METAVARS[m[1]], name), _NOTES.sub(_noted, text))
            for name, text in rows
        ]
        first = min(max((wide(name) for name, _ in spoken), default=0), col_max) + col_spacing
        margin = " " * self.current_indent
        for name, text in spoken:
            lines = wrapped(text, max(self.width - len(margin) - first, 20)) or [""]
            if wide(name) > first - col_spacing:
                self.write(f"{margin}{name}\n")
                name = ""
            self.write(f"{margin}{name}{' ' * (first - wide(name))}{lines[0]}".rstrip() + "\n")
            for line in lines[1:]:
                self.write(f"{margin}{' ' * first}{line}\n")


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of so many columns; no line begins with a closing mark."""
    lines = [""]
    for piece in _PIECES.findall(" ".join(text.split())):
        if wide(lines[-1] + piece.rstrip()) <= width or not lines[-1]:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip())
    return [line.rstrip() for line in lines if line.strip()]


def _noted(found: re.Match[str]) -> str:
    return f"（{'；'.join(_note(part) for part in found[1].split('; '))}）"


def _note(note: str) -> str:
    """Say one of the notes that click adds: default, required, or the numbers accepted."""
    if note.startswith("default: "):
        return f"默认 {note.removeprefix('default: ').removesuffix('.0')}"
    return "必填" if note == "required" else spoken_range(note)


def spoken_range(words: str) -> str:
    """Say ``0<=x<=50`` or ``x>=0.1`` in Chinese."""
    both = re.fullmatch(r"([-\d.]+)<=x<=([-\d.]+)", words)
    if both:
        return f"{both[1]} 至 {both[2]}"
    one = re.fullmatch(r"x(<=|>=|<|>)([-\d.]+)", words)
    signs = {">=": "不小于", "<=": "不大于", ">": "大于", "<": "小于"}
    return f"{signs[one[1]]} {one[2]}" if one else words


def spoken_error(message: str) -> str:
    """Say in Chinese what click found wrong with the command line."""
    for pattern, say in _ERRORS:
        found = re.fullmatch(pattern, message.strip(), re.DOTALL)
        if found:
            return say(found)
    return message


def _unquoted(words: str) -> str:
    return words.replace("'", "").replace(", ", "、")


_ERRORS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"No such command '?(.*?)'?\.(?: Did you mean (.*)\?)?", lambda m: f"没有这个命令：{m[1]}"),
    (r"Missing command\.", lambda m: "请写命令"),
    (r"Got unexpected extra arguments? \((.*)\)", lambda m: f"多写了：{m[1]}"),
    (r"Option '(.*)' requires an argument\.", lambda m: f"{m[1]} 后面要写值"),
    (r"Option '(.*)' does not take a value\.", lambda m: f"{m[1]} 后面不写值"),
    (r"'(.*)' is not one of (.*)\.", lambda m: f"“{m[1]}”不可用，可用：{_unquoted(m[2])}"),
    (
        r"'(.*)' is not a valid (integer|float|boolean)(?: range)?\.",
        lambda m: f"“{m[1]}”不是{_KINDS[m[2]]}",
    ),
    (
        r"(\S+) is not in the range (.*?)\.",
        lambda m: f"{m[1]} 不在范围之内（{spoken_range(m[2])}）",
    ),
    (
        rf"(File|Directory|Path) '(.*)' ({'|'.join(_STATES)})\.",
        lambda m: f"{_FILES[m[1]]}“{m[2]}”{_STATES[m[3]]}",
    ),
)


def speak_chinese() -> None:
    """Let every help page of this process use Chinese headings."""
    click.Context.formatter_class = ChineseHelp
