"""Cards on sheets: room, cuts, the order of the cut stack."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from decks import deck, people, printed
from hypothesis import given
from hypothesis import strategies as st
from pdfcheck import edges

from seating.documents.cards.grid import grid_of
from seating.documents.cards.stock import stock_of
from seating.facts.text import Text

side = st.integers(20, 200).map(float)


@given(side, side, st.sampled_from(["A4", "A3", "420x600"]), st.integers(0, 20), st.integers(1, 99))
def test_cards_lie_apart_on_the_sheet_and_the_stack_is_in_order(
    width: float, height: float, sheet: str, gutter: int, cards: int
) -> None:
    grid = grid_of(width, height, sheet, float(gutter))
    boxes = [grid.box(i) for i in range(grid.per_sheet)]
    for i, box in enumerate(boxes):
        assert box.x > -0.1
        assert box.y > -0.1
        assert box.right < grid.sheet.width + 0.1
        assert box.bottom < grid.sheet.height + 0.1
        for other in boxes[:i]:
            apart = max(box.x - other.right, other.x - box.right, box.y - other.bottom)
            assert apart > gutter - 0.01
    for order in ("stack", "sheet"):
        where = [grid.at(i, cards, order) for i in range(cards)]
        assert len(set(where)) == cards
        assert max(s for s, _ in where) < grid.sheets(cards)
        assert all(0 <= p < grid.per_sheet for _, p in where)
        key = (lambda spot: (spot[1], spot[0])) if order == "stack" else None
        assert sorted(where, key=key) == where


def test_a_sheet_lies_as_it_carries_more() -> None:
    assert grid_of(200, 100, "A3", 0).per_sheet == 4
    assert (grid_of(55, 190, "A4", 0).columns, grid_of(55, 190, "A4", 0).rows) == (5, 1)
    assert grid_of(85.5, 54, "A4", 3).per_sheet == 10
    assert grid_of(210, 148, "A4", 0).per_sheet == 2


def test_ticks_show_every_cut_and_keep_off_the_cards() -> None:
    keys = {"stock": "190x100", "sheet": "A3", "gutter": 6}
    one = deck(people([f"人{i:02d}" for i in range(8)]), tables={"place_cards": keys})
    grid = grid_of(190, 100, "A3", 6)
    block = grid.block
    folds = {round(grid.box(i).y + 50, 1) for i in range(grid.per_sheet)}
    for page in pdfium.PdfDocument(printed(one, "place_cards").data):
        upright = [e for e in edges(page) if abs(e[0] - e[2]) < 0.05]
        level = [e for e in edges(page) if abs(e[1] - e[3]) < 0.05]
        assert all(e[3] < block.y or e[1] > block.bottom for e in upright)
        cuts = [e for e in level if round(e[1], 1) not in folds]
        assert all(e[2] < block.x or e[0] > block.right for e in cuts)
        for i in range(grid.per_sheet):
            box = grid.box(i)
            for x in (box.x, box.right):
                assert any(e[0] == pytest.approx(x, abs=0.1) for e in upright)
            for y in (box.y, box.bottom):
                assert any(e[1] == pytest.approx(y, abs=0.1) for e in cuts)


@pytest.mark.parametrize("marks", [True, False])
def test_ticks_can_be_left_out(marks: bool) -> None:
    keys = {"stock": "190x100", "sheet": "A4", "marks": marks}
    one = deck(people(("王小明", "张三丰")), tables={"place_cards": keys})
    page = pdfium.PdfDocument(printed(one, "place_cards").data)[0]
    assert bool(edges(page)) == marks


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: stock_of("large"), "large"),
        (lambda: stock_of("200x20"), "10"),
        (lambda: stock_of("200x120", feet=50), "feet"),
        (lambda: grid_of(300, 300, "A4", 0), "A4"),
        (lambda: grid_of(100, 100, "B9", 0), "B9"),
    ],
)
def test_what_cannot_be_is_refused_in_both_languages(call: object, words: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        call()  # type: ignore[operator]
    said = caught.value.args[0]
    assert isinstance(said, Text)
    assert words in said.zh
    assert words in said.en
