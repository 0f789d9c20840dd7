"""What each unit has to hold and to attend (单位会议日程)."""

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
from seating.documents.timetable.words import say_day, say_days, say_span
from seating.documents.words import unit_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Text

NAME = "unit_schedule"
TITLE = Text("单位会议日程", "Schedules of units")
SUMMARY = Text(
    "单位会议日程：每个单位一页，列出承办和参加的会议、地点、参加人员。",
    "One page for each unit with the meetings that it holds or attends, where and by whom.",
)


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.unit_schedule]``."""

    units: tuple[str, ...] = parameter(
        "给哪些单位印，写全称或简称；留空为所有有会的单位",
        "for which units, by full or short name; empty = all that have a meeting",
        default=(),
    )
    paper: str = parameter("纸张，缺省 A4 竖放", "paper, A4 portrait by default", default="")


def wanted(book: Book) -> bool:
    """Whether any meeting has a time."""
    booking = booking_of(book)
    return booking is not None and bool(booking.plan.slots)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print a page for each unit, in the order of units."""
    booking = booking_of(book)
    if booking is None or not booking.plan.slots:
        return
    keys = keys_of(book, NAME, Keys)
    week = Week(book, booking, job.language)
    press = open_press(book, job, TITLE, furniture=furniture(week))
    paper = paper_of(job.paper or keys.paper or "A4").portrait()
    for unit in _units(week, keys):
        rows = _meetings(week, unit)
        if rows:
            _page(press, paper, week, unit, rows)
    if press.sheets:
        yield press.finish(file_name(TITLE.to(job.language), book.event.id))


def _units(week: Week, keys: Keys) -> list[str]:
    """Return the names of units, those of the roster first."""
    names = list(week.book.units)
    names += sorted({m.unit for m in week.spec.meetings if m.unit} - set(names))
    if not keys.units:
        return names
    wanted_names = set(keys.units)
    short = {u.name: u.short for u in week.book.units.values()}
    return [n for n in names if n in wanted_names or short.get(n, n) in wanted_names]


def _meetings(week: Week, unit: str) -> list[tuple[Held, list[str]]]:
    """Return the meetings of a unit with those of its people who come."""
    found = []
    for held in week.held:
        meeting = held.meeting
        mine = [
            pid
            for pid in week.attending(meeting.id)
            if pid in week.book.people
            and week.book.people[pid].unit == unit
            and week.part_of(pid, meeting.id) == held.part
        ]
        if mine or (meeting.unit == unit and held.part == 0):
            found.append((held, mine))
    return found


def _page(
    press: Press, paper: Paper, week: Week, unit: str, rows: list[tuple[Held, list[str]]]
) -> None:
    say = week.say
    name = unit_of(week.book, unit, week.language)
    sections = []
    for day in week.days:
        cells = [_row(week, unit, held, people) for held, people in rows if held.day == day]
        if cells:
            sections.append(Section(say_day(day, week.language), cells))
    columns = [
        Column(say("时间", "Time"), align="centre"),
        Column(say("会议名称", "Meeting"), role="hei", grow=True),
        Column(say("会议室", "Room")),
        Column(say("任务", "Task"), align="centre"),
        Column(say("参加人员", "Who comes")),
    ]
    line = say("　", ", ").join((say_days(week.days, week.language), _total(week, unit, rows)))
    first = True

    def begin() -> tuple[Sheet, float, float, float, float]:
        nonlocal first
        sheet = press.page(paper, margin=12.0, bookmark=name if first else "")
        again = "" if first else say("（续）", " (continued)")
        first = False
        title = say(f"{name}会议日程{again}", f"Meetings of {name}{again}")
        area = page_head(sheet, title, line)
        return sheet, area.x, area.y, area.width, area.bottom

    people = tuple(sorted({p.name for p in week.book.people.values()}))
    table = PartedTable(
        columns, sections, size=11, row_height=9.0, whole=(*week.unit_names, *people)
    )
    table.draw(press.lettering, begin)


def _total(week: Week, unit: str, rows: list[tuple[Held, list[str]]]) -> str:
    """Say how many meetings there are, and how many of them the unit itself holds."""
    count = len({held.meeting.id for held, _ in rows})
    own = len({held.meeting.id for held, _ in rows if held.meeting.unit == unit})
    zh, en = f"共{count}个会议", "1 meeting" if count == 1 else f"{count} meetings"
    if own:
        zh, en = f"{zh}，其中承办{own}个", f"{en}, {own} held by the unit"
    return week.say(zh, en)


def _row(week: Week, unit: str, held: Held, people: list[str]) -> list[str]:
    own = held.meeting.unit == unit
    optional = [p for p in people if not week.needs(p, held.meeting.id)]
    firm = [p for p in people if p not in optional]
    names = week.listed(firm)
    if optional:
        more = week.listed(optional)
        words = week.say(f"可参加：{more}", f"invited: {more}")
        names = "\n".join(w for w in (names, words) if w)
    task = week.say("承办", "holds") if own else week.say("参加", "attends")
    if not own and people and not firm:
        task = week.say("可参加", "invited")
    return [
        say_span(held.slot.span, week.language),
        week.full_title(held),
        week.place(held).replace("（", f"{MAY_BREAK}（"),
        task,
        names,
    ]
