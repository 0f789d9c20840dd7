"""Issuer, date, seals and note at the end of the text (发文机关署名、成文日期、印章、附注)."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

from seating.documents.furniture import say_date
from seating.documents.official.measures import Page, count, measure
from seating.documents.official.model import Official, Paragraph, Span, cells_of
from seating.documents.official.rows import BLANK, Row, lay, spread_names
from seating.documents.official.text import paragraph_rows
from seating.documents.official.title import turn

SEAL_GAP = 0.5
"""Cells between two seals, which must neither touch nor overlap (7.3.5.1)."""

MOST_ACROSS = 3
"""Seals side by side; three of 42 mm just fit the type area."""


MOST_TEXT = 4
"""A closing that leaves less than so many lines of a page for text may be divided."""


def plain_columns(issuer: float, date: float, cells: int = 28) -> tuple[float, float]:
    """Return the first cells of issuer and date without a seal (7.3.5.2); 0 = leftmost cell.

    The issuer ends two cells from the right and the date begins two cells further right than
    it; a date longer than the issuer ends two cells from the right and the issuer moves along.

    Args:
        issuer: width of the issuer's name in cells.
        date: width of the date in cells.
        cells: cells on a line.
    """
    right, shift = count("closing.plain_right"), count("closing.plain_date_shift")
    if date > issuer:
        begin = cells - right - date
        return max(0.0, begin - shift), begin
    begin = cells - right - issuer
    return begin, begin + shift


def sealed_columns(issuer: float, date: float, cells: int = 28) -> tuple[float, float]:
    """Return the first cells of issuer and date under a seal (7.3.5.1); 0 = leftmost cell.

    The date ends four cells from the right and the issuer is centred on it.  An issuer too
    long for that ends at the edge less two cells, and the date is centred on the issuer.
    """
    begin = cells - count("closing.sealed_date_right") - date
    middle = begin + date / 2
    if middle + issuer / 2 <= cells:
        return middle - issuer / 2, begin
    name = max(0.0, cells - count("closing.plain_right") - issuer)
    return name, name + issuer / 2 - date / 2


def closing(page: Page, official: Official) -> list[Row]:
    """Return the rows from below the text to the note; they stay on one page if they can.

    So many seals that they fill a page are divided between banks of seals.
    """
    issuers, date, stamps = official.issuers, official.date, official.stamps
    sealed, note = official.sealed, official.note
    breaks: list[int] = []
    if not (issuers or stamps or official.dated or note):
        return []
    if stamps:
        rows, sealed = _stamped(page, stamps, date), False
    elif sealed:
        rows, breaks = _sealed(page, issuers, date)
    else:
        rows = _plain(page, issuers, date)
    if not official.dated:
        rows = rows[:-1]
    rows += _note(page, note) or [Row()] * sealed  # a seal reaches a line below the date
    rows = [replace(row, blank=False, body=False) for row in rows]
    ends = [*breaks, len(rows)] if len(rows) > page.lines - MOST_TEXT else [len(rows)]
    return [
        replace(row, stay=next(end for end in ends if end > i) - 1 - i)
        for i, row in enumerate(rows)
    ]


def date_words(date: dt.date | None) -> str:
    """Return a date as printed; without one, blanks to be written in."""
    return say_date(date, "zh") or "　　　年　月　日"


def _stamped(page: Page, stamps: tuple[str, ...], date: dt.date | None) -> list[Row]:
    """Leave room for leaders' stamps, their posts beside them, one below the other (7.3.5.3)."""
    right, width = count("closing.stamp_right"), count("closing.stamp_width")
    end = page.cells - right - width - count("closing.stamp_post")
    lines = count("closing.stamp_lines")
    # All posts end at the stamps; one too long for that is squeezed into the line.
    rows = [BLANK] * count("closing.stamp_blank")
    down = (lines - 1) * page.line / 2
    for post in stamps:
        taken = min(cells_of(post), end)
        rows.append(Row(words=lay(page, end - taken, post, top=down, spread=taken)))
        rows += [Row()] * (lines - 1)
    words = date_words(date)
    begin = page.cells - right - cells_of(words)
    rows += [Row()] * count("closing.stamp_date_blank")
    return [*rows, Row(words=lay(page, begin, words))]


def _plain(page: Page, issuers: tuple[str, ...], date: dt.date | None) -> list[Row]:
    words = date_words(date)
    widest = max(map(cells_of, issuers), default=cells_of(words))
    name, begin = plain_columns(widest, cells_of(words), page.cells)
    rows = [BLANK] * count("closing.plain_blank")
    rows += spread_names(page, issuers, name + widest) if issuers else []
    return [*rows, Row(words=lay(page, begin, words))]


def _sealed(
    page: Page, issuers: tuple[str, ...], date: dt.date | None
) -> tuple[list[Row], list[int]]:
    """Leave room for seals, each over its issuer, the last over issuer and date (7.3.5.1).

    Returns:
        The rows, and where a page may begin: before each further bank of seals.
    """
    words = date_words(date)
    middle = page.cells - count("closing.sealed_date_right") - cells_of(words) / 2
    banks, slot = seal_banks(page, issuers, middle)
    if len(issuers) == 1:
        widest = max(map(cells_of, banks[0][0]))
        middle = sealed_columns(widest, cells_of(words), page.cells)[0] + widest / 2
    rows = [BLANK] * count("closing.sealed_blank")
    breaks: list[int] = []
    down = math.ceil(seal_slot(page) * page.cell / page.line)
    for number, bank in enumerate(banks):
        if number:
            breaks.append(len(rows))
        tall = max(map(len, bank))
        lines = [Row() for _ in range(tall)]
        for place, name in enumerate(reversed(bank)):
            for at, line in enumerate(name, tall - len(name)):
                left = middle - place * slot - cells_of(line) / 2
                lines[at] = replace(lines[at], words=(*lay(page, left, line), *lines[at].words))
        rest = 0 if number + 1 == len(banks) else down - 1
        rows += [*lines, *[Row()] * rest]
    return [*rows, Row(words=lay(page, middle - cells_of(words) / 2, words))], breaks


def seal_slot(page: Page) -> float:
    """Return the width in cells that a seal takes, the gap beside it included."""
    return measure("closing.seal_diameter") / page.cell + SEAL_GAP


def seal_banks(
    page: Page, issuers: tuple[str, ...], last: float
) -> tuple[list[list[tuple[str, ...]]], float]:
    """Arrange issuers for their seals: at most three side by side, the last bank full.

    A name too long for its place is turned at words.

    Args:
        page: the grid.
        issuers: their names, the lead first.
        last: cell of the middle of the last seal.

    Returns:
        Bank by bank the lines of each issuer, and the cells from one seal to the next.
    """
    if not issuers:
        return [], 0.0
    number = -(-len(issuers) // MOST_ACROSS)
    across = -(-len(issuers) // number)
    least = seal_slot(page)
    most = (last - least / 2) / (across - 1) if across > 1 else float(page.cells)
    natural = max(map(cells_of, issuers))
    slot = max(least, min(most, natural + 1))
    room = int(slot - SEAL_GAP) if across > 1 else page.cells - count("closing.plain_right")
    names = [turn(name, longest=room) if cells_of(name) > room else (name,) for name in issuers]
    banks = [names[max(0, end - across) : end] for end in range(len(names), 0, -across)]
    return banks[::-1], slot


def _note(page: Page, note: str) -> list[Row]:
    if not note:
        return []
    text = note if note.startswith("（") else f"（{note}）"
    return paragraph_rows(page, Paragraph((Span(text),)))
