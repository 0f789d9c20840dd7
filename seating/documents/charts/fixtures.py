"""Tables, doors, vehicles and whatever else stands in the room, on a chart (陈设)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.charts.plot import Plot, Point, corners, overlap
from seating.documents.charts.reach import BROAD
from seating.documents.charts.vehicle import draw_vehicle
from seating.documents.ink import BLACK, DARK, LIGHT, MIDDLE, PALE, WHITE, Colour
from seating.documents.lettering import RoleName
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.facts.text import Language
from seating.facts.venue import Fixture

_WORDS = 9.0
_DOOR_WORDS = 13.0
_NUMBER_MOST = 20.0
_BAND = 8.0  # a label so much longer than high lies on a line


@dataclass(frozen=True, slots=True)
class Room:
    """A page with the plan on it.

    Attributes:
        area: the part of the page that the chart may fill.
        centre: middle of the seats on paper; the words of a door stand away from it.
        head: label of the table that is drawn with a heavy edge.
    """

    sheet: Sheet
    plot: Plot
    area: Box
    centre: Point
    language: Language
    head: str = ""

    def draw_all(self, fixtures: Sequence[Fixture]) -> None:
        """Draw everything; tables that touch become one table."""
        tables = [f for f in fixtures if f.kind in ("table", "round-table")]
        under = [f for f in fixtures if f.kind in ("platform", "vehicle")]
        for fixture in under:
            self.draw(fixture)
        joined = [f for f in tables if any(_touch(f, other) for other in tables if other is not f)]
        for fixture in tables:
            if fixture not in joined:
                self._top(fixture, BLACK, PALE)
        for fixture in joined:
            self._top(fixture, BLACK, None)
        for fixture in joined:
            self._top(fixture, None, PALE)
        for fixture in fixtures:
            if fixture not in under:
                self.draw(fixture)

    def _top(self, fixture: Fixture, stroke: Colour | None, fill: Colour | None) -> None:
        """Draw the edge of a table, its top, or both."""
        label = fixture.label.to(self.language) or fixture.label.zh
        line = 0.35 if stroke and fill else 0.8
        line = 0.9 if label and label == self.head else line
        if fixture.kind == "round-table":
            x, y = self.plot.point(fixture.x, fixture.y)
            radius = fixture.width / 2 / self.plot.scale
            self.sheet.circle(x, y, radius, line=line, stroke=stroke, fill=fill)
        else:
            outline = self.plot.outline(fixture)
            self.sheet.polygon(outline, width=line, stroke=stroke, fill=fill)

    def draw(self, fixture: Fixture) -> None:
        """Draw one fixture with its label."""
        label = fixture.label.to(self.language) or fixture.label.zh
        kind = fixture.kind
        if kind in BROAD:
            self._broad(fixture, label)
        elif kind == "round-table":
            self._round(fixture, label)
        elif kind == "door":
            self._door(fixture, label)
        elif kind == "flag":
            self._flag(fixture, label)
        elif kind == "plant":
            x, y = self.plot.point(fixture.x, fixture.y)
            radius = fixture.width / 2 / self.plot.scale
            self.sheet.circle(x, y, radius, line=0.2, stroke=MIDDLE, fill=WHITE)
            self.sheet.circle(x, y, radius * 0.4, line=0.2, stroke=MIDDLE, fill=LIGHT)
        elif kind == "vehicle":
            draw_vehicle(self.sheet, self.plot, fixture, label, self.language)
        elif kind == "label" and label:
            self._words(fixture, label)
        elif kind in ("table", "platform", "lectern"):
            self._block(fixture, label)

    def _block(self, fixture: Fixture, label: str) -> None:
        outline = self.plot.outline(fixture)
        if fixture.kind == "platform":
            self.sheet.polygon(outline, width=0.25, stroke=LIGHT)
        elif fixture.kind == "lectern":
            self.sheet.polygon(outline, width=0.45, fill=WHITE)
        if label and fixture.kind != "platform":
            role: RoleName = "hei" if fixture.kind == "lectern" else "song"
            self._inside(fixture, label, role, _WORDS)

    def _inside(self, fixture: Fixture, label: str, role: RoleName, size: float) -> None:
        """Write a label in the middle of a fixture, along its longer side if it must."""
        x, y = self.plot.point(fixture.x, fixture.y)
        sideways = abs(fixture.turn % 180 - 90) < 45
        across, down = fixture.width / self.plot.scale, fixture.depth / self.plot.scale
        if sideways:
            across, down = down, across
        natural = self.sheet.lettering.width(label, role, size)
        turn = 90.0 if natural > across - 1 and down > across else 0.0
        room = max((down if turn else across) - 1, 5.0)
        size = min(size, max(4.0, (across if turn else down) / MM_PER_PT))
        if turn:
            x += 0.36 * size * MM_PER_PT
            self.sheet.text(x, y, label, role, size, align="centre", max_width=room, turn=turn)
        else:
            self.sheet.text(
                x, y, label, role, size, align="centre", upright="middle", max_width=room
            )

    def _round(self, fixture: Fixture, label: str) -> None:
        x, y = self.plot.point(fixture.x, fixture.y)
        radius = fixture.width / 2 / self.plot.scale
        head = bool(label) and label == self.head
        size = min(_NUMBER_MOST, radius / MM_PER_PT * 0.8)
        if label:
            lift = 0.25 * size * MM_PER_PT if head and radius > 5 else 0.0
            self.sheet.text(
                x, y - lift, label, "hei", size, align="centre", upright="middle",
                max_width=radius * 1.6,
            )  # fmt: skip
            if lift:
                words = "（主桌）" if self.language == "zh" else "head table"
                self.sheet.text(
                    x, y + size * MM_PER_PT * 0.75, words, "song", size * 0.5, align="centre",
                    upright="middle", max_width=radius * 1.5,
                )  # fmt: skip

    def _words(self, fixture: Fixture, label: str) -> None:
        """Write a label; a small square one stands in a circle, a long one on a line."""
        x, y = self.plot.point(fixture.x, fixture.y)
        wide, high = fixture.width / self.plot.scale, fixture.depth / self.plot.scale
        if not (self.area.y < y < self.area.bottom and self.area.x < x < self.area.right):
            return
        if fixture.width == fixture.depth:
            radius = max(2.2, wide / 2)
            self.sheet.circle(x, y, radius, line=0.3, fill=WHITE)
            wide, high = radius * 1.6, radius * 2
        elif fixture.width > _BAND * fixture.depth:
            natural = self.sheet.lettering.width(label, "song", _WORDS) + 3
            for side in (-1, 1):
                ends = sorted((x + side * wide / 2, x + side * min(natural, wide) / 2))
                self.sheet.line(ends[0], y, ends[1], y, width=0.5, colour=DARK)
        size = min(_WORDS, max(5.0, high / MM_PER_PT)) if wide < 2 * _WORDS else _WORDS
        self.sheet.text(
            x, y, label, "song", size, align="centre", upright="middle",
            max_width=max(wide - 0.6, 3.0),
        )  # fmt: skip

    def flag_before(self, x: float, y: float, down: float) -> None:
        """Draw the flag of a place that is a flag, beside the edge of its card."""
        self._cloth(x, y + down * 3.6, 6.0)

    def _broad(self, fixture: Fixture, label: str) -> None:
        """Draw a stage edge, a backdrop or a wall as a line, cut off at the sides of the page."""
        sideways = abs(fixture.turn % 180 - 90) < 45
        x, y = self.plot.point(fixture.x, fixture.y)
        half = fixture.width / 2 / self.plot.scale
        area = self.area
        wide = 0.8 if fixture.kind == "screen" else 0.5
        if sideways:
            low, high = max(area.y, y - half), min(area.bottom, y + half)
            self.sheet.line(x, low, x, high, width=wide, colour=DARK)
            side = 1 if x > self.centre[0] else -1
            self.sheet.text(
                x + side * 3.2 + 0.36 * _WORDS * MM_PER_PT, (low + high) / 2, label, "song", _WORDS,
                align="centre", colour=DARK, turn=90, max_width=high - low,
            )  # fmt: skip
            return
        low, high = max(area.x, x - half), min(area.right, x + half)
        self.sheet.line(low, y, high, y, width=wide, colour=DARK)
        side = 1 if y > self.centre[1] else -1
        self.sheet.text(
            (low + high) / 2, y + side * 3.0, label, "song", _WORDS, align="centre",
            upright="middle", colour=DARK, max_width=high - low,
        )  # fmt: skip

    def _door(self, fixture: Fixture, label: str) -> None:
        """Draw an opening in a piece of wall, its word outside the room."""
        x, y = self.plot.point(fixture.x, fixture.y)
        sideways = abs(fixture.turn % 180 - 90) < 45
        half = max(fixture.width / 2 / self.plot.scale, 6.0)
        dx, dy = (0.0, half) if sideways else (half, 0.0)
        more = 1 + min(0.6, 8.0 / half)
        for sign in (-1, 1):
            ends = (x + sign * dx, y + sign * dy, x + sign * more * dx, y + sign * more * dy)
            self.sheet.line(*ends, width=0.9, colour=BLACK)
        self.sheet.line(x - dx, y - dy, x + dx, y + dy, width=0.25, colour=BLACK, dash=(1.0, 0.8))
        if sideways:
            side = 1 if x > self.centre[0] else -1
            self.sheet.text(
                x + side * 1.2, y, label, "hei", _DOOR_WORDS, upright="middle",
                align="left" if side > 0 else "right",
            )  # fmt: skip
            return
        side = 1 if y > self.centre[1] else -1
        self.sheet.text(
            x, y + side * 3.6, label, "hei", _DOOR_WORDS, align="centre", upright="middle"
        )

    def _cloth(self, x: float, y: float, high: float) -> None:
        self.sheet.line(x, y + high / 2, x, y - high / 2, width=0.35)
        top, low = y - high / 2, y - high * 0.05
        cloth = ((x, top), (x + high * 0.68, top), (x + high * 0.68, low), (x, low))
        self.sheet.polygon(cloth, width=0.25, fill=LIGHT)

    def _flag(self, fixture: Fixture, label: str) -> None:
        x, y = self.plot.point(fixture.x, fixture.y)
        high = max(3.2, fixture.depth / self.plot.scale)
        self._cloth(x, y, high)
        if label:
            self.sheet.text(
                x, y + high / 2 + 2.0, label, "song", 8, align="centre", upright="middle",
                max_width=max(8.0, fixture.width / self.plot.scale),
            )  # fmt: skip


def _touch(one: Fixture, two: Fixture) -> bool:
    """Whether two tables stand against each other."""
    return overlap(corners(one, 20.0), corners(two))


def centre_of(points: list[Point]) -> Point:
    """Return the middle of the smallest upright box around some points."""
    if not points:
        return (0.0, 0.0)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (math.fsum((min(xs), max(xs))) / 2, math.fsum((min(ys), max(ys))) / 2)
