"""Times, durations and stretches of days in the spellings of offices."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seating.reading.booking.times import Calendar, clock_span, minutes_of
from seating.reading.booking.tokens import UnreadableTimeError

WEEK = Calendar(
    days=[dt.date(2026, 12, day) for day in range(7, 12)],
    hours=[(dt.time(8, 30), dt.time(12)), (dt.time(14), dt.time(18))],
)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"2026-12-{text}")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        ("90分钟", 90),
        ("９０ 分", 90),
        ("1.5小时", 90),
        ("1小时30分", 90),
        ("一个半小时", 90),
        ("1个半小时", 90),
        ("两小时", 120),
        ("半小时", 30),
        ("半个小时", 30),
        ("1:30", 90),
        ("1：30", 90),
        ("1:30:00", 90),
        ("2 hours", 120),
        ("1h", 60),
        ("90 min", 90),
        ("1.01小时", None),
        ("半天", None),
        ("很久", None),
        ("", None),
    ],
)
def test_durations(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("8:30-12:00", (8, 30, 12, 0)),
        ("8：30—12：00", (8, 30, 12, 0)),
        ("8点半到12点", (8, 30, 12, 0)),
        ("下午2:30至5点", (14, 30, 17, 0)),
        ("9:00~24:00", (9, 0, 23, 59)),
        ("9am - 5pm", (9, 0, 17, 0)),
    ],
)
def test_hours(text: str, span: tuple[int, int, int, int]) -> None:
    assert clock_span(text) == (dt.time(*span[:2]), dt.time(*span[2:]))


@pytest.mark.parametrize("text", ["", "上午", "9:00", "12:00-9:00", "25:00-26:00", "=A1"])
def test_no_hours(text: str) -> None:
    assert clock_span(text) is None


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("12月8日", [("08T00:00", "09T00:00")]),
        ("2026年12月8日", [("08T00:00", "09T00:00")]),
        ("2026-12-08", [("08T00:00", "09T00:00")]),
        ("12/8", [("08T00:00", "09T00:00")]),
        ("周二", [("08T00:00", "09T00:00")]),
        ("Tuesday", [("08T00:00", "09T00:00")]),
        ("12月8日（周二）", [("08T00:00", "09T00:00")]),
        ("12月7日-12月9日", [("07T00:00", "10T00:00")]),
        ("12月7日—9日", [("07T00:00", "10T00:00")]),
        ("12月7日上午", [("07T00:00", "07T12:00")]),
        ("周五下午", [("11T12:00", "11T18:00")]),
        ("12月7日晚上", [("07T18:00", "08T00:00")]),
        ("2026-12-07 09:00-12:00", [("07T09:00", "07T12:00")]),
        ("2026-12-07 09:00-12:00; ", [("07T09:00", "07T12:00")]),
        ("12月7日下午2点半至5点", [("07T14:30", "07T17:00")]),
        ("12月7日14:00到12月8日11:00", [("07T14:00", "08T11:00")]),
        ("12月7日下午-12月8日上午", [("07T12:00", "08T12:00")]),
        ("12月10日下午-12月11日", [("10T12:00", "12T00:00")]),
        ("12月7日-8日 9:00-10:00", [("07T09:00", "07T10:00"), ("08T09:00", "08T10:00")]),
        ("12月7日、8日上午", [("07T00:00", "07T12:00"), ("08T00:00", "08T12:00")]),
        ("12月7日上午、下午", [("07T00:00", "07T12:00"), ("07T12:00", "07T18:00")]),
        ("12月9日；12月7日", [("07T00:00", "08T00:00"), ("09T00:00", "10T00:00")]),
        ("Mon morning; 12/9 14:00-16:00", [("07T00:00", "07T12:00"), ("09T14:00", "09T16:00")]),
    ],
)
def test_stretches(text: str, spans: list[tuple[str, str]]) -> None:
    found = [(s.start, s.end) for s in WEEK.spans(text)]
    assert found == [(at(a), at(b)) for a, b in spans]


def test_times_without_a_day_hold_for_every_day() -> None:
    assert [s.start for s in WEEK.spans("上午")] == [at(f"{d:02d}T00:00") for d in range(7, 12)]
    assert len(WEEK.spans("9:00-10:00")) == 5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "；",
        "尽快",
        "12月32日",
        "2月30日",
        "12月7日（周二）",
        "周六",
        "12月9日-12月7日",
        "12月7日 11:00-9:00",
        "12月7日 9:00",
        "12月7日 25:00-26:00",
        "=SUM(A1)",
        "9:00-",
    ],
)
def test_stretches_that_are_none(text: str) -> None:
    with pytest.raises(UnreadableTimeError):
        WEEK.spans(text)


@pytest.mark.parametrize(
    ("text", "day", "begins", "ends"),
    [
        ("2026-12-07 09:00", 7, "09:00", None),
        ("2026-12-07T09:00", 7, "09:00", None),
        ("12月7日 9:00", 7, "09:00", None),
        ("12月7日9：00-10：30", 7, "09:00", "10:30"),
        ("周一上午9点", 7, "09:00", None),
        ("12月7日（星期一）下午3点半", 7, "15:30", None),
        ("12月7日", 7, None, None),
        ("9:00", None, "09:00", None),
        ("9:00-11:00", None, "09:00", "11:00"),
    ],
)
def test_beginnings(text: str, day: int | None, begins: str | None, ends: str | None) -> None:
    found = WEEK.moment(text)
    assert found == (
        None if day is None else dt.date(2026, 12, day),
        None if begins is None else dt.time.fromisoformat(begins),
        None if ends is None else dt.time.fromisoformat(ends),
    )


def test_a_day_of_the_week_must_be_one_day() -> None:
    both = [dt.date(2026, 12, 7), dt.date(2026, 12, 14)]
    with pytest.raises(UnreadableTimeError, match="not clear"):
        Calendar(days=both, hours=WEEK.hours).moment("周一 9:00")


@given(st.text(alphabet="0123456789:-月日年周一二上下午、；~ 点半时到.", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (WEEK.spans, WEEK.moment):
        with contextlib.suppress(UnreadableTimeError):
            read(text)
    minutes_of(text)
    clock_span(text)
