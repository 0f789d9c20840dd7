"""World and parameters: the settings in which each kind of rule of booking is looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from smallbooking import (
    MONDAY,
    TUESDAY,
    at,
    leave,
    meeting,
    part,
    room,
    scene_of,
    span,
    spec_of,
    walk,
)

from seating.facts.booking import Slot
from seating.facts.booking_rule import BookingScene


def plain_() -> BookingScene:
    """Three meetings, two rooms; a is wanted in all of them."""
    meetings = [
        meeting("1", 60, 10, "ab", priority="urgent"),
        meeting("2", 60, 11, "aB", priority="grand", wishes=("X", "Y")),
        meeting("3", 30, 25, "bA", setup=30, clear=15, wishes=("Y",)),
    ]
    rooms = [room("X", 12, standing=1, beside=("Y",)), room("Y", 30)]
    return scene_of(spec_of(meetings, rooms))


def odd() -> BookingScene:
    """Odd durations, set-up and a walk that fit between the grains."""
    meetings = [
        meeting("1", 50, 8, "ab", clear=10),
        meeting("2", 40, 8, "aC", setup=20),
        meeting("3", 25, 8, "bac", setup=5, clear=5),
    ]
    rooms = [room("X", 8, building="P"), room("Y", 20, building="Q"), room("Z", 9, building="P")]
    spec = spec_of(meetings, rooms, "9:00-10:30", walks=(walk("P", "Q", 20),))
    return scene_of(spec)


def parts() -> BookingScene:
    """A meeting in two halls with people in each, and another one."""
    halls = (
        part(20, id="main", layout="theatre", equipment=("screen",), who=("a",)),
        part(9, id="branch", layout="table", rooms=("Y", "Z"), who=("b", "c")),
    )
    meetings = [
        meeting("1", 60, parts=halls, who="aD", confidential=True),
        meeting("2", 30, 5, "bd", confidential=True, setup=15),
    ]
    rooms = [
        room("X", {"theatre": 30, "table": 8}, building="P", equipment=frozenset({"screen"})),
        room("Y", {"": 10}, building="Q", beside=("X",)),
        room("Z", {"theatre": 10, "": 12}, building="P", beside=("Z",)),
    ]
    return scene_of(spec_of(meetings, rooms, "9:00-10:30", walks=(walk("P", "Q", 30),)))


def rights() -> BookingScene:
    """Rooms that are shut, kept for some, or fixed for a meeting."""
    meetings = [
        meeting(
            "1", 60, 4, "a", unit="U", parts=(part(4, rooms=("X",), equipment=("tv", "mike")),)
        ),
        meeting("2", 60, 4, "b", unit="V", setup=30),
        meeting("3", 30, 4, "c", clear=45, parts=(part(4, equipment=("tv",)),)),
    ]
    nine = (dt.time(9, 30), dt.time(11, 0))
    rooms = [
        room("X", users=("unit:U", "id:b"), open=(nine,), equipment=frozenset({"tv"})),
        room("Y", closed=(span("9:45", "10:00"),), users=("id:c",)),
        room("Z", open=((dt.time(8, 0), dt.time(10, 0)), (dt.time(10, 0), dt.time(12, 0)))),
    ]
    return scene_of(spec_of(meetings, rooms))


def days() -> BookingScene:
    """Two short days: fixed times, windows, order, other days, leave."""
    meetings = [
        meeting("1", 60, 4, "aB", start=at("9:00", TUESDAY), other_day=("2",)),
        meeting("2", 30, 4, "ba", windows=(span("9:00", "10:00"), span("9:30", "11:00", TUESDAY))),
        meeting("3", 30, 4, "bc", after=("2",), gap=30, other_day=("1",), priority="urgent"),
    ]
    leaves = (
        leave("a", "9:30", "10:30", TUESDAY),
        leave("b", "8:00", "9:30"),
        leave("b", "10:00", "10:15", TUESDAY),
    )
    return scene_of(
        spec_of(meetings, [room("X")], "9:00-10:30", days=(MONDAY, TUESDAY), leaves=leaves)
    )


def things() -> BookingScene:
    """Movable things, of which there are few."""
    meetings = [
        meeting("1", 60, kit={"tv": 1, "mike": 2}, clear=30),
        meeting("2", 60, kit={"tv": 2}, setup=15),
        meeting("3", 30, kit={"tv": 1, "flag": 1}),
    ]
    rooms = [room("X"), room("Y")]
    return scene_of(spec_of(meetings, rooms, "9:00-10:30", kit={"tv": 2, "mike": 5}))


def noon() -> BookingScene:
    """Meetings around the time to eat."""
    meetings = [
        meeting("1", 60, who="ab"),
        meeting("2", 90, who="aB"),
        meeting("3", 30, who="ab"),
    ]
    return scene_of(spec_of(meetings, [room("X")], "11:00-13:30"))


def moved() -> BookingScene:
    """There was an earlier plan: 4 is gone, room W is gone, 3 had only one hall."""
    meetings = [
        meeting("1", 60, 4, "abc", priority="important"),
        meeting("2", 60, 4, "A", priority="fixed"),
        meeting("3", 30, parts=(part(4), part(3, id="b"))),
    ]
    rooms = [room("X"), room("Y")]

    def slot(ident: str, clock: str, minutes: int, *where: str) -> Slot:
        end = at(clock) + dt.timedelta(minutes=minutes)
        return Slot(meeting=ident, start=at(clock), end=end, rooms=where)

    before = {
        "1": slot("1", "9:00", 60, "X"),
        "2": slot("2", "9:30", 60, "W"),
        "3": slot("3", "10:00", 30, "Y"),
        "4": slot("4", "9:00", 60, "Y"),
    }
    return scene_of(
        spec_of(meetings, rooms, "9:00-10:30"), before=before, lost_room=frozenset({"2"})
    )


WORLDS: dict[str, Callable[[], BookingScene]] = {
    "plain": plain_,
    "odd": odd,
    "parts": parts,
    "rights": rights,
    "days": days,
    "things": things,
    "noon": noon,
    "moved": moved,
}

Case = tuple[str, dict[str, Any]]

CASES: dict[str, list[Case]] = {
    "asked-room": [
        ("rights", {}),
        ("parts", {}),
        ("plain", {"meetings": ("1", "3"), "rooms": ("Y",)}),
        ("parts", {"rooms": ("X", "Y")}),
    ],
    "asked-time": [("days", {}), ("days", {"meetings": ("2", "3")}), ("plain", {})],
    "best-room": [
        ("plain", {}),
        ("plain", {"priorities": ("urgent", "ordinary")}),
        ("parts", {"priorities": ("ordinary",)}),
    ],
    "breathing-space": [
        ("odd", {}),
        ("plain", {"minutes": 31}),
        ("parts", {"minutes": 30, "who": ("b", "d")}),
        ("days", {"minutes": 1}),
    ],
    "confidential": [("parts", {}), ("plain", {}), ("rights", {})],
    "day-load": [
        ("noon", {"hours": 1}),
        ("noon", {"hours": 1, "attendance": "all"}),
        ("plain", {"hours": 2, "attendance": "all"}),
        ("days", {"hours": 1, "attendance": "all"}),
    ],
    "few-moves": [
        ("odd", {}),
        ("odd", {"within": 10, "per": "building"}),
        ("plain", {"within": 0}),
        ("parts", {"who": ("b", "d"), "within": 30}),
    ],
    "few-parallel": [
        ("plain", {"most": 1}),
        ("odd", {"most": 2}),
        ("things", {"most": 1, "meetings": ("1", "3")}),
    ],
    "fitting-room": [
        ("plain", {"spare": 0, "per": 1}),
        ("parts", {"spare": 20, "per": 3}),
        ("odd", {}),
    ],
    "keep-booking": [
        ("moved", {}),
        ("moved", {"time": 5, "room": 0}),
        ("moved", {"time": 0, "room": 2}),
        ("plain", {}),
    ],
    "kit-limit": [("things", {}), ("plain", {}), ("odd", {})],
    "meal-break": [
        ("noon", {}),
        ("noon", {"attendance": "all", "minutes": 60}),
        ("noon", {"earliest": dt.time(12, 0), "latest": dt.time(12, 30), "minutes": 30}),
        ("noon", {"minutes": 30, "latest": dt.time(12, 0), "attendance": "all"}),
    ],
    "meeting-order": [("days", {}), ("plain", {}), ("odd", {})],
    "not-moved": [
        ("moved", {}),
        ("moved", {"priorities": ("fixed",), "meetings": ("3",)}),
        ("plain", {}),
    ],
    "on-leave": [
        ("days", {}),
        ("days", {"attendance": "preferred"}),
        ("days", {"who": ("b",)}),
    ],
    "one-place": [
        ("plain", {}),
        ("plain", {"attendance": "preferred"}),
        ("odd", {}),
        ("odd", {"attendance": "preferred", "who": ("c", "a")}),
        ("parts", {"attendance": "required"}),
    ],
    "other-day": [("days", {}), ("plain", {}), ("odd", {})],
    "parts-apart": [("parts", {}), ("moved", {}), ("plain", {})],
    "parts-near": [("parts", {}), ("moved", {}), ("odd", {})],
    "room-equipment": [("rights", {}), ("parts", {}), ("plain", {})],
    "room-holds": [("plain", {}), ("parts", {}), ("odd", {})],
    "room-once": [("plain", {}), ("odd", {}), ("parts", {})],
    "room-open": [("rights", {}), ("plain", {}), ("parts", {})],
    "room-users": [("rights", {}), ("plain", {}), ("odd", {})],
    "sooner": [
        ("days", {"per": 30}),
        ("plain", {"per": 45}),
        ("days", {"priorities": ("urgent",), "per": 20}),
        ("noon", {}),
    ],
    "wished-room": [("plain", {}), ("odd", {}), ("parts", {})],
}
