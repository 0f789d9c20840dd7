"""Booked meetings in words for calendars and sheets (会议安排用语)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from seating.exports.people import name_of
from seating.facts.book import Book, BookBooking
from seating.facts.booking import Meeting, Room, Slot
from seating.facts.text import Language, plain

_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Held:
    """A part of a meeting in its room, at its time."""

    meeting: Meeting
    slot: Slot
    part: int
    room: Room


def held(booking: BookBooking) -> list[Held]:
    """Return every part of every meeting that has a slot, by time."""
    meetings = {m.id: m for m in booking.spec.meetings}
    rooms = {r.id: r for r in booking.spec.rooms}
    found = [
        Held(meetings[ident], slot, number, rooms.get(room) or Room(id=room, title=plain(room)))
        for ident, slot in booking.plan.slots.items()
        if ident in meetings
        for number, room in enumerate(slot.rooms)
    ]
    return sorted(found, key=lambda h: (h.slot.start, h.slot.end, h.meeting.id, h.part))


def attending(booking: BookBooking, one: Held) -> Iterator[str]:
    """Yield the ids of those who sit in a part; in the first those whom no part names."""
    parts = booking.parts.get(one.meeting.id, ())
    named = {pid for people in parts for pid in people}
    if one.part < len(parts):
        yield from parts[one.part]
    if one.part == 0:
        yield from (pid for pid in booking.attending(one.meeting.id) if pid not in named)


def title_of(one: Held, language: Language) -> str:
    """Return the title of a meeting with the name of its part."""
    title = one.meeting.title.to(language) or one.meeting.title.zh
    part = one.meeting.parts[one.part].title
    name = part.to(language) or part.zh
    if not name:
        return title
    if "（" in name or title.endswith("）"):
        return f"{title}　{name}"
    if "(" in name or title.endswith(")"):
        return f"{title}, {name}"
    return f"{title}（{name}）" if language == "zh" else f"{title} ({name})"


def place_of(room: Room, language: Language) -> str:
    """Return a room with building and floor."""
    name = room.title.to(language) or room.title.zh
    if language == "en":
        floor = f"floor {room.floor}" if room.floor else ""
        where = ", ".join(w for w in (room.building_en or room.building, floor) if w)
        return f"{name} ({where})" if where and where not in name else name
    floor = f"{room.floor}层" if room.floor.isdigit() else room.floor
    where = floor if room.building in name else f"{room.building}{floor}"
    return f"{name}（{where}）" if where else name


def unit_of(book: Book, name: str, language: Language) -> str:
    """Return the name of a unit as it is printed."""
    unit = book.units.get(name)
    if unit is None:
        return name
    return unit.name_en or unit.name if language == "en" else unit.short or unit.name


def names(book: Book, people: Iterable[str], language: Language) -> str:
    """Return the names of people by precedence, in one line."""
    wanted = set(people)
    glue = "、" if language == "zh" else ", "
    return glue.join(name_of(book.people[i], language) for i in book.order if i in wanted)


def say_day(day: dt.date, language: Language) -> str:
    """Say a day in few words: 12月7日 周一 / Mon 2026-12-07."""
    if language == "en":
        return f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[day.weekday()]} {day}"
    return f"{day.month}月{day.day}日 周{_WEEKDAYS[day.weekday()]}"
