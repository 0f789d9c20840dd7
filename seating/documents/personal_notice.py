"""One page for each person or unit: seat, group, car, table and room (参会安排通知)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from seating.documents.house import Press, file_name, open_press, say_date
from seating.documents.notices.english_letter import draw_letter
from seating.documents.notices.keys import SHOWN, NoticeKeys
from seating.documents.notices.reading import read_notice
from seating.documents.notices.seats import Reader, readers
from seating.documents.notices.slip import slip, slip_letter, topics
from seating.documents.official.draw import draw_sides
from seating.documents.official.measures import page
from seating.documents.official.model import Side
from seating.documents.official.pages import official_sides
from seating.documents.settings import has_table, keys_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Text

NAME = "personal_notice"
TITLE = Text("参会安排通知", "Personal notice")
SUMMARY = Text(
    "每人或每单位一页：时间、地点、座位、分组、乘车、住宿、用餐；"
    "写了 [documents.personal_notice] 才印",
    "a page for each person or unit: time, place, seat, group, car, room, meals; printed if there "
    "is a table [documents.personal_notice]",
)


@dataclass(frozen=True, kw_only=True)
class Keys:
    """What may be set under ``[documents.personal_notice]``."""

    each: str = parameter(
        "每人（person）或每单位（unit）一页",
        "a page for each person or each unit",
        default="person",
        choices=("person", "unit"),
    )
    files: bool = parameter(
        "每份一个文件，不合订", "a file for each instead of one for all", default=False
    )
    show: tuple[str, ...] = parameter(
        "写明哪些安排，无此项安排的人略去", "what it tells", default=SHOWN, choices=SHOWN
    )
    notes: bool = parameter(
        "重复会议通知中的有关要求；一页放不下时从后面略去",
        "repeat the requirements of the notice; the last are left out to spare a second page",
        default=True,
    )


def wanted(book: Book) -> bool:
    """Whether the event asks for it."""
    return has_table(book, NAME)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file with a bookmark for each reader, or a file for each."""
    keys = keys_of(book, NAME, Keys)
    table = book.event.tables.get("notice")
    notice = read_notice(table) if isinstance(table, Mapping) else None
    draw = _draw_english if job.language == "en" else _draw
    listed = readers(book, keys.each)
    title = TITLE.to(job.language).replace(" ", "-")
    used: dict[str, int] = {}
    for group in [[one] for one in listed] if keys.files else [listed]:
        if not group:
            return
        press = open_press(book, job, TITLE)
        for reader in group:
            draw(press, book, notice, reader, keys)
        key = group[0].key if keys.files else ""
        used[key] = used.get(key, 0) + 1
        again = f"{key}-{used[key]}" if used[key] > 1 else key
        yield press.finish(file_name(title, book.event.id, again))


def _draw(press: Press, book: Book, notice: NoticeKeys | None, reader: Reader, keys: Keys) -> None:
    def told(number: int) -> list[Side]:
        return official_sides(page(), slip(book, notice, reader, keys.show, number))

    whole = topics(notice) if keys.notes else 0
    sides = told(whole)
    for fewer in range(whole - 1, -1, -1):  # what the notice says anyway makes room, last first
        if len(sides) == 1:
            break
        shorter = told(fewer)
        sides = shorter if len(shorter) < len(sides) else sides
    draw_sides(press, sides, bookmark=reader.key)


def _draw_english(
    press: Press, book: Book, notice: NoticeKeys | None, reader: Reader, keys: Keys
) -> None:
    letter = slip_letter(book, notice, reader, keys.show, keys.notes)
    date = say_date(notice.date, "en") if notice else ""
    draw_letter(press, letter, date, reader.key)
