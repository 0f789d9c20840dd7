"""Bookings that came from elsewhere: a sheet or a calendar → slots (外来的会议安排).

The list that the program exports is such a sheet; a calendar is matched by its entries' ids, then
by their titles and places.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from seating.facts.booking import BookingSpec, Meeting, Slot, Span, Stranger
from seating.facts.fault import Fault, Where
from seating.facts.text import NOTHING, Text
from seating.reading.booking.columns import MEETINGS, kind_of_sheet
from seating.reading.booking.entry import Entry
from seating.reading.booking.ics import Noted, read_ics
from seating.reading.booking.matching import room_at, titles_of
from seating.reading.booking.rooms import RoomNames
from seating.reading.booking.times import Calendar
from seating.reading.booking.when import when
from seating.reading.files import read_bytes
from seating.reading.grid import Grid
from seating.reading.table import read_grids, read_table
from seating.reading.words import did_you_mean, key, listed

_LARGEST = 50_000_000
_LISTS = frozenset(map(key, ("会议安排", "会议安排一览表", "meetings", "list", "bookings")))
_GUESSED = 50  # more entries that nobody asked for are no typing errors


@dataclasses.dataclass(frozen=True, kw_only=True)
class Bookings:
    """What a file says is booked.

    Attributes:
        slots: by meeting.
        strangers: what else takes a room, by room and time.
        faults: what the file leaves open, doubts too.
    """

    slots: Mapping[str, Slot]
    strangers: tuple[Stranger, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_calendar(path: Path, spec: BookingSpec, ids: Mapping[str, tuple[str, int]]) -> Bookings:
    """Read where and when meetings are booked, from ``.xlsx``, ``.csv`` or ``.ics``.

    Args:
        path: the file.
        spec: the meetings and rooms that it speaks of.
        ids: meeting and number of its part by the id of a calendar's entry.

    Returns:
        The slots by meeting, what else takes a room, and every fault and doubt; a meeting with a
        fault has no slot.
    """
    if path.suffix.lower() == ".ics":
        data, faults = read_bytes(path, Where(file=path.name), _LARGEST)
        if data is None:
            return Bookings(slots={}, faults=tuple(faults))
        return _Placer(spec).calendar(data, path.name, ids)
    grids, faults = read_grids(path, MEETINGS.knows)
    found = _Placer(spec).sheet(
        [grid for grid in grids if grid.lines], path.name, told=bool(faults)
    )
    return dataclasses.replace(found, faults=(*faults, *found.faults))


class _Placer:
    """Collects the rooms of the parts of each meeting."""

    def __init__(self, spec: BookingSpec) -> None:
        self.spec = spec
        self.rooms = RoomNames(spec.rooms)
        self.calendar_of_days = Calendar(days=spec.days, hours=spec.hours)
        self.meetings = {key(m.id): m for m in spec.meetings}
        self.titles: dict[str, list[tuple[Meeting, int]]] = {}
        for meeting in spec.meetings:
            for title in titles_of(meeting):
                self.titles.setdefault(title[0], []).append((meeting, title[1]))
        self.faults: list[Fault] = []
        self.times: dict[str, tuple[dt.datetime, dt.datetime]] = {}
        self.places: dict[str, dict[int, str]] = {}
        self.at: dict[str, Where] = {}
        self.unasked: dict[str, Entry] = {}
        self.strangers: dict[tuple[str, Span, str], Stranger] = {}

    def sheet(self, grids: Sequence[Grid], file: str, *, told: bool) -> Bookings:
        """Read the first sheet that is a list of meetings."""
        named = [g for g in grids if key(g.sheet) in _LISTS or kind_of_sheet(g.sheet) == "meetings"]
        for grid in (named or list(grids))[:1]:
            table, faults = read_table(grid, MEETINGS)
            self.faults += faults
            for record in table.records if table is not None else ():
                self._row(Entry.of_record(record, self.faults))
        if not grids and not told:
            message = Text("表中没有内容。", "the sheet is empty.")
            self.faults.append(Fault(where=Where(file=file), message=message))
        return self._done()

    def _row(self, entry: Entry) -> None:
        meeting = self._meeting(entry)
        if meeting is None:
            self._other(entry)
            return
        start, _, length = when(entry, self.calendar_of_days)
        rooms = self.rooms.find(entry.words("rooms"), entry, "rooms")
        if start is None or not rooms:
            field = "rooms" if start is not None else "start"
            message = Text("没有排定时间或会议室。", "has no time or no room.")
            entry.doubt(field, message)
            return
        end = start + dt.timedelta(minutes=length or meeting.minutes)
        part = self._part(meeting, entry.text("part"), entry)
        if part is not None:
            self._add(meeting, part, start, end, rooms, entry.place)

    def _meeting(self, entry: Entry) -> Meeting | None:
        word, title = entry.id("id"), entry.text("title")
        if key(word) in self.meetings:
            return self.meetings[key(word)]
        found = [meeting for meeting, part in self.titles.get(key(title), []) if part == 0]
        if len(found) == 1:
            return found[0]
        return None

    def _other(self, entry: Entry) -> None:
        """Read a row of a meeting that nobody asked for as far as it goes."""
        loose = dataclasses.replace(entry, faults=[])
        start, _, length = when(loose, self.calendar_of_days)
        length = length or loose.minutes("minutes")
        rooms = [room_at(self.spec, word) for word in entry.words("rooms")]
        span = (
            Span(start=start, end=start + dt.timedelta(minutes=length))
            if start is not None and length
            else None
        )
        self._strange(entry.text("title") or entry.id("id"), rooms, span, entry)

    def _part(self, meeting: Meeting, word: str, entry: Entry) -> int | None:
        if not word:
            return 0
        for number, part in enumerate(meeting.parts):
            if key(word) in (key(part.id), key(part.title.zh), key(part.title.en)):
                return number
        names = [part.title.zh for part in meeting.parts if part.title.zh]
        message = Text(f"会议没有“{word}”。", f"the meeting has no part {word!r}.")
        entry.fault("part", message, did_you_mean(word, names))
        return None

    def _add(
        self,
        meeting: Meeting,
        part: int,
        start: dt.datetime,
        end: dt.datetime,
        rooms: Sequence[str],
        place: Where,
    ) -> None:
        before = self.times.setdefault(meeting.id, (start, end))
        self.at.setdefault(meeting.id, place)
        if before != (start, end):
            message = Text(
                f"会议“{meeting.title.zh}”的各行时间不同（{before[0]:%m-%d %H:%M}）。",
                f"the rows of {meeting.title.en!r} differ in time ({before[0]:%m-%d %H:%M}).",
            )
            self.faults.append(Fault(where=place, message=message))
        taken = self.places.setdefault(meeting.id, {})
        for number, room in enumerate(rooms, part):
            taken.setdefault(number, room)

    def calendar(self, data: bytes, file: str, ids: Mapping[str, tuple[str, int]]) -> Bookings:
        """Read the entries of an iCalendar file."""
        entries, faults = read_ics(data, file, self.spec.days)
        self.faults += faults
        for entry in entries:
            self._entry(entry, ids)
        return self._done()

    def _entry(self, entry: Noted, ids: Mapping[str, tuple[str, int]]) -> None:
        ident, part = ids.get(entry.uid, ("", 0))
        known = self.meetings.get(key(ident))
        found = [(known, part)] if known is not None else self.titles.get(key(entry.title), [])
        row = Entry(entry.where, {"title": entry.title}, lambda _: entry.where, self.faults)
        if len(found) != 1:
            self._strange(entry.title, [room_at(self.spec, entry.place)], entry.span, row)
            return
        if entry.span is None:
            message = Text(f"“{entry.title}”没有时间。", f"{entry.title!r} has no time.")
            row.doubt("title", message)
            return
        if entry.whole_days:
            row.doubt(
                "title",
                Text(
                    f"“{entry.title}”是全天日程，没有写几点。",
                    f"{entry.title!r} takes whole days and has no time.",
                ),
            )
            return
        meeting, part = found[0]
        start, end = entry.span.start, entry.span.end
        if end == start:
            end = start + dt.timedelta(minutes=meeting.minutes)
        rooms = self.rooms.find([room_at(self.spec, entry.place) or entry.place], row, "rooms")
        if rooms:
            self._add(meeting, part, start, end, rooms, entry.where)

    def _strange(self, title: str, rooms: Sequence[str], span: Span | None, row: Entry) -> None:
        """Remember what nobody asked for; it may still take a room."""
        self.unasked.setdefault(title, row)
        if span is not None and span.start < span.end:
            self.strangers |= {
                (room, span, title): Stranger(title=title, room=room, span=span)
                for room in rooms
                if room
            }

    def _done(self) -> Bookings:
        """Doubt what nobody asked for: one by one what may be a typing error, else at once."""
        known = [title for m in self.spec.meetings for title in (m.title.zh, m.id)]
        plain: list[tuple[str, Entry]] = []
        for title, row in self.unasked.items():
            advice = did_you_mean(title, known) if len(self.unasked) <= _GUESSED else NOTHING
            if advice.zh:
                message = Text(f"会议“{title}”不在申请之中。", f"{title!r} is not asked for.")
                row.doubt("title", message, advice)
            else:
                plain.append((title, row))
        if plain:
            every = listed([title for title, _ in plain], limit=8)
            message = Text(
                f"不在申请之中，只核对是否与会议室冲突：{every.zh}。",
                f"not asked for, and only checked for clashes in the rooms: {every.en}.",
            )
            plain[0][1].doubt("title", message)
        slots = self._slots()
        self.faults.sort(key=lambda f: (f.where.file, f.where.sheet, f.where.row))
        strangers = tuple(self.strangers[k] for k in sorted(self.strangers))
        return Bookings(slots=slots, strangers=strangers, faults=tuple(self.faults))

    def _slots(self) -> dict[str, Slot]:
        found: dict[str, Slot] = {}
        for ident in sorted(self.places):
            start, end = self.times[ident]
            rooms = self.places[ident]
            if end <= start:
                title = self.meetings[key(ident)].title
                message = Text(
                    f"会议“{title.zh}”的结束不晚于开始。", f"{title.en!r} ends before it begins."
                )
                self.faults.append(Fault(where=self.at[ident], message=message))
                continue
            ordered = tuple(rooms[number] for number in sorted(rooms))
            found[ident] = Slot(meeting=ident, start=start, end=end, rooms=ordered)
        return found
