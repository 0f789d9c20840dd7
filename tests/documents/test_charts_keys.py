"""What events may say of charts: paper, how it lies, colours, names or numbers, viewpoints."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from pathlib import Path
from typing import Any

import books
import form_books
import pdfcheck
import pytest

from seating import planner
from seating.documents import form_chart, hall_chart, rostrum_chart
from seating.documents.charts.podium import raised
from seating.documents.charts.shorten import Shortening, shortened
from seating.documents.registry import make_documents
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.fault import BadInputError
from seating.forms.registry import form_names

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "rostrum-8"


@pytest.fixture(scope="module")
def book() -> Book:
    return books.book()


def told(book: Book, **tables: Any) -> Book:
    event = dataclasses.replace(book.event, tables={"documents": tables})
    return dataclasses.replace(book, event=event)


def hall(book: Book, job: PrintJob | None = None, **keys: Any) -> Printed:
    (printed,) = hall_chart.make(told(book, hall_chart=keys), job or PrintJob())
    return printed


def words(printed: Printed, page: int = 0) -> str:
    return pdfcheck.texts(printed.data)[page].replace(" ", "")


@pytest.mark.parametrize(
    ("color", "show", "mono"),
    [
        ("unit", "both", True),
        ("unit", "names", False),
        ("category", "both", False),
        ("category", "numbers", True),
        ("group", "names", False),
        ("none", "both", False),
        ("none", "numbers", False),
    ],
)
def test_hall_colours_and_contents(book: Book, color: str, show: str, mono: bool) -> None:
    printed = hall(book, PrintJob(mono=mono), color=color, show=show, views=["audience"])
    assert printed.pages == 1
    assert pdfcheck.check_pdf(printed.data) == []
    (letters,) = pdfcheck.pages(printed.data)
    names = [book.people[i].name for i in book.sittings["hall"].plan.placing.places]
    page = "".join(a.char for a in letters)
    assert all((name in page) == (show != "numbers") for name in set(names))
    assert ("市委办13人" in words(printed)) == (color == "unit")
    assert ("党群机关117人" in words(printed)) == (color == "category")


def test_hall_groups_are_colours(book: Book) -> None:
    people = {
        i: dataclasses.replace(p, group=f"第{1 + n % 3}组")
        for n, (i, p) in enumerate(sorted(book.people.items()))
    }
    printed = hall(dataclasses.replace(book, people=people), color="group")
    text = words(printed)
    assert all(f"第{n}组" in text for n in (1, 2, 3))
    assert "第4组" not in text


def test_a_chart_has_its_own_paper(book: Book) -> None:
    asked = told(book, hall_chart={"paper": "A2", "orientation": "portrait"})
    event = dataclasses.replace(asked.event, paper="A4")
    asked = dataclasses.replace(asked, event=event)
    (own,) = make_documents(asked, PrintJob(), ["hall_chart"])
    assert pdfcheck.sizes(own.data)[0] == pytest.approx((420, 594), abs=0.2)
    (now,) = make_documents(asked, PrintJob(paper="A3"), ["hall_chart"])
    assert pdfcheck.sizes(now.data)[0] == pytest.approx((297, 420), abs=0.2)
    (stage,) = make_documents(asked, PrintJob(), ["rostrum_chart"])
    assert pdfcheck.sizes(stage.data)[0] == pytest.approx((297, 210), abs=0.2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[documents.hall_chart]\npaper = "B9"\n', "B9"),
        ('[documents.hall_chart]\ncolor = "red"\n', "color"),
        ('[documents.rostrum_chart]\nshow = "all"\n', "show"),
        ('[documents.form_chart]\nviews = ["above"]\n', "views"),
        ("[documents.finder]\nby = []\n", "by"),
        ('[documents.poster]\npaper = "A1x"\nhere = "back"\n', "here"),
    ],
)
def test_wrong_keys_are_faults(tmp_path: Path, text: str, said: str) -> None:
    for name in ("event.toml", "roster.csv"):
        (tmp_path / name).write_bytes((SAMPLE / name).read_bytes())
    with (tmp_path / "event.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + text)
    with pytest.raises(BadInputError) as caught:
        planner.prepare(tmp_path)
    (fault,) = caught.value.faults
    assert said in fault.sentence().zh
    assert fault.where.key.startswith("documents.")


def test_rostrum_numbers_only(book: Book) -> None:
    (printed,) = rostrum_chart.make(told(book, rostrum_chart={"show": "numbers"}), PrintJob())
    page = "".join(a.char for a in pdfcheck.pages(printed.data)[0])
    assert not any(name in page for name, _, _ in books.LEADERS)
    order = [a for a in pdfcheck.pages(printed.data)[0] if a.char in "123456789"]
    big = sorted((a for a in order if a.bottom - a.top > 4), key=lambda a: a.left)
    assert "".join(a.char for a in big) == "975312468"
    assert pdfcheck.check_pdf(printed.data) == []


@pytest.mark.parametrize("count", [13, 19])
def test_a_long_rostrum_sets_names_downwards(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "LEADERS", (books.LEADERS * 3)[:count])
    (printed,) = rostrum_chart.make(books.book(count=20, leaders_count=count), PrintJob())
    assert pdfcheck.check_pdf(printed.data) == []
    letters = [a for a in pdfcheck.pages(printed.data)[0] if 40 < a.top < 150]
    tall = [a.bottom - a.top for a in letters if a.char in "高志远林静"]
    assert min(tall) > 3.3  # mm of ink, about 11 pt


def test_talks_lie_on_the_long_side_with_large_names() -> None:
    """The chart of talks once stood upright on a page that was mostly white."""
    made = form_books.book_of("talks", 14)
    (printed,) = form_chart.make(made, PrintJob())
    width, height = pdfcheck.sizes(printed.data)[0]
    assert width > height
    assert "空当缩短" in pdfcheck.texts(printed.data)[0]
    (true,) = form_chart.make(told(made, form_chart={"scale": True}), PrintJob())
    assert "空当缩短" not in pdfcheck.texts(true.data)[0]

    def tallest(data: bytes) -> float:
        names = {c for p in made.people.values() for c in p.name}
        return max(a.bottom - a.top for a in pdfcheck.pages(data)[0][40:] if a.char in names)

    assert tallest(printed.data) >= tallest(true.data)


def test_rows_of_a_photo_stand_apart_for_larger_names() -> None:
    made = form_books.book_of("photo", 100)
    (printed,) = form_chart.make(made, PrintJob())
    assert pdfcheck.check_pdf(printed.data) == []
    assert "排距放大" in pdfcheck.texts(printed.data)[0]


@pytest.mark.parametrize("form", form_names())
@pytest.mark.parametrize("by", [(0.65, 0.65), (0.2, 0.2), (1.0, 0.3), (1.0, 3.0)])
def test_shortening_keeps_left_and_right_front_and_back(form: str, by: tuple[float, float]) -> None:
    layout = form_books.layout_of(form, form_books.need_of(form_books.form_class(form), 12))
    drawn = shortened(layout, Shortening(*by))
    assert [p.id for p in drawn.places] == [p.id for p in layout.places]
    assert len(drawn.fixtures) == len(layout.fixtures)
    for axis in ("x", "y"):
        before = {p.id: getattr(p, axis) for p in layout.places}
        after = {p.id: getattr(p, axis) for p in drawn.places}
        for a, b in pairwise(sorted(before, key=before.__getitem__)):
            assert after[a] <= after[b] + 1e-6
            if by[1] <= 1 and before[b] - before[a] > 50:
                assert after[b] - after[a] > 40
    for a, b in pairwise(sorted(drawn.places, key=lambda p: (p.y, p.x))):
        assert (a.x, a.y) != (b.x, b.y)


def test_winners_stand_as_high_as_they_came() -> None:
    layout = form_books.layout_of("podium", form_books.need_of(form_books.form_class("podium"), 5))
    high = {p.honour: p.y for p in raised(layout, "audience").places}
    assert high[1] > high[2] > high[3] > high[4] == high[5]
    assert raised(layout, "seated") is layout
    made = form_books.book_of("podium", 5)
    (printed,) = form_chart.make(made, PrintJob())
    assert pdfcheck.check_pdf(printed.data) == []
    letters = pdfcheck.pages(printed.data)[0]
    big = [a for a in letters if a.char in "12345" and a.bottom - a.top > 4]
    assert [a.char for a in sorted(big, key=lambda a: a.left)] == ["5", "3", "1", "2", "4"]


def test_foreign_names_take_two_lines_where_that_is_larger() -> None:
    made = form_books.book_of("banquet", 60)
    people = {
        i: dataclasses.replace(p, name="亚历山德拉·费尔南德斯" if n % 3 else p.name)
        for n, (i, p) in enumerate(sorted(made.people.items()))
    }
    (printed,) = form_chart.make(dataclasses.replace(made, people=people), PrintJob())
    assert pdfcheck.check_pdf(printed.data) == []
