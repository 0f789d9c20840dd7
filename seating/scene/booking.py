"""Make the booking of an event ready: people, starts, rights, rules (统筹场景构建)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from seating.bookings.registry import booking_kind_name, booking_kinds
from seating.facts.booking import BookingSpec, Leave, Meeting, Room, Span
from seating.facts.booking_rule import BookingRule, BookingScene
from seating.facts.event import Event
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.people import Person
from seating.facts.text import Text
from seating.scene.booking_bind import bind_booking
from seating.scene.booking_count import count_booking
from seating.scene.select import UnknownNameError, select

DAY = 24 * 60


@dataclass(frozen=True, kw_only=True)
class PreparedBooking:
    """A booking ready to be planned.

    Attributes:
        counting: why not everything can be held, found by counting; empty = nothing found.
        doubts: remarks for the user.
    """

    scene: BookingScene
    rules: tuple[BookingRule, ...]
    counting: tuple[Text, ...] = ()
    doubts: tuple[Fault, ...] = ()


def build_booking(event: Event) -> PreparedBooking | None:
    """Resolve every name and rule of what is to be booked; ``None`` if there is nothing.

    Raises:
        BadInputError: unknown names, kinds or parameters; all of them at once.
    """
    spec = event.booking
    if spec is None or not spec.meetings or not spec.rooms or not spec.days:
        return None
    names = _Names(event)
    meetings = tuple(sorted(spec.meetings, key=lambda m: m.id))
    required: dict[str, tuple[str, ...]] = {}
    preferred: dict[str, tuple[str, ...]] = {}
    seat: dict[str, dict[str, int]] = {}
    for meeting in meetings:
        where = meeting.where or Where(file="event.toml", key=f"meeting.{meeting.id}")
        must = names.people(meeting.required, where, "required")
        may = names.people(meeting.preferred, where, "preferred")
        seats = seat.setdefault(meeting.id, {})
        for number, part in enumerate(meeting.parts):
            inside = names.people(part.who, where, "who")
            seats.update((p, number) for p in inside if p not in seats)
            must += tuple(p for p in inside if p not in may and p not in must)
        required[meeting.id] = must
        preferred[meeting.id] = tuple(p for p in may if p not in must)
    units, users = _users(spec.rooms, event, names)
    leaves = _leaves(spec.leaves, names)
    if names.faults:
        raise BadInputError(names.faults)
    everybody = {p for m in meetings for p in (*required[m.id], *preferred[m.id])}
    scene = BookingScene(
        spec=spec,
        meetings=meetings,
        rooms=tuple(sorted(spec.rooms, key=lambda r: r.id)),
        people={p.id: p for p in sorted(event.people, key=lambda p: p.id) if p.id in everybody},
        required=required,
        preferred=preferred,
        seat=seat,
        numbers={m.id: _numbers(m, required, preferred, seat) for m in meetings},
        starts={m.id: tuple(_starts(spec, m)) for m in meetings},
        unit_users=units,
        people_users=users,
        leaves={p: spans for p, spans in leaves.items() if p in everybody},
    )
    bound = bind_booking(event, scene)
    return PreparedBooking(
        scene=scene,
        rules=bound.rules,
        counting=count_booking(scene, bound.rules),
        doubts=(*names.doubts(), *bound.doubts),
    )


def without_booking(event: Event) -> list[Fault]:
    """Doubt rules of booking in an event that has nothing to be booked."""
    return [
        Fault(
            where=rule.where or Where(file="event.toml", key=f"rule.{rule.id}"),
            message=Text(
                f"规则“{rule.id}”是会议室统筹的规则，而本活动没有要统筹的会议",
                f"rule {rule.id!r} is about booking, and there is nothing to be booked",
            ),
            severity="doubt",
        )
        for rule in event.rules
        if booking_kind_name(rule.kind) in booking_kinds()
    ]


class _Names:
    """Looks people up; the absent are left out and remembered."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.faults: list[Fault] = []
        self.absent = {p.id: p for p in event.people if p.absent}
        self._wanted: dict[str, tuple[Person, Where]] = {}

    def people(self, selectors: Sequence[str], where: Where, key: str) -> tuple[str, ...]:
        if not selectors:
            return ()
        try:
            found = select(self.event.people, selectors, self.event.units)
        except UnknownNameError as unknown:
            here = where if where.column else dataclasses.replace(where, key=f"{where.key}.{key}")
            self.faults.append(Fault(where=here, message=unknown.message, advice=unknown.advice))
            return ()
        for person in found:
            if person in self.absent and person not in self._wanted:
                self._wanted[person] = (self.absent[person], where)
        return tuple(p for p in found if p not in self.absent)

    def doubts(self) -> list[Fault]:
        """Say who is absent altogether though wanted somewhere."""
        return [
            Fault(
                where=where,
                message=Text(
                    f"{person.name}在名册上请假，不计入各会议的参会人员",
                    f"{person.name} is absent on the roster and is not counted in any meeting",
                ),
                severity="doubt",
            )
            for _, (person, where) in sorted(self._wanted.items())
        ]


def _starts(spec: BookingSpec, meeting: Meeting) -> Iterable[int]:
    """Return when a meeting may begin so that it lies whole within the booking's hours.

    A beginning fixed by hand counts even outside of them.
    """
    first = min(spec.days)
    found: set[int] = set()
    for date in spec.days:
        midnight = (date - first).days * DAY
        for opens, closes in spec.hours:
            begin, end = opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute
            begin = -(-begin // spec.grain) * spec.grain
            found.update(
                midnight + minute for minute in range(begin, end - meeting.minutes + 1, spec.grain)
            )
    if meeting.start is not None:
        days = (meeting.start.date() - first).days
        found.add(days * DAY + meeting.start.hour * 60 + meeting.start.minute)
    return sorted(found)


def _numbers(
    meeting: Meeting,
    required: Mapping[str, tuple[str, ...]],
    preferred: Mapping[str, tuple[str, ...]],
    seat: Mapping[str, Mapping[str, int]],
) -> tuple[int, ...]:
    """Return the people expected in each part: as written, else those known by name."""
    known = [0] * len(meeting.parts)
    for person in (*required[meeting.id], *preferred[meeting.id]):
        known[seat[meeting.id].get(person, 0)] += 1
    return tuple(
        max(1, part.number or number) for part, number in zip(meeting.parts, known, strict=True)
    )


def _users(
    rooms: Sequence[Room], event: Event, names: _Names
) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Split the users of rooms into units that hold meetings and people who attend."""
    full = {u.short: u.name for u in event.units if u.short}
    units: dict[str, frozenset[str]] = {}
    people: dict[str, frozenset[str]] = {}
    for room in rooms:
        if not room.users:
            continue
        where = room.where or Where(file="event.toml", key=f"room.{room.id}")
        named = [s.partition(":")[2].strip() for s in room.users if s.startswith("unit:")]
        units[room.id] = frozenset({*named, *(full.get(n, n) for n in named)})
        others = [s for s in room.users if not s.startswith("unit:")]
        people[room.id] = frozenset(names.people(others, where, "users"))
    return units, people


def _leaves(leaves: Sequence[Leave], names: _Names) -> dict[str, tuple[Span, ...]]:
    found: dict[str, set[Span]] = {}
    for leave in leaves:
        where = leave.where or Where(file="event.toml", key="leave")
        for person in names.people((leave.who,), where, "who"):
            found.setdefault(person, set()).add(leave.span)
    return {person: tuple(sorted(spans)) for person, spans in sorted(found.items())}
