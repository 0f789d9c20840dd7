"""Calendars read back with the library, and their bytes."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seating.exports.ics import Entry, calendar, uid

NINE = dt.datetime(2026, 10, 15, 9)
OPENING = Entry(
    uid=uid("open", "会议"),
    start=NINE,
    end=NINE + dt.timedelta(hours=3),
    title="全市机关工作会议，开幕；第一阶段",
    place="市民中心一楼报告厅, 东门进",
    description="带会议材料\n着正装",
)
LUNCH = Entry(uid=uid("lunch"), start=dt.datetime(2026, 10, 15, 12), title="=午餐")


def events(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_what_is_written_is_read_back() -> None:
    first, second = events(calendar([LUNCH, OPENING], "会议日程"))
    assert str(first["summary"]) == OPENING.title
    assert str(first["location"]) == OPENING.place
    assert str(first["description"]) == OPENING.description
    shanghai = ZoneInfo("Asia/Shanghai")
    assert first.decoded("dtstart") == NINE.replace(tzinfo=shanghai)
    assert first.decoded("dtend") - first.decoded("dtstart") == dt.timedelta(hours=3)
    assert str(second["summary"]) == "=午餐"
    assert "dtend" not in second


def test_lines_are_folded_and_the_zone_is_defined() -> None:
    data = calendar([OPENING], "会议日程")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    text = data.decode()
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert "DTSTART;TZID=Asia/Shanghai:20261015T090000" in text
    assert "X-WR-CALNAME:会议日程" in text


def test_floating_times_have_no_zone() -> None:
    text = calendar([OPENING], "日程", zone="").decode()
    assert "VTIMEZONE" not in text
    assert "DTSTART:20261015T090000\r\n" in text


def test_days_and_other_zones() -> None:
    day = Entry(uid="d", start=dt.date(2026, 10, 15), end=dt.date(2026, 10, 16), title="报到")
    utc = Entry(uid="u", start=dt.datetime(2026, 10, 15, 1, tzinfo=dt.UTC), title="开幕")
    text = calendar([utc, day], "日程").decode()
    assert "DTSTART;VALUE=DATE:20261015" in text
    assert "DTSTART;TZID=Asia/Shanghai:20261015T090000" in text


def test_bytes_depend_on_the_entries_alone() -> None:
    assert calendar([OPENING, LUNCH], "日程") == calendar([LUNCH, OPENING], "日程")
    assert b"SEQUENCE:2" in calendar([OPENING], "日程", version=3)
    assert uid("a", "bc") != uid("ab", "c")


def test_what_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="same id"):
        calendar([OPENING, OPENING], "日程")
    late = Entry(uid="x", start=NINE, end=NINE - dt.timedelta(hours=1))
    with pytest.raises(ValueError, match="before"):
        calendar([late], "日程")
    with pytest.raises(ValueError, match="Europe"):
        calendar([OPENING], "日程", zone="Europe/Paris")


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_any_title_survives_or_loses_only_control_characters(title: str) -> None:
    (read,) = events(calendar([Entry(uid="x", start=NINE, title=title)], "日程"))
    kept = [c for c in str(read.get("summary", "")) if not c.isspace() and c.isprintable()]
    assert kept == [c for c in title if not c.isspace() and c.isprintable()]
