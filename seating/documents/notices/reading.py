"""``[notice]`` as written → :class:`NoticeKeys`, with every fault found (通知参数校验)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import difflib
import re
import types
import typing
from collections.abc import Mapping
from typing import Any

from seating.documents.notices import checks
from seating.documents.notices.files import missing_files
from seating.documents.notices.keys import NoticeKeys
from seating.facts.book import Book
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.parameter import About, about
from seating.facts.text import NOTHING, Text

FILE = "event.toml"

_SHORTHAND = {
    "AgendaKeys": "text",
    "ContactKeys": "text",
    "AttachmentKeys": "title",
    "RequirementKeys": "other",
}
"""The key meant when text stands where a table could."""

_DATES = (
    re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"),
    re.compile(r"(\d{4})年([1-9]\d?)月([1-9]\d?)日"),
)
_MOMENT = re.compile(
    r"(\d{4})[-年](\d{1,2})[-月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:：](\d{2})(?::\d{2})?)?"
)
_PADDED = re.compile(r"\d{2,4}年(0\d|\d{1,2})月(0\d|\d{1,2})日")


class _Reader:
    """Reads tables into dataclasses and collects what is wrong."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, key: str, message: Text, advice: Text = NOTHING) -> None:
        self.faults.append(Fault(where=Where(file=FILE, key=key), message=message, advice=advice))

    def table(self, cls: type[Any], raw: Mapping[str, Any], key: str) -> Any:
        """Return an instance of ``cls``, or ``None`` after a fault."""
        hints = typing.get_type_hints(cls)
        fields = {field.name: field for field in dataclasses.fields(cls)}
        before = len(self.faults)
        for name in raw:
            if name not in fields:
                self._unknown(f"{key}.{name}", name, fields)
        found: dict[str, Any] = {}
        for name, field in fields.items():
            place = f"{key}.{name}"
            if name not in raw:
                if field.default is dataclasses.MISSING:
                    what = about(field).text
                    self.fault(place, Text(f"缺少{what.zh}。", f"{what.en}: missing."))
                continue
            value = self.value(hints[name], raw[name], place)
            if value is not None and self._allowed(value, about(field), place):
                found[name] = value
        return cls(**found) if len(self.faults) == before else None

    def _allowed(self, value: Any, known: About, place: str) -> bool:
        """Check the words and the limits that a key accepts."""
        listed = value if isinstance(value, tuple) else (value,)
        wrong = [v for v in listed if known.choices and v not in known.choices]
        words = [c for c in known.choices if c]
        for one in wrong:
            self.fault(
                place,
                Text(f"“{one}”不可用。", f"{one!r} is not accepted."),
                Text(f"可用：{'、'.join(words)}。", f"Accepted: {', '.join(words)}."),
            )
        if known.minimum is not None and known.maximum is not None:
            low, high = known.minimum, known.maximum
            if not low <= value <= high:
                self.fault(
                    place,
                    Text(f"“{value}”超出范围。", f"{value} is out of range."),
                    Text(f"应为{low:g}至{high:g}。", f"From {low:g} to {high:g}."),
                )
                return False
        return not wrong

    def _unknown(self, place: str, name: str, known: typing.Iterable[str]) -> None:
        near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
        advice = Text(f"是否要写{near[0]}？", f"Did you mean {near[0]}?") if near else NOTHING
        self.fault(place, Text(f"没有“{name}”这个键。", f"no such key: {name}."), advice)

    def value(self, kind: Any, raw: Any, key: str) -> Any:
        """Return a value of the kind, or ``None`` after a fault."""
        if isinstance(kind, types.UnionType):
            kind = typing.get_args(kind)[0]
        if typing.get_origin(kind) is tuple:
            return self._list(typing.get_args(kind)[0], raw, key)
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            short = _SHORTHAND.get(kind.__name__)
            if short and (isinstance(raw, str) or (isinstance(raw, list) and short == "other")):
                raw = {short: raw}
            if isinstance(raw, Mapping):
                return self.table(kind, raw, key)
            return self._wrong(key, raw, Text("一张表", "a table"))
        if kind is dt.datetime:
            return self._moment(raw, key)
        if kind is dt.date:
            return self._date(raw, key)
        if kind is int:
            whole = isinstance(raw, int) and not isinstance(raw, bool)
            return raw if whole else self._wrong(key, raw, Text("整数", "a whole number"))
        if kind is bool:
            wanted = Text("true 或 false", "true or false")
            return raw if isinstance(raw, bool) else self._wrong(key, raw, wanted)
        if kind is float:
            number = isinstance(raw, int | float) and not isinstance(raw, bool)
            return float(raw) if number else self._wrong(key, raw, Text("数字", "a number"))
        return raw.strip() if isinstance(raw, str) else self._wrong(key, raw, Text("文字", "text"))

    def _list(self, kind: Any, raw: Any, key: str) -> tuple[Any, ...] | None:
        items = raw if isinstance(raw, list | tuple) else [raw]
        before = len(self.faults)
        found = [self.value(kind, item, f"{key}[{i}]") for i, item in enumerate(items, 1)]
        return tuple(f for f in found if f != "") if len(self.faults) == before else None

    def _date(self, raw: Any, key: str) -> dt.date | None:
        if isinstance(raw, dt.datetime):
            return raw.date()
        if isinstance(raw, dt.date):
            return raw
        if isinstance(raw, str):
            for pattern in _DATES:
                found = pattern.fullmatch(raw.strip())
                if found:
                    try:
                        return dt.date(*map(int, found.groups()))
                    except ValueError:
                        break
            if _PADDED.fullmatch(raw.strip()):
                self.fault(
                    key,
                    Text(f"日期“{raw}”的写法不合规定。", f"{raw!r}: no official form of a date."),
                    Text(
                        "年份写全，月、日不编虚位，如2025年1月8日。",
                        "Full year, no zeros in front: 2025年1月8日.",
                    ),
                )
                return None
        wanted = Text("日期，如 2026-12-01 或 2026年12月1日", "a date: 2026-12-01 or 2026年12月1日")
        self._wrong(key, raw, wanted)
        return None

    def _moment(self, raw: Any, key: str) -> dt.datetime | None:
        if isinstance(raw, dt.datetime):
            return raw.replace(tzinfo=None)
        if isinstance(raw, dt.date):
            return dt.datetime(raw.year, raw.month, raw.day)
        found = _MOMENT.fullmatch(raw.strip()) if isinstance(raw, str) else None
        if found:
            try:
                return dt.datetime(*(int(part or 0) for part in found.groups()))  # type: ignore[arg-type]
            except ValueError:
                pass
        wanted = Text(
            "日期和时刻，如 2026-12-01 09:00 或 2026年12月1日9:00",
            "a day and a time: 2026-12-01 09:00",
        )
        self._wrong(key, raw, wanted)
        return None

    def _wrong(self, key: str, raw: Any, wanted: Text) -> None:
        self.fault(
            key,
            Text(f"“{raw}”不能用。", f"{raw!r} cannot be used."),
            Text(f"应为{wanted.zh}。", f"It must be {wanted.en}."),
        )


def read_notice(
    raw: Any, settings: Mapping[str, str] | None = None, folder: str = ""
) -> NoticeKeys:
    """Return the keys of ``[notice]``.

    Args:
        raw: the table as written.
        settings: ``seats`` and ``personal`` of the print job, which win over the table.
        folder: of the event; if given, Markdown files that are named must be there.

    Raises:
        BadInputError: with every fault found, each with the path of its key.
    """
    reader = _Reader()
    if not isinstance(raw, Mapping):
        reader._wrong("notice", raw, Text("一张表 [notice]", "a table, [notice]"))
        raise BadInputError(reader.faults)
    table = dict(raw)
    if isinstance(table.get("copy_number"), int) and not isinstance(table["copy_number"], bool):
        table["copy_number"] = f"{table['copy_number']:06d}"
    if isinstance(table.get("personal"), bool):
        table["personal"] = "unit" if table["personal"] else ""
    for name, value in (settings or {}).items():
        if name == "seats":
            table["seats"] = _yes(value)
        if name == "personal":
            table["personal"] = value if value == "person" else "unit" if _yes(value) else ""
    keys = reader.table(NoticeKeys, table, "notice")
    reader.faults += checks.check_words(table)
    if keys is not None:
        reader.faults += checks.check_days(keys)
        reader.faults += missing_files(keys, folder) if folder else []
    if reader.faults:
        raise BadInputError(reader.faults)
    return typing.cast("NoticeKeys", keys)


def notice_of(book: Book, settings: Mapping[str, str] | None = None) -> NoticeKeys:
    """Return the keys of an event's notice.

    Raises:
        BadInputError: there is no ``[notice]``, or it is wrong.
    """
    if "notice" not in book.event.tables:
        message = Text("会议没有写 [notice]，印不了通知。", "the event has no [notice] to print.")
        advice = Text(
            "在 event.toml 里写上 [notice] 和成文日期 date。",
            "Write [notice] with the day of issue, date, into event.toml.",
        )
        where = Where(file=FILE, key="notice")
        raise BadInputError([Fault(where=where, message=message, advice=advice)])
    return read_notice(book.event.tables["notice"], settings)


def _yes(value: str) -> bool:
    return value.strip().lower() not in ("", "0", "no", "false", "off", "否")
