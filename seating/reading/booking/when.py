"""When a meeting is to be: the columns of day, start, end and windows together (会议时间)."""

from __future__ import annotations

import datetime as dt

from seating.facts.booking import Span
from seating.facts.text import Text
from seating.reading.booking.entry import Entry
from seating.reading.booking.times import Calendar


def when(entry: Entry, calendar: Calendar) -> tuple[dt.datetime | None, tuple[Span, ...], int]:
    """Return fixed beginning, windows and, where an end is written, the minutes between."""
    windows = entry.spans("windows", calendar)
    day, begins, ends = _moment(entry, "start", calendar)
    own, clock, late = _moment(entry, "day", calendar)
    if day and own and day != own:
        entry.fault(
            "day", Text(f"与开始时间的日期（{day}）不同。", f"differs from the start ({day}).")
        )
    day = day or own
    begins, ends = begins or clock, ends or late
    last, until, _ = _moment(entry, "end", calendar)
    if last and day and last != day:
        entry.fault("end", Text("会议不能跨日。", "a meeting cannot go on to another day."))
    ends = until or ends
    if begins is None and day is not None and not windows:
        windows = calendar.spans(day.isoformat())
    if begins is not None and day is None and not windows:
        shown = f"{begins:%H:%M}"
        entry.fault(
            "start",
            Text(f"只写了时间（{shown}），没有写日期。", f"has a time ({shown}) but no date."),
            Text("如 12月7日 9:00。", "For example 2026-12-07 09:00."),
        )
    if begins is None or day is None:
        # 时间 holds a stretch such as 12月7日上午: it is a window.
        loose = () if windows or not entry.has("start") else _loose(entry, calendar)
        return None, windows or loose, 0
    start = dt.datetime.combine(day, begins)
    length = (ends.hour - begins.hour) * 60 + ends.minute - begins.minute if ends is not None else 0
    if ends is not None and length <= 0:
        entry.fault("end", Text("结束不晚于开始。", "ends before it begins."))
    return start, windows, max(length, 0)


def _loose(entry: Entry, calendar: Calendar) -> tuple[Span, ...]:
    value = entry.values.get("start")
    if not isinstance(value, str) or entry.bad & {"start"}:
        return ()
    try:
        return calendar.spans(value)
    except ValueError:
        return ()


def _moment(
    entry: Entry, field: str, calendar: Calendar
) -> tuple[dt.date | None, dt.time | None, dt.time | None]:
    value = entry.values.get(field)
    nothing = (None, None, None)
    if value is None or value == "":
        return nothing
    if isinstance(value, dt.datetime):
        time = value.time().replace(second=0, microsecond=0, tzinfo=None)
        midnight = time == dt.time() and field in ("day", "end")
        return value.date(), None if midnight else time, None
    if isinstance(value, dt.date):
        return value, None, None
    if isinstance(value, dt.time):
        return None, value.replace(second=0, microsecond=0, tzinfo=None), None
    if not isinstance(value, str):
        entry.wrong(field, Text("应为日期和时间。", "Expected a date and time."))
        return nothing
    words = value
    if field == "start":
        try:
            return calendar.moment(words)
        except ValueError:
            if _loose(entry, calendar):
                return nothing
    return entry.tried(field, lambda: calendar.moment(words)) or nothing
