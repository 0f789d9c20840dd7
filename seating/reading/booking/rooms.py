"""Rows of the sheet of rooms, and ``[[room]]`` → rooms (会议室)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping, Sequence

from seating.facts.booking import LAYOUTS, Room, Span
from seating.facts.fault import Fault, Where
from seating.facts.text import NOTHING, Text
from seating.reading.booking.columns import layout_of
from seating.reading.booking.entry import Entry
from seating.reading.booking.selectors import Selectors
from seating.reading.booking.times import Calendar, clock_span
from seating.reading.words import bare, clean, code, did_you_mean, joined, key, listed

_CAPACITY = re.compile(r"(.*?)\s*[:：=]?\s*(\d{1,6})\s*[人座个]?")


class RoomNames:
    """Finds rooms by id or by name."""

    def __init__(self, rooms: Sequence[Room]) -> None:
        self._titles: dict[str, list[str]] = {}
        for room in rooms:
            for title in {key(room.title.zh), key(room.title.en)}:
                self._titles.setdefault(title, []).append(room.id)
        self._ids = {key(room.id): room.id for room in rooms}
        self._words = [w for r in rooms for w in dict.fromkeys((r.id, r.title.zh))]
        self._shown = [r.title.zh or r.id for r in rooms]

    def find(self, words: Sequence[str], entry: Entry, field: str) -> tuple[str, ...]:
        """Return the ids of rooms; the unknown ones become faults."""
        found = []
        for word in words:
            hits = [self._ids[key(word)]] if key(word) in self._ids else []
            hits = hits or self._titles.get(key(word), [])
            if len(hits) == 1:
                found.append(hits[0])
                continue
            if hits:
                every = listed(sorted(hits))
                message = Text(f"叫“{word}”的会议室不止一间。", f"several rooms are {word!r}.")
                advice = Text(f"请写编号：{every.zh}。", f"Give the id: {every.en}.")
            else:
                there = listed(self._shown, limit=8)
                message = Text(f"没有会议室“{word}”。", f"there is no room {word!r}.")
                advice = did_you_mean(word, self._words)
                if not advice.zh and self._words:
                    advice = Text(f"有：{there.zh}。", f"There are: {there.en}.")
            entry.fault(field, message, advice)
        return tuple(dict.fromkeys(found))


def read_rooms(
    entries: Sequence[Entry], selectors: Selectors, calendar: Calendar
) -> tuple[Room, ...]:
    """Read all rooms, sorted by id; faults go to the entries."""
    found = [(entry, _room(entry, selectors, calendar)) for entry in entries]
    rooms = [(entry, room) for entry, room in found if room.id]
    rooms = sorted(rooms, key=lambda pair: (pair[1].id, _row(pair[0].place)))
    seen: dict[str, Room] = {}
    for entry, room in rooms:
        if key(room.id) in seen:
            entry.fault(
                "id" if entry.has("id") else "title",
                Text(f"会议室“{room.id}”写了两次。", f"the room {room.id!r} is given twice."),
                _other(seen[key(room.id)].where),
            )
        seen.setdefault(key(room.id), room)
    names = RoomNames(list(seen.values()))
    kept = [(entry, room) for entry, room in rooms if seen[key(room.id)] is room]
    return tuple(
        dataclasses.replace(
            room, beside=tuple(i for i in names.find(room.beside, entry, "beside") if i != room.id)
        )
        for entry, room in kept
    )


def _room(entry: Entry, selectors: Selectors, calendar: Calendar) -> Room:
    title = entry.text("title") or entry.text("id")
    ident = entry.id("id") or code(title)
    if not ident:
        entry.fault("title", Text("没有写会议室。", "no room is given."))
    users = entry.words("users")
    if [key(word) for word in users] in (["不限"], ["全部"], ["all"], ["所有单位"]):
        users = ()
    capacity = _capacity(entry)
    if ident and not capacity and not entry.bad & {"capacity", *LAYOUTS}:
        entry.doubt(
            "capacity",
            Text(f"会议室“{ident}”没有容量，用不上。", f"the room {ident!r} has no capacity."),
            Text("请写人数，或各种布置的人数。", "Give the number of people, or one per layout."),
        )
    return Room(
        id=ident,
        title=Text(title, entry.text("title_en") or title),
        building=entry.text("building"),
        building_en=entry.text("building_en"),
        floor=entry.text("floor"),
        capacity=capacity,
        equipment=frozenset(entry.words("equipment")),
        open=_open(entry),
        closed=entry.spans("closed", calendar),
        users=_users(entry, users, selectors),
        standing=entry.whole("standing", least=1),
        beside=entry.words("beside"),
        note=entry.text("note"),
        where=entry.place,
    )


def _capacity(entry: Entry) -> dict[str, int]:
    """Read ``60``, ``课桌式60、剧院式120``, ``{theatre = 120}``, and the columns of layouts."""
    found: dict[str, int] = {}
    value = entry.values.get("capacity")
    wanted = Text(
        "应为人数，如 60，或 剧院式120、课桌式60。",
        "Expected a number of people, such as 60, or theatre 120, classroom 60.",
    )
    if isinstance(value, Mapping):
        for name, number in value.items():
            if type(number) is not int or number < 1:
                entry.wrong("capacity", wanted)
            else:
                found[layout_of(clean(str(name)))] = number
    elif isinstance(value, str):
        for word in entry.words("capacity"):
            match = _CAPACITY.fullmatch(code(word))
            if match is None:
                entry.wrong("capacity", wanted)
            else:
                found[layout_of(clean(match[1]))] = int(match[2])
    elif value is not None:
        number = entry.whole("capacity", least=1)
        found |= {"": number} if number else {}
    for layout in LAYOUTS:
        if entry.has(layout):
            number = entry.whole(layout)
            found[layout] = number
    return {name: found[name] for name in sorted(found) if found[name] or "" in found}


def _open(entry: Entry) -> tuple[tuple[dt.time, dt.time], ...]:
    found: list[tuple[dt.time, dt.time]] = []
    for word in entry.words("open"):
        span = clock_span(word)
        if span is None:
            entry.wrong(
                "open", Text("应为 8:00-18:00 一类的时间。", "Expected hours such as 8:00-18:00.")
            )
            break
        found.append(span)
    return tuple(sorted(found))


def close(
    rooms: Sequence[Room], closed: Mapping[str, str], calendar: Calendar, entry: Entry
) -> tuple[Room, ...]:
    """Take rooms out of use that ``[booking]`` closes, beside what the sheet of rooms says."""
    names = RoomNames(rooms)
    more: dict[str, tuple[Span, ...]] = {}
    for word, words in closed.items():
        spans = entry.tried(bare(word), lambda w=words: calendar.spans(w))  # type: ignore[misc]
        for ident in names.find([word], entry, bare(word)):
            more[ident] = more.get(ident, ()) + (spans or ())
    return tuple(
        dataclasses.replace(room, closed=tuple(sorted({*room.closed, *more.get(room.id, ())})))
        for room in rooms
    )


def _users(entry: Entry, words: Sequence[str], selectors: Selectors) -> tuple[str, ...]:
    """Read who may use the room; a plain word is a unit."""
    found: list[str] = []
    for word in words:
        if ":" in code(word):
            found += selectors.read([word], entry.where("users"), entry.faults)
            continue
        if not selectors.knows_unit(word):
            entry.doubt(
                "users",
                Text(f"单位“{word}”不在名册中。", f"the unit {word!r} is not on the roster."),
                selectors.nearest_unit(word),
            )
        found.append(f"unit:{selectors.unit(word)}")
    return tuple(dict.fromkeys(found))


def _row(place: Where) -> tuple[str, str, int, int]:
    return place.file, place.sheet, place.row, place.line


def _other(place: Where | None) -> Text:
    if place is None:
        return NOTHING
    at = place.text()
    return joined(Text(f"另一处：{at.zh}。", f"The other: {at.en}."))


def capacity_faults(rooms: Sequence[Room], place: Where) -> list[Fault]:
    """Say that there are no rooms at all."""
    if rooms:
        return []
    message = Text("没有会议室。", "there are no rooms.")
    advice = Text(
        "请在 meetings.xlsx 的“会议室”工作表中填写，或写 [[room]]。",
        "Fill in the sheet 'rooms' of meetings.xlsx, or write [[room]].",
    )
    return [Fault(where=place, message=message, advice=advice)]
