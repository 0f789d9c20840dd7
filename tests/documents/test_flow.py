"""How much stands on a page, and the size of type that fills it."""

from __future__ import annotations

from seating.documents.flow import Piece, fitting, pages_of


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
