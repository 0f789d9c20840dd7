"""Tables of leave, walking times and movable equipment (请假外出、楼间步行、移动设备)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from seating.facts.booking import Leave, Span, Walk
from seating.facts.text import Text
from seating.reading.booking.entry import Entry
from seating.reading.booking.selectors import Selectors
from seating.reading.booking.times import Calendar
from seating.reading.words import clean, key


def read_leaves(
    entries: Sequence[Entry], selectors: Selectors, calendar: Calendar
) -> tuple[Leave, ...]:
    """Read who is away and when, one entry for each person and stretch of time, sorted."""
    found: dict[tuple[str, Span], Leave] = {}
    for entry in entries:
        words = entry.words("who")
        if not words and "who" not in entry.bad:
            entry.fault("who", Text("没有写姓名。", "no name is given."))
        chosen = selectors.read(words, entry.where("who"), entry.faults)
        spans = _spans(entry, calendar)
        for pid in (pid for selector in chosen for pid in selectors.ids(selector)):
            for span in spans:
                leave = Leave(
                    who=pid,
                    span=span,
                    reason=entry.text("reason"),
                    reason_en=entry.text("reason_en"),
                    where=entry.place,
                )
                found.setdefault((pid, span), leave)
    return tuple(found[k] for k in sorted(found))


def _spans(entry: Entry, calendar: Calendar) -> tuple[Span, ...]:
    if entry.has("when"):
        if entry.has("start") or entry.has("end"):
            entry.fault(
                "when",
                Text("时间和起止时间只写一种。", "give either when, or start and end."),
            )
        return entry.spans("when", calendar)
    if not entry.has("start"):
        if not entry.bad & {"start", "when"}:
            entry.fault(
                "when",
                Text("没有写时间。", "no time is given."),
                Text("如 12月8日-12月9日、12月8日上午。", "For example 2026-12-08 9:00-12:00."),
            )
        return ()
    begins = _limit(entry, "start", calendar)
    ends = _limit(entry, "end" if entry.has("end") else "start", calendar)
    if begins is None or ends is None:
        return ()
    start, end = begins.start, ends.end
    if end <= start:
        entry.fault("end", Text("结束不晚于开始。", "ends before it begins."))
        return ()
    return (Span(start=start, end=end),)


def _limit(entry: Entry, field: str, calendar: Calendar) -> Span | None:
    """Read one limit: a whole day, half of one, or a moment."""
    value = entry.values[field]
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return Span(start=value.replace(tzinfo=None), end=value.replace(tzinfo=None))
    if isinstance(value, str):
        words = value
        try:
            day, time, _ = calendar.moment(words)
        except ValueError:
            day = time = None
        if day and time:
            moment = dt.datetime.combine(day, time)
            return Span(start=moment, end=moment)
        if time and day is None:
            entry.wrong(field, Text("请写明日期。", "Write the date, too."))
            return None
    found = entry.spans(field, calendar)
    return Span(start=found[0].start, end=found[-1].end) if found else None


def read_walks(entries: Sequence[Entry], given: Sequence[Walk]) -> tuple[Walk, ...]:
    """Read walking times between buildings; they join those of ``[booking]``."""
    found = {frozenset((walk.a, walk.b)): walk for walk in given}
    for entry in entries:
        a, b = entry.text("a"), entry.text("b")
        minutes = entry.whole("minutes", other=-1)
        if not a or not b or a == b:
            entry.fault("b", Text("应为两座不同的楼。", "expected two different buildings."))
            continue
        if minutes < 0 or minutes > 240:
            if not entry.has("minutes") or minutes > 240:
                entry.fault(
                    "minutes",
                    Text("应为0到240之间的分钟数。", "expected minutes from 0 to 240."),
                )
            continue
        pair = frozenset((a, b))
        if pair in found and found[pair].minutes != minutes:
            entry.fault(
                "minutes",
                Text(
                    f"“{a}”与“{b}”之间另写了{found[pair].minutes}分钟。",
                    f"{a!r} and {b!r} are also said to be {found[pair].minutes} minutes apart.",
                ),
            )
        found.setdefault(pair, Walk(a=a, b=b, minutes=minutes))
    ordered = (Walk(a=min(w.a, w.b), b=max(w.a, w.b), minutes=w.minutes) for w in found.values())
    return tuple(sorted(ordered, key=lambda w: (w.a, w.b)))


def read_kit(entries: Sequence[Entry], given: dict[str, int]) -> dict[str, int]:
    """Read how many of each movable thing there are."""
    found = dict(given)
    for entry in entries:
        name = clean(entry.text("name"))
        number = entry.whole("number", least=1)
        if not name or key(name) in map(key, found):
            message = Text(f"“{name}”写了两次。", f"{name!r} is given twice.")
            entry.fault("name", message if name else Text("没有写设备。", "no name is given."))
        elif number:
            found[name] = number
    return dict(sorted(found.items()))
