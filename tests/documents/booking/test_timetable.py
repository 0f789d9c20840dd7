"""The room timetable read back: every meeting in its row, between its hours, on its day."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import re
from dataclasses import replace
from functools import cache

import pdfplumber
import pytest

from seating.documents import room_timetable
from seating.documents.official.title import words_of
from seating.documents.timetable.axis import axis_of
from seating.documents.timetable.fit import _even
from seating.documents.timetable.week import Held, Week
from seating.documents.timetable.words import say_span
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.booking import Span
from seating.facts.text import Language
from tests.documents.pdfcheck import check_pdf, crossed, texts

from .books import city_week, overbooked

TIME = re.compile(r"\d{1,2}:\d\d")


def printed(book: Book, language: Language = "zh", **job: object) -> Printed:
    (made,) = room_timetable.make(book, PrintJob(language=language, **job))  # type: ignore[arg-type]
    return made


@cache
def week(language: Language = "zh") -> Week:
    book = city_week()
    assert book.booking is not None
    return Week(book, book.booking, language)


def minute(words: str) -> int:
    hour, minutes = words.split(":")
    return int(hour) * 60 + int(minutes)


def place(hours: list[tuple[int, float]], at: int) -> float:
    """Return where a minute lies between the hours that are printed, in pt."""
    for (m0, x0), (m1, x1) in itertools.pairwise(hours):
        if m0 <= at <= m1:
            return x0 + (x1 - x0) * (at - m0) / (m1 - m0)
    raise AssertionError(at)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_meeting_is_in_its_place(language: Language) -> None:
    one = week(language)
    made = printed(city_week(), language)
    days = [day for day in one.days if one.on(day)]
    with pdfplumber.open(io.BytesIO(made.data)) as pdf:
        assert len(pdf.pages) == len(days)
        for page, day in zip(pdf.pages, days, strict=True):
            words = page.extract_words(y_tolerance=1)
            times = [w for w in words if TIME.fullmatch(w["text"])]
            top = min(w["top"] for w in times)
            heads = [w for w in times if w["top"] < top + 2]
            hours = sorted((minute(w["text"]), (w["x0"] + w["x1"]) / 2) for w in heads)
            rows = row_limits(page, len(one.ordered_rooms))
            for held in one.on(day):
                number = [room.id for room in one.ordered_rooms].index(held.room)
                assert_there(held, words, rows[number], hours, one.title(held.meeting))


def row_limits(page: pdfplumber.page.Page, number: int) -> list[tuple[float, float]]:
    """Return top and bottom of the rows, equal parts of the frame below its head, in pt."""
    frame = max(page.rects, key=lambda r: r["width"] * r["height"])
    top = frame["top"] + 6.0 / 25.4 * 72
    height = (frame["bottom"] - top) / number
    return [(top + i * height, top + (i + 1) * height) for i in range(number)]


def assert_there(
    held: Held,
    words: list[dict[str, float]],
    row: tuple[float, float],
    hours: list[tuple[int, float]],
    title: str,
) -> None:
    start = held.slot.start.hour * 60 + held.slot.start.minute
    end = held.slot.end.hour * 60 + held.slot.end.minute
    left, right = place(hours, start), place(hours, end)
    right += 12 if end == hours[-1][0] else 0  # the last label is kept inside the frame
    inside = [
        w for w in words
        if row[0] - 1 < w["top"] and w["bottom"] < row[1] + 1
        and left - 2 < w["x0"] and w["x1"] < right + 2
    ]  # fmt: skip
    line = "".join(str(w["text"]) for w in inside)
    span = say_span(held.slot.span, "zh").replace("—", "")
    assert span in re.sub("[—–]", "", line), (held.meeting.id, line)
    rest = iter(plain(line))  # a mark may stand between two lines of the title
    assert all(c in rest for c in plain(title)), (title, line)


def plain(words: str) -> str:
    """Return letters only: line ends and marks may stand between them."""
    return "".join(c for c in words if c.isalnum())


@pytest.mark.parametrize(
    ("language", "mono", "paper"),
    [("zh", False, ""), ("zh", True, "A3"), ("en", False, "")],
)
def test_nothing_overlaps(language: Language, mono: bool, paper: str) -> None:
    data = printed(overbooked(), language, mono=mono, paper=paper).data
    assert check_pdf(data) == []
    assert crossed(data) == []


def test_pages_of_the_large_sample_are_clean() -> None:
    data = printed(city_week()).data
    assert check_pdf(data) == []
    assert crossed(data) == []
    assert "停用" in texts(data)[0]


def test_many_rooms_take_several_pages() -> None:
    book = city_week()
    booking = book.booking
    assert booking is not None
    rooms = booking.spec.rooms
    more = tuple(replace(r, id=f"{r.id}-{n}", closed=()) for n in range(3) for r in rooms)
    spec = replace(booking.spec, rooms=(*rooms, *more))
    made = printed(replace(book, booking=replace(booking, spec=spec)))
    assert made.pages % 5 == 0
    assert made.pages > 5
    assert check_pdf(made.data) == []


def test_confidential_titles_can_be_left_out() -> None:
    book = city_week()
    table = {"documents": {"room_timetable": {"confidential": False}}}
    hidden = replace(book, event=replace(book.event, tables=table))
    assert "政法工作联席" in "".join(texts(printed(book).data)).replace("\r\n", "")
    words = "".join(texts(printed(hidden).data)).replace("\r\n", "")
    assert "政法工作联席" not in words
    assert "保密会议" in words


def test_units_of_a_day_differ_in_ground() -> None:
    one = week()
    for day in one.days:
        units = {h.meeting.unit for h in one.on(day)}
        if len(units) <= 12:
            assert len({one.tint(u) for u in units}) == len(units)


def test_axis_grows_with_time_and_keeps_breaks_short() -> None:
    day = dt.date(2026, 12, 7)
    hours = [(dt.time(8, 30), dt.time(12)), (dt.time(14), dt.time(18))]
    early = Span(start=dt.datetime(2026, 12, 7, 7, 40), end=dt.datetime(2026, 12, 7, 9))
    axis = axis_of(hours, [early], 10, 210)
    spots = [
        axis.at(dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=m), day)
        for m in range(0, 24 * 60, 15)
    ]
    assert spots == sorted(spots)
    assert (spots[0], spots[-1]) == (10, 210)
    noon, two = (axis.at(dt.datetime.combine(day, dt.time(h)), day) for h in (12, 14))
    ten, eleven = (axis.at(dt.datetime.combine(day, dt.time(h)), day) for h in (10, 11))
    assert two - noon < eleven - ten
    assert [m for m, _ in axis.hours()][:3] == [8 * 60 + 30, 9 * 60, 10 * 60]


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        ("重大项目谋划推进会", 7, ("重大项目谋划", "推进会")),
        ("根治欠薪专题调度会", 7, ("根治欠薪专题", "调度会")),
        ("市委全会报告起草组会", 9.5, ("市委全会报告", "起草组会")),
    ],
)
def test_titles_are_not_parted_inside_words(
    title: str, width: float, lines: tuple[str, ...]
) -> None:
    units = words_of(title)
    assert tuple(_even(units, len, width)) == lines
