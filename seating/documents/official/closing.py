"""Issuer, date, seals and note at the end of the text (发文机关署名、成文日期、印章、附注)."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

from seating.documents.furniture import say_date
from seating.documents.official.measures import Page, count, measure
from seating.documents.official.model import Paragraph, Span, cells_of
from seating.documents.official.rows import BLANK, Row, lay, spread_names
from seating.documents.official.text import paragraph_rows

SEAL_GAP = 0.5
"""Cells between two seals, which must neither touch nor overlap (7.3.5.1)."""


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


def closing(
    page: Page, issuers: tuple[str, ...], date: dt.date, sealed: bool, note: str = ""
) -> list[Row]:
    """Return the rows from below the text to the note; they stay on one page.

    Args:
        page: the grid.
        issuers: the signature, the lead organisation first; empty = only the date.
        date: the day on which the document was signed.
        sealed: leave room for seals.
        note: the note below the date, without its brackets.
    """
    rows = _sealed(page, issuers, date) if sealed else _plain(page, issuers, date)
    rows += _note(page, note) or [Row()] * sealed  # a seal reaches a line below the date
    rows = [replace(row, blank=False, body=False) for row in rows]
    return [replace(row, stay=len(rows) - 1 - i) for i, row in enumerate(rows)]


def _plain(page: Page, issuers: tuple[str, ...], date: dt.date) -> list[Row]:
    words = say_date(date, "zh")
    widest = max(map(cells_of, issuers), default=cells_of(words))
    name, begin = plain_columns(widest, cells_of(words), page.cells)
    rows = [BLANK] * count("closing.plain_blank")
    rows += spread_names(page, issuers, name + widest) if issuers else []
    return [*rows, Row(words=lay(page, begin, words))]


def _sealed(page: Page, issuers: tuple[str, ...], date: dt.date) -> list[Row]:
    words = say_date(date, "zh")
    widest = max(map(cells_of, issuers), default=cells_of(words))
    name, begin = sealed_columns(widest, cells_of(words), page.cells)
    middle = begin + cells_of(words) / 2
    slot = max(widest + 1, measure("closing.seal_diameter") / page.cell + SEAL_GAP)
    across = 1 if name < slot else 1 + int((middle - slot / 2 + 0.01) / slot)
    across = max(1, min(3, across))
    rows = [BLANK] * count("closing.sealed_blank")
    down = math.ceil((measure("closing.seal_diameter") + SEAL_GAP * page.cell) / page.line)
    banks = [issuers[max(0, end - across) : end] for end in range(len(issuers), 0, -across)][::-1]
    for number, bank in enumerate(banks):
        if number:
            rows += [BLANK] * (down - 1)
        row = Row()
        for place, issuer in enumerate(reversed(bank)):
            left = middle - place * slot - cells_of(issuer) / 2
            row = replace(row, words=(*lay(page, left, issuer), *row.words))
        rows.append(row)
    return [*rows, Row(words=lay(page, begin, words))]


def _note(page: Page, note: str) -> list[Row]:
    if not note:
        return []
    text = note if note.startswith("（") else f"（{note}）"
    return paragraph_rows(page, Paragraph((Span(text),)))
