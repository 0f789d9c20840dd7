"""One size for all names of a set, as offices expect it (统一字号).

Names in Chinese characters share a size that three characters fill; two characters are spaced
as wide as three, longer names are squeezed.  A name that would have to be squeezed below 50 %
stands on two lines, and all names on two lines share a size too.  Names in Latin or Cyrillic
letters are no squares and have a common size of their own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from seating.documents.cards.panel import Panel
from seating.documents.ink import BLACK, Colour
from seating.documents.lettering import Lettering, RoleName, is_han, name_spread
from seating.documents.paper import MM_PER_PT, PT_PER_MM, Box
from seating.documents.words import name_parts

_NARROWEST = 0.5
"""So far are Chinese names squeezed before they go on two lines; the size stays that of all."""

_HAN_HEIGHT = 1.08
"""Room in em that a line of Chinese characters needs."""

_LETTER_HEIGHT = 1.2
"""Room in em that a line of letters needs, with its accents and descenders."""

_TWO_LINES = 1.16
"""Distance between the two lines of a name, in em."""

_LETTERS_NARROWEST = 0.85
"""Letters are squeezed less than characters before a name goes on two lines."""

_WIDER = 1.25
"""Two lines are worth it where they make the letters so much larger."""


@dataclass(frozen=True, slots=True)
class NameSizes:
    """The sizes in pt of the names of a set.

    Attributes:
        role: typeface; letters are set in the Latin one.
        width, height: the room for a name in mm.
        one: Chinese characters on one line.
        two: Chinese characters on two lines.
        letters: names in letters.
        parted: names in letters that are too long for one line stand on two.
    """

    role: RoleName
    width: float
    height: float
    one: float
    two: float
    letters: float
    parted: bool

    def lines(self, lettering: Lettering, name: str) -> tuple[str, ...]:
        """Return a name as it is set, on one line or two."""
        parts = name_parts(name)
        if len(parts) == 1:
            return (name,)
        ems = lettering.setting(name, face_of(name, self.role), latin=True).ems
        if in_letters(name):
            fits = ems * _LETTERS_NARROWEST * self.letters * MM_PER_PT <= self.width * 1.001
            return parts if self.parted and not fits else (name,)
        fits = ems * _NARROWEST * self.one * MM_PER_PT <= self.width * 1.001
        return (name,) if fits else parts

    def of(self, lettering: Lettering, name: str) -> float:
        """Return the size in pt in which a name is set."""
        return self._size(name, len(self.lines(lettering, name)))

    def _size(self, name: str, lines: int) -> float:
        if in_letters(name):
            return self.letters
        return self.one if lines == 1 else self.two

    def draw(self, panel: Panel, box: Box, name: str, colour: Colour = BLACK) -> None:
        """Draw a name in the middle of a box that has the width and height of this set."""
        lines = self.lines(panel.lettering, name)
        size = self._size(name, len(lines))
        face = face_of(name, self.role)
        step = size * _TWO_LINES * MM_PER_PT
        for i, line in enumerate(lines):
            shift = 0.0
            if line.endswith("·"):  # It hangs, so that the characters stand in the middle.
                spare = box.width - panel.lettering.width(line, face, size, latin=True)
                shift = min(panel.lettering.width("·", face, size), max(spare, 0.0)) / 2
            panel.text(
                box.cx + shift,
                box.cy + (i - (len(lines) - 1) / 2) * step,
                line,
                face,
                size,
                align="centre",
                max_width=box.width,
                colour=colour,
                spread=name_spread(line) if len(lines) == 1 else 0.0,
                latin=True,
                narrowest=_NARROWEST,
            )


def in_letters(name: str) -> bool:
    """Whether a name is written in Latin, Cyrillic or other letters, not in characters."""
    return not any(is_han(c) for c in name)


def face_of(name: str, role: RoleName) -> RoleName:
    """Return the typeface of a name: letters beside 黑体 are bold, as beside 小标宋."""
    return "title_song" if role == "hei" and in_letters(name) else role


def name_sizes(
    lettering: Lettering,
    names: Iterable[str],
    role: RoleName,
    width: float,
    height: float,
    *,
    most: float = 0.0,
    taller: float = 1.0,
) -> NameSizes:
    """Return the sizes of a set.

    The size of Chinese characters depends on the room alone, so that somebody who comes late,
    whatever his name, does not change everybody's card.

    Args:
        lettering: measures.
        names: of everybody in the set.
        role: typeface.
        width: room for a name in mm.
        height: room for a name in mm.
        most: largest size in pt; 0 = as the room allows.
        taller: two lines may exceed the height by this factor.
    """
    most = most or math.inf
    one = min(width / 3, height / _HAN_HEIGHT) * PT_PER_MM
    two = height * taller / (_HAN_HEIGHT + _TWO_LINES) * PT_PER_MM
    foreign = sorted({n for n in names if in_letters(n)})
    single = height / _LETTER_HEIGHT
    double = min(single, height * taller / (_LETTER_HEIGHT + _TWO_LINES))
    for name in foreign:
        face = face_of(name, role)
        ems = lettering.setting(name, face, latin=True).ems or 1.0
        single = min(single, width / (ems * _LETTERS_NARROWEST))
        widest = max(lettering.setting(p, face, latin=True).ems for p in name_parts(name)) or 1.0
        double = min(double, width / (widest * _LETTERS_NARROWEST))
    parted = double > single * _WIDER
    return NameSizes(
        role,
        width,
        height,
        one=min(one, most),
        two=min(two, most),
        letters=min((double if parted else single) * PT_PER_MM, most),
        parted=parted,
    )
