"""A leader's week on one page: what, when, where, must or may come (领导日程)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seating.documents.cards.who import chosen, who_faults
from seating.documents.paper import Box, Paper, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.sheet import Sheet
from seating.documents.timetable.heads import furniture, page_head
from seating.documents.timetable.marks import Sign, draw_legend, legend_height, mark_signs
from seating.documents.timetable.week import Week, booking_of, weeks
from seating.documents.timetable.week_page import WeekPage
from seating.documents.timetable.words import say_days
from seating.documents.words import name_of, title_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import Fault, Where
from seating.facts.parameter import parameter
from seating.facts.text import Text

NAME = "leader_schedule"
TITLE = Text("领导日程", "Schedules of leaders")
SUMMARY = Text(
    "领导日程：每位领导一周一页，按日期和上下午列出会议、时间、地点、是否必到，标出冲突和请假。",
    "One page per leader and week: day by day, morning and afternoon, with time, place, whether "
    "he must come, clashes and leave.",
)


_SECRET = Text("保密", "confidential")


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.leader_schedule]``."""

    who: tuple[str, ...] = parameter(
        "给哪些人印，如 group:领导；留空为有级别的人",
        "for whom, such as group:leaders; empty = everybody with a rank",
        default=(),
        selector=True,
    )
    free: bool = parameter(
        "没有会议的人也印", "print schedules without meetings, too", default=False
    )
    paper: str = parameter("纸张，缺省 A4 横放", "paper, A4 landscape by default", default="")


def faults(event: Event, where: Where) -> list[Fault]:
    """Say which selectors name nobody."""
    return who_faults(event, keys_of(event, NAME, Keys).who, where)


def wanted(book: Book) -> bool:
    """Whether any meeting has a time."""
    booking = booking_of(book)
    return booking is not None and bool(booking.plan.slots)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the schedules of all leaders into one file, by precedence."""
    booking = booking_of(book)
    if booking is None or not booking.plan.slots:
        return
    keys = keys_of(book, NAME, Keys)
    week = Week(book, booking, job.language)
    press = open_press(book, job, TITLE, furniture=furniture(week))
    paper = paper_of(job.paper or keys.paper or "A4").landscape()
    for person in leaders(week, keys):
        if keys.free or week.of_person(person):
            for days in weeks(week.days):
                _page(press, paper, week, person, days)
    if press.sheets:
        yield press.finish(file_name(TITLE.to(job.language), book.event.id))


def people_of(book: Book) -> list[str]:
    """Return the ids of those for whom schedules and calendars are made, by precedence."""
    booking = booking_of(book)
    if booking is None:
        return []
    return leaders(Week(book, booking, "zh"), keys_of(book, NAME, Keys))


def leaders(week: Week, keys: Keys) -> list[str]:
    """Return for whom schedules are printed, by precedence."""
    people = week.book.people
    named = chosen(week.book, keys.who)
    if named is None:
        named = frozenset(i for i, p in people.items() if p.rank is not None)
    return [i for i in week.book.order if i in named]


def _page(press: Press, paper: Paper, week: Week, person: str, days: Sequence[dt.date]) -> None:
    who = week.book.people[person]
    name = name_of(who, week.language)
    sheet = press.page(paper, margin=10.0, bookmark=name)
    title = title_of(who, week.language)
    head = week.say(f"{name}同志日程", f"Schedule of {name}")
    held = [h for h in week.of_person(person) if h.day in days]
    minutes = sum(int((h.slot.end - h.slot.start).total_seconds() // 60) for h in held)
    hours = f"{minutes / 60:.1f}".removesuffix(".0")
    total = week.say(f"共{len(held)}个会议，{hours}小时", f"{len(held)} meetings, {hours} hours")
    gap = week.say("　", ", ")
    line = gap.join(w for w in (title, say_days(days, week.language), total) if w)
    area = page_head(sheet, head, line)
    signs = mark_signs([h.meeting for h in held], week.language, _SECRET)
    if any(not week.needs(person, h.meeting.id) for h in held):
        signs.append(Sign(_invited, week.say("可参加", "invited, need not come")))
    low = legend_height(sheet, signs, area.width) + 1.5 if signs else 0.0
    WeekPage(week, person, days, Box(area.x, area.y, area.width, area.height - low)).draw(sheet)
    draw_legend(sheet, Box(area.x, area.bottom - low + 1.5, area.width, low), signs)


def _invited(sheet: Sheet, box: Box) -> None:
    sheet.rect(box.x, box.y, box.width, box.height, line=0.2, dash=(1.0, 0.7))
