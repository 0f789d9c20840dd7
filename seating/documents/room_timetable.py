"""The rooms of each day on one page: who meets where and when (会议室使用安排表)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seating.documents.ink import LIGHT, PALE, TINTS, WHITE
from seating.documents.paper import Box, Paper, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.sheet import Sheet
from seating.documents.timetable.day_grid import DayGrid
from seating.documents.timetable.heads import day_head, furniture
from seating.documents.timetable.marks import (
    Sign,
    draw_legend,
    legend_height,
    mark_signs,
    sign_of_tint,
)
from seating.documents.timetable.week import Week, booking_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.booking import Room, Span
from seating.facts.parameter import parameter
from seating.facts.text import Text

NAME = "room_timetable"
TITLE = Text("会议室使用安排表", "Room timetable")
SUMMARY = Text(
    "会议室使用安排表：每天一页，横为时间、纵为会议室，按承办单位着色，标出布置清场和停用。",
    "The rooms of each day on one page: time across, rooms down, colour by unit, set-up and "
    "closures shown.",
)

_LEAST = 8.2  # mm, the lowest row in which a meeting can be read
_MOST = 36.0


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.room_timetable]``."""

    paper: str = parameter("纸张，缺省 A4 横放", "paper, A4 landscape by default", default="")
    confidential: bool = parameter(
        "保密会议也印名称", "print the titles of confidential meetings", default=True
    )
    empty: bool = parameter("没有会议的日子也印", "print days without meetings", default=False)


def wanted(book: Book) -> bool:
    """Whether any meeting has a room."""
    booking = booking_of(book)
    return booking is not None and bool(booking.plan.slots)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print a page for each day; more where there are many rooms."""
    booking = booking_of(book)
    if booking is None or not booking.plan.slots:
        return
    keys = keys_of(book, NAME, Keys)
    week = Week(book, booking, job.language)
    press = open_press(book, job, TITLE, furniture=furniture(week))
    paper = paper_of(job.paper or keys.paper or "A4").landscape()
    for day in week.days:
        if keys.empty or week.on(day):
            _day(press, paper, week, day, keys)
    yield press.finish(file_name(TITLE.to(job.language), book.event.id))


def _day(press: Press, paper: Paper, week: Week, day: dt.date, keys: Keys) -> None:
    """Draw the pages of one day."""
    rooms: Sequence[Room] = week.ordered_rooms
    pages = 1
    number = 0
    while rooms:
        sheet = press.page(paper, margin=10.0, bookmark=_bookmark(week, day) if number == 0 else "")
        area = day_head(sheet, week, TITLE.to(week.language), day)
        signs = _signs(week, day)
        low = legend_height(sheet, signs, area.width) + 1.5
        box = Box(area.x, area.y, area.width, area.height - low)
        most = max(1, int((box.height - 6.0) / _LEAST))
        if number == 0:
            pages = -(-len(rooms) // most)
        count = -(-len(rooms) // (pages - number))
        height = min((box.height - 6.0) / count, _MOST)
        box = Box(box.x, box.y, box.width, 6.0 + height * count)
        DayGrid(week, day, rooms[:count], box, keys.confidential).draw(sheet)
        draw_legend(sheet, Box(area.x, box.bottom + 1.5, area.width, low), signs)
        rooms = rooms[count:]
        number += 1


def _bookmark(week: Week, day: dt.date) -> str:
    from seating.documents.timetable.words import say_day

    return say_day(day, week.language)


def _signs(week: Week, day: dt.date) -> list[Sign]:
    """Return what the legend of a day explains: units, marks, shadings."""
    held = week.on(day)
    units = sorted({h.meeting.unit for h in held if h.meeting.unit}, key=lambda u: _rank(week, u))
    signs = [sign_of_tint(week.tint(u), _unit(week, u)) for u in units]
    if len(units) > len(TINTS):  # more units than grounds: the names in the boxes tell them apart
        signs = [Sign(_grounds, week.say("底色区分承办单位", "ground: by unit"))]
    signs += mark_signs([h.meeting for h in held], week.language)
    if any(h.meeting.setup or h.meeting.clear for h in held):
        signs.append(Sign(_around, week.say("布置、清场", "set-up, clearing")))
    midnight = dt.datetime.combine(day, dt.time())
    whole = Span(start=midnight, end=midnight + dt.timedelta(days=1))
    if any(span.meets(whole) for room in week.spec.rooms for span in room.closed):
        signs.append(Sign(_closed, week.say("停用", "closed")))
    return signs


def _unit(week: Week, name: str) -> str:
    from seating.documents.words import unit_of

    return unit_of(week.book, name, week.language)


def _rank(week: Week, name: str) -> tuple[bool, int, str]:
    unit = week.book.units.get(name)
    order = unit.order if unit else 0
    return (order == 0, order, name)


def _grounds(sheet: Sheet, box: Box) -> None:
    third = box.width / 3
    for number in range(3):
        sheet.ground(Box(box.x + number * third, box.y, third, box.height), TINTS[number])
    sheet.rect(box.x, box.y, box.width, box.height, line=0.15)


def _around(sheet: Sheet, box: Box) -> None:
    sheet.rect(box.x, box.y, box.width, box.height, stroke=None, fill=WHITE)
    sheet.hatch(box, "rising", shade=0.6)
    sheet.rect(box.x, box.y, box.width, box.height, line=0.15, dash=(0.8, 0.6))


def _closed(sheet: Sheet, box: Box) -> None:
    sheet.rect(box.x, box.y, box.width, box.height, stroke=None, fill=PALE)
    sheet.hatch(box, "cross", shade=0.72)
    sheet.rect(box.x, box.y, box.width, box.height, line=0.12, stroke=LIGHT)
