"""One day as a grid: a row for each room, time from left to right (会议室日程图)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.ink import BLACK, DARK, LIGHT, MIDDLE, PALE, WHITE
from seating.documents.lettering import RoleName
from seating.documents.paper import Box
from seating.documents.sheet import Sheet
from seating.documents.timetable.axis import Axis, axis_of
from seating.documents.timetable.fit import Words, draw_lines, set_lines
from seating.documents.timetable.marks import marks_of
from seating.documents.timetable.week import Held, Week
from seating.documents.timetable.words import building_of, room_name, say_number, say_span
from seating.facts.booking import Room, Span

_HEAD = 6.0
_BUILDING = 6.5
_NAME = 32.0


@dataclass(frozen=True)
class DayGrid:
    """The grid of one day, ready to be drawn into a box (mm)."""

    week: Week
    day: dt.date
    rooms: Sequence[Room]
    box: Box
    shown: bool = True
    """Whether the titles of confidential meetings are printed."""

    def draw(self, sheet: Sheet) -> None:
        """Draw the grid with everything in it."""
        left = self.box.x + _BUILDING + _NAME
        spans = [h.occupied for h in self.week.held]
        axis = axis_of(self.week.spec.hours, spans, left, self.box.right)
        rows = self._rows()
        self._ground(sheet, axis, left)
        for room, box in zip(self.rooms, rows, strict=True):
            self._closed(sheet, axis, room, box)
        self._lines(sheet, axis, left, rows)
        self._heads(sheet, rows)
        held = self.week.on(self.day)
        for room, box in zip(self.rooms, rows, strict=True):
            for one in held:
                if one.room == room.id:
                    self._meeting(sheet, axis, one, box)

    def _rows(self) -> list[Box]:
        """Return the box of each room's row, head column included."""
        height = (self.box.height - _HEAD) / len(self.rooms)
        return [
            Box(self.box.x, self.box.y + _HEAD + i * height, self.box.width, height)
            for i in range(len(self.rooms))
        ]

    def _ground(self, sheet: Sheet, axis: Axis, left: float) -> None:
        """Shade what lies outside the hours and name the breaks."""
        top, bottom = self.box.y, self.box.bottom
        sheet.rect(self.box.x, top, self.box.width, _HEAD, stroke=None, fill=PALE)
        for number, stretch in enumerate(axis.stretches):
            if stretch.free:
                continue
            width, height = stretch.right - stretch.left, bottom - top - _HEAD
            sheet.rect(stretch.left, top + _HEAD, width, height, stroke=None, fill=PALE)
            inner = 0 < number < len(axis.stretches) - 1
            if inner and stretch.start < 13 * 60 and stretch.end > 12 * 60:
                sheet.text(
                    (stretch.left + stretch.right) / 2, top + _HEAD / 2,
                    self.week.say("午休", "lunch"), "kai", 8, align="centre", upright="middle",
                    max_width=width - 9, colour=DARK,
                )  # fmt: skip
        for minute, x in axis.hours():
            words = f"{minute // 60}:{minute % 60:02d}"
            sheet.text(
                min(max(x, left + 4.0), self.box.right - 4.0), top + _HEAD / 2, words, "song", 8,
                align="centre", upright="middle",
            )  # fmt: skip

    def _lines(self, sheet: Sheet, axis: Axis, left: float, rows: Sequence[Box]) -> None:
        for _, x in axis.hours():
            sheet.line(x, self.box.y + _HEAD, x, self.box.bottom, width=0.1, colour=LIGHT)
        for row in rows:
            sheet.line(left - _NAME, row.y, self.box.right, row.y, width=0.12, colour=MIDDLE)
        sheet.line(left, self.box.y, left, self.box.bottom, width=0.25)
        sheet.rect(self.box.x, self.box.y, self.box.width, self.box.height, line=0.4, stroke=BLACK)
        sheet.line(self.box.x, self.box.y + _HEAD, self.box.right, self.box.y + _HEAD, width=0.25)

    def _heads(self, sheet: Sheet, rows: Sequence[Box]) -> None:
        """Name the rooms at the left, those of a building under a common heading."""
        language = self.week.language
        start = 0
        for i, room in enumerate(self.rooms):
            last = i + 1 == len(self.rooms) or self.rooms[i + 1].building != room.building
            if last:
                self._building(sheet, room, rows[start], rows[i])
                start = i + 1
            row = rows[i]
            box = Box(row.x + _BUILDING + 1.0, row.y + 0.4, _NAME - 2.0, row.height - 0.8)
            most = max(room.capacity.values(), default=0)
            floor = building_of(room, language)
            if language == "zh":
                floor = floor.removeprefix(room.building)
            elif room.floor:
                floor = f"floor {room.floor}"
            gap = "　" if language == "zh" else ", "
            facts = gap.join(w for w in (floor, most and say_number(most, language)) if w)
            name = room_name(room, language)
            if language == "zh" and name != room.building:
                name = name.removeprefix(room.building)
            scale = _scale(row.height)
            pieces = [
                Words(name, "hei", 9.5 * scale, 6.5),
                Words(facts, "song", 7 * scale, 6, DARK),
            ]
            draw_lines(sheet, box, set_lines(sheet.lettering, pieces, box.width, box.height))

    def _building(self, sheet: Sheet, room: Room, first: Box, last: Box) -> None:
        height = last.bottom - first.y
        sheet.rect(first.x, first.y, _BUILDING, height, line=0.25, fill=WHITE)
        sheet.line(first.x, last.bottom, self.box.right, last.bottom, width=0.25)
        name = room.building if self.week.language == "zh" else room.building_en or room.building
        at = (first.x + _BUILDING / 2, first.y + height / 2)
        if self.week.language == "en" or not name:
            sheet.text(*at, name, "latin_bold", 9, align="centre", upright="middle", turn=90,
                       max_width=height - 2)  # fmt: skip
            return
        step = min(4.0, (height - 2) / len(name))
        for i, char in enumerate(name):
            y = at[1] + (i - (len(name) - 1) / 2) * step
            sheet.text(at[0], y, char, "hei", min(10.0, step / 0.38), align="centre",
                       upright="middle")  # fmt: skip

    def _closed(self, sheet: Sheet, axis: Axis, room: Room, row: Box) -> None:
        """Hatch the time in which a room cannot be used."""
        midnight = dt.datetime.combine(self.day, dt.time())
        whole = Span(start=midnight, end=midnight + dt.timedelta(days=1))
        for span in room.closed:
            if span.meets(whole):
                self._out_of_use(sheet, axis, span, row, self.week.say("停用", "closed"))
        if room.open:
            at = midnight
            limits = [
                (dt.datetime.combine(self.day, a), dt.datetime.combine(self.day, b))
                for a, b in room.open
            ]
            for start, end in [*limits, (whole.end, whole.end)]:
                if start > at:
                    gap = Span(start=at, end=start)
                    self._out_of_use(sheet, axis, gap, row, "")
                at = max(at, end)

    def _out_of_use(self, sheet: Sheet, axis: Axis, span: Span, row: Box, words: str) -> None:
        left, right = axis.at(span.start, self.day), axis.at(span.end, self.day)
        if right - left < 0.5:
            return
        box = Box(left, row.y, right - left, row.height)
        sheet.rect(box.x, box.y, box.width, box.height, stroke=None, fill=PALE)
        sheet.hatch(box, "cross", shade=0.72)
        if words and box.width > 12:
            width = sheet.lettering.width(words, "hei", 8.5) + 3
            sheet.rect(box.cx - width / 2, box.cy - 2.1, width, 4.2, stroke=None, fill=WHITE)
            sheet.text(
                box.cx, box.cy, words, "hei", 8.5, align="centre", upright="middle", colour=DARK
            )

    def _meeting(self, sheet: Sheet, axis: Axis, held: Held, row: Box) -> None:
        week = self.week
        occupied = held.occupied
        left, right = axis.at(held.slot.start, self.day), axis.at(held.slot.end, self.day)
        for a, b in ((occupied.start, held.slot.start), (held.slot.end, occupied.end)):
            x0, x1 = axis.at(a, self.day), axis.at(b, self.day)
            if x1 - x0 > 0.2:
                around = Box(x0, row.y + 0.5, x1 - x0, row.height - 1.0)
                sheet.rect(around.x, around.y, around.width, around.height, stroke=None, fill=WHITE)
                sheet.hatch(around, "rising", shade=0.6)
                sheet.rect(
                    around.x, around.y, around.width, around.height, line=0.15, stroke=DARK,
                    dash=(0.8, 0.6),
                )  # fmt: skip
        box = Box(left, row.y + 0.5, right - left, row.height - 1.0)
        sheet.ground(box, week.tint(held.meeting.unit))
        sheet.rect(box.x, box.y, box.width, box.height, line=0.3)
        marks = marks_of(held.meeting, week.language)
        side = 2.8
        if marks and box.width < 14:
            marks = marks[:1]
        for number, mark in enumerate(marks):
            mark.draw(sheet, box.right - 0.5 - side, box.y + 0.5 + number * (side + 0.3), side)
        room = Box(
            box.x + 0.8, box.y + 0.4, box.width - 1.6 - (side + 0.4 if marks else 0.0),
            box.height - 0.8,
        )  # fmt: skip
        pieces = self._pieces(held, _scale(row.height))
        lines = set_lines(sheet.lettering, pieces, room.width, room.height)
        draw_lines(sheet, room, lines)

    def _pieces(self, held: Held, scale: float) -> list[Words]:
        week = self.week
        meeting = held.meeting
        title = week.full_title(held)
        if meeting.confidential and not self.shown:
            title = week.say("保密会议", "Confidential meeting")
        number = meeting.parts[held.part].number
        gap = "　" if week.language == "zh" else "  "
        who = (week.unit(meeting), say_number(number, week.language) if number else "")
        facts = gap.join(w for w in (say_span(held.slot.span, week.language), *who) if w)
        role: RoleName = "hei" if week.language == "zh" else "latin_bold"
        return [
            Words(title, role, 9.5 * scale, 6.0, names=week.unit_names),
            Words(facts, "song", 7.5 * scale, 5.5, kept=True),
        ]


def _scale(height: float) -> float:
    """Return how much larger words are set in a row of this height (mm)."""
    return max(1.0, min(1.6, height / 12.0))
