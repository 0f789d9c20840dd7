"""Rows of tables spread over pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seating.documents.lists.breaks import Block, Page, evened, paged


def rows(pages: list[Page]) -> list[int]:
    return [sum(item.stop - item.start for item in page) for page in pages]


def one(count: int, height: float = 10.0) -> list[Block]:
    return [Block(0.0, [[height]] * count)]


def test_two_rows_left_over_go_onto_the_page_before_them() -> None:
    share = evened(lambda share: paged(one(47, 10 * share), 220.0, 240.0))
    assert 0.9 <= share < 1
    assert rows(paged(one(47, 10 * share), 220.0, 240.0)) == [22, 25]


def test_rows_that_need_another_page_anyway_become_higher() -> None:
    share = evened(lambda share: paged(one(60, 10 * share), 220.0, 240.0))
    assert 1.05 < share <= 1.2
    assert rows(paged(one(60, 10 * share), 220.0, 240.0)) == [19, 21, 20]


def test_one_page_stays_as_it_is() -> None:
    assert evened(lambda share: paged(one(3, 10 * share), 220.0, 240.0)) == 1.0


def test_the_last_row_goes_along_with_what_stands_below_it() -> None:
    assert rows(paged(one(24), 240.0, 240.0, tail=9.0)) == [23, 1]
    assert rows(paged(one(24), 249.0, 240.0, tail=9.0)) == [24]


groups = st.lists(st.lists(st.floats(5, 40), min_size=1, max_size=6), min_size=1, max_size=12)
blocks = st.lists(st.builds(Block, st.sampled_from([0.0, 7.5]), groups), min_size=1, max_size=5)


@given(blocks, st.sampled_from([0.0, 9.0]))
def test_every_row_stands_once_in_order_and_within_its_page(
    table: list[Block], tail: float
) -> None:
    pages = paged(table, 100.0, 120.0, tail)
    seen: dict[int, list[int]] = {n: [] for n in range(len(table))}
    heights = [[h for group in block.groups for h in group] for block in table]
    for number, page in enumerate(pages):
        used = 0.0
        for item in page:
            seen[item.block] += range(item.start, item.stop)
            used += sum(heights[item.block][item.start : item.stop])
            used += table[item.block].band if not item.stop else 0.0
        assert used <= (120.0 if number else 100.0) + 1e-3
    assert all(seen[n] == list(range(len(heights[n]))) for n in seen)
