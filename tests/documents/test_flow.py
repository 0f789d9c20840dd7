"""How much stands on a page, and the size of type that fills it."""

from __future__ import annotations

from typing import cast

from seating.documents.flow import Piece, fitting, pages_of, pour
from seating.documents.paper import Box
from seating.documents.sheet import Sheet


def pieces(count: int, height: float) -> list[Piece]:
    return [Piece(height, lambda *_: None)] * count


def test_pages() -> None:
    assert pages_of([], 200, 250, 2) == 1
    assert pages_of(pieces(40, 10), 200, 250, 2) == 1
    assert pages_of(pieces(41, 10), 200, 250, 2) == 2
    assert pages_of(pieces(91, 10), 200, 250, 2) == 3


def test_short_matter_becomes_large() -> None:
    assert fitting(lambda size: 1 if size <= 13 else 2, (14, 13, 10.5, 10), 10.5) == 13


def test_a_little_smaller_saves_a_page() -> None:
    def pages(size: float) -> int:
        return 1 if size <= 10 else 2

    assert fitting(pages, (14, 10.5, 10, 9.5), 10.5) == 10
    assert fitting(lambda _: 2, (14, 10.5, 10, 9.5), 10.5) == 14


def test_a_heading_is_repeated_where_its_matter_goes_on() -> None:
    seen: list[tuple[float, float, str]] = []

    def piece(words: str, again: Piece | None = None, keep: bool = False) -> Piece:
        return Piece(10, lambda _, x, y, __: seen.append((x, y, words)), keep, again)

    again = piece("甲（续）")
    rows = [piece(str(i), again if i else None) for i in range(7)]
    matter = [piece("甲", keep=True), *rows, piece("乙", keep=True), piece("7")]
    sheet = cast(Sheet, None)
    pour(matter, lambda: (sheet, Box(0, 0, 50, 50)), columns=2, gap=10)
    assert [words for *_, words in seen] == [
        *("甲", "0", "1", "2", "3"), *("甲（续）", "4", "5", "6"), *("乙", "7"),
    ]  # fmt: skip
    assert seen[5][:2] == (30, 0)
    assert max(y for _, y, _ in seen) == 40
    assert pages_of(matter, 50, 50, 2) == 2
