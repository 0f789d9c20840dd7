"""Rows given to pages: nothing stays alone that belongs together (分页)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from seating.documents.official.measures import Page, measure
from seating.documents.official.model import Rule, Side, Words
from seating.documents.official.rows import Row

TEXT_WITH_CLOSING = 2
"""Lines of text that move to the next page with issuer and date (此页无正文 is forbidden)."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of rows.

    Attributes:
        page: its grid.
        rows: (line, row); line 0 is the first of the grid.
        start: the first line that is free for rows.
        extra: so many lines more than the grid has stand between the first and the last.
    """

    page: Page
    rows: tuple[tuple[int, Row], ...]
    start: int = 0
    extra: int = 0

    @property
    def used(self) -> int:
        """The line below the last row."""
        return self.rows[-1][0] + 1 if self.rows else self.start

    def top(self, line: int) -> float:
        """Return the top of a line in mm; lines stand closer where some were added."""
        if not self.extra:
            return self.page.line_top(line)
        gaps = self.page.lines - 1 - self.start
        pitch = self.page.line * gaps / (gaps + self.extra)
        return self.page.line_top(self.start) + (line - self.start) * pitch

    def side(self) -> Side:
        """Return what stands on the page."""
        words: list[Words] = []
        rules: list[Rule] = []
        for line, row in self.rows:
            more, ruled = row.at(self.top(line))
            words += more
            rules += ruled
        return Side(tuple(words), tuple(rules))


def bind_closing(
    page: Page, texts: Sequence[Row], note: Sequence[Row], end: Sequence[Row]
) -> list[Row]:
    """Tie the last lines of text to what follows, so that no page carries a signature alone.

    Args:
        page: the grid.
        texts: addressees and text.
        note: the attachment note.
        end: the closing; what of it must stay together, stays.
    """
    rows = [*texts, *note, *end]
    stop = len(texts) + len(note) + (end[0].stay + 1 if end else 0)
    start = len(texts)
    while start > 0 and len(texts) - start < TEXT_WITH_CLOSING and texts[start - 1].body:
        start -= 1
    start = max(start, stop - page.lines)
    while start > 0 and texts[start - 1 : start] and texts[start - 1].stay:
        start -= 1
    for index in range(start, stop):
        rows[index] = replace(rows[index], stay=stop - 1 - index)
    return rows


def fill(
    rows: Sequence[Row], page: Page, *, first: Page | None = None, first_line: int = 0
) -> list[Leaf]:
    """Give rows to pages.

    Args:
        rows: one for each line.
        page: the grid.
        first: the grid of the first page, if it has its own.
        first_line: where the first page begins, 0 = its top.
    """
    return _fill(rows, page, first or page, first_line, {})


def fill_with_closing(
    rows: Sequence[Row], end: int, page: Page, *, first: Page | None = None, first_line: int = 0
) -> list[Leaf]:
    """Give rows to pages; where issuer and date nearly fit, lines stand closer (7.3.5.5).

    Args:
        rows: text and closing, tied together.
        end: number of rows of the closing.
        page: the grid.
        first: the grid of the first page, if it has its own.
        first_line: where the first page begins.
    """
    head = first or page
    leaves = _fill(rows, page, head, first_line, {})
    if len(leaves) < 2 or len(leaves[-1].rows) > end + TEXT_WITH_CLOSING:
        return leaves
    before = len(leaves) - 2
    one = leaves[before]
    if any(row.rules for _, row in (*one.rows, *leaves[-1].rows)):
        return leaves  # tables keep to the grid
    most = int((one.page.lines - one.start) * measure("closing.tightest") + 1e-6)
    for extra in range(1, most + 1):
        closer = _fill(rows, page, head, first_line, {before: extra})
        if len(closer) < len(leaves):
            return closer
    return leaves


def _fill(
    rows: Sequence[Row], page: Page, first: Page, first_line: int, extra: dict[int, int]
) -> list[Leaf]:
    leaves: list[Leaf] = []
    placed: list[tuple[int, Row]] = []
    at = start = first_line

    def room() -> int:
        grid = page if leaves else first
        return grid.lines + extra.get(len(leaves), 0)

    def close() -> None:
        nonlocal placed, at, start
        leaves.append(
            Leaf(page if leaves else first, tuple(placed), start, extra.get(len(leaves), 0))
        )
        placed, at, start = [], 0, 0

    for row in rows:
        if row.blank and at == 0:
            continue
        if at + 1 + min(row.stay, page.lines - 1) > room() and at > start:
            close()
            if row.under is not None:
                placed.append((0, row.under))
                at = 1
            if row.blank:
                continue
        placed.append((at, row))
        at += 1
    close()
    return leaves
