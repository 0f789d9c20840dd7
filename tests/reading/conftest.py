"""Small event folders, right and wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from seating.facts.fault import BadInputError, Fault
from seating.reading.event import read_event

TOML = """\
[event]
title = "全市办公室工作会议"
start = 2026-12-10T09:00:00

[[sitting]]
id = "hall"
form = "hall"
"""
ROWS: list[list[Any]] = [
    ["编号", "姓名", "单位", "职务", "级别"],
    ["A1", "张三", "市委办公室", "主任", 5],
    ["A2", "李四", "市财政局", "局长", 5],
    ["A3", "王五", "市财政局", "副局长", 6],
]


def make_book(path: Path, sheets: dict[str, Sequence[Sequence[Any]]]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(path)


@pytest.fixture
def event(tmp_path: Path) -> Callable[..., Path]:
    """Make an event folder; every part can be replaced."""

    def make(
        toml: str | bytes | None = TOML,
        rows: Sequence[Sequence[Any]] | None = ROWS,
        units: Sequence[Sequence[Any]] | None = None,
        **files: bytes,
    ) -> Path:
        folder = tmp_path / "会议"
        folder.mkdir(exist_ok=True)
        if toml is not None:
            data = toml if isinstance(toml, bytes) else toml.encode()
            (folder / "event.toml").write_bytes(data)
        if rows is not None:
            sheets: dict[str, Sequence[Sequence[Any]]] = {"人员": rows}
            if units is not None:
                sheets["单位"] = units
            make_book(folder / "roster.xlsx", sheets)
        for name, data in files.items():
            (folder / name.replace("_", ".")).write_bytes(data)
        return folder

    return make


def faults_of(path: Path) -> tuple[Fault, ...]:
    """Read an event and return every fault and doubt."""
    try:
        return read_event(path).doubts
    except BadInputError as bad:
        return bad.faults


@pytest.fixture
def faults() -> Callable[[Path], tuple[Fault, ...]]:
    return faults_of


@pytest.fixture
def book() -> Callable[[Path, dict[str, Sequence[Sequence[Any]]]], None]:
    return make_book
