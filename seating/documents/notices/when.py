"""When and for how long, in words (会议时间、会期)."""

from __future__ import annotations

import datetime as dt

from seating.documents.furniture import say_date
from seating.facts.text import Text

_NOON = 12.5
_EVENING = 18.0
_DAYS_ZH = "一二三四五六日"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(date: dt.date) -> Text:
    """Return a date with its weekday: 2026年12月10日（星期四）."""
    return Text(
        f"{say_date(date, 'zh')}（星期{_DAYS_ZH[date.weekday()]}）",
        f"{_DAYS[date.weekday()]}, {say_date(date, 'en')}",
    )


def clock(time: dt.datetime) -> str:
    """Return a time of day: 9:00."""
    return f"{time.hour}:{time.minute:02d}"


def length(start: dt.datetime, end: dt.datetime) -> Text:
    """Return the duration as notices give it: half days, or hours for an evening.

    A meeting that begins before 12:30 takes the morning, one that ends after it the afternoon.
    """
    first = start.hour + start.minute / 60
    last = end.hour + end.minute / 60
    hours = (end - start).total_seconds() / 3600
    if hours < 1:
        minutes = max(5, round(hours * 12) * 5)
        return Text(f"会期约{minutes}分钟", f"about {minutes} minutes")
    if start.date() == end.date() and (first >= _EVENING or hours < 1.5):
        short = f"{max(0.5, round(hours * 2) / 2):g}"
        unit = "hour" if short in ("0.5", "1") else "hours"
        return Text(f"会期约{short}小时", f"about {short} {unit}")
    halves = 2 * (end.date() - start.date()).days
    halves += (2 if last > _NOON + 0.5 else 1) - (1 if first >= _NOON else 0)
    whole, rest = divmod(max(1, halves), 2)
    zh = (f"{whole}天" if whole else "") + ("半" if rest and whole else "半天" if rest else "")
    if not whole:
        return Text("会期半天", "half a day")
    en = f"{whole}½ days" if rest else "1 day" if whole == 1 else f"{whole} days"
    return Text(f"会期{zh}", en)


def period(
    start: dt.datetime, end: dt.datetime | None, *, lasting: bool = True, meeting: bool = True
) -> Text:
    """Say when something takes place.

    Args:
        start: its beginning; at midnight only the day is said.
        end: its end, if known.
        lasting: say how long it takes.
        meeting: call that 会期, as is usual of meetings.
    """
    begin = day(start)
    zh, en = f"{begin.zh}{clock(start)}", f"{begin.en}, {clock(start)}"
    if start.hour == 0 and start.minute == 0:
        zh, en = begin.zh, begin.en
    if end is None or end <= start:
        return Text(f"{zh}。", f"{en}.")
    how_long = length(start, end)
    if not meeting:  # a ceremony has no 会期; that it takes the morning, its hours show
        lasting = lasting and "约" in how_long.zh
        how_long = Text(how_long.zh.removeprefix("会期"), how_long.en)
    tail = Text(f"，{how_long.zh}", f" ({how_long.en})") if lasting else Text("", "")
    if end.date() == start.date():
        return Text(f"{zh}—{clock(end)}{tail.zh}。", f"{en}–{clock(end)}{tail.en}.")
    close = day(end)
    until = close.zh.removeprefix(f"{start.year}年")
    return Text(
        f"{zh}至{until}{clock(end)}{tail.zh}。",
        f"{en}, to {close.en}, {clock(end)}{tail.en}.",
    )
