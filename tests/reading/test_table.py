"""Sheets of every shape and encoding."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import openpyxl
import pytest

from seating.reading.roster import read_roster

TEXT = "编号,姓名,单位,职务\nA1,张三,市委办公室,主任\nA2,李四,市财政局,局长\n"


def names(path: Path) -> list[tuple[str, str, str]]:
    roster = read_roster(path)
    assert not [f for f in roster.faults if f.severity == "fault"], roster.faults
    return [(p.id, p.name, p.title) for p in roster.people]


def only_fault(path: Path) -> str:
    roster = read_roster(path)
    faults = [f for f in roster.faults if f.severity == "fault"]
    assert len(faults) == 1, faults
    assert not roster.people
    assert faults[0].where.file == path.name
    return faults[0].sentence().zh


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "，", "；", "|"])
def test_csv(tmp_path, encoding, delimiter):
    path = tmp_path / "roster.csv"
    path.write_bytes(TEXT.replace(",", delimiter).encode(encoding))
    assert names(path) == [("A1", "张三", "主任"), ("A2", "李四", "局长")]


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n\n"])
def test_csv_line_ends(tmp_path, ending):
    path = tmp_path / "roster.csv"
    path.write_bytes(TEXT.replace("\n", ending).encode("gbk"))
    assert names(path) == [("A1", "张三", "主任"), ("A2", "李四", "局长")]


def test_csv_commas_inside_cells_do_not_mislead(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(
        '姓名;职务\n张三;主任,党组书记,主席\n李四;"局长;兼\n书记"\n王五;"副，主，任"\n',
        encoding="utf-8",
    )
    assert [t for _, _, t in names(path)] == ["主任,党组书记,主席", "局长;兼 书记", "副，主，任"]


def test_csv_open_quote_does_not_swallow_the_file(tmp_path):
    path = tmp_path / "roster.csv"
    rows = "".join(f"人{chr(0x4E00 + i)},x\n" for i in range(50))
    path.write_text('姓名,职务\n张三,"主任\n' + rows, encoding="utf-8")
    assert len(names(path)) == 51


def test_csv_rows_count_as_in_excel(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text('会议名册,,\n\n姓名,职务,级别\n"张三","主\n任",5\n\n李四,局长,九\n', "utf-8")
    faults = read_roster(path).faults
    assert [(f.where.row, f.where.column) for f in faults if f.severity == "fault"] == [(6, "级别")]


def test_one_column(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("姓名\n张三\n李四\n", "utf-8")
    assert [n for _, n, _ in names(path)] == ["张三", "李四"]


def test_latin_text_read_as_gbk_is_doubted(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_bytes("name,title\nMüller,x\n".encode("latin-1"))
    assert any("乱码" in f.message.zh for f in read_roster(path).faults)


JUNK = {
    "empty.csv": (b"", "空的"),
    "blank.csv": (b" \n \r\n", "空的"),
    "zeros.csv": (b"\0" * 100, "不是文本"),
    "binary.csv": (bytes(range(256)) * 8, "不是文本"),
    "really.csv": (b"PK\x03\x04 x", "Excel 工作簿"),
    "latin.csv": (b"name\nJos\xe9,\n\xff\xff\n", "编码"),
    "commas.csv": (b",,,\n,,\n", "没有内容"),
    "empty.xlsx": (b"", "空的"),
    "text.xlsx": (TEXT.encode(), "不是 Excel 工作簿"),
    "html.xlsx": (b"<html><table></table></html>", "不是 Excel 工作簿"),
    "cut.xlsx": (b"PK\x03\x04" + b"\0" * 60, "不是 Excel 工作簿"),
    "old.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900, "旧格式"),
    "locked.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "密码",
    ),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为 .xlsx"),
    "roster.et": (b"x", "另存为 .xlsx"),
    "roster": (b"x", "没有扩展名"),
}


@pytest.mark.parametrize("name", JUNK)
def test_junk(tmp_path, name):
    data, words = JUNK[name]
    path = tmp_path / name
    path.write_bytes(data)
    assert words in only_fault(path)


def test_missing_and_folder(tmp_path):
    assert "找不到" in only_fault(tmp_path / "roster.xlsx")
    (tmp_path / "roster.csv").mkdir()
    assert "打不开" in only_fault(tmp_path / "roster.csv")


def test_other_zip_files(tmp_path):
    for inside, words in (
        ("word/document.xml", "别的文件"),
        ("x.txt", "别的文件"),
        ("xl/workbook.xml", "已损坏"),
    ):
        path = tmp_path / "roster.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(inside, "<x/>")
        assert words in only_fault(path)


def workbook(path: Path) -> openpyxl.worksheet.worksheet.Worksheet:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["全市会议人员名册"])
    sheet.append(["单位：市委办公室"])
    sheet.append([" 姓　名 ", "工作单位", "职务\n（必填）", "Rank"])
    sheet.append(["张 三", "市委办", "主任", 5])
    sheet.append(["李\u3000四", "市委办", "\xa0副主任 ", "６"])
    book.save(path)
    return sheet


def test_title_rows_and_spaces(tmp_path):
    path = tmp_path / "roster.xlsx"
    sheet = workbook(path)
    sheet.merge_cells("A1:D1")
    sheet.parent.save(path)
    roster = read_roster(path)
    assert not roster.faults
    assert [(p.name, p.title, p.rank) for p in roster.people] == [
        ("张三", "主任", 5),
        ("李四", "副主任", 6),
    ]
    assert [p.where.row for p in roster.people] == [4, 5]


@pytest.mark.parametrize("area", ["A4:A5", "A4:B4", "A3:B3", "D3:D9", "B4:C5"])
def test_merged_cells(tmp_path, area):
    path = tmp_path / "roster.xlsx"
    sheet = workbook(path)
    sheet.merge_cells(area)
    sheet.parent.save(path)
    assert any(f"{area}是合并单元格" in f.message.zh for f in read_roster(path).faults)


def test_a_cell_merged_downwards_stands_for_every_row(tmp_path):
    """Rosters write the unit of several people once, in a merged cell."""
    path = tmp_path / "roster.xlsx"
    sheet = workbook(path)
    sheet.merge_cells("B4:B9")
    sheet.append(["王五", None, "科员", 7])
    sheet["F8"] = "白行"
    sheet.parent.save(path)
    roster = read_roster(path)
    assert len({p.unit for p in roster.people}) == 1
    assert roster.people[0].unit
    assert [p.name for p in roster.people] == ["张三", "李四", "王五"]
    merged = [f for f in roster.faults if "B4:B9是合并单元格" in f.message.zh]
    assert [f.severity for f in merged] == ["doubt"]
    assert not [f for f in roster.faults if f.severity == "fault"]


def test_merged_cells_elsewhere_do_not_matter(tmp_path):
    path = tmp_path / "roster.xlsx"
    sheet = workbook(path)
    sheet.merge_cells("F4:F5")
    sheet.merge_cells("A8:D9")
    sheet.append(["合计", 2])
    sheet.merge_cells("A6:D6")
    sheet.parent.save(path)
    assert not [f for f in read_roster(path).faults if f.severity == "fault"]


def test_hidden_rows_columns_and_sheets(tmp_path):
    path = tmp_path / "roster.xlsx"
    sheet = workbook(path)
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["D"].hidden = True
    other = sheet.parent.create_sheet("旧名单", 0)
    other.append(["姓名"])
    other.append(["赵六"])
    other.sheet_state = "hidden"
    sheet.parent.save(path)
    roster = read_roster(path)
    words = "".join(f.message.zh for f in roster.faults)
    assert "第5行" in words
    assert "D Rank" in words
    assert "“旧名单”" in words
    assert all(f.severity == "doubt" for f in roster.faults)
    assert [p.name for p in roster.people] == ["张三", "李四"]


def test_many_formulas_are_one_fault(tmp_path):
    path = tmp_path / "roster.xlsx"
    sheet = workbook(path)
    for row in range(6, 60):
        sheet.cell(row, 4, f"=D{row - 1}+1")
    sheet.parent.save(path)
    faults = [f for f in read_roster(path).faults if f.severity == "fault"]
    assert len(faults) == 1
    assert "D6、D7、D8、D9、D10等54处" in faults[0].message.zh
    assert faults[0].where.row == 6


def test_formula_in_a_column_that_is_not_read(tmp_path):
    path = tmp_path / "roster.xlsx"
    sheet = workbook(path)
    sheet["E3"], sheet["E4"] = "行号", "=ROW()"
    sheet.parent.save(path)
    assert [f.severity for f in read_roster(path).faults] == ["doubt"]


def test_text_that_looks_like_a_formula_is_text(tmp_path):
    path = tmp_path / "roster.xlsx"
    sheet = workbook(path)
    for row, word in enumerate(["=主任", "+1", "-主任", "@主任"], 6):
        sheet.cell(row, 1, f"人{'甲乙丙丁'[row - 6]}")
        cell = sheet.cell(row, 3, word)
        cell.data_type = "s"
    sheet.parent.save(path)
    assert {t for _, _, t in names(path)} >= {"=主任", "+1", "-主任", "@主任"}


def test_a_group_that_excel_made_a_date(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["姓名", "组别"])
    book.active.append(["张三", dt.datetime(2026, 3, 1)])
    book.save(tmp_path / "roster.xlsx")
    faults = read_roster(tmp_path / "roster.xlsx").faults
    assert "被存成了日期" in faults[0].message.zh
    assert (faults[0].where.row, faults[0].where.column) == (2, "组别")


def test_a_format_down_to_the_last_row_is_no_burden(tmp_path):
    path = tmp_path / "roster.xlsx"
    sheet = workbook(path)
    sheet.cell(1048576, 4).number_format = "0.00"
    sheet.parent.save(path)
    assert len(read_roster(path).people) == 2


def test_rows_numbered_in_advance_are_passed_over(tmp_path, book):
    rows = [["序号", "姓名"], [1, "张三"], *([n, None] for n in range(2, 30))]
    book(tmp_path / "roster.xlsx", {"人员": rows})
    roster = read_roster(tmp_path / "roster.xlsx")
    assert [p.name for p in roster.people] == ["张三"]
    assert [f.severity for f in roster.faults] == ["doubt", "doubt"]
    assert "有28行（第3、4、5" in roster.faults[1].message.zh


def test_escaped_line_ends(tmp_path, book):
    book(tmp_path / "roster.xlsx", {"人员": [["姓名", "职务"], ["张三", "主任_x000D_书记"]]})
    assert names(tmp_path / "roster.xlsx") == [("张三", "张三", "主任 书记")]


def test_sheets_by_name(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "说明"
    book.active.append(["请填写下一页"])
    for title, rows in {
        "Units": [["Unit", "Order"], ["B", 1], ["A", 2]],
        "People": [["Full Name", "Department"], ["Ann Lee", "a"]],
    }.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "roster.xlsx")
    roster = read_roster(tmp_path / "roster.xlsx")
    assert not roster.faults
    assert [(p.id, p.unit) for p in roster.people] == [("Ann Lee", "A")]
    assert [u.name for u in roster.units] == ["B", "A"]
