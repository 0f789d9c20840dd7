"""The composition of one page of a hall chart (会场图版面)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from seating.documents.halls.grid import HallGrid, draw_cells, draw_row_numbers, style_of
from seating.documents.halls.legend import Legend, legend_of
from seating.documents.halls.plan import HallPlan
from seating.documents.halls.stage import Stage
from seating.documents.ink import DARK, LIGHT, MIDDLE
from seating.documents.lettering import Lettering
from seating.documents.naming import NameStyle
from seating.documents.paper import Box
from seating.documents.sheet import Sheet
from seating.facts.text import Language
from seating.facts.venue import Fixture

MARGIN = 10.0
ROW_ROOM = 9.0
_DOOR_ROOM = 5.0


@dataclass(frozen=True)
class Composition:
    """Where things stand on a page; all boxes in mm."""

    grid: HallGrid
    style: NameStyle
    legend: Legend
    legend_box: Box
    stage_box: Box | None
    seats: Box


def compose(
    plan: HallPlan, stage: Stage, lettering: Lettering, rest: Box, *, turned: bool
) -> Composition:
    """Share a page between rostrum, seats and legend."""
    legend = legend_of(plan, lettering, rest.width)
    doors = _DOOR_ROOM if _rear_doors(plan) else 1.0
    room = rest.height - legend.height - stage.height - doors - 1.5
    top = rest.y + (doors if turned else stage.height)
    seats = Box(rest.x + ROW_ROOM, top, rest.width - 2 * ROW_ROOM, room)
    grid = HallGrid.fit(plan, seats, turned=turned)
    spare = room - grid.box.height
    shift = min(spare / 2, 12.0)
    top += shift
    box = Box(grid.box.x, top, grid.box.width, grid.box.height)
    grid = HallGrid(plan, box, grid.step, grid.low, grid.high, turned)
    width = min(rest.width, max(grid.box.width + 2 * ROW_ROOM, rest.width * 0.6))
    stage_y = box.bottom if turned else box.y - stage.height
    return Composition(
        grid=grid,
        style=style_of(grid, lettering, plan.words),
        legend=legend,
        legend_box=Box(rest.x, rest.bottom - legend.height, rest.width, legend.height),
        stage_box=Box(rest.cx - width / 2, stage_y, width, stage.height),
        seats=seats,
    )


def draw_page(sheet: Sheet, page: Composition, stage: Stage) -> None:
    """Draw a whole hall on one page."""
    if page.stage_box is not None:
        stage.draw(sheet, page.stage_box, turned=page.grid.turned)
    draw_cells(sheet, page.grid, page.style)
    draw_row_numbers(sheet, page.grid, ROW_ROOM)
    draw_aisles(sheet, page.grid)
    draw_doors(sheet, page.grid)
    draw_legend(sheet, page.legend, page.legend_box)


def draw_legend(sheet: Sheet, legend: Legend, box: Box) -> None:
    """Draw the legend under a thin line."""
    sheet.line(box.x, box.y + 0.6, box.right, box.y + 0.6, width=0.12, colour=LIGHT)
    legend.draw(sheet, box)


def draw_aisles(sheet: Sheet, grid: HallGrid) -> None:
    """Write 走道 into the gaps between blocks."""
    plan = grid.plan
    for (_, a), (b, _) in pairwise(plan.across.spans):
        x0, _ = grid.point(a, 0)
        x1, _ = grid.point(b, 0)
        if b - a < 400 or abs(x1 - x0) < 2.4:
            continue
        at = plan.across.at((a + b) / 2)
        if not grid.low[0] < at < grid.high[0]:
            continue
        _aisle_word(sheet, plan.language, (x0 + x1) / 2, grid.box.cy, abs(x1 - x0))


def _aisle_word(sheet: Sheet, language: Language, x: float, y: float, width: float) -> None:
    size = min(8.0, width * 2.2)
    if language == "zh":
        for shift, word in ((-4.0, "走"), (4.0, "道")):
            sheet.text(
                x, y + shift, word, "song", size, align="centre", upright="middle", colour=MIDDLE
            )
        return
    sheet.text(
        x, y, "aisle", "song", size, align="centre", upright="middle", turn=90, colour=MIDDLE
    )


def doors_of(grid: HallGrid) -> Iterator[tuple[Fixture, float, float, int]]:
    """Yield every door, the middle of its line on paper, and its side.

    The side is -1 for the left wall of the drawing, 1 for the right one, 0 for the rear wall.
    """
    box = grid.box
    for fixture in grid.plan.sitting.layout.fixtures:
        if fixture.kind != "door":
            continue
        x, y = grid.point(fixture.x, fixture.y)
        if abs(fixture.turn % 180 - 90) < 45:
            side = -1 if x < box.cx else 1
            x = box.x - ROW_ROOM - 0.6 if side < 0 else box.right + ROW_ROOM + 0.6
            yield fixture, x, min(max(y, box.y + 3), box.bottom - 3), side
            continue
        x = min(max(x, box.x + 5), box.right - 5)
        yield fixture, x, box.y - 1.4 if grid.turned else box.bottom + 1.4, 0


def draw_doors(sheet: Sheet, grid: HallGrid) -> None:
    """Draw the doors at the rear and at the sides of the hall."""
    language = grid.plan.language
    for fixture, x, y, side in doors_of(grid):
        words = fixture.label.to(language) or fixture.label.zh
        if side:
            sheet.line(x, y - 4, x, y + 4, width=1.0, colour=DARK)
            sheet.text(
                x - side * 1.9, y, words, "hei", 7, align="centre", upright="middle", turn=90,
                colour=DARK,
            )  # fmt: skip
            continue
        sheet.line(x - 5, y, x + 5, y, width=1.0, colour=DARK)
        y += -2.4 if grid.turned else 2.4
        sheet.text(x, y, words, "hei", 7, align="centre", upright="middle", colour=DARK)


def _rear_doors(plan: HallPlan) -> bool:
    return any(
        f.kind == "door" and abs(f.turn % 180 - 90) >= 45 for f in plan.sitting.layout.fixtures
    )
