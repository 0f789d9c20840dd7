"""The head of the first page down to the title (版头与标题, clauses 7.2 and 7.3.1)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from seating.documents.official.measures import MM, Page, count, measure
from seating.documents.official.model import Official, Role, Rule, Words, cells_of
from seating.documents.official.rows import lay

INK = 0.93
"""Height of the black of a Chinese character in em, for the red head."""

SUFFIX_SIZE = 1.25
"""Width of 文件 beside several issuers, in widths of their characters."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text.

    Attributes:
        first_line: the grid line on which the addressees begin, 0 = top of the type area.
    """

    words: tuple[Words, ...]
    rules: tuple[Rule, ...]
    first_line: int


@dataclass(frozen=True, slots=True)
class MarkSize:
    """How large the red head is: height of the black and width of a character, mm."""

    ink: float
    width: float


def head(page: Page, official: Official) -> Head:
    """Place copy number, secrecy, urgency, red mark, number, red rule and title."""
    words = _corner(page, official)
    rules: tuple[Rule, ...] = ()
    if official.marks:
        size = mark_size(page, official.marks, official.suffix)
        marks, bottom = _marks(page, official.marks, official.suffix, size)
        words += marks
        top = bottom + count("mark.number_blank") * page.line
        words += _centred(page, official.number, top)
        y = top + measure("size.body") * MM + measure("mark.rule_drop")
        rules = (Rule(page.left, y, page.right, y, measure("mark.rule_width"), red=True),)
        top = y + count("title.blank_above") * page.line
    else:
        line = len({w.top for w in words}) + bool(official.number)
        words += _centred(page, official.number, page.line_top(max(0, line - 1)))
        top = page.line_top(max(2, line + 1))
    title, first_line = _title(page, official.title, top)
    return Head(words + title, rules, first_line)


def mark_size(page: Page, marks: tuple[str, ...], suffix: str) -> MarkSize:
    """Choose the size of the red head, which the standard leaves free (7.2.4).

    As large as the span and the limits allow; where nothing is lost by it, so that the number,
    the rule and the title below come to stand on the lines of the grid.
    """
    span, widest = measure("mark.span"), measure("mark.widest")
    longest = max(map(cells_of, marks))
    if len(marks) == 1:
        width = min(widest, span / (longest + cells_of(suffix)))
        tallest = measure("mark.tallest") * INK
    else:
        aside = SUFFIX_SIZE * cells_of(suffix) + 0.5 if suffix else 0.0
        width = min(widest, span / (longest + aside))
        tallest = min(measure("mark.tallest"), 44.0 / len(marks)) * INK
    tallest = min(tallest, INK * width / measure("mark.slimmest"))
    stacked = len(marks) + (len(marks) - 1) * measure("mark.gap")
    other = _below(page) + measure("mark.drop")
    lines = math.floor((stacked * tallest + other) / page.line + 1e-6)
    fitting = (lines * page.line - other) / stacked
    return MarkSize(fitting if fitting >= 0.8 * tallest else tallest, width)


def _below(page: Page) -> float:
    """Return the distance in mm from the foot of the mark to the top of the title."""
    blank = count("mark.number_blank") + count("title.blank_above")
    return blank * page.line + measure("size.body") * MM + measure("mark.rule_drop")


def _corner(page: Page, official: Official) -> tuple[Words, ...]:
    """Place copy number, secrecy and urgency, in this order, on the first lines (7.2.1-7.2.3)."""
    listed: list[tuple[str, Role]] = [
        (official.copy_number, "song"),
        (official.secrecy, "hei"),
        (official.urgency, "hei"),
    ]
    words: tuple[Words, ...] = ()
    for line, (text, role) in enumerate(item for item in listed if item[0]):
        words += lay(page, 0, text, role, top=page.line_top(line))
    return words


def _marks(
    page: Page, marks: tuple[str, ...], suffix: str, size: MarkSize
) -> tuple[tuple[Words, ...], float]:
    """Place the red head; return it and the y in mm of its foot."""
    top = page.top + measure("mark.drop")
    points = size.ink / INK / MM
    pitch = size.ink * (1 + measure("mark.gap"))
    foot = top + pitch * (len(marks) - 1) + size.ink
    if len(marks) == 1:
        return _red(page.left + page.width / 2, top, marks[0] + suffix, size.width, points), foot
    longest = max(map(cells_of, marks)) * size.width
    aside = SUFFIX_SIZE * size.width
    whole = longest + (aside * cells_of(suffix) + size.width / 2 if suffix else 0.0)
    left = page.left + (page.width - whole) / 2
    words: tuple[Words, ...] = ()
    for index, mark in enumerate(marks):
        step = (longest - size.width) / max(1, len(mark) - 1)
        words += _red(left + longest / 2, top + index * pitch, mark, size.width, points, step)
    big = points * SUFFIX_SIZE
    middle = (top + foot) / 2
    centre = left + whole - aside * cells_of(suffix) / 2
    words += _red(centre, middle - big * MM * INK / 2, suffix, aside, big)
    return words, foot


def _red(
    centre: float, top: float, text: str, width: float, points: float, step: float = 0.0
) -> tuple[Words, ...]:
    """Place red characters of a given width about a middle; ``top`` is the top of the black."""
    step = step or width
    first = centre - step * (len(text) - 1) / 2
    return tuple(
        Words(
            text=char,
            x=first + index * step,
            top=top,
            size=points,
            role="title_song",
            room=width,
            align="centre",
            ink_of=text,
            red=True,
        )
        for index, char in enumerate(text)
    )


def _centred(page: Page, text: str, top: float) -> tuple[Words, ...]:
    return lay(page, (page.cells - cells_of(text)) / 2, text, top=top) if text else ()


def _title(page: Page, lines: tuple[str, ...], top: float) -> tuple[tuple[Words, ...], int]:
    """Centre the title; what is missing to the next grid line widens its pitch (at most 2.5 mm)."""
    after = len(lines) + count("title.blank_below")
    first_line = page.line_below(top + after * page.line)
    slack = page.line_top(first_line) - top - after * page.line
    pitch = page.line + min(2.5, slack / max(1, len(lines)))
    return title_words(page, lines, top, pitch), first_line


def title_words(page: Page, lines: tuple[str, ...], top: float, pitch: float) -> tuple[Words, ...]:
    """Centre lines in size 2 小标宋, the first at ``top`` mm, the others ``pitch`` mm apart."""
    size = measure("size.title")
    return tuple(
        Words(
            text=line,
            x=page.left + page.width / 2,
            top=top + index * pitch,
            size=size,
            role="title_song",
            room=page.width,
            align="centre",
        )
        for index, line in enumerate(lines)
    )
