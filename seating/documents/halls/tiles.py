"""A hall too big for one page: an overview and parts that do not overlap (总图与分图)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.charts.scale_view import arrow
from seating.documents.halls.axis import Axis
from seating.documents.halls.grid import (
    HallGrid,
    draw_cells,
    draw_row_numbers,
    draw_unusable,
    style_of,
)
from seating.documents.halls.legend import legend_of
from seating.documents.halls.page import (
    ROW_ROOM,
    Composition,
    draw_aisles,
    draw_doors,
    draw_legend,
)
from seating.documents.halls.plan import Cell, HallPlan
from seating.documents.halls.stage import Stage
from seating.documents.ink import BLACK, MIDDLE, WHITE, tint
from seating.documents.lettering import Lettering
from seating.documents.paper import Box
from seating.documents.sheet import Sheet
from seating.facts.text import Language

_MOST = 12
_ARROW = 10.0
_STAGE = {"zh": "主席台方向", "en": "towards the rostrum"}


@dataclass(frozen=True)
class Tiling:
    """Where the hall is cut: positions on the shortened rulers, and the size of names in pt."""

    across: Sequence[float]
    along: Sequence[float]
    size: float

    @property
    def count(self) -> int:
        """Number of parts."""
        return (len(self.across) - 1) * (len(self.along) - 1)

    def part(self, number: int) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return low and high corner of a part; 1 = front row, left as the audience sees it."""
        columns = len(self.across) - 1
        line, column = divmod(number - 1, columns)
        up = len(self.along) - 2 - line
        return (
            (self.across[column], self.along[up]),
            (self.across[column + 1], self.along[up + 1]),
        )


def find_tiling(plan: HallPlan, lettering: Lettering, rest: Box, least: float) -> Tiling:
    """Return the cut into the fewest parts whose names are at least ``least`` pt."""
    box = _seats_box(rest, legend_of(plan, lettering, rest.width).height)
    best: Tiling | None = None
    shapes = sorted(
        ((nx, ny) for nx in range(1, _MOST + 1) for ny in range(1, _MOST + 1)),
        key=lambda s: (s[0] * s[1], s[0]),
    )
    for nx, ny in shapes:
        if best is not None and best.size >= least and nx * ny > best.count:
            break
        across = _cuts(plan.across, nx, plan.pitch)
        along = _cuts(plan.along, ny, plan.row_pitch)
        size = min(
            style_of(
                HallGrid.fit(
                    plan, box, turned=False, low=(across[i], along[j]),
                    high=(across[i + 1], along[j + 1]),
                ),
                lettering,
                plan.words,
            ).size
            for i in range(nx)
            for j in range(ny)
        )  # fmt: skip
        if best is None or size > best.size:
            best = Tiling(across, along, size)
    assert best is not None
    return best


def _seats_box(rest: Box, legend: float) -> Box:
    """Return the room for seats between the arrow and a legend of so many mm."""
    height = rest.height - _ARROW - legend - 1.5
    return Box(rest.x + ROW_ROOM, rest.y + _ARROW, rest.width - 2 * ROW_ROOM, height)


def _cuts(axis: Axis, count: int, pitch: float) -> list[float]:
    """Cut a ruler into ``count`` parts: in an aisle if one is near, else between two seats."""
    cuts = [-1.0]
    share = axis.length / count
    aisles = [
        (axis.at(a) + axis.at(b)) / 2
        for (_, a), (b, _) in zip(axis.spans, axis.spans[1:], strict=False)
    ]
    for i in range(1, count):
        ideal = i * share
        near = [a for a in aisles if abs(a - ideal) < 0.2 * share and a > cuts[-1] + pitch]
        if near:
            cuts.append(min(near, key=lambda a: abs(a - ideal)))
            continue
        start = max((axis.at(low) for low, _ in axis.spans if axis.at(low) <= ideal), default=0.0)
        cuts.append(start + round((ideal - start) / pitch) * pitch)
    cuts.append(axis.length + 1.0)
    return cuts


def draw_overview(sheet: Sheet, page: Composition, stage: Stage, tiling: Tiling) -> None:
    """Draw the whole hall without names, with the borders and numbers of the parts."""
    grid = page.grid
    if page.stage_box is not None:
        stage.draw(sheet, page.stage_box, turned=grid.turned)
    labels = [_label_box(sheet, grid, tiling, n) for n in range(1, tiling.count + 1)]
    tagged = grid.step[0] >= 3.2 and grid.step[1] >= 2.6
    for cell in grid.cells:
        box = grid.cell_box(cell)
        if cell.state == "unusable":
            draw_unusable(sheet, box)
            continue
        if cell.unit is not None:
            sheet.ground(box, tint(cell.unit.number - 1))
        sheet.rect(box.x, box.y, box.width, box.height, line=0.08, stroke=MIDDLE)
        if not tagged or cell.unit is None or any(_touch(box, label) for label in labels):
            continue
        sheet.text(
            box.cx, box.cy, str(cell.unit.number), "hei", min(5.5, box.height * 1.7),
            align="centre", upright="middle", max_width=box.width - 0.3,
        )  # fmt: skip
    draw_row_numbers(sheet, grid, ROW_ROOM)
    draw_aisles(sheet, grid)
    draw_doors(sheet, grid)
    for number, label in enumerate(labels, start=1):
        part = _part_box(grid, tiling, number)
        sheet.rect(part.x, part.y, part.width, part.height, line=0.6, stroke=BLACK)
        sheet.rect(
            label.x, label.y, label.width, label.height, line=0.4, stroke=BLACK, fill=WHITE,
            radius=1.5,
        )  # fmt: skip
        words = _part_words(grid.plan.language, number)
        sheet.text(label.cx, label.cy, words, "hei", 14, align="centre", upright="middle")
    draw_legend(sheet, page.legend, page.legend_box)


def _part_words(language: Language, number: int) -> str:
    return f"分图{number}" if language == "zh" else f"Part {number}"


def _touch(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _label_box(sheet: Sheet, grid: HallGrid, tiling: Tiling, number: int) -> Box:
    part = _part_box(grid, tiling, number)
    words = _part_words(grid.plan.language, number)
    wide = sheet.lettering.width(words, "hei", 14) + 4
    return Box(part.cx - wide / 2, part.cy - 4, wide, 8)


def _part_box(grid: HallGrid, tiling: Tiling, number: int) -> Box:
    """Return the box of a part on the overview, in mm on paper."""
    (x0, y0), (x1, y1) = tiling.part(number)
    kx, ky = grid.step[0] / grid.plan.pitch, grid.step[1] / grid.plan.row_pitch
    left, right = max(x0, 0.0) * kx, min(x1, grid.plan.across.length) * kx
    low, high = max(y0, 0.0) * ky, min(y1, grid.plan.along.length) * ky
    box = grid.box
    if grid.turned:
        return Box(box.right - right, box.y + low, right - left, high - low)
    return Box(box.x + left, box.bottom - high, right - left, high - low)


def draw_tile(
    sheet: Sheet, plan: HallPlan, tiling: Tiling, number: int, rest: Box, *, turned: bool
) -> None:
    """Draw one part of the hall."""
    low, high = tiling.part(number)
    inside = [c for c in plan.cells if c.unit is not None and _within(plan, c, low, high)]
    here = frozenset(c.unit.number for c in inside if c.unit is not None)
    legend = legend_of(plan, sheet.lettering, rest.width, only=here)
    box = _seats_box(rest, legend.height)
    low = (max(low[0], 0.0), max(low[1], 0.0))
    high = (min(high[0], plan.across.length + 1), min(high[1], plan.along.length + 1))
    if turned:
        box = Box(box.x, rest.y, box.width, box.height)
    grid = HallGrid.fit(plan, box, turned=turned, low=low, high=high)
    style = style_of(grid, sheet.lettering, [c.words for c in grid.cells if c.words])
    draw_cells(sheet, grid, style)
    draw_row_numbers(sheet, grid, ROW_ROOM)
    draw_aisles(sheet, grid)
    words = _STAGE[plan.language]
    x = rest.cx - (5 + sheet.lettering.width(words, "hei", 12)) / 2
    y = box.bottom + _ARROW / 2 if turned else rest.y + _ARROW / 2 - 1
    arrow(sheet, x, y, words, down=turned)
    rows = sorted({c.place.row for c in grid.cells})
    span = f"{rows[0]}—{rows[-1]}排" if plan.language == "zh" else f"Rows {rows[0]}-{rows[-1]}"
    sheet.text(rest.right - ROW_ROOM, y, span, "hei", 12, align="right", upright="middle")
    room = Box(rest.x, rest.bottom - legend.height, rest.width, legend.height)
    draw_legend(sheet, legend, room)


def _within(
    plan: HallPlan, cell: Cell, low: tuple[float, float], high: tuple[float, float]
) -> bool:
    x, y = plan.across.at(cell.x), plan.along.at(cell.y)
    return low[0] <= x < high[0] and low[1] <= y < high[1]
