"""Minutes read back from the PDF: mark, number, issuer and date, decisions, who was there."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import books
import numpy
import pdfplumber
import pypdfium2
import pytest
from pdfcheck import check_pdf, crossed, texts
from test_notice_word import words_of

from seating.documents import minutes
from seating.documents.notices.minutes import default_mark
from seating.documents.notices.word import docx_files, minutes_docx
from seating.documents.official.measures import MM
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.fault import Where
from seating.facts.people import Person

CELL, LINE = 156 / 28, 225 / 22
DECISIONS = [
    {
        "text": "推行无纸化会议。材料一律通过内网印发。",
        "text_en": "Meetings go paperless",
        "lead": ["市委办公室"],
        "support": ["市财政局", "市教育局"],
        "by": dt.date(2026, 12, 31),
    },
    {"text": "压减会议。比上年减少一成。", "lead": "市政府办公室", "by_words": "长期坚持"},
]
TABLE: dict[str, Any] = {
    "number": "〔2026〕12号",
    "date": "2026年12月9日",
    "chair": ["L1"],
    "decisions": DECISIONS,
    "sent": ["各常委"],
    "copies": ["市政协办公室"],
    "print_office": "市委办公室",
    "print_date": dt.date(2026, 12, 10),
}


def event(table: Mapping[str, Any], folder: str = "", *further: Person) -> Book:
    book = books.book(count=24)
    people = (*book.event.people, *further)
    changed = dataclasses.replace(
        book.event, tables={"documents": {"minutes": dict(table)}}, people=people, folder=folder
    )
    return dataclasses.replace(
        book,
        event=changed,
        people={p.id: p for p in people},
        order=tuple(p.id for p in people),
        folder=folder,
    )


def printed(table: Mapping[str, Any], *further: Person, **job: Any) -> Printed:
    (only,) = minutes.make(event(table, "", *further), PrintJob(**job))
    return only


@cache
def first() -> Any:
    return pdfplumber.open(io.BytesIO(printed(TABLE).data)).pages[0]


def line_of(page: Any, words: str) -> list[Any]:
    """Return the characters of the first line that contains the words, from the left."""
    rows: dict[float, list[Any]] = {}
    for char in page.chars:
        rows.setdefault(round((char["top"] + char["bottom"]) / 2 * MM / 2), []).append(char)
    for row in rows.values():
        row.sort(key=lambda c: c["x0"])
        if words in "".join(c["text"] for c in row).replace(" ", ""):
            return row
    raise AssertionError(words)


def test_only_when_asked_for() -> None:
    assert minutes.wanted(event({}))
    assert not minutes.wanted(books.book(count=4))


def test_mark_begins_35_mm_below_the_edge_of_the_type_area() -> None:
    red = [c for c in first().chars if c["non_stroking_color"][0] > 0.6]
    assert "".join(c["text"] for c in red) == "全市高质量发展大会纪要"
    assert all("Song-Bold" in c["fontname"] for c in red)
    middle = (min(c["x0"] for c in red) + max(c["x1"] for c in red)) / 2 * MM
    assert middle == pytest.approx(106, abs=0.3)
    page = pypdfium2.PdfDocument(printed(TABLE).data)[0]
    image = numpy.asarray(page.render(scale=200 / 72).to_pil().convert("RGB")).astype(int)
    rows = numpy.nonzero((image[:, :, 0] - image[:, :, 1] > 90).sum(axis=1) > 3)[0]
    assert rows[0] / 200 * 25.4 == pytest.approx(37 + 35, abs=0.3)


def test_number_in_the_middle_then_issuer_and_date_above_the_red_line() -> None:
    number = line_of(first(), "〔2026〕12号")
    middle = (number[0]["x0"] + number[-1]["x1"]) / 2 * MM
    assert middle == pytest.approx(28 + 78, abs=1)
    row = line_of(first(), "2026年12月9日")
    assert "".join(c["text"] for c in row).replace(" ", "") == "市委办公室2026年12月9日"
    assert row[0]["x0"] * MM == pytest.approx(28 + CELL, abs=0.4)
    assert row[-1]["x1"] * MM == pytest.approx(184 - CELL, abs=0.4)
    assert (row[0]["top"] - number[0]["top"]) * MM == pytest.approx(LINE, abs=0.2)
    rules = [r for r in (*first().lines, *first().rects) if r["width"] * MM > 150]
    top = min(rules, key=lambda r: r["top"])
    under = row[0]["bottom"] * MM
    assert 3 < top["top"] * MM - under < 5


def test_without_a_number_issuer_and_date_take_its_line() -> None:
    page = pdfplumber.open(io.BytesIO(printed(TABLE | {"number": ""}).data)).pages[0]
    red = max(c["bottom"] for c in page.chars if c["non_stroking_color"][0] > 0.6)
    row = line_of(page, "2026年12月9日")
    assert 2 * LINE - 4 < (row[0]["top"] - red) * MM < 2 * LINE + 4


def test_decisions_say_who_and_until_when() -> None:
    words = "".join("".join(texts(printed(TABLE).data)).split())
    assert "市委书记高志远在市会议中心主持召开全市高质量发展大会" in words
    assert "一、推行无纸化会议。材料一律通过内网印发。" in words
    assert (
        "（责任单位：市委办公室；配合单位：市财政局、市教育局；完成时限：2026年12月31日前）"
        in words
    )
    assert "（责任单位：市政府办公室；完成时限：长期坚持）" in words
    faces = {c["text"]: c["fontname"] for c in line_of(first(), "一、推行无纸化会议")[:6]}
    assert "Hei" in faces["推"]


def test_lists_stand_a_line_below_the_text_and_wrap_below_the_first_name() -> None:
    pages = pdfplumber.open(io.BytesIO(printed(TABLE).data)).pages
    page = next(p for p in pages if "出席" in (p.extract_text() or "").replace(" ", ""))
    row = line_of(page, "出席：")
    assert [c["text"] for c in row[:3]] == ["出", "席", "："]
    assert row[0]["x0"] * MM == pytest.approx(28 + 2 * CELL, abs=0.3)
    assert all("Hei" in c["fontname"] for c in row[:2])
    assert "Fang" in row[4]["fontname"]
    below = [c for c in page.chars if 0 < (c["top"] - row[0]["top"]) * MM < 1.5 * LINE]
    left = min(c["x0"] for c in below) * MM
    assert left == pytest.approx(28 + 5 * CELL, abs=0.3)
    above = [c for c in page.chars if c["bottom"] < row[0]["top"]]
    if above:
        gap = (row[0]["top"] - max(c["top"] for c in above)) * MM
        assert gap == pytest.approx(2 * LINE, abs=0.3)


def test_everybody_is_in_one_list_once() -> None:
    aide = Person(id="r1", name="毕录音", unit="市委办公室", roles=frozenset({"recorder"}))
    beside = Person(id="r2", name="龙列席", unit="市教育局", roles=frozenset({"attendee"}))
    found = printed(TABLE, aide, beside)
    words = re.sub(r"\s|—\d+—", "", "".join(texts(found.data)))
    there, _, rest = words.partition("请假：")
    there = there.partition("出席：")[2]
    away, _, listed = rest.partition("列席：")
    book = event(TABLE, "", aide, beside)
    assert (away, listed.partition("。")[0]) == (
        "市委办缺席人，市政府办田野。",
        "市教育局龙列席",
    )
    for person in book.people.values():
        if person.id not in ("a1", "a2", "r1", "r2"):
            assert there.count("".join(person.name.split())) >= 1, person.name
    assert "毕录音" not in words
    units = printed(TABLE | {"names": False})
    assert "张𬀩" not in "".join(texts(units.data))


def test_imprint_says_to_whom_it_was_sent() -> None:
    words = re.sub(r"\s", "", texts(printed(TABLE).data)[-1])
    assert words.endswith("分送：各常委。抄送：市政协办公室。市委办公室2026年12月10日印发—2—")


def test_text_of_ones_own_and_headings(tmp_path: Path) -> None:
    (tmp_path / "minutes.md").write_text("# 会议听取了汇报\n\n会议指出，要抓落实。\n", "utf-8")
    (made,) = minutes.make(event(TABLE, str(tmp_path)), PrintJob())
    words = "".join("".join(texts(made.data)).split())
    assert (
        "现将会议情况纪要如下。一、会议听取了汇报会议指出，要抓落实。二、议定事项（一）推行"
        in words
    )


def test_table_of_the_decisions() -> None:
    words = "".join("".join(texts(printed(TABLE | {"table": True}).data)).split())
    assert "附件：议定事项分工表" in words
    assert "1推行无纸化会议市委办公室" in words


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_in_order(language: str) -> None:
    found = printed(TABLE | {"table": True, "classification": "机密★1年"}, language=language)
    assert check_pdf(found.data) == []
    assert crossed(found.data) == []
    assert (
        found.data
        == printed(TABLE | {"table": True, "classification": "机密★1年"}, language=language).data
    )


def test_english() -> None:
    found = printed(TABLE, language="en")
    words = " ".join("".join(texts(found.data)).split())
    assert "No. 12 of 2026" in words
    assert "Minutes of the City Conference on High-Quality Development" in words
    assert "Leader Number 1, Vice Mayor, presided." in words
    assert (
        "Meetings go paperless (responsible: Office 1; with: Office 17, Office 11; due: " in words
    )
    assert "To:" not in words
    assert [f for f in found.findings if "decisions[2]" in f]


def test_an_undated_one_leaves_room() -> None:
    found = printed({"decisions": DECISIONS})
    assert any("成文日期" in finding for finding in found.findings)
    assert "年月日" in re.sub(r"\s|　", "", texts(found.data)[0])


def test_word_copy_says_the_same() -> None:
    book = event(TABLE)
    word = words_of(minutes_docx(book))
    (out,) = minutes.make(book, PrintJob())
    paper = re.sub(r"—\d+—", "", "".join("".join(texts(out.data)).split()))
    assert sorted(word) == sorted(paper)
    assert [file.name for file in docx_files(book)] == ["会议纪要_test.docx"]
    assert "Decisions" in words_of(minutes_docx(book, "en"))


def test_every_fault_at_once() -> None:
    wrong = TABLE | {
        "chair": ["谁也不是"],
        "observers": ["unit:没有"],
        "classification": "机密★99年",
        "number": "第[2026]012",
        "copy_number": "12",
        "print_date": dt.date(2026, 12, 1),
        "body": "没有.md",
    }
    found = minutes.faults(event(wrong, "/nonexistent").event, Where(file="f", key="m"))
    keys = {fault.where.key for fault in found}
    assert keys == {
        f"m.{key}"
        for key in (
            "chair", "observers", "classification", "number", "copy_number", "print_date", "body",
        )
    }  # fmt: skip
    assert minutes.faults(event(TABLE).event, Where(file="f", key="m")) == []


@pytest.mark.parametrize(
    ("title", "mark"),
    [
        ("全市工作会议", "全市工作会议纪要"),
        ("发展大会", "发展大会纪要"),
        ("签约仪式", "签约仪式会议纪要"),
    ],
)
def test_mark_of_an_event(title: str, mark: str) -> None:
    assert default_mark(title) == mark
