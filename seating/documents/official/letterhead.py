"""The first page of a document in the form of a letter (信函格式首页, 10.1)."""

from __future__ import annotations

from dataclasses import replace

from seating.documents.official.head import Head, corner, place_title
from seating.documents.official.marks import on_grid, place_marks, widest_size
from seating.documents.official.measures import MM, Page, count, measure
from seating.documents.official.model import Official, Rule, Words, cells_of
from seating.documents.official.rows import lay


def clearance() -> float:
    """Return the distance in mm of text from the red lines: 7/8 of a character of size 3."""
    return measure("letter.clearance") * measure("size.body") * MM


def letter_page(page: Page) -> Page:
    """Return the grid of the first page; its last line stands right above the lower red lines."""
    size = measure("size.body") * MM
    foot = measure("page.height") - measure("letter.rule_foot") - _double_height()
    last = foot - clearance() - size
    lines = int((last - measure("letter.mark_top")) / page.line) + 1
    top = last - (lines - 1) * page.line
    return replace(page, top=top, height=lines * page.line, lines=lines)


def letterhead(page: Page, official: Official) -> Head:
    """Place mark, both double lines, copy number, secrecy, urgency, number and title.

    Args:
        page: the grid of the first page, from :func:`letter_page`.
        official: only the lead organisation's mark is printed (联合行文时，使用主办机关标志).
    """
    first = measure("letter.mark_top")
    marks = official.marks[:1]
    drop = measure("letter.rule_drop") + _double_height() + clearance()
    words: tuple[Words, ...] = ()
    top = first
    if marks:
        size = widest_size(marks, official.suffix, measure("letter.mark_tallest"))
        size = on_grid(size, 1, first - page.top + drop, page.line)
        words, foot = place_marks(page, marks, official.suffix, size, first)
        top = foot + drop
    upper = top - drop + measure("letter.rule_drop")
    rules = _double(page, upper, thick_first=True) if marks else ()
    rules += _double(
        page,
        measure("page.height") - measure("letter.rule_foot") - _double_height(),
        thick_first=False,
    )
    listed = corner(official)
    for line, item in enumerate(listed):
        words += lay(page, 0, *item, top=top + line * page.line)
    right = page.cells - cells_of(official.number)
    words += lay(page, right, official.number, top=top) if official.number else ()
    rows = max(len(listed), bool(official.number))
    below = top + (rows + count("letter.title_blank")) * page.line
    title, first_line = place_title(page, official, below)
    return Head(words + title, rules, first_line)


def _double_height() -> float:
    parts = ("letter.rule_thick", "letter.rule_between", "letter.rule_thin")
    return sum(map(measure, parts))


def _double(page: Page, top: float, *, thick_first: bool) -> tuple[Rule, ...]:
    """Return a double red line of 170 mm, from ``top`` mm down, centred on the type area."""
    thick, thin = measure("letter.rule_thick"), measure("letter.rule_thin")
    widths = (thick, thin) if thick_first else (thin, thick)
    low = top + widths[0] + measure("letter.rule_between")
    half = measure("letter.rule_length") / 2
    middle = page.left + page.width / 2
    return tuple(
        Rule(middle - half, y + width / 2, middle + half, y + width / 2, width, red=True)
        for y, width in ((top, widths[0]), (low, widths[1]))
    )
