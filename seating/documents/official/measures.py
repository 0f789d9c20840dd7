"""Measures of an official page after GB/T 9704-2012 (公文版式尺寸).

All numbers come from ``rules/documents/gbt9704.toml``, where each stands with its clause and
its source.  Lengths are in mm from the upper left corner of the paper, y downwards; sizes of
type in pt; "cells" are characters of the 28-character grid.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from seating.facts.data import data_root

MM = 25.4 / 72
"""Millimetres in one point."""


class MarginError(ValueError):
    """A margin lies outside the tolerance of clause 5.2.1."""


@dataclass(frozen=True, slots=True)
class Value:
    """One number of the standard with the place it comes from."""

    value: float
    clause: str
    source: str
    tolerance: float = 0.0


@cache
def values() -> dict[str, Value]:
    """Return every measure by ``section.name``."""
    path = data_root("rules") / "documents" / "gbt9704.toml"
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        f"{section}.{name}": Value(**entry)
        for section, entries in raw.items()
        if isinstance(entries, dict)
        for name, entry in entries.items()
    }


def measure(key: str) -> float:
    """Return one measure, e.g. ``measure("mark.drop")`` = 35.0 mm."""
    return values()[key].value


def count(key: str) -> int:
    """Return one measure that counts lines or characters."""
    return int(values()[key].value)


def check_margin(name: str, mm: float) -> None:
    """Accept a top or left margin within the tolerance of clause 5.2.1.

    Args:
        name: ``top`` (天头, 37 ± 1 mm) or ``left`` (订口, 28 ± 1 mm).
        mm: the margin wished.

    Raises:
        MarginError: it is further off than the standard allows.
    """
    norm = values()[f"page.{name}"]
    if abs(mm - norm.value) > norm.tolerance + 1e-9:
        raise MarginError(f"{mm:g} mm: {norm.value:g} ± {norm.tolerance:g} mm")


@dataclass(frozen=True, slots=True)
class Page:
    """The type area (版心) and its grid on A4.

    Attributes:
        top: margin above the type area in mm (天头).
        left: margin left of it in mm (订口).
        width: of the type area in mm.
        height: of the type area in mm.
        lines: lines on a full page.
        cells: characters on a full line.
    """

    top: float
    left: float
    width: float
    height: float
    lines: int
    cells: int

    @property
    def right(self) -> float:
        """Right edge of the type area in mm."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Lower edge of the type area in mm."""
        return self.top + self.height

    @property
    def cell(self) -> float:
        """Pitch of the characters in mm: 156/28 (15.79 pt)."""
        return self.width / self.cells

    @property
    def line(self) -> float:
        """Pitch of the lines in mm: 225/22 (28.99 pt)."""
        return self.height / self.lines

    def line_top(self, number: int) -> float:
        """Top in mm of a line of the grid, 0 = the first; its characters stand at the top."""
        return self.top + number * self.line

    def cell_left(self, column: float) -> float:
        """Left edge in mm of a cell of the grid, 0 = the first."""
        return self.left + column * self.cell

    def line_below(self, y: float) -> int:
        """Number of the first line of the grid whose top is not above ``y`` mm."""
        number = (y - self.top) / self.line
        whole = int(number)
        return whole if number - whole < 0.03 else whole + 1


def page(top: float | None = None, left: float | None = None) -> Page:
    """Return the standard page, with margins of one's own where the standard allows them.

    Raises:
        MarginError: a margin is off by more than 1 mm (clause 5.2.1).
    """
    top = measure("page.top") if top is None else top
    left = measure("page.left") if left is None else left
    check_margin("top", top)
    check_margin("left", left)
    return Page(
        top=top,
        left=left,
        width=measure("page.area_width"),
        height=measure("page.area_height"),
        lines=count("grid.lines"),
        cells=count("grid.cells"),
    )
