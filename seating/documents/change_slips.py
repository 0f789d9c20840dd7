"""Slips that tell people their place has changed, to those affected only (座位变动通知)."""

from __future__ import annotations

from collections.abc import Iterable

from seating.documents.furniture import furniture_of, say_date, say_version
from seating.documents.paper import Box, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.sheet import Sheet
from seating.documents.words import name_of, unit_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.plan import Change
from seating.facts.text import Language, Text

NAME = "change_slips"
TITLE = Text("座位变动通知", "Notice of changed places")
SUMMARY = Text(
    "重排后给座位有变的人每人一张，写明原座位和新座位",
    "After a re-plan, one slip for each person whose place changed",
)
_SLIPS = 4
_GAP = 6.0


def wanted(book: Book) -> bool:
    """Return whether anybody's place changed."""
    return any(book.changes.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the slips, four to a page, in order of precedence."""
    slips = [
        (sitting, change)
        for sitting, changes in book.changes.items()
        for change in changes
        if change.new is not None and change.person in book.people
    ]
    if not slips:
        return
    language = job.language
    press = open_press(book, job, TITLE, furniture=furniture_of(book, language))
    sheet: Sheet | None = None
    for at, (sitting, change) in enumerate(slips):
        if sheet is None or at % _SLIPS == 0:
            sheet = press.page(paper_of("A4"), margin=15)
        body = sheet.body
        height = (body.height - _GAP * (_SLIPS - 1)) / _SLIPS
        top = body.y + (at % _SLIPS) * (height + _GAP)
        _slip(press, sheet, Box(body.x, top, body.width, height), book, sitting, change, language)
    yield press.finish(file_name(TITLE.to(language), book.event.id))


def _slip(
    press: Press,
    sheet: Sheet,
    box: Box,
    book: Book,
    sitting: str,
    change: Change,
    language: Language,
) -> None:
    event, person = book.event, book.people[change.person]
    one = book.sittings[sitting]
    zh = language == "zh"
    sheet.rect(box.x, box.y, box.width, box.height, line=0.25)
    sheet.text(
        box.cx, box.y + 9, TITLE.to(language), "title_song", 16, align="centre", upright="middle"
    )
    unit = unit_of(book, person.unit, language)
    who = name_of(person, language)
    greeting = f"{unit}　{who}：" if zh else f"{who}, {unit}" if unit else who
    sheet.text(box.x + 8, box.y + 20, greeting, "hei", 13, max_width=box.width - 16)
    new = one.layout.by_id[change.new or ""].label.to(language)
    old = one.layout.by_id.get(change.old or "")
    title = event.title.to(language) or event.title.zh
    where = one.sitting.title.to(language) or one.sitting.title.zh
    if zh:
        words = f"您在“{title}”{where}的座位"
        words += f"由{old.label.zh}改为" if old is not None else "安排为"
    else:
        words = f"Your place at {title} ({where})"
        words += f" has changed from {old.label.en} to" if old is not None else " is"
    sheet.text(box.x + 8, box.y + 30, words, "fang", 13, max_width=box.width - 16)
    sheet.text(box.cx, box.y + 42, new, "hei", 24, align="centre", upright="middle")
    day = say_date(event.start.date() if event.start else None, language)
    hour = event.start.strftime("%H:%M") if event.start else ""
    place = event.place.to(language) or event.place.zh
    foot = ("　" if zh else "  ").join(x for x in (day, hour, place) if x)
    sheet.text(box.x + 8, box.y + box.height - 5, foot, "fang", 11, max_width=box.width * 0.6)
    issued = f"{event.organiser.to(language) or event.organiser.zh}"
    version = say_version(book.plan.version, language)
    sheet.text(
        box.x + box.width - 8,
        box.y + box.height - 5,
        f"{issued}　{version}" if zh else f"{issued}  {version}",
        "fang",
        11,
        align="right",
        max_width=box.width * 0.35,
    )
