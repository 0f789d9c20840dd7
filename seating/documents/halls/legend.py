"""What the colours and marks of a hall chart mean (图例)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.halls.grid import draw_unusable, draw_wheelchair
from seating.documents.halls.plan import HallPlan, UnitMark
from seating.documents.ink import DARK, MIDDLE, WHITE, tint
from seating.documents.lettering import Lettering
from seating.documents.paper import Box
from seating.documents.sheet import Sheet

_SIZE = 8.0
_ROW = 5.0
_SWATCH = 7.0
_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark with its meaning; ``kind`` is unit, free, reserved, unusable, wheelchair, head."""

    kind: str
    words: str
    width: float
    unit: UnitMark | None = None


@dataclass(frozen=True)
class Legend:
    """The entries in lines that fit the page; ``height`` in mm."""

    lines: Sequence[Sequence[Entry]]

    @property
    def height(self) -> float:
        """Height in mm, with the space above it."""
        return len(self.lines) * _ROW + 2.0 if self.lines else 0.0

    def draw(self, sheet: Sheet, box: Box) -> None:
        """Draw the legend from the top of a box."""
        y = box.y + 2.0
        for line in self.lines:
            x = box.x
            for entry in line:
                _draw(sheet, x, y, entry)
                x += entry.width
            y += _ROW


def legend_of(
    plan: HallPlan, lettering: Lettering, width: float, only: frozenset[int] | None = None
) -> Legend:
    """Lay the legend out in lines of ``width`` mm; ``only`` = numbers of the units to show."""
    zh = plan.language == "zh"
    entries: list[Entry] = []
    category = ""
    for unit in sorted(plan.units, key=lambda u: u.number):
        if only is not None and unit.number not in only:
            continue
        if unit.category != category:
            category = unit.category
            colon = "：" if zh else ":"
            entries.append(_head(lettering, category and category + colon))
        words = f"{unit.short} {unit.count}人" if zh else f"{unit.short} ({unit.count})"
        entries.append(_entry(lettering, "unit", words, unit))
    marks: list[Entry] = []
    states = {cell.state for cell in plan.cells}
    meanings = (
        ("free", "空位", "empty"),
        ("reserved", "备用（不安排）", "kept free"),
        ("unusable", "不可用", "out of use"),
    )
    for kind, chinese, english in meanings:
        if kind in states:
            marks.append(_entry(lettering, kind, chinese if zh else english))
    if any(cell.wheelchair for cell in plan.cells):
        marks.append(_entry(lettering, "wheelchair", "轮椅席" if zh else "wheelchair place"))
    if marks:
        entries += [_head(lettering, "图例：" if zh else "Marks:"), *marks]
    taken = sum(cell.state == "taken" for cell in plan.cells)
    usable, every = len(plan.sitting.layout.seats), len(plan.cells)
    total = f"就座 {taken} 人，可用 {usable} 座"
    if not zh:
        total = f"{taken} seated, {usable} usable seats"
    if every != usable:
        total += f"，共 {every} 座" if zh else f", {every} in all"
    entries.append(_head(lettering, total))
    return Legend(_lines(entries, width))


def _head(lettering: Lettering, words: str) -> Entry:
    return Entry("head", words, lettering.width(words, "hei", _SIZE) + 2)


def _entry(lettering: Lettering, kind: str, words: str, unit: UnitMark | None = None) -> Entry:
    width = lettering.width(words, "song", _SIZE)
    return Entry(kind, words, _SWATCH + 1.0 + min(width, 40.0) + _GAP, unit)


def _lines(entries: Sequence[Entry], width: float) -> list[list[Entry]]:
    lines: list[list[Entry]] = [[]]
    used = 0.0
    for i, entry in enumerate(entries):
        follow = entries[i + 1].width if entry.kind == "head" and i + 1 < len(entries) else 0.0
        if lines[-1] and used + entry.width + follow > width:
            lines.append([])
            used = 0.0
        lines[-1].append(entry)
        used += entry.width
    return [line for line in lines if line]


def _draw(sheet: Sheet, x: float, y: float, entry: Entry) -> None:
    middle = y + _ROW / 2
    if entry.kind == "head":
        sheet.text(x, middle, entry.words, "hei", _SIZE, upright="middle")
        return
    box = Box(x, y + 0.5, _SWATCH, _ROW - 1.0)
    if entry.unit is not None:
        sheet.ground(box, tint(entry.unit.number - 1))
        sheet.rect(box.x, box.y, box.width, box.height, line=0.15, stroke=DARK)
        sheet.text(
            box.cx, box.cy, f"({entry.unit.number})", "hei", 7, align="centre", upright="middle"
        )
    elif entry.kind == "unusable":
        draw_unusable(sheet, box)
    else:
        dash = (0.8, 0.6) if entry.kind == "reserved" else ()
        sheet.rect(
            box.x, box.y, box.width, box.height, line=0.15, stroke=MIDDLE, fill=WHITE, dash=dash
        )
        if entry.kind == "wheelchair":
            draw_wheelchair(sheet, box)
        if entry.kind == "reserved":
            word = "留" if "备" in entry.words else "res."
            sheet.text(
                box.cx, box.cy, word, "song", 7, align="centre", upright="middle", colour=MIDDLE
            )
    sheet.text(
        x + _SWATCH + 1.0, middle, entry.words, "song", _SIZE, upright="middle", max_width=40.0
    )
