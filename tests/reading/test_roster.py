"""What the cells of a roster come to."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seating.facts.people import Person
from seating.reading.columns import fold
from seating.reading.event import read_event
from seating.reading.headings import PEOPLE, UNITS
from seating.reading.ranks import load_ranks
from seating.reading.roster import read_roster
from seating.reading.words import clean, key, person_name


def people(tmp_path, book, *rows) -> list[Person]:
    book(tmp_path / "roster.xlsx", {"人员": rows})
    roster = read_roster(tmp_path / "roster.xlsx")
    assert not [f for f in roster.faults if f.severity == "fault"], roster.faults
    return list(roster.people)


CELLS = [
    ("级别", 5, "rank", 5),
    ("级别", "５", "rank", 5),
    ("级别", 5.0, "rank", 5),
    ("级别", "正厅级", "rank", 5),
    ("级别", " 正 厅 级 ", "rank", 5),
    ("级别", "省部级副职", "rank", 4),
    ("级别", "县处级副职", "rank", 8),
    ("职级", "一级巡视员", "rank", 5),
    ("职级", "二级巡视员", "rank", 6),
    ("职级", "二级调研员", "rank", 7),
    ("职级", "四级调研员", "rank", 8),
    ("职级", "二级主任科员", "rank", 9),
    ("职级", "四级主任科员", "rank", 10),
    ("级别", "科员", "rank", 11),
    ("Grade", "Director-General", "rank", 5),
    ("级别", None, "rank", None),
    ("性别", "男", "gender", "male"),
    ("性别", "F", "gender", "female"),
    ("性别", "女士", "gender", "female"),
    ("Sex", "Male", "gender", "male"),
    ("请假", "√", "absent", True),
    ("请假", True, "absent", True),
    ("请假", 1, "absent", True),
    ("请假", 0, "absent", False),
    ("请假", "未请假", "absent", False),
    ("请假", "公假", "absent", True),
    ("请假", "否", "absent", False),
    ("absent", "YES", "absent", True),
    ("任职时间", "2019.3", "seniority", "2019-03"),
    ("任职时间", 2019.3, "seniority", "2019-03"),
    ("任职时间", 2019, "seniority", "2019"),
    ("任职时间", 201903, "seniority", "2019-03"),
    ("任职时间", "2019年3月", "seniority", "2019-03"),
    ("任职时间", "2019年", "seniority", "2019"),
    ("任职时间", "２０１９年１２月３１日", "seniority", "2019-12-31"),
    ("任职时间", "二〇一九年", "seniority", "2019"),
    ("任职时间", "二○一九年十二月三十一日", "seniority", "2019-12-31"),
    ("任职时间", "2019年十月", "seniority", "2019-10"),
    ("任职时间", "2019-03-01", "seniority", "2019-03-01"),
    ("任职时间", "2019/3/1", "seniority", "2019-03-01"),
    ("任职时间", "20190301", "seniority", "2019-03-01"),
    ("任职时间", dt.datetime(2019, 3, 1), "seniority", "2019-03-01"),
    ("任职时间", dt.date(2019, 3, 1), "seniority", "2019-03-01"),
    ("身份", "主持人、发言；翻译", "roles", {"moderator", "speaker", "interpreter"}),
    ("role", "Note-taker, driver", "roles", {"recorder", "driver"}),
    ("身份", "观察员", "roles", {"观察员"}),
    ("标签", "素食，轮椅\n过敏", "tags", {"素食", "轮椅", "过敏"}),
    ("主客", "客方", "side", "guest"),
    ("主客", "主", "side", "host"),
    ("主客", "第三方", "side", "第三方"),
    ("组别", 3, "group", "3"),
    ("组", 3.0, "group", "3"),
    ("职务", "主任（兼）", "title", "主任（兼）"),
    ("英文名", "Zhang San", "name_en", "Zhang San"),
    ("name (en)", "Zhang San", "name_en", "Zhang San"),
    ("Title (EN)", "Director", "title_en", "Director"),
    ("姓名拼音", "Chóng", "reading", "Chóng"),
    ("备注", "—", "note", "—"),
]


@pytest.mark.parametrize(("heading", "value", "field", "expected"), CELLS)
def test_cells(tmp_path, book, heading, value, field, expected):
    (person,) = people(tmp_path, book, ["姓名", heading], ["张三", value])
    assert getattr(person, field) == expected


NAMES = [
    ("张 三", "张三"),
    ("张\u3000三", "张三"),
    ("\xa0张三\u200b\r\n", "张三"),
    ("欧阳 娜 娜", "欧阳娜娜"),
    ("Zhang  San", "Zhang San"),
    ("张三 Zhang", "张三 Zhang"),
    ("买买提·吐尔逊", "买买提·吐尔逊"),
    ("阿卜杜拉 ・ 买买提", "阿卜杜拉 ・ 买买提"),
    ("\U00030edd\U00030edd", "\U00030edd\U00030edd"),
    ("\U00020bb7 野", "\U00020bb7野"),
    ("葛\U000e0100 三", "葛\U000e0100三"),
    ("\uf9dc三", "\uf9dc三"),
    ("Ａnn", "Ａnn"),
    ("Jose\u0301", "José"),
    ("〇 三", "〇三"),
]


@pytest.mark.parametrize(("written", "read"), NAMES)
def test_names_keep_their_characters(written, read):
    assert person_name(written) == read


@settings(deadline=None)
@given(st.text())
def test_cleaning_is_stable(text):
    assert clean(clean(text)) == clean(text)
    assert person_name(person_name(text)) == person_name(text)
    assert key(clean(text)) == key(text)


def test_ids(tmp_path, book):
    found = people(
        tmp_path,
        book,
        ["编号", "姓名", "单位"],
        [None, "张伟", "市财政局"],
        [None, "张伟", "市公安局"],
        ["Ａ０１", "张伟", "市公安局"],
        [None, "李四", "市公安局"],
        [7, "王五", ""],
    )
    assert [p.id for p in found] == ["7", "A01", "张伟（市公安局）", "张伟（市财政局）", "李四"]


def test_an_id_equal_to_a_name(tmp_path, book):
    found = people(
        tmp_path, book, ["编号", "姓名", "单位"], ["张三", "李四", "甲"], ["", "张三", "乙"]
    )
    assert [p.id for p in found] == ["张三", "张三（乙）"]


def test_an_id_equal_to_a_name_without_unit(tmp_path, book):
    book(tmp_path / "roster.xlsx", {"人员": [["编号", "姓名"], ["张三", "李四"], ["", "张三"]]})
    faults = [f for f in read_roster(tmp_path / "roster.xlsx").faults if f.severity == "fault"]
    assert [(f.where.row, f.where.column) for f in faults] == [(3, "编号")]


def test_links(tmp_path, book):
    found = people(
        tmp_path,
        book,
        ["编号", "姓名", "请假", "代会", "翻译对象", "配偶"],
        ["A1", "张三", "是", "", "", ""],
        ["A2", "李四", "", "张 三", "", "A3"],
        ["A3", "王五", "", "", "id:a2", ""],
    )
    one, two, three = found
    assert (two.substitutes, three.interprets) == ("A1", "A2")
    assert (two.spouse, three.spouse, one.spouse) == ("A3", "A2", "")


def test_units_by_short_name(tmp_path, book):
    book(
        tmp_path / "roster.xlsx",
        {
            "人员": [["姓名", "单位"], ["张三", "市委办"], ["李四", "市 委 办公室"]],
            "单位": [
                ["序号", "单位", "简称", "类别", "类别英文"],
                [1, "市委办公室", "市委办", "市直", "City departments"],
            ],
        },
    )
    roster = read_roster(tmp_path / "roster.xlsx")
    assert not roster.faults
    assert {p.unit for p in roster.people} == {"市委办公室"}
    assert (roster.units[0].short, roster.units[0].category) == ("市委办", "市直")
    assert roster.units[0].category_en == "City departments"


def test_an_open_workbook_is_doubted(tmp_path, book):
    book(tmp_path / "roster.xlsx", {"人员": [["姓名"], ["张三"]]})
    (tmp_path / "~$roster.xlsx").write_bytes(b"x")
    assert "Excel 中打开" in read_roster(tmp_path / "roster.xlsx").faults[0].message.zh


def test_no_heading_means_two_things():
    for columns in (PEOPLE, UNITS):
        words = [(fold(h), c.field) for c in columns.columns for h in c.headings]
        assert len({word for word, _ in words}) == len(set(words))


def test_rank_table():
    ranks = load_ranks()
    assert sorted(ranks.titles) == list(range(1, 13))
    for number, title in ranks.titles.items():
        assert ranks.number(title.zh) == ranks.number(title.en) == number
    assert ranks.number("厅级") is None
    assert ranks.near("正厅及") == "正厅级"


ROWS = [
    ["", "张伟", "市公安局", "正处级", "", "", "是"],
    ["", "张伟", "市财政局（本级）", "正处级", "张伟（市公安局）", "李四", ""],
    ["A1", "李四", "市财政局(本级)", "副处级", "", "", ""],
    ["", "王五", "", "", "", "", ""],
    ["A3", "赵六", "市财政局(本级)", "", "", "", ""],
]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(ROWS), columns=st.permutations(range(7)))
def test_order_of_rows_and_columns_never_matters(event, order, columns):
    head = ["编号", "姓名", "单位", "级别", "代会", "配偶", "请假"]

    def text(rows):
        return "\n".join(",".join(r[c] for c in columns) for r in [head, *rows]).encode("gbk")

    def bare(event):
        people = tuple(dataclasses.replace(p, where=None) for p in event.people)
        return dataclasses.replace(event, people=people, doubts=())

    first = read_event(event(rows=None, roster_csv=text(ROWS)))
    second = read_event(event(rows=None, roster_csv=text(order)))
    assert bare(first) == bare(second)
    assert first.digest == second.digest
    assert [p.id for p in first.people] == sorted(p.id for p in first.people)


def test_all_spellings_of_yes_are_distinct_from_no():
    from seating.reading.cells import _NO, _YES

    assert not {key(w) for w in _YES.split()} & {key(w) for w in _NO.split()}
    assert all(a != b for a, b in itertools.combinations(_YES.split(), 2))


CSV_PEOPLE = "编号,姓名,单位\n1,张三,市财政局\n2,李四,市委办\n"


def test_units_in_a_file_beside_the_roster(tmp_path):
    (tmp_path / "roster.csv").write_text(CSV_PEOPLE, "utf-8")
    text = "单位,简称,序号\n市财政局,,2\n市委办公室,市委办,1\n"
    (tmp_path / "units.csv").write_text(text, "gb18030")
    roster = read_roster(tmp_path / "roster.csv")
    assert not roster.faults
    assert roster.own_units
    assert [u.name for u in roster.units] == ["市委办公室", "市财政局"]
    assert [p.unit for p in roster.people] == ["市财政局", "市委办公室"]


def test_faults_of_the_file_of_units_name_it(tmp_path):
    (tmp_path / "roster.csv").write_text(CSV_PEOPLE, "utf-8")
    (tmp_path / "units.csv").write_text("单位,序号\n市财政局,一\n", "utf-8")
    roster = read_roster(tmp_path / "roster.csv")
    assert [(f.where.file, f.where.row, f.where.column) for f in roster.faults] == [
        ("units.csv", 2, "序号"),
        ("roster.csv", 3, "单位"),
    ]


def test_a_sheet_of_units_goes_before_files(tmp_path, book):
    people = [["姓名", "单位"], ["张三", "甲"]]
    book(tmp_path / "roster.xlsx", {"人员": people, "单位": [["单位", "序号"], ["甲", 1]]})
    (tmp_path / "units.csv").write_text("单位,序号\n乙,1\n", "utf-8")
    roster = read_roster(tmp_path / "roster.xlsx")
    assert [u.name for u in roster.units] == ["甲"]
    assert [(f.severity, f.where.file) for f in roster.faults] == [("doubt", "units.csv")]


def test_running_numbers_are_no_order(tmp_path, book):
    book(tmp_path / "roster.xlsx", {"人员": [["序号", "姓名"], [1, "张三"]]})
    (doubt,) = read_roster(tmp_path / "roster.xlsx").faults
    assert doubt.severity == "doubt"
    assert 'by = ["id"]' in doubt.advice.zh


@pytest.mark.parametrize("name", ["张三、李四", "张三\n李四", "张三，李四", "张三/ 李四"])
def test_two_names_in_one_cell_are_doubted(tmp_path, book, name):
    book(tmp_path / "roster.xlsx", {"人员": [["姓名"], [name]]})
    (doubt,) = read_roster(tmp_path / "roster.xlsx").faults
    assert doubt.severity == "doubt"
    assert "几个人" in doubt.message.zh


@pytest.mark.parametrize(
    "name", ["买买提·吐尔逊", "张三（女）", "Li, Ann", "张\n三", "Ann/Anne Lee"]
)
def test_one_name_is_not_doubted(tmp_path, book, name):
    book(tmp_path / "roster.xlsx", {"人员": [["姓名"], [name]]})
    assert not [f for f in read_roster(tmp_path / "roster.xlsx").faults if "几个" in f.message.zh]


def test_a_page_of_text_is_no_name(tmp_path, book):
    book(tmp_path / "roster.xlsx", {"人员": [["姓名"], ["中" * 3000], ["Ann " * 20]]})
    (fault,) = read_roster(tmp_path / "roster.xlsx").faults
    assert (fault.severity, fault.where.row) == ("fault", 2)
    assert "3000字" in fault.message.zh


def test_a_page_of_digits_is_no_id(tmp_path):
    (tmp_path / "roster.csv").write_text("编号,姓名\n" + "9" * 5000 + ",张三\n", "utf-8")
    (fault,) = read_roster(tmp_path / "roster.csv").faults
    assert "5000字" in fault.message.zh
