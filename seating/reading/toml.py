"""A TOML file → its tables, or plain words about what is wrong with it (读 TOML)."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from seating.facts.fault import Fault, Where
from seating.facts.text import NOTHING, Text
from seating.reading.files import read_bytes
from seating.reading.lines import labelled_lines, labels

_LARGEST = 4_000_000
_DEEPEST = 60
_LAST_STEP = re.compile(r'(?:^|\.)(?:"[^"]*"|[^."\[\]]+)$|\[[^\[]*\]$|.$')
_POSITION = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_FULL_WIDTH = re.compile("[“”‘’＝，［］｛｝【】＂＇＃：；]")
_REASONS: tuple[tuple[str, Text], ...] = (
    ("Cannot overwrite", Text("同一个项目写了两次", "the same key is given twice")),
    ("Cannot declare", Text("同一个表写了两次", "the same table is given twice")),
    ("Cannot redefine", Text("同一个表写了两次", "the same table is given twice")),
    ("Cannot mutate", Text("同一个表写了两次", "the same table is given twice")),
    ("Duplicate inline", Text("同一个项目写了两次", "the same key is given twice")),
    ("Invalid date", Text("没有这个日期或时间", "there is no such date or time")),
    ("Invalid value", Text("值的写法不对，文字要加英文引号", "invalid value; text needs quotes")),
    ("Expected '='", Text("项目后面缺少等号", "an equals sign is missing after the key")),
    ("Unclosed array", Text("方括号没有成对", "a bracket is not closed")),
    ("Unclosed inline", Text("花括号没有成对", "a brace is not closed")),
    ("Unterminated", Text("引号没有成对", "a quotation mark is not closed")),
    ("Expected newline", Text("一行里多写了内容", "something more stands on the line")),
    ("Invalid statement", Text("这一行的写法不对", "this line is not understood")),
    ("Expected ']", Text("方括号没有成对", "a bracket is not closed")),
    (
        "Illegal character",
        Text("引号没有成对，或有看不见的字符", "unclosed quote or stray character"),
    ),
)


Table = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Toml:
    """One file's tables, and the line on which each key stands.

    Items of an array of tables are called by their ``id`` or ``name`` where it is unique
    (``sitting[hall]``), else by number from 1 (``sitting[2]``).
    """

    file: str
    table: Table
    lines: Mapping[str, int] = field(default_factory=dict)

    def where(self, key: str = "") -> Where:
        """Return the place of a key path such as ``sitting[hall].layout.rows``."""
        path = key
        while path and path not in self.lines:
            path = _LAST_STEP.sub("", path)
        return Where(file=self.file, key=key, line=self.lines.get(path, 0))

    def located(self, faults: Iterable[Fault]) -> list[Fault]:
        """Give the faults of this file the lines on which their keys stand."""
        return [
            dataclasses.replace(fault, where=self.where(fault.where.key))
            if fault.where.file == self.file and fault.where.key
            else fault
            for fault in faults
        ]

    def part(self, name: str) -> tuple[Table, list[Fault]]:
        """Return the table ``[name]``, empty if it is not there."""
        value = self.table.get(name, {})
        if isinstance(value, Mapping):
            return value, []
        where = self.where(name)
        return {}, [_fault(where, f"应写成表 [{name}]。", f"must be a table, [{name}].")]

    def items(self, name: str) -> tuple[list[tuple[Where, Table]], list[Fault]]:
        """Return the tables ``[[name]]`` with their places."""
        value = self.table.get(name, [])
        if isinstance(value, Mapping):
            return [(self.where(name), value)], []
        if not isinstance(value, list) or not all(isinstance(v, Mapping) for v in value):
            where = self.where(name)
            return [], [_fault(where, f"应写成 [[{name}]]。", f"must be tables, [[{name}]].")]
        names = labels(value)
        return [
            (self.where(f"{name}[{label}]"), table)
            for label, table in zip(names, value, strict=True)
        ], []


def read_toml(path: Path, name: str = "") -> tuple[Toml | None, list[Fault]]:
    """Read a file; ``name`` is what messages call it (the file's own name by default)."""
    where = Where(file=name or path.name)
    data, faults = read_bytes(path, where, _LARGEST)
    if data is None:
        return None, faults
    return parse_toml(data, where.file)


def parse_toml(data: bytes, name: str) -> tuple[Toml | None, list[Fault]]:
    """Read the bytes of a file."""
    where = Where(file=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [_encoding(data, where)]
    try:
        table = tomllib.loads(text)
    except RecursionError:
        return None, [
            _fault(where, "表和列表套得太深。", "tables and lists are nested too deeply.")
        ]
    except ValueError as error:
        return None, [_syntax(error, text, where)]
    if _depth(table) > _DEEPEST:
        return None, [
            _fault(where, "表和列表套得太深。", "tables and lists are nested too deeply.")
        ]
    return Toml(file=name, table=table, lines=labelled_lines(text, table)), []


def _syntax(error: ValueError, text: str, where: Where) -> Fault:
    if not isinstance(error, tomllib.TOMLDecodeError):
        return _fault(where, "有一个数字太长。", "a number is too long.")
    position = _POSITION.search(str(error))
    reason = str(error)[: position.start()] if position else str(error)
    words = next(
        (t for start, t in _REASONS if reason.startswith(start)),
        Text(f"写法不对（{reason}）", f"not understood ({reason})"),
    )
    all_lines = text.splitlines() or [""]
    line = int(position[1]) if position and position[1] else len(all_lines)
    column = int(position[2]) if position and position[2] else 0
    shown = "".join(c for c in all_lines[min(line, len(all_lines)) - 1] if c.isprintable()).strip()
    at = Text(f"（第{column}个字符处）", f"(character {column}) ") if column else NOTHING
    if not column and reason.startswith("Invalid value"):
        words = Text("文件到此突然结束，括号没有成对", "the file ends here with an open bracket")
    if reason.startswith("Invalid statement") and shown and not shown[0].isascii():
        words = Text("项目名要用英文，汉字须加引号", "a key that is not ASCII needs quotes")
    advice = Text(f"这一行是：{shown[:80]}", f"The line is: {shown[:80]}") if shown else NOTHING
    marks = "".join(sorted(set(_FULL_WIDTH.findall(re.sub(r'"[^"]*"', "", shown)))))
    if marks:
        advice = Text(
            f"{advice.zh}　其中有中文标点 {marks} ，请改用英文标点。",
            f"{advice.en}  It has full-width punctuation {marks}; use ASCII punctuation.",
        )
    return Fault(
        where=Where(file=where.file, line=line),
        message=Text(f"{at.zh}{words.zh}。", f"{at.en}{words.en}."),
        advice=advice,
    )


def _encoding(data: bytes, where: Where) -> Fault:
    advice = Text("请用 UTF-8 编码另存。", "Save the file as UTF-8.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _fault(where, "文件是 UTF-16 编码。", "the file is encoded as UTF-16.", advice)
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return _fault(where, "文件不是 UTF-8 编码的文本。", "the file is not UTF-8 text.", advice)
    if b"\0" in data:
        return _fault(where, "文件不是文本。", "the file is not text.", advice)
    return _fault(
        where,
        "文件不是 UTF-8 编码，看来是 GBK（记事本的 ANSI）。",
        "the file is not UTF-8; it seems to be GBK ('ANSI' in Notepad).",
        advice,
    )


def _depth(table: Any) -> int:
    deepest = 0
    waiting = [(table, 1)]
    while waiting:
        value, depth = waiting.pop()
        deepest = max(deepest, depth)
        inner = value.values() if isinstance(value, dict) else value
        waiting += [(v, depth + 1) for v in inner if isinstance(v, dict | list)]
    return deepest


def _fault(where: Where, zh: str, en: str, advice: Text = NOTHING) -> Fault:
    return Fault(where=where, message=Text(zh, en), advice=advice)
