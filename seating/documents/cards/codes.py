"""QR codes as shapes, and what stands in them (二维码)."""

from __future__ import annotations

from functools import lru_cache

from seating.documents.cards.panel import Panel
from seating.documents.ink import BLACK
from seating.documents.paper import Box
from seating.facts.book import Book
from seating.facts.people import Person

QUIET = 4
"""Modules kept free around a code, as its standard asks."""


def seat_code(book: Book, person: Person) -> str:
    """Return what a badge's code says: event, person and seats, as plain text.

    Nothing else of the roster goes into it, least of all a telephone number.
    """
    seats = (
        f"{name}:{sitting.plan.placing.places[person.id]}"
        for name, sitting in book.sittings.items()
        if person.id in sitting.plan.placing.places
    )
    return " ".join((book.event.id, person.id, *seats))


@lru_cache(maxsize=4096)
def modules(words: str) -> tuple[tuple[int, int, int, int], ...]:
    """Return a QR code as dark bars (x, y, length, side of the whole), in modules."""
    import segno

    matrix = segno.make(words, error="m", micro=False, boost_error=False).matrix
    side = len(matrix)
    bars = []
    for y, row in enumerate(matrix):
        x = 0
        while x < side:
            start = x
            while x < side and row[x]:
                x += 1
            if x > start:
                bars.append((start, y, x - start, side))
            x += 1
    return tuple(bars)


def draw_code(panel: Panel, box: Box, words: str) -> None:
    """Draw a QR code into a square box, quiet zone included."""
    bars = modules(words)
    side = bars[0][3] + 2 * QUIET
    step = min(box.width, box.height) / side
    left = box.cx - side * step / 2 + QUIET * step
    top = box.cy - side * step / 2 + QUIET * step
    panel.bars(
        [(left + x * step, top + y * step, long * step, step) for x, y, long, _ in bars], BLACK
    )
