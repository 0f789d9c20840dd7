"""What takes place in a room today, in letters to be read from the corridor (会议室门牌日程)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from seating.documents.ink import BLACK, DARK, MIDDLE, PALE
from seating.documents.lettering import RoleName
from seating.documents.paper import Box, Paper, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.sheet import Sheet
from seating.documents.timetable.fit import Words, draw_lines, set_lines
from seating.documents.timetable.week import Held, Week, booking_of
from seating.documents.timetable.words import building_of, room_name, say_day, say_span
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.booking import Room, Span
from seating.facts.parameter import parameter
from seating.facts.text import Text

NAME = "door_sheets"
TITLE = Text("会议室门牌日程", "Door sheets")
SUMMARY = Text(
    "会议室门牌日程：每间会议室每天一张，大字列出当天的会议，贴在门口。",
    "One sheet for each room and day with its meetings in large letters, for the door.",
)
_LARGEST = 66.0  # mm, of one meeting


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.door_sheets]``."""

    paper: str = parameter("纸张，缺省 A4 竖放", "paper, A4 portrait by default", default="")
    confidential: bool = parameter(
        "保密会议也印名称，缺省只印“保密会议”",
        "print the titles of confidential meetings",
        default=False,
    )
    unit: bool = parameter("印承办单位", "print the unit that holds it", default=True)


def wanted(book: Book) -> bool:
    """Whether any meeting has a room."""
    booking = booking_of(book)
    return booking is not None and bool(booking.plan.slots)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print a page for each room and day with a meeting, day after day."""
    booking = booking_of(book)
    if booking is None or not booking.plan.slots:
        return
    keys = keys_of(book, NAME, Keys)
    week = Week(book, booking, job.language)
    press = open_press(book, job, TITLE)
    paper = paper_of(job.paper or keys.paper or "A4").portrait()
    for day in week.days:
        first = True
        for room in week.ordered_rooms:
            held = [h for h in week.on(day) if h.room == room.id]
            if held:
                mark = say_day(day, week.language) if first else ""
                _page(press, paper, week, room, day, held, keys, mark)
                first = False
    yield press.finish(file_name(TITLE.to(job.language), book.event.id))


def _page(
    press: Press,
    paper: Paper,
    week: Week,
    room: Room,
    day: dt.date,
    held: list[Held],
    keys: Keys,
    mark: str,
) -> None:
    """Draw the name of the room, the day, and one block for each meeting."""
    sheet = press.page(paper, margin=15.0, bookmark=mark)
    area = sheet.body
    name = room_name(room, week.language)
    sheet.text(
        area.cx, area.y + 2, name, "title_song", 40, align="centre", upright="top",
        max_width=area.width,
    )  # fmt: skip
    building = building_of(room, week.language)
    if room.building and room.building in name:
        building = building.removeprefix(room.building)
    gap = week.say("　", "  ")
    line = gap.join(w for w in (building, say_day(day, week.language, year=True)) if w)
    sheet.text(
        area.cx, area.y + 21, line, "hei", 20, align="centre", upright="top",
        max_width=area.width,
    )  # fmt: skip
    top = area.y + 33
    sheet.line(area.x, top, area.right, top, width=0.8)
    entries: list[tuple[Span, Held | None]] = [(h.slot.span, h) for h in held]
    opens = dt.datetime.combine(day, week.spec.hours[0][0])
    closes = dt.datetime.combine(day, week.spec.hours[-1][1])
    whole = Span(start=opens, end=closes)
    entries += [(span, None) for span in room.closed if span.meets(whole)]
    entries.sort(key=lambda e: e[0])
    height = min(_LARGEST, (area.bottom - top - 3) / len(entries))
    y = top
    for span, one in entries:
        box = Box(area.x, y, area.width, height)
        if one is not None:
            _block(sheet, week, one, box, keys)
        else:
            _closed(sheet, week, span, day, box)
        y += height
        sheet.line(area.x, y, area.right, y, width=0.25, colour=MIDDLE)


def _block(sheet: Sheet, week: Week, held: Held, box: Box, keys: Keys) -> None:
    """Draw one meeting: its time at the left, title and unit at the right."""
    width = box.width * 0.33
    scale = min(1.0, box.height / 44)
    time = say_span(held.slot.span, week.language)
    sheet.text(
        box.x, box.cy, time, "hei", 28 * max(scale, 0.6), upright="middle", max_width=width - 4
    )
    hidden = held.meeting.confidential and not keys.confidential
    title = week.say("保密会议", "Confidential meeting") if hidden else week.full_title(held)
    role: RoleName = "hei" if week.language == "zh" else "latin_bold"
    pieces = [Words(title, role, 36 * max(scale, 0.5), 11, names=week.unit_names)]
    unit = week.unit(held.meeting)
    if keys.unit and unit:
        pieces.append(Words(unit, "song", 18 * max(scale, 0.6), 8, DARK))
    inner = Box(box.x + width, box.y + 2, box.width - width, box.height - 4)
    draw_lines(sheet, inner, set_lines(sheet.lettering, pieces, inner.width, inner.height))


def _closed(sheet: Sheet, week: Week, span: Span, day: dt.date, box: Box) -> None:
    """Say that the room is out of use for a part of the day."""
    sheet.rect(box.x, box.y, box.width, box.height, stroke=None, fill=PALE)
    first, last = week.spec.hours[0][0], week.spec.hours[-1][1]
    opens, closes = dt.datetime.combine(day, first), dt.datetime.combine(day, last)
    start, end = max(span.start, opens), min(span.end, closes)
    whole = start == opens and end == closes
    size = 28 * max(min(1.0, box.height / 44), 0.6)
    if not whole:
        sheet.text(
            box.x + 2,
            box.cy,
            say_span(Span(start=start, end=end), week.language),
            "hei",
            size,
            upright="middle",
            max_width=box.width * 0.33 - 6,
        )
    sheet.text(
        box.x + box.width * 0.33, box.cy, week.say("停用", "closed"), "hei", size,
        upright="middle", max_width=box.width * 0.65, colour=BLACK,
    )  # fmt: skip
