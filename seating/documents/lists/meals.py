"""Meals as the roster has them, in the order in which they are eaten (用餐)."""

from __future__ import annotations

import datetime as dt
import re

from seating.documents.lists.roll import by_unit, present
from seating.facts.book import Book
from seating.facts.people import Person

_PARTS = (("早", "breakfast"), ("午", "中", "lunch"), ("晚", "dinner", "supper"), ("夜", "night"))
_BACK = 15  # a day of the month so far before the first day of the event is in the next month


def meals_of(person: Person) -> tuple[str, ...]:
    """Split 9日晚餐；10日午餐 into meals; each is eaten once."""
    words = re.split(r"[;；,，、\n]", person.meals)
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def eaters(book: Book) -> list[Person]:
    """Return those who eat, by unit and precedence; absent people do not."""
    people = [person for person in present(book) if meals_of(person)]
    return [person for _, members in by_unit(book, people) for person in members]


def all_meals(book: Book) -> list[str]:
    """Return all meals by day and time of day."""
    start = book.event.start
    found = {meal for person in eaters(book) for meal in meals_of(person)}
    return sorted(found, key=lambda meal: (_day(meal, start), _part(meal), meal))


def _day(meal: str, start: dt.datetime | None) -> tuple[int, ...]:
    numbers = tuple(int(n) for n in re.findall(r"\d+", meal.partition("日")[0]))
    if len(numbers) == 1 and start is not None and "日" in meal:
        day = numbers[0] + (31 if numbers[0] < start.day - _BACK else 0)
        return (start.month, day)
    return numbers


def day_of(meal: str, start: dt.datetime | None) -> dt.date | None:
    """Return the day of a meal that names one (9日晚餐), near the first day of the event."""
    if start is None or not re.match(r"\d+日", meal):
        return None
    number = int(meal.partition("日")[0])
    after = number < start.day - _BACK
    month = start.month % 12 + 1 if after else start.month
    try:
        return dt.date(start.year + (after and start.month == 12), month, number)
    except ValueError:
        return None


def _part(meal: str) -> int:
    low = meal.lower()
    found = (n for n, words in enumerate(_PARTS) if any(word in low for word in words))
    return next(found, len(_PARTS))
