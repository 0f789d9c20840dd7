"""The booked meetings as documents see them: by day, by room, by person, by unit (一周会议)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from seating.documents.ink import Tint, tint
from seating.documents.timetable.words import place_of
from seating.documents.words import name_of, unit_of
from seating.facts.book import Book, BookBooking
from seating.facts.booking import Meeting, Room, Slot, Span
from seating.facts.text import Language


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting at its time, in one of its rooms.

    Attributes:
        part: number of the part of the meeting, 0 = first.
        room: id of the room.
    """

    meeting: Meeting
    slot: Slot
    part: int
    room: str

    @property
    def day(self) -> dt.date:
        """Return the day on which it takes place."""
        return self.slot.start.date()

    @property
    def occupied(self) -> Span:
        """Return the time that the room is taken, with set-up and clearing."""
        before = dt.timedelta(minutes=self.meeting.setup)
        after = dt.timedelta(minutes=self.meeting.clear)
        return Span(start=self.slot.start - before, end=self.slot.end + after)


def booking_of(book: Book) -> BookBooking | None:
    """Return the booking of a book that has any meeting, placed or not."""
    booking = book.booking
    return booking if booking is not None and booking.spec.meetings else None


class Week:
    """The booking of a book in one language."""

    def __init__(self, book: Book, booking: BookBooking, language: Language) -> None:
        self.book, self.booking, self.language = book, booking, language
        self.spec = booking.spec
        self.meetings = {m.id: m for m in self.spec.meetings}
        self.rooms = {r.id: r for r in self.spec.rooms}

    def say(self, zh: str, en: str) -> str:
        """Return one of two sentences."""
        return zh if self.language == "zh" else en

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """Every part of every meeting that has a slot, by time, then by room."""
        rank = {room.id: number for number, room in enumerate(self.ordered_rooms)}
        found = [
            Held(self.meetings[ident], slot, number, room)
            for ident, slot in self.booking.plan.slots.items()
            if ident in self.meetings
            for number, room in enumerate(slot.rooms)
        ]
        found.sort(key=lambda h: (h.slot.start, h.slot.end, rank.get(h.room, 0), h.meeting.id))
        return tuple(found)

    @cached_property
    def first(self) -> tuple[Held, ...]:
        """Every meeting once, in its first room, by time."""
        return tuple(h for h in self.held if h.part == 0)

    @cached_property
    def ordered_rooms(self) -> tuple[Room, ...]:
        """All rooms, those of a building together, by floor and number."""
        buildings: dict[str, str] = {}
        for room in self.spec.rooms:
            buildings.setdefault(room.building, room.id)
        return tuple(
            sorted(
                self.spec.rooms,
                key=lambda r: (
                    _natural(buildings[r.building]), _natural(r.floor), _natural(r.id)
                ),
            )
        )  # fmt: skip

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """The days of the booking, and any other on which something takes place."""
        return tuple(sorted({*self.spec.days, *(h.day for h in self.held)}))

    def on(self, day: dt.date) -> tuple[Held, ...]:
        """Return what takes place on a day."""
        return tuple(h for h in self.held if h.day == day)

    def room(self, ident: str) -> Room:
        """Return a room; one that is no longer there has its id for a name."""
        from seating.facts.text import plain

        return self.rooms.get(ident) or Room(id=ident, title=plain(ident))

    def title(self, meeting: Meeting) -> str:
        """Return the title of a meeting."""
        return meeting.title.to(self.language) or meeting.title.zh

    def full_title(self, held: Held) -> str:
        """Return the title with the name of the part: ……会议（市委分会场）."""
        title, part = self.title(held.meeting), self.part(held)
        if not part:
            return title
        if "（" in part or title.endswith("）"):
            return f"{title}　{part}"
        if "(" in part or title.endswith(")"):
            return f"{title}, {part}"
        return f"{title}（{part}）" if self.language == "zh" else f"{title} ({part})"

    def part(self, held: Held) -> str:
        """Return the name of the part, ``""`` for a meeting that has no others."""
        title = held.meeting.parts[held.part].title
        return title.to(self.language) or title.zh

    @cached_property
    def unit_names(self) -> tuple[str, ...]:
        """The names of units, which titles are not broken inside."""
        units = self.book.units.values()
        return tuple(sorted({n for u in units for n in (u.name, u.short) if n}))

    def unit(self, meeting: Meeting) -> str:
        """Return the unit that holds a meeting."""
        return unit_of(self.book, meeting.unit, self.language) if meeting.unit else ""

    def place(self, held: Held) -> str:
        """Return room and building."""
        return place_of(self.room(held.room), self.language)

    def part_of(self, person: str, meeting: str) -> int:
        """Return in which part of a meeting somebody sits; 0 unless a part names him."""
        for number, people in enumerate(self.booking.parts.get(meeting, ())):
            if person in people:
                return number
        return 0

    def attending(self, meeting: str) -> tuple[str, ...]:
        """Return everybody who comes, those required first, those of the parts last."""
        named = (pid for people in self.booking.parts.get(meeting, ()) for pid in people)
        return tuple(dict.fromkeys((*self.booking.attending(meeting), *named)))

    def of_person(self, person: str) -> tuple[Held, ...]:
        """Return the meetings of a person by time, in the room in which he sits."""
        return self._by_person.get(person, ())

    @cached_property
    def _by_person(self) -> dict[str, tuple[Held, ...]]:
        found: dict[str, list[Held]] = {}
        coming = {ident: self.attending(ident) for ident in self.booking.plan.slots}
        for held in self.held:
            for person in coming[held.meeting.id]:
                if self.part_of(person, held.meeting.id) == held.part:
                    found.setdefault(person, []).append(held)
        return {person: tuple(held) for person, held in found.items()}

    def needs(self, person: str, meeting: str) -> bool:
        """Whether somebody must come, not only should."""
        named = any(person in people for people in self.booking.parts.get(meeting, ()))
        return named or person in self.booking.required.get(meeting, ())

    def names(self, people: Iterable[str]) -> list[str]:
        """Return the names of people by precedence."""
        wanted = set(people)
        order = [*(p for p in self.book.order if p in wanted)]
        order += sorted(wanted.difference(order))
        return [name_of(self.book.people[p], self.language) for p in order if p in self.book.people]

    def listed(self, people: Iterable[str]) -> str:
        """Return the names of people as a list whose names no line end tears apart."""
        names = self.names(people)
        if self.language == "zh":
            return "、".join(names)
        return ", ".join(name.replace(" ", "\u00a0") for name in names)

    def walk(self, one: Held, two: Held) -> int:
        """Return the minutes from the room of one meeting to that of another."""
        return self.spec.walking(self.room(one.room).building, self.room(two.room).building)

    def tint(self, unit: str) -> Tint:
        """Return the ground of a unit's meetings."""
        return tint(self._tints.get(unit, 0))

    @cached_property
    def _tints(self) -> dict[str, int]:
        """Give units that meet on one day different grounds as far as there are enough."""
        chosen: dict[str, int] = {}
        used: dict[dt.date, set[int]] = {}
        days: dict[str, list[dt.date]] = {}
        for held in self.first:
            days.setdefault(held.meeting.unit, []).append(held.day)
        often = sorted(days, key=lambda u: (-len(set(days[u])), -len(days[u]), u))
        count: dict[int, int] = {}
        for unit in often:
            taken = {t for day in days[unit] for t in used.get(day, ())}
            free = [t for t in range(12) if t not in taken] or list(range(12))
            chosen[unit] = best = min(free, key=lambda t: (count.get(t, 0), t))
            count[best] = count.get(best, 0) + 1
            for day in days[unit]:
                used.setdefault(day, set()).add(best)
        return chosen


def weeks(days: Sequence[dt.date]) -> list[list[dt.date]]:
    """Split days into calendar weeks, Monday first."""
    found: dict[tuple[int, int], list[dt.date]] = {}
    for day in days:
        year, number, _ = day.isocalendar()
        found.setdefault((year, number), []).append(day)
    return [found[k] for k in sorted(found)]


def _natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    """Return a key that puts room 10 behind room 9."""
    pieces = re.findall(r"\d+|\D+", text)
    return tuple((not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in pieces)
