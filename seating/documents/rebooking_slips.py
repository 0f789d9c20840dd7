"""Slips for the meetings whose room or time has changed (会议变更通知单)."""

from __future__ import annotations

from collections.abc import Iterable

from seating.documents.furniture import say_version
from seating.documents.ink import LIGHT, PALE
from seating.documents.lettering import RoleName
from seating.documents.paper import MM_PER_PT, Box, paper_of
from seating.documents.press import file_name, open_press
from seating.documents.sheet import Sheet
from seating.documents.timetable.fit import Words, draw_lines, set_lines
from seating.documents.timetable.heads import furniture
from seating.documents.timetable.week import Week, booking_of
from seating.documents.timetable.words import place_of, room_name, say_day, say_span
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.booking import Rebooked, Slot
from seating.facts.text import NOTHING, Text

NAME = "rebooking_slips"
TITLE = Text("会议变更通知单", "Notices of rebooked meetings")
SUMMARY = Text(
    "会议变更通知单：重排后时间或会议室有变的会议每个一张，写明原安排、现安排和通知对象。",
    "After a re-plan, one slip for each meeting whose time or room changed, with those to tell.",
)
_SLIPS = 2
_GAP = 8.0


def wanted(book: Book) -> bool:
    """Whether any meeting changed."""
    booking = booking_of(book)
    return booking is not None and bool(booking.changes)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the slips, two to a page, by the time of the meetings."""
    booking = booking_of(book)
    if booking is None or not booking.changes:
        return
    week = Week(book, booking, job.language)
    changes = [c for c in booking.changes if c.meeting in week.meetings]
    changes.sort(key=_by_time)
    press = open_press(book, job, TITLE, furniture=furniture(week))
    sheet: Sheet | None = None
    for number, change in enumerate(changes):
        if sheet is None or number % _SLIPS == 0:
            sheet = press.page(paper_of("A4"), margin=15.0)
        area = sheet.body
        height = (area.height - _GAP * (_SLIPS - 1)) / _SLIPS
        top = area.y + (number % _SLIPS) * (height + _GAP)
        _slip(sheet, Box(area.x, top, area.width, height), week, change)
    if press.sheets:
        yield press.finish(file_name(TITLE.to(job.language), book.event.id))


def _by_time(change: Rebooked) -> tuple[str, str]:
    slot = change.new or change.old
    return slot.start.isoformat() if slot else "~", change.meeting


def _slip(sheet: Sheet, box: Box, week: Week, change: Rebooked) -> None:
    """Draw one slip: the meeting, the old and the new arrangement, why, whom to tell."""
    say = week.say
    meeting = week.meetings[change.meeting]
    sheet.rect(box.x, box.y, box.width, box.height, line=0.35)
    title = say("会议变更通知单", "Change of meeting")
    if change.new is None:
        title = say("会议暂缓通知单", "Meeting on the waiting list")
    elif change.old is None:
        title = say("会议新增通知单", "New meeting")
    sheet.text(
        box.cx, box.y + 9, title, "title_song", 19, align="centre", upright="middle",
        max_width=box.width - 12,
    )  # fmt: skip
    inner = Box(box.x + 7, box.y + 17, box.width - 14, box.height - 17)
    people = change.people or week.attending(meeting.id)
    rows: list[tuple[str, str, bool]] = [
        (say("会　议", "Meeting"), week.title(meeting), True),
        (say("承　办", "Held by"), _joined(week.unit(meeting), meeting.contact, week), False),
        (say("原安排", "Was"), _arranged(week, change.old), False),
        (say("现安排", "Now"), _arranged(week, change.new), True),
        (say("原　因", "Why"), _reasons(week, change), False),
        (say("通　知", "To tell"), week.listed(people), False),
    ]  # fmt: skip
    rows = [row for row in rows if row[1]]
    foot = 11.0
    heights = _heights(sheet, rows, inner.width - 26, inner.height - foot)
    y = inner.y
    for (label, words, strong), height in zip(rows, heights, strict=True):
        shade = label in (say("现安排", "Now"),)
        if shade:
            sheet.rect(inner.x, y, inner.width, height, stroke=None, fill=PALE)
        sheet.text(inner.x + 2, y + height / 2, label, "hei", 13, upright="middle", max_width=22)
        plain: RoleName = "fang" if week.language == "zh" else "song"
        role: RoleName = "hei" if strong else plain
        pieces = [Words(line, role, 14, 7, names=week.unit_names) for line in words.split("\n")]
        cell = Box(inner.x + 26, y, inner.width - 28, height)
        draw_lines(sheet, cell, set_lines(sheet.lettering, pieces, cell.width, height - 1))
        y += height
        sheet.line(inner.x, y, inner.right, y, width=0.12, colour=LIGHT)
    _foot(sheet, box, week)


def _heights(
    sheet: Sheet, rows: list[tuple[str, str, bool]], width: float, room: float
) -> list[float]:
    """Give every row the height of its lines, and less if they are too many."""
    step = 14 * 1.25 * MM_PER_PT
    wanted_heights = [
        max(10.0, len(sheet.lettering.lines(words, "hei", 14, width)) * step + 3)
        for _, words, _ in rows
    ]
    scale = min(1.35, room / sum(wanted_heights))
    return [height * scale for height in wanted_heights]


def _arranged(week: Week, slot: Slot | None) -> str:
    """Say day, time and rooms; nothing for a meeting that had or has none."""
    if slot is None:
        return week.say("未排定，列入候补", "not placed, on the waiting list")
    gap = week.say("　", ", ")
    parts = week.meetings[slot.meeting].parts
    rooms = []
    for number, ident in enumerate(slot.rooms):
        place = place_of(week.room(ident), week.language)
        part = parts[number].title if number < len(parts) and len(slot.rooms) > 1 else NOTHING
        name = part.to(week.language) or part.zh
        rooms.append(week.say(f"{name}：{place}", f"{name}: {place}") if name else place)
    when = f"{say_day(slot.start.date(), week.language)}{gap}{say_span(slot.span, week.language)}"
    return "\n".join((when, *rooms))


def _reasons(week: Week, change: Rebooked) -> str:
    """Say why, in the words of a notice: a room out of use or taken, else what would clash."""
    old = change.old
    shut = []
    for ident in old.rooms if old is not None else ():
        room = week.room(ident)
        if old is not None and any(span.meets(old.span) for span in room.closed):
            name = room_name(room, week.language)
            shut.append(week.say(f"{name}停用", f"{name} is out of use"))
    if shut and change.new is not None:
        return week.say("；", "; ").join(dict.fromkeys(shut))
    taken = _taken(week, change)
    if taken:
        return week.say("；", "; ").join(taken)
    words = [reason.to(week.language) or reason.zh for reason in change.reasons]
    head, instead = week.say("否则", "otherwise "), week.say("如不变动，", "unless moved, ")
    return week.say("；", "; ").join(
        w.removeprefix(head) if number else w.replace(head, instead, 1) if w.startswith(head) else w
        for number, w in enumerate(words)
    )


def _taken(week: Week, change: Rebooked) -> list[str]:
    """Say which of its rooms went to other meetings; a confidential one is not named."""
    old, new = change.old, change.new
    if old is None or new is None:
        return []
    found = []
    for ident in (i for i in dict.fromkeys(old.rooms) if i not in new.rooms):
        room = room_name(week.room(ident), week.language)
        others = [
            h.meeting
            for h in week.held
            if h.room == ident and h.meeting.id != change.meeting and h.slot.span.meets(old.span)
        ]
        if not others:
            continue
        if any(other.confidential for other in others):
            found.append(week.say(f"{room}另有安排", f"{room} is needed otherwise"))
            continue
        titles = [week.title(other).replace("“", "‘").replace("”", "’") for other in others]
        zh, en = "".join(f"“{t}”" for t in titles), " and ".join(f"“{t}”" for t in titles)
        found.append(week.say(f"{room}改由{zh}使用", f"{room} is needed for {en}"))
    return found


def _joined(unit: str, contact: str, week: Week) -> str:
    return week.say("　", ", ").join(w for w in (unit, contact) if w)


def _foot(sheet: Sheet, box: Box, week: Week) -> None:
    event = week.book.event
    issued = event.organiser.to(week.language) or event.organiser.zh
    version = say_version(week.book.plan.version, week.language)
    y = box.bottom - 6
    words = week.say("　", "  ").join(w for w in (issued, version) if w)
    sheet.text(box.right - 7, y, words, "song", 11, align="right", upright="middle",
               max_width=box.width * 0.6)  # fmt: skip
    title = event.title.to(week.language) or event.title.zh
    sheet.text(box.x + 7, y, title, "song", 11, upright="middle", max_width=box.width * 0.36)
