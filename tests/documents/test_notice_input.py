"""``[notice]`` as written: every fault at once, numbers, dates, secrecy, levels, times."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from seating.documents.notices.checks import copy_numbers
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.markdown import blocks_of, blocks_of_list, chinese_number
from seating.documents.notices.parts_keys import (
    AttachmentKeys,
    ChangeKeys,
    RequirementKeys,
    SectionKeys,
    TextKeys,
)
from seating.documents.notices.reading import read_notice
from seating.documents.notices.when import period
from seating.documents.official.model import Paragraph, Table
from seating.facts.fault import BadInputError
from seating.facts.parameter import about

DAY = "2026-11-30"
ROOT = Path(__file__).parents[2]


def keys_at_fault(**table: Any) -> list[str]:
    with pytest.raises(BadInputError) as caught:
        read_notice({"date": DAY, **table})
    return [fault.where.key for fault in caught.value.faults]


def test_text_where_only_a_table_will_do() -> None:
    assert keys_at_fault(text="请准时参加") == ["notice.text"]


@pytest.mark.parametrize("number", ["清府办〔2025〕3号", "清办发〔2026〕120号", "〔2026〕3号"])
def test_case_75_numbers_accepted(number: str) -> None:
    assert read_notice({"date": DAY, "number": number}).number == number


@pytest.mark.parametrize(
    "number",
    [
        "清府办[2025]3号", "清府办〔25〕3号", "清府办〔2025〕03号", "清府办〔2025〕第3号",
        "清府办〔2025〕3", "清府办（2025）3号", "2025年3号", "清府办〔2025〕0号",
    ],
)  # fmt: skip
def test_case_75_numbers_refused(number: str) -> None:
    assert set(keys_at_fault(number=number)) == {"notice.number"}


@pytest.mark.parametrize("date", ["2025-1-8", "2025-01-08", "2025年1月8日", dt.date(2025, 1, 8)])
def test_case_76_dates_accepted(date: Any) -> None:
    assert read_notice({"date": date}).date == dt.date(2025, 1, 8)


@pytest.mark.parametrize(
    "date", ["2025年01月08日", "25年1月8日", "2025年2月30日", "明天", 20250108]
)
def test_case_76_dates_refused(date: Any) -> None:
    assert keys_at_fault(date=date) == ["notice.date"]


@pytest.mark.parametrize("layout", [{"top": 38.5}, {"left": 26.5}])
def test_case_73_margins_refused(layout: dict[str, float]) -> None:
    assert keys_at_fault(layout=layout) == [f"notice.layout.{next(iter(layout))}"]


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({"classification": "绝对机密"}, "notice.classification"),
        ({"classification": "机密★21年"}, "notice.classification"),
        ({"classification": "机密★1年", "term": "2年"}, "notice.classification"),
        ({"term": "一年"}, "notice.term"),
        ({"copy_number": "12"}, "notice.copy_number"),
        ({"urgency": "紧急"}, "notice.urgency"),
        ({"sealed": "yes"}, "notice.sealed"),
        ({"attachments": [{"titel": "x"}]}, "notice.attachments[1].titel"),
        ({"personal": "everyone"}, "notice.personal"),
        ({"mark": ["甲", 3]}, "notice.mark[2]"),
        ({"format": "信"}, "notice.format"),
        ({"format": "letter", "signer": "周明"}, "notice.signer"),
        ({"copy_number": "000009-000003"}, "notice.copy_number"),
        ({"copy_number": "000001-009999"}, "notice.copy_number"),
        ({"superseded_by": "清办[2026]3号"}, "notice.superseded_by"),
        ({"print_date": "2026-11-29"}, "notice.print_date"),
        ({"omit": ["weather"]}, "notice.omit"),
        ({"personal_show": ["seat", "shoes"]}, "notice.personal_show"),
        ({"reply_rows": 99}, "notice.reply_rows"),
        ({"reply_rows": "ten"}, "notice.reply_rows"),
        ({"sections": [{"text": "无标题"}]}, "notice.sections[1].title"),
        ({"text": {"openning": "x"}}, "notice.text.openning"),
        ({"change": {"kind": "改期"}}, "notice.change.kind"),
        ({"change": {"number": "清办〔26〕3号"}}, "notice.change.number"),
        ({"change": {"date": "2026-11-29"}}, "notice.change.date"),
        ({"change": {"kind": "更正"}}, "notice.change.text"),
        ({"change": {"start_was": "明天"}}, "notice.change.start_was"),
        ({"change": {"start_was": "2026-13-01 9:00"}}, "notice.change.start_was"),
    ],
)
def test_faults_name_their_key(table: dict[str, Any], key: str) -> None:
    assert key in keys_at_fault(**table)


def test_all_faults_at_once_with_advice() -> None:
    with pytest.raises(BadInputError) as caught:
        read_notice({"tilte": "x", "number": "[25]03号", "sealed": 1, "layout": {"top": 50}})
    faults = caught.value.faults
    assert {
        "notice.tilte",
        "notice.number",
        "notice.sealed",
        "notice.layout.top",
        "notice.date",
    } <= {fault.where.key for fault in faults}
    said = {fault.where.key: fault.sentence() for fault in faults}
    assert "title" in said["notice.tilte"].zh
    assert "Did you mean title?" in said["notice.tilte"].en


def test_a_notice_is_a_table() -> None:
    with pytest.raises(BadInputError):
        read_notice("会议通知")


def test_shorthands() -> None:
    keys = read_notice(
        {"date": DAY, "mark": "甲", "attachments": ["议程"], "requirements": ["请准时"],
         "contact": "张三，电话", "agenda": ["开会"], "copy_number": 7, "personal": True}
    )  # fmt: skip
    assert keys.mark == ("甲",)
    assert keys.attachments[0].title == "议程"
    assert keys.requirements.other == ("请准时",)
    assert keys.contact[0].text == "张三，电话"
    assert keys.copy_number == "000007"
    assert keys.personal == "unit"


def test_settings_win() -> None:
    keys = read_notice({"date": DAY}, {"seats": "true", "personal": "person"})
    assert keys.seats
    assert keys.personal == "person"
    assert not read_notice({"date": DAY, "seats": True}, {"seats": "false"}).seats


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("", ()),
        ("001", ("001",)),
        ("000001-000003", ("000001", "000002", "000003")),
        ("000009—000010", ("000009", "000010")),
        ("0998至1001", ("0998", "0999", "1000", "1001")),
    ],
)
def test_runs_of_copy_numbers(written: str, numbers: tuple[str, ...]) -> None:
    assert copy_numbers(written) == numbers


@pytest.mark.parametrize(
    "moment",
    [
        "2026-12-07 14:30",
        "2026-12-07T14:30:00",
        "2026年12月7日14:30",
        dt.datetime(2026, 12, 7, 14, 30),
    ],
)
def test_moments(moment: Any) -> None:
    keys = read_notice({"date": DAY, "change": {"start_was": moment}})
    assert keys.change is not None
    assert keys.change.start_was == dt.datetime(2026, 12, 7, 14, 30)


def test_markdown_files_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "here.md").write_text("在。", encoding="utf-8")
    (tmp_path / "gbk.md").write_bytes("不是。".encode("gbk"))
    table = {
        "date": DAY, "body": "here.md", "text": {"agenda": "gone.md", "closing": "gbk.md"},
        "attachments": [{"title": "甲", "file": "none.txt"}], "note": "无此文件.md",
    }  # fmt: skip
    assert read_notice(table).body == ("here.md",)
    with pytest.raises(BadInputError) as caught:
        read_notice(table, folder=str(tmp_path))
    assert {fault.where.key for fault in caught.value.faults} == {
        "notice.text.agenda", "notice.text.closing", "notice.attachments[1].file",
    }  # fmt: skip


def test_samples_read() -> None:
    for path in (ROOT / "samples").glob("*/event.toml"):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        if "notice" in table:
            assert read_notice(table["notice"], folder=str(path.parent)).date


def test_every_key_is_explained_and_on_the_reference_page() -> None:
    page = (ROOT / "docs/reference/notice.md").read_text(encoding="utf-8")
    tables = (ChangeKeys, SectionKeys, TextKeys, AttachmentKeys, RequirementKeys)
    for field in dataclasses.fields(NoticeKeys):
        assert about(field).text.zh
        assert about(field).text.en
        assert f"`{field.name}`" in page
    for field in (field for cls in tables for field in dataclasses.fields(cls)):
        assert about(field).text.zh
        assert re.search(rf"`{field.name}[` ]", page) or field.name.endswith("_en"), field.name


def test_levels_are_numbered() -> None:
    text = "# 时间\n1. 甲\n# 二、地点\n## 主会场\n### 楼层\n#### 门\n## 分会场\n# 要求\n"
    text += "## 请假。要书面。"
    found = [b for b in blocks_of(text) if isinstance(b, Paragraph)]
    assert [b.text for b in found] == [
        "一、时间", "1.甲", "二、地点", "（一）主会场", "1.楼层", "（1）门", "（二）分会场",
        "三、要求", "（一）请假。要书面。",
    ]  # fmt: skip
    assert [b.spans[0].role for b in found] == [
        "hei", "fang", "hei", "kai", "fang", "fang", "kai", "hei", "kai",
    ]  # fmt: skip
    assert found[-1].spans[1].role == "fang"


def test_typed_levels_keep_their_numbers() -> None:
    found = blocks_of_list(
        ["一、会议时间", "（一）请准时参加；", "（二）部署工作", "12月1日开会。"]
    )
    roles = [b.spans[0].role for b in found if isinstance(b, Paragraph)]
    assert roles == ["hei", "fang", "kai", "fang"]


def test_markdown_tables_and_paragraphs() -> None:
    found = blocks_of("甲\n乙\n\n| 时间 | 内容 |\n|---|---|\n| 9:00 | **开幕** |\n")
    assert isinstance(found[0], Paragraph)
    assert found[0].text == "甲乙"
    assert isinstance(found[1], Table)
    assert found[1].head == ("时间", "内容")


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五")]
)
def test_chinese_numbers(number: int, words: str) -> None:
    assert chinese_number(number) == words


@pytest.mark.parametrize(
    ("start", "end", "zh"),
    [
        ((10, 9, 0), (10, 11, 30), "2026年12月10日（星期四）9:00—11:30，会期半天。"),
        ((10, 9, 0), (10, 17, 0), "2026年12月10日（星期四）9:00—17:00，会期1天。"),
        ((10, 14, 30), (10, 17, 0), "2026年12月10日（星期四）14:30—17:00，会期半天。"),
        (
            (10, 14, 0),
            (12, 12, 0),
            "2026年12月10日（星期四）14:00至12月12日（星期六）12:00，会期2天。",
        ),
        (
            (10, 9, 0),
            (11, 12, 0),
            "2026年12月10日（星期四）9:00至12月11日（星期五）12:00，会期1天半。",
        ),
        ((10, 19, 0), (10, 21, 0), "2026年12月10日（星期四）19:00—21:00，会期约2小时。"),
        ((10, 9, 0), None, "2026年12月10日（星期四）9:00。"),
        ((10, 0, 0), None, "2026年12月10日（星期四）。"),
        ((10, 16, 0), (10, 16, 20), "2026年12月10日（星期四）16:00—16:20，会期约20分钟。"),
    ],
)
def test_time_and_duration(
    start: tuple[int, int, int], end: tuple[int, int, int] | None, zh: str
) -> None:
    begin = dt.datetime(2026, 12, *start)
    assert period(begin, dt.datetime(2026, 12, *end) if end else None).zh == zh
