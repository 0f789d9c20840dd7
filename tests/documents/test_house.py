"""The house style: measuring, fitting, embedding."""

from __future__ import annotations

import io
import subprocess
import sys

import pdfcheck
import pdfplumber
import pytest

from seating.documents.house import (
    Box,
    Column,
    Furniture,
    Piece,
    Press,
    Sheet,
    Table,
    file_name,
    name_spread,
    paper_of,
    pour,
    say_date,
    tint,
)
from seating.documents.ink import TINTS
from seating.facts.text import Text
from seating.typography.faces import FontBook, resolve

NOBODY = "\U0003fff0"  # a code point that no font has


@pytest.fixture(scope="module")
def fonts() -> FontBook:
    return resolve({}, base=None)


def press(fonts: FontBook, **options: object) -> Press:
    return Press(fonts, title="测试", author="办公室", subject="图", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("A4", (210, 297)), ("a3", (297, 420)), ("A0", (841, 1189)), ("letter", (215.9, 279.4)),
        ("100x50", (100, 50)), ("90 × 54 mm", (90, 54)),
    ],
)  # fmt: skip
def test_papers(name: str, size: tuple[float, float]) -> None:
    paper = paper_of(name)
    assert (paper.width, paper.height) == size
    assert paper.landscape().width >= paper.landscape().height


@pytest.mark.parametrize("name", ["", "A9", "1x1", "A4 landscape", "99999x10"])
def test_no_paper(name: str) -> None:
    with pytest.raises(ValueError, match="is no paper"):
        paper_of(name)


def test_squeeze_then_shrink(fonts: FontBook) -> None:
    lettering = press(fonts).lettering
    free = lettering.fit("王小明", "song", 10)
    assert (free.size, free.squeeze) == (10, 1)
    half = lettering.fit("王小明", "song", 10, free.width * 0.75)
    assert half.size == 10
    assert half.squeeze == pytest.approx(0.75)
    tiny = lettering.fit("王小明", "song", 10, free.width * 0.3)
    assert tiny.squeeze == pytest.approx(0.6)
    assert tiny.size == pytest.approx(5)
    assert tiny.width == pytest.approx(free.width * 0.3)


def test_names_are_spaced_but_copied_whole(fonts: FontBook) -> None:
    job = press(fonts)
    sheet = job.page(paper_of("A5"))
    two = sheet.name(20, 30, "张三", "kai", 14)
    rare = sheet.name(20, 40, "李𬀩", "kai", 14)
    three = sheet.name(20, 50, "王小明", "kai", 14)
    assert two.width == pytest.approx(three.width, rel=0.01)
    assert rare.width == pytest.approx(three.width, rel=0.01)
    data = job.finish("x.pdf").data
    assert pdfcheck.texts(data)[0].split() == ["张三", "李𬀩", "王小明"]
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        assert pdf.pages[0].extract_text().split() == ["张三", "李𬀩", "王小明"]
    first, last = pdfcheck.places(pdfcheck.pages(data)[0], "张三")[0], three
    assert first.right - first.left > last.width * 0.85
    assert name_spread("欧阳建国") == name_spread("Li") == 0


def test_spaced_labels_are_copied_whole(fonts: FontBook) -> None:
    job = press(fonts)
    job.page(paper_of("A5")).text(20, 20, "时间", "hei", 12, spread=4)
    assert "时间" in pdfcheck.texts(job.finish("x.pdf").data)[0]


@pytest.mark.parametrize("role", ["title_song", "song", "hei", "kai", "fang"])
@pytest.mark.parametrize("char", list("𬀩䶮㛃堃𫘝"))
def test_rare_characters(fonts: FontBook, role: str, char: str) -> None:
    job = press(fonts)
    job.page(paper_of("A5")).text(20, 20, f"张{char}王", role, 12)  # type: ignore[arg-type]
    printed = job.finish("x.pdf")
    assert f"张{char}王" in pdfcheck.texts(printed.data)[0]
    assert not printed.findings
    assert pdfcheck.check_pdf(printed.data) == []


def test_missing_character_is_marked_and_reported(fonts: FontBook) -> None:
    job = press(fonts)
    job.page(paper_of("A5")).text(20, 20, f"张{NOBODY}", "song", 12)
    printed = job.finish("某图.pdf")
    assert "〓" in pdfcheck.texts(printed.data)[0]
    assert len(printed.findings) == 1
    assert "U+3FFF0" in printed.findings[0]
    assert "某图.pdf" in printed.findings[0]


def test_all_fonts_embedded_and_no_others(fonts: FontBook) -> None:
    job = press(fonts)
    sheet = job.page(paper_of("A4"))
    for i, role in enumerate(("title_song", "song", "hei", "kai", "fang", "latin", "latin_bold")):
        sheet.text(20, 20 + 10 * i, "会议通知 Notice 123", role, 12, latin=i % 2 == 0)  # type: ignore[arg-type]
    found = pdfcheck.fonts(job.finish("x.pdf").data)
    assert len(found) >= 7
    assert all(found.values())
    assert not any("Helvetica" in name for name in found)


def test_a_page_without_text(fonts: FontBook) -> None:
    job = press(fonts)
    job.page(paper_of("A5")).rect(10, 10, 20, 20)
    assert pdfcheck.sizes(job.finish("x.pdf").data)[0] == pytest.approx((148, 210), abs=0.1)
    with pytest.raises(ValueError, match="at least one page"):
        press(fonts).finish("x.pdf")


def test_information_outline_and_language(fonts: FontBook) -> None:
    job = press(fonts, language="zh")
    job.page(paper_of("A5"), bookmark="台下视角").text(20, 20, "甲")
    job.page(paper_of("A5"), bookmark="台上视角").text(20, 20, "乙")
    data = job.finish("x.pdf").data
    document = pdfcheck.pdfium.PdfDocument(data)
    assert document.get_metadata_value("Title") == "测试"
    assert document.get_metadata_value("Author") == "办公室"
    assert document.get_metadata_value("Subject") == "图"
    assert [mark.get_title() for mark in document.get_toc()] == ["台下视角", "台上视角"]
    assert b"/Lang (zh-CN)" in data


def test_furniture_on_every_page(fonts: FontBook) -> None:
    furniture = Furniture("zh", "某大会", "2026年12月8日", "第2版", "机密★1年")
    job = press(fonts, furniture=furniture)
    for _ in range(3):
        job.page(paper_of("A4"), note="图示视角：台下").text(50, 50, "正文")
    data = job.finish("x.pdf").data
    for number, text in enumerate(pdfcheck.texts(data), 1):
        assert "机密★1年" in text
        assert "某大会　2026年12月8日" in text
        assert "图示视角：台下" in text
        assert f"第2版　第{number}页　共3页" in text
    assert pdfcheck.check_pdf(data) == []


def test_turned_text_stays_where_it_is_put(fonts: FontBook) -> None:
    for turn in (0, 90, 180, 270):
        job = press(fonts)
        job.page(paper_of("A5")).text(
            70, 100, "座次图", "hei", 20, align="centre", upright="middle", turn=turn
        )
        box = pdfcheck.places(pdfcheck.pages(job.finish("x").data)[0], "座次图")
        letters = pdfcheck.pages(job.finish("x").data)[0]
        assert box or turn
        middle = sum((a.left + a.right) / 2 for a in letters) / 3
        level = sum((a.top + a.bottom) / 2 for a in letters) / 3
        assert (middle, level) == (pytest.approx(70, abs=1.2), pytest.approx(100, abs=1.2))


def test_mono_uses_no_colour(fonts: FontBook) -> None:
    for mono in (False, True):
        job = press(fonts, mono=mono)
        sheet = job.page(paper_of("A5"))
        for i in range(len(TINTS)):
            sheet.ground(Box(10, 10 + 8 * i, 20, 6), tint(i))
        job.finish("x.pdf")
        coloured = any(" rg" in mark for mark in sheet.marks if isinstance(mark, str))
        assert coloured is not mono
    assert all(t.colour.grey > 0.8 for t in TINTS)


def test_columns_become_equally_long(fonts: FontBook) -> None:
    job = press(fonts)
    drawn: list[tuple[int, float, float]] = []

    def begin() -> tuple[Sheet, Box]:
        sheet = job.page(paper_of("A5"))
        return sheet, sheet.body

    def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
        drawn.append((sheet.number, x, y))

    pour([Piece(10, draw) for _ in range(50)], begin, columns=2)
    assert len(drawn) == 50
    assert {n for n, _, _ in drawn} == {1, 2}
    last = [d for d in drawn if d[0] == 2]
    left = sum(x < 70 for _, x, _ in last)
    assert abs(left - (len(last) - left)) <= 1


def test_a_heading_never_ends_a_column(fonts: FontBook) -> None:
    job = press(fonts)
    drawn: list[tuple[str, float, float]] = []

    def begin() -> tuple[Sheet, Box]:
        sheet = job.page(paper_of("A5"))
        return sheet, Box(10, 10, 100, 45)

    def piece(word: str, keep: bool) -> Piece:
        return Piece(10, lambda s, x, y, w: drawn.append((word, s.number, y)), keep=keep)

    pour([piece("行", False)] * 3 + [piece("题", True)] + [piece("行", False)] * 2, begin)
    assert drawn[3] == ("题", 2, 10)


def test_table_repeats_its_head(fonts: FontBook) -> None:
    job = press(fonts)
    rows = [(str(i), "王小明", "很长的说明文字" * 6) for i in range(40)]
    table = Table([Column("序号"), Column("姓名", name=True), Column("说明", grow=True)], rows)

    def begin() -> tuple[Sheet, Box]:
        sheet = job.page(paper_of("A5"))
        return sheet, sheet.body

    table.draw(job.lettering, begin)
    data = job.finish("x.pdf").data
    assert len(pdfcheck.texts(data)) > 1
    assert all("序号" in text for text in pdfcheck.texts(data))
    assert pdfcheck.check_pdf(data) == []


def test_words() -> None:
    assert file_name("座次图", "a/b: c") == "座次图_a-b--c.pdf"
    import datetime as dt

    assert say_date(dt.date(2026, 12, 8), "en") == "8 December 2026"
    assert Text("甲", "a").to("en") == "a"


def test_reportlab_is_not_imported_before_printing() -> None:
    code = (
        "import sys, seating.documents.registry as r; r.document_names(); "
        "sys.exit('reportlab' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
