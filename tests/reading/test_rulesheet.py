"""Rules written in a sheet of the roster's workbook or in a file beside it."""

from __future__ import annotations

import openpyxl
import pytest

from seating.facts.fault import BadInputError
from seating.kinds.registry import kind_name, kinds
from seating.reading.event import read_event
from seating.reading.roster import read_roster
from seating.scene.build import build

PEOPLE = [
    ["编号", "姓名", "单位", "性别"],
    ["A1", "张三", "甲局", "男"],
    ["A2", "李四", "甲局", "女"],
    ["A3", "王五", "乙局", "男"],
    ["A4", "赵六", "乙局", "女"],
]
TOML = """\
[event]
title = "会议"
[[sitting]]
id = "stage"
title = "主席台"
form = "rostrum"
[[rule]]
id = "first"
kind = "相间"
"""


def make(tmp_path, rows, toml=TOML, sheet="规则"):
    book = openpyxl.Workbook()
    book.active.title = "人员"
    for row in PEOPLE:
        book.active.append(row)
    if rows:
        other = book.create_sheet(sheet)
        for row in rows:
            other.append(row)
    book.save(tmp_path / "roster.xlsx")
    (tmp_path / "event.toml").write_text(toml, encoding="utf-8")
    return tmp_path


def rules(folder):
    (sitting,) = build(read_event(folder)).sittings
    return {rule.id: rule for rule in sitting.rules}


def faults(folder):
    with pytest.raises(BadInputError) as bad:
        build(read_event(folder))
    return [f for f in bad.value.faults if f.severity == "fault"]


HEAD = [
    "编号",
    "种类",
    "程度",
    "谁",
    "与谁",
    "权重",
    "场次",
    "座位",
    "说明",
    "以内",
    "怎样算在一起",
]


def test_rows_become_rules(tmp_path):
    folder = make(
        tmp_path,
        [
            HEAD,
            ["r1", "回避", "必须", "张三、李四", None, None, None, None, "有纠纷", 2],
            ["r2", "邻座", "应当", "王五", "赵六，李四", 3, "主席台"],
            ["r3", "定座", "must", "李四", None, None, "stage", "R1-2"],
            ["r4", "相邻成片", "尽量", "单位:甲局;王五", *[None] * 6, "同排"],
            ["r5", "reserved", "停用", "张三", None, None, None, "R1-1"],
        ],
    )
    found = rules(folder)
    assert (set(found["r1"].kind.who), found["r1"].kind.within) == ({"A1", "A2"}, 2)
    assert found["r1"].spec.text == "有纠纷"
    assert (found["r2"].level, found["r2"].weight) == ("should", 3)
    assert set(found["r2"].kind.of) == {"A2", "A4"}
    assert found["r3"].kind == kinds()["pinned"](who=("A2",), place=("R1-2",))
    assert found["r4"].level == "prefer"
    assert (set(found["r4"].kind.who), found["r4"].kind.shape) == ({"A1", "A2", "A3"}, "row")
    assert "r5" not in found
    assert found["first"].kind.kind == "alternate"


def test_whom_joins_who_where_a_kind_has_no_whom(tmp_path):
    folder = make(tmp_path, [HEAD, [None, "回避", None, "张三", "李四"]])
    assert set(rules(folder)["rule-2"].kind.who) == {"A1", "A2"}


def test_parameters_by_their_own_name(tmp_path):
    head = ["id", "kind", "level", "who", "by", "per", "most", "empty", "same"]
    folder = make(
        tmp_path,
        [
            head,
            ["s", "spread", "should", "all", "性别", "每排", "2"],
            ["c", "capacity", "should", "all", None, "row", 3, "否"],
            ["a", "apart", "prefer", "A1, A2", None, None, None, None, "同排"],
        ],
        sheet="Rules",
    )
    found = rules(folder)
    assert (found["s"].kind.by, found["s"].kind.per, found["s"].kind.most) == ("gender", "row", 2)
    assert found["c"].kind.empty is False
    assert found["a"].kind.same == "row"


def test_a_file_of_its_own(tmp_path):
    folder = make(tmp_path, [])
    (folder / "rules.csv").write_text("编号,种类,谁\nx,不坐,张三\n", encoding="gb18030")
    (fault,) = faults(folder)
    assert (fault.where.file, fault.where.row) == ("rules.csv", 2)
    (folder / "rules.csv").write_text("编号,种类,谁,座位\nx,不坐,张三,R1-1\n", encoding="utf-8")
    assert rules(folder)["x"].kind.places == ("R1-1",)


WRONG = [
    (["r", "会避", None, "张三、李四"], "种类"),
    (["r", "回避", "一定", "张三、李四"], "程度"),
    (["r", "回避", None, "张三、李司"], "谁"),
    (["r", "邻座", None, "张三", "李司"], "与谁"),
    (["r", "回避", None, "张三、李四", None, "两"], "权重"),
    (["r", "回避", None, "张三、李四", None, None, "会场"], "场次"),
    (["r", "不坐", None, "张三", None, None, None, "R9-9"], "座位"),
    (["r", "定座", None, "张三", None, None, "stage", "R9-9"], "座位"),
    (["r", "回避", None, "张三、李四", *[None] * 5, "远"], "以内"),
    (["r", "邻座", None, "张三", "李四", *[None] * 4, 2], "以内"),
    (["r", "相邻成片", None, "张三、李四", *[None] * 6, "同桌子"], "怎样算在一起"),
    (["first", "回避", None, "张三、李四"], "编号"),
]


@pytest.mark.parametrize(("row", "column"), WRONG)
def test_every_fault_names_its_cell(tmp_path, row, column):
    found = faults(make(tmp_path, [HEAD, row]))
    assert [(f.where.file, f.where.sheet, f.where.row, f.where.column) for f in found] == [
        ("roster.xlsx", "规则", 2, column)
    ]
    assert not found[0].where.key


def test_absent_people_leave_a_doubt_at_the_cell(tmp_path):
    folder = make(tmp_path, [HEAD, ["r", "邻座", None, "张三", "李四、王五"]])
    book = openpyxl.load_workbook(folder / "roster.xlsx")
    book["人员"]["E1"], book["人员"]["E3"] = "请假", "是"
    book.save(folder / "roster.xlsx")
    doubts = build(read_event(folder)).doubts
    assert ("规则", 2, "与谁") in {(d.where.sheet, d.where.row, d.where.column) for d in doubts}


def test_the_order_of_rows_and_the_wording_do_not_change_the_plan(tmp_path):
    rows = [
        ["r1", "回避", "必须", "张三、李四", *[None] * 4, "甲"],
        ["r2", "不坐", "应当", "张三", None, None, None, "R1-1", "乙"],
    ]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = read_event(make(tmp_path / "a", [HEAD, *rows]))
    rows[0][-1] = "丙"
    second = read_event(make(tmp_path / "b", [HEAD, *reversed(rows)]))
    assert first.digest == second.digest


def test_titles_of_kinds_are_their_names():
    for name, kind in kinds().items():
        words = {name, name.replace("-", "_"), kind.title.zh, kind.title.en, kind.title.en.upper()}
        assert {kind_name(word) for word in words} == {name}
    assert kind_name("会避") == "会避"


def test_acquaintance_is_mutual(tmp_path, book):
    rows = [
        ["姓名", "相识"],
        ["张三", "李四、王五"],
        ["李四", None],
        ["王五", "张三"],
        ["赵六", ""],
    ]
    book(tmp_path / "roster.xlsx", {"人员": rows})
    knows = {p.name: set(p.knows) for p in read_roster(tmp_path / "roster.xlsx").people}
    assert knows == {"张三": {"李四", "王五"}, "李四": {"张三"}, "王五": {"张三"}, "赵六": set()}
    book(tmp_path / "roster.xlsx", {"人员": [["姓名", "相识"], ["张三", "李司"], ["李四", None]]})
    (fault,) = read_roster(tmp_path / "roster.xlsx").faults
    assert (fault.where.row, fault.where.column) == (2, "相识")
