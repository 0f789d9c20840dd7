"""Charts of rostrum and hall: everybody there once, on the right side, nothing overlapping."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import books
import pdfcheck
import pytest

from seating.documents import hall_chart, rostrum_chart
from seating.documents.halls.plan import hall_plan
from seating.facts.book import Book, PrintJob

BIG: Mapping[str, Any] = {
    "rows": 50,
    "blocks": (15, 30, 15),
    "cross_aisles": (20, 35),
    "doors": ("left", "right", "rear"),
    "radius": 40000,
}


@pytest.fixture(scope="module")
def book() -> Book:
    return books.book()


def rostrum(book: Book, **job: Any) -> bytes:
    (printed,) = rostrum_chart.make(book, PrintJob(**job))
    return printed.data


def hall(book: Book, **job: Any) -> bytes:
    (printed,) = hall_chart.make(book, PrintJob(**job))
    return printed.data


def names_in(book: Book, sitting: str) -> list[str]:
    return [book.people[i].name for i in book.sittings[sitting].plan.placing.places]


def once(letters: list[pdfcheck.Letter], name: str) -> pdfcheck.Letter:
    found = pdfcheck.places(letters, name)
    assert len(found) == 1, name
    return found[0]


def test_rostrum_has_two_views_with_their_viewpoint(book: Book) -> None:
    texts = pdfcheck.texts(rostrum(book))
    assert len(texts) == 2
    assert texts[0].count("图示视角：面向主席台（台下视角）") == 2
    assert texts[1].count("图示视角：台上视角（就座者视角）") == 2
    assert "全市高质量发展大会" in texts[0]
    assert "2026年12月8日" in texts[0]
    assert "第2版" in texts[0]
    assert "台下（观众席）" in texts[0]


def test_rostrum_left_and_right(book: Book) -> None:
    """9 7 5 3 1 2 4 6 8 from the audience, the reverse from the rostrum."""
    audience, seated = pdfcheck.pages(rostrum(book))
    ranks = [name for name, _, _ in books.LEADERS]
    wanted = [ranks[i - 1] for i in (9, 7, 5, 3, 1, 2, 4, 6, 8)]
    for letters, order in ((audience, wanted), (seated, wanted[::-1])):
        assert sorted(ranks, key=lambda n: once(letters, n).left) == order
    table = once(audience, "台口").top
    assert all(once(audience, n).bottom < table for n in ranks)
    assert all(once(seated, n).top > once(seated, "台口").bottom for n in ranks)
    assert once(audience, "发言席").right < once(audience, wanted[0]).right
    assert once(seated, "发言席").left > once(seated, wanted[0]).left


@pytest.mark.parametrize("rows", [(), (5, 4), (3, 3, 3)])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("paper", ["", "A4", "A5", "A3", "letter"])
def test_rostrum_is_clean(rows: tuple[int, ...], language: str, paper: str) -> None:
    data = rostrum(books.book(rows=rows, count=30), language=language, paper=paper)
    assert pdfcheck.check_pdf(data) == []


def test_rostrum_numbers_can_be_left_out(book: Book) -> None:
    quiet = books.book()
    quiet.event.tables.update({"documents": {"rostrum_chart": {"show": "names"}}})  # type: ignore[attr-defined]
    assert "\r\n9" in pdfcheck.texts(rostrum(book))[0]
    assert "\r\n9" not in pdfcheck.texts(rostrum(quiet))[0]


def test_hall_has_everybody_once_on_each_page(book: Book) -> None:
    pages = pdfcheck.pages(hall(book))
    assert len(pages) == 2
    for letters in pages:
        for name in names_in(book, "hall") + [n for n, _, _ in books.LEADERS]:
            # 王伟 is also part of 王伟明: count whole names only.
            longer = [n for n in names_in(book, "hall") if name in n and name != n]
            found = pdfcheck.places(letters, name)
            twins = (names_in(book, "hall") + names_in(book, "stage")).count(name)
            assert twins <= len(found) <= twins + len(longer)


def test_hall_left_and_right_and_front(book: Book) -> None:
    layout = book.sittings["hall"].layout
    placing = book.sittings["hall"].plan.placing
    row = [book.people[placing.occupant[f"8-{n}"]].name for n in range(1, 23)]
    audience, seated = pdfcheck.pages(hall(book))
    for letters, order in ((audience, row), (seated, row[::-1])):
        assert sorted(row, key=lambda n: pdfcheck.places(letters, n)[0].left) == order
    front = book.people[placing.occupant["2-5"]].name
    rear = book.people[placing.occupant["14-5"]].name
    chief = books.LEADERS[0][0]
    heights = [pdfcheck.places(audience, n)[0].top for n in (chief, front, rear)]
    assert heights == sorted(heights)
    heights = [pdfcheck.places(seated, n)[0].top for n in (chief, front, rear)]
    assert heights == sorted(heights, reverse=True)
    assert layout.by_id["8-1"].x < layout.by_id["8-22"].x


def test_hall_legend(book: Book) -> None:
    text = pdfcheck.texts(hall(book))[0]
    for words in ("党群机关：", "市直部门：", "市委办13人", "备用（不安排）", "不可用", "轮椅席"):
        assert words in text.replace(" ", "")
    assert "就座320人，可用346座，共352座" in text.replace(" ", "")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("mono", [False, True])
@pytest.mark.parametrize("paper", ["", "A4", "A3", "500x400"])
def test_hall_is_clean(book: Book, language: str, mono: bool, paper: str) -> None:
    assert pdfcheck.check_pdf(hall(book, language=language, mono=mono, paper=paper)) == []


def test_readable_paper_is_chosen(book: Book) -> None:
    wide = books.book(count=900, hall={"rows": 30, "blocks": (10, 14, 10)})
    (printed,) = hall_chart.make(wide, PrintJob(paper="A4"))
    assert sorted(pdfcheck.sizes(printed.data)[0]) == pytest.approx([297, 420], abs=0.1)
    assert any("A3" in finding for finding in printed.findings)
    (printed,) = hall_chart.make(books.book(count=40, hall={"blocks": (8,)}), PrintJob())
    assert sorted(pdfcheck.sizes(printed.data)[0]) == pytest.approx([210, 297], abs=0.1)


def test_big_hall_is_cut_into_parts() -> None:
    big = books.book(count=2900, hall=BIG)
    next(iter(rostrum_chart.make(big, PrintJob())))
    (printed,) = hall_chart.make(big, PrintJob())
    pages = pdfcheck.pages(printed.data)
    parts = (len(pages) - 2) // 2
    assert parts > 1
    assert len(pages) == 2 * (parts + 1)
    assert any("分图" in finding for finding in printed.findings)
    tiles = ["".join(a.char for a in letters) for letters in pages[1 : parts + 1]]
    for name in set(names_in(big, "hall")):
        assert sum(name in tile for tile in tiles) >= 1, name
    letters = sum(len(tile) for tile in tiles)
    assert letters < 2900 * 10
    assert pdfcheck.check_pdf(printed.data) == []


def test_every_seat_lies_in_one_part() -> None:
    from seating.documents.halls.tiles import find_tiling
    from seating.documents.lettering import Lettering
    from seating.documents.paper import Box
    from seating.typography.faces import resolve

    big = books.book(count=2900, hall=BIG)
    plan = hall_plan(big, big.sittings["hall"], "zh")
    tiling = find_tiling(plan, Lettering(resolve({}, base=None)), Box(10, 30, 190, 240), 6.5)
    assert tiling.size >= 6.5
    for cell in plan.cells:
        x, y = plan.across.at(cell.x), plan.along.at(cell.y)
        inside = 0
        for number in range(1, tiling.count + 1):
            (x0, y0), (x1, y1) = tiling.part(number)
            inside += x0 <= x < x1 and y0 <= y < y1
        assert inside == 1


def test_classification_on_every_page() -> None:
    secret = books.book(classification="机密★1年", count=50)
    for data in (rostrum(secret), hall(secret)):
        assert all("机密★1年" in text for text in pdfcheck.texts(data))


def test_same_bytes_however_the_book_is_built(book: Book) -> None:
    for seed in (1, 2):
        other = books.book(shuffle=seed)
        assert rostrum(other) == rostrum(book)
        assert hall(other) == hall(book)


def test_english(book: Book) -> None:
    text = pdfcheck.texts(rostrum(book, language="en"))[0]
    assert "Viewpoint: facing the rostrum (from the audience)" in text
    assert "Vice Mayor" in text
    assert "City Conference on High-Quality Development" in text


def test_a_hall_without_rostrum() -> None:
    alone = books.book(count=80)
    sittings = {"hall": alone.sittings["hall"]}
    object.__setattr__(alone, "sittings", sittings)
    assert not rostrum_chart.wanted(alone)
    data = hall(alone)
    assert "主席台" in pdfcheck.texts(data)[0]
    assert pdfcheck.check_pdf(data) == []
