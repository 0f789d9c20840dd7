"""Plain-text plans, both ways to scale (按比例的文字平面图)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from seating.facts.venue import Layout, View
from seating.forms.drawing import width

Mark = tuple[float, float, str]
_GROWTH = 1.05
_HEIGHT = 2.0  # a character is about twice as high as wide


def plot(marks: Sequence[Mark]) -> str:
    """Draw (x mm, y mm, text), each text centred on its point, y upwards.

    The drawing is as small as it can be without two texts touching.
    """
    shown = [mark for mark in marks if mark[2]]
    if not shown:
        return ""
    reach = max(max(abs(x), abs(y)) for x, y, _ in shown) or 1.0
    columns = 1.0 / reach
    while (lines := _lines(shown, columns)) is None:
        columns *= _GROWTH
    return "\n".join(lines)


def plot_layout(layout: Layout, marks: Sequence[Mark], view: View) -> str:
    """Draw marks of a layout with its doors, seen in a view (``seated`` turns it by 180°)."""
    sign = -1.0 if view == "seated" else 1.0
    doors = [(f.x, f.y, f"[{f.label.zh}]") for f in layout.fixtures if f.kind == "door"]
    return plot([(sign * x, sign * y, text) for x, y, text in (*marks, *doors)])


def _lines(marks: Sequence[Mark], columns: float) -> list[str] | None:
    """Return the drawing at so many columns per mm, or ``None`` if texts would touch."""
    rows: dict[int, list[tuple[int, str]]] = {}
    for x, y, text in marks:
        start = round(x * columns - width(text) / 2 + 1e-6)
        rows.setdefault(round(-y * columns / _HEIGHT + 1e-6), []).append((start, text))
    for row in rows.values():
        row.sort()
        if any(start + width(text) >= after for (start, text), (after, _) in pairwise(row)):
            return None
    left = min(row[0][0] for row in rows.values())
    lines = []
    for number in range(min(rows), max(rows) + 1):
        line = ""
        for start, text in rows.get(number, ()):
            line += " " * (start - left - width(line)) + text
        lines.append(line)
    return lines
