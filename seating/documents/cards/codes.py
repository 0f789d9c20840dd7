"""QR codes as shapes, and what stands in them (二维码)."""

from __future__ import annotations

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


def code_path(words: str) -> tuple[str, int]:
    """Return a QR code as PDF rectangles of whole modules (y downwards), and its side."""
    import segno

    matrix = segno.make(words, error="m", micro=False, boost_error=False).matrix
    path = []
    for y, row in enumerate(matrix):
        bars = bytes(row).split(b"\0")
        x = 0
        for bar in bars:
            if bar:
                path.append(f"{x} {y} {len(bar)} 1 re")
            x += len(bar) + 1
    return " ".join(path), len(matrix)


def draw_code(panel: Panel, box: Box, words: str) -> None:
    """Draw a QR code into the middle of a box, quiet zone included."""
    path, side = code_path(words)
    step = min(box.width, box.height) / (side + 2 * QUIET)
    panel.shape(path, box.cx - side * step / 2, box.cy - side * step / 2, step, BLACK)
