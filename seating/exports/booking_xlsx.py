"""Booked meetings as an Excel workbook: a list, the waiting list, a grid for each day (.xlsx).

``seating audit`` reads the list back.  Every word is text, never a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from seating.exports.booking_grid import DaySheet
from seating.exports.booking_words import (
    Held,
    held,
    names,
    say_day,
    unit_of,
)
from seating.exports.frozen import frozen
from seating.exports.xlsx_cells import put, sheet_name
from seating.facts.book import Book, BookBooking, Printed
from seating.facts.booking import PRIORITY_TITLES
from seating.facts.text import Language, Text

FILE = Text("会议安排.xlsx", "meetings.xlsx")
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="E8E8E8")
# Headings under which the list is read back (seating/reading/booking/columns.py).
_LIST: tuple[tuple[Text, int], ...] = (
    (Text("编号", "id"), 9),
    (Text("会议名称", "title"), 36),
    (Text("分会场", "part"), 16),
    (Text("日期", "date"), 12),
    (Text("开始时间", "start"), 10),
    (Text("结束时间", "end"), 10),
    (Text("会议室", "room"), 26),
    (Text("承办单位", "unit"), 18),
    (Text("类别", "priority"), 8),
    (Text("人数", "people"), 7),
    (Text("参会领导", "required"), 40),
    (Text("邀请参加", "preferred"), 30),
    (Text("联系人", "contact"), 14),
    (Text("备注", "note"), 20),
)


def export(book: Book, language: Language) -> Printed | None:
    """Return the workbook, ``None`` for an event without booked meetings."""
    booking = book.booking
    if booking is None or not (booking.plan.slots or booking.plan.unplaced):
        return None
    made = Workbook()
    made.remove(made.active)
    every = held(booking)
    zh = language == "zh"
    _list(made.create_sheet("会议安排" if zh else "meetings"), book, booking, every, language)
    if booking.plan.unplaced:
        _waiting(made.create_sheet("候补" if zh else "waiting"), book, booking, language)
    for day in sorted({*booking.spec.days, *(one.slot.start.date() for one in every)}):
        mine = [one for one in every if one.slot.start.date() == day]
        if mine:
            sheet = made.create_sheet(sheet_name(made, say_day(day, language)))
            DaySheet(sheet, book, booking, day, mine, language).draw()
    raw = io.BytesIO()
    made.save(raw)
    return Printed(name=FILE.to(language), data=frozen(raw.getvalue()))


def _list(
    sheet: Any, book: Book, booking: BookBooking, every: Sequence[Held], language: Language
) -> None:
    """Write a row for each part of each meeting."""
    _heads(sheet, [(head.to(language), width) for head, width in _LIST])
    titles = [r.title.to(language) or r.title.zh for r in booking.spec.rooms]
    for at, one in enumerate(every, start=2):
        meeting = one.meeting
        part = meeting.parts[one.part]
        room = one.room.title.to(language) or one.room.title.zh
        first = one.part == 0
        words = [
            meeting.id,
            meeting.title.to(language) or meeting.title.zh,
            part.title.to(language) or part.title.zh,
            one.slot.start.date().isoformat(),
            f"{one.slot.start:%H:%M}",
            f"{one.slot.end:%H:%M}",
            room if titles.count(room) == 1 else one.room.id,
            unit_of(book, meeting.unit, language),
            PRIORITY_TITLES[meeting.priority].to(language),
            str(part.number or ""),
            names(book, booking.required.get(meeting.id, ()), language) if first else "",
            names(book, booking.preferred.get(meeting.id, ()), language) if first else "",
            meeting.contact,
            meeting.note,
        ]
        _row(sheet, at, words)
    _finish(sheet, len(_LIST), len(every) + 1, language)


def _waiting(sheet: Any, book: Book, booking: BookBooking, language: Language) -> None:
    zh = language == "zh"
    heads = (
        (("编号", 9), ("会议名称", 36), ("时长", 8), ("承办单位", 18), ("类别", 8), ("原因", 70))
        if zh
        else (("id", 9), ("title", 36), ("minutes", 9), ("unit", 18), ("class", 12), ("why", 70))
    )
    _heads(sheet, heads)
    meetings = {m.id: m for m in booking.spec.meetings}
    for at, one in enumerate(booking.plan.unplaced, start=2):
        meeting = meetings.get(one.meeting)
        if meeting is None:
            continue
        reasons = ("；" if zh else "; ").join(r.to(language) or r.zh for r in one.reasons)
        words = [
            meeting.id,
            meeting.title.to(language) or meeting.title.zh,
            str(meeting.minutes),
            unit_of(book, meeting.unit, language),
            PRIORITY_TITLES[meeting.priority].to(language),
            reasons,
        ]
        _row(sheet, at, words)
    _finish(sheet, len(heads), len(booking.plan.unplaced) + 1, language)


def _heads(sheet: Any, heads: Sequence[tuple[str, int]]) -> None:
    for column, (head, width) in enumerate(heads, start=1):
        put(sheet, 1, column, head, Font(name="黑体", size=11, bold=True))
        sheet.cell(1, column).fill, sheet.cell(1, column).border = _HEAD, _BOX
        sheet.column_dimensions[get_column_letter(column)].width = width


def _row(sheet: Any, at: int, words: Sequence[str]) -> None:
    for column, word in enumerate(words, start=1):
        put(sheet, at, column, word, Font(name="宋体", size=11))
        cell = sheet.cell(at, column)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        cell.border = _BOX


def _finish(sheet: Any, columns: int, rows: int, language: Language) -> None:
    area = f"A1:{get_column_letter(columns)}{rows}"
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = area
    sheet.print_area = area
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    foot = "第&P页 共&N页" if language == "zh" else "Page &P of &N"
    sheet.oddFooter.center.text = foot
