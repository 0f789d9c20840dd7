"""A day of rooms as a sheet: a row for each room, a column for each quarter of an hour (.xlsx)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from seating.exports.booking_words import Held, place_of, say_day, title_of, unit_of
from seating.exports.xlsx_cells import put
from seating.facts.book import Book, BookBooking
from seating.facts.booking import BookingSpec, Room
from seating.facts.text import Language

_THIN = Side(style="thin", color="808080")
_PALE = Side(style="hair", color="C0C0C0")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FAINT = Border(left=_PALE, right=_PALE, top=_PALE, bottom=_PALE)
_HEAD = PatternFill("solid", fgColor="E8E8E8")
_CLOSED = PatternFill("gray125", fgColor="808080")
_AROUND = PatternFill("lightUp", fgColor="A0A0A0")
_TINTS = (
    *("CFE2F3", "FCE5CD", "D9EAD3", "F4D6DB", "E3DAF0", "FFF2CC"),
    *("CDEAE5", "E9DCCB", "DCE3E8", "F9E0F2", "E6F0C4", "D6DCF5"),
)


class DaySheet:
    """The sheet of one day: a row for each room, a column for each quarter of an hour."""

    def __init__(
        self,
        sheet: Any,
        book: Book,
        booking: BookBooking,
        day: dt.date,
        every: Sequence[Held],
        language: Language,
    ) -> None:
        self.sheet, self.book, self.booking = sheet, book, booking
        self.day, self.every, self.language = day, every, language
        self.spec: BookingSpec = booking.spec
        self.starts = self._starts()
        self.rooms = sorted(self.spec.rooms, key=lambda r: (r.building, r.floor, r.id))
        order = sorted({m.unit for m in self.spec.meetings})
        self.tint = {unit: _TINTS[n % len(_TINTS)] for n, unit in enumerate(order)}

    def _starts(self) -> list[int]:
        """Return the minute after midnight at which each column begins."""
        midnight = dt.datetime.combine(self.day, dt.time())
        found: set[int] = set()
        for start, end in self.spec.hours:
            first, last = start.hour * 60 + start.minute, end.hour * 60 + end.minute
            found |= set(range(first // 15 * 15, last, 15))
        for one in self.every:
            before = int((one.slot.start - midnight).total_seconds() // 60) - one.meeting.setup
            after = int((one.slot.end - midnight).total_seconds() // 60) + one.meeting.clear
            found |= set(range(max(0, before) // 15 * 15, min(after, 24 * 60), 15))
        return sorted(found)

    def _columns(self, start: dt.datetime, end: dt.datetime) -> list[int]:
        """Return the columns of the sheet that a stretch of time covers."""
        midnight = dt.datetime.combine(self.day, dt.time())
        first = (start - midnight).total_seconds() / 60
        last = (end - midnight).total_seconds() / 60
        return [n + 2 for n, at in enumerate(self.starts) if at < last and at + 15 > first]

    def draw(self) -> None:
        """Write heads, rooms, closures and meetings."""
        sheet, language = self.sheet, self.language
        title = "会议室使用安排表" if language == "zh" else "Room timetable"
        put(
            sheet,
            1,
            1,
            f"{title}　{say_day(self.day, language)}",
            Font(name="宋体", size=16, bold=True),
        )
        last = len(self.starts) + 1
        sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=last)
        self._hours(last)
        for at, room in enumerate(self.rooms, start=3):
            put(sheet, at, 1, place_of(room, language), Font(name="黑体", size=10))
            sheet.cell(at, 1).alignment = Alignment(vertical="center", wrap_text=True)
            sheet.cell(at, 1).border = _BOX
            for column in range(2, last + 1):
                sheet.cell(at, column).border = _FAINT
            self._room(at, room)
            sheet.row_dimensions[at].height = 44
        self._page(last)

    def _hours(self, last: int) -> None:
        """Write the hours above their quarters."""
        sheet = self.sheet
        put(sheet, 2, 1, "会议室" if self.language == "zh" else "room", Font(name="黑体", size=10))
        sheet.cell(2, 1).border = _BOX
        column = 2
        while column <= last:
            first = self.starts[column - 2]
            stop = column
            while (
                stop < last
                and self.starts[stop - 1] == self.starts[stop - 2] + 15
                and self.starts[stop - 1] % 60
            ):
                stop += 1
            put(sheet, 2, column, f"{first // 60}:{first % 60:02d}", Font(name="宋体", size=9))
            for one in range(column, stop + 1):
                sheet.cell(2, one).fill, sheet.cell(2, one).border = _HEAD, _BOX
            sheet.cell(2, column).alignment = Alignment(horizontal="left", vertical="center")
            if stop > column:
                sheet.merge_cells(start_row=2, end_row=2, start_column=column, end_column=stop)
            column = stop + 1

    def _room(self, at: int, room: Room) -> None:
        sheet = self.sheet
        for span in room.closed:
            for column in self._columns(span.start, span.end):
                sheet.cell(at, column).fill = _CLOSED
        for one in self.every:
            if one.room.id != room.id:
                continue
            before = one.slot.start - dt.timedelta(minutes=one.meeting.setup)
            after = one.slot.end + dt.timedelta(minutes=one.meeting.clear)
            for column in (
                *self._columns(before, one.slot.start), *self._columns(one.slot.end, after)
            ):  # fmt: skip
                sheet.cell(at, column).fill = _AROUND
            self._meeting(at, one)

    def _meeting(self, at: int, one: Held) -> None:
        sheet = self.sheet
        columns = self._columns(one.slot.start, one.slot.end)
        words = [
            title_of(one, self.language),
            f"{one.slot.start:%H:%M}-{one.slot.end:%H:%M} "
            + unit_of(self.book, one.meeting.unit, self.language),
        ]
        put(sheet, at, columns[0], "\n".join(words).strip(), Font(name="宋体", size=9))
        fill = PatternFill("solid", fgColor=self.tint[one.meeting.unit])
        for column in columns:
            sheet.cell(at, column).fill, sheet.cell(at, column).border = fill, _BOX
        if len(columns) > 1:
            sheet.merge_cells(
                start_row=at, end_row=at, start_column=columns[0], end_column=columns[-1]
            )

    def _page(self, last: int) -> None:
        sheet = self.sheet
        sheet.column_dimensions["A"].width = 24
        for column in range(2, last + 1):
            sheet.column_dimensions[get_column_letter(column)].width = 5
        sheet.row_dimensions[1].height = 28
        sheet.freeze_panes = "B3"
        sheet.print_area = f"A1:{get_column_letter(last)}{len(self.rooms) + 2}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 8 if len(self.rooms) > 12 else 9  # A3, A4
        sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_options.horizontalCentered = True
