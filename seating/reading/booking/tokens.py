"""Days, times and dashes: the words of which stretches of time are written (时间的词).

Days without a year and days of the week are understood by the days of the booking.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence

from seating.facts.text import NOTHING, Text
from seating.reading.words import clean

_WEEKDAYS = "一二三四五六日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TOKEN = re.compile(
    r"""
    (?P<date>(?P<year>\d{4})\s*[年\-./]\s*(?P<m1>\d{1,2})\s*[月\-./]\s*(?P<d1>\d{1,2})\s*[日号]?)
  | (?P<short>(?P<m2>\d{1,2})\s*(?:月\s*(?P<d2>\d{1,2})\s*[日号]?|[/.]\s*(?P<d4>\d{1,2})(?![\d:])))
  | (?P<clock>(?P<part>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚|[ap]m)?\s*
      (?:(?P<hour>\d{1,2})\s*(?::\s*(?P<min>\d{2})(?::\d{2})?|[点时]\s*(?:(?P<min2>\d{1,2})\s*分?
      |(?P<thirty>半))?(?!\s*间)|(?=\s*[ap]m\b)))\s*(?P<suffix>[ap]m\b)?)
  | (?P<number>(?P<d3>\d{1,2})\s*[日号])
  | (?P<weekday>(?:星期|周|礼拜)(?P<cn>[一二三四五六日天])
      |(?P<en>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)
  | (?P<half>上午|下午|晚上|晚间|全天|整天|morning|afternoon|evening|[ap]m\b|all\s+day)
  | (?P<dash>[-–—~〜至到]+|\bto\b|\buntil\b)
  | (?P<space>\s+|每天|每日|daily|every\s+day|[()\[\]的在]|起|止|t(?=\d)|on\b)
    """,
    re.VERBOSE,
)
_LATER = {"下午", "傍晚", "晚上", "晚", "pm"}
_HALVES = {
    **dict.fromkeys(("上午", "morning", "am"), "morning"),
    **dict.fromkeys(("下午", "afternoon", "pm"), "afternoon"),
    **dict.fromkeys(("晚上", "晚间", "evening"), "evening"),
    **dict.fromkeys(("全天", "整天"), "day"),
}


class UnreadableTimeError(ValueError):
    """A time or a stretch of time that is not understood, or that does not exist."""

    def __init__(self, message: Text, advice: Text = NOTHING) -> None:
        self.message, self.advice = message, advice
        super().__init__(message.en)


def normal(text: str) -> str:
    """Return a text in half-width characters and small letters."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def read(text: str, known: Sequence[dt.date], before: dt.date | None) -> tuple[str, list[object]]:
    """Turn a piece into kinds (``D`` day, ``T`` time, ``H`` half, ``-``) and their values."""
    kinds = ""
    values: list[object] = []
    position = 0
    late = False
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.end() == position:
            raise not_understood(text)
        position = match.end()
        if match["space"]:
            continue
        if match["dash"]:
            kinds += "-"
            values.append("-")
        elif match["clock"]:
            kinds += "T"
            later = late and kinds.endswith("-T")  # 下午2点半至5点
            values.append(_clock(match, text, later=later))
            late = match["part"] in _LATER
        elif match["half"]:
            kinds += "H"
            values.append(_HALVES.get(match["half"], "day"))
        elif match["weekday"] and kinds.endswith("D"):
            _check_weekday(match, values[-1], text)
        else:
            days = _days(match, known, before, text)
            before = days[-1]
            kinds += "D"
            values.append(days)
    if not kinds:
        raise not_understood(text)
    return kinds, values


def _clock(match: re.Match[str], text: str, *, later: bool) -> dt.time:
    hour = int(match["hour"])
    minute = 30 if match["thirty"] else int(match["min"] or match["min2"] or 0)
    part = match["part"] or match["suffix"]
    if ((part in _LATER or (later and not part)) and hour < 12) or (part == "中午" and hour < 3):
        hour += 12
    elif part == "am" and hour == 12:
        hour = 0
    if (hour, minute) == (24, 0):
        return dt.time(23, 59)
    try:
        return dt.time(hour, minute)
    except ValueError:
        raise _no_such(text) from None


def _weekday(match: re.Match[str]) -> int:
    if match["cn"]:
        return _WEEKDAYS.index("日" if match["cn"] == "天" else match["cn"])
    return _ENGLISH.index(match["en"])


def _check_weekday(match: re.Match[str], days: object, text: str) -> None:
    """Refuse ``12月7日（周二）`` where that day is no Tuesday."""
    day = single(days, text)
    if day.weekday() != _weekday(match):
        right = _WEEKDAYS[day.weekday()]
        raise UnreadableTimeError(
            Text(
                f"“{clean(text)}”的日期与星期不符，{day.month}月{day.day}日是星期{right}。",
                f"the day of the week in {clean(text)!r} is wrong: {day} is a {day:%A}.",
            )
        )


def _days(
    match: re.Match[str], known: Sequence[dt.date], before: dt.date | None, text: str
) -> tuple[dt.date, ...]:
    if match["weekday"]:
        wanted = _weekday(match)
        found = tuple(day for day in known if day.weekday() == wanted)
        if found:
            return found
        raise UnreadableTimeError(
            Text(
                f"订会的日子里没有“{clean(text)}”说的这一天。",
                f"none of the days of the booking is {clean(text)!r}.",
            )
        )
    if match["date"]:
        return (_date(int(match["year"]), int(match["m1"]), int(match["d1"]), text),)
    if match["number"]:
        number = int(match["d3"])
        here = [day for day in known if day.day == number]
        if before is not None:
            return (_date(before.year, before.month, number, text),)
        if len(here) == 1:
            return (here[0],)
        raise not_understood(text)
    month, number = int(match["m2"]), int(match["d2"] or match["d4"])
    for day in known:
        if (day.month, day.day) == (month, number):
            return (day,)
    year = before.year if before else known[0].year if known else 0
    if not year:
        raise not_understood(text)
    return (_date(year, month, number, text),)


def _date(year: int, month: int, number: int, text: str) -> dt.date:
    try:
        return dt.date(year, month, number)
    except ValueError:
        raise _no_such(text) from None


def backwards(text: str) -> UnreadableTimeError:
    """Say that an end is not after its beginning."""
    shown = clean(text)
    return UnreadableTimeError(
        Text(f"“{shown}”的结束不晚于开始。", f"{shown!r} ends before it begins.")
    )


def _no_such(text: str) -> UnreadableTimeError:
    shown = clean(text)
    return UnreadableTimeError(
        Text(f"“{shown}”，没有这一天或这个时间。", f"{shown!r}: no such day or time."),
        Text("请核对日期和时间。", "Please check the date and the time."),
    )


def not_understood(text: str) -> UnreadableTimeError:
    """Say what stands there and how times are written."""
    shown = clean(text)[:40]
    return UnreadableTimeError(
        Text(f"写的是“{shown}”。", f"is {shown!r}."),
        Text(
            "应为时间，如 2026-12-07 9:00-11:30、12月7日上午、12月7日-9日；几段用“；”隔开。",
            "Expected times such as 2026-12-07 9:00-11:30, Mon morning, 12/7-12/9; "
            "several are separated by ';'.",
        ),
    )


def single(days: object, text: str) -> dt.date:
    """Return the one day that is meant.

    Raises:
        UnreadableTimeError: it may be several days, such as two Mondays.
    """
    if isinstance(days, tuple) and len(days) == 1 and isinstance(days[0], dt.date):
        return days[0]
    shown = clean(text)
    raise UnreadableTimeError(
        Text(f"“{shown}”说的是哪一天不清楚。", f"it is not clear which day {shown!r} means."),
        Text("请写明日期，如 12月7日。", "Write the date, such as 2026-12-07."),
    )
