"""Small event folders with meetings and rooms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from seating.facts.booking import BookingSpec
from seating.facts.fault import Fault
from seating.reading.event import read_folder

TOML = """\
[event]
title = "一周会议"
start = 2026-12-07T08:30:00
end = 2026-12-11T18:00:00
[booking]
hours = ["8:30-12:00", "14:00-18:00"]
"""
PEOPLE = """\
编号,姓名,单位,职务,级别,组别
A1,张三,市委办公室,主任,5,领导
A2,李四,市财政局,局长,5,领导
A3,王五,市财政局,副局长,6,部门
"""
Rows = Sequence[Sequence[Any]]
ROOMS: Rows = [
    ["编号", "名称", "楼", "容量", "设备", "相邻"],
    ["A101", "一号楼101", "一号楼", 60, "投影、视频会议", "A102"],
    ["A102", "一号楼102", "一号楼", "课桌式30、剧院式50", "投影", ""],
    ["B201", "二号楼201", "二号楼", 20, None, ""],
]
MEETINGS: Rows = [
    ["编号", "会议名称", "时长", "承办单位", "参会领导", "人数", "开始时间", "可选时间"],
    ["M1", "常务会议", 120, "市财政局", "张三", 20, "2026-12-07 09:00", None],
    ["M2", "推进会", "1.5小时", "市委办公室", "李四", 15, None, "12月7日下午；12月8日"],
]
Make = Callable[..., Path]


@pytest.fixture
def week(tmp_path: Path) -> Make:
    """Make an event folder with sheets; every part can be replaced or left out."""

    def make(
        toml: str = TOML,
        rooms: Rows | None = ROOMS,
        meetings: Rows | None = MEETINGS,
        people: str = PEOPLE,
        **sheets: Rows,
    ) -> Path:
        folder = tmp_path / "周"
        folder.mkdir(exist_ok=True)
        (folder / "event.toml").write_text(toml, "utf-8")
        (folder / "roster.csv").write_text(people, "utf-8")
        book = openpyxl.Workbook()
        book.remove(book.active)
        every: dict[str, Rows | None] = {"会议室": rooms, "会议": meetings, **sheets}
        for title, rows in every.items():
            if rows is not None:
                sheet = book.create_sheet(title)
                for row in rows:
                    sheet.append(list(row))
        if book.worksheets:
            book.save(folder / "meetings.xlsx")
        return folder

    return make


def booking_of(folder: Path) -> BookingSpec:
    """Read an event that has nothing wrong with it, not even a doubt."""
    found = read_folder(folder)
    assert [fault.sentence().zh for fault in found.faults] == []
    assert found.event is not None
    assert found.event.booking is not None
    return found.event.booking


def faults_of(folder: Path) -> tuple[Fault, ...]:
    return read_folder(folder).faults
