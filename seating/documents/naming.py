"""One size for all the names of a page, and names set inside their box (排名字)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from seating.documents.ink import BLACK, Colour
from seating.documents.lettering import MIDDLE_OF_EM, NARROWEST, Lettering, RoleName, name_spread
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.documents.words import name_parts

_LINE = 1.12
_TWO = 0.86
_CLEARER = 1.15  # a name is broken, or broken again, where its letters become so much larger


@dataclass(frozen=True, slots=True)
class NameStyle:
    """How names are set on one page: typeface, size in pt, long names on two lines or not."""

    role: RoleName
    size: float
    broken: bool = False

    def draw(self, sheet: Sheet, box: Box, name: str, colour: Colour = BLACK) -> None:
        """Draw a name in the middle of a box (mm); a very long one gets two lines."""
        role, size = self.role, self.size
        room = box.width
        natural = sheet.lettering.width(name, role, size)
        parts = name_parts(name) if self.broken else (name,)
        small = _smallest(
            sheet.lettering, parts, role, size * (_TWO if len(parts) > 1 else 1), room
        )
        lines, lower = _in_lines(sheet.lettering, name, role, Box(0, 0, room, box.height))
        if min(lower, size) > small * _CLEARER:
            parts, size = tuple(lines), min(lower, size) / _TWO
        elif len(parts) == 1 or natural * 0.8 <= room:
            sheet.text(
                box.cx, box.cy, name, role, size, align="centre", upright="middle",
                max_width=room, colour=colour, spread=name_spread(name),
            )  # fmt: skip
            return
        step = size * _TWO * MM_PER_PT * _LINE
        for i, part in enumerate(parts):
            sheet.text(
                box.cx, box.cy + (i - (len(parts) - 1) / 2) * step, part, role, size * _TWO,
                align="centre", upright="middle", max_width=room, colour=colour,
            )  # fmt: skip


def _smallest(
    lettering: Lettering, parts: Sequence[str], role: RoleName, size: float, room: float
) -> float:
    """Return the size in pt at which the longest part ends up in a width of ``room`` mm."""
    return min(lettering.fit(part, role, size, room).size for part in parts)


def _in_lines(lettering: Lettering, name: str, role: RoleName, box: Box) -> tuple[list[str], float]:
    """Return a name in as many lines as make it largest in a box, and that size in pt."""
    found: tuple[list[str], float] = ([name], 0.0)
    for count in (2, 3):
        lines = parted(name, count)
        if len(lines) < count:
            break
        most = box.height / (count * _LINE * MM_PER_PT)
        size = _smallest(lettering, lines, role, most, box.width)
        if size > found[1] * _CLEARER:
            found = lines, size
    return found


def parted(name: str, count: int) -> list[str]:
    """Split a long name behind ``·``, ``-`` and spaces into lines of about the same length."""
    pieces = [piece for piece in re.split(r"(?<=[·\- ])", name) if piece]
    if len(pieces) < count:
        return [name]

    def longest(cuts: tuple[int, ...]) -> int:
        return max(len("".join(part).strip()) for part in _cut(pieces, cuts))

    best = min(combinations(range(1, len(pieces)), count - 1), key=longest)
    return ["".join(part).strip() for part in _cut(pieces, best)]


def _cut(pieces: Sequence[str], cuts: tuple[int, ...]) -> list[Sequence[str]]:
    return [pieces[a:b] for a, b in pairwise((0, *cuts, len(pieces)))]


def name_style(
    lettering: Lettering,
    names: Iterable[str],
    role: RoleName,
    width: float,
    height: float,
    most: float,
) -> NameStyle:
    """Return the largest size at which every name fits ``width`` by ``height`` mm.

    Names are squeezed to 60 % at most; three characters are the least that is reckoned with, so
    that charts of one meeting look alike.
    """
    single, double, broken = 3.0, 0.0, False
    for name in set(names):
        ems = lettering.setting(name, role).ems
        single = max(single, min(ems, 3.0), ems * NARROWEST)
        parts = name_parts(name)
        if len(parts) > 1 and ems * NARROWEST > 3.0:
            broken = True
            widest = max(lettering.setting(part, role).ems for part in parts)
            double = max(double, widest * NARROWEST * _TWO)
        else:
            double = max(double, min(ems, 3.0), ems * NARROWEST)
    one = min(width / (single * MM_PER_PT), height / (_LINE * MM_PER_PT), most)
    if not broken:
        return NameStyle(role, one)
    lines = 2 * _TWO * _LINE
    two = min(width / (max(double, 3.0) * MM_PER_PT), height / (lines * MM_PER_PT), most)
    return NameStyle(role, two, broken=True) if two > one else NameStyle(role, one)


def draw_column(
    sheet: Sheet,
    box: Box,
    name: str,
    size: float,
    colour: Colour = BLACK,
    role: RoleName = "kai",
) -> None:
    """Write a name downwards in the middle of a box (mm); 张三 is as high as three characters.

    Letters of an alphabet lie on their side; a long name has two columns, the first at the right.
    """
    if any(c.isalpha() and c < "\u2e80" for c in name):
        _sideways(sheet, box, name, size, colour, role)
        return
    lines = parted(name, 2)
    half = min(box.width / 2 / MM_PER_PT, box.height / max(map(len, lines)) / MM_PER_PT)
    if len(lines) < 2 or min(half, size) < box.height / len(name) / MM_PER_PT * _CLEARER:
        _column(sheet, box, name, size, colour)
        return
    size = min(half, size)
    tall = max(map(len, lines)) * size * MM_PER_PT
    for i, line in enumerate(lines):
        high = len(line) * size * MM_PER_PT
        part = Box(box.cx - i * box.width / 2, box.cy - tall / 2, box.width / 2, high)
        _column(sheet, part, line, size, colour)


def _column(sheet: Sheet, box: Box, name: str, size: float, colour: Colour) -> None:
    chars = list(name)
    slots = max(len(chars), 3 if name_spread(name) else len(chars))
    step = min(size * MM_PER_PT * 1.04, box.height / slots)
    size = min(size, step / MM_PER_PT)
    at = box.cy - (slots - 1) / 2 * step
    jump = step * (slots - 1) / max(len(chars) - 1, 1)
    if len(chars) == 1:
        at = box.cy
    for i, char in enumerate(chars):
        sheet.text(
            box.cx, at + i * jump, char, "kai", size, align="centre", upright="middle",
            max_width=box.width, colour=colour,
        )  # fmt: skip


def _sideways(
    sheet: Sheet, box: Box, name: str, size: float, colour: Colour, role: RoleName
) -> None:
    """Write a name in a box as if the box lay on its left side."""
    lying = Box(0, 0, box.height - 1.4, box.width)
    lines, small = _in_lines(sheet.lettering, name, role, lying)
    whole = sheet.lettering.fit(name, role, min(size, box.width / MM_PER_PT), lying.width).size
    if whole * _CLEARER >= small:
        lines, small = [name], whole
    size = min(size, small)
    step = size * MM_PER_PT * _LINE
    for i, line in enumerate(lines):
        x = box.cx + ((len(lines) - 1) / 2 - i) * step - MIDDLE_OF_EM * size * MM_PER_PT
        sheet.text(
            x, box.cy, line, role, size, align="centre", max_width=lying.width, turn=-90,
            colour=colour,
        )  # fmt: skip
