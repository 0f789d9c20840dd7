"""Paper sizes and rectangles, in millimetres (纸张)."""

from __future__ import annotations

import re
from dataclasses import dataclass

PT_PER_MM = 72 / 25.4
"""Points (1/72 inch) in a millimetre."""

MM_PER_PT = 25.4 / 72
"""Millimetres in a point."""

_SIZES = {
    "A0": (841.0, 1189.0),
    "A1": (594.0, 841.0),
    "A2": (420.0, 594.0),
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "LETTER": (215.9, 279.4),
}
_FREE = re.compile(r"(\d+(?:\.\d+)?)\s*[x×X*]\s*(\d+(?:\.\d+)?)(?:\s*mm)?")


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper: ``width`` and ``height`` in mm as it lies before the reader."""

    width: float
    height: float

    def landscape(self) -> Paper:
        """Return the paper lying on its long side (横放)."""
        return Paper(max(self.width, self.height), min(self.width, self.height))

    def portrait(self) -> Paper:
        """Return the paper standing on its short side (竖放)."""
        return Paper(min(self.width, self.height), max(self.width, self.height))

    @property
    def area(self) -> float:
        """Area in mm²."""
        return self.width * self.height


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on paper in mm; ``x, y`` is its upper left corner, y runs downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Distance of the right edge from the paper's left edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Distance of the lower edge from the paper's upper edge."""
        return self.y + self.height

    @property
    def cx(self) -> float:
        """Distance of the middle from the paper's left edge."""
        return self.x + self.width / 2

    @property
    def cy(self) -> float:
        """Distance of the middle from the paper's upper edge."""
        return self.y + self.height / 2

    def inset(self, across: float, down: float | None = None) -> Box:
        """Return the box made smaller on all four sides (left and right, top and bottom)."""
        down = across if down is None else down
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)


def paper_of(name: str) -> Paper:
    """Return a paper by name (``A5`` … ``A0``, ``letter``) or size (``210x297``, mm).

    Named papers stand upright; a free size lies as written.

    Raises:
        ValueError: the name is neither.
    """
    key = name.strip().upper()
    if key in _SIZES:
        return Paper(*_SIZES[key])
    found = _FREE.fullmatch(name.strip())
    if found:
        width, height = float(found[1]), float(found[2])
        if 20 <= width <= 5000 and 20 <= height <= 5000:
            return Paper(width, height)
    raise ValueError(
        f"{name!r} is no paper: A5, A4, A3, A2, A1, A0, letter, or WIDTHxHEIGHT in mm (20-5000)"
    )
