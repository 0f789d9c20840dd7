"""A book whose people have desks, cars, rooms, meals, awards and telephones."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from types import ModuleType
from typing import Any

import books
from pdfcheck import check_pdf, crossed, texts

from seating.facts.book import Book, Printed, PrintJob
from seating.facts.people import Person

LIGATURE = 0.2
"""Share of a letter's box that its neighbour may cover: ``ff`` and ``gj`` in Latin type."""


def book(
    tables: dict[str, Any] | None = None,
    *,
    count: int = 60,
    shuffle: int = 0,
    change: Callable[[Person], Person] | None = None,
) -> Book:
    """Return the usual book, arranged: three desks, three cars, twin rooms, two meals."""
    plain = books.book(count=count)
    people = {i: arranged(p) for i, p in plain.people.items()}
    if change is not None:
        people = {i: change(p) for i, p in people.items()}
    order = plain.order
    if shuffle:
        people = books.shuffled(people, shuffle)
    event = dataclasses.replace(
        plain.event, tables={"documents": tables or {}}, people=tuple(people.values())
    )
    names = tuple(sorted(people, key=lambda i: (people[i].name, i)))
    return dataclasses.replace(plain, event=event, people=people, order=order, name_order=names)


def arranged(person: Person) -> Person:
    number = int("".join(c for c in person.id if c.isdigit()))
    if person.id[0] == "L":
        return dataclasses.replace(person, arrival="贵宾室", gender="male")
    if person.absent:
        return dataclasses.replace(person, arrival="2号台")
    return dataclasses.replace(
        person,
        gender="male" if number // 2 % 2 else "female",
        arrival=f"{1 + number % 3 * 5}号台",
        car=str(1 + number % 3 * 9) if number % 2 else "",
        lodging=f"{8 + number // 20}{number // 2:02d}" if number < 40 else "",
        meals="9日晚餐；10日午餐" if number < 30 else "10日午餐" if number < 40 else "",
        award=("先进单位", "先进个人")[number % 2] if number < 12 else "",
        phone=f"0000-1{number:04d}" if number % 5 == 0 else "",
    )


def made(module: ModuleType, book: Book, **job: Any) -> list[Printed]:
    return list(module.make(book, PrintJob(**job)))


def words(file: Printed) -> str:
    """Return the text of a file without blanks."""
    return "".join("".join(texts(file.data)).split())


def page_words(file: Printed) -> list[str]:
    return ["".join(text.split()) for text in texts(file.data)]


def problems(file: Printed, margin: float = 5.0) -> list[str]:
    return check_pdf(file.data, margin=margin, tolerance=LIGATURE) + crossed(file.data)


def bearers(book: Book, name: str, *, absent: bool = True) -> int:
    """Return how many people bear a name, as part of a longer one too."""
    return sum(p.name.count(name) for p in book.people.values() if absent or not p.absent)
