"""Place cards read back from the PDF: size, fold, both sides, order of the cut stack, names."""

from __future__ import annotations

import dataclasses
from collections import Counter

import pypdfium2 as pdfium
import pytest
from decks import NAMES, asked, bare, deck, people, printed, runs, signs
from pdfcheck import check_pdf, crossed, edges, sizes, texts

from seating.documents import place_cards
from seating.documents.registry import make_documents
from seating.facts.book import Book, PrintJob
from seating.facts.plan import Placing
from seating.forms.registry import form_names

STOCKS = {
    "190x178": (190, 178), "195x175": (195, 175), "200x120": (200, 120), "A4": (297, 210),
    "A5": (210, 148), "123.5x96": (123.5, 96),
}  # fmt: skip


def book(**keys: object) -> Book:
    return deck(people(NAMES), rows=(8, 8), tables={"place_cards": keys})


def in_order(one: Book) -> list[str]:
    """Return the names by the seats' own labels: row by row, from the audience's left."""
    sitting = one.sittings["one"]
    at = sitting.plan.placing.occupant
    seats = sorted((p for p in sitting.layout.places if p.id in at), key=lambda p: (p.row, p.x))
    return [one.people[at[p.id]].name for p in seats]


@pytest.mark.parametrize("stock", STOCKS)
def test_card_and_fold_measure_what_they_should(stock: str) -> None:
    file = printed(book(stock=stock), "place_cards")
    width, height = STOCKS[stock]
    for size in sizes(file.data):
        assert size == pytest.approx((width, height), abs=0.2)
    for page in pdfium.PdfDocument(file.data):
        ticks = [e for e in edges(page) if e[1] == e[3]]
        assert {round(e[1], 1) for e in ticks} == {round(height / 2, 1)}
        assert min(e[0] for e in ticks) < 0.2
        assert max(e[2] for e in ticks) > width - 0.2
        assert all(e[1] == pytest.approx(height / 2, abs=0.2) for e in ticks)


def test_feet_are_folded_under() -> None:
    file = printed(book(stock="120x200", feet=40), "place_cards")
    page = pdfium.PdfDocument(file.data)[0]
    assert sorted({round(e[1], 1) for e in edges(page)}) == [40.0, 100.0, 160.0]
    assert all(s.top > 40 and s.bottom < 160 for page in signs(file.data) for s in page)


def test_flat_cards_have_one_face_and_no_fold() -> None:
    file = printed(book(stock="200x100", fold=False), "place_cards")
    assert {s.turn for page in signs(file.data) for s in page} == {0}
    assert all(not edges(page) for page in pdfium.PdfDocument(file.data))


@pytest.mark.parametrize("stock", ["190x178", "A4"])
def test_upper_half_is_the_lower_one_turned(stock: str) -> None:
    width, height = STOCKS[stock]
    for page in signs(printed(book(stock=stock, units=True, titles=True), "place_cards").data):
        front = [s for s in page if s.turn == 0]
        back = [s for s in page if s.turn == 180]
        assert len(front) == len(back) == len(page) / 2
        assert all(s.top > height / 2 for s in front)
        assert all(s.bottom < height / 2 for s in back)
        for a, b in zip(front, back, strict=True):
            assert (a.char, a.size) == (b.char, b.size)
            assert (a.cx + b.cx, a.cy + b.cy) == pytest.approx((width, height), abs=0.2)


def test_every_name_stands_exactly_twice_on_its_own_card_and_nowhere_else() -> None:
    one = book()
    file = printed(one, "place_cards")
    assert file.pages == len(NAMES)
    for page, name in zip(signs(file.data), in_order(one), strict=True):
        assert runs(page, 0) == runs(page, 180) == bare(name)
    assert file.findings == ()
    assert "〓" not in "".join(texts(file.data))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"stock": "200x120", "units": True, "titles": True, "back": "other"},
        {"stock": "190x178", "sheet": "A3", "gutter": 4, "titles": True},
        {"stock": "A5", "sheet": "A4", "font": "楷体"},
    ],
)
def test_nothing_is_clipped_crossed_or_boxed(language: str, keys: dict[str, object]) -> None:
    for mono in (False, True):
        file = printed(book(**keys), "place_cards", language=language, mono=mono)
        assert check_pdf(file.data, margin=3.0) == []
        assert crossed(file.data) == []


def test_a_character_that_no_font_has_is_told_with_the_name() -> None:
    one = deck(people(("王\U0003fff0小", "张三丰")), tables={"place_cards": {}})
    (finding,) = printed(one, "place_cards").findings
    assert "U+3FFF0" in finding
    assert "王\U0003fff0小" in finding
    assert "张三丰" not in finding


def test_no_text_leaves_its_card() -> None:
    one = book(stock="190x100", sheet="A3", gutter=6, units=True)
    grid = place_cards.Keys(stock="190x100", sheet="A3", gutter=6).grid()
    assert grid.per_sheet == 4
    for page in signs(printed(one, "place_cards").data):
        for sign in page:
            inside = [
                box
                for box in map(grid.box, range(grid.per_sheet))
                if box.x + 3 < sign.left
                and sign.right < box.right - 3
                and box.y + 3 < sign.top
                and sign.bottom < box.bottom - 3
            ]
            assert len(inside) == 1 or sign.top > grid.block.bottom


def test_the_cut_stack_is_in_the_order_of_seats() -> None:
    one = book(stock="190x100", sheet="A3")
    grid = place_cards.Keys(stock="190x100", sheet="A3").grid()
    piles: list[list[str]] = [[] for _ in range(grid.per_sheet)]
    for page in signs(printed(one, "place_cards").data):
        for pile, box in zip(piles, map(grid.box, range(grid.per_sheet)), strict=True):
            front = [s for s in page if s.turn == 0 and box.x < s.cx < box.right]
            name = "".join(s.char for s in front if box.y < s.cy < box.bottom)
            if name:
                pile.append(name)
    assert [name for pile in piles for name in pile] == [bare(n) for n in in_order(one)]


def test_names_of_one_kind_have_one_size() -> None:
    found: dict[str, set[float]] = {}
    one = book(stock="190x178")
    for page, name in zip(signs(printed(one, "place_cards").data), in_order(one), strict=True):
        front = [s for s in page if s.turn == 0]
        middles = [s.cy for s in front]
        kind = "characters" if max(middles) - min(middles) < 25 else "two lines"
        if name[0] in "JА":
            kind = "letters"
        found.setdefault(kind, set()).update(s.size for s in front)
    assert {kind: len(every) for kind, every in found.items()} == {
        "letters": 1, "characters": 1, "two lines": 1,
    }  # fmt: skip
    assert min(found["characters"]) > max(found["two lines"])


def test_a_newcomer_does_not_change_the_size_of_the_others() -> None:
    few, more = (
        deck(people(names), tables={"place_cards": {}}) for names in (NAMES[:5], NAMES[:8])
    )
    one, two = (printed(b, "place_cards") for b in (few, more))
    assert set(one.prints) < set(two.prints)


def test_two_characters_stand_as_wide_as_three() -> None:
    one = deck(people(("丁一", "王小明")), tables={"place_cards": {}})
    wide = {
        runs(page, 0): max(s.right for s in page if s.turn == 0)
        - min(s.left for s in page if s.turn == 0)
        for page in signs(printed(one, "place_cards").data)
    }
    assert wide["丁一"] == pytest.approx(wide["王小明"], rel=0.06)


def test_single_cards_are_printed_again_where_they_were() -> None:
    keys = {"stock": "190x100", "sheet": "A3"}
    whole = signs(printed(book(**keys), "place_cards").data)
    again = printed(book(**keys, only=["丁一", "id:p001"]), "place_cards")
    assert again.pages <= 2
    for page in signs(again.data):
        cards = [s for s in page if s.turn in (0, 180) and s.bottom < 410]
        assert any(all(card in old for card in cards) for old in whole)
    found = Counter(s.char for page in signs(again.data) for s in page if s.size > 50)
    assert found == Counter({"丁": 2, "一": 2, "李": 2, "䶮": 2})


def test_after_a_change_only_the_cards_that_differ_are_printed() -> None:
    one = book(stock="190x100", sheet="A3")
    before = printed(one, "place_cards")
    assert len(before.prints) == len(NAMES)
    known = {before.name: frozenset(before.prints)}
    (nothing,) = make_documents(one, PrintJob(known=known), ["place_cards"])
    assert nothing.data == b""
    # Two people change seats: nobody needs a new card.  A third is replaced: one does.
    places = dict(one.sittings["one"].plan.placing.places)
    places["p000"], places["p001"] = places["p001"], places["p000"]
    sitting = one.sittings["one"]
    plan = dataclasses.replace(sitting.plan, placing=Placing(sitting="one", places=places))
    folk = dict(one.people) | {"p012": dataclasses.replace(one.people["p012"], name="何新来")}
    moved = dataclasses.replace(
        one, people=folk, sittings={"one": dataclasses.replace(sitting, plan=plan)}
    )
    (file,) = make_documents(moved, PrintJob(known=known), ["place_cards"])
    assert file.pages == 1
    assert Counter(s.char for s in signs(file.data)[0] if s.size > 50) == Counter("何新来" * 2)


def test_backs() -> None:
    one = deck(people(("王小明", "张三丰")), tables={"place_cards": {"back": "other"}})
    page = signs(printed(one, "place_cards").data)[0]
    assert (runs(page, 0), runs(page, 180)) == ("王小明", "PersonNumber0")
    page = signs(printed(one, "place_cards", language="en").data)[0]
    assert (runs(page, 0), runs(page, 180)) == ("PersonNumber0", "王小明")
    guests = asked(one, place_cards={"back": "guests"})
    backs = {runs(p, 0): runs(p, 180) for p in signs(printed(guests, "place_cards").data)}
    assert backs == {"王小明": "PersonNumber0", "张三丰": "张三丰"}
    blank = asked(one, place_cards={"back": "blank"})
    assert {s.turn for p in signs(printed(blank, "place_cards").data) for s in p} == {0}


def test_unit_and_post_stand_above_in_chinese_and_below_in_english() -> None:
    one = book(units=True, titles=True)
    for language in ("zh", "en"):
        for page in signs(printed(one, "place_cards", language=language).data):
            front = [s for s in page if s.turn == 0]
            small = [s for s in front if s.size < 50]
            large = [s for s in front if s.size >= 50]
            assert small
            assert large
            if language == "zh":
                assert max(s.bottom for s in small) < min(s.top for s in large)
            else:
                assert min(s.top for s in small) > max(s.bottom for s in large)


def test_which_sittings() -> None:
    few, many = people(NAMES[:8]), people([f"人{i:02d}" for i in range(61)])
    assert place_cards.wanted(deck(few))
    assert place_cards.wanted(deck(few, "talks"))
    assert not place_cards.wanted(deck(few, "hall"))
    assert not place_cards.wanted(deck(many, "banquet"))
    assert place_cards.wanted(deck(many, "banquet", tables={"place_cards": {}}))
    assert place_cards.wanted(deck(few, "hall", tables={"place-cards": {"sittings": ["one"]}}))


def test_every_form_is_known_to_have_tables_or_not() -> None:
    bare_forms = {
        "award", "delegations", "flags", "hall", "photo", "podium", "ribbon", "signing", "vehicle",
    }  # fmt: skip
    assert set(place_cards.FORMS) | bare_forms == set(form_names())


def test_tables_are_laid_out_one_after_the_other() -> None:
    one = deck(people([f"客{i:02d}" for i in range(24)]), "banquet", {"place_cards": {}}, seats=8)
    sitting = one.sittings["one"]
    seats = [
        sitting.layout.by_id[sitting.plan.placing.places[pid]]
        for page in signs(printed(one, "place_cards").data)
        for pid, person in one.people.items()
        if person.name == runs(page, 0)
    ]
    assert [(int(p.block), p.number) for p in seats] == sorted(
        (int(p.block), p.number) for p in seats
    )


def test_the_same_bytes_whatever_the_order_of_the_input() -> None:
    one = book(units=True)
    folk = dict(reversed(one.people.items()))
    places = dict(reversed(one.sittings["one"].plan.placing.places.items()))
    sitting = one.sittings["one"]
    plan = dataclasses.replace(sitting.plan, placing=Placing(sitting="one", places=places))
    other = dataclasses.replace(
        one, people=folk, sittings={"one": dataclasses.replace(sitting, plan=plan)}
    )
    assert printed(one, "place_cards").data == printed(other, "place_cards").data
