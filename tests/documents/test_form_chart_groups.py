"""Many tables, many vehicles, many people: parts that can be read, and lists."""

from __future__ import annotations

from typing import Any

import form_books
import pdfcheck
import pytest

from seating.documents import form_chart, motorcade, table_list
from seating.documents.charts.parts import groups_of, tilings
from seating.documents.registry import wanted_documents
from seating.facts.book import Book, Printed, PrintJob

CARS = [{"type": "sedan-5"}, {"type": "mpv-7"}, {"type": "van-9"}, {"type": "minibus", "order": 1}]


def chart(book: Book, **job: Any) -> Printed:
    (printed,) = form_chart.make(book, PrintJob(**job))
    return printed


def test_a_banquet_of_seven_tables_fits_a_page() -> None:
    book = form_books.book_of("banquet", 62)
    printed = chart(book)
    assert printed.pages == 2
    text = pdfcheck.texts(printed.data)[0]
    assert "1桌" in text
    assert "（主桌）" in text
    assert pdfcheck.check_pdf(printed.data) == []


def test_a_great_banquet_is_cut_into_parts() -> None:
    book = form_books.book_of("banquet", 420)
    printed = chart(book)
    assert any("分图" in finding for finding in printed.findings)
    assert pdfcheck.check_pdf(printed.data) == []
    texts = ["".join(x.char for x in letters) for letters in pdfcheck.pages(printed.data)]
    names = [p.name for p in book.people.values()]
    for sentence in ("站在门口向里看", "面向门口就座者看"):
        parts = [t for t in texts if "分图" in t[:60] and sentence in t]
        assert len(parts) > 1
        for name in names:
            longer = sum(t.count(n) for t in parts for n in names if name in n and n != name)
            assert sum(t.count(name) for t in parts) - longer == 1, name


def test_tilings_lose_no_table() -> None:
    layout = form_books.layout_of(
        "banquet", form_books.Need(count=230, parties={"host": 30, "guest": 200})
    )
    groups = groups_of(layout)
    for parts in tilings(groups):
        found = [g.fixture.label.zh for part in parts for g in part]
        assert sorted(found) == sorted(g.fixture.label.zh for g in groups)
        assert all(parts)


@pytest.mark.parametrize("count", [40, 130, 240])
def test_photos_show_everybody_in_rows(count: int) -> None:
    book = form_books.book_of("photo", count, longest=30)
    printed = chart(book)
    assert pdfcheck.check_pdf(printed.data) == []
    pages = pdfcheck.pages(printed.data)
    front = sorted(
        (p for p in book.sittings["photo"].layout.places if p.row == 1), key=lambda p: p.x
    )
    occupant = book.sittings["photo"].plan.placing.occupant
    names = [book.people[occupant[p.id]].name for p in front]
    assert len(pages) == 2
    every = "".join(p.name for p in book.people.values())
    for page, order in zip(pages, (names, names[::-1]), strict=True):
        alone = [name for name in order if len(name) == 3 and every.count(name) == 1]
        lefts = [pdfcheck.places(page, name)[0].left for name in alone]
        assert len(lefts) > 4
        assert lefts == sorted(lefts)


def test_vehicles_side_by_side() -> None:
    book = form_books.book_of("vehicle", 22, cars=CARS)
    printed = chart(book)
    text = "".join(pdfcheck.texts(printed.data))
    assert pdfcheck.check_pdf(printed.data) == []
    for words in ("1号车", "2号车", "3号车", "4号车", "车头", "司机"):
        assert words in text
    for person in book.people.values():
        assert person.name in text


def test_motorcade_list() -> None:
    book = form_books.book_of("vehicle", 22, cars=CARS, free=2)
    assert "motorcade" in wanted_documents(book)
    for language in ("zh", "en"):
        (printed,) = motorcade.make(book, PrintJob(language=language))  # type: ignore[arg-type]
        assert pdfcheck.check_pdf(printed.data) == []
    (printed,) = motorcade.make(book, PrintJob())
    text = "".join("".join(x.char for x in page) for page in pdfcheck.pages(printed.data))
    for person in book.people.values():
        assert person.name in text
    cars = [text.index(f"{i}号车") for i in (1, 2, 3, 4)]
    assert cars == sorted(cars)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_table_list(language: Any) -> None:
    book = form_books.book_of("banquet", 64, free=3)
    assert "table_list" in wanted_documents(book)
    (printed,) = table_list.make(book, PrintJob(language=language))
    assert pdfcheck.check_pdf(printed.data) == []
    text = "".join("".join(x.char for x in page) for page in pdfcheck.pages(printed.data))
    for person in book.people.values():
        name = person.name if language == "zh" else person.name_en
        assert name.replace(" ", "") in text


def test_a_single_table_needs_no_list() -> None:
    book = form_books.book_of("round_table", 10)
    assert "table_list" not in wanted_documents(book)
    assert "motorcade" not in wanted_documents(book)
    assert "form_chart" in wanted_documents(book)


def test_files_asked_for_only() -> None:
    book = form_books.book_of("banquet", 64)
    assert list(form_chart.make(book, PrintJob(only=frozenset({"another.pdf"})))) == []
    assert list(table_list.make(book, PrintJob(only=frozenset({"another.pdf"})))) == []
