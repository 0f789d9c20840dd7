"""Title, time and place of the event in words (会议名称、时间、地点)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from seating.documents.furniture import say_date
from seating.facts.book import Book
from seating.facts.text import Language


@dataclass(frozen=True, slots=True)
class Occasion:
    """What every list says of the event."""

    book: Book
    language: Language

    @property
    def title(self) -> str:
        """Return the title of the event."""
        return self.book.event.title.to(self.language) or self.book.event.title.zh

    @property
    def place(self) -> str:
        """Return where it is."""
        return self.book.event.place.to(self.language) or self.book.event.place.zh

    @property
    def days(self) -> str:
        """Return the day, or the first and the last: 2026年12月10日至12日."""
        start, end = self.book.event.start, self.book.event.end
        if start is None:
            return ""
        first = say_date(start.date(), self.language)
        if end is None or end.date() <= start.date():
            return first
        last = end.date()
        if self.language == "en":
            return f"{first} - {say_date(last, 'en')}"
        same = (last.year == start.year, last.month == start.month)
        if all(same):
            return f"{first}至{last.day}日"
        rest = f"{last.month}月{last.day}日"
        return f"{first}至{rest}" if same[0] else f"{first}至{say_date(last, 'zh')}"

    @property
    def when(self) -> str:
        """Return day and hour; the day alone where no hour is known."""
        start = self.book.event.start
        if start is None:
            return ""
        day = say_date(start.date(), self.language)
        if start.time() == dt.time():
            return day
        hour = f"{start.hour}:{start.minute:02d}"
        return f"{day}{hour}" if self.language == "zh" else f"{day}, {hour}"

    @property
    def when_and_where(self) -> str:
        """Return time and place in one line, as it stands under a title."""
        if self.language == "en":
            return ", ".join(part for part in (self.when, self.place) if part)
        parts = (("时间", self.when), ("地点", self.place))
        return "　".join(f"{name}：{words}" for name, words in parts if words)
