"""Books of booked meetings: a sample's week, placed by the greedy hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from seating.facts.book import Book, BookBooking
from seating.facts.booking import BookingPlan, Rebooked
from seating.facts.event import Event
from seating.facts.plan import Plan
from seating.reading.event import read_event

from .greedy import Greedy

SAMPLES = Path(__file__).resolve().parents[3] / "samples"


def book_of(
    event: Event,
    plan: BookingPlan | None = None,
    changes: tuple[Rebooked, ...] = (),
    seed: int = 1,
    tries: int = 1,
) -> Book:
    """Return a book of an event whose meetings are placed."""
    greedy = Greedy(event)
    plan = plan or greedy.book(seed=seed, tries=tries)
    rank = {p.id: (p.rank or 99, p.id) for p in event.people}
    booking = BookBooking(
        spec=greedy.spec,
        plan=plan,
        required=greedy.required,
        preferred=greedy.preferred,
        parts=greedy.parts,
        changes=changes,
    )
    return Book(
        event=event,
        people={p.id: p for p in event.people},
        units={u.name: u for u in event.units},
        order=tuple(sorted(rank, key=lambda i: rank[i])),
        sittings={},
        plan=Plan(event=event.id, version=1, digest="", booking=plan),
        folder=event.folder,
        booking=booking,
    )


@cache
def city_week() -> Book:
    """Return the week of the invented city."""
    return book_of(read_event(SAMPLES / "city-week"))


@cache
def overbooked() -> Book:
    """Return the day on which not everything fits."""
    return book_of(read_event(SAMPLES / "overbooked"))
