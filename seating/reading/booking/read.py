"""Everything of an event that is to be booked, or what is wrong with it (统筹读入)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from seating.facts.booking import BookingSpec, Meeting, Room
from seating.facts.fault import Fault, Where
from seating.facts.people import Person, Unit
from seating.facts.text import Text
from seating.reading.booking.checks import buildings, check
from seating.reading.booking.columns import LEAVES, MEETINGS, ROOMS
from seating.reading.booking.entry import Entry
from seating.reading.booking.leaves import read_kit, read_leaves, read_walks
from seating.reading.booking.links import Draft, circles, connect
from seating.reading.booking.meetings import Reader
from seating.reading.booking.rooms import RoomNames, capacity_faults, close, read_rooms
from seating.reading.booking.selectors import Selectors
from seating.reading.booking.settings import read_settings
from seating.reading.booking.tables import Tables, files_there, read_tables
from seating.reading.columns import Columns
from seating.reading.grid import Grid
from seating.reading.toml import Toml
from seating.reading.words import key, listed

NAMES = ("booking", "room", "meeting", "leave")


def read_booking(
    toml: Toml,
    folder: Path,
    people: Sequence[Person],
    units: Sequence[Unit],
    sheets: Sequence[Grid] = (),
    times: tuple[dt.datetime | None, dt.datetime | None] = (None, None),
) -> tuple[BookingSpec | None, list[Fault]]:
    """Read what is to be booked; ``None`` if the event has no ``[booking]``.

    Args:
        toml: the event's settings.
        folder: the event folder, where the sheets lie.
        people: those of the roster.
        units: those of the roster.
        sheets: the sheets of the roster's workbook that belong to a booking.
        times: beginning and end of the event, for the days.
    """
    if not any(name in toml.table for name in NAMES):
        return None, _unused(folder, sheets)
    table, faults = toml.part("booking")
    place = toml.where("booking")
    settings, found = read_settings(table, place, *times)
    faults += found
    tables = read_tables(folder, settings.tables, toml.where("booking.tables"), sheets)
    faults += tables.faults
    selectors = Selectors(people, units)
    calendar = settings.calendar
    rooms = read_rooms(_entries(toml, "room", ROOMS, tables, faults), selectors, calendar)
    rooms = _one_spelling(rooms)
    below = toml.where("booking.closed")
    entry = Entry(below, settings.closed, lambda name: toml.where(f"booking.closed.{name}"), faults)
    rooms = close(rooms, settings.closed, calendar, entry)
    faults += capacity_faults(rooms, place)
    reader = Reader(selectors, RoomNames(rooms), calendar)
    drafts = reader.rows([Entry.of_record(r, faults) for r in tables.of("meetings")])
    more, found = toml.items("meeting")
    faults += found
    for where, raw in more:
        entry = Entry.of_table(raw, where, MEETINGS, faults)
        drafts.append(reader.table(raw, where, entry))
    reader.organisers.doubts()
    drafts = _without_repeats(drafts)
    spellings = {key(t): t for room in rooms for t in room.equipment}
    spec = BookingSpec(
        days=tuple(calendar.days),
        hours=tuple(calendar.hours),
        grain=settings.grain,
        rooms=rooms,
        meetings=tuple(
            _spelt(dataclasses.replace(d.meeting, after=after, other_day=other), spellings)
            for d, after, other in connect(drafts)
        ),
        leaves=read_leaves(_entries(toml, "leave", LEAVES, tables, faults), selectors, calendar),
        walks=read_walks([Entry.of_record(r, faults) for r in tables.of("walks")], settings.walks),
        walk=settings.walk,
        kit=read_kit([Entry.of_record(r, faults) for r in tables.of("kit")], dict(settings.kit)),
    )
    names = {key(name): name for name in spec.kit}
    spec = dataclasses.replace(
        spec,
        meetings=tuple(
            dataclasses.replace(m, kit={names.get(key(k), k): n for k, n in m.kit.items()})
            for m in spec.meetings
        ),
    )
    by_id = {d.meeting.id: d for d in drafts}
    circles(spec, by_id)
    check(spec, by_id)
    faults += buildings(spec, place)
    if not spec.meetings and not any(f.severity == "fault" for f in faults):
        message = Text("没有会议，没有可安排的内容。", "there are no meetings to be booked.")
        faults.append(Fault(where=place, message=message, severity="doubt"))
    return spec, faults


def _entries(
    toml: Toml, name: str, columns: Columns, tables: Tables, faults: list[Fault]
) -> list[Entry]:
    """Return the rows of the sheets and the tables of ``event.toml``, ready to be read."""
    kind = {"room": "rooms", "leave": "leave"}[name]
    found = [Entry.of_record(r, faults) for r in tables.of(kind)]  # type: ignore[arg-type]
    raw, wrong = toml.items(name)
    faults += wrong
    return found + [Entry.of_table(table, where, columns, faults) for where, table in raw]


def _without_repeats(drafts: Sequence[Draft]) -> list[Draft]:
    """Keep one meeting of each id, sorted; a second one is a fault."""
    kept: dict[str, Draft] = {}
    for draft in sorted(drafts, key=lambda d: (d.meeting.id, str(d.entry.place.file))):
        ident = draft.meeting.id
        if not ident:
            continue
        if key(ident) in kept:
            draft.entry.fault(
                "id",
                Text(f"会议“{ident}”写了两次。", f"the meeting {ident!r} is given twice."),
                Text("请给其中一个换个编号。", "Give one of them another id."),
            )
        kept.setdefault(key(ident), draft)
    return list(kept.values())


def _one_spelling(rooms: Sequence[Room]) -> tuple[Room, ...]:
    """Give equipment that differs in case or width only one spelling in all rooms."""
    spellings: dict[str, str] = {}
    for thing in sorted(t for room in rooms for t in room.equipment):
        spellings.setdefault(key(thing), thing)
    return tuple(
        dataclasses.replace(room, equipment=frozenset(spellings[key(t)] for t in room.equipment))
        for room in rooms
    )


def _spelt(meeting: Meeting, spellings: dict[str, str]) -> Meeting:
    """Spell the equipment that a meeting asks for as the rooms do."""
    return dataclasses.replace(
        meeting,
        parts=tuple(
            dataclasses.replace(
                part, equipment=frozenset(spellings.get(key(t), t) for t in part.equipment)
            )
            for part in meeting.parts
        ),
    )


def _unused(folder: Path, sheets: Sequence[Grid]) -> list[Fault]:
    """Doubt sheets of meetings and rooms that nobody asked for."""
    faults = []
    advice = Text("如要统筹会议室，请写 [booking]。", "Write [booking] to book rooms.")
    for file in sorted({grid.file for grid in sheets}):
        every = listed([grid.sheet for grid in sheets if grid.file == file])
        message = Text(f"没有读入工作表{every.zh}。", f"these sheets were not read: {every.en}.")
        faults.append(
            Fault(where=Where(file=file), message=message, advice=advice, severity="doubt")
        )
    for name in files_there(folder):
        message = Text("没有读入。", "was not read.")
        faults.append(
            Fault(where=Where(file=name), message=message, advice=advice, severity="doubt")
        )
    return faults
