"""The imprint at the foot of the last, even page, and page numbers (版记、页码, 7.4 and 7.5)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from seating.documents.furniture import say_date
from seating.documents.official.measures import MM, Page, count, measure
from seating.documents.official.model import Imprint, Rule, Words, cells_of
from seating.documents.official.rows import lay
from seating.documents.official.text import set_line, western_cells
from seating.typography.grid import GridLine, grid_lines


class NoRoomError(ValueError):
    """The imprint names more organisations than one page holds."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A label with its lines, the first beside it and the others below their beginning."""

    label: str
    lines: Sequence[GridLine]


def imprint_height(page: Page, imprint: Imprint) -> float:
    """Return the height of the imprint in mm, from its first rule to the foot of the page.

    Raises:
        NoRoomError: it is higher than the type area.
    """
    rows = _rows(page, imprint)
    row = _row_height(page, rows)
    return rows * row


def imprint_lines(page: Page, imprint: Imprint) -> int:
    """Return how many lines of the grid the imprint takes, one free line above it included."""
    return math.ceil(imprint_height(page, imprint) / page.line) + 1


def place_imprint(
    page: Page, imprint: Imprint, *, ruled: bool = True
) -> tuple[tuple[Words, ...], tuple[Rule, ...]]:
    """Place the imprint: rules of 0.35, 0.25 and 0.35 mm, the last at the foot of the type area.

    The names stand one character in from the left, the date one in from the right;
    there is no rule between the former.

    Args:
        page: the grid.
        imprint: what it says.
        ruled: with rules; letters have none.
    """
    size = measure("size.imprint")
    em = size * MM
    inset = count("imprint.inset") * em
    outer, inner = measure("imprint.rule_outer"), measure("imprint.rule_inner")
    parts = _parts(page, imprint)
    row = _row_height(page, _rows(page, imprint))
    top = page.bottom - imprint_height(page, imprint)
    rules = [Rule(page.left, top, page.right, top, outer)]
    words: tuple[Words, ...] = ()
    pad = (row - em) / 2
    column = inset / page.cell
    for part in parts:
        words += lay(page, column, part.label, top=top + pad, cell=em, size=size)
        after = page.left + inset + cells_of(part.label) * em
        for line in part.lines:
            placed = set_line(line, ["fang"] * len(line.text), after, em, size)
            words += tuple(replace(word, top=top + pad) for word in placed)
            top += row
    if imprint.office or imprint.date:
        if parts:
            rules.append(Rule(page.left, top, page.right, top, inner))
        words += lay(page, column, imprint.office, top=top + pad, cell=em, size=size)
        if imprint.date:
            text = say_date(imprint.date, "zh") + "印发"
            start = page.cells - column - cells_of(text) * em / page.cell
            words += lay(page, start, text, top=top + pad, cell=em, size=size)
    rules.append(Rule(page.left, page.bottom, page.right, page.bottom, outer))
    return words, tuple(rules) if ruled else ()


def _rows(page: Page, imprint: Imprint) -> int:
    lines = sum(len(part.lines) for part in _parts(page, imprint))
    return lines + bool(imprint.office or imprint.date)


def _row_height(page: Page, rows: int) -> float:
    room = page.height / max(1, rows)
    if room < measure("imprint.row_least"):
        raise NoRoomError(f"{rows} lines")
    return min(measure("imprint.row"), room)


def _parts(page: Page, imprint: Imprint) -> list[_Part]:
    return [_Part(label, _lines(page, label, names)) for label, names in imprint.listed]


def _lines(page: Page, label: str, names: tuple[str, ...]) -> list[GridLine]:
    em = measure("size.imprint") * MM
    cells = int((page.width - 2 * count("imprint.inset") * em) / em - cells_of(label))
    text = "，".join(names).rstrip("。：:") + "。"
    return grid_lines(text, cells, 0, western_cells)


def page_number(page: Page, number: int) -> Words:
    """Place — 1 — so that the dash lies 7 mm below the type area (7.5).

    Odd numbers end one character from the right, even ones begin one from the left.
    """
    size = measure("size.number")
    inset = count("page_number.inset") * size * MM
    odd = number % 2 == 1
    return Words(
        text=f"— {number} —",
        x=page.right - inset if odd else page.left + inset,
        top=page.bottom + measure("page_number.drop"),
        size=size,
        role="song",
        align="right" if odd else "left",
        on_dash=True,
    )
