"""The event and its agenda as appointments (会议日程 .ics)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from seating.exports.ics import Entry, calendar, uid
from seating.facts.book import Book, Printed
from seating.facts.text import Language, Text

FILE = Text("会议日程", "schedule")
_DATE = re.compile(r"(?:(\d{4})[-年/](\d{1,2})[-月/](\d{1,2})日?|(\d{1,2})月(\d{1,2})日)")
_TIME = re.compile(
    r"(上午|中午|下午|晚上|晚)?\s*(\d{1,2})(?:[:：](\d{2})|[时点](?:(\d{1,2})分|(半))?)"
    r"\s*([ap]\.?m\.?)?",
    re.IGNORECASE,
)
_LATER = ("下午", "晚上", "晚")


def export(book: Book, language: Language) -> Printed | None:
    """Return the calendar, or ``None`` where the event says no time.

    Findings name the items of the agenda whose time cannot be read.
    """
    event = book.event
    if event.start is None:
        return None
    title = event.title.to(language) or event.title.zh
    place = event.place.to(language) or event.place.zh
    findings: list[str] = []
    items = list(_items(book, language, findings))
    lines = [f"{when} {words}".strip() for when, words, _ in _agenda(book, language)]
    organiser = event.organiser.to(language) or event.organiser.zh
    if organiser:
        head = f"主办：{organiser}" if language == "zh" else f"Organiser: {organiser}"
        lines.insert(0, head)
    whole = Entry(
        uid=uid(event.id),
        start=event.start,
        end=event.end,
        title=title,
        place=place,
        description="\n".join(lines),
    )
    data = calendar([whole, *items], title, version=event.version)
    name = f"{FILE.to(language)}_{event.id}.ics"
    return Printed(name=name, data=data, findings=tuple(findings))


def _agenda(book: Book, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield time, words and speakers of every item as written in ``[notice]``."""
    notice = book.event.tables.get("notice", {})
    found = notice.get("agenda", ()) if isinstance(notice, Mapping) else ()
    for item in found if isinstance(found, list | tuple) else ():
        if isinstance(item, str):
            yield "", item, ""
        elif isinstance(item, Mapping):
            words = str(item.get("text_en", "")) if language == "en" else ""
            who = str(item.get("who", "")) if language == "zh" else ""
            yield str(item.get("time", "")), words or str(item.get("text", "")), who


def _items(book: Book, language: Language, findings: list[str]) -> Iterator[Entry]:
    start = book.event.start
    assert start is not None
    place = book.event.place.to(language) or book.event.place.zh
    before = start
    for number, (when, words, who) in enumerate(_agenda(book, language), start=1):
        if not when:
            continue
        found = span(when, start, before)
        if found is None:
            findings.append(
                f"议程第{number}项的时间“{when}”读不出，没有列入日程。"
                if language == "zh"
                else f"The time {when!r} of item {number} of the agenda cannot be read; the "
                "calendar does not have it."
            )
            continue
        before = found[0]
        yield Entry(
            uid=uid(book.event.id, "agenda", str(number)),
            start=found[0],
            end=found[1],
            title=words,
            place=place,
            description=who,
        )


def span(
    words: str, start: dt.datetime, before: dt.datetime
) -> tuple[dt.datetime, dt.datetime | None] | None:
    """Read when an item begins and ends: ``9:00—9:10``, ``12月11日下午2:30``, ``14时``.

    Args:
        words: as written.
        start: when the event begins; its day holds where none is written.
        before: when the item before this one begins; its day holds for those after it.

    Returns:
        Begin and end (``None`` = not said), or ``None`` if no time can be read.
    """
    day = before.date()
    dated = _DATE.search(words)
    if dated:
        try:
            month, number = dated[2] or dated[4], dated[3] or dated[5]
            day = dt.date(int(dated[1] or start.year), int(month), int(number))
        except ValueError:
            return None
        words = words[: dated.start()] + words[dated.end() :]
    times: list[dt.datetime] = []
    half = ""
    for found in _TIME.finditer(words):
        half = found[1] or half
        time = _time(found, half)
        if time is None:
            return None
        times.append(dt.datetime.combine(day, time, start.tzinfo))
    if not times or len(times) > 2 or any(c.isdigit() for c in _TIME.sub("", words)):
        return None
    if len(times) == 2 and times[1] <= times[0]:
        return None
    return times[0], times[1] if len(times) == 2 else None


def _time(found: re.Match[str], half: str) -> dt.time | None:
    hour = int(found[2])
    minute = int(found[3] or found[4] or (30 if found[5] else 0))
    late = (found[6] or "").lower().startswith("p") or half in _LATER
    if hour < 12 and (late or (half == "中午" and hour < 3)):
        hour += 12
    if hour > 23 or minute > 59:
        return None
    return dt.time(hour, minute)
