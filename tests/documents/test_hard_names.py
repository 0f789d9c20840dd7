"""Names that trip printers, through every document: none clipped, torn or turned into boxes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from pdfcheck import check_pdf, crossed, texts

from seating import planner
from seating.documents.registry import document_names
from seating.facts.book import Printed, PrintJob
from seating.facts.text import Language

NAMES = (
    "张𬀩",
    "䶮之谦",
    "陈㛃",
    "李堃",
    "王𫘝",
    "买买提江·吐尔逊江·阿卜杜热合曼",
    "阿卜杜拉·艾哈迈德",
    "Александр Христофорович",
    "Maximilian von Hohenstein-Oberwesel",
    "O’Brien",
    "欧阳修远",
    "丁一",
    "=甲+乙",
    "<b>粗体</b>",
    "纳",
)
UNIT = "清江市人民政府政务服务和数字化建设管理局"
TABLES = """
[event]
title = "全市会议"
title_en = "Conference"
start = 2026-12-10T09:00:00
place = "会议中心"
place_en = "Conference Centre"

[[sitting]]
id = "stage"
title = "主席台"
title_en = "Rostrum"
form = "rostrum"
who = ["group:主席台"]

[[sitting]]
id = "dinner"
title = "晚宴"
title_en = "Dinner"
form = "banquet"
"""


@cache
def printed(language: Language) -> tuple[Printed, ...]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "人员"
        heads = "编号 姓名 单位 职务 级别 组别 签到组 车号 住宿房间 用餐 奖项 电话 标签"
        sheet.append(heads.split())
        for n, who in enumerate(NAMES, 1):
            group = "主席台" if n < 10 else "会场"
            row = [f"N{n:02d}", "", UNIT, "党组书记、局长", n, group, "1号台", f"{1 + n % 2}号车"]
            sheet.append([*row, f"1{n:02d}", "10日晚餐", "先进个人", "0000-1", ""])
            cell = sheet.cell(row=n + 1, column=2)
            cell.value = who
            cell.data_type = "s"
        book.save(folder / "roster.xlsx")
        asked = "".join(f"\n[documents.{n}]\n" for n in document_names() if n != "notice")
        asked = asked.replace("[documents.minutes]", "[documents.minutes]\ndate = 2026-12-11")
        (folder / "event.toml").write_text(TABLES + asked, encoding="utf-8")
        programme = planner.prepare(folder)
        report = planner.plan(programme)
        assert report.complete
        return tuple(
            planner.draw(planner.book(programme, report.plan), PrintJob(language=language))
        )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_in_order(language: Language) -> None:
    files = [file for file in printed(language) if file.name.endswith(".pdf")]
    assert len(files) > 5
    for file in files:
        assert check_pdf(file.data, margin=1, tolerance=0.2) == [], file.name
        assert crossed(file.data) == [], file.name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_name_becomes_a_box(language: Language) -> None:
    for file in printed(language):
        assert file.findings == (), file.name
        if file.name.endswith(".pdf"):
            assert "〓" not in "".join(texts(file.data)), file.name


@pytest.mark.parametrize("title", ["座次名单_dinner", "桌次名单", "桌签_dinner"])
def test_names_can_be_copied_whole(title: str) -> None:
    found = [file for file in printed("zh") if file.name.startswith(title)]
    assert found, [file.name for file in printed("zh")]
    words = "".join("".join(texts(file.data)) for file in found)
    plain = "".join(words.split())
    for name in NAMES:
        assert "".join(name.split()) in plain, name
