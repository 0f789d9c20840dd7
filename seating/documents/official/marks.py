"""The red head: how large it is and where its characters stand (发文机关标志, 7.2.4)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from seating.documents.official.measures import MM, Page, measure
from seating.documents.official.model import Words, cells_of

INK = 0.93
"""Height of the black of a Chinese character in em, for the red head."""

SUFFIX_SIZE = 1.25
"""Width of 文件 beside several issuers, in widths of their characters."""

MOST_STACKED = 44.0
"""Height in mm that several issuers together take, as long as they stay legible."""


@dataclass(frozen=True, slots=True)
class MarkSize:
    """How large the red head is: height of the black and width of a character, mm."""

    ink: float
    width: float


def widest_size(marks: tuple[str, ...], suffix: str, tallest: float) -> MarkSize:
    """Return the largest size that the span and the limits allow.

    Args:
        marks: the issuers, one under the other.
        suffix: what stands right of them.
        tallest: most height in mm of a character.
    """
    span, widest = measure("mark.span"), measure("mark.widest")
    longest = max(map(cells_of, marks))
    if len(marks) == 1:
        width = min(widest, span / (longest + cells_of(suffix)))
        tall = tallest * INK
    else:
        aside = SUFFIX_SIZE * cells_of(suffix) + 0.5 if suffix else 0.0
        width = min(widest, span / (longest + aside))
        tall = min(tallest, max(measure("mark.smallest"), MOST_STACKED / len(marks))) * INK
    return MarkSize(min(tall, INK * width / measure("mark.slimmest")), width)


def on_grid(size: MarkSize, lines: int, rest: float, pitch: float) -> MarkSize:
    """Make a head a little lower where what stands below it then falls on the grid.

    Args:
        size: the largest that is possible.
        lines: issuers below each other.
        rest: mm from the top of the grid to the head and from its foot to a line of the grid.
        pitch: of the grid in mm.
    """
    stacked = lines + (lines - 1) * measure("mark.gap")
    count = math.floor((stacked * size.ink + rest) / pitch + 1e-6)
    fitting = (count * pitch - rest) / stacked
    least = max(0.8 * size.ink, measure("mark.smallest") * INK if lines > 1 else 0.0)
    return MarkSize(fitting, size.width) if fitting >= least else size


def place_marks(
    page: Page, marks: tuple[str, ...], suffix: str, size: MarkSize, top: float
) -> tuple[tuple[Words, ...], float]:
    """Place the red head, its black beginning at ``top``; return it and the y of its foot, mm."""
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
