"""Text set from top to bottom: characters upright, words of letters lying (竖排)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from seating.documents.cards.panel import Panel
from seating.documents.ink import BLACK, Colour
from seating.documents.lettering import Lettering, RoleName, is_han, name_spread
from seating.documents.paper import MM_PER_PT, PT_PER_MM, Box

_LYING = frozenset("（）()〔〕[]【】《》〈〉「」“”‘’—–-…～")
"""Signs that are turned by a quarter in a column."""

_DOT = 0.5
_CELL = 1.04
"""Room in em that a character takes down the column."""

COLUMN = 1.12
"""Room in em that a column takes across."""

_WORD = re.compile(r"[^\W\d_一-鿿]{2,}(?:[ .'’-]+\w+)*|\d{3,}|\d+")


class Cell(NamedTuple):
    """A piece of a column: one character, or a word that lies on its side.

    ``length`` is the room down the column in em.
    """

    text: str
    length: float
    turned: bool = False


def cells(lettering: Lettering, text: str, role: RoleName) -> tuple[Cell, ...]:
    """Return the pieces of a column; two-character names are spaced like three."""
    found: list[Cell] = []
    at = 0
    for match in _WORD.finditer(text):
        if any(is_han(c) for c in match[0]):
            continue
        found += [_cell(c) for c in text[at : match.start()] if not c.isspace()]
        at = match.end()
        if match[0].isdigit() and len(match[0]) <= 2:
            found.append(Cell(match[0], _CELL))
            continue
        wide = lettering.setting(match[0], role, latin=True).ems
        found.append(Cell(match[0], wide + 0.3, turned=True))
    found += [_cell(c) for c in text[at:] if not c.isspace()]
    if name_spread(text):
        first, second = found
        return (first._replace(length=2 * _CELL), second)
    return tuple(found)


def _cell(char: str) -> Cell:
    return Cell(char, _DOT if char in "·•" else _CELL, char in _LYING)


def column_size(
    lettering: Lettering,
    columns: Sequence[str],
    role: RoleName,
    width: float,
    height: float,
    most: float,
) -> float:
    """Return the size in pt, at most ``most``, at which columns fit into a box (mm)."""
    longest = max(sum(c.length for c in cells(lettering, text, role)) for text in columns)
    across = width / (COLUMN * len(columns))
    return min(most, across * PT_PER_MM, height / max(longest, 1.0) * PT_PER_MM)


def draw_columns(
    panel: Panel,
    box: Box,
    columns: Sequence[str],
    role: RoleName,
    size: float,
    colour: Colour = BLACK,
) -> None:
    """Draw columns from right to left in the middle of a box, their heads level."""
    em = size * MM_PER_PT
    sets = [cells(panel.lettering, text, role) for text in columns]
    tall = max(sum(c.length for c in column) for column in sets) * em
    for i, column in enumerate(sets):
        x = box.cx + ((len(sets) - 1) / 2 - i) * COLUMN * em
        y = box.cy - tall / 2
        for cell in column:
            # The blank of a spaced name follows its first character.
            room = min(cell.length, _CELL) if not cell.turned else cell.length
            panel.text(
                x,
                y + room * em / 2,
                cell.text,
                role,
                size,
                align="centre",
                colour=colour,
                turn=270.0 if cell.turned else 0.0,
                max_width=None if cell.turned else em * 1.05,
                latin=True,
            )
            y += cell.length * em
