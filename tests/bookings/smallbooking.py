"""Small bookings in which every choice can be looked at."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from seating.bookings.registry import booking_kinds
from seating.checking.booking import verify_booking
from seating.facts.booking import (
    PRIORITIES,
    BookingSpec,
    Leave,
    Meeting,
    Part,
    Room,
    Slot,
    Span,
    Walk,
)
from seating.facts.booking_rule import BookingRule, BookingScene
from seating.facts.event import Event, PrecedenceSpec
from seating.facts.people import Person
from seating.facts.rule import RuleSpec
from seating.facts.text import plain
from seating.scene.booking import build_booking

MONDAY = dt.date(2026, 12, 7)
TUESDAY = dt.date(2026, 12, 8)


def at(clock: str, day: dt.date = MONDAY) -> dt.datetime:
    """Return a moment: ``at("9:30")``."""
    hour, minute = clock.split(":")
    return dt.datetime.combine(day, dt.time(int(hour), int(minute)))


def span(begin: str, end: str, day: dt.date = MONDAY) -> Span:
    return Span(start=at(begin, day), end=at(end, day))


def hours(*pairs: str) -> tuple[tuple[dt.time, dt.time], ...]:
    """Return clock times: ``hours("9:00-12:00")``."""
    return tuple((at(pair.split("-")[0]).time(), at(pair.split("-")[1]).time()) for pair in pairs)


def room(ident: str, holds: int | Mapping[str, int] = 20, **more: Any) -> Room:
    capacity = {"": holds} if isinstance(holds, int) else holds
    return Room(id=ident, title=plain(f"room {ident}"), capacity=capacity, **more)


def part(number: int = 0, **more: Any) -> Part:
    more["equipment"] = frozenset(more.get("equipment", ()))
    return Part(number=number, **more)


def meeting(ident: str, minutes: int = 60, number: int = 0, who: str = "", **more: Any) -> Meeting:
    """Return a meeting; ``who`` names people by single letters, capitals are preferred."""
    more.setdefault("parts", (part(number),))
    more.setdefault("required", tuple(c for c in who if c.islower()))
    more.setdefault("preferred", tuple(c.lower() for c in who if c.isupper()))
    return Meeting(id=ident, title=plain(f"meeting {ident}"), minutes=minutes, **more)


def leave(who: str, begin: str, end: str, day: dt.date = MONDAY) -> Leave:
    return Leave(who=who, span=span(begin, end, day))


def walk(a: str, b: str, minutes: int) -> Walk:
    return Walk(a=a, b=b, minutes=minutes)


def spec_of(
    meetings: Sequence[Meeting],
    rooms: Sequence[Room],
    open_hours: str | Sequence[str] = "9:00-11:00",
    grain: int = 30,
    days: Sequence[dt.date] = (MONDAY,),
    **more: Any,
) -> BookingSpec:
    pairs = (open_hours,) if isinstance(open_hours, str) else tuple(open_hours)
    return BookingSpec(
        days=tuple(days),
        hours=hours(*pairs),
        grain=grain,
        rooms=tuple(rooms),
        meetings=tuple(meetings),
        **more,
    )


def rule(kind: str, level: str = "must", weight: int = 1, ident: str = "", **told: Any) -> RuleSpec:
    return RuleSpec(
        id=ident or kind,
        kind=kind,
        level=level,  # type: ignore[arg-type]
        weight=weight,
        parameters=told,
    )


def event_of(spec: BookingSpec, rules: Sequence[RuleSpec] = (), people: str = "") -> Event:
    """Return an event with people ``a``, ``b`` … as they are named in the meetings."""
    names = {
        s
        for m in spec.meetings
        for s in (*m.required, *m.preferred, *(w for p in m.parts for w in p.who))
        if ":" not in s
    }
    everybody = sorted(names | set(people) | {x.who for x in spec.leaves})
    return Event(
        id="small",
        title=plain("small"),
        organiser=plain(""),
        start=None,
        end=None,
        place=plain(""),
        language="zh",
        convention="cn-domestic",
        version=1,
        people=tuple(Person(id=p, name=p.upper()) for p in everybody),
        units=(),
        sittings=(),
        rules=tuple(rules),
        precedence=PrecedenceSpec(),
        booking=spec,
    )


def scene_of(spec: BookingSpec, **more: Any) -> BookingScene:
    prepared = build_booking(event_of(spec))
    assert prepared is not None
    return dataclasses.replace(prepared.scene, **more)


def make(kind: str, scene: BookingScene, **told: Any) -> Any:
    """Return a kind with everybody as ``who`` unless told otherwise."""
    cls = booking_kinds()[kind]
    names = {f.name for f in dataclasses.fields(cls)}
    if "who" in names:
        told.setdefault("who", tuple(scene.people))
    return cls(**told)


def bound(kind: Any, level: str = "must", weight: int = 1, ident: str = "") -> BookingRule:
    return BookingRule(
        spec=RuleSpec(id=ident or kind.kind, kind=kind.kind),
        level=level,  # type: ignore[arg-type]
        weight=weight,
        kind=kind,
    )


def choices_of(scene: BookingScene, ident: str) -> list[Slot]:
    """Return every slot that a meeting could have at all."""
    wanted = scene.by_id[ident]
    rooms = [r.id for r in scene.rooms]
    found = []
    for minute in scene.starts[ident]:
        for chosen in product(rooms, repeat=len(wanted.parts)):
            begin = scene.moment(minute)
            end = begin + dt.timedelta(minutes=wanted.minutes)
            found.append(Slot(meeting=ident, start=begin, end=end, rooms=chosen))
    return found


def bookings(scene: BookingScene, *, optional: bool = False) -> Iterator[dict[str, Slot]]:
    """Yield every booking; with ``optional``, those that leave meetings out too."""
    names = [m.id for m in scene.meetings]
    every = [[*choices_of(scene, m), *([None] if optional else [])] for m in names]
    for chosen in product(*every):
        yield {m: slot for m, slot in zip(names, chosen, strict=True) if slot is not None}


def random_spec(
    seed: int, meetings: int = 3, rooms: int = 2, *, tight: bool = False
) -> BookingSpec:
    """Return a small booking with something of everything, the same for the same seed."""
    rng = random.Random(seed)
    names = [str(n + 1) for n in range(meetings)]
    asked = []
    for n, name in enumerate(names):
        who = rng.sample("abc", rng.randint(0, 2))
        asked.append(
            meeting(
                name,
                rng.choice((60, 90) if tight else (30, 60)),
                rng.choice((4, 8, 15)),
                "".join(rng.choice((c, c.upper())) for c in who),
                priority=rng.choice(("urgent", "important", "grand", "ordinary", "ordinary")),
                setup=rng.choice((0, 0, 15, 30)),
                kit={"tv": 1} if rng.random() < 0.5 else {},
                wishes=("R2",) if rng.random() < 0.3 else (),
                confidential=rng.random() < 0.2,
                windows=(span("9:00", "10:00"),) if rng.random() < 0.25 else (),
                after=(rng.choice(names[:n]),) if n and rng.random() < 0.25 else (),
            )
        )
    there = [
        room(
            f"R{n + 1}",
            rng.choice((8, 10, 20)),
            building=rng.choice("PQ"),
            standing=rng.randint(0, 2),
            beside=("R1",) if n else (),
            closed=(span("10:00", "10:30"),) if rng.random() < 0.2 else (),
        )
        for n in range(rooms)
    ]
    leaves = (leave(rng.choice("abc"), "9:00", "9:45"),) if rng.random() < 0.4 else ()
    return spec_of(asked, there, "9:00-11:00", leaves=leaves, kit={"tv": 1})


def best(scene: BookingScene, rules: Sequence[BookingRule]) -> tuple[int, ...]:
    """Return the values of the best booking, found by looking at all of them.

    First the number left out in each class, the highest first; then should, keep, prefer.
    """
    strict = [r for r in rules if r.level == "must"]
    found: tuple[int, ...] | None = None
    for slots in bookings(scene, optional=True):
        out = [m for m in scene.meetings if m.id not in slots]
        left = tuple(sum(m.priority == p for m in out) for p in PRIORITIES)
        if found is not None and left > found[: len(left)]:
            continue
        if any(True for r in strict for _ in r.kind.check(scene, slots)):
            continue
        totals = verify_booking(scene, rules, slots).totals
        values = (*left, totals["should"], totals["keep"], totals["prefer"])
        found = values if found is None else min(found, values)
    assert found is not None
    return found
