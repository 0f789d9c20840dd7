"""Time to scale along a line, breaks between the hours drawn narrow (时间轴)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seating.facts.booking import Span

_BREAK = 0.35  # what lies outside the hours is drawn at this share of the scale
_LONG = 120  # minutes; no break is drawn longer


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a day in minutes after midnight, and where it lies in mm."""

    start: int
    end: int
    left: float
    right: float
    free: bool  # meetings may take place


@dataclass(frozen=True)
class Axis:
    """The stretches of a day from left to right."""

    stretches: tuple[Stretch, ...]

    def at(self, moment: dt.datetime, day: dt.date) -> float:
        """Return the place of a moment in mm; what lies outside the day is at its edge."""
        minute = int((moment - dt.datetime.combine(day, dt.time())).total_seconds() // 60)
        if minute <= self.stretches[0].start:
            return self.stretches[0].left
        for one in self.stretches:
            if minute <= one.end:
                share = (minute - one.start) / (one.end - one.start)
                return one.left + share * (one.right - one.left)
        return self.stretches[-1].right

    def hours(self) -> list[tuple[int, float]]:
        """Return every full hour, and every limit of the hours, with its place in mm."""
        found: dict[int, float] = {}
        for one in self.stretches:
            limits = {one.start, one.end} if one.free else set[int]()
            full = range(-(-one.start // 60) * 60, one.end + 1, 60) if one.free else ()
            for minute in sorted({*limits, *full}):
                share = (minute - one.start) / (one.end - one.start)
                found[minute] = one.left + share * (one.right - one.left)
        return sorted(found.items())


def axis_of(
    hours: Sequence[tuple[dt.time, dt.time]], used: Iterable[Span], left: float, right: float
) -> Axis:
    """Return the axis for days with these hours.

    Args:
        hours: when meetings may take place.
        used: whatever has to be seen, also before and after the hours.
        left: mm, where the day begins.
        right: mm, where it ends.
    """
    free = [(_minute(a), _minute(b)) for a, b in hours]
    first, last = free[0][0], free[-1][1]
    for span in used:
        midnight = dt.datetime.combine(span.start.date(), dt.time())
        first = min(first, int((span.start - midnight).total_seconds() // 60))
        last = max(last, min(24 * 60, -int((midnight - span.end).total_seconds() // 60)))
    first, last = first // 30 * 30, -(-last // 30) * 30
    pieces: list[tuple[int, int, float, bool]] = []
    at = first
    for start, end in free:
        if start > at:
            pieces.append((at, start, _narrow(start - at), False))
        pieces.append((start, end, float(end - start), True))
        at = end
    if last > at:
        pieces.append((at, last, _narrow(last - at), False))
    unit = (right - left) / sum(length for *_, length, _ in pieces)
    stretches = []
    x = left
    for start, end, length, open_ in pieces:
        stretches.append(Stretch(start, end, x, x + length * unit, open_))
        x += length * unit
    return Axis(tuple(stretches))


def _narrow(minutes: int) -> float:
    return _BREAK * min(minutes, _LONG)


def _minute(time: dt.time) -> int:
    # 24:00 is read as 23:59
    return 24 * 60 if time == dt.time(23, 59) else time.hour * 60 + time.minute
