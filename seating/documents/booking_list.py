"""All meetings by day and time, and those that wait for a room (会议安排一览表)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from seating.documents.paper import Paper, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.sheet import Sheet
from seating.documents.tables import Column
from seating.documents.timetable.fit import MAY_BREAK
from seating.documents.timetable.heads import furniture, page_head
from seating.documents.timetable.parted import PartedTable, Section
from seating.documents.timetable.week import Held, Week, booking_of
from seating.documents.timetable.words import (
    SECRET,
    say_day,
    say_days,
    say_number,
    say_span,
)
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.booking import PRIORITY_TITLES, Meeting
from seating.facts.parameter import parameter
from seating.facts.text import Text

NAME = "booking_list"
TITLE = Text("会议安排一览表", "List of meetings")
SUMMARY = Text(
    "会议安排一览表：按日期和时间列出全部会议，末尾是候补名单和每个会未排的原因。",
    "All meetings by day and time; at the end those that wait for a room, with the reasons.",
)


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.booking_list]``."""

    paper: str = parameter("纸张，缺省 A4 横放", "paper, A4 landscape by default", default="")
    people: bool = parameter("印参会人员", "print who attends", default=True)
    waiting: bool = parameter("印候补名单", "print the waiting list", default=True)
    confidential: bool = parameter(
        "保密会议也印名称和人员", "print titles and people of confidential meetings", default=True
    )


_SECRET = f"［{SECRET.zh}］"


def wanted(book: Book) -> bool:
    """Whether there are meetings, placed or waiting."""
    booking = booking_of(book)
    return booking is not None and bool(booking.plan.slots or booking.plan.unplaced)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the list into one file."""
    booking = booking_of(book)
    if booking is None or not (booking.plan.slots or booking.plan.unplaced):
        return
    yield _List(book, job, Week(book, booking, job.language)).print()


class _List:
    def __init__(self, book: Book, job: PrintJob, week: Week) -> None:
        self.week = week
        self.keys = keys_of(book, NAME, Keys)
        self.name = file_name(TITLE.to(job.language), book.event.id)
        self.paper: Paper = paper_of(job.paper or self.keys.paper or "A4").landscape()
        self.press: Press = open_press(book, job, TITLE, furniture=furniture(week))

    def print(self) -> Printed:
        """Draw the list and, if anything waits, the waiting list on a page of its own."""
        week, say = self.week, self.week.say
        sections = [
            Section(say_day(day, week.language), [self._row(h) for h in held])
            for day in week.days
            if (held := [h for h in week.first if h.day == day])
        ]
        columns = [
            Column(say("时间", "Time"), align="centre"),
            Column(say("会议名称", "Meeting"), role="hei", grow=True),
            Column(say("承办单位", "Unit")),
            Column(say("会议室", "Room")),
            Column(say("参会领导", "Must come")),
            Column(say("人数", "People"), align="centre"),
            Column(say("类别", "Class"), align="centre"),
            Column(say("联系人", "Contact"), align="centre"),
        ]
        for at in self._left_out():
            del columns[at]
        total = say(f"共{len(week.first)}个会议", f"{len(week.first)} meetings")
        if sections:
            line = say("　", ", ").join((say_days(week.days, week.language), total))
            self._table(TITLE.to(week.language), line, columns, sections)
        waiting = week.booking.plan.unplaced
        if waiting and self.keys.waiting:
            self._waiting()
        return self.press.finish(self.name)

    def _table(self, title: str, line: str, columns: list[Column], sections: list[Section]) -> None:
        first = True

        def begin() -> tuple[Sheet, float, float, float, float]:
            nonlocal first
            sheet = self.press.page(self.paper, margin=12.0, bookmark=title if first else "")
            area = page_head(sheet, title, line) if first else sheet.body
            first = False
            return sheet, area.x, area.y, area.width, area.bottom

        people = self.week.book.people.values()
        names = tuple(sorted({p.name for p in people}))
        whole = (*self.week.unit_names, *names, _SECRET)
        table = PartedTable(columns, sections, whole=whole)
        table.draw(self.press.lettering, begin)

    def _row(self, held: Held) -> list[str]:
        week, meeting = self.week, held.meeting
        hidden = meeting.confidential and not self.keys.confidential
        held_parts = sorted(
            (h for h in week.held if h.meeting.id == meeting.id), key=lambda h: h.part
        )
        places = [_breakable(week.place(h)) for h in held_parts]
        if len(places) > 1:
            parts = [week.part(h) for h in held_parts]
            places = [
                (f"{part}：{place}" if week.language == "zh" else f"{part}: {place}")
                if part
                else place
                for part, place in zip(parts, places, strict=True)
            ]
        number = sum(part.number for part in meeting.parts)
        people = week.listed(week.booking.required.get(meeting.id, ()))
        row = [
            say_span(held.slot.span, week.language),
            self._title(meeting),
            week.unit(meeting),
            "\n".join(places),
            "" if hidden else people,
            say_number(number, week.language) if number and week.language == "zh" else
            str(number or ""),
            PRIORITY_TITLES[meeting.priority].to(week.language),
            meeting.contact,
        ]  # fmt: skip
        for at in self._left_out():
            del row[at]
        return row

    def _title(self, meeting: Meeting) -> str:
        """Return the title, marked or hidden if the meeting is confidential."""
        week = self.week
        if not meeting.confidential:
            return week.title(meeting)
        if not self.keys.confidential:
            return week.say("保密会议", "Confidential meeting")
        return week.title(meeting) + (_SECRET if week.language == "zh" else " [confidential]")

    def _left_out(self) -> list[int]:
        """Return the columns that are not printed, from the last one on."""
        contact = any(meeting.contact for meeting in self.week.spec.meetings)
        return [*([] if contact else [7]), *([] if self.keys.people else [4])]

    def _waiting(self) -> None:
        """Draw the meetings without room and time, with their reasons."""
        week, say = self.week, self.week.say
        rows = []
        for unplaced in week.booking.plan.unplaced:
            meeting = week.meetings.get(unplaced.meeting)
            if meeting is None:
                continue
            reasons = [r.to(week.language) or r.zh for r in unplaced.reasons]
            rows.append(
                [
                    self._title(meeting),
                    week.unit(meeting),
                    _length(meeting, week),
                    PRIORITY_TITLES[meeting.priority].to(week.language),
                    "\n".join(reasons),
                ]
            )
        columns = [
            Column(say("会议名称", "Meeting"), role="hei", least=44),
            Column(say("承办单位", "Unit")),
            Column(say("时长", "Length"), align="centre"),
            Column(say("类别", "Class"), align="centre"),
            Column(say("未排定的原因", "Why it waits"), grow=True),
        ]
        line = say(f"共{len(rows)}个会议", f"{len(rows)} meetings")
        title = say("候补会议名单", "Meetings that wait for a room")
        self._table(title, line, columns, [Section("", rows)])


def _breakable(place: str) -> str:
    """Allow a line to end before the building."""
    return place.replace("（", f"{MAY_BREAK}（")


def _length(meeting: Meeting, week: Week) -> str:
    return week.say(f"{meeting.minutes}分钟", f"{meeting.minutes} min")
