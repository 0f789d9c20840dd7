"""The agenda of each meeting on a page (会议议程)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from seating.documents.furniture import furniture_of
from seating.documents.lettering import RoleName
from seating.documents.lists.occasion import Occasion
from seating.documents.official.title import turn
from seating.documents.paper import MM_PER_PT, Box, Paper, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.documents.sheet import Sheet
from seating.documents.timetable.heads import furniture
from seating.documents.timetable.week import Held, Week, booking_of
from seating.documents.timetable.words import say_day, say_span
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Language, Text

NAME = "agenda"
TITLE = Text("会议议程", "Agenda")
SUMMARY = Text(
    "会议议程：每个写了议程的会议一页，列出时间、地点、出席人员和议程；没有统筹会议时印本会的议程。",
    "The agenda of every meeting that has one, with time, place and attendance; without booked "
    "meetings that of the event.",
)
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.agenda]``."""

    meetings: tuple[str, ...] = parameter(
        "只印哪些会议，写编号；留空为所有有议程的会议",
        "ids of the meetings; empty = all that have an agenda",
        default=(),
    )
    people: bool = parameter("印出席人员", "print who attends", default=True)
    numbers: bool = parameter("给议程编号", "number the items", default=True)
    paper: str = parameter("纸张，缺省 A4", "paper, A4 by default", default="")


@dataclass(frozen=True, slots=True)
class Page:
    """What one agenda says: its title, lines of facts (label and words) and its items."""

    title: str
    facts: Sequence[tuple[str, str]]
    items: Sequence[str]


def wanted(book: Book) -> bool:
    """Whether a booked meeting has an agenda, or the event asks for one."""
    booking = booking_of(book)
    if booking is None:
        return has_table(book, NAME) and bool(_event_items(book))
    return any(meeting.agenda for meeting in booking.spec.meetings)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the agendas into one file, by time."""
    keys = keys_of(book, NAME, Keys)
    booking = booking_of(book)
    pages: list[Page] = []
    made = furniture_of(book, job.language)
    names: tuple[str, ...] = ()
    if booking is not None:
        week = Week(book, booking, job.language)
        made, names = furniture(week), week.unit_names
        pages = [_of_meeting(week, held, keys) for held in week.first if _chosen(held, keys)]
    elif _event_items(book):
        pages = [_of_event(book, job.language)]
    if not pages:
        return
    press = open_press(book, job, TITLE, furniture=made)
    paper = paper_of(job.paper or keys.paper or "A4")
    for page in pages:
        _draw(press, paper, page, job.language, names, keys)
    yield press.finish(file_name(TITLE.to(job.language), book.event.id))


def _chosen(held: Held, keys: Keys) -> bool:
    ident = held.meeting.id
    return bool(held.meeting.agenda) and (not keys.meetings or ident in keys.meetings)


def _of_meeting(week: Week, held: Held, keys: Keys) -> Page:
    say, meeting = week.say, held.meeting
    gap = say("", ", ")
    day = say_day(held.day, week.language, year=True)
    when = f"{day}{gap}{say_span(held.slot.span, week.language)}"
    facts = [(say("时　间", "Time"), when), (say("地　点", "Place"), week.place(held))]
    others = [h for h in week.held if h.meeting.id == meeting.id and h.part > 0]
    if others:
        words = say("；", "; ").join(
            say(f"{week.part(h)}：{week.place(h)}", f"{week.part(h)}: {week.place(h)}")
            for h in others
        )
        facts.append((say("分会场", "Further rooms"), words))
    facts.append((say("承　办", "Held by"), week.unit(meeting)))
    if keys.people:
        required = week.booking.required.get(meeting.id, ())
        invited = [p for p in week.attending(meeting.id) if p not in required]
        facts.append((say("出　席", "Must come"), week.listed(required)))
        facts.append((say("列　席", "Invited"), week.listed(invited)))
    items = meeting.agenda_en if week.language == "en" else ()
    return Page(week.title(meeting), [f for f in facts if f[1]], items or meeting.agenda)


def _event_items(book: Book, language: Language = "zh") -> list[str]:
    """Return the lines of ``[notice].agenda``."""
    notice = book.event.tables.get("notice", {})
    raw: Any = notice.get("agenda", ()) if isinstance(notice, Mapping) else ()
    values = raw if isinstance(raw, list | tuple) else [raw]
    return [words for value in values if (words := _item_words(value, language))]


def _item_words(value: object, language: Language) -> str:
    """Return an item: its time, its words and who speaks."""
    if isinstance(value, str):
        return value.strip()
    if not isinstance(value, Mapping):
        return ""
    zh = language == "zh"
    text = str(value.get("text", "") if zh else value.get("text_en") or value.get("text", ""))
    who = str(value.get("who", "")) if zh else ""
    time = str(value.get("time", ""))
    return ("　" if zh else "  ").join(words for words in (time, text, who) if words)


def _of_event(book: Book, language: Language) -> Page:
    occasion = Occasion(book, language)
    zh = language == "zh"
    facts = [
        ("时　间" if zh else "Time", occasion.when),
        ("地　点" if zh else "Place", occasion.place),
    ]
    return Page(occasion.title, [f for f in facts if f[1]], _event_items(book, language))


def _draw(
    press: Press,
    paper: Paper,
    page: Page,
    language: Language,
    names: tuple[str, ...],
    keys: Keys,
) -> None:
    """Draw one agenda; a long one goes on to further pages."""
    zh = language == "zh"
    sheet = press.page(paper, margin=22.0, bookmark=page.title)
    area = sheet.body
    y = area.y
    lines = turn(page.title, names) if zh else sheet.lettering.even_lines(
        page.title, "title_song", 22, area.width
    )  # fmt: skip
    for line in lines:
        sheet.text(
            area.cx, y, line, "title_song", 22, align="centre", upright="top",
            max_width=area.width,
        )  # fmt: skip
        y += 11.0
    sheet.text(area.cx, y + 1, "议　程" if zh else "Agenda", "kai", 18, align="centre",
               upright="top")  # fmt: skip
    y += 16.0
    size, body = 15.0, ("fang" if zh else "song")
    role: RoleName = "fang" if body == "fang" else "song"
    width = max((sheet.lettering.width(label, "hei", size) for label, _ in page.facts), default=0)
    for label, words in page.facts:
        sheet.text(area.x, y + 4, label, "hei", size, upright="middle")
        room = area.width - width - 5
        whole = _whole(sheet, words, role, size, room)
        y = sheet.paragraph(area.x + width + 5, y, room, whole, role, size, leading=1.55)
    y += 4
    sheet.line(area.x, y, area.right, y, width=0.3)
    y += 6
    for number, item in enumerate(page.items, 1):
        mark = _number(number, language) if keys.numbers and not _numbered(item) else ""
        step = size * 1.75 * MM_PER_PT
        room = area.width - (13 if mark else 0)
        need = len(sheet.lettering.lines(item, role, size, room)) * step
        if y + need > area.bottom:
            sheet = press.page(paper, margin=22.0)
            area = sheet.body
            y = area.y
        y = _item(sheet, Box(area.x, y, area.width, need), mark, item, role, size)
        y += 2


def _whole(sheet: Sheet, words: str, role: RoleName, size: float, width: float) -> str:
    """Break a list of names between names, as far as they fit a line of ``width`` mm."""
    lines = [""]
    for piece in re.split("(?<=[、；])", words):
        if lines[-1] and sheet.lettering.width(lines[-1] + piece, role, size) > width:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)


def _item(sheet: Sheet, box: Box, mark: str, item: str, role: RoleName, size: float) -> float:
    step = size * 1.75 * MM_PER_PT
    indent = 13 if mark else 0
    if mark:
        sheet.text(box.x, box.y + step / 2, mark, "hei", size, upright="middle")
    return sheet.paragraph(
        box.x + indent, box.y, box.width - indent, item, role, size, leading=1.75
    )


def _number(number: int, language: Language) -> str:
    if language == "en":
        return f"{number}."
    if number <= 10:
        return f"{_NUMERALS[number - 1]}、"
    tens, ones = divmod(number, 10)
    head = "" if tens == 1 else _NUMERALS[tens - 1]
    return f"{head}十{_NUMERALS[ones - 1] if ones else ''}、"


def _numbered(item: str) -> bool:
    """Whether the item begins with a number of its own."""
    head = item.lstrip("（(第")[:3]
    return any(
        c in "、.．)）" and set(head[:i]) <= set(_NUMERALS + "0123456789") and i > 0
        for i, c in enumerate(head)
    )
