"""Appointments as an iCalendar file that any calendar program reads (日程 .ics).

Standard: RFC 5545; folding, escaping and line ends are the library's.  The same entries give
the same bytes: DTSTAMP is fixed, and SEQUENCE tells calendars which version is the newer one.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

ZONE = "Asia/Shanghai"
_STAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_SPACE = uuid.UUID("5ea71e55-0000-5000-8000-000000000000")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One appointment.

    Attributes:
        uid: unique and the same in every version, see :func:`uid`.
        start, end: without a zone they are times of the calendar's zone; days (``date``) make
            an appointment of whole days, ``end`` the first day after it.
    """

    uid: str
    start: dt.datetime | dt.date
    end: dt.datetime | dt.date | None = None
    title: str = ""
    place: str = ""
    description: str = ""


def uid(*parts: str) -> str:
    """Return the same unique id for the same words (event id, room id, person id …)."""
    number = uuid.uuid5(_SPACE, "\x1f".join(parts))
    return f"{number}@seating"


def calendar(events: Iterable[Entry], name: str, *, version: int = 1, zone: str = ZONE) -> bytes:
    """Return the appointments as one calendar, whatever order they come in.

    Args:
        events: the appointments; their ids must differ.
        name: of the calendar, as calendar programs show it.
        version: of the plan, 1 = first.
        zone: ``Asia/Shanghai``, or ``""`` for floating times, which every reader takes as his
            own.

    Raises:
        ValueError: two appointments have one id, one ends before it begins, or the zone is
            another.
    """
    from icalendar import Calendar

    if zone not in ("", ZONE):
        raise ValueError(f"{zone!r}: only {ZONE} or floating times can be written")
    entries = sorted(events, key=lambda e: (*_moment(e.start), e.uid))
    if len({e.uid for e in entries}) < len(entries):
        raise ValueError("two appointments have the same id")
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//seating//seating//ZH")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _plain(name))
    if zone:
        made.add("x-wr-timezone", zone)
        made.add_component(_zone())
    for entry in entries:
        made.add_component(_event(entry, version, zone))
    data: bytes = made.to_ical()
    return data


def _event(entry: Entry, version: int, zone: str) -> Any:
    from icalendar import Event

    start, end = _placed(entry.start, zone), entry.end
    made = Event()
    made.add("uid", _plain(entry.uid))
    made.add("dtstamp", _STAMP)
    made.add("sequence", max(version - 1, 0))
    made.add("dtstart", start)
    if end is not None:
        if _moment(end) < _moment(entry.start):
            raise ValueError(f"{entry.uid}: ends before it begins")
        made.add("dtend", _placed(end, zone))
    for key, words in (
        ("summary", entry.title),
        ("location", entry.place),
        ("description", entry.description),
    ):
        if words:
            made.add(key, _plain(words))
    return made


def _placed(moment: dt.datetime | dt.date, zone: str) -> dt.datetime | dt.date:
    """Return the time in the zone of the calendar."""
    if not isinstance(moment, dt.datetime):
        return moment
    if zone:
        place = ZoneInfo(zone)
        return moment.astimezone(place) if moment.tzinfo else moment.replace(tzinfo=place)
    return moment.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None) if moment.tzinfo else moment


def _moment(when: dt.datetime | dt.date) -> tuple[str, str]:
    """Return a key by which days and times with and without a zone sort together."""
    placed = _placed(when, ZONE)
    if isinstance(placed, dt.datetime):
        return placed.date().isoformat(), placed.time().isoformat()
    return placed.isoformat(), ""


def _zone() -> Any:
    """Return the definition of Beijing time: no summer time since 1991 (IANA tz, asia)."""
    from icalendar import Timezone, TimezoneStandard

    standard = TimezoneStandard()
    standard.add("dtstart", dt.datetime(1992, 1, 1))
    standard.add("tzoffsetfrom", dt.timedelta(hours=8))
    standard.add("tzoffsetto", dt.timedelta(hours=8))
    standard.add("tzname", "CST")
    made = Timezone()
    made.add("tzid", ZONE)
    made.add_component(standard)
    return made


def _plain(words: str) -> str:
    """Return text without control characters other than the line feed."""
    return _CONTROL.sub(" ", words.replace("\r\n", "\n")).strip()
