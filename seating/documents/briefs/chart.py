"""A chart as small as a stamp: where the plans differ (示意小图)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seating.documents.charts.plot import corners
from seating.documents.ink import DARK, MIDDLE, PALE, TINTS
from seating.documents.lettering import Lettering, RoleName
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.facts.venue import Layout, Place

_TABLES = ("table", "round-table", "lectern", "stage", "vehicle")
_SMALLEST = 4.0  # pt, of names
_LARGEST = 9.0
_NUMBER = 3.6  # pt, of numbers
_TALLEST = 4.0  # a layout of few rows may be drawn so many times too deep


@dataclass(frozen=True)
class SmallChart:
    """A layout that is drawn several times with different people.

    Attributes:
        names: by person, as printed.
        numbers: by person who sits differently in some plan, his number in the list.
    """

    layout: Layout
    names: Mapping[str, str]
    numbers: Mapping[str, int]
    role: RoleName
    upright: bool

    def height(self, width: float, most: float) -> float:
        """Return the height in mm that suits a width."""
        x0, y0, x1, y1 = self._extent()
        across = width / (x1 - x0)
        return min(most, max(9.0, (y1 - y0) * across * self._stretch()))

    def _stretch(self) -> float:
        """How much deeper than true to scale it may be drawn, so that names find room."""
        if any(f.kind in ("round-table", "vehicle") for f in self.layout.fixtures):
            return 1.0
        rows = len({round(p.y) for p in self.layout.places})
        return max(1.0, _TALLEST / rows)

    def _extent(self) -> tuple[float, float, float, float]:
        places = self.layout.places
        return (
            min(p.x - p.width / 2 for p in places) - 150,
            min(p.y - p.depth / 2 for p in places) - 150,
            max(p.x + p.width / 2 for p in places) + 150,
            max(p.y + p.depth / 2 for p in places) + 150,
        )

    def draw(self, sheet: Sheet, box: Box, placed: Mapping[str, str], tinted: set[str]) -> None:
        """Draw the places into a box (mm); ``placed`` says who has each place.

        People in ``tinted`` are marked; numbers stand for names where these find no room.
        """
        x0, y0, x1, y1 = self._extent()
        across = min(box.width / (x1 - x0), box.height / (y1 - y0))
        down = min(across * self._stretch(), box.height / (y1 - y0))
        left = box.cx - (x1 - x0) * across / 2
        top = box.cy - (y1 - y0) * down / 2

        def at(x: float, y: float) -> tuple[float, float]:
            return left + (x - x0) * across, top + (y1 - y) * down

        for fixture in self.layout.fixtures:
            points = [at(*point) for point in corners(fixture)]
            if fixture.kind not in _TABLES or not all(
                box.x - 0.5 <= x <= box.right + 0.5 and box.y - 0.5 <= y <= box.bottom + 0.5
                for x, y in points
            ):
                continue
            if fixture.kind == "round-table":
                radius = fixture.width * across / 2
                sheet.circle(*at(fixture.x, fixture.y), radius, line=0.1, stroke=MIDDLE, fill=PALE)
            else:
                sheet.polygon(points, width=0.1, stroke=MIDDLE, fill=PALE)
        room = Box(0, 0, *self._cell(across, down))
        level, down_size = (
            min(size(sheet.lettering, n, room) for n in self.names.values())
            for size in (self._level, self._down)
        )
        fits = max(level, down_size) >= _SMALLEST
        for place in self.layout.places:
            x, y = at(place.x, place.y)
            cell = Box(x - room.width / 2, y - room.height / 2, room.width, room.height)
            self._place(
                sheet, cell, place, placed.get(place.id, ""), tinted, fits, level >= down_size
            )

    def _cell(self, across: float, down: float) -> tuple[float, float]:
        """Width and height of a seat on paper: as large as the neighbours leave it."""
        places = self.layout.places
        wide = min(p.width for p in places) * across
        deep = min(p.depth for p in places) * down
        row_gap = (
            [abs(a.x - b.x) for a in places for b in places if a.id < b.id and abs(a.y - b.y) < 50]
            if len(places) < 60
            else []
        )
        if row_gap and self._stretch() > 1:
            wide = max(wide, min(row_gap) * across * 0.94)
        return wide, deep

    def _level(self, lettering: Lettering, name: str, room: Box) -> float:
        """Return the size in pt at which a name fits along its seat."""
        ems = max(lettering.setting(name, self.role).ems, 1.0)
        return min(
            (room.width - 0.5) / (ems * 0.75 * MM_PER_PT),
            (room.height - 0.3) / (1.15 * MM_PER_PT),
            _LARGEST,
        )

    def _down(self, lettering: Lettering, name: str, room: Box) -> float:
        """Return the size at which it fits down its seat: Chinese stacked, Latin turned."""
        length = max(len(name), 3) * 1.08
        if not self.upright:
            length = max(lettering.setting(name, self.role).ems * 0.75, 1.0)
        return min(
            (room.width - 0.5) / (1.05 * MM_PER_PT),
            (room.height - 0.5) / (length * MM_PER_PT),
            _LARGEST,
        )

    def _place(
        self,
        sheet: Sheet,
        cell: Box,
        place: Place,
        who: str,
        tinted: set[str],
        fits: bool,
        level: bool,
    ) -> None:
        if who in tinted:
            sheet.ground(cell, TINTS[1])
        sheet.rect(
            cell.x, cell.y, cell.width, cell.height, line=0.12 if fits else 0.06,
            stroke=DARK if who and (fits or who in tinted) else MIDDLE,
            fill=None if who or place.usable else PALE,
        )  # fmt: skip
        if not who:
            return
        if fits:
            self._name(sheet, cell, self.names[who], level)
        elif who in tinted and who in self.numbers:
            number = str(self.numbers[who])
            size = min(
                (cell.height - 0.2) / MM_PER_PT,
                (cell.width - 0.2) / (len(number) * 0.55 * MM_PER_PT),
                8.0,
            )
            if size >= _NUMBER:
                sheet.text(cell.cx, cell.cy, number, "hei", size, align="centre", upright="middle")

    def _name(self, sheet: Sheet, cell: Box, name: str, level: bool) -> None:
        """Set a name along its seat, or down it."""
        if level or not self.upright:
            room = (cell.width if level else cell.height) - 1.0
            size = (self._level if level else self._down)(sheet.lettering, name, cell)
            sheet.text(
                cell.cx, cell.cy, name, self.role, size, align="centre", upright="middle",
                max_width=room, turn=0.0 if level else 90.0,
            )  # fmt: skip
            return
        size = self._down(sheet.lettering, name, cell)
        step = size * 1.08 * MM_PER_PT
        top = cell.cy - step * (len(name) - 1) / 2
        for i, char in enumerate(name):
            sheet.text(
                cell.cx, top + i * step, char, self.role, size, align="centre", upright="middle"
            )
