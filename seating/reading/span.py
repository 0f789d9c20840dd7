"""When an event starts and ends (起止时间)."""

from __future__ import annotations

import datetime as dt

from seating.facts.fault import Fault, Where
from seating.facts.text import Text
from seating.reading.dates import Moment, NoSuchDateError, moment
from seating.reading.fields import below
from seating.reading.scalars import no_such_date, show

Span = tuple[dt.datetime | None, dt.datetime | None]
_WANTED = Text(
    '应为日期和时间，如 2026-12-10T09:00:00 或 "2026年12月10日 9:00"。',
    'Expected a date and time, such as 2026-12-10T09:00:00 or "2026-12-10 09:00".',
)


def read_span(start: object, end: object, where: Where) -> tuple[Span, list[Fault]]:
    """Read both; an end without a day is on the day of the start."""
    faults: list[Fault] = []
    first = _read(start, below(where, "start"), faults)
    last = _read(end, below(where, "end"), faults)
    begins = _begin(first, below(where, "start"), faults)
    ends = _end(last, begins, below(where, "end"), faults)
    if begins and ends and ends < begins:
        message = Text(
            f"结束时间（{ends:%Y-%m-%d %H:%M}）早于开始时间（{begins:%Y-%m-%d %H:%M}）。",
            f"the end ({ends:%Y-%m-%d %H:%M}) is before the start ({begins:%Y-%m-%d %H:%M}).",
        )
        faults.append(Fault(where=below(where, "end"), message=message))
    return (begins, ends), faults


def _read(value: object, where: Where, faults: list[Fault]) -> Moment | None:
    if value is None or value == "":
        return None
    try:
        found = moment(value)
    except NoSuchDateError:
        faults.append(no_such_date(value, where))
        return None
    if found is None:
        shown = show(value)
        message = Text(f"写的是{shown.zh}。", f"is {shown.en}.")
        faults.append(Fault(where=where, message=message, advice=_WANTED))
    elif found.zone:
        message = Text("时间按会场当地时间读入，时区未用。", "the time zone is ignored.")
        faults.append(Fault(where=where, message=message, severity="doubt"))
    return found


def _begin(found: Moment | None, where: Where, faults: list[Fault]) -> dt.datetime | None:
    if found is None:
        return None
    if found.day is None:
        message = Text("只写了时间，没有写日期。", "has a time but no date.")
        faults.append(Fault(where=where, message=message, advice=_WANTED))
        return None
    if found.time is None:
        message = Text("没有写几点，按0时处理。", "has no time of day; midnight is taken.")
        faults.append(Fault(where=where, message=message, severity="doubt"))
    return _join(found.day, found.time or dt.time())


def _end(
    found: Moment | None, start: dt.datetime | None, where: Where, faults: list[Fault]
) -> dt.datetime | None:
    if found is None:
        return None
    day = found.day or (start.date() if start else None)
    if day is None:
        if not faults:
            message = Text("只写了时间，没有写日期。", "has a time but no date.")
            faults.append(Fault(where=where, message=message, advice=_WANTED))
        return None
    if found.time is None:
        message = Text("没有写几点，按当天23:59处理。", "has no time of day; 23:59 is taken.")
        faults.append(Fault(where=where, message=message, severity="doubt"))
    return _join(day, found.time or dt.time(23, 59))


def _join(day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time.replace(tzinfo=None))
