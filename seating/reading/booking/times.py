"""Clock times, durations and stretches of days as offices write them (时间写法).

Days are written without a year, as a day of the week, or as halves of a day; what they mean
depends on the days and hours of the booking, which a :class:`Calendar` knows.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from seating.facts.booking import Span
from seating.facts.text import Text
from seating.reading.booking.tokens import (
    UnreadableTimeError,
    backwards,
    normal,
    not_understood,
    read,
    single,
)
from seating.reading.words import clean

_NUMERALS = {"半": 0.5, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_HOURS = re.compile(
    r"(?:(\d+(?:\.\d+)?|[一两二三四五六])个?(半)?(?:小时|钟头|h(?:ou)?rs?|h)|(半)个?(?:小时|钟头))"
)
_MINUTES = re.compile(r"(\d+)(?:分钟?|min(?:ute)?s?|m)?")
MIDNIGHT = dt.time()
DAY = dt.timedelta(days=1)


def minutes_of(text: str) -> int | None:
    """Return a duration in minutes: ``90``, ``90分钟``, ``1.5小时``, ``1小时30分``, ``1:30``."""
    plain = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    if clock := re.fullmatch(r"(\d{1,2}):(\d{2})(?::00)?", plain):
        return int(clock[1]) * 60 + int(clock[2])
    total = 0.0
    if hours := _HOURS.match(plain):
        plain = plain[hours.end() :]
        number = hours[1]
        if number:
            total += 60 * (_NUMERALS.get(number) or float(number))
        total += 30 if hours[2] or hours[3] else 0
        if plain == "半":
            total, plain = total + 30, ""
        if not plain:
            return int(total) if total == int(total) else None
    minutes = _MINUTES.fullmatch(plain)
    return int(total) + int(minutes[1]) if minutes and total == int(total) else None


def clock_span(text: str) -> tuple[dt.time, dt.time] | None:
    """Return the two times of ``8:30-12:00``; 24:00 counts as the last minute of the day."""
    plain = unicodedata.normalize("NFKC", clean(text)).casefold().replace("24:00", "23:59")
    try:
        kinds, values = read(plain, (), None)
    except UnreadableTimeError:
        return None
    times = [value for value in values if isinstance(value, dt.time)]
    return (times[0], times[1]) if kinds == "T-T" and times[0] < times[1] else None


@dataclass(frozen=True)
class Calendar:
    """The days and hours of a booking, by which short spellings are understood."""

    days: Sequence[dt.date]
    hours: Sequence[tuple[dt.time, dt.time]]

    def moment(self, text: str) -> tuple[dt.date | None, dt.time | None, dt.time | None]:
        """Read the beginning of a meeting: its day, its time and perhaps its end.

        Raises:
            UnreadableTimeError: the text is no such time.
        """
        kinds, values = read(normal(text), self.days, None)
        if kinds not in ("D", "DT", "DT-T", "T", "T-T"):
            raise not_understood(text)
        day = single(values[0], text) if kinds[0] == "D" else None
        times = [v for v in values if isinstance(v, dt.time)]
        begins = times[0] if times else None
        ends = times[1] if len(times) > 1 else None
        if begins and ends and ends <= begins:
            raise UnreadableTimeError(
                Text(
                    f"“{clean(text)}”的结束不晚于开始。", f"{clean(text)!r} ends before it begins."
                )
            )
        return day, begins, ends

    def spans(self, text: str) -> tuple[Span, ...]:
        """Read stretches of time: ``12月7日-12月9日；12月11日上午``, ``2026-12-07 9:00-12:00``.

        A day alone is the whole day; times without a day hold for every day of the booking.

        Raises:
            UnreadableTimeError: the text is not understood.
        """
        found: list[Span] = []
        before: dt.date | None = None
        for group in re.split(r"[;\n或]|\bor\b", normal(text)):
            if not group.strip():
                continue
            pieces: list[tuple[str, list[object]]] = []
            for piece in re.split(r"[,、和及]|\band\b", group):
                if piece.strip():
                    pieces.append(read(piece, self.days, before))
                    days = [v for v in pieces[-1][1] if isinstance(v, tuple)]
                    before = days[-1][-1] if days else before
            found += self._group(pieces, text)
        if not found:
            raise not_understood(text)
        return tuple(sorted(dict.fromkeys(found)))

    def _group(self, pieces: list[tuple[str, list[object]]], text: str) -> list[Span]:
        """Read ``12月7日、8日上午``: days lend each other their times, times their days."""
        found: list[Span] = []
        for number, (kinds, values) in enumerate(pieces):
            if not kinds.startswith("D"):
                lent = next((p for p in reversed(pieces[:number]) if p[0].startswith("D")), None)
                if lent is not None:
                    head = re.match("D(-D)?", lent[0])
                    length = len(head[0]) if head else 1
                    kinds, values = lent[0][:length] + kinds, [*lent[1][:length], *values]
            elif re.fullmatch("D(-D)?", kinds):
                after = next((p for p in pieces[number + 1 :] if not _days_only(p[0])), None)
                if after is not None and re.fullmatch(r"D(-D)?(H|T-T)", after[0]):
                    tail = re.sub("^D(-D)?", "", after[0])
                    kinds, values = kinds + tail, [*values, *after[1][-len(tail) :]]
            found += self._spans(kinds, values, text)
        return found

    def _spans(self, kinds: str, values: list[object], text: str) -> list[Span]:
        if not kinds.startswith("D") and kinds in ("H", "T-T"):
            kinds, values = "D" + kinds, [tuple(self.days), *values]
        if match := re.fullmatch(r"D(-D)?(H|T-T)?", kinds):
            days: Sequence[dt.date] = values[0]  # type: ignore[assignment]
            if match[1]:
                days = _range(single(values[0], text), single(values[2], text), text)
            if not match[2]:
                return [_stretch(days[0], days[-1])] if match[1] else [_stretch(d, d) for d in days]
            if match[2] == "H":
                return [self._half(day, str(values[-1])) for day in days]
            begin, end = values[-3], values[-1]
            return [_between(day, begin, day, end, text) for day in days]
        first, last = values[0], values[kinds.rfind("D")] if "D" in kinds else None
        if kinds == "DT-DT":
            return [_between(single(first, text), values[1], single(last, text), values[4], text)]
        if re.fullmatch("DH?-DH?", kinds):
            one, two = single(first, text), single(last, text)
            begin = self._half(one, str(values[1])).start if kinds[1] == "H" else _at(one)
            ends = self._half(two, str(values[-1])).end if kinds[-1] == "H" else _at(two) + DAY
            if ends > begin:
                return [Span(start=begin, end=ends)]
        raise not_understood(text)

    def _half(self, day: dt.date, half: str) -> Span:
        """Return a half of a day; where it ends follows the hours of the booking."""
        noon = next((e for _, e in self.hours if dt.time(11) <= e <= dt.time(14)), dt.time(12))
        dusk = next((e for _, e in self.hours if dt.time(17) <= e <= dt.time(19)), dt.time(18))
        limits = {
            "morning": (_at(day), _at(day, noon)),
            "afternoon": (_at(day, noon), _at(day, dusk)),
            "evening": (_at(day, dusk), _at(day) + DAY),
        }
        start, end = limits.get(half, (_at(day), _at(day) + DAY))
        return Span(start=start, end=end)


def _days_only(kinds: str) -> bool:
    return re.fullmatch("D(-D)?", kinds) is not None


def _at(day: dt.date, time: dt.time = MIDNIGHT) -> dt.datetime:
    return dt.datetime.combine(day, time)


def _stretch(first: dt.date, last: dt.date) -> Span:
    return Span(start=_at(first), end=_at(last) + DAY)


def _between(one: dt.date, begin: object, two: dt.date, end: object, text: str) -> Span:
    assert isinstance(begin, dt.time)
    assert isinstance(end, dt.time)
    span = Span(start=_at(one, begin), end=_at(two, end))
    if span.end <= span.start:
        raise backwards(text)
    return span


def _range(first: dt.date, last: dt.date, text: str) -> list[dt.date]:
    number = (last - first).days
    if not 0 <= number <= 400:
        shown = clean(text)
        raise UnreadableTimeError(
            Text(f"“{shown}”的起止日期不对。", f"the days of {shown!r} are in the wrong order.")
        )
    return [first + i * DAY for i in range(number + 1)]
