"""Books a week by hand, meeting after meeting, so that documents can be drawn without a solver."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Sequence

from seating.facts.booking import (
    BookingPlan,
    BookingSpec,
    Meeting,
    Part,
    Room,
    Slot,
    Span,
    Unplaced,
)
from seating.facts.event import Event
from seating.facts.text import Text
from seating.reading.booking.selectors import Selectors


def minutes(number: int) -> dt.timedelta:
    return dt.timedelta(minutes=number)


class Greedy:
    """Places the meetings in some order, each at the first place where nothing is in its way."""

    def __init__(self, event: Event) -> None:
        assert event.booking is not None
        self.event, self.spec = event, event.booking
        self.selectors = Selectors(event.people, event.units)
        self.rooms = {room.id: room for room in self.spec.rooms}
        self.meetings = {m.id: m for m in self.spec.meetings}
        self.required = {m.id: self.people(m.required) for m in self.spec.meetings}
        self.preferred = {m.id: self.people(m.preferred) for m in self.spec.meetings}
        self.parts = {m.id: tuple(self.people(p.who) for p in m.parts) for m in self.spec.meetings}

    def people(self, selectors: Sequence[str]) -> tuple[str, ...]:
        every = (pid for s in selectors for pid in self.selectors.ids(s))
        return tuple(dict.fromkeys(every))

    def book(self, seed: int = 0, tries: int = 40) -> BookingPlan:
        """Try several orders and keep the plan that leaves the fewest meetings out."""
        chance = random.Random(seed)
        best: dict[str, Slot] = {}
        hard = {m.id: 0.0 for m in self.spec.meetings}
        for _ in range(tries):
            order = sorted(
                self.spec.meetings,
                key=lambda m: (
                    m.start is None,
                    -hard[m.id],
                    len(self.windows(m)),
                    -len(self.required[m.id]),
                    chance.random(),
                ),
            )
            slots = self.attempt(order)
            for meeting in self.spec.meetings:
                hard[meeting.id] += meeting.id not in slots
            if len(slots) > len(best):
                best = slots
            if len(best) == len(self.meetings):
                break
        reason = (Text("找不到空闲的时间和会议室", "no time and room are free"),)
        return BookingPlan(
            slots=dict(sorted(best.items())),
            unplaced=tuple(
                Unplaced(meeting=i, reasons=reason) for i in sorted(self.meetings) if i not in best
            ),
        )

    def attempt(self, order: Sequence[Meeting]) -> dict[str, Slot]:
        slots: dict[str, Slot] = {}
        waiting = list(order)
        while waiting:
            ready = next((m for m in waiting if all(a in slots for a in m.after)), None)
            if ready is None:
                return slots
            waiting.remove(ready)
            found = next(self.places(ready, slots), None)
            if found is not None:
                slots[ready.id] = found
        return slots

    def windows(self, meeting: Meeting) -> list[dt.datetime]:
        """Return every beginning that the meeting itself allows."""
        length = minutes(-(-meeting.minutes // self.spec.grain) * self.spec.grain)
        found = []
        for day, (begin, end) in itertools.product(self.spec.days, self.spec.hours):
            start = dt.datetime.combine(day, begin)
            while start + length <= dt.datetime.combine(day, end):
                inside = not meeting.windows or any(
                    w.start <= start and start + length <= w.end for w in meeting.windows
                )
                if inside and meeting.start in (None, start):
                    found.append(start)
                start += minutes(self.spec.grain)
        return found

    def places(self, meeting: Meeting, slots: dict[str, Slot]):  # type: ignore[no-untyped-def]
        length = minutes(-(-meeting.minutes // self.spec.grain) * self.spec.grain)
        for start in self.windows(meeting):
            span = Span(start=start, end=start + length)
            for a in meeting.after:
                if slots[a].end + minutes(meeting.gap) > start:
                    break
            else:
                if any(slots[o].start.date() == start.date() for o in self.apart(meeting, slots)):
                    continue
                if not self.kit_free(meeting, span, slots):
                    continue
                for rooms in self.choices(meeting, span, slots):
                    if self.all_free(meeting, span, rooms, slots):
                        yield Slot(meeting=meeting.id, start=start, end=span.end, rooms=rooms)

    def apart(self, meeting: Meeting, slots: dict[str, Slot]) -> list[str]:
        """Return the meetings placed already that must be on another day."""
        return [
            other
            for other in slots
            if other in meeting.other_day or meeting.id in self.meetings[other].other_day
        ]

    def kit_free(self, meeting: Meeting, span: Span, slots: dict[str, Slot]) -> bool:
        for name, number in meeting.kit.items():
            taken = sum(
                self.meetings[i].kit.get(name, 0) for i, s in slots.items() if s.span.meets(span)
            )
            if taken + number > self.spec.kit[name]:
                return False
        return True

    def choices(self, meeting: Meeting, span: Span, slots: dict[str, Slot]):  # type: ignore[no-untyped-def]
        """Return rooms for all parts, the smallest that will do first."""
        whole = Span(
            start=span.start - minutes(meeting.setup), end=span.end + minutes(meeting.clear)
        )
        options = []
        for part in meeting.parts:
            fitting = [
                r for r in self.spec.rooms if self.fits(meeting, part, r, whole, span, slots)
            ]
            fitting.sort(
                key=lambda r, p=part: (r.id not in meeting.wishes, r.holds(p.layout), r.id)
            )
            options.append([r.id for r in fitting])
        for chosen in itertools.islice(itertools.product(*options), 60):
            if len(set(chosen)) == len(chosen):
                yield chosen

    def fits(
        self,
        meeting: Meeting,
        part: Part,
        room: Room,
        whole: Span,
        span: Span,
        slots: dict[str, Slot],
    ) -> bool:
        if part.rooms and room.id not in part.rooms:
            return False
        if room.holds(part.layout) < max(part.number, 1) or not part.equipment <= room.equipment:
            return False
        if room.users and f"unit:{meeting.unit}" not in room.users:
            return False
        if any(closed.meets(whole) for closed in room.closed):
            return False
        beside = {*room.beside, *(r.id for r in self.spec.rooms if room.id in r.beside)}
        for ident, slot in slots.items():
            other = self.meetings[ident]
            busy = Span(
                start=slot.start - minutes(other.setup), end=slot.end + minutes(other.clear)
            )
            if room.id in slot.rooms and busy.meets(whole):
                return False
            quiet = meeting.confidential or other.confidential
            if quiet and beside & set(slot.rooms) and slot.span.meets(span):
                return False
        return True

    def attending(self, ident: str) -> dict[str, int]:
        """Return the part in which each of those required sits."""
        found = dict.fromkeys(self.required[ident], 0)
        for number, people in enumerate(self.parts[ident]):
            found |= dict.fromkeys(people, number)
        return found

    def all_free(
        self, meeting: Meeting, span: Span, rooms: Sequence[str], slots: dict[str, Slot]
    ) -> bool:
        mine = self.attending(meeting.id)
        for leave in self.spec.leaves:
            if leave.who in mine and leave.span.meets(span):
                return False
        for ident, slot in slots.items():
            if slot.start.date() != span.start.date():
                continue
            theirs = self.attending(ident)
            for who in mine.keys() & theirs.keys():
                walk = self.spec.walking(
                    self.rooms[rooms[mine[who]]].building,
                    self.rooms[slot.rooms[theirs[who]]].building,
                )
                walk = -(-walk // self.spec.grain) * self.spec.grain
                if slot.start - minutes(walk) < span.end and span.start < slot.end + minutes(walk):
                    return False
        return True


def load(spec: BookingSpec, plan: BookingPlan) -> dict[str, float]:
    """Return which share of its open hours each room is taken."""
    hours = sum(
        (dt.datetime.combine(day, b) - dt.datetime.combine(day, a)).total_seconds()
        for day in spec.days
        for a, b in spec.hours
    )
    meetings = {m.id: m for m in spec.meetings}
    return {
        room.id: sum(
            (s.end - s.start + minutes(meetings[i].setup + meetings[i].clear)).total_seconds()
            for i, s in plan.slots.items()
            if room.id in s.rooms
        )
        / hours
        for room in spec.rooms
    }
