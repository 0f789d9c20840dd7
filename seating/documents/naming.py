"""One size for all the names of a page, and names set inside their box (排名字)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from seating.documents.ink import BLACK, Colour
from seating.documents.lettering import NARROWEST, Lettering, RoleName, name_spread
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.documents.words import name_parts

_LINE = 1.12
_TWO = 0.86


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
        if len(parts) == 1 or natural * 0.8 <= room:
            sheet.text(
                box.cx, box.cy, name, role, size, align="centre", upright="middle",
                max_width=room, colour=colour, spread=name_spread(name),
            )  # fmt: skip
            return
        step = size * _TWO * MM_PER_PT * _LINE
        for i, part in enumerate(parts):
            sheet.text(
                box.cx, box.cy + (i - 0.5) * step, part, role, size * _TWO, align="centre",
                upright="middle", max_width=room, colour=colour,
            )  # fmt: skip


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


def draw_column(sheet: Sheet, box: Box, name: str, size: float, colour: Colour = BLACK) -> None:
    """Write a name downwards in the middle of a box (mm); 张三 is as high as three characters."""
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
