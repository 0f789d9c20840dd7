"""The event's own tables for documents, as the dataclasses that describe them (文书设置)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from seating.facts.book import Book
from seating.facts.event import Event

T = TypeVar("T")


def keys_of(book: Book | Event, name: str, cls: type[T]) -> T:
    """Return ``[documents.<name>]`` as an instance of ``cls``, defaults where nothing is said.

    The table has been checked when the event was read; keys unknown to ``cls`` are passed over.
    """
    return _build(cls, table_of(book, name))


def table_of(book: Book | Event, name: str) -> Mapping[str, Any]:
    """Return ``[documents.<name>]`` as written, with dashes or underscores in the name."""
    event = book.event if isinstance(book, Book) else book
    documents = event.tables.get("documents", {})
    if not isinstance(documents, Mapping):
        return {}
    table = documents.get(name, documents.get(name.replace("_", "-"), {}))
    return table if isinstance(table, Mapping) else {}


def has_table(book: Book | Event, name: str) -> bool:
    """Whether the event names the document at all, be the table empty."""
    event = book.event if isinstance(book, Book) else book
    documents = event.tables.get("documents", {})
    return isinstance(documents, Mapping) and bool({name, name.replace("_", "-")} & set(documents))


def _build(cls: type[T], table: Mapping[str, Any]) -> T:
    hints = get_type_hints(cls)
    values = {
        field.name: _value(hints[field.name], table[key])
        for field in dataclasses.fields(cls)  # type: ignore[arg-type]
        if (key := field.name.rstrip("_")) in table
    }
    return cls(**values)


def _value(hint: Any, raw: Any) -> Any:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        items = raw if isinstance(raw, list | tuple) else [raw]
        return tuple(_value(inner, item) for item in items)
    if dataclasses.is_dataclass(hint) and isinstance(raw, Mapping):
        return _build(hint, raw)  # type: ignore[arg-type]
    if dt.date in (hint, *get_args(hint)) and isinstance(raw, str):
        return _day(raw)
    return raw


def _day(text: str) -> dt.date | None:
    """Return the day of 2026年12月8日 or another spelling, which was accepted before."""
    plain = unicodedata.normalize("NFKC", text)
    found = re.match(r"\s*(\d{4})\D*?(\d{1,2})\D*?(\d{1,2})", plain)
    return dt.date(*map(int, found.groups())) if found else None
