"""Titles and notes set inside boxes: as large as they fit, never cut (框内排字)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from seating.documents.ink import BLACK, Colour
from seating.documents.lettering import Lettering, RoleName, is_han
from seating.documents.official.title import words_of
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Align, Sheet

MAY_BREAK = "\u200b"
_LEADING = 1.22
_STEP = 0.5
_SLACK = 0.01  # mm, lost in reckoning
_TIGHT = 0.8  # kept text is squeezed to this share of its width before all becomes smaller


@dataclass(frozen=True, slots=True)
class Words:
    """One piece of text: its typeface, the size wished and the least size in pt.

    Attributes:
        kept: breaks only at its gaps: a blank of one em, two blanks, or a break mark.
        names: names of units and rooms that are not broken inside (标题回行).
        even: lines are about equally long; otherwise all but the last are filled.
    """

    text: str
    role: RoleName
    size: float
    least: float
    colour: Colour = BLACK
    kept: bool = False
    names: tuple[str, ...] = ()
    even: bool = True

    def lines(self, lettering: Lettering, size: float, width: float) -> Sequence[str]:
        """Return the text in lines of at most ``width`` mm, as far as its words allow."""

        def measure(text: str) -> float:
            return lettering.width(text, self.role, size)

        if self.kept:
            return _at_gaps(self.text, measure, width)
        if "\n" not in self.text and measure(self.text) <= width + _SLACK:
            return (self.text,)
        if any(is_han(c) for c in self.text):
            units = words_of(self.text, self.names)
            if max(map(measure, units)) <= width + _SLACK:
                lines = _filled(units, measure, width)
                # A last line of one character looks lost.
                lost = len(lines) > 1 and len(lines[-1]) == 1
                return _even(units, measure, width) if self.even or lost else lines
        break_lines = lettering.even_lines if self.even else lettering.lines
        return break_lines(self.text, self.role, size, width)


def _at_gaps(text: str, measure: Callable[[str], float], width: float) -> list[str]:
    """Break at gaps only; a part that is too long stays whole, to be squeezed."""
    gap = next((g for g in ("\u3000", "  ", MAY_BREAK) if g in text), MAY_BREAK)
    shown = "" if gap == MAY_BREAK else gap
    parts = text.split(gap)
    units = [part + shown for part in parts[:-1]] + parts[-1:]
    lines = _even(units, lambda line: measure(line.removesuffix(shown)), width)
    return [line.removesuffix(shown) for line in lines]


def _even(units: Sequence[str], measure: Callable[[str], float], width: float) -> list[str]:
    """Fill as few lines as need be with whole units, the longest line as short as can be.

    Longer lines are taken if the shorter ones end between two characters of no known word.
    """
    limit = width
    best = _filled(units, measure, limit)
    low = 0.0
    for _ in range(7):
        middle = (low + limit) / 2
        lines = _filled(units, measure, middle)
        if len(lines) > len(best) or max(map(measure, lines)) > middle + _SLACK:
            low = middle
        else:
            best, limit = lines, middle
    doubtful = _doubtful(units)
    if not doubtful:
        return best
    wider = (limit + (width - limit) * share / 6 for share in range(1, 7))
    ways = [best, *(_filled(units, measure, most) for most in wider)]
    return min(
        (way for way in ways if len(way) == len(best)),
        key=lambda way: (
            sum(end in doubtful for end in accumulate(map(len, way))),
            max(map(measure, way)),
        ),
    )


def _doubtful(units: Sequence[str]) -> set[int]:
    """Say after how many characters a cut parts two single ones, which may be one word."""
    ends = accumulate(map(len, units))
    return {
        end
        for end, (one, two) in zip(ends, pairwise(units), strict=False)
        if len(one) == len(two) == 1
    }


def _filled(units: Sequence[str], measure: Callable[[str], float], width: float) -> list[str]:
    found = [""]
    for unit in units:
        if found[-1] and measure(found[-1] + unit) > width + _SLACK:
            found.append(unit)
        else:
            found[-1] += unit
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it will be drawn."""

    text: str
    role: RoleName
    size: float
    colour: Colour

    @property
    def height(self) -> float:
        """Height in mm."""
        return self.size * _LEADING * MM_PER_PT


def set_lines(
    lettering: Lettering, pieces: Sequence[Words], width: float, height: float
) -> list[Line]:
    """Break pieces into lines of at most ``width`` mm that together are at most ``height`` mm.

    All pieces shrink together, each down to its least size.  If even that is too much, each piece
    gets as many lines as there is room for, and the drawing squeezes them.
    """
    shown = [piece for piece in pieces if piece.text]
    steps = max((int((p.size - p.least) / _STEP) for p in shown), default=0)

    def at(step: int) -> list[Line] | None:
        lines = [
            Line(text.strip(), piece.role, size, piece.colour)
            for piece in shown
            for size in [max(piece.least, piece.size - step * _STEP)]
            for text in piece.lines(lettering, size, width)
        ]
        wide = (lettering.width(ln.text, ln.role, ln.size) * _TIGHT > width for ln in lines)
        return lines if sum(ln.height for ln in lines) <= height and not any(wide) else None

    best = at(0)
    low, high = 0, steps
    while best is None and low < high:
        # The largest size that fits; smaller ones fit, too.
        middle = (low + high) // 2
        if at(middle) is None:
            low = middle + 1
        else:
            high = middle
    best = best if best is not None else at(high)
    return best if best is not None else _squeezed(lettering, shown, width, height)


def _squeezed(
    lettering: Lettering, pieces: Sequence[Words], width: float, height: float
) -> list[Line]:
    """Give every piece its share of the lines there is room for, at least one."""
    step = max((p.least for p in pieces), default=5.0) * _LEADING * MM_PER_PT
    room = max(int(height / step), len(pieces))
    scale = min(1.0, height / (step * room))
    widths = [lettering.width(p.text, p.role, p.least * scale) for p in pieces]
    counts = [1] * len(pieces)
    for _ in range(room - len(pieces)):
        worst = max(range(len(pieces)), key=lambda i: widths[i] / counts[i])
        counts[worst] += 1
    found = []
    for piece, count, natural in zip(pieces, counts, widths, strict=True):
        size = piece.least * scale
        wide = max(width, natural / count)
        texts = piece.lines(lettering, size, wide)
        while len(texts) > count:
            wide *= 1.06
            texts = piece.lines(lettering, size, wide)
        found += [Line(text.strip(), piece.role, size, piece.colour) for text in texts]
    return found


def draw_lines(
    sheet: Sheet, box: Box, lines: Sequence[Line], align: Align = "left", *, top: bool = False
) -> float:
    """Draw lines in a box (mm), in its middle or at its top; returns the y below them."""
    height = sum(line.height for line in lines)
    y = box.y if top else box.y + max(0.0, (box.height - height) / 2)
    x = {"left": box.x, "centre": box.cx, "right": box.right}[align]
    for line in lines:
        sheet.text(
            x,
            y + line.height / 2,
            line.text,
            line.role,
            line.size,
            align=align,
            upright="middle",
            max_width=box.width,
            colour=line.colour,
        )
        y += line.height
    return y
