"""Minutes as grains, for problems of numbers (分钟与时格).

Of the nights only as much is kept as the rules look across.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd

from seating.facts.booking_rule import BookingScene
from seating.solving.booking import ask as terms
from seating.solving.booking.ask import Clause
from seating.solving.booking.narrow import Choices

DAY = 24 * 60
FINEST = 5  # minutes; with finer grains there are too many places to price them all
ENDLESS = 10**6  # minutes; a lag beyond has no end


class Calendar:
    """The grains of some meetings.

    Args:
        scene: the booking.
        choices: starts of the meetings that take part.
        clauses: all clauses, for how far they look.
    """

    def __init__(self, scene: BookingScene, choices: Choices, clauses: Sequence[Clause]) -> None:
        used = [(scene.by_id[m], starts) for m, starts in choices.starts.items()]
        found = [
            n
            for m, starts in used
            for n in (m.minutes, m.setup, m.clear, *(s % DAY for s in starts))
        ]
        self.unit = gcd(*found) if found else 0
        every = [t for c in clauses for t in simple(c.amount)]
        clock = [
            n
            for m, starts in used
            for s in starts
            for n in (s % DAY - m.setup, s % DAY + m.minutes + m.clear)
        ]
        for term in every:
            if isinstance(term, terms.Crowded):
                clock += [n % DAY for stretch in term.stretches for n in stretch]
        self.low, high = min(clock, default=0), max(clock, default=0)
        self.low -= self.low % (self.unit or 1)
        days = sorted({s // DAY for _, starts in used for s in starts})
        self.days = {day: number for number, day in enumerate(days)}
        pause = 0
        for term in every:
            if isinstance(term, terms.Lag):
                a, b = scene.by_id[term.a], scene.by_id[term.b]
                ends = (term.high - a.minutes, -term.low - b.minutes)
                pause = max(pause, *(n for n in (*ends, 0) if n < ENDLESS))
        night = max(self.unit, min(pause + self.unit, DAY - (high - self.low)))
        self.width = -(-(high - self.low + night) // self.unit) if self.unit else 0

    @property
    def fine(self) -> bool:
        """Whether the grains are too small to be of use."""
        return self.unit < FINEST or not self.days

    def grain(self, minute: int) -> int:
        """Return the grain of a minute on one of the days; inside a grain, its beginning."""
        return self.days[minute // DAY] * self.width + (minute % DAY - self.low) // self.unit

    def minute(self, grain: int) -> int:
        """Return the minute at which a grain begins."""
        day = next(d for d, number in self.days.items() if number == grain // self.width)
        return day * DAY + self.low + grain % self.width * self.unit


def simple(amount: object) -> Iterator[object]:
    """Yield the terms inside an amount."""
    if isinstance(amount, terms.Sum):
        for _, term in amount.parts:
            yield from simple(term)
    elif isinstance(amount, terms.All | terms.Either):
        for term in amount.terms:
            yield from simple(term)
    elif isinstance(amount, terms.Steps):
        yield from simple(amount.term)
    else:
        yield amount
