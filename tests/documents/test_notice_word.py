"""The notice as a Word file: text, margins, typefaces by name, grid, the same bytes."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

import books
import docx
import pytest
from docx.oxml.ns import qn
from pdfcheck import texts

from seating.documents import notice
from seating.documents.lettering import is_han
from seating.documents.notices.word import change_docx, docx_files, notice_docx
from seating.facts.book import Book, PrintJob

TABLE: dict[str, Any] = {
    "mark": ["中共清江市委办公室"],
    "number": "清办〔2026〕47号",
    "copy_number": "000001",
    "classification": "机密★1年",
    "addressees": ["各区县委办公室"],
    "requirements": {"dress": "着正装", "lodging": "安排住宿"},
    "contact": [{"name": "陈爱玲", "phone": "0000-8620126"}],
    "date": "2026-11-30",
    "copies": ["市政府办公室"],
    "print_office": "中共清江市委办公室",
    "print_date": "2026-11-30",
    "reply": True,
}


def event(table: Mapping[str, Any], shuffle: int = 0) -> Book:
    book = books.book(count=8, shuffle=shuffle)
    return dataclasses.replace(
        book, event=dataclasses.replace(book.event, tables={"notice": dict(table)})
    )


def words_of(data: bytes) -> str:
    """Return all text of a Word file in reading order, without blanks."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        xml = parts.read("word/document.xml").decode("utf-8")
    return "".join("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)).split())


def test_the_same_text_as_in_print() -> None:
    (out,) = notice.make(event(TABLE), PrintJob())
    on_paper = "".join("".join(texts(out.data)).split())
    word = words_of(notice_docx(event(TABLE)))
    plain = re.sub(r"—\d+—", "", on_paper)
    assert sorted(word) == sorted(plain)
    for part in (
        "机密★1年",
        "一、会议时间",
        "（一）着装。着正装。",
        "附件：",
        "抄送：市政府办公室。",
    ):
        assert part in word


def test_margins_grid_and_faces() -> None:
    data = notice_docx(event(TABLE))
    file = docx.Document(io.BytesIO(data))
    section = file.sections[0]
    assert round(section.top_margin.mm) == 37
    assert round(section.left_margin.mm) == 28
    assert round(section.right_margin.mm) == 26
    assert round(section.bottom_margin.mm) == 35
    grid = section._sectPr.find(qn("w:docGrid"))
    pitch = int(grid.get(qn("w:linePitch"))) / 20
    assert 22 * pitch * 25.4 / 72 <= 225
    assert 23 * pitch * 25.4 / 72 > 225
    lines = {p.paragraph_format.line_spacing.pt for p in file.paragraphs if "会议" in p.text}
    assert list(lines) == [pytest.approx(pitch, abs=0.03)]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        xml = parts.read("word/document.xml").decode()
        fonts = parts.read("word/fontTable.xml").decode()
        settings = parts.read("word/settings.xml").decode()
    for face in ("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"):
        assert f'w:eastAsia="{face}"' in xml
        assert re.search(rf"w:name='{face}'><w:altName", fonts)
    assert "evenAndOddHeaders" in settings


def test_indents_and_levels() -> None:
    file = docx.Document(io.BytesIO(notice_docx(event(TABLE))))
    first = next(p for p in file.paragraphs if "现将有关事项" in p.text)
    assert first._p.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"
    head = next(p for p in file.paragraphs if p.text == "一、会议时间")
    assert head.paragraph_format.keep_with_next
    assert head.runs[0]._r.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "黑体"
    dress = next(p for p in file.paragraphs if p.text.startswith("（一）着装"))
    faces = [r._r.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) for r in dress.runs]
    assert faces == ["楷体_GB2312", "仿宋_GB2312"]


def test_the_same_bytes_and_nothing_of_the_machine() -> None:
    one, two = notice_docx(event(TABLE)), notice_docx(event(TABLE, shuffle=5))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
        assert "2026-11-30T00:00:00Z" in core
        assert "python-docx" not in core
        assert "docProps/thumbnail.jpeg" not in parts.namelist()
        assert b"thumbnail" not in parts.read("_rels/.rels")


def test_letter_signers_stamps_and_lying_tables() -> None:
    letter = docx.Document(io.BytesIO(notice_docx(event(TABLE | {"format": "letter"}))))
    section = letter.sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "中共清江市委办公室"
    edge = section.first_page_header.paragraphs[0]._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
    assert edge.get(qn("w:val")) == "thickThinSmallGap"
    up = words_of(notice_docx(event(TABLE | {"signer": ["周明", "李晓红"]})))
    assert "签发人：周明李晓红" in up
    stamped = words_of(notice_docx(event(TABLE | {"stamp": ["清江市人民政府市长"]})))
    assert "清江市人民政府市长" in stamped
    attached = [{"title": "日程", "text": ["| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"], "landscape": True}]
    lying = docx.Document(io.BytesIO(notice_docx(event(TABLE | {"attachments": attached}))))
    widths = [round(s.page_width.mm) for s in lying.sections]
    assert widths == [210, 297, 210]


def test_joint_marks_are_not_made_wider_than_their_face() -> None:
    two = ["中共清江市委办公室", "清江市人民政府办公室", "清江市财政局"]
    file = docx.Document(io.BytesIO(notice_docx(event(TABLE | {"mark": two}))))
    left, right = file.tables[0].rows[0].cells
    assert left.text.split("\n") == two
    assert right.text == "文件"
    scales = re.findall(r'<w:w w:val="(\d+)"', file.tables[0]._tbl.xml)
    assert scales
    assert all(int(scale) <= 100 for scale in scales)


def test_english_and_change() -> None:
    english = words_of(notice_docx(event(TABLE | {"title_en": "Notice"}), "en"))
    assert "Tuesday,8December2026" in english
    assert not set(filter(is_han, english)) - set("陈爱玲市委政府人大常会协")
    table = TABLE | {"change": {"date": "2026-12-02", "start_was": "2026-12-07 9:00"}}
    assert "调整为" in words_of(change_docx(event(table)))
    assert "Before:" in words_of(change_docx(event(table), "en"))
    names = [file.name for file in docx_files(event(table))]
    assert names == ["会议通知_test.docx", "会议变更通知_test.docx"]
    assert docx_files(books.book(count=5)) == []
