"""Chapters gathered into one file: page numbers, running heads, room for the binding (装订)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.ink import MIDDLE
from seating.documents.press import Press
from seating.documents.sheet import Sheet
from seating.documents.words import sitting_title
from seating.facts.book import Book
from seating.facts.text import Language

EDGE = 12.0
"""Free edge in mm between the paper's edge and running head and page number."""


@dataclass(frozen=True)
class Leaf:
    """A page of a chapter; ``note`` says from where a chart is seen."""

    sheet: Sheet
    note: str = ""
    bookmark: str = ""


@dataclass(frozen=True)
class Chapter:
    """A chapter with its pages in order."""

    title: str
    leaves: tuple[Leaf, ...]


def leaves_of(presses: Sequence[Press], book: Book, language: Language) -> tuple[Leaf, ...]:
    """Return the pages of the gathered documents with their notes.

    Each document begins an entry of the contents; where there is only one, its parts do.
    """
    found: list[Leaf] = []
    for press in presses:
        marks = {1: _title(press, book, language)}
        if len(presses) == 1:
            marks = {page: title for page, title, level in reversed(press.bookmarks) if not level}
        found += [
            Leaf(sheet, press.note(sheet), marks.get(number, ""))
            for number, sheet in enumerate(press.sheets, 1)
        ]
    return tuple(found)


def _title(press: Press, book: Book, language: Language) -> str:
    """Return what a document shows, with the title of its sitting where that says more."""
    for sitting_id, sitting in book.sittings.items():
        own = sitting_title(sitting, language)
        if press.name.endswith(f"_{sitting_id}.pdf") and own.lower() not in press.subject.lower():
            return f"{own}{press.subject}" if language == "zh" else f"{own}: {press.subject}"
    return press.subject


def running(
    leaf: Leaf, *, head: str, number: int, right: bool, language: Language, secret: str = ""
) -> None:
    """Draw running head and page number, outside on two-sided paper.

    Args:
        leaf: the page, whose own matter keeps clear of its edge.
        head: words of the running head.
        number: the printed page number.
        right: whether the page lies on the right, its outer edge on the right too.
        language: of the page number.
        secret: classification, on every page.
    """
    sheet = leaf.sheet
    paper = sheet.paper
    inner = EDGE
    top = 8.0
    if secret:
        sheet.text(inner, top, secret, "hei", 10.5, upright="middle")
    side = paper.width - EDGE if right else EDGE
    if not (secret and not right):
        sheet.text(
            side, top, head, "song", 8.5, align="right" if right else "left", upright="middle",
            colour=MIDDLE, max_width=paper.width * 0.6,
        )  # fmt: skip
    low = paper.height - 10.5
    words = f"— {number} —"
    sheet.text(side, low, words, "song", 10.5, align="right" if right else "left", upright="middle")
    if leaf.note:
        sheet.text(
            paper.width / 2, low, leaf.note, "hei", 8.5, align="centre", upright="middle",
            max_width=paper.width - 70,
        )  # fmt: skip
