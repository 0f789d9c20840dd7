"""Seat finder and posters: everybody once with his seat, in order, nothing overlapping."""

from __future__ import annotations

import dataclasses
import re
from functools import partial
from typing import Any

import books
import form_books
import pdfcheck
import pytest

from seating.documents import finder, poster
from seating.documents.indexes.units import areas, spans
from seating.documents.registry import make_documents
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.event import PrecedenceSpec
from seating.planner.books import name_index
from seating.precedence.order import arrange


def indexed(book: Book, **tables: Any) -> Book:
    """Give a book what only the planner can: the order of names by strokes and by pinyin."""
    event = dataclasses.replace(book.event, tables={"documents": tables})
    strokes = arrange(event.people, event.units, PrecedenceSpec(by=("strokes",)))
    return dataclasses.replace(
        book, event=event, name_order=strokes.ids, index=partial(name_index, event)
    )


@pytest.fixture(scope="module")
def book() -> Book:
    return indexed(books.book())


def squeezed(data: bytes) -> str:
    return re.sub(r"\s+", "", "".join(pdfcheck.texts(data)))


def find(book: Book, **job: Any) -> Printed:
    (printed,) = finder.make(book, PrintJob(**job))
    return printed


@pytest.mark.parametrize("by", ["strokes", "pinyin", "unit"])
def test_everybody_once_with_his_seat(book: Book, by: str) -> None:
    one = indexed(book, finder={"by": [by]})
    printed = find(one)
    text = squeezed(printed.data)
    assert pdfcheck.check_pdf(printed.data) == []
    for sitting in one.sittings.values():
        for who, place in sitting.plan.placing.places.items():
            person = one.people[who]
            label = sitting.layout.by_id[place].label.zh
            line = rf"{re.escape(person.name)}(（[^）]*）)*{label}"
            assert len(re.findall(line, text)) == 1, line
            assert bool(person.substitutes) == (f"{person.name}（代田野）{label}" in text)


def test_order_by_strokes_and_by_pinyin(book: Book) -> None:
    text = squeezed(find(indexed(book, finder={"by": ["strokes"]})).data)
    heads = re.findall(r"([一二三四五六七八九十]+画)\d+人", text)
    assert heads == sorted(heads, key=_strokes)
    assert {"三画", "四画", "七画"} <= set(heads)  # 马，王，李
    text = squeezed(find(indexed(book, finder={"by": ["pinyin"]})).data)
    letters = re.findall(r"([A-Z])\d+人", text)
    assert letters == sorted(letters)
    assert {"W", "Z", "O"} <= set(letters)


def _strokes(words: str) -> int:
    digits = "零一二三四五六七八九"
    tens, _, ones = words.removesuffix("画").rpartition("十")
    if "十" not in words:
        return digits.index(ones)
    return 10 * (digits.index(tens) if tens else 1) + (digits.index(ones) if ones else 0)


def test_english_finder_is_one_alphabet(book: Book) -> None:
    printed = find(book, language="en")
    assert pdfcheck.check_pdf(printed.data) == []
    assert sum("Seat finder by name" in text for text in pdfcheck.texts(printed.data)) == len(
        pdfcheck.texts(printed.data)
    )


@pytest.mark.parametrize("job", [{"paper": "A3"}, {"paper": "A5"}, {"mono": True}])
def test_paper_and_mono(book: Book, job: dict[str, Any]) -> None:
    assert pdfcheck.check_pdf(find(book, **job).data) == []


def test_finder_is_wanted_where_many_sit() -> None:
    assert finder.wanted(books.book())
    few = books.book(count=20, hall={"blocks": (8,)})
    assert not finder.wanted(few)
    assert finder.wanted(indexed(few, finder={}))


def test_namesakes_are_told_apart(book: Book) -> None:
    one, two = [p for p in book.people.values() if p.name == "欧阳建国"]
    text = squeezed(find(indexed(book, finder={"by": ["strokes"]})).data)
    for person in (one, two):
        unit = book.units[person.unit]
        assert f"欧阳建国（{unit.short or unit.name}）" in text


def test_spans_of_seats_are_joined(book: Book) -> None:
    layout = book.sittings["hall"].layout
    some = [layout.by_id[i] for i in ("2-1", "2-2", "2-3", "2-6", "2-7", "3-10")]
    # Between 6 and 7 runs an aisle.
    assert spans(layout, some, "zh") == ("2排1—3、6、7座", "3排10座")
    assert spans(layout, some, "en") == ("row 2: 1-3, 6, 7", "row 3: 10")
    total = sum(area.count for area in areas(book, book.sittings["hall"], "zh"))
    assert total == len(book.sittings["hall"].plan.placing.places)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("paper", ["", "A2", "A0", "1000x700"])
def test_poster_is_large_and_clean(book: Book, language: str, paper: str) -> None:
    table = {"content": ["chart", "units", "names"], "here": "rear-left"}
    one = indexed(book, poster=table)
    (printed,) = make_documents(one, PrintJob(language=language, paper=paper), ["poster"])
    assert printed.findings == ()
    assert pdfcheck.check_pdf(printed.data, margin=13.0) == []
    sizes = {"": (594, 841), "A2": (420, 594), "A0": (841, 1189), "1000x700": (700, 1000)}
    for size in pdfcheck.sizes(printed.data):
        assert sorted(size) == pytest.approx(sizes[paper], abs=0.3)
    here = "您在此" if language == "zh" else "Youarehere"
    assert squeezed(printed.data).count(here) == 1
    names = [book.people[i].name for i in book.sittings["hall"].plan.placing.places]
    if language == "zh":
        chart, *_, index = pdfcheck.pages(printed.data)
        for letters in (chart, index):
            whole = "".join(a.char for a in letters)
            assert all(name in whole for name in names)
        tall = [a.bottom - a.top for a in chart if a.char in "王李张"]
        assert min(tall) > (3.0 if paper == "A2" else 4.0)  # mm


def test_a_poster_is_printed_only_on_request(book: Book) -> None:
    assert not poster.wanted(book)
    assert poster.wanted(indexed(book, poster={}))


def test_poster_of_a_banquet_and_a_door_that_is_not_there() -> None:
    banquet = form_books.book_of(
        "banquet", 36, tables={"documents": {"poster": {"here": "front-left"}}}
    )
    (printed,) = poster.make(banquet, PrintJob())
    assert any("here" in finding for finding in printed.findings)
    assert pdfcheck.check_pdf(printed.data) == []
    assert "1桌（" in squeezed(printed.data)
    plain = form_books.book_of("banquet", 36, tables={"documents": {"poster": {}}})
    (printed,) = poster.make(plain, PrintJob())
    assert squeezed(printed.data).count("您在此") == 1  # there is one door only


def test_the_event_s_paper_is_not_the_poster_s(book: Book) -> None:
    event = dataclasses.replace(
        book.event, paper="A4", tables={"documents": {"poster": {"content": ["units"]}}}
    )
    (printed,) = make_documents(dataclasses.replace(book, event=event), PrintJob(), ["poster"])
    assert sorted(pdfcheck.sizes(printed.data)[0]) == pytest.approx((594, 841), abs=0.3)


def test_same_bytes(book: Book) -> None:
    other = indexed(books.book(shuffle=5), poster={})
    one = indexed(books.book(), poster={})
    assert find(other).data == find(one).data
    assert [p.data for p in poster.make(other, PrintJob())] == [
        p.data for p in poster.make(one, PrintJob())
    ]
