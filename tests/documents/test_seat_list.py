"""Lists of who sits where."""

from __future__ import annotations

import dataclasses

import books
import pdfcheck
import pytest

from seating.documents import seat_list
from seating.documents.registry import (
    UnknownDocumentError,
    document,
    document_names,
    make_documents,
    wanted_documents,
)
from seating.facts.book import Book, PrintJob


@pytest.fixture(scope="module")
def book() -> Book:
    plain = books.book()
    return dataclasses.replace(plain, name_order=tuple(sorted(plain.people)))


def text(book: Book, **job: str) -> str:
    (printed,) = seat_list.make(book, PrintJob(**job))  # type: ignore[arg-type]
    return "\n".join(pdfcheck.texts(printed.data)).replace("\r\n", "\n")


def test_everybody_on_both_lists(book: Book) -> None:
    whole = text(book)
    for sitting in ("stage", "hall"):
        for who, place in book.sittings[sitting].plan.placing.places.items():
            label = book.sittings[sitting].layout.by_id[place].label.zh
            assert whole.count(label) >= 2, label
            assert whole.count(book.people[who].name) >= 2


def test_by_name_follows_the_order_of_names(book: Book) -> None:
    whole = text(book)
    first = whole[: whole.index("按单位")]
    seen = [book.people[i].name for i in book.name_order if not book.people[i].absent]
    spots = [first.index(name) for name in seen[:40]]
    assert spots[0] < spots[20] < spots[39]
    assert "按姓名" in first


def test_units_with_totals(book: Book) -> None:
    whole = text(book)
    second = whole[whole.index("（按单位）") :].replace(" ", "").replace("\n", "")
    assert "市委办13人" in second
    assert second.index("市委办13人") < second.index("市发改委13人") < second.index("经开区13人")


def test_a_unit_is_named_again_at_the_head_of_a_column(book: Book) -> None:
    whole = text(book, paper="A5")
    second = whole[whole.index("（按单位）") :].replace(" ", "").replace("\n", "")
    assert "（续）" in second
    assert "（续）" not in whole[: whole.index("（按单位）")]


def test_absent_and_substitutes(book: Book) -> None:
    whole = text(book)
    assert whole.count("（代田野）") == 2
    assert whole.count("缺席人") == 2
    assert whole.index("缺席人") > whole.index("请　假")


def test_namesakes_are_told_apart(book: Book) -> None:
    units: dict[str, str] = {}
    for who in book.sittings["hall"].plan.placing.places:
        units.setdefault(book.people[who].unit, who)
    same = list(units.values())[:2]
    people = {
        i: dataclasses.replace(p, name="甲乙丙", substitutes="") if i in same else p
        for i, p in book.people.items()
    }
    whole = text(dataclasses.replace(book, people=people))
    first = whole[: whole.index("按单位")]
    for who in same:
        assert f"（{book.units[people[who].unit].short}）" in first
    assert first.count("甲乙丙") == 2


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("paper", ["", "A3", "A5"])
def test_clean(book: Book, language: str, paper: str) -> None:
    (printed,) = seat_list.make(book, PrintJob(language=language, paper=paper))  # type: ignore[arg-type]
    assert pdfcheck.check_pdf(printed.data) == []
    assert printed.pages == len(pdfcheck.texts(printed.data))


def test_same_bytes_however_the_book_is_built() -> None:
    (one,) = seat_list.make(books.book(), PrintJob())
    (two,) = seat_list.make(books.book(shuffle=3), PrintJob())
    assert one.data == two.data


def test_registry(book: Book) -> None:
    assert {"rostrum_chart", "hall_chart", "seat_list"} <= set(document_names())
    assert {"rostrum_chart", "hall_chart", "seat_list"} <= set(wanted_documents(book))
    assert document("rostrum-chart") is document("rostrum_chart")
    with pytest.raises(UnknownDocumentError):
        document("nothing")
    names = ["rostrum_chart", "seat_list"]
    files = make_documents(book, PrintJob(), names)
    assert [f.name for f in files] == ["主席台座次图_stage.pdf", "座次名单_hall.pdf"]
    only = PrintJob(only=frozenset({"座次名单_hall.pdf"}))
    assert [f.name for f in make_documents(book, only, names)] == ["座次名单_hall.pdf"]


def test_the_checker_sees_what_is_wrong() -> None:
    from seating.documents.house import Press, paper_of
    from seating.typography.faces import resolve

    press = Press(resolve({}, base=None), title="坏")
    sheet = press.page(paper_of("A5"))
    sheet.text(50, 50, "王小明", "song", 12)
    sheet.text(51, 51, "李大伟", "song", 12)
    sheet.text(1, 100, "边", "song", 12)
    problems = pdfcheck.check_pdf(press.finish("x").data)
    assert any("overlap" in p for p in problems)
    assert any("margin" in p for p in problems)


def test_one_list_on_its_own_paper() -> None:
    book = books.book(count=60, hall={"blocks": (8,)})
    table = {"documents": {"seat_list": {"by": ["unit"], "paper": "A5"}}}
    book = dataclasses.replace(book, event=dataclasses.replace(book.event, tables=table))
    (printed,) = seat_list.make(book, PrintJob())
    text = "".join(pdfcheck.texts(printed.data))
    assert "按单位" in text
    assert "按姓名" not in text
    assert sorted(pdfcheck.sizes(printed.data)[0]) == pytest.approx([148, 210], abs=0.2)
    assert pdfcheck.check_pdf(printed.data) == []


def test_a_short_list_has_posts(book: Book) -> None:
    stage = dataclasses.replace(book, sittings={"stage": book.sittings["stage"]})
    whole = text(stage).replace(" ", "")
    for who in book.sittings["stage"].plan.placing.places:
        assert book.people[who].title.replace("\n", "") in whole
