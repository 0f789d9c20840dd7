"""Lists as Word and Excel: everybody once, as text, in order, the same bytes each time."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

import docx
import openpyxl
import pytest

from seating import planner
from seating.exports.docx_lists import export as lists
from seating.exports.frozen import frozen
from seating.exports.xlsx import export as workbook
from seating.facts.book import Book
from seating.facts.venue import View
from seating.planner.chart_pairs import best_pair, pairs_of

from .test_xlsx import FOLDERS, SAMPLES, on_due_places, seen


@pytest.fixture(scope="module")
def book() -> Book:
    return on_due_places(planner.prepare(SAMPLES / "office-conference"))


@pytest.fixture(scope="module")
def small() -> Book:
    return on_due_places(planner.prepare(SAMPLES / "rostrum-8"))


def tables(data: bytes) -> list[list[list[str]]]:
    found = docx.Document(io.BytesIO(data)).tables
    return [
        [["".join(t.text or "" for t in c.iter() if t.tag.endswith("}t")) for c in row.tc_lst]
         for row in table._tbl.tr_lst]
        for table in found
    ]  # fmt: skip


def test_word_lists_have_everybody_once_with_his_seat(book: Book) -> None:
    (made,) = lists(book, "zh")
    assert made.name == "座次名单_hall.docx"
    by_unit, by_name, *rest = tables(made.data)
    seated = {p for s in book.sittings.values() for p in s.plan.placing.places}
    assert by_unit[0] == ["单位", "姓名", "职务", "座位"]
    assert by_name[0] == ["姓名", "单位", "座位"]
    for table, column in ((by_unit, 1), (by_name, 0)):
        names = sorted(row[column].split("（")[0] for row in table[1:])
        assert names == sorted(book.people[i].name for i in seated)
        assert all(row[-1] for row in table[1:])
    absent = sorted(p.name for p in book.people.values() if p.absent)
    assert sorted(row[0] for table in rest for row in table[1:]) == absent
    hall = book.sittings["hall"]
    labels = {
        book.people[who].name: hall.layout.by_id[place].label.zh
        for who, place in hall.plan.placing.places.items()
    }
    assert sum(row[2] == labels.get(row[0]) for row in by_name[1:]) > 300


def test_units_stand_together_and_are_named_once(book: Book) -> None:
    (made,) = lists(book, "zh")
    (table, *_) = docx.Document(io.BytesIO(made.data)).tables
    named = [row[0] for row in tables(made.data)[0][1:] if row[0]]
    assert len(named) == len(set(named))
    seated = {p for s in book.sittings.values() for p in s.plan.placing.places}
    counts = Counter(book.people[i].unit for i in seated)
    xml = table._tbl.xml
    assert xml.count('w:vMerge w:val="restart"') == sum(n > 1 for n in counts.values())
    assert xml.count('w:vMerge w:val="continue"') == sum(n - 1 for n in counts.values())
    assert xml.count("<w:tblHeader/>") == 1


def test_english_word_list(book: Book) -> None:
    (made,) = lists(book, "en")
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(made.data)).paragraphs)
    assert "Municipal Conference of Offices" in text
    assert "1. By unit" in text
    assert all(c < "\u4e00" for row in tables(made.data)[1][1:20] for c in row[2])


@pytest.mark.parametrize("evil", ["=1+1", "a\x0bb\x00c", "<w:p/>&amp;", "𬀩䶮\ufffe"])
def test_names_are_text_in_word(small: Book, evil: str) -> None:
    people = {**small.people, "1": dataclasses.replace(small.people["1"], name=evil)}
    (made,) = lists(dataclasses.replace(small, people=people), "zh")
    plain = evil.replace("\x0b", "").replace("\x00", "").replace("\ufffe", "")
    assert sum(row[0] == plain for row in tables(made.data)[1]) == 1


def test_lists_in_excel(book: Book) -> None:
    programme = planner.prepare(SAMPLES / "office-conference")
    data = workbook(book, seen(programme), "zh").data
    made = openpyxl.load_workbook(io.BytesIO(data))
    by_order, by_strokes, by_unit = made.worksheets[-3:]
    for sheet in (by_order, by_strokes, by_unit):
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        assert sorted(str(row[1]) for row in rows) == sorted(book.people)
        assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows
    units = [row[3] for row in by_unit.iter_rows(min_row=2, values_only=True)]
    changes = sum(a != b for a, b in pairwise(units))
    assert changes == len(set(units)) - 1


def test_bytes_do_not_depend_on_the_clock(small: Book) -> None:
    one, two = lists(small, "zh")[0].data, lists(small, "zh")[0].data
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert b"python-docx" not in parts.read("docProps/core.xml")
    assert frozen(one) == one


@pytest.mark.parametrize(
    ("name", "view"),
    [
        *((name, "audience") for name in FOLDERS if name not in ("impossible", "late-change")),
        ("talks", "seated"),
        ("rostrum-8", "seated"),
    ],
)
def test_charts_are_read_back_as_they_were(name: str, view: View, tmp_path: Path) -> None:
    """What ``seating audit`` finds on the sheets is the plan, whichever way it is drawn."""
    programme = planner.prepare(SAMPLES / name)
    if any(p.counting for p in programme.sittings):
        pytest.skip("this sample has fewer places than people")
    made = on_due_places(programme)
    path = tmp_path / "chart.xlsx"
    path.write_bytes(workbook(made, seen(programme, view), "zh").data)
    for sitting in made.sittings:
        found = best_pair(pairs_of(programme, path, sitting, "", None), path, "")
        assert dict(found.chart.places) == dict(made.sittings[sitting].plan.placing.places)
