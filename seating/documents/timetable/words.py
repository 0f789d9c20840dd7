"""Days, times, rooms and marks of meetings in words (日程用语)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from seating.documents.furniture import say_date
from seating.facts.booking import Priority, Room, Span
from seating.facts.text import Language, Text

_WEEKDAYS = "一二三四五六日"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MARKS: dict[Priority, Text] = {
    "fixed": Text("特", "F"),
    "urgent": Text("紧", "U"),
    "important": Text("要", "I"),
    "grand": Text("大", "G"),
}
"""One letter for each class of meeting that is more than ordinary."""
SECRET = Text("密", "C")


def say_day(day: dt.date, language: Language, *, year: bool = False) -> str:
    """Say a day with its day of the week: 12月7日（星期一） / Monday 7 December."""
    if language == "zh":
        words = f"{day.month}月{day.day}日（星期{_WEEKDAYS[day.weekday()]}）"
        return f"{day.year}年{words}" if year else words
    words = f"{_NAMES[day.weekday()]} {say_date(day, 'en')}"
    return words if year else words.rsplit(" ", 1)[0]


def short_day(day: dt.date, language: Language) -> str:
    """Say a day in few words: 12月7日 周一 / Mon 7 Dec."""
    if language == "zh":
        return f"{day.month}月{day.day}日　周{_WEEKDAYS[day.weekday()]}"
    return f"{_NAMES[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1]}"


def say_clock(moment: dt.datetime) -> str:
    """Say a time of day: 9:00."""
    return f"{moment.hour}:{moment.minute:02d}"


def say_span(span: Span, language: Language) -> str:
    """Say from when to when: 9:00—10:30 / 9:00–10:30."""
    dash = "—" if language == "zh" else "–"
    return f"{say_clock(span.start)}{dash}{say_clock(span.end)}"


def say_days(days: Sequence[dt.date], language: Language) -> str:
    """Say the first and the last of several days: 2026年12月7日至11日."""
    first, last = days[0], days[-1]
    if first == last:
        return say_date(first, language)
    if language == "en":
        return f"{say_date(first, 'en')} to {say_date(last, 'en')}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{say_date(first, 'zh')}至{last.day}日"
    if first.year == last.year:
        return f"{say_date(first, 'zh')}至{last.month}月{last.day}日"
    return f"{say_date(first, 'zh')}至{say_date(last, 'zh')}"


def building_of(room: Room, language: Language) -> str:
    """Return the building a room is in, and its floor: 市委楼3层."""
    if language == "en":
        building = room.building_en or room.building
        floor = f"floor\u00a0{room.floor}" if room.floor else ""
        return ", ".join(part for part in (building, floor) if part)
    floor = f"{room.floor}层" if room.floor.isdigit() else room.floor
    return f"{room.building}{floor}"


def room_name(room: Room, language: Language) -> str:
    """Return the name of a room."""
    return room.title.to(language) or room.title.zh


def place_of(room: Room, language: Language) -> str:
    """Return a room with the building to go to: 市委视频会议室（市委楼2层）."""
    name, building = room_name(room, language), building_of(room, language)
    if not building or building in name:
        return name
    if language == "en":
        return f"{name} ({building})"
    floor = building.removeprefix(room.building) if room.building in name else building
    return f"{name}（{floor}）" if floor else name


def say_number(number: int, language: Language) -> str:
    """Say how many people: 36人 / 36 people."""
    return f"{number}人" if language == "zh" else f"{number} people"
