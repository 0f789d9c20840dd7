"""On which line of a TOML file each key stands; tomllib does not say (行号)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from seating.reading.words import bare

_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|.",
    re.DOTALL,
)


def labels(tables: list[Any]) -> list[str]:
    """Return what each item of an array of tables is called: its id if unique, or its number."""
    names = [str(t.get("id") or t.get("name") or "") for t in tables]
    return [
        name if name and names.count(name) == 1 else str(number)
        for number, name in enumerate(names, 1)
    ]


def labelled_lines(text: str, table: Mapping[str, Any]) -> dict[str, int]:
    """Return the line of each key path, items of arrays called by their labels."""
    new: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, list) and all(isinstance(v, Mapping) for v in value):
            step = bare(name)
            for number, label in enumerate(labels(value), 1):
                new[f"{step}[{number}]"] = f"{step}[{label}]"
    return {
        new.get(head, head) + rest: line
        for key, line in key_lines(text).items()
        for head, rest in [_first_step(key)]
    }


def _first_step(key: str) -> tuple[str, str]:
    end = key.find("]") + 1 if re.match(r"[\w-]+\[", key) else 0
    return key[:end], key[end:]


def key_lines(text: str) -> dict[str, int]:
    """Return the line of every table and of every key outside brackets in valid TOML."""
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    prefix = ""
    for number, line in _statements(text):
        array = line.startswith("[[")
        if line.startswith("["):
            path = _path(line.strip("[]"))
            for i in range(len(path)):
                prefix = f"{prefix}.{path[i]}" if i else path[0]
                if array and i == len(path) - 1:
                    counts[prefix] = counts.get(prefix, 0) + 1
                if prefix in counts:
                    prefix += f"[{counts[prefix]}]"
            lines.setdefault(prefix, number)
        else:
            path = _path(line)
            key = ".".join([prefix, *path] if prefix else path)
            lines.setdefault(key, number)
    return lines


def _statements(text: str) -> list[tuple[int, str]]:
    """Return (line number, header or key) for each statement, skipping over values."""
    found: list[tuple[int, str]] = []
    number, start, depth, head, value = 1, 1, 0, "", False
    for match in _TOKEN.finditer(text):
        piece = match[0]
        if piece == "\n" and depth == 0:
            if head.strip():
                found.append((start, head.strip()))
            head, value, start = "", False, number + 1
        elif piece.startswith("#"):
            continue
        elif not value and piece == "=":
            value = True
        elif not value:
            head += piece
        elif piece in "[{":
            depth += 1
        elif piece in "]}":
            depth -= 1
        number += piece.count("\n")
    if head.strip():
        found.append((start, head.strip()))
    return found


def _path(words: str) -> list[str]:
    """Split ``a."b.c".d`` as TOML does."""
    if _PLAIN.fullmatch(words):
        return [words]
    table: Any = tomllib.loads(f"{words} = 0")
    path = []
    while isinstance(table, dict):
        ((key, table),) = table.items()
        path.append(bare(key))
    return path
