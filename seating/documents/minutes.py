"""Minutes of the meeting: who was there, what was decided, who does it by when (会议纪要)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from seating.documents.cards.keys import at
from seating.documents.cards.who import who_faults
from seating.documents.house import Press, file_name, open_press, say_date
from seating.documents.notices.checks import copy_numbers, number_faults, secrecy_faults
from seating.documents.notices.english_letter import draw_letter
from seating.documents.notices.files import is_file, load
from seating.documents.notices.minutes import minutes_of
from seating.documents.notices.minutes_english import english_minutes
from seating.documents.notices.minutes_keys import Keys
from seating.documents.official.draw import draw_sides
from seating.documents.official.measures import page
from seating.documents.official.pages import NoRoomError, NoTextError, official_sides
from seating.documents.settings import has_table, keys_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.text import Text

NAME = "minutes"
TITLE = Text("会议纪要", "Minutes")
SUMMARY = Text(
    "会议纪要，版式按 GB/T 9704-2012 第10.3条：纪要标志、编号，议定事项写明责任单位和时限，"
    "出席、请假、列席名单取自名册",
    "Minutes by GB/T 9704-2012 clause 10.3: decisions with who is responsible and by when; who was "
    "present, absent or there without vote comes from the roster",
)
_UNDATED = Text(
    "纪要没有写成文日期（documents.minutes.date），印作空白，请填写。",
    "The minutes have no date (documents.minutes.date); fill it in by hand.",
)

__all__ = ["NAME", "SUMMARY", "TITLE", "Keys", "faults", "make", "wanted"]


def wanted(book: Book) -> bool:
    """Whether the event has a table ``[documents.minutes]``."""
    return has_table(book, NAME)


def faults(event: Event, where: Where) -> list[Fault]:
    """Return what is wrong with names, numbers, dates and files in the event's table."""
    keys = keys_of(event, NAME, Keys)
    found: list[Fault] = []
    for key in ("chair", "present", "observers", "absent"):
        found += who_faults(event, getattr(keys, key), at(where, key))
    if keys.classification:
        for message in secrecy_faults(keys.classification, ""):
            found.append(_fault(where, "classification", keys.classification, message))
    if re.search(r"[\[\]［］【】()（）〔〕]", keys.number):
        for message in number_faults(keys.number):
            found.append(_fault(where, "number", keys.number, message))
    try:
        copy_numbers(keys.copy_number)
    except ValueError:
        message = Text("份号为3至6位数字。", "3 to 6 digits.")
        found.append(_fault(where, "copy_number", keys.copy_number, message))
    if keys.print_date and keys.date and keys.print_date < keys.date:
        message = Text("印发日期早于成文日期。", "it was printed before it was issued.")
        found.append(_fault(where, "print_date", str(keys.print_date), message))
    for key in ("opening", "opening_en", "body", "body_en"):
        named: tuple[str, ...] = getattr(keys, key)
        if event.folder and is_file(named):
            found += _unreadable(event.folder, named[0], at(where, key).key or key)
    return found


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the minutes.

    Raises:
        BadInputError: head and lists leave no room for text on page 1, or the imprint is too long.
    """
    keys = keys_of(book, NAME, Keys)
    press = open_press(book, job, TITLE)
    if keys.date is None:
        press.remark(_UNDATED)
    if job.language == "en":
        draw_letter(press, english_minutes(book, keys), say_date(keys.date, "en"))
    else:
        _draw(press, book, keys)
    yield press.finish(file_name(TITLE.to(job.language), book.event.id))


def _draw(press: Press, book: Book, keys: Keys) -> None:
    try:
        draw_sides(press, official_sides(page(), minutes_of(book, keys)), bookmark="")
    except NoTextError as error:
        message = Text(
            "标志和标题占满首页，首页没有正文。",
            "mark and title fill page 1, which must carry text.",
        )
        raise BadInputError([_at("title", message)]) from error
    except NoRoomError as error:
        message = Text("版记放不进一面。", "the imprint does not fit on one page.")
        raise BadInputError([_at("sent", message)]) from error


def _at(key: str, message: Text) -> Fault:
    where = Where(file="event.toml", key=f"documents.minutes.{key}")
    return Fault(where=where, message=message)


def _unreadable(folder: str, name: str, key: str) -> list[Fault]:
    try:
        load(Path(folder) / name, key)
    except BadInputError as bad:
        return list(bad.faults)
    return []


def _fault(where: Where, key: str, value: str, message: Text) -> Fault:
    words = Text(f"“{value}”：{message.zh}", f"{value!r}: {message.en}")
    return Fault(where=at(where, key), message=words)
