"""Colours that survive a black-and-white printer, and hatchings for where there are none (用色)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Hatch = Literal["", "rising", "falling", "cross", "dots"]


class Colour(NamedTuple):
    """Red, green and blue, each 0-1."""

    red: float
    green: float
    blue: float

    @property
    def grey(self) -> float:
        """The lightness a black-and-white printer gives it, 0 black - 1 white."""
        return 0.299 * self.red + 0.587 * self.green + 0.114 * self.blue

    def operator(self, mono: bool, stroke: bool = False) -> str:
        """Return the PDF operator that chooses the colour for filling or for lines."""
        if mono or self.red == self.green == self.blue:
            return f"{self.grey:.3g} {'G' if stroke else 'g'}"
        return f"{self.red:.3g} {self.green:.3g} {self.blue:.3g} {'RG' if stroke else 'rg'}"


def colour(code: str) -> Colour:
    """Return the colour written as six hexadecimal digits."""
    return Colour(*(int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)))


BLACK = Colour(0, 0, 0)
WHITE = Colour(1, 1, 1)
DARK = colour("333333")
MIDDLE = colour("808080")
LIGHT = colour("C8C8C8")
PALE = colour("EFEFEF")
RED = colour("C4161C")
"""The red of official documents."""


@dataclass(frozen=True, slots=True)
class Tint:
    """A ground for black text: a light colour, or in black and white a grey and a hatching."""

    colour: Colour
    grey: float
    hatch: Hatch = ""


TINTS: tuple[Tint, ...] = (
    Tint(colour("CFE2F3"), 1.00),
    Tint(colour("FCE5CD"), 0.84),
    Tint(colour("D9EAD3"), 1.00, "rising"),
    Tint(colour("F4D6DB"), 0.91),
    Tint(colour("E3DAF0"), 1.00, "dots"),
    Tint(colour("FFF2CC"), 0.84, "falling"),
    Tint(colour("CDEAE5"), 1.00, "cross"),
    Tint(colour("E9DCCB"), 0.91, "rising"),
    Tint(colour("DCE3E8"), 1.00, "falling"),
    Tint(colour("F9E0F2"), 0.84, "dots"),
    Tint(colour("E6F0C4"), 0.91, "cross"),
    Tint(colour("D6DCF5"), 0.84, "rising"),
)
"""Grounds for units; neighbours differ in lightness, and black text stays legible on all."""


def tint(index: int) -> Tint:
    """Return the ground of the *index*-th unit (0 = first); they repeat after twelve."""
    return TINTS[index % len(TINTS)]
