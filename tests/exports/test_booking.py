"""Workbooks and calendars of booked meetings, read back."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar

from seating.exports.booking_ics import calendars, uid_of
from seating.exports.booking_xlsx import export
from seating.facts.book import Book, Printed
from seating.facts.text import Language, Text
from seating.reading.booking.calendar import read_calendar
from tests.documents.booking.books import city_week, overbooked

BOOK = city_week()
LANGUAGES: list[Language] = ["zh", "en"]


def spec_and_slots(book: Book):  # type: ignore[no-untyped-def]
    assert book.booking is not None
    return book.booking.spec, dict(book.booking.plan.slots)


@cache
def workbook(language: Language) -> Printed:
    made = export(BOOK, language)
    assert made is not None
    return made


def ids_of(book: Book) -> dict[str, tuple[str, int]]:
    spec, _ = spec_and_slots(book)
    return {
        uid_of(book.event.id, m.id, number): (m.id, number)
        for m in spec.meetings
        for number in range(len(m.parts))
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_is_read_back(language: Language, tmp_path: Path) -> None:
    made = workbook(language)
    path = tmp_path / made.name
    path.write_bytes(made.data)
    spec, slots = spec_and_slots(BOOK)
    read = read_calendar(path, spec, {})
    found, faults = read.slots, read.faults
    assert [fault.sentence().zh for fault in faults] == []
    assert dict(found) == slots


@pytest.mark.parametrize("language", LANGUAGES)
def test_calendar_is_read_back(language: Language, tmp_path: Path) -> None:
    whole, *_ = calendars(BOOK, language, ())
    path = tmp_path / "all.ics"
    path.write_bytes(whole.data)
    spec, slots = spec_and_slots(BOOK)
    for ids in (ids_of(BOOK), {}):
        read = read_calendar(path, spec, ids)
        found, faults = read.slots, read.faults
        assert [fault.sentence().zh for fault in faults] == []
        assert dict(found) == slots


def test_everybody_has_his_meetings_and_no_others() -> None:
    booking = BOOK.booking
    assert booking is not None
    made = {file.name: file for file in calendars(BOOK, "zh", ["L02"])}
    (mine,) = (file for name, file in made.items() if "L02" in name)
    entries = Calendar.from_ical(mine.data).walk("VEVENT")
    wanted = {
        m for m in booking.plan.slots
        if "L02" in booking.attending(m) or any("L02" in p for p in booking.parts[m])
    }  # fmt: skip
    ids = ids_of(BOOK)
    assert {ids[str(e["uid"])][0] for e in entries} == wanted
    assert not [name for name in made if "L01" in name]
    rooms = {name for name in made if "会议室" in name}
    assert len(rooms) == len({r for s in booking.plan.slots.values() for r in s.rooms})


def test_odd_ids_of_rooms_share_no_file() -> None:
    """Ids that a file name cannot hold, or that differ in capitals only."""
    booking = BOOK.booking
    assert booking is not None
    new = {"C1": "a/1", "C2": "a-1", "C3": "A:1"}
    slots = {
        m: replace(s, rooms=tuple(new.get(r, r) for r in s.rooms))
        for m, s in booking.plan.slots.items()
    }
    made = replace(
        booking,
        plan=replace(booking.plan, slots=slots),
        spec=replace(
            booking.spec,
            rooms=tuple(replace(r, id=new.get(r.id, r.id)) for r in booking.spec.rooms),
        ),
    )
    names = [file.name.casefold() for file in calendars(replace(BOOK, booking=made), "zh", ())]
    assert len(set(names)) == len(names)
    assert {"日历/会议室_a-1.ics", "日历/会议室_a-1-2.ics"} <= set(names)


def test_same_bytes() -> None:
    again = export(BOOK, "zh")
    assert again is not None
    assert workbook("zh").data == again.data
    assert calendars(BOOK, "zh", ["L01"]) == calendars(BOOK, "zh", ["L01"])


def test_grid_of_each_day() -> None:
    made = workbook("zh")
    book = openpyxl.load_workbook(io.BytesIO(made.data))
    spec, slots = spec_and_slots(BOOK)
    days = [n for n in book.sheetnames if "周" in n]
    assert len(days) == len({s.start.date() for s in slots.values()})
    meetings = {m.id: m for m in spec.meetings}
    rooms = {r.id: r.title.zh for r in spec.rooms}
    for slot in slots.values():
        sheet = book[
            f"{slot.start.month}月{slot.start.day}日 周{'一二三四五六日'[slot.start.weekday()]}"
        ]
        for room in slot.rooms:
            (row,) = (r for r in range(3, sheet.max_row + 1)
                      if str(sheet.cell(r, 1).value).startswith(rooms[room]))  # fmt: skip
            words = [(c.column, str(c.value)) for c in sheet[row][1:] if c.value is not None]
            title = meetings[slot.meeting].title.zh
            (column,) = (at for at, text in words if f"{slot.start:%H:%M}-" in text)
            assert title in dict(words)[column]
            quarters = (slot.end - slot.start) // dt.timedelta(minutes=15)
            spans = [r for r in sheet.merged_cells.ranges if r.min_row == row]
            widths = {r.min_col: r.max_col - r.min_col + 1 for r in spans}
            assert widths.get(column, 1) == quarters


def test_names_are_text_not_formulas() -> None:
    plain = overbooked()
    booking = plain.booking
    assert booking is not None
    spec = booking.spec
    evil = tuple(replace(m, title=Text("=1+1", "@x"), contact="-8000") for m in spec.meetings)
    book = replace(plain, booking=replace(booking, spec=replace(spec, meetings=evil)))
    made = export(book, "zh")
    assert made is not None
    sheet = openpyxl.load_workbook(io.BytesIO(made.data))["会议安排"]
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].value == "=1+1"
    for file in calendars(book, "zh", ()):
        assert b"=1+1" in file.data


def test_a_foreign_calendar_is_told_apart(tmp_path: Path) -> None:
    spec, slots = spec_and_slots(BOOK)
    path = tmp_path / "x.csv"
    path.write_text(
        "会议名称,日期,开始时间,结束时间,会议室\n"
        "全市办公室工作会议,12月10日,9:00,11:30,C1\n"
        "不相干的会,12月10日,9:00,10:00,C2\n"
        "市政协主席会议,12月10日,9:00,10:30,C99\n"
        "市人大常委会主任会议,,,,C4\n",
        "utf-8",
    )
    read = read_calendar(path, spec, {})
    found, faults = read.slots, read.faults
    assert list(found) == ["M01"]
    assert found["M01"] == slots["M01"]
    assert [(f.severity, f.where.row) for f in faults] == [
        ("doubt", 3), ("fault", 4), ("doubt", 4), ("doubt", 5),
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"BEGIN:VCALENDAR", b"\xff\xfe", b"nonsense\r\n"])
def test_broken_calendars(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.ics"
    path.write_bytes(data)
    spec, _ = spec_and_slots(BOOK)
    read = read_calendar(path, spec, {})
    found, faults = read.slots, read.faults
    assert found == {}
    assert all(fault.where.file == "x.ics" for fault in faults)
