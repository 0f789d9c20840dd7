"""Meetings to be booked into rooms and times (会议室统筹): what is asked for and what came of it.

Times are local, without a zone, as the office writes them; spans are half open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from seating.facts.fault import Where
from seating.facts.plan import Finding, LevelResult
from seating.facts.text import NOTHING, Text

Priority = Literal["fixed", "urgent", "important", "grand", "ordinary"]
PRIORITIES: tuple[Priority, ...] = ("fixed", "urgent", "important", "grand", "ordinary")
PRIORITY_TITLES: dict[Priority, Text] = {
    "fixed": Text("特事", "fixed by hand"),
    "urgent": Text("紧事", "urgent"),
    "important": Text("要事", "important"),
    "grand": Text("大事", "grand"),
    "ordinary": Text("一般", "ordinary"),
}


# How a room is laid out (布置); users may have further words of their own.
LAYOUTS: dict[str, Text] = {
    "theatre": Text("剧院式", "theatre"),
    "classroom": Text("课桌式", "classroom"),
    "table": Text("会议桌式", "table"),
    "u-shape": Text("U形", "U-shape"),
    "square": Text("回字形", "hollow square"),
    "banquet": Text("宴会式", "banquet"),
}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of time from ``start`` up to, but not including, ``end``."""

    start: dt.datetime
    end: dt.datetime

    def meets(self, other: Span) -> bool:
        """Whether the two share any time."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A meeting room (会议室).

    Attributes:
        capacity: people by layout (``theatre``, ``classroom``, ``table`` …); ``""`` holds for
            every layout that is not named.
        equipment: what is fixed in the room.
        open: clock times between which it may be used, the booking's hours when empty.
        closed: when it cannot be used (停用).
        users: selectors of those who may use it (``unit:…``); empty = everybody.
        standing: 档次, 1 = best; 0 = none given.
        beside: ids of rooms next door, in either direction.
    """

    id: str
    title: Text
    building: str = ""
    building_en: str = ""
    floor: str = ""
    capacity: Mapping[str, int] = field(default_factory=dict)
    equipment: frozenset[str] = frozenset()
    open: tuple[tuple[dt.time, dt.time], ...] = ()
    closed: tuple[Span, ...] = ()
    users: tuple[str, ...] = ()
    standing: int = 0
    beside: tuple[str, ...] = ()
    note: str = ""
    where: Where | None = None

    def holds(self, layout: str) -> int:
        """How many people it holds in a layout; 0 = it cannot be laid out so."""
        return self.capacity.get(layout, self.capacity.get("", 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a meeting with a room of its own (主会场、分会场、分组).

    Attributes:
        id: unique inside the meeting; ``""`` for a meeting that has only one part.
        number: people expected.
        who: selectors of the people who sit in this part (分组名单); empty = not said.
        rooms: ids of the only rooms it may have; empty = any.
    """

    id: str = ""
    title: Text = NOTHING
    number: int = 0
    layout: str = ""
    equipment: frozenset[str] = frozenset()
    who: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting that asks for a room and a time (会议申请).

    Attributes:
        minutes: how long it lasts; ``setup`` and ``clear`` minutes before and after occupy
            the room, not the people.
        unit: the unit that holds it (承办单位).
        required, preferred: selectors of the people who must, and who should, attend.
        parts: the main hall first; all parts take place at the same time.
        kit: how many of each movable thing it needs, by name.
        start: the fixed beginning, if there is one.
        windows: where else it may take place, whole; empty = at any time of the booking.
        wishes: ids of the rooms it would like best.
        after: ids of meetings that must have ended ``gap`` minutes before it begins.
        other_day: ids of meetings held on another day.
        confidential: no other meeting next door at the same time (保密).
    """

    id: str
    title: Text
    minutes: int
    unit: str = ""
    priority: Priority = "ordinary"
    required: tuple[str, ...] = ()
    preferred: tuple[str, ...] = ()
    parts: tuple[Part, ...] = (Part(),)
    kit: Mapping[str, int] = field(default_factory=dict)
    start: dt.datetime | None = None
    windows: tuple[Span, ...] = ()
    wishes: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    gap: int = 0
    other_day: tuple[str, ...] = ()
    setup: int = 0
    clear: int = 0
    confidential: bool = False
    contact: str = ""
    agenda: tuple[str, ...] = ()
    agenda_en: tuple[str, ...] = ()
    note: str = ""
    where: Where | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """When a person cannot attend (请假、外出)."""

    who: str
    span: Span
    reason: str = ""
    reason_en: str = ""
    where: Where | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Walking time between two buildings, in minutes, either way (楼间步行时间)."""

    a: str
    b: str
    minutes: int


@dataclass(frozen=True, kw_only=True)
class BookingSpec:
    """Everything of an event that is to be booked.

    Attributes:
        days: the days on which meetings may take place.
        hours: clock times between which meetings may take place, e.g. morning and afternoon.
        grain: meetings begin on multiples of so many minutes after midnight; durations and
            walks are exact.
        walks: between buildings; ``walk`` minutes between any two that are not named.
        kit: how many of each movable thing there are (移动设备).
    """

    days: tuple[dt.date, ...]
    hours: tuple[tuple[dt.time, dt.time], ...]
    grain: int = 15
    rooms: tuple[Room, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    leaves: tuple[Leave, ...] = ()
    walks: tuple[Walk, ...] = ()
    walk: int = 10
    kit: Mapping[str, int] = field(default_factory=dict)

    def walking(self, a: str, b: str) -> int:
        """Minutes from one building to another."""
        if a == b:
            return 0
        named = (w.minutes for w in self.walks if {w.a, w.b} == {a, b})
        return next(named, self.walk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where and when a meeting takes place: its beginning, its end, a room for each part."""

    meeting: str
    start: dt.datetime
    end: dt.datetime
    rooms: tuple[str, ...]

    @property
    def span(self) -> Span:
        """The time that the people spend in it."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """Something booked elsewhere that nobody asked for here, but that takes a room (另有占用)."""

    title: str
    room: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A meeting without room and time, and why (候补)."""

    meeting: str
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebooked:
    """A meeting that differs between two plans; ``None`` = it had or has no slot."""

    meeting: str
    old: Slot | None
    new: Slot | None
    people: tuple[str, ...] = ()
    reasons: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BookingPlan:
    """The finished booking with its bill; meetings by id."""

    slots: Mapping[str, Slot]
    levels: tuple[LevelResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    stopped: bool = False
