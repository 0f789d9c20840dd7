"""Bookings that came from elsewhere: a sheet or a calendar → slots (外来的会议安排).

The list that the program exports is such a sheet; a calendar is matched by its entries' ids, then
by their titles and places.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from seating.facts.booking import BookingSpec, Meeting, Slot
from seating.facts.fault import Fault, Where
from seating.facts.text import Text
from seating.reading.booking.columns import MEETINGS, kind_of_sheet
from seating.reading.booking.entry import Entry
from seating.reading.booking.rooms import RoomNames
from seating.reading.booking.times import Calendar
from seating.reading.booking.when import when
from seating.reading.files import read_bytes
from seating.reading.grid import Grid
from seating.reading.table import read_grids, read_table
from seating.reading.words import clean, did_you_mean, key

_LARGEST = 50_000_000
_LISTS = frozenset(map(key, ("会议安排", "会议安排一览表", "meetings", "list", "bookings")))
Found = tuple[Mapping[str, Slot], list[Fault]]


def read_calendar(path: Path, spec: BookingSpec, ids: Mapping[str, tuple[str, int]]) -> Found:
    """Read where and when meetings are booked, from ``.xlsx``, ``.csv`` or ``.ics``.

    Args:
        path: the file.
        spec: the meetings and rooms that it speaks of.
        ids: meeting and number of its part by the id of a calendar's entry.

    Returns:
        The slots by meeting, and every fault and doubt; a meeting with a fault has no slot.
    """
    if path.suffix.lower() == ".ics":
        data, faults = read_bytes(path, Where(file=path.name), _LARGEST)
        return ({}, faults) if data is None else _Placer(spec).calendar(data, path.name, ids)
    grids, faults = read_grids(path, MEETINGS.knows)
    found, more = _Placer(spec).sheet([grid for grid in grids if grid.lines], path.name)
    return found, [*faults, *more]


class _Placer:
    """Collects the rooms of the parts of each meeting."""

    def __init__(self, spec: BookingSpec) -> None:
        self.spec = spec
        self.rooms = RoomNames(spec.rooms)
        self.calendar_of_days = Calendar(days=spec.days, hours=spec.hours)
        self.meetings = {key(m.id): m for m in spec.meetings}
        self.titles: dict[str, list[tuple[Meeting, int]]] = {}
        for meeting in spec.meetings:
            for title in _titles(meeting):
                self.titles.setdefault(title[0], []).append((meeting, title[1]))
        self.faults: list[Fault] = []
        self.times: dict[str, tuple[dt.datetime, dt.datetime]] = {}
        self.places: dict[str, dict[int, str]] = {}

    def sheet(self, grids: Sequence[Grid], file: str) -> Found:
        """Read the first sheet that is a list of meetings."""
        named = [g for g in grids if key(g.sheet) in _LISTS or kind_of_sheet(g.sheet) == "meetings"]
        for grid in (named or list(grids))[:1]:
            table, faults = read_table(grid, MEETINGS)
            self.faults += faults
            for record in table.records if table is not None else ():
                self._row(Entry.of_record(record, self.faults))
        if not grids and not self.faults:
            message = Text("表中没有内容。", "the sheet is empty.")
            self.faults.append(Fault(where=Where(file=file), message=message))
        return self._slots(), self.faults

    def _row(self, entry: Entry) -> None:
        meeting = self._meeting(entry)
        if meeting is None:
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
        shown = word or title
        known = [m.title.zh for m in self.spec.meetings]
        entry.doubt(
            "id" if word else "title",
            Text(
                f"会议“{shown}”不在申请之中，没有核对。", f"the meeting {shown!r} is not asked for."
            ),
            did_you_mean(title or word, known),
        )
        return None

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
        if before != (start, end):
            message = Text(
                f"会议“{meeting.title.zh}”的各行时间不同（{before[0]:%m-%d %H:%M}）。",
                f"the rows of {meeting.title.en!r} differ in time ({before[0]:%m-%d %H:%M}).",
            )
            self.faults.append(Fault(where=place, message=message))
        taken = self.places.setdefault(meeting.id, {})
        for number, room in enumerate(rooms, part):
            taken.setdefault(number, room)

    def calendar(self, data: bytes, file: str, ids: Mapping[str, tuple[str, int]]) -> Found:
        """Read the entries of an iCalendar file."""
        from icalendar import Calendar as Entries

        where = Where(file=file)
        try:
            entries = [e for e in Entries.from_ical(data).walk("VEVENT")]  # noqa: C416
        except (ValueError, IndexError, KeyError, UnicodeError) as error:
            reason = type(error).__name__
            message = Text(f"不是完整的日历（{reason}）。", f"is no whole calendar ({reason}).")
            return {}, [Fault(where=where, message=message)]
        for number, entry in enumerate(entries, 1):
            self._entry(entry, Where(file=file, key=f"VEVENT[{number}]"), ids)
        return self._slots(), self.faults

    def _entry(
        self, entry: Mapping[str, object], where: Where, ids: Mapping[str, tuple[str, int]]
    ) -> None:
        title = clean(str(entry.get("summary", "")))
        ident, part = ids.get(clean(str(entry.get("uid", ""))), ("", 0))
        known = self.meetings.get(key(ident))
        found = [(known, part)] if known is not None else self.titles.get(key(title), [])
        values = {
            "rooms": clean(str(entry.get("location", ""))),
            "title": title,
        }
        row = Entry(where, values, lambda _: where, self.faults)
        if len(found) != 1:
            row.doubt(
                "title",
                Text(f"日历中的“{title}”不在申请之中，没有核对。", f"{title!r} is not asked for."),
            )
            return
        start, end = _moment(entry.get("dtstart")), _moment(entry.get("dtend"))
        if start is None:
            row.doubt("title", Text(f"“{title}”没有时间。", f"{title!r} has no time."))
            return
        meeting, part = found[0]
        end = end or start + dt.timedelta(minutes=meeting.minutes)
        rooms = self.rooms.find([_room(values["rooms"], self.spec)], row, "rooms")
        if rooms:
            self._add(meeting, part, start, end, rooms, where)

    def _slots(self) -> dict[str, Slot]:
        found: dict[str, Slot] = {}
        for ident in sorted(self.places):
            start, end = self.times[ident]
            rooms = self.places[ident]
            if end <= start:
                continue
            ordered = tuple(rooms[number] for number in sorted(rooms))
            found[ident] = Slot(meeting=ident, start=start, end=end, rooms=ordered)
        return found


def _titles(meeting: Meeting) -> list[tuple[str, int]]:
    """Return every way in which the parts of a meeting may be called, with their numbers."""
    found: dict[str, int] = {}
    for language in ("zh", "en"):
        title = meeting.title.zh if language == "zh" else meeting.title.en
        found.setdefault(key(title), 0)
        for number, part in enumerate(meeting.parts):
            name = part.title.zh if language == "zh" else part.title.en
            for words in (f"{title}({name})", f"{title} {name}", f"{title}, {name}"):
                if name:
                    found.setdefault(key(words), number)
    return list(found.items())


def _moment(value: object) -> dt.datetime | None:
    """Return local time without a zone, as the office writes it."""
    moment = getattr(value, "dt", None)
    if not isinstance(moment, dt.datetime):
        return None
    if moment.tzinfo is not None:
        from zoneinfo import ZoneInfo

        moment = moment.astimezone(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None)
    return moment.replace(second=0, microsecond=0)


def _room(place: str, spec: BookingSpec) -> str:
    """Return the room that a place means: 三号厅（2层） is the room 三号厅."""
    words = key(place)
    names = [(key(n), r.id) for r in spec.rooms for n in (r.id, r.title.zh, r.title.en)]
    exact = [ident for name, ident in names if name == words]
    begun = sorted(((len(n), i) for n, i in names if n and words.startswith(n)), reverse=True)
    return exact[0] if exact else begun[0][1] if begun else place
