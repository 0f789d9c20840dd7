"""The notice read back from the PDF: where everything stands, in which type (会议通知回读)."""

from __future__ import annotations

import dataclasses
import io
import itertools
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import books
import numpy
import pdfplumber
import pytest

from seating.documents import notice
from seating.documents.lettering import is_han
from seating.documents.official.measures import MM
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.fault import BadInputError

EM = 15.75 * MM
CELL = 156 / 28
MARKS = "，。、；：？！（）《》“”〔〕"
TABLE: dict[str, Any] = {
    "mark": ["中共清江市委办公室"],
    "number": "清办〔2026〕47号",
    "copy_number": "000001",
    "classification": "机密",
    "term": "1年",
    "urgency": "特急",
    "title": "中共清江市委办公室关于召开全市办公室工作会议的通知",
    "addressees": ["各区县委办公室", "市直各单位办公室"],
    "body": ["# 会议时间", "## 报到", *["会议通知" * 41 + "。"] * 8],
    "attachments": [{"title": "会议议程", "text": ["开幕。"]}, "参会人员名单"],
    "date": "2026-11-30",
    "note": "联系人：黎小满，电话：0000-8620126",
    "copies": ["市人大常委会办公室", "市政府办公室", "市政协办公室"],
    "print_office": "中共清江市委办公室",
    "print_date": "2026-11-30",
}


def event(table: Mapping[str, Any], count: int = 20, folder: str = "") -> Book:
    book = books.book(count=count)
    tables = {"notice": dict(table)}
    changed = dataclasses.replace(book.event, tables=tables, organiser=book.event.organiser)
    return dataclasses.replace(book, event=changed, folder=folder)


def printed(table: Mapping[str, Any], **job: Any) -> Printed:
    (only,) = notice.make(event(table), PrintJob(**job))
    return only


@cache
def pages(sealed: bool = True) -> list[Any]:
    data = printed(TABLE | {"sealed": sealed}).data
    return list(pdfplumber.open(io.BytesIO(data)).pages)


def text_of(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return "".join(c["text"] for page in pdf.pages for c in page.chars)


def rows_of(page: Any, face: str = "Fang") -> dict[float, list[Any]]:
    """Return the characters of one face in size 3, line by line; tops in mm."""
    rows: dict[float, list[Any]] = {}
    for char in page.chars:
        if face in char["fontname"] and abs(char["size"] - 15.75) < 0.01:
            rows.setdefault(round(char["top"] * MM, 1), []).append(char)
    return {y: sorted(rows[y], key=lambda c: c["x0"]) for y in sorted(rows)}


def row_with(page: Any, words: str) -> list[Any]:
    """Return the characters of the line that contains the words, all faces."""
    for y, row in rows_of(page).items():
        near = [c for c in page.chars if abs(c["top"] * MM - y) < 1.5]
        near.sort(key=lambda c: c["x0"])
        if words in "".join(c["text"] for c in near) or words in "".join(c["text"] for c in row):
            return near
    raise AssertionError(words)


def test_a4_and_wanted() -> None:
    assert notice.wanted(event(TABLE))
    assert not notice.wanted(books.book(count=5))
    for page in pages():
        assert (page.width * MM, page.height * MM) == pytest.approx((210, 297), abs=0.01)


def test_red_mark_72_mm_from_the_edge() -> None:
    red = [c for c in pages()[0].chars if c["non_stroking_color"][0] > 0.6]
    assert "".join(c["text"] for c in red) == "中共清江市委办公室文件"
    assert all("Song-Bold" in c["fontname"] for c in red)
    top = min(c["top"] for c in red) * MM  # of the em box; its black begins a little lower
    assert top == pytest.approx(72, abs=0.9)
    assert min(c["x0"] for c in red) * MM >= 28
    assert max(c["x1"] for c in red) * MM <= 184
    middle = (min(c["x0"] for c in red) + max(c["x1"] for c in red)) / 2 * MM
    assert middle == pytest.approx(106, abs=0.3)


def test_black_of_the_mark_begins_at_72_mm() -> None:
    pdfium = pytest.importorskip("pypdfium2")
    page = pdfium.PdfDocument(printed(TABLE).data)[0]
    image = numpy.asarray(page.render(scale=300 / 72).to_pil().convert("RGB"))
    step = 25.4 / 300
    assert image.shape[0] * step == pytest.approx(297, abs=0.2)
    reds = ((image[:, :, 0] > 150) & (image[:, :, 1] < 100)).any(axis=1)
    assert reds.argmax() * step == pytest.approx(72, abs=0.3)


def test_red_line_4_mm_below_the_number() -> None:
    page = pages()[0]
    (line,) = page.lines
    number = row_with(page, "清办")
    foot = max(c["bottom"] for c in number if "Fang" in c["fontname"]) * MM
    assert line["top"] * MM - foot == pytest.approx(4, abs=0.3)
    assert (line["x0"] * MM, line["x1"] * MM) == pytest.approx((28, 184), abs=0.05)
    assert line["linewidth"] * MM == pytest.approx(0.7, abs=0.02)
    red, green, blue = line["stroking_color"]
    assert red > 0.6
    assert max(green, blue) < 0.2
    middle = (number[0]["x0"] + number[-1]["x1"]) / 2 * MM
    assert middle == pytest.approx(106, abs=1)


def test_title_two_lines_below_the_red_line() -> None:
    page = pages()[0]
    (line,) = page.lines
    title = [c for c in page.chars if abs(c["size"] - 22) < 0.01]
    assert {c["fontname"].partition("+")[2] for c in title} == {"SeatingSong-Bold"}
    gap = (min(c["top"] for c in title) - line["top"]) * MM
    assert gap == pytest.approx(2 * 225 / 22, abs=0.5)


def test_corner_copy_number_secrecy_urgency() -> None:
    page = pages()[0]
    corner = sorted(
        (c for c in page.chars if c["top"] * MM < 70), key=lambda c: (round(c["top"] / 9), c["x0"])
    )
    assert "".join(c["text"] for c in corner) == "000001机密★1年特急"
    assert corner[0]["x0"] * MM == pytest.approx(28, abs=0.5)
    assert all("Hei" in c["fontname"] for c in corner if is_han(c["text"]))


def test_full_page_is_22_lines_of_28_characters() -> None:
    page = pages()[1]
    rows = rows_of(page)
    assert len(rows) == 22
    tops = list(rows)
    assert tops[0] == pytest.approx(37, abs=0.5)
    assert tops[0] + 22 * 225 / 22 == pytest.approx(262, abs=0.5)
    for one, two in itertools.pairwise(tops):
        assert two - one == pytest.approx(225 / 22, abs=0.11)
    full = [row for row in rows.values() if len(row) >= 28]
    assert len(full) >= 10
    for row in full:
        assert row[0]["x0"] * MM == pytest.approx(28, abs=0.5)
        assert row[-1]["x1"] * MM == pytest.approx(184, abs=0.5) or row[-1]["text"] in MARKS
        if not set("".join(c["text"] for c in row)) & set(MARKS):
            assert len(row) == 28
            for one, two in itertools.pairwise(row):
                assert (two["x0"] - one["x0"]) * MM == pytest.approx(CELL, abs=0.02)


def test_no_line_breaks_the_rules_of_punctuation() -> None:
    for page in pages():
        for row in rows_of(page).values():
            assert row[0]["text"] not in "，。、；：？！）》”"
            assert row[-1]["text"] not in "（《“〔"


def test_page_numbers_outside_7_mm_below() -> None:
    for index, page in enumerate(pages(), 1):
        low = [c for c in page.chars if c["top"] * MM > 263]
        assert "".join(c["text"] for c in low).replace(" ", "") == f"—{index}—"
        assert all("Song-Regular" in c["fontname"] and abs(c["size"] - 14) < 0.01 for c in low)
        em = 14 * MM
        if index % 2:
            assert low[-1]["x1"] * MM == pytest.approx(184 - em, abs=0.3)
        else:
            assert low[0]["x0"] * MM == pytest.approx(28 + em, abs=0.3)


def test_dash_of_the_page_number_at_269_mm() -> None:
    pdfium = pytest.importorskip("pypdfium2")
    page = pdfium.PdfDocument(printed(TABLE).data)[0]
    image = numpy.asarray(page.render(scale=600 / 72).to_pil().convert("L"))
    step = 25.4 / 600
    left = pages()[0].chars[-1]["x0"] * MM
    strip = image[
        int(264 / step) : int(274 / step), int((left + 0.5) / step) : int((left + 1.5) / step)
    ]
    dark = (strip < 128).any(axis=1).nonzero()[0]
    assert 264 + dark.mean() * step == pytest.approx(269, abs=0.15)


def test_imprint_rules() -> None:
    last = pages()[-1]
    assert len(pages()) % 2 == 0
    lines = sorted(last.lines, key=lambda line: line["top"])
    assert [line["linewidth"] * MM for line in lines] == pytest.approx(
        [0.35, 0.25, 0.35], abs=0.005
    )
    assert lines[-1]["top"] * MM == pytest.approx(262, abs=0.05)
    for line in lines:
        assert (line["x1"] - line["x0"]) * MM == pytest.approx(156, abs=0.05)
    small = [c for c in last.chars if abs(c["size"] - 14) < 0.01 and "Fang" in c["fontname"]]
    assert min(c["x0"] for c in small) * MM == pytest.approx(28 + 14 * MM, abs=0.3)
    assert max(c["x1"] for c in small) * MM == pytest.approx(184 - 14 * MM, abs=0.3)
    assert "抄送" in "".join(c["text"] for c in small)


def closing_row(sealed: bool, words: str) -> list[Any]:
    page = next(
        p
        for p in pages(sealed)
        if any("附件" in "".join(c["text"] for c in r) for r in rows_of(p).values())
    )
    return row_with(page, words)


def column(mm: float) -> float:
    return (mm - 28) / CELL


def test_sealed_date_4_cells_from_the_right_and_issuer_centred() -> None:
    date = closing_row(True, "年月日")
    assert column(date[-1]["x1"] * MM) == pytest.approx(24, abs=0.1)
    rows = [r for p in pages() for r in rows_of(p).values()]
    name = next(r for r in reversed(rows) if "".join(c["text"] for c in r) == "中共清江市委办公室")
    middle = (name[0]["x0"] + name[-1]["x1"]) / 2 * MM
    assert column(middle) == pytest.approx(24 - 7 / 2, abs=0.1)


def test_unsealed_columns() -> None:
    rows = [r for p in pages(False) for r in rows_of(p).values()]
    name = next(r for r in reversed(rows) if "".join(c["text"] for c in r) == "中共清江市委办公室")
    assert column(name[-1]["x1"] * MM) == pytest.approx(26, abs=0.1)
    date = closing_row(False, "年月日")
    assert column(date[0]["x0"] * MM) - column(name[0]["x0"] * MM) == pytest.approx(2, abs=0.1)


def test_attachment_begins_a_page_with_its_head() -> None:
    page = next(
        p for p in pages() if any("Hei" in c["fontname"] and c["text"] == "附" for c in p.chars)
    )
    head = [c for c in page.chars if c["top"] * MM < 44]
    assert "".join(c["text"] for c in head) == "附件1"
    assert all("Hei" in c["fontname"] for c in head)
    title = [c for c in page.chars if abs(c["size"] - 22) < 0.01]
    assert title[0]["top"] * MM == pytest.approx(37 + 2 * 225 / 22, abs=0.5)


def test_faces_by_role_embedded() -> None:
    data = printed(TABLE).data
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        faces = {c["fontname"].partition("+")[2] for page in pdf.pages for c in page.chars}
        body = {
            c["text"]: c["fontname"]
            for p in pdf.pages
            for c in p.chars
            if abs(c["size"] - 15.75) < 0.01
        }
    for face in ("Song-Bold", "Song-Regular", "Hei-Medium", "Kai-Regular", "Fang-Regular", "Serif"):
        assert any(face in name for name in faces), face
    assert "Kai" in body["报"]
    descriptors = re.findall(rb"/FontDescriptor.*?>>", data, re.S)
    assert data.count(b"/FontFile2") >= len(faces) > 0
    assert descriptors
    assert b"Helvetica" not in data


def test_same_bytes_twice_and_in_any_order_of_people() -> None:
    table = TABLE | {"seats": True, "personal": "unit"}
    assert printed(table).data == printed(table).data
    one, two = (
        list(
            notice.make(
                dataclasses.replace(
                    b, event=dataclasses.replace(b.event, tables={"notice": table})
                ),
                PrintJob(),
            )
        )
        for b in (books.book(count=20), books.book(count=20, shuffle=3))
    )
    assert one[0].data == two[0].data


def test_body_from_the_event() -> None:
    table = {k: v for k, v in TABLE.items() if k != "body"}
    words = text_of(
        printed(table | {"requirements": {"dress": "着正装"}, "contact": "值班室"}).data
    )
    for part in ("会议时间", "会议地点", "市会议中心", "参会人员", "着装", "值班室", "星期二"):
        assert part in words, part


def test_body_from_a_file(tmp_path: Path) -> None:
    table = {k: v for k, v in TABLE.items() if k != "body"}
    (tmp_path / "notice.md").write_text("现通知如下：\n\n# 时间\n\n上午。\n", encoding="utf-8")
    (out,) = notice.make(event(table, folder=str(tmp_path)), PrintJob())
    assert "一、时间" in text_of(out.data)
    with pytest.raises(BadInputError):
        list(notice.make(event(table | {"body": "missing.md"}, folder=str(tmp_path)), PrintJob()))


def test_seats_table() -> None:
    out = printed(TABLE | {"seats": True})
    words = text_of(out.data)
    assert "座次安排" in words
    assert "买买提·吐尔逊" in words
    assert "张𬀩" in words
    assert not out.findings


def test_personal_copies_count_upwards() -> None:
    data = printed(TABLE, settings={"personal": "person"}).data
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        heads = [p.extract_text() for p in pdf.pages if "特急" in (p.extract_text() or "")]
        words = "".join(c["text"] for page in pdf.pages for c in page.chars)
    assert len(heads) == 29
    assert "000029" in heads[-1]
    assert words.count("您的参会安排") == 29
    assert "高志远同志：" in words


def test_personal_copies_for_units() -> None:
    words = text_of(printed(TABLE | {"personal": True}).data)
    assert "市委办公室：" in words
    assert "你单位参会人员安排" in words


def test_no_plan_is_said() -> None:
    bare = event(TABLE | {"seats": True})
    (out,) = notice.make(dataclasses.replace(bare, sittings={}), PrintJob())
    assert any("座次" in finding for finding in out.findings)


def test_classified_without_copy_number_is_said() -> None:
    (out,) = notice.make(event(TABLE | {"copy_number": ""}), PrintJob())
    assert any("份号" in finding for finding in out.findings)


def test_english_has_no_chinese_left() -> None:
    table = TABLE | {
        "seats": True,
        "reply": True,
        "title_en": "Notice of the Conference",
        "agenda": [{"text": "开幕", "text_en": "Opening"}],
    }
    out = printed(table, language="en")
    han = {c for c in text_of(out.data) if is_han(c)}
    assert han <= set("市委政府人大常会协")  # units of the test that have no English name
    assert "Replyslip" in text_of(out.data).replace(" ", "")
    assert any("notice.body" in finding for finding in out.findings)
    words = text_of(out.data).replace(" ", "")
    for part in (
        "NoticeoftheConference",
        "Tuesday,8December2026",
        "Opening",
        "No.47of2026",
        "MOSTURGENT",
    ):
        assert part in words


def test_black_and_white() -> None:
    data = printed(TABLE, mono=True).data
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for char in pdf.pages[0].chars:
            assert len(char["non_stroking_color"]) == 1
