"""Running Chinese text in a column: where lines end, and where each piece stands (断行与两端对齐).

    lines = break_lines(text, width, measure, first_indent=32)
    for line in lines:
        for x, piece in justify(line, width):
            ...                              # draw ``piece`` at ``x``

``measure`` gives the width of a string; every other length here is in the same unit.

Where punctuation marks meet, half an em between them is taken out (标点挤压): the right half of a
closing mark before any other mark, the left half of an opening mark after another. A line that is
too long by little is kept whole by squeezing: the mark at its end gives up its empty half, then
those inside up to a quarter em. A line too short is spread between ideographs and at spaces, not
inside words and not before or after a mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from seating.typography.grid import GridLine, grid_lines
from seating.typography.units import (
    CLOSING,
    MANDATORY,
    NO_START,
    OPENING,
    cut_unit,
    is_square,
    units,
)

__all__ = ["GridLine", "Line", "break_lines", "grid_lines", "justify"]

_HANGING = frozenset("，。、")
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column. Lengths are in the unit of the ``measure`` given.

    Attributes:
        text: the stretch of the paragraph, with trailing blanks; all lines joined are the text.
        width: natural width without trailing blanks, indent and hanging mark.
        indent: where the line begins.
        is_last: whether it ends a paragraph, so that it is not spread.
        forced: whether it ends where nothing should be parted, a word being longer than a line.
        widths: natural width of each visible character.
        advances: the same after 标点挤压.
        shifts: how far left of its place each visible character is drawn (opening marks).
        gaps: positions ``i`` where space may be added between characters ``i`` and ``i + 1``.
        squeezes: (position, most that the character can give up).
        hanging: width of the mark that stands outside the column, else 0.
    """

    text: str
    width: float
    indent: float
    is_last: bool
    forced: bool
    widths: tuple[float, ...]
    advances: tuple[float, ...]
    shifts: tuple[float, ...]
    gaps: tuple[int, ...]
    squeezes: tuple[tuple[int, float], ...]
    hanging: float = 0.0


class _Column:
    """The paragraph measured once; answers how wide any stretch of it is."""

    def __init__(self, text: str, measure: Callable[[str], float], *, hang: bool) -> None:
        self.text = text
        self.hang = hang
        self.em = measure("国")
        widths = {c: 0.0 if c in MANDATORY else measure(c) for c in set(text)}
        self.advances = [widths[c] for c in text]
        marks = [self._half(i) for i in range(len(text))]
        self.left_trims = [0.0] * len(text)
        self.right_trims = [0.0] * len(text)
        for i, (one, two) in enumerate(pairwise(text)):
            if one in CLOSING and marks[i] and marks[i + 1]:
                self.right_trims[i] = marks[i]
            elif one in OPENING and two in OPENING and marks[i]:
                self.left_trims[i + 1] = marks[i + 1]
        self.halves = marks
        meetings = [r + n for r, n in zip(self.right_trims, self.left_trims[1:], strict=False)]
        self._sums = list(accumulate(self.advances, initial=0.0))
        self._cuts = list(accumulate(meetings, initial=0.0))

    def _half(self, i: int) -> float:
        """Return the empty half of a full-width mark, 0 for anything else."""
        square = self.text[i] in CLOSING | OPENING and not self.text[i].isascii()
        return self.advances[i] / 2 if square and self.advances[i] > 0.75 * self.em else 0.0

    def visible(self, start: int, end: int) -> int:
        """Return where the stretch ends without trailing blanks."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return end

    def width(self, start: int, end: int) -> float:
        """Return the width of a stretch, 标点挤压 taken off."""
        if end <= start:
            return 0.0
        return self._sums[end] - self._sums[start] - (self._cuts[end - 1] - self._cuts[start])

    def hanging(self, start: int, end: int) -> float:
        """Return the width of the mark that may stand outside the column."""
        if self.hang and end - start > 1 and self.text[end - 1] in _HANGING:
            return self.advances[end - 1]
        return 0.0

    def squeezes(self, start: int, end: int) -> Iterator[tuple[int, float]]:
        """Yield (position in the stretch, most it can give up); the end comes first."""
        last = end - 1
        for i in range(last, start - 1, -1):
            at_edge = (i == last and self.text[i] in CLOSING) or (
                i == start and self.text[i] in OPENING
            )
            trimmed = self.left_trims[i] if i > start else 0.0
            trimmed += self.right_trims[i] if i < last else 0.0
            if self.halves[i] and not trimmed:
                yield i - start, self.halves[i] if at_edge else self.halves[i] / 2

    def fits(self, start: int, end: int, room: float) -> bool:
        """Tell whether a stretch goes on a line, squeezed or with a hanging mark if need be."""
        end = self.visible(start, end)
        over = self.width(start, end) - room - _TOLERANCE
        if over <= 0:
            return True
        hanging = self.hanging(start, end)
        if over - hanging > self.em:
            return False
        return over - hanging <= sum(give for _, give in self._usable(start, end, hanging))

    def _usable(self, start: int, end: int, hanging: float) -> Iterator[tuple[int, float]]:
        """Yield the squeezes, without that of a mark which hangs."""
        last = end - start - 1
        return (s for s in self.squeezes(start, end) if not (hanging and s[0] == last))

    def cut(self, start: int, stop: int, room: float) -> int:
        """Return where a line ends that a word too long for it fills."""

        def fits(head: str) -> bool:
            return self.fits(start, start + len(head), room)

        return start + cut_unit(self.text[start:stop], fits)

    def line(
        self, start: int, end: int, indent: float, room: float, *, last: bool, forced: bool
    ) -> Line:
        """Set one line."""
        stop = self.visible(start, end)
        hanging = self.hanging(start, stop)
        if hanging and self.width(start, stop) <= room + _TOLERANCE:
            hanging = 0.0  # it has room inside
        inner = range(start, stop)
        lefts = [self.left_trims[i] if i > start else 0.0 for i in inner]
        rights = [self.right_trims[i] if i < stop - 1 else 0.0 for i in inner]
        advances = tuple(
            self.advances[i] - left - right
            for i, left, right in zip(inner, lefts, rights, strict=True)
        )
        return Line(
            text=self.text[start:end],
            width=self.width(start, stop) - hanging,
            indent=indent,
            is_last=last,
            forced=forced,
            widths=tuple(self.advances[start:stop]),
            advances=advances,
            shifts=tuple(lefts),
            gaps=_gaps(self.text[start:stop]),
            squeezes=tuple(self._usable(start, stop, hanging)),
            hanging=hanging,
        )


def break_lines(
    text: str,
    width: float,
    measure: Callable[[str], float],
    *,
    first_indent: float = 0.0,
    hang: bool = False,
) -> list[Line]:
    """Break text into lines no wider than ``width``.

    Args:
        text: one paragraph, or several separated by line ends.
        width: of the column.
        measure: width of a string; called once for each different character.
        first_indent: blank at the start of each paragraph.
        hang: let ，。、 at the end of a line stand outside the column.

    Returns:
        The lines; their texts joined are the text. An empty text has no lines. A word longer
        than a line is cut, an address preferably after a slash or full stop.
    """
    column = _Column(text, measure, hang=hang)
    lines: list[Line] = []
    start = end = 0
    indent = first_indent

    def close(at: int, *, last: bool = False, forced: bool = False) -> None:
        nonlocal start, indent
        room = width - indent
        lines.append(column.line(start, at, indent, room, last=last, forced=forced))
        start, indent = at, first_indent if last else 0.0

    for unit in units(text):
        if end > start and not column.fits(start, end + len(unit), width - indent):
            close(end)
        stop = end + len(unit)
        while not column.fits(start, stop, width - indent):
            cut = column.cut(start, stop, width - indent)
            if cut >= stop:
                break
            close(cut, forced=True)
        end = stop
        if unit[-1] in MANDATORY:
            close(end, last=True)
    if end > start:
        close(end, last=True)
    return lines


def justify(line: Line, width: float) -> list[tuple[float, str]]:
    """Place a line in a column of ``width``: pieces and where each begins, from the left edge.

    A line too long is squeezed, one too short is spread, the last of a paragraph left as it is.
    Pieces are as long as possible; within a piece the characters follow each other naturally.
    """
    advances = list(line.advances)
    shifts = list(line.shifts)
    slack = width - line.indent - line.width
    if slack < -_TOLERANCE:
        _squeeze(line, -slack, advances, shifts)
    elif not line.is_last and line.gaps:
        for gap in line.gaps:
            advances[gap] += slack / len(line.gaps)
    pieces: list[tuple[float, str]] = []
    x = expected = line.indent
    for i, character in enumerate(line.text[: len(advances)]):
        place = x - shifts[i]
        if pieces and abs(place - expected) < _TOLERANCE:
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + character)
        else:
            pieces.append((place, character))
        x += advances[i]
        expected = place + line.widths[i]
    return pieces


def _squeeze(line: Line, over: float, advances: list[float], shifts: list[float]) -> None:
    """Take ``over`` out of a line: from its end first, then evenly from the marks inside."""
    squeezes = list(line.squeezes)
    if squeezes and squeezes[0][0] == len(advances) - 1:
        position, most = squeezes.pop(0)
        give = min(over, most)
        advances[position] -= give
        over -= give
    total = sum(most for _, most in squeezes)
    for position, most in squeezes if total else ():
        give = min(most, over * most / total)
        advances[position] -= give
        if line.text[position] in OPENING:
            shifts[position] += give


def _gaps(text: str) -> tuple[int, ...]:
    """Return where space may be added: between squares and words, and at spaces."""
    plain = []
    strict = []
    for i, (one, two) in enumerate(pairwise(text)):
        if not (is_square(one) or is_square(two) or one.isspace()):
            continue
        if (one == two and one in "—…") or (one == "’" and two.isascii() and two.isalpha()):
            continue
        plain.append(i)
        if one not in OPENING and two not in NO_START:
            strict.append(i)
    return tuple(strict or plain)
