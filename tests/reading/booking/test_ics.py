"""Calendars that came from elsewhere: zones, whole days, recurring and cancelled entries."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from seating.facts.booking import BookingSpec, Meeting, Room, Span
from seating.facts.text import Text
from seating.reading.booking.calendar import Bookings, read_calendar
from seating.reading.booking.ics import Noted, read_ics

DAYS = tuple(dt.date(2026, 12, day) for day in (7, 8, 9, 10, 11))
ZONE = """\
BEGIN:VTIMEZONE
TZID:China Standard Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
END:STANDARD
END:VTIMEZONE
"""


def calendar(*entries: str, method: str = "") -> bytes:
    """Make a calendar; ``;`` + newline divide the lines of an entry."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *([f"METHOD:{method}"] if method else [])]
    lines += ZONE.splitlines()
    for number, entry in enumerate(entries):
        uid = [] if "UID:" in entry else [f"UID:u{number}"]
        lines += ["BEGIN:VEVENT", *uid, *entry.strip().splitlines(), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def entries_of(*entries: str, method: str = "") -> tuple[Noted, ...]:
    found, faults = read_ics(calendar(*entries, method=method), "x.ics", DAYS)
    assert faults == []
    return found


def starts(*entries: str) -> list[str]:
    return [f"{n.span.start:%d %H:%M}" if n.span else "" for n in entries_of(*entries)]


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART:20261207T090000",
        "DTSTART:20261207T010000Z",
        "DTSTART;TZID=Asia/Shanghai:20261207T090000",
        'DTSTART;TZID="China Standard Time":20261207T090000',
        "DTSTART;TZID=Europe/Berlin:20261207T020000",
        "DTSTART:20261207T010030Z",
    ],
)
def test_zones_become_local_time(start: str) -> None:
    (one,) = entries_of(f"{start}\nDURATION:PT45M")
    nine = dt.datetime(2026, 12, 7, 9)
    assert one.span == Span(start=nine, end=nine + dt.timedelta(minutes=45))
    assert not one.whole_days


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("RRULE:FREQ=WEEKLY", ["07", "14"]),
        ("RRULE:FREQ=DAILY;COUNT=3", ["07", "08", "09"]),
        ("RRULE:FREQ=DAILY;UNTIL=20261208", ["07", "08"]),
        ("RRULE:FREQ=DAILY;UNTIL=20261208T010000Z", ["07", "08"]),
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Asia/Shanghai:20261208T090000", ["07", "09"]),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=2", ["07", "09"]),
        ("RDATE;TZID=Asia/Shanghai:20261210T090000", ["07", "10"]),
    ],
)
def test_recurring_entries_are_every_time_of_the_week(rule: str, days: list[str]) -> None:
    """Nothing far away is told: a weekly meeting without an end is no endless list."""
    told = starts(f"DTSTART;TZID=Asia/Shanghai:20261207T090000\nDURATION:PT1H\n{rule}")
    assert [t for t in told if int(t[:2]) < 12] == [f"{d} 09:00" for d in days if int(d) < 12]
    assert len(told) <= 7


def test_a_weekly_entry_in_another_zone_keeps_its_day() -> None:
    """Sunday evening in UTC is Monday morning here."""
    told = starts("DTSTART:20261129T230000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=SU")
    assert "07 07:00" in told


def test_one_time_of_a_series_is_moved() -> None:
    told = starts(
        "UID:s\nDTSTART:20261207T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3",
        "UID:s\nRECURRENCE-ID:20261208T090000\nDTSTART:20261208T150000\nDURATION:PT1H",
    )
    assert told == ["07 09:00", "09 09:00", "08 15:00"]


def test_cancelled_entries_are_left_out() -> None:
    assert entries_of("STATUS:CANCELLED\nDTSTART:20261207T090000") == ()
    assert entries_of("DTSTART:20261207T090000", method="CANCEL") == ()


def test_whole_days_and_no_time() -> None:
    day, none = entries_of("DTSTART;VALUE=DATE:20261207\nSUMMARY:a", "SUMMARY:b")
    assert day.whole_days
    assert day.span == Span(start=dt.datetime(2026, 12, 7), end=dt.datetime(2026, 12, 8))
    assert none.span is None


def test_two_calendars_in_one_file() -> None:
    data = calendar("DTSTART:20261207T090000") + calendar("DTSTART:20261208T090000")
    found, faults = read_ics(data, "x.ics", DAYS)
    assert (len(found), faults) == (2, [])


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=SECONDLY", "FREQ=NEVER", "FREQ=DAILY;INTERVAL=0", "X=1", ""),
        *("FREQ=DAILY;UNTIL=16010101"),
    ],
)
def test_odd_rules_have_an_end(rule: str) -> None:
    data = calendar(f"DTSTART:20260101T090000\nDURATION:PT1H\nRRULE:{rule}")
    found, faults = read_ics(data, "x.ics", DAYS)
    assert len(found) <= 1
    assert all(fault.where.file == "x.ics" for fault in faults)


SPEC = BookingSpec(
    days=DAYS,
    hours=((dt.time(9), dt.time(12)),),
    rooms=(
        Room(id="R1", title=Text("一号厅", "Hall 1"), building="东楼"),
        Room(id="R2", title=Text("一号厅", "Hall 1"), building="西楼"),
        Room(id="R3", title=Text("三号厅", "Hall 3"), building="东楼"),
    ),
    meetings=(Meeting(id="A", title=Text("例会", "Weekly"), minutes=60),),
)


def read(path: Path, *entries: str) -> Bookings:
    (path / "x.ics").write_bytes(calendar(*entries))
    return read_calendar(path / "x.ics", SPEC, {})


@pytest.mark.parametrize(
    ("place", "room"),
    [("三号厅", "R3"), ("hall 3", "R3"), ("三号厅（东楼2层）", "R3"), ("东楼三号厅", "R3"),
     ("西楼 一号厅", "R2"), ("R1, floor 2", "R1")],
)  # fmt: skip
def test_places_that_mean_a_room(place: str, room: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"SUMMARY:例会\nDTSTART:20261207T090000\nLOCATION:{place}")
    assert [s.rooms for s in found.slots.values()] == [(room,)]
    assert found.slots["A"].end == dt.datetime(2026, 12, 7, 10)  # as asked for


@pytest.mark.parametrize("place", ["三号厅东侧", "一号厅", "", "礼堂"])
def test_places_that_mean_no_room(place: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"SUMMARY:例会\nDTSTART:20261207T090000\nLOCATION:{place}")
    assert found.slots == {}
    assert [f.severity for f in found.faults] == ["fault"]


def test_what_nobody_asked_for_takes_rooms(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "SUMMARY:例会\nDTSTART:20261207T090000\nLOCATION:R1",
        "SUMMARY:婚礼\nDTSTART;VALUE=DATE:20261207\nLOCATION:三号厅",
        "SUMMARY:牙医\nDTSTART:20261207T090000\nDURATION:PT1H",
    )
    assert [(s.title, s.room) for s in found.strangers] == [("婚礼", "R3")]
    (doubt,) = found.faults
    assert "“婚礼”、“牙医”" in doubt.message.zh


def test_a_series_of_a_meeting_that_is_held_once(tmp_path: Path) -> None:
    found = read(
        tmp_path, "SUMMARY:例会\nDTSTART:20261207T090000\nLOCATION:R1\nRRULE:FREQ=DAILY;COUNT=2"
    )
    assert [f.severity for f in found.faults] == ["fault"]


@pytest.mark.parametrize(
    "line",
    ["DTSTART:foo", "RECURRENCE-ID:foo", "EXDATE:foo", "DTEND:foo", "DURATION:-PT1H",
     "RRULE:COUNT=-1", "RRULE:FREQ=DAILY;BYDAY=XX", "DTSTART:00000000T000000", "STATUS:"],
)  # fmt: skip
def test_damaged_entries_do_no_harm(line: str, tmp_path: Path) -> None:
    """The other entries are read; what is damaged is left out, or told."""
    found = read(
        tmp_path,
        f"SUMMARY:婚礼\nLOCATION:R3\n{line}\nDTSTART:20261207T090000",
        "SUMMARY:例会\nDTSTART:20261207T090000\nLOCATION:R1",
    )
    assert found.slots["A"].rooms == ("R1",)
    assert all(fault.severity == "doubt" for fault in found.faults)
