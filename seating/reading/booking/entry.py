"""One meeting, room or absence as written, whether in a sheet or in TOML (一条登记).

The same words are accepted in both, so that a sheet and ``event.toml`` need one reader only.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from seating.facts.booking import Span
from seating.facts.fault import Fault, Severity, Where
from seating.facts.text import NOTHING, Text
from seating.reading.booking.times import Calendar, minutes_of
from seating.reading.booking.tokens import UnreadableTimeError
from seating.reading.columns import Columns
from seating.reading.fields import below, unknown_key
from seating.reading.scalars import show
from seating.reading.table import Record
from seating.reading.words import clean, code, key, parts

T = TypeVar("T")
_YES = "是 对 要 true yes y 1 √ ✓ ✔ ☑ 保密 涉密 秘密 机密 绝密"
_NO = "否 不 无 不要 false no n 0 - — ☐ 公开 不保密 不涉密 非密"
_HOURS = re.compile(r"小时|hour", re.IGNORECASE)
_COUNTED = re.compile(r"(.+?)\s*(?:[x×*:]\s*)?(\d{1,4})\s*[台个套支件只块部把张条副]?")
_LONGEST = 24 * 60


@dataclasses.dataclass(frozen=True)
class Entry:
    """Values by field, where each stands, and the list that collects what is wrong."""

    place: Where
    values: Mapping[str, object]
    where: Callable[[str], Where]
    faults: list[Fault]
    bad: frozenset[str] = frozenset()

    @classmethod
    def of_record(cls, record: Record, faults: list[Fault]) -> Entry:
        """Take a row of a sheet."""
        values = {f: v for f, v in record.cells.items() if v is not None}
        return cls(record.place, values, record.where, faults, record.bad)

    @classmethod
    def of_table(
        cls,
        table: Mapping[str, object],
        where: Where,
        columns: Columns,
        faults: list[Fault],
        more: Sequence[str] = (),
    ) -> Entry:
        """Take a TOML table whose keys are the fields of a sheet, and ``more``."""
        known = (*(column.field for column in columns.columns), *more)
        faults += [unknown_key(name, known, where) for name in table if name not in known]
        return cls(where, table, lambda field: below(where, field) if field else where, faults)

    def has(self, field: str) -> bool:
        """Whether anything is written there."""
        return self.values.get(field) not in (None, "", [])

    def text(self, field: str) -> str:
        """Return words; whole numbers are written out."""
        value = self.values.get(field, "")
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self.wrong(field, Text("应为文字。", "Expected words."))
            return ""
        return clean(str(value))

    def id(self, field: str) -> str:
        """Return an id in ordinary letters and digits."""
        return code(self.text(field))

    def words(self, field: str) -> tuple[str, ...]:
        """Return the words of a cell or list that holds several."""
        value = self.values.get(field, "")
        if isinstance(value, list | tuple):
            if all(isinstance(v, str) for v in value):
                return tuple(filter(None, map(clean, value)))
            self.wrong(field, Text("应为若干个词，都加引号。", "Expected words in quotes."))
            return ()
        return parts(value) if isinstance(value, str) else parts(self.text(field))

    def lines(self, field: str) -> tuple[str, ...]:
        """Return the lines of a cell, or the items of a list."""
        value = self.values.get(field, "")
        if isinstance(value, str):
            return tuple(filter(None, map(clean, re.split(r"[\n;；]+", value))))
        return self.words(field)

    def whole(self, field: str, *, least: int = 0, other: int = 0) -> int:
        """Return a whole number of at least ``least``, ``other`` if there is none."""
        value = self.values.get(field)
        if value is None or value == "":
            return other
        if isinstance(value, str):
            match = re.fullmatch(r"约?(\d{1,9})[人个台分钟]*", code(value))
            value = int(match[1]) if match else value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if type(value) is int and least <= value < 10**9:
            return value
        self.wrong(
            field,
            Text(f"应为不小于{least}的整数。", f"Expected a whole number of {least} or more."),
        )
        return other

    def minutes(self, field: str, *, least: int = 0) -> int:
        """Return a duration in minutes; a bare number counts as minutes."""
        value = self.values.get(field)
        if value is None or value == "":
            return 0
        found: int | None = None
        if isinstance(value, dt.time):
            found = value.hour * 60 + value.minute
        elif isinstance(value, int | float) and not isinstance(value, bool):
            number = value * 60 if _HOURS.search(self.where(field).column) else value
            found = int(number) if number == int(number) else None
        elif isinstance(value, str):
            found = minutes_of(value)
        if found is not None and least <= found <= _LONGEST and (found == 0 or found >= 5):
            return found
        self.wrong(
            field,
            Text(
                "应为时长，如 90、90分钟、1.5小时，最长24小时。",
                "Expected a duration such as 90, 1.5 hours or 1:30, 24 hours at most.",
            ),
        )
        return 0

    def yes(self, field: str) -> bool:
        """Return whether it says yes; nothing says no."""
        value = self.values.get(field, "")
        word = {True: "1", False: "0"}.get(value) if isinstance(value, bool) else self.text(field)
        if not word or key(word) in _NO.split():
            return False
        if key(word) not in _YES.split():
            self.wrong(field, Text("可写：是、否。", "Accepted: yes, no."))
        return key(word) in _YES.split()

    def counts(self, field: str) -> dict[str, int]:
        """Return how many of each thing: ``移动投影×2、话筒3`` or ``{话筒 = 3}``."""
        value = self.values.get(field, "")
        found: dict[str, int] = {}
        wanted = Text(
            "应写名称和数量，如 移动投影×2。", "Expected names and numbers, such as projector x 2."
        )
        if isinstance(value, Mapping):
            for name, number in value.items():
                if type(number) is not int or not 0 < number < 10_000:
                    self.wrong(field, wanted)
                else:
                    found[clean(str(name))] = number
            return found
        for word in self.words(field):
            match = _COUNTED.fullmatch(code(word))
            name, number = (clean(match[1]), int(match[2])) if match else (clean(word), 1)
            if name in found or number < 1:
                self.wrong(field, wanted)
            found[name] = number
        return found

    def spans(self, field: str, calendar: Calendar) -> tuple[Span, ...]:
        """Return stretches of time, those of a list one by one."""
        value = self.values.get(field)
        if value is None or value == "":
            return ()
        many = value if isinstance(value, list | tuple) else [value]
        found: list[Span] = []
        for one in many:
            words = one
            if isinstance(one, dt.datetime) and one.time() == dt.time():
                words = one.date().isoformat()
            elif isinstance(one, dt.date) and not isinstance(one, dt.datetime):
                words = one.isoformat()
            if not isinstance(words, str):
                self.wrong(field, Text("应为时间段，加引号。", "Expected a stretch of time."))
                continue
            found += self.tried(field, lambda w=words: calendar.spans(w)) or ()  # type: ignore[misc]
        return tuple(sorted(dict.fromkeys(found)))

    def tried(self, field: str, read: Callable[[], T]) -> T | None:
        """Read a time; what is not understood becomes a fault."""
        try:
            return read()
        except UnreadableTimeError as error:
            self.fault(field, error.message, error.advice)
            return None

    def wrong(self, field: str, advice: Text) -> None:
        """Say what stands there and what would be accepted."""
        shown = show(self.values.get(field))
        self.fault(field, Text(f"写的是{shown.zh}。", f"is {shown.en}."), advice)

    def fault(
        self, field: str, message: Text, advice: Text = NOTHING, severity: Severity = "fault"
    ) -> None:
        """Add a fault or a doubt about one field."""
        here = self.where(field)
        self.faults.append(Fault(where=here, message=message, advice=advice, severity=severity))

    def doubt(self, field: str, message: Text, advice: Text = NOTHING) -> None:
        """Add a doubt about one field."""
        self.fault(field, message, advice, "doubt")
