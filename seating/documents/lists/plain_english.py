"""Desks, cars, meals and awards of the roster in English, where it is certain (英文说法).

The roster has these columns once, mostly in Chinese.  Numbered desks and cars and ordinary meals
are said in English; so is what the tables of a document give English for.  All else stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from seating.documents.furniture import say_date
from seating.documents.lists.meals import day_of
from seating.documents.settings import table_of
from seating.facts.book import Book
from seating.facts.text import Language

_DESK = re.compile(r"第?(\d+|[A-Z])号?(?:签到|报到)?[台处点]")
_DESKS = {"贵宾室": "VIP Room", "贵宾厅": "VIP Room", "贵宾台": "VIP desk", "嘉宾台": "VIP desk"}
_CAR = re.compile(r"(\d+)\s*(?:号车?)?")
_MEALS = {"早餐": "Breakfast", "午餐": "Lunch", "中餐": "Lunch", "晚餐": "Dinner"}


def desk_said(desk: str, language: Language) -> str:
    """Return a desk to sign in at: Desk 1 of 1号台."""
    number = _DESK.fullmatch(desk.strip())
    if language == "zh":
        return desk
    return f"Desk {number[1]}" if number else _DESKS.get(desk.strip(), desk)


def car_said(book: Book, car: str, language: Language) -> str:
    """Return a car: Car 3 of 3号车."""
    if language == "zh":
        return car
    number = _CAR.fullmatch(car.strip())
    plain = f"Car {int(number[1])}" if number else car
    return _given(book, "windscreen", "number", car) or plain


def meal_said(book: Book, meal: str, language: Language) -> str:
    """Return a meal: Dinner, 9 December of 9日晚餐."""
    if language == "zh":
        return meal
    given = _given(book, "meal_tickets", "meal", meal)
    if given:
        return given
    day, kind = day_of(meal, book.event.start), re.sub(r"^.*日", "", meal)
    if kind not in _MEALS:
        return meal
    if day is None:
        return _MEALS[kind] if kind == meal else meal
    return f"{_MEALS[kind]}, {say_date(day, 'en').rpartition(' ')[0]}"


def award_said(book: Book, award: str, language: Language) -> str:
    """Return an award by the English that ``[documents.awards]`` gives it."""
    return (_given(book, "awards", "award", award) if language == "en" else "") or award


def _given(book: Book, document: str, key: str, words: str) -> str:
    """Return the English that a table of a document gives for a word of the roster."""
    listed = [entry for value in table_of(book, document).values() for entry in _tables(value)]
    found = (entry.get(f"{key}_en") for entry in listed if entry.get(key) == words)
    return next((str(english) for english in found if english), "")


def _tables(value: object) -> list[Mapping[str, object]]:
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, list) else []
