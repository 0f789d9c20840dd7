"""A person's week as a table: days across, halves of the day down (个人周历)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from seating.documents.ink import BLACK, DARK, MIDDLE, PALE, RED, WHITE, Colour
from seating.documents.lettering import RoleName
from seating.documents.paper import Box
from seating.documents.sheet import Sheet
from seating.documents.timetable.fit import MAY_BREAK, Words, draw_lines, set_lines
from seating.documents.timetable.marks import marks_of
from seating.documents.timetable.week import Held, Week
from seating.documents.timetable.words import building_of, say_clock, say_span, short_day
from seating.facts.booking import Leave, Span
from seating.facts.text import Text

_HEAD = 7.0
_SIDE = 8.0
_GAP = 1.4
_CARD = 44.0  # mm, a card is not drawn higher than this
_EVENING = dt.time(18)
_HALVES = (Text("上午", "morning"), Text("下午", "afternoon"), Text("晚上", "evening"))


@dataclass
class Cell:
    """One half of a day: its meetings and the leave that falls into it."""

    day: dt.date
    half: int
    held: list[Held] = field(default_factory=list)
    leaves: list[Leave] = field(default_factory=list)


@dataclass(frozen=True)
class WeekPage:
    """The table of one person for some days, ready to be drawn into a box (mm)."""

    week: Week
    person: str
    days: Sequence[dt.date]
    box: Box

    def draw(self, sheet: Sheet) -> None:
        """Draw the table with everything in it."""
        cells = self._cells()
        halves = sorted({cell.half for cell in cells})
        heights = self._heights(cells, halves)
        width = (self.box.width - _SIDE) / len(self.days)
        box = self.box
        bottom = box.y + _HEAD + sum(heights)
        sheet.rect(box.x, box.y, box.width, _HEAD, stroke=None, fill=PALE)
        sheet.rect(box.x, box.y + _HEAD, _SIDE, sum(heights), stroke=None, fill=PALE)
        for number, day in enumerate(self.days):
            x = box.x + _SIDE + number * width
            sheet.text(
                x + width / 2, box.y + _HEAD / 2, short_day(day, self.week.language), "hei", 11,
                align="centre", upright="middle", max_width=width - 2,
            )  # fmt: skip
        y = box.y + _HEAD
        for half, height in zip(halves, heights, strict=True):
            self._side(sheet, half, Box(box.x, y, _SIDE, height))
            for cell in cells:
                if cell.half == half:
                    x = box.x + _SIDE + self.days.index(cell.day) * width
                    self._cell(sheet, cell, Box(x, y, width, height))
            y += height
        self._lines(sheet, heights, width, bottom)

    def _half(self, moment: dt.datetime) -> int:
        """Return 0 in the morning, 1 in the afternoon, 2 in the evening."""
        noon = next(
            (e for _, e in self.week.spec.hours if dt.time(11) <= e <= dt.time(14)), dt.time(12)
        )
        return (moment.time() >= noon) + (moment.time() >= _EVENING)

    def _cells(self) -> list[Cell]:
        found = {(d, h): Cell(d, h) for d in self.days for h in (0, 1, 2)}
        for held in self.week.of_person(self.person):
            if held.day in self.days:
                found[held.day, self._half(held.slot.start)].held.append(held)
        for (day, half), cell in found.items():
            limits = (0, 12, 18, 24)
            midnight = dt.datetime.combine(day, dt.time())
            part = Span(
                start=midnight + dt.timedelta(hours=limits[half]),
                end=midnight + dt.timedelta(hours=limits[half + 1]),
            )
            cell.leaves += [
                leave
                for leave in self.week.spec.leaves
                if leave.who == self.person and leave.span.meets(part)
            ]
        day = self.days[0]
        shown = {self._half(dt.datetime.combine(day, a)) for a, _ in self.week.spec.hours}
        shown |= {cell.half for cell in found.values() if cell.held}
        whole = [b for _, b in self.week.spec.hours if b > dt.time(14)]
        shown |= {1} if whole else set()
        return [cell for cell in found.values() if cell.half in shown]

    def _heights(self, cells: Sequence[Cell], halves: Sequence[int]) -> list[float]:
        """Share the height among the halves by their fullest days."""
        most = [
            max(1.0, *(len(c.held) + 0.5 * bool(c.leaves) for c in cells if c.half == half))
            for half in halves
        ]
        room = self.box.height - _HEAD
        return [room * m / sum(most) for m in most]

    def _side(self, sheet: Sheet, half: int, box: Box) -> None:
        words = _HALVES[half].to(self.week.language)
        if self.week.language == "en":
            sheet.text(
                box.cx, box.cy, words, "latin_bold", 10, align="centre", upright="middle", turn=90
            )
            return
        for number, char in enumerate(words):
            sheet.text(box.cx, box.cy + (number - 0.5) * 6, char, "hei", 12, align="centre",
                       upright="middle")  # fmt: skip

    def _lines(self, sheet: Sheet, heights: Sequence[float], width: float, bottom: float) -> None:
        box = self.box
        y = box.y + _HEAD
        for height in (0.0, *heights[:-1]):
            y += height
            sheet.line(box.x, y, box.right, y, width=0.25)
        for number in range(len(self.days)):
            x = box.x + _SIDE + number * width
            sheet.line(x, box.y, x, bottom, width=0.15, colour=MIDDLE if number else BLACK)
        sheet.rect(box.x, box.y, box.width, bottom - box.y, line=0.4)

    def _cell(self, sheet: Sheet, cell: Cell, box: Box) -> None:
        """Draw leave and meetings, one below the other."""
        inner = box.inset(_GAP)
        y = inner.y
        if cell.leaves:
            sheet.hatch(box, "rising", shade=0.8)
            reasons = "；".join(dict.fromkeys(self._leave(one) for one in cell.leaves))
            pieces = [Words(reasons, "kai", 13, 6.5, DARK)]
            room = inner.height if not cell.held else inner.height * 0.25
            lines = set_lines(sheet.lettering, pieces, inner.width - 2, room)
            high = sum(line.height for line in lines) + 1.6
            sheet.rect(inner.x, y, inner.width, high, stroke=None, fill=WHITE)
            draw_lines(sheet, Box(inner.x + 1, y, inner.width - 2, high), lines, "centre")
            y += high + _GAP
        if not cell.held:
            return
        room = inner.bottom - y
        height = min(_CARD, (room - _GAP * (len(cell.held) - 1)) / len(cell.held))
        for held in cell.held:
            self._card(sheet, held, Box(inner.x, y, inner.width, height))
            y += height + _GAP

    def _leave(self, leave: Leave) -> str:
        reason = leave.reason
        if self.week.language == "en":
            reason = leave.reason_en or reason
            return f"away: {reason}" if reason else "away"
        return f"外出：{reason}" if reason else "外出"

    def _card(self, sheet: Sheet, held: Held, box: Box) -> None:
        """Draw one meeting: time, title, place, must or may come, what it clashes with."""
        week = self.week
        must = week.needs(self.person, held.meeting.id)
        sheet.ground(box, week.tint(held.meeting.unit))
        sheet.rect(
            box.x, box.y, box.width, box.height, line=0.3 if must else 0.2,
            dash=() if must else (1.0, 0.7),
        )  # fmt: skip
        marks = marks_of(held.meeting, week.language)
        side = 3.0
        for number, mark in enumerate(marks):
            mark.draw(sheet, box.right - (number + 1) * (side + 0.5), box.y + 0.6, side)
        role: RoleName = "hei" if week.language == "zh" else "latin_bold"
        scale = max(1.0, min(1.6, box.width / 48))
        head = f"{say_span(held.slot.span, week.language)}　{self._role(must)}"
        pieces = [
            Words(head, "hei", 13 * scale, 6.5, kept=True),
            Words(week.full_title(held), role, 14 * scale, 6.5, names=week.unit_names),
            Words(self._place(held), "song", 11 * scale, 6, kept=True),
            Words(self._host(held), "song", 9.5 * scale, 5.5, DARK, kept=True),
        ]
        pieces += [
            Words(words, "kai", 11 * scale, 6, colour) for words, colour in self._remarks(held)
        ]
        inner = Box(box.x + 1.0, box.y + 0.6, box.width - 2.0, box.height - 1.2)
        first = Box(inner.x, inner.y, inner.width - len(marks) * (side + 0.5), inner.height)
        lines = set_lines(sheet.lettering, pieces, first.width, inner.height)
        draw_lines(sheet, first, lines, top=True)

    def _host(self, held: Held) -> str:
        """Return who holds the meeting and whom to ask."""
        unit, contact = self.week.unit(held.meeting), held.meeting.contact
        gap = "　" if self.week.language == "zh" else "  "
        return gap.join(w for w in (unit, contact) if w)

    def _role(self, must: bool) -> str:
        return self.week.say("出席" if must else "可参加", "must come" if must else "invited")

    def _place(self, held: Held) -> str:
        room = self.week.room(held.room)
        name = room.title.to(self.week.language) or room.title.zh
        building = building_of(room, self.week.language)
        if self.week.language == "en":
            return f"{name},  {building}" if building else name
        building = building.removeprefix(room.building) if room.building in name else building
        return f"{name}{MAY_BREAK}（{building}）" if building else name

    def _remarks(self, held: Held) -> list[tuple[str, Colour]]:
        """Say what stands against coming, and how far it is from the meeting before."""
        week = self.week
        found: list[tuple[str, Colour]] = []
        mine = week.of_person(self.person)
        before = None
        for other in mine:
            if other.meeting.id == held.meeting.id:
                continue
            if other.slot.span.meets(held.slot.span):
                if week.needs(self.person, held.meeting.id) > week.needs(
                    self.person, other.meeting.id
                ):
                    continue  # it is the other one that he cannot come to
                at = say_clock(other.slot.start)
                title = week.title(other.meeting)
                found.append((week.say(f"与{at}“{title}”冲突", f"clashes with {at} {title}"), RED))
            elif other.day == held.day and other.slot.end <= held.slot.start:
                before = other if before is None or other.slot.end > before.slot.end else before
        if before is not None:
            free = int((held.slot.start - before.slot.end).total_seconds() // 60)
            walk = week.walk(before, held)
            if walk and free < walk:
                words = week.say(f"换楼步行{walk}分钟，来不及", f"{walk} minutes to walk: too far")
                found.append((words, RED))
            elif walk and free < walk + 30:
                found.append((week.say(f"换楼步行{walk}分钟", f"{walk} minutes to walk"), DARK))
        away = any(
            leave.who == self.person and leave.span.meets(held.slot.span)
            for leave in week.spec.leaves
        )
        return [*found, (week.say("与外出冲突", "away at the time"), RED)] if away else found
