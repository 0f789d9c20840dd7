"""Charts of every form there is: everybody once, left and right, nothing overlapping."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import form_books
import pdfcheck
import pytest

from seating.documents import form_chart
from seating.documents.charts.words import viewpoint
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.venue import gaze
from seating.forms.registry import form_class, form_names

FORMS = [name for name in form_names() if name not in form_chart.OWN_CHARTS]
SIZES = (2, 8, 21)


def chart(book: Book, **job: Any) -> Printed:
    (printed,) = form_chart.make(book, PrintJob(**job))
    return printed


def whole(letters: list[pdfcheck.Letter], name: str, names: list[str]) -> list[pdfcheck.Letter]:
    """Return where a name stands by itself, not inside a longer name."""
    found = pdfcheck.places(letters, name)
    longer = [box for n in names if name in n and n != name for box in pdfcheck.places(letters, n)]
    return [
        box
        for box in found
        if not any(
            b.left - 0.1 <= box.left and box.right <= b.right + 0.1
            and b.top - 0.1 <= box.top and box.bottom <= b.bottom + 0.1
            for b in longer
        )
    ]  # fmt: skip


def centre(box: pdfcheck.Letter) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("form", FORMS)
def test_every_form(form: str, count: int) -> None:
    """Each view: its sentence, every name once, embedded fonts, clean margins, no overlaps."""
    book = form_books.book_of(form, count)
    printed = chart(book)
    layout = book.sittings[form].layout
    names = [p.name for p in book.people.values()]
    pages, texts = pdfcheck.pages(printed.data), pdfcheck.texts(printed.data)
    assert pdfcheck.check_pdf(printed.data) == []
    assert printed.findings == ()
    assert len(pages) >= len(layout.views)
    for number, view in enumerate(layout.views):
        assert texts[number].count(viewpoint(layout, view).zh) == 2
        assert "友好城市代表团来访" in texts[number]
        assert "2026年12月8日" in texts[number]
        assert "第3版" in texts[number]
        for name in names:
            assert len(whole(pages[number], name, names)) == 1, name


@pytest.mark.parametrize("form", FORMS)
def test_left_and_right(form: str) -> None:
    """Names of a line stand from left to right as the form reads them in that view."""
    book = form_books.book_of(form, 9)
    sitting = book.sittings[form]
    layout = sitting.layout
    names = [p.name for p in book.people.values()]
    pages = pdfcheck.pages(chart(book).data)
    made = form_class(form)()
    occupant = {place: book.people[who].name for who, place in sitting.plan.placing.places.items()}
    for number, view in enumerate(layout.views):
        sign = -1 if view == "seated" else 1
        at = {
            place: centre(whole(pages[number], name, names)[0]) for place, name in occupant.items()
        }
        checked = 0
        for line in made.lines(layout, view):
            here = [layout.by_id[i] for i in line if i in at]
            for a, b in pairwise(here):
                if abs(a.y - b.y) < 150 and abs(a.facing - b.facing) < 1:
                    assert (at[a.id][0] - at[b.id][0]) * (a.x - b.x) * sign > 0, (a.id, b.id)
                    checked += 1
        for a in layout.places:
            for b in layout.places:
                if a.id in at and b.id in at and b.x - a.x > 1200:
                    assert (at[b.id][0] - at[a.id][0]) * sign > 0, (a.id, b.id)
                    checked += 1
        assert checked, "nothing was compared"


@pytest.mark.parametrize("form", FORMS)
def test_cards_lie_behind_their_seats(form: str) -> None:
    """In the drawing as it is, what a person looks at is on the far side of his card."""
    book = form_books.book_of(form, 12)
    sitting = book.sittings[form]
    layout = sitting.layout
    tables = [f for f in layout.fixtures if f.kind in ("table", "round-table")]
    if len(tables) != 1:
        pytest.skip("no table of its own")
    names = [p.name for p in book.people.values()]
    page = pdfcheck.pages(chart(book).data)[0]
    label = tables[0].label.zh
    if not label:
        pytest.skip("the table has no label to measure from")
    middle = centre(pdfcheck.places(page, label)[-1])
    for who, place_id in sitting.plan.placing.places.items():
        place = layout.by_id[place_id]
        x, y = centre(whole(page, book.people[who].name, names)[0])
        gx, gy = gaze(place.facing)
        ahead = (middle[0] - x) * gx - (middle[1] - y) * gy
        assert ahead > 0, place_id


@pytest.mark.parametrize("form", FORMS)
def test_same_bytes(form: str) -> None:
    """However the book is put together, the file is the same."""
    one = chart(form_books.book_of(form, 8))
    two = chart(form_books.book_of(form, 8, shuffle=3))
    assert one.data == two.data


@pytest.mark.parametrize("mono", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_english(form: str, mono: bool) -> None:
    book = form_books.book_of(form, 8, free=1)
    printed = chart(book, language="en", mono=mono)
    assert pdfcheck.check_pdf(printed.data) == []
    assert "Viewpoint: " in pdfcheck.texts(printed.data)[0]


@pytest.mark.parametrize("paper", ["A4", "A3", "A5", "500x300"])
@pytest.mark.parametrize("form", ["talks", "banquet", "photo", "vehicle", "reception"])
def test_any_paper(form: str, paper: str) -> None:
    printed = chart(form_books.book_of(form, 18, free=2), paper=paper)
    assert pdfcheck.check_pdf(printed.data) == []
    for width, height in pdfcheck.sizes(printed.data):
        sides = {"A4": (210, 297), "A3": (297, 420), "A5": (148, 210), "500x300": (300, 500)}
        assert sorted((width, height)) == pytest.approx(sides[paper], abs=0.2)


def test_sides_and_roles_are_told_apart() -> None:
    book = form_books.book_of("talks", 10)
    text = pdfcheck.texts(chart(book).data)[0].replace(" ", "")
    for words in ("主方（H）", "客方（G）", "翻译", "主1", "客1", "比例1:", "门", "会议桌"):
        assert words in text
    letters = pdfcheck.pages(chart(book).data)[0]
    assert len(pdfcheck.places(letters, "译")) == 4  # two chairs, the legend's 译 and 翻译
    plain = chart(
        form_books.book_of("talks", 10, tables={"documents": {"form_chart": {"show": "names"}}})
    )
    assert "主1" not in pdfcheck.texts(plain.data)[0]


def test_views_on_request() -> None:
    for table, views in (("door", 1), (["seated"], 1), (["door", "seated"], 2), ("none", 2)):
        settings = {"documents": {"form_chart": {"views": table}}}
        book = form_books.book_of("talks", 6, tables=settings)
        assert chart(book).pages == views
    seated = form_books.book_of(
        "talks", 6, tables={"documents": {"form_chart": {"views": ["seated"]}}}
    )
    assert "面向门口就座者看" in pdfcheck.texts(chart(seated).data)[0]


def test_empty_places_are_shown() -> None:
    text = pdfcheck.texts(chart(form_books.book_of("oval", 14, free=1)).data)[0]
    assert "空位1个" in text.replace(" ", "")


def test_seated_view_is_turned() -> None:
    """Turned by 180°: the sum of the two positions of a name is the same for everybody."""
    book = form_books.book_of("u_table", 11)
    names = [p.name for p in book.people.values()]
    one, two = pages = pdfcheck.pages(chart(book).data)
    sums = []
    for name in names:
        a, b = centre(whole(one, name, names)[0]), centre(whole(two, name, names)[0])
        sums.append(a[0] + b[0])
    assert max(sums) - min(sums) < 1.5
    below, above = (max(pdfcheck.places(p, "门"), key=lambda b: b.bottom - b.top) for p in pages)
    assert all(below.top > centre(whole(one, name, names)[0])[1] for name in names)
    assert all(above.bottom < centre(whole(two, name, names)[0])[1] for name in names)
