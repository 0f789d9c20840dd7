"""An iCalendar file → what it says is booked, each time it recurs (日历文件).

Times in a zone become local time, which the office writes without a zone (China has one, UTC+8).
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from seating.facts.booking import Span
from seating.facts.fault import Fault, Where
from seating.facts.text import Text
from seating.reading.words import clean

ZONE = "Asia/Shanghai"
_OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One entry of a calendar, at one time.

    Attributes:
        span: when, ``None`` if the entry has no time; ``end`` is that of ``start`` where the
            entry does not say how long it takes.
        whole_days: it has days and no clock times.
    """

    uid: str
    title: str
    place: str
    span: Span | None
    whole_days: bool
    where: Where


def read_ics(
    data: bytes, file: str, days: Sequence[dt.date]
) -> tuple[tuple[Noted, ...], list[Fault]]:
    """Return the entries of a calendar; those that recur at every time within ``days``.

    Entries that were cancelled are left out.
    """
    from icalendar import Calendar

    where = Where(file=file)
    try:
        calendars: list[Any] = list(Calendar.from_ical(data, multiple=True))
        entries: list[Any] = [
            entry
            for one in calendars
            if str(one.get("method", "")).upper() != "CANCEL"
            for entry in one.walk("VEVENT")
        ]
    except (ValueError, IndexError, KeyError, UnicodeError) as error:
        reason = type(error).__name__
        message = Text(f"不是完整的日历（{reason}）。", f"is no whole calendar ({reason}).")
        return (), [Fault(where=where, message=message)]
    moved = {
        (clean(str(entry.get("uid", ""))), _local(of.dt))
        for entry in entries
        if isinstance(_moment(of := entry.get("recurrence-id")), dt.date)
    }
    found: list[Noted] = []
    faults: list[Fault] = []
    for number, entry in enumerate(entries, 1):
        if str(entry.get("status", "")).upper() == "CANCELLED":
            continue
        here = Where(file=file, key=f"VEVENT[{number}]")
        try:
            found += _times(entry, here, days, moved)
        except (ValueError, TypeError, AttributeError, OverflowError):
            title = clean(str(entry.get("summary", "")))
            message = Text(f"“{title}”的时间读不懂。", f"the time of {title!r} is not understood.")
            faults.append(Fault(where=here, message=message, severity="doubt"))
    return tuple(found), faults


def _times(
    entry: Any, where: Where, days: Sequence[dt.date], moved: set[tuple[str, dt.datetime]]
) -> Iterable[Noted]:
    start = _moment(entry.get("dtstart"))
    whole = isinstance(start, dt.date) and not isinstance(start, dt.datetime)
    uid = clean(str(entry.get("uid", "")))

    def noted(span: Span | None) -> Noted:
        return Noted(
            uid=uid,
            title=clean(str(entry.get("summary", ""))),
            place=clean(str(entry.get("location", ""))),
            span=span,
            whole_days=whole,
            where=where,
        )

    if start is None:
        return [noted(None)]
    length = _length(entry, start, whole=whole)
    if "rrule" not in entry and "rdate" not in entry:
        begin = _local(start)
        return [noted(Span(start=begin, end=begin + length))]
    begins = {_local(one) for one in _recurring(entry, start, days, length)}
    begins -= {_local(one) for one in _listed(entry, "exdate")}
    if "recurrence-id" not in entry:
        begins -= {moment for name, moment in moved if name == uid}
    return [noted(Span(start=one, end=one + length)) for one in sorted(begins)]


def _moment(value: Any) -> Any:
    """Return the moment of a property, ``None`` if there is none or it is damaged."""
    try:
        return getattr(value, "dt", None)
    except ValueError:
        return None


def _length(entry: Any, start: dt.date, *, whole: bool) -> dt.timedelta:
    end = _moment(entry.get("dtend"))
    if end is not None:
        return _local(end) - _local(start)
    duration = _moment(entry.get("duration"))
    if isinstance(duration, dt.timedelta):
        return duration
    return _DAY if whole else dt.timedelta()


def _recurring(
    entry: Any, start: dt.date, days: Sequence[dt.date], length: dt.timedelta
) -> list[dt.date]:
    """Return when an entry begins again, in its own zone, about the days that matter."""
    from dateutil.rrule import rrulestr

    found: list[dt.date] = [start, *_listed(entry, "rdate")]
    if "rrule" not in entry or not days:
        return found
    first = start if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())
    rules = entry["rrule"]
    low = dt.datetime.combine(days[0], dt.time(), first.tzinfo) - length - _DAY
    high = dt.datetime.combine(days[-1], dt.time(), first.tzinfo) + 2 * _DAY
    for rule in rules if isinstance(rules, list) else [rules]:
        told = type(rule)(rule)
        if str(told.get("FREQ", [""])[0]).upper() not in _OFTEN or not all(
            int(every) > 0 for every in told.get("INTERVAL", [1])
        ):
            raise ValueError(rule)
        last = _until(high, first)  # without an end, a rule that never holds is searched for ever
        if until := told.get("UNTIL"):
            last = min(last, _until(until[0], first))
        told["UNTIL"] = [last]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # COUNT and UNTIL
            times = rrulestr(told.to_ical().decode(), dtstart=first)
        found += [moment for moment in times if moment >= low]
    return found


def _until(until: dt.date, first: dt.datetime) -> dt.datetime:
    """Return the last moment of a rule in the way in which the entry is written."""
    if not isinstance(until, dt.datetime):
        until = dt.datetime.combine(until, dt.time(23, 59), first.tzinfo)
    if first.tzinfo is None:
        return _local(until)
    return until.replace(tzinfo=until.tzinfo or first.tzinfo).astimezone(dt.UTC)


def _listed(entry: Mapping[str, Any], name: str) -> list[dt.date]:
    value = entry.get(name)
    lists = value if isinstance(value, list) else [value] if value is not None else []
    moments = [one.dt for some in lists for one in some.dts]
    return [one[0] if isinstance(one, tuple) else one for one in moments]


def _local(moment: dt.date) -> dt.datetime:
    """Return local time without a zone; a day is its midnight."""
    if not isinstance(moment, dt.datetime):
        return dt.datetime.combine(moment, dt.time())
    if moment.tzinfo is not None:
        from zoneinfo import ZoneInfo

        moment = moment.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None)
    return moment.replace(second=0, microsecond=0)
