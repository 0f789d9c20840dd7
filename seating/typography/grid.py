"""Official documents: every character in its cell, 28 cells to the line (公文版心网格).

Each ideograph and each full-width mark takes one cell. A Western word or number takes as many
whole cells as its real width needs and stands in their middle, so that the ideographs after it
stay in the columns of the lines above and below. Where 避头尾 forbids the natural break:

1. **pushed in** (挤入): the mark that may not begin the next line is kept on this one, it and
   another mark of the line, the nearest to the end, giving up their empty halves;
2. **spread** (推出): if more than one cell is needed or there is no other mark, the character
   before it goes down with it, and so does an opening mark that would end the line, or a word
   that does not fit; the line is then spread evenly over its full length.

Full-width marks that meet are not squeezed unless a line needs the room: they keep their cells.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from seating.typography.units import (
    CLOSING,
    MANDATORY,
    NO_START,
    OPENING,
    cut_unit,
    is_square,
    units,
)

Remedy = Literal["", "pushed-in", "spread"]

_MARKS = CLOSING | OPENING
_TOLERANCE = 1e-6
_MOST_HALVED = 2
"""How many marks of a line may be halved; with more it looks crowded."""

_SPARE = 0.1
"""How far, in cells, a word may exceed its cells: type is often a little larger than a cell."""


@dataclass(frozen=True, slots=True)
class GridLine:
    """One line of cells.

    Attributes:
        text: the stretch of the text; all lines joined are the text.
        pieces: (x, string): where each character or Western word begins, in cells from the left
            edge of the type area.
        cells: where the last piece's cell ends; the full count unless it ends a paragraph.
        remedy: what was done to make it fill its length.
        is_last: whether it ends a paragraph.
    """

    text: str
    pieces: tuple[tuple[float, str], ...]
    cells: float
    remedy: Remedy
    is_last: bool


@dataclass(slots=True)
class _Piece:
    text: str
    natural: float
    cells: float
    shift: float = 0.0

    def can_halve(self) -> bool:
        """Tell whether it is a mark that still fills its cell, half of it empty."""
        return self.cells == 1 and self.text in _MARKS

    def halve(self) -> None:
        self.cells = 0.5
        self.shift = 0.5 if self.text in OPENING else 0.0


def default_measure(text: str) -> float:
    """Return the width in cells when Western characters are half as wide as Chinese ones."""
    return sum(1.0 if is_square(c) else 0.5 for c in text)


def grid_lines(
    text: str,
    cells: int = 28,
    first_indent: float = 2,
    measure: Callable[[str], float] = default_measure,
) -> list[GridLine]:
    """Set text on a grid.

    Args:
        text: one paragraph, or several separated by line ends.
        cells: cells in a line.
        first_indent: blank cells at the start of each paragraph.
        measure: real width of a Western word, in cells.

    Returns:
        The lines; their texts joined are the text.
    """
    lines: list[GridLine] = []
    line = ""
    indent = first_indent

    def fits(stretch: str) -> bool:
        pieces = _pieces(stretch, measure)
        over = indent + sum(p.cells for p in pieces) - cells
        return over <= _TOLERANCE or _push_in(pieces, over)

    def close(stretch: str, *, last: bool) -> None:
        nonlocal line, indent
        lines.append(_set(stretch, _pieces(stretch, measure), cells, indent, last=last))
        line, indent = "", first_indent if last else 0.0

    for unit in units(text):
        if line and not fits(line + unit):
            close(line, last=False)
        line += unit
        while not fits(line):
            rest = line
            cut = cut_unit(rest, fits)
            if cut >= len(rest):
                break
            close(rest[:cut], last=False)
            line = rest[cut:]
        if unit[-1] in MANDATORY:
            close(line, last=True)
    if line:
        close(line, last=True)
    return lines


def _pieces(stretch: str, measure: Callable[[str], float]) -> list[_Piece]:
    """Cut a line into single wide characters and Western runs, without trailing blanks."""
    found = []
    for wide, group in groupby(stretch.rstrip(), is_square):
        for text in group if wide else ("".join(group),):
            natural = measure(text)
            whole = 1.0 if wide else float(max(1, math.ceil(natural - _SPARE)))
            found.append(_Piece(text, natural, whole))
    return found


def _push_in(pieces: list[_Piece], over: float) -> bool:
    """Halve marks until ``over`` cells are won, if the line ends in a mark that needs it.

    Only a closing tail is pushed in: what precedes it must have room without squeezing.
    """
    tail = 0.0
    for piece in reversed(pieces):
        if piece.text not in NO_START or tail >= over:
            break
        tail += piece.cells
    halves = [piece for piece in reversed(pieces) if piece.can_halve()]
    needed = math.ceil(2 * over - _TOLERANCE)
    if tail < over - _TOLERANCE or needed > min(len(halves), _MOST_HALVED):
        return False
    for piece in halves[:needed]:
        piece.halve()
    return True


def _set(stretch: str, pieces: list[_Piece], cells: int, indent: float, *, last: bool) -> GridLine:
    """Place the pieces of one line."""
    remedy: Remedy = ""
    over = indent + sum(p.cells for p in pieces) - cells
    if over > _TOLERANCE and _push_in(pieces, over):
        remedy = "pushed-in"
        over = indent + sum(p.cells for p in pieces) - cells
    stretchable = _gap_count(pieces)
    extra = 0.0
    if over < -_TOLERANCE and not last and stretchable:
        remedy = "spread"
        extra = -over / stretchable
    placed = []
    x = indent
    for i, piece in enumerate(pieces):
        margin = (piece.cells - piece.natural) / 2 if not is_square(piece.text[0]) else 0.0
        placed.append((x - piece.shift + margin, piece.text))
        x += piece.cells
        if i + 1 < len(pieces) and not _joined(piece, pieces[i + 1]):
            x += extra
    return GridLine(stretch, tuple(placed), x, remedy, last)


def _joined(left: _Piece, right: _Piece) -> bool:
    """Tell whether two pieces are halves of one mark, —— or ……."""
    return left.text == right.text and left.text in ("—", "…")


def _gap_count(pieces: list[_Piece]) -> int:
    pairs = pairwise(pieces)
    return sum(1 for left, right in pairs if not _joined(left, right))
