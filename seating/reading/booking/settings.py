"""``[booking]`` → days, hours and what holds for every room and meeting (统筹的总设定)."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from seating.facts.booking import Walk
from seating.facts.fault import Fault, Where
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.reading.booking.times import Calendar, clock_span
from seating.reading.fields import below, fill, fill_rest, item
from seating.reading.toml import Table
from seating.reading.words import clean

_LONGEST = 366
_GRAINS = (5, 10, 15, 20, 30, 60)


@dataclass(frozen=True, kw_only=True)
class BookingTable:
    """The keys of ``[booking]``."""

    days: tuple[dt.date, ...] = parameter(
        "开会的日子，逐日列出；也可只写 from 和 to", "the days, one by one", default=()
    )
    from_: dt.date | None = parameter(  # noqa: RUF009
        "第一天，留空为会议开始那天", "the first day, by default that of the event", default=None
    )
    to: dt.date | None = parameter(  # noqa: RUF009
        "最后一天，留空为会议结束那天", "the last day, by default that of the event", default=None
    )
    weekdays: tuple[int, ...] = parameter(
        "from 到 to 之间每周哪几天，1为星期一",
        "days of the week between from and to, 1 = Monday",
        default=(1, 2, 3, 4, 5),
        minimum=1,
        maximum=7,
    )
    without: tuple[dt.date, ...] = parameter(
        "其中不开会的日子，如放假", "days left out, such as holidays", default=()
    )
    hours: tuple[str, ...] = parameter(
        "每天可开会的时间段",
        "hours of the day when meetings may take place",
        default=("8:30-12:00", "14:00-18:00"),
    )
    grain: int = parameter(
        "会议在几分钟的整倍数开始",
        "meetings begin on multiples of so many minutes",
        default=15,
        minimum=5,
        maximum=60,
        unit="minutes",
    )
    walk: int = parameter(
        "没有另外写明的两楼之间步行几分钟",
        "minutes between two buildings that walks does not name",
        default=10,
        minimum=0,
        maximum=240,
        unit="minutes",
    )
    walks: tuple[tuple[str, str, int], ...] = parameter(
        '楼间步行时间，如 [["A楼", "B楼", 8]]',
        'minutes between buildings, such as [["A", "B", 8]]',
        default=(),
    )
    kit: Mapping[str, int] | None = parameter(
        '移动设备及数量，如 { "移动投影" = 2 }',
        'movable equipment and how many, such as { "projector" = 2 }',
        default=None,
    )
    closed: Mapping[str, str] | None = parameter(
        '临时停用的会议室，如 { C3 = "12月9日-12月11日" }',
        'rooms out of use, such as { C3 = "12/9-12/11" }',
        default=None,
    )
    tables: tuple[str, ...] = parameter(
        "会议、会议室等表所在的文件，留空为 meetings.xlsx",
        "files with the sheets, meetings.xlsx by default",
        default=(),
    )


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What ``[booking]`` says."""

    calendar: Calendar
    grain: int = 15
    walk: int = 10
    walks: tuple[Walk, ...] = ()
    kit: Mapping[str, int]
    closed: Mapping[str, str]
    tables: tuple[str, ...] = ()


def read_settings(
    table: Table, where: Where, start: dt.datetime | None, end: dt.datetime | None
) -> tuple[Settings, list[Fault]]:
    """Read ``[booking]``; whatever is wrong in it takes its default, so that more is found."""
    raw, faults = fill(BookingTable, table, where)
    raw = raw or fill_rest(BookingTable, table, where, faults) or BookingTable()
    days, found = _days(raw, where, start, end)
    named = {fault.where.key for fault in faults}
    faults += [f for f in found if not any(key.startswith(f.where.key) for key in named)]
    hours, found = _hours(raw.hours, below(where, "hours"))
    faults += found
    if raw.grain not in _GRAINS:
        every = "、".join(map(str, _GRAINS))
        message = Text(f"写的是{raw.grain}。", f"is {raw.grain}.")
        advice = Text(f"可写：{every}。", f"Accepted: {', '.join(map(str, _GRAINS))}.")
        faults.append(Fault(where=below(where, "grain"), message=message, advice=advice))
    walks = []
    for number, (a, b, minutes) in enumerate(raw.walks, 1):
        if clean(a) == clean(b) or not 0 <= minutes <= 240:
            message = Text("应为两座不同的楼和分钟数。", "expected two buildings and minutes.")
            faults.append(Fault(where=item(below(where, "walks"), number), message=message))
        else:
            walks.append(Walk(a=clean(a), b=clean(b), minutes=minutes))
    kit = {clean(name): number for name, number in (raw.kit or {}).items()}
    faults += [
        Fault(
            where=below(below(where, "kit"), name),
            message=Text(f"写的是{number}。", f"is {number}."),
            advice=Text("应为1起的整数。", "Expected a whole number from 1 on."),
        )
        for name, number in kit.items()
        if number < 1
    ]
    return Settings(
        calendar=Calendar(days=days, hours=hours),
        grain=raw.grain,
        walk=raw.walk,
        walks=tuple(walks),
        kit=kit,
        closed=raw.closed or {},
        tables=tuple(map(clean, raw.tables)),
    ), faults


def _days(
    raw: BookingTable, where: Where, start: dt.datetime | None, end: dt.datetime | None
) -> tuple[tuple[dt.date, ...], list[Fault]]:
    """Put together the days that are listed and those between ``from`` and ``to``."""
    chosen = set(raw.days)
    first, last = raw.from_, raw.to
    if not chosen or first or last:
        first = first or (start.date() if start else None)
        last = last or (end.date() if end else None)
    if first and last:
        if not 0 <= (last - first).days <= _LONGEST:
            message = Text(
                f"从{first}到{last}，先后不对或超过一年。",
                f"from {first} to {last} is backwards or more than a year.",
            )
            return (), [Fault(where=below(where, "to"), message=message)]
        every = (first + dt.timedelta(days=i) for i in range((last - first).days + 1))
        chosen |= {day for day in every if day.isoweekday() in raw.weekdays}
    days = tuple(sorted(chosen - set(raw.without)))
    if days:
        return days, []
    message = Text("没有一天可以开会。", "there is no day for meetings.")
    advice = Text(
        "请写 days = [2026-12-07, …]，或 from = 2026-12-07 和 to = 2026-12-11。",
        "Write days = [2026-12-07, …], or from = 2026-12-07 and to = 2026-12-11.",
    )
    return (), [Fault(where=below(where, "days"), message=message, advice=advice)]


def _hours(
    words: tuple[str, ...], where: Where
) -> tuple[tuple[tuple[dt.time, dt.time], ...], list[Fault]]:
    """Read the hours of a day; they may not overlap."""
    faults = []
    found = []
    for number, word in enumerate(words, 1):
        span = clock_span(word)
        if span is None:
            message = Text(f"写的是“{word}”。", f"is {word!r}.")
            advice = Text("应为 8:30-12:00 一类的时间。", "Expected hours such as 8:30-12:00.")
            faults.append(Fault(where=item(where, number), message=message, advice=advice))
        else:
            found.append(span)
    found.sort()
    for before, after in itertools.pairwise(found):
        if after[0] < before[1]:
            message = Text(
                f"{before[0]:%H:%M}-{before[1]:%H:%M}与{after[0]:%H:%M}-{after[1]:%H:%M}重叠。",
                f"{before[0]:%H:%M}-{before[1]:%H:%M} and {after[0]:%H:%M}-{after[1]:%H:%M} "
                "overlap.",
            )
            faults.append(Fault(where=where, message=message))
    if not words:
        message = Text("没有写开会的时间段。", "there are no hours.")
        faults.append(Fault(where=where, message=message))
    return tuple(found), faults
