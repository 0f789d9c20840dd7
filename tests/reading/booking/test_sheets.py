"""Sheets and tables of rooms, meetings, leave: everything read, everything wrong told."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from pathlib import Path

import pytest

from seating.facts.booking import Leave, Slot, Span, Walk
from seating.facts.text import Text
from seating.reading.booking.house import load_house_rules
from seating.reading.digest import digest
from seating.reading.event import read_folder

from .conftest import MEETINGS, ROOMS, TOML, Make, Rows, booking_of, faults_of

FULL: Rows = [
    [
        *("编号", "会议名称", "英文名", "分会场", "分会场英文名", "时长", "承办单位", "类别"),
        *("参会领导", "邀请参加", "人数", "布置", "设备要求", "移动设备", "指定会议室"),
        *("意向会议室", "开始时间", "可选时间", "须在其后", "间隔", "不同日", "会前准备"),
        *("会后清场", "保密", "联系人", "议程", "本场人员", "备注"),
    ],
    [
        *("M1", "常务会议", "Executive", None, None, 120, "市财政局", "特事"),
        *("张三、unit:市财政局", "", 20, "", "投影", "", "一号楼101"),
        *("", dt.datetime(2026, 12, 7, 9), "", "", "", "", 30),
        *("15分钟", "否", "8000", "一、通报\n二、研究", "", "备注"),
    ],
    [
        *("M2", "推进会", "", "主会场", "Main", "1.5小时", "市委办公室", "要事"),
        *("李四", "张三；李四", 40, "剧院式", "ＶＩＤＥＯ、投影", "话筒×2、录像机", ""),
        *("A101", "", "12月7日下午；周二", "M1", "1小时", "M3", ""),
        *("", "是", "", "", "", ""),
    ],
    [
        *("M2", None, None, "第十分会场", None, None, None, None),
        *(None, None, 5, None, None, None, None),
        *(None, None, None, None, None, None, None),
        *(None, None, None, None, "group:部门", None),
    ],
    [
        *("M2", None, None, "第二分会场", "Second", None, None, None),
        *(None, None, 15, "会议桌", None, None, "B201"),
        *(None, None, None, None, None, None, None),
        *(None, None, None, None, "王五", None),
    ],
    [
        *("M3", "专题会", "", None, None, 90, "", "紧事"),
        *("", "", "约10人", "", "", "", ""),
        *("", "12月8日上午", "", "", "", "", ""),
        *("", "", "", "", "", ""),
    ],
]
FULL_ROOMS: Rows = [
    [
        *("编号", "名称", "英文名", "楼", "楼层", "容量", "剧院式", "设备", "开放时间"),
        *("停用时间", "使用单位", "档次", "相邻", "备注"),
    ],
    [
        *("A101", "一号楼101", "Room 101", "一号楼", 1, 60, 80, "投影、Video", "8:00-20:00"),
        *("12月9日-12月11日；12月8日上午", "", 1, "A102", "好"),
    ],
    ["A102", "一号楼102", "", "一号楼", "1层", "会议桌式30、剧院式50", *[None] * 8],
    ["B201", "二号楼201", "", "二号楼", "", 20, *[None] * 4, "市财政局", None, None, None],
]
SHEETS: dict[str, Rows] = {
    "请假外出": [["姓名", "时间", "事由"], ["李四、王五", "12月8日上午", "出差"]],
    "楼间步行": [["楼一", "楼二", "分钟"], ["二号楼", "一号楼", 8]],
    "移动设备": [["设备", "数量"], ["话筒", 4], ["录像机", 1]],
}


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"2026-12-{text}")


def test_everything(week: Make) -> None:
    found = booking_of(week(rooms=FULL_ROOMS, meetings=FULL, **SHEETS))
    assert [day.day for day in found.days] == [7, 8, 9, 10, 11]
    assert found.kit == {"录像机": 1, "话筒": 4}
    assert found.walks == (Walk(a="一号楼", b="二号楼", minutes=8),)
    assert [(leave.who, leave.reason) for leave in found.leaves] == [("A2", "出差"), ("A3", "出差")]
    assert found.leaves[0].span == Span(start=at("08T00:00"), end=at("08T12:00"))
    hall, _, small = found.rooms
    assert hall.title == Text("一号楼101", "Room 101")
    assert hall.capacity == {"": 60, "theatre": 80}
    assert (hall.holds("theatre"), hall.holds("table"), hall.floor) == (80, 60, "1")
    assert hall.equipment == {"投影", "Video"}
    assert hall.open == ((dt.time(8), dt.time(20)),)
    assert [s.start for s in hall.closed] == [at("08T00:00"), at("09T00:00")]
    assert (hall.standing, hall.beside, small.users) == (1, ("A102",), ("unit:市财政局",))
    one, two, three = found.meetings
    assert (one.title, one.unit) == (Text("常务会议", "Executive"), "市财政局")
    assert (one.minutes, one.priority, one.start) == (120, "fixed", at("07T09:00"))
    assert (one.required, one.setup, one.clear) == (("A1", "unit:市财政局"), 30, 15)
    assert one.parts[0].rooms == ("A101",)
    assert (one.contact, one.agenda) == ("8000", ("一、通报", "二、研究"))
    assert (two.minutes, two.after, two.gap, two.other_day) == (90, ("M1",), 60, ("M3",))
    assert (two.required, two.preferred) == (("A2",), ("A1",))
    assert (two.confidential, two.kit, two.wishes) == (True, {"话筒": 2, "录像机": 1}, ("A101",))
    assert [p.title.zh for p in two.parts] == ["主会场", "第二分会场", "第十分会场"]
    assert [p.title.en for p in two.parts] == ["Main", "Second", "第十分会场"]
    assert [p.who for p in two.parts] == [(), ("A3",), ("group:部门",)]
    assert (two.parts[0].equipment, two.parts[1].layout) == ({"投影", "Video"}, "table")
    assert two.parts[1].rooms == ("B201",)
    assert (three.priority, three.parts[0].number) == ("urgent", 10)
    assert three.windows == (Span(start=at("08T00:00"), end=at("08T12:00")),)


def test_order_of_rows_does_not_matter(week: Make) -> None:
    first = read_folder(week(rooms=FULL_ROOMS, meetings=FULL, **SHEETS)).event
    shuffled = [list(rows) for rows in (FULL_ROOMS, FULL, *SHEETS.values())]
    for number, rows in enumerate(shuffled):
        below = rows[1:]
        random.Random(number).shuffle(below)
        rows[1:] = below
    sheets = dict(zip(SHEETS, shuffled[2:], strict=True))
    second = read_folder(week(rooms=shuffled[0], meetings=shuffled[1], **sheets)).event
    assert first is not None
    assert second is not None
    assert first.digest == second.digest
    assert first.booking is not None
    assert second.booking is not None
    assert [m.id for m in first.booking.meetings] == [m.id for m in second.booking.meetings]
    assert [m.parts for m in first.booking.meetings] == [m.parts for m in second.booking.meetings]


def test_the_same_in_toml(week: Make) -> None:
    more = """
kit = { "话筒" = 4, "录像机" = 1 }
walks = [["二号楼", "一号楼", 8]]
[[room]]
id = "A101"
title = "一号楼101"
title_en = "Room 101"
building = "一号楼"
floor = 1
capacity = { "" = 60, "剧院式" = 80 }
equipment = ["投影", "Video"]
open = "8:00-20:00"
closed = ["12月9日-12月11日", "12月8日上午"]
standing = 1
beside = ["A102"]
note = "好"
[[room]]
id = "A102"
title = "一号楼102"
building = "一号楼"
floor = "1层"
capacity = { table = 30, theatre = 50 }
[[room]]
id = "B201"
title = "二号楼201"
building = "二号楼"
capacity = 20
users = ["市财政局"]
[[meeting]]
id = "M1"
title = "常务会议"
title_en = "Executive"
minutes = 120
unit = "市财政局"
priority = "fixed"
required = ["张三", "unit:市财政局"]
number = 20
equipment = ["投影"]
rooms = ["A101"]
start = 2026-12-07T09:00:00
setup = 30
clear = 15
confidential = false
contact = "8000"
agenda = ["一、通报", "二、研究"]
note = "备注"
[[meeting]]
id = "M2"
title = "推进会"
minutes = "1.5小时"
unit = "市委办公室"
priority = "important"
required = "李四"
preferred = ["张三", "李四"]
kit = { "话筒" = 2, "录像机" = 1 }
wishes = ["A101"]
windows = ["12月7日下午", 2026-12-08]
after = ["M1"]
gap = 60
other_day = ["M3"]
confidential = true
[[meeting.part]]
id = "主会场"
title_en = "Main"
number = 40
layout = "theatre"
equipment = ["video", "投影"]
[[meeting.part]]
id = "第二分会场"
title_en = "Second"
number = 15
layout = "table"
who = ["王五"]
rooms = ["B201"]
[[meeting.part]]
id = "第十分会场"
number = 5
who = ["group:部门"]
[[meeting]]
id = "M3"
title = "专题会"
minutes = 90
priority = "urgent"
number = 10
windows = "12月8日上午"
[[leave]]
who = ["李四", "王五"]
when = "12月8日上午"
reason = "出差"
"""
    sheets = read_folder(week(rooms=FULL_ROOMS, meetings=FULL, **SHEETS)).event
    folder = week(toml=TOML + more, rooms=None, meetings=None)
    (folder / "meetings.xlsx").unlink()
    booking_of(folder)
    toml = read_folder(folder).event
    assert sheets is not None
    assert toml is not None
    assert sheets.digest == toml.digest


WRONG: list[tuple[int, str, object, str]] = [
    (1, "会议名称", None, ""),
    (1, "时长", "很久", "时长"),
    (1, "时长", -5, "时长"),
    (1, "时长", 3, "时长"),
    (1, "时长", None, "时长"),
    (1, "时长", "=A1*2", "时长"),
    (1, "参会领导", "张三丰", "参会领导"),
    (1, "参会领导", "unit:市农业局", "参会领导"),
    (1, "参会领导", "role:司机", "参会领导"),
    (1, "人数", "很多", "人数"),
    (1, "人数", -3, "人数"),
    (1, "开始时间", "2026-12-07 7:00", "开始时间"),
    (1, "开始时间", "2026-12-07 11:00", "开始时间"),
    (1, "开始时间", "2026-12-12 9:00", "开始时间"),
    (1, "开始时间", "2026-12-07 9:07", "开始时间"),
    (1, "开始时间", "9:00", "开始时间"),
    (1, "开始时间", "待定", "开始时间"),
    (2, "可选时间", "周六", "可选时间"),
    (2, "可选时间", "12月7日 11:00-12:00", "可选时间"),
    (2, "可选时间", "12月7日 12:00-14:00", "可选时间"),
    (2, "时长", 300, "时长"),
]


@pytest.mark.parametrize(("row", "heading", "value", "column"), WRONG)
def test_what_is_wrong_is_told_with_its_cell(
    week: Make, row: int, heading: str, value: object, column: str
) -> None:
    rows = [list(line) for line in MEETINGS]
    rows[row][rows[0].index(heading)] = value
    if not column:  # without a title the id takes its place
        assert booking_of(week(meetings=rows)).meetings[0].title.zh == "M1"
        return
    faults = faults_of(week(meetings=rows))
    assert [(f.severity, f.where.row, f.where.column) for f in faults] == [
        ("fault", row + 1, column)
    ]
    assert faults[0].where.file == "meetings.xlsx"
    assert faults[0].where.sheet == "会议"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("类别", "特急"),
        ("类别", "特事"),
        ("保密", "也许"),
        ("指定会议室", "A103"),
        ("意向会议室", "B2"),
        ("须在其后", "M9"),
        ("须在其后", "M2"),
        ("不同日", "年会"),
        ("移动设备", "热气球"),
        ("会前准备", "一会儿"),
        ("间隔", "3天"),
        ("本场人员", "nobody"),
        ("日期", "12月7日（周日）"),
    ],
)
def test_further_columns(week: Make, column: str, value: str) -> None:
    rows = [[*line, None] for line in MEETINGS]
    rows[0][-1] = column
    rows[2][-1] = value
    rows[2][-2] = None if column == "日期" else rows[2][-2]
    faults = [f for f in faults_of(week(meetings=rows)) if f.severity == "fault"]
    assert len(faults) == 1
    assert faults[0].where.row == 3
    assert faults[0].where.column in (column, "开始时间", "start")


@pytest.mark.parametrize(
    ("column", "value", "doubt"),
    [
        ("人数", 300, "最大的会议室"),
        ("设备要求", "电子票决", "没有会议室有"),
        ("承办单位", "市财政局局", "不在名册中"),
    ],
)
def test_doubts(week: Make, column: str, value: object, doubt: str) -> None:
    rows = [list(line) for line in MEETINGS]
    if column not in rows[0]:
        rows = [[*line, None] for line in rows]
        rows[0][-1] = column
    rows[1][rows[0].index(column)] = value
    faults = faults_of(week(meetings=rows))
    assert [f.severity for f in faults] == ["doubt"]
    assert doubt in faults[0].message.zh


def test_all_faults_at_once(week: Make) -> None:
    rows = [list(line) for line in MEETINGS]
    rows[1][2], rows[1][4], rows[2][7] = "很久", "张三丰", "周六"
    rooms = [list(line) for line in ROOMS]
    rooms[1][5], rooms[2][3] = "A999", "很多"
    places = {(f.where.sheet, f.where.row, f.where.column) for f in faults_of(
        week(rooms=rooms, meetings=rows)
    ) if f.severity == "fault"}  # fmt: skip
    assert places == {
        ("会议", 2, "时长"),
        ("会议", 2, "参会领导"),
        ("会议", 3, "可选时间"),
        ("会议室", 2, "相邻"),
        ("会议室", 3, "容量"),
    }


def test_circles_are_told_once(week: Make) -> None:
    rows: Rows = [
        ["编号", "会议名称", "时长", "须在其后"],
        ["M1", "一", 60, "M3"],
        ["M2", "二", 60, "M1"],
        ["M3", "三", 60, "M2"],
        ["M4", "四", 60, "M3"],
    ]
    faults = faults_of(week(meetings=rows))
    assert len(faults) == 1
    assert "M1 → M3 → M2 → M1" in faults[0].message.zh
    assert (faults[0].where.row, faults[0].where.column) == (2, "须在其后")


def test_a_long_chain_is_no_circle(week: Make) -> None:
    chain = [["编号", "会议名称", "时长", "须在其后"], ["M0000", "零", 30, None]]
    chain += [[f"M{n:04d}", f"会{n}", 30, f"M{n - 1:04d}"] for n in range(1, 1500)]
    assert faults_of(week(meetings=chain)) == ()


def test_repeats(week: Make) -> None:
    rows = [*MEETINGS, ["M1", "另一个会", 60, None, None, None, None, None]]
    faults = faults_of(week(meetings=rows))
    assert {f.where.row for f in faults} == {4}
    rooms = [*ROOMS, ["a101", "又一间", "", 5, "", ""]]
    faults = faults_of(week(rooms=rooms))
    assert [(f.where.row, f.where.column) for f in faults] == [(5, "编号")]


def test_settings(week: Make) -> None:
    toml = TOML.replace(
        "[booking]",
        "[booking]\nfrom = 2026-12-05\nto = 2026-12-13\nweekdays = [1, 7]\n"
        "days = [2026-12-09]\nwithout = [2026-12-13]\ngrain = 30\nwalk = 5\n"
        'closed = { "一号楼101" = "12月9日", B201 = "12月7日上午" }\n'
        'kit = { "话筒" = 2 }',
    )
    found = booking_of(week(toml=toml, meetings=[MEETINGS[0], MEETINGS[1]]))
    assert [day.day for day in found.days] == [6, 7, 9]
    assert (found.grain, found.walk, found.kit) == (30, 5, {"话筒": 2})
    assert found.walking("一号楼", "二号楼") == 5
    assert found.rooms[0].closed == (Span(start=at("09T00:00"), end=at("10T00:00")),)
    assert found.rooms[2].closed == (Span(start=at("07T00:00"), end=at("07T12:00")),)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("grain = 7", "booking.grain"),
        ("weekdays = [8]", "booking.weekdays[1]"),
        ("walk = -1", "booking.walk"),
        ('walks = [["甲", "甲", 3]]', "booking.walks[1]"),
        ('kit = { "话筒" = 0 }', "booking.kit.话筒"),
        ('closed = { Z9 = "12月9日" }', "booking.closed.Z9"),
        ('closed = { A101 = "雨天" }', "booking.closed.A101"),
        ('tables = "no.xlsx"', "booking.tables"),
        ('tables = "../no.xlsx"', "booking.tables"),
        ("days = 3", "booking.days"),
        ("to = 2026-12-01", "booking.to"),
        ("colour = 3", "booking.colour"),
    ],
)
def test_settings_that_are_wrong(week: Make, line: str, key: str) -> None:
    faults = faults_of(week(toml=TOML + line + "\n"))
    assert key in {f.where.key.replace('"', "") for f in faults if f.severity == "fault"}


@pytest.mark.parametrize(
    "hours", ['["12:00-8:30"]', "[]", '["8:00-12:00", "11:00-13:00"]', '["x"]']
)
def test_hours_that_are_wrong(week: Make, hours: str) -> None:
    toml = TOML.replace('["8:30-12:00", "14:00-18:00"]', hours)
    assert any(f.where.key.startswith("booking.hours") for f in faults_of(week(toml=toml)))


def test_no_rooms(week: Make) -> None:
    faults = faults_of(week(rooms=None))
    assert [f.message.zh for f in faults] == ["没有会议室。"]


def test_sheets_of_the_roster(week: Make, tmp_path: Path) -> None:
    folder = week(人员=[["编号", "姓名"], ["A1", "张三"], ["A2", "李四"]])
    (folder / "roster.csv").unlink()
    (folder / "meetings.xlsx").rename(folder / "roster.xlsx")
    found = booking_of(folder)
    assert [m.id for m in found.meetings] == ["M1", "M2"]


def test_sheets_that_nobody_asked_for(week: Make) -> None:
    toml = '[event]\ntitle = "x"\n[[sitting]]\nid = "a"\nform = "hall"\n'
    faults = faults_of(week(toml=toml))
    assert [(f.severity, f.where.file) for f in faults] == [("doubt", "meetings.xlsx")]


def test_text_files(week: Make) -> None:
    folder = week(rooms=None, meetings=None)
    (folder / "meetings.xlsx").unlink(missing_ok=True)
    for name, rows in (("rooms.csv", ROOMS), ("meetings.csv", MEETINGS)):
        lines = [",".join("" if c is None else str(c) for c in row) for row in rows]
        (folder / name).write_text("\n".join(lines), "utf-8")
    assert len(booking_of(folder).meetings) == 2


@pytest.mark.parametrize(
    ("cells", "start", "end"),
    [
        (("张三", "12月8日", "12月9日"), "08T00:00", "10T00:00"),
        (("张三", "12月8日", None), "08T00:00", "09T00:00"),
        (("张三", "12月8日下午", "12月9日上午"), "08T12:00", "09T12:00"),
        (("张三", "12月8日 9:00", "12月8日 10:00"), "08T09:00", "08T10:00"),
        (("张三", dt.datetime(2026, 12, 8), dt.datetime(2026, 12, 9)), "08T00:00", "10T00:00"),
    ],
)
def test_leave_with_two_limits(week: Make, cells: tuple[object, ...], start: str, end: str) -> None:
    sheet: Rows = [["姓名", "开始", "结束"], cells]
    (leave,) = booking_of(week(请假外出=sheet)).leaves
    assert leave == Leave(who="A1", span=Span(start=at(start), end=at(end)), where=leave.where)


@pytest.mark.parametrize(
    "cells",
    [
        ("张三丰", "12月8日", "12月9日"),
        ("", "12月8日", "12月9日"),
        ("张三", None, None),
        ("张三", "12月9日", "12月8日"),
        ("张三", "9:00", "10:00"),
        ("张三", "明天", None),
    ],
)
def test_leave_that_is_wrong(week: Make, cells: tuple[object, ...]) -> None:
    sheet: Rows = [["姓名", "开始", "结束"], cells]
    faults = faults_of(week(请假外出=sheet))
    assert {(f.severity, f.where.sheet, f.where.row) for f in faults} == {("fault", "请假外出", 2)}


def test_names_are_data(week: Make) -> None:
    rows = [list(line) for line in MEETINGS]
    rows[1][1], rows[2][1] = "@SUM(1)，<b>&amp;</b>", "../../etc"
    titles = [m.title.zh for m in booking_of(week(meetings=rows)).meetings]
    assert titles == ["@SUM(1)，<b>&amp;</b>", "../../etc"]


def test_units_by_short_name_and_without_prefix(week: Make) -> None:
    rows = [list(line) for line in MEETINGS]
    rows[1][4] = "市财政局；姓名:张三"
    assert booking_of(week(meetings=rows)).meetings[0].required == ("unit:市财政局", "A1")


def test_slot_is_a_span() -> None:
    slot = Slot(meeting="M1", start=at("07T09:00"), end=at("07T10:00"), rooms=("A",))
    assert slot.span == Span(start=at("07T09:00"), end=at("07T10:00"))


def test_plans_under_other_house_rules_are_told_apart(week: Make) -> None:
    """The fingerprint covers the rules that hold for every booking, not their wording."""
    event = read_folder(week()).event
    assert event is not None
    house = load_house_rules()
    assert digest(event, None, house) == digest(event, None, house[::-1])
    reworded = [dataclasses.replace(rule, text="另一种说法") for rule in house]
    assert digest(event, None, reworded) == digest(event, None, house)
    assert digest(event, None, house[1:]) != digest(event, None, house)
    heavier = [dataclasses.replace(house[0], weight=7), *house[1:]]
    assert digest(event, None, heavier) != digest(event, None, house)


def test_durations_are_exact(week: Make) -> None:
    """A meeting that ends with the hours is right although its length is no multiple."""
    toml = TOML.replace("12:00", "11:55")
    rows = [MEETINGS[0], ["M1", "常务会议", 40, "市财政局", "张三", 20, "2026-12-07 11:15", None]]
    spec = booking_of(week(toml=toml, meetings=rows))
    assert spec.meetings[0].minutes == 40


def test_units_without_people_are_doubted_once(week: Make) -> None:
    """Units that nobody on the roster belongs to may hold meetings: one remark, not one each."""
    rows = [MEETINGS[0]]
    rows += [
        [f"M{n}", f"会{n}", 30, unit, "张三", 9, None, None]
        for n, unit in enumerate(["水利", "城投", "城投", "市财政局", "市财政局局"])
    ]
    found = faults_of(week(meetings=rows))
    assert [fault.severity for fault in found] == ["doubt", "doubt"]
    assert [fault.where.row for fault in found] == [2, 6]
    assert "“水利”、“城投”" in found[0].message.zh
