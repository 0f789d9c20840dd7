"""The seats of a hall on paper: cells with name, number and unit (会场座位格)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from seating.documents.halls.plan import Cell, HallPlan
from seating.documents.ink import BLACK, DARK, LIGHT, MIDDLE, PALE, tint
from seating.documents.lettering import Lettering, RoleName
from seating.documents.naming import NameStyle, name_style
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Align, Sheet
from seating.documents.words import name_role

_FRAME = 0.6  # mm that words of a wheelchair place keep clear of for its heavy frame
_EDGE = 0.25
_NUMBER_LEAST, _NUMBER_MOST = 3.6, 7.5
_UNIT_LEAST, _UNIT_MOST = 5.2, 8.5
_TALLEST, _FLATTEST = 1.15, 0.5


@dataclass(frozen=True)
class HallGrid:
    """Part of a hall fitted into a box on paper.

    Attributes:
        plan: the hall.
        box: where the seats stand on paper, in mm.
        step: width and height of a cell in mm.
        low, high: corner of the part on the shortened rulers, in plan mm.
        turned: seen from the rostrum.
    """

    plan: HallPlan
    box: Box
    step: tuple[float, float]
    low: tuple[float, float]
    high: tuple[float, float]
    turned: bool

    @classmethod
    def fit(
        cls,
        plan: HallPlan,
        box: Box,
        *,
        turned: bool,
        low: tuple[float, float] = (0.0, 0.0),
        high: tuple[float, float] | None = None,
    ) -> HallGrid:
        """Fill a box with a part of the hall; rows are drawn closer than they stand."""
        if high is None:
            high = (plan.across.length, plan.along.length)
        columns = max((high[0] - low[0]) / plan.pitch, 1e-6)
        lines = max((high[1] - low[1]) / plan.row_pitch, 1e-6)
        wide, tall = box.width / columns, box.height / lines
        wide = min(wide, tall / _FLATTEST, 34.0)
        tall = min(tall, wide * _TALLEST)
        width, height = columns * wide, lines * tall
        inner = Box(box.cx - width / 2, box.y + (box.height - height) / 2, width, height)
        return cls(plan, inner, (wide, tall), low, high, turned)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return the place on paper of a point of the plan."""
        plan = self.plan
        right = (plan.across.at(x) - self.low[0]) * self.step[0] / plan.pitch
        up = (plan.along.at(y) - self.low[1]) * self.step[1] / plan.row_pitch
        if self.turned:
            return self.box.right - right, self.box.y + up
        return self.box.x + right, self.box.bottom - up

    def cell_box(self, cell: Cell) -> Box:
        """Return the box of a seat on paper."""
        cx, cy = self.point(cell.x, cell.y)
        w, h = self.step[0] - 2 * _EDGE, self.step[1] - 2 * _EDGE
        return Box(cx - w / 2, cy - h / 2, w, h)

    def has(self, cell: Cell) -> bool:
        """Whether the seat lies in this part of the hall."""
        x, y = self.plan.across.at(cell.x), self.plan.along.at(cell.y)
        return self.low[0] <= x < self.high[0] and self.low[1] <= y < self.high[1]

    @cached_property
    def cells(self) -> Sequence[Cell]:
        """The seats in this part of the hall."""
        return [cell for cell in self.plan.cells if self.has(cell)]

    @property
    def number_size(self) -> float:
        """Size in pt of seat numbers."""
        return max(_NUMBER_LEAST, min(_NUMBER_MOST, self.step[1] * 0.62))

    @property
    def has_unit_line(self) -> bool:
        """Whether there is room for the unit's short name under the name."""
        return self.step[1] >= 9.5 and self.step[0] >= 9.0

    @property
    def strip(self) -> float:
        """Height in mm kept above the name for the numbers of seat and unit."""
        look = self.plan.look
        empty = look.show == "names" and (self.has_unit_line or look.colour == "none")
        if empty or (look.show == "numbers" and self.has_unit_line):
            return 0.4
        return self.number_size * MM_PER_PT

    @property
    def unit_size(self) -> float:
        """Size in pt of the unit's name under the name."""
        return max(_UNIT_LEAST, min(_UNIT_MOST, self.step[1] * 0.44))

    @property
    def unit_room(self) -> float:
        """Height in mm kept for the unit's name; 0 where there is none."""
        return self.unit_size * 1.15 * MM_PER_PT if self.has_unit_line else 0.0

    def name_room(self) -> tuple[float, float]:
        """Return width and height in mm that a name has in its cell."""
        room = self.step[1] - 2 * _EDGE - self.strip - self.unit_room - 0.3
        return self.step[0] - 2 * _EDGE - 0.7, room


def style_of(grid: HallGrid, lettering: Lettering, names: Iterable[str]) -> NameStyle:
    """Return the one size of all names in this grid."""
    width, height = grid.name_room()
    role: RoleName = "hei" if grid.plan.look.show == "numbers" else name_role(grid.plan.language)
    return name_style(lettering, names, role, width, height, 18.0)


def draw_cells(sheet: Sheet, grid: HallGrid, style: NameStyle) -> None:
    """Draw all seats of the grid with names, numbers and units."""
    for cell in grid.cells:
        box = grid.cell_box(cell)
        _ground(sheet, box, cell)
        _number(sheet, grid, box, cell)
        if cell.words:
            strip, under = grid.strip, grid.unit_room
            edge = _FRAME if cell.wheelchair else 0.0
            side = 0.35 + edge / 2
            room = Box(
                box.x + side, box.y + strip, box.width - 2 * side, box.height - strip - under
            )
            style.draw(sheet, room, cell.words)
            if under and cell.under:
                sheet.text(
                    box.cx, box.bottom - under * 0.55 - edge * 0.7, cell.under, "song",
                    grid.unit_size, align="centre", upright="middle",
                    max_width=box.width - 0.8 - 2 * edge, colour=DARK,
                )  # fmt: skip


def _ground(sheet: Sheet, box: Box, cell: Cell) -> None:
    if cell.state == "unusable":
        draw_unusable(sheet, box)
        return
    if cell.state == "taken" and cell.unit is not None:
        sheet.ground(box, tint(cell.unit.number - 1))
    dash = (0.8, 0.6) if cell.state == "reserved" else ()
    sheet.rect(
        box.x, box.y, box.width, box.height, line=0.15 if cell.state != "free" else 0.12,
        stroke=DARK if cell.state != "free" else MIDDLE, dash=dash,
    )  # fmt: skip
    if cell.wheelchair:
        draw_wheelchair(sheet, box)


def draw_unusable(sheet: Sheet, box: Box) -> None:
    """Draw a seat that cannot be used: grey and crossed out."""
    sheet.rect(box.x, box.y, box.width, box.height, line=0.12, stroke=LIGHT, fill=PALE)
    sheet.line(box.x, box.y, box.right, box.bottom, width=0.12, colour=MIDDLE)
    sheet.line(box.x, box.bottom, box.right, box.y, width=0.12, colour=MIDDLE)


def draw_wheelchair(sheet: Sheet, box: Box) -> None:
    """Draw the frame of a wheelchair place: a second, heavy line inside."""
    sheet.rect(
        box.x + 0.25, box.y + 0.25, box.width - 0.5, box.height - 0.5, line=0.45, stroke=BLACK,
        radius=1.0,
    )  # fmt: skip


def _number(sheet: Sheet, grid: HallGrid, box: Box, cell: Cell) -> None:
    size = grid.number_size
    y = box.y + size * 0.52 * MM_PER_PT + 0.15
    if cell.state == "unusable":
        return
    inside = _FRAME if cell.wheelchair else 0.0
    y += inside / 2
    if grid.plan.look.show == "both":
        sheet.text(
            box.x + 0.55 + inside, y, str(cell.place.number or cell.place.id), "latin", size,
            upright="middle", colour=DARK, max_width=box.width / 2,
        )  # fmt: skip
    if cell.unit is not None and not grid.has_unit_line:
        sheet.text(
            box.right - 0.55 - inside, y, _ring(cell.unit.number), "hei", size * 0.92,
            align="right", upright="middle", colour=BLACK, max_width=box.width / 2 - 0.6,
        )  # fmt: skip
    word = _state_word(cell, grid)
    if word:
        sheet.text(
            box.cx, box.cy + size * 0.3 * MM_PER_PT, word, "song", min(8.0, box.height * 1.1),
            align="centre", upright="middle", colour=MIDDLE, max_width=box.width - 0.8,
        )  # fmt: skip


def _ring(number: int) -> str:
    return f"({number})"


def _state_word(cell: Cell, grid: HallGrid) -> str:
    if cell.state == "reserved":
        return "留" if grid.plan.language == "zh" else "res."
    return ""


def draw_row_numbers(sheet: Sheet, grid: HallGrid, room: float) -> None:
    """Draw the number of each row at both sides of the seats, ``room`` mm wide."""
    zh = grid.plan.language == "zh"
    size = max(5.0, min(9.0, grid.step[1] * 0.9))
    rows: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.place.row, []).append(cell)
    for row, members in rows.items():
        members.sort(key=lambda c: c.x)
        boxes = [grid.cell_box(c) for c in (members[0], members[-1])]
        left = min(boxes, key=lambda b: b.x)
        right = max(boxes, key=lambda b: b.x)
        words = f"{row}排" if zh else str(row)
        ends: tuple[tuple[float, Box, Align], ...] = (
            (left.x - 0.8, left, "right"),
            (right.right + 0.8, right, "left"),
        )
        for x, box, align in ends:
            sheet.text(
                x, box.cy, words, "hei", size, align=align, upright="middle",
                max_width=room - 0.8,
            )  # fmt: skip
