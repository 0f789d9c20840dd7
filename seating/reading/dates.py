"""Dates and times in the many spellings of office papers (日期)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

_DAY = re.compile(
    r"(?P<y>\d{4})\s*(?:年|[-./])\s*(?P<m>\d{1,2})"
    r"(?:\s*(?:月|[-./])\s*(?:(?P<d>\d{1,2})\s*[日号]?)?)?"
)
_SOLID = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})?")
_YEAR = re.compile(r"(?P<y>\d{4})\s*年?")
_TIME = re.compile(
    r"(?P<half>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚|am|pm)?\s*(?P<h>\d{1,2})\s*"
    r"(?:[:时点]\s*(?:(?P<m>\d{1,2})\s*分?|(?P<thirty>半))?(?::(?P<s>\d{2})(?:\.\d+)?)?|(?=\s*[ap]m))"
    r"\s*(?P<suffix>am|pm)?"
)
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|\([a-z]{3,9}\)")
_NUMERAL = re.compile("[〇○零一二三四五六七八九十]+")
_DIGITS = {character: digit for digit, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0}
_AFTERNOON = {"下午", "傍晚", "晚上", "晚", "pm"}


class NoSuchDateError(ValueError):
    """The text is spelt like a date or a time, but the calendar does not have it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a time of day, or both, as far as the text says."""

    day: dt.date | None
    time: dt.time | None
    zone: bool = False


def partial_date(text: str) -> str | None:
    """Return ``2019``, ``2019-03`` or ``2019-03-01``; ``None`` if the text is no date.

    Raises:
        NoSuchDateError: spelt like a date, but no such day exists.
    """
    plain = _in_digits(unicodedata.normalize("NFKC", text).strip())
    for pattern in (_DAY, _SOLID, _YEAR):
        if match := pattern.fullmatch(plain):
            found = match.groupdict()
            year, month, day = (int(found.get(part) or 0) for part in "ymd")
            if not 1900 <= year <= 2199:
                raise NoSuchDateError(plain)
            _date(year, 1 if found.get("m") is None else month, 1 if not found.get("d") else day)
            if found.get("m") is None:
                return f"{year:04d}"
            return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if found.get("d") else "")
    return None


def moment(value: object) -> Moment | None:
    """Read a TOML date or time, or a text in one of the usual spellings.

    Raises:
        NoSuchDateError: spelt like a date or time, but it does not exist.
    """
    if isinstance(value, dt.datetime):
        return Moment(value.date(), value.time(), value.tzinfo is not None)
    if isinstance(value, dt.date):
        return Moment(value, None)
    if isinstance(value, dt.time):
        return Moment(None, value)
    if not isinstance(value, str):
        return None
    plain = _WEEKDAY.sub(" ", unicodedata.normalize("NFKC", value).casefold()).strip()
    plain = _in_digits(plain)
    zone = re.search(r"(?<=\d)\s*(?:z|[+-]\d{2}:\d{2})$", plain)
    if zone and ":" in plain[: zone.start()]:
        plain = plain[: zone.start()]
    else:
        zone = None
    day: dt.date | None = None
    match = _DAY.match(plain) or re.match(_SOLID.pattern + r"(?!\d)", plain)
    if match:
        if not match["d"]:
            return None
        day = _date(int(match["y"]), int(match["m"]), int(match["d"]))
        plain = plain[match.end() :].lstrip("t ,，")
    if not plain:
        return Moment(day, None) if day else None
    time = _time(plain)
    return Moment(day, time, zone is not None) if time else None


def _in_digits(text: str) -> str:
    """Write 二〇一九年十二月 as 2019年12月."""
    return _NUMERAL.sub(lambda match: _number(match[0]), text)


def _number(numeral: str) -> str:
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return "".join(str(_DIGITS[c]) for c in numeral)
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return numeral
    return str(10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0))


def _date(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise NoSuchDateError(f"{year}-{month:02d}-{day:02d}") from error


def _time(text: str) -> dt.time | None:
    match = _TIME.fullmatch(text.strip())
    if not match:
        return None
    hour = int(match["h"])
    minute = 30 if match["thirty"] else int(match["m"] or 0)
    half = match["half"] or match["suffix"]
    if (half in _AFTERNOON and hour < 12) or (half == "中午" and hour < 3):
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    try:
        return dt.time(hour, minute, int(match["s"] or 0))
    except ValueError as error:
        raise NoSuchDateError(text) from error
