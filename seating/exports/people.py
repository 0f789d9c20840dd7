"""Who stands on a list, in which order, in what words (名单条目)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from seating.facts.book import Book, BookSitting
from seating.facts.people import Person
from seating.facts.text import Language


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list.

    Attributes:
        seats: where the person sits in each of the sittings asked for; ``""`` = nowhere.
        extra: for whom he stands in, or his unit where another has the same name.
    """

    person: Person
    name: str
    unit: str
    title: str
    seats: tuple[str, ...]
    extra: str = ""


def rows(
    book: Book, order: Sequence[str], sittings: Sequence[BookSitting], language: Language
) -> list[Row]:
    """Return a line for everybody in the order given."""
    return [_row(book, book.people[i], sittings, language) for i in order if i in book.people]


def _row(book: Book, person: Person, sittings: Sequence[BookSitting], language: Language) -> Row:
    name, title = person.name, person.title
    if language == "en":
        name, title = person.name_en or name, person.title_en or title
    seats = tuple(seat_of(sitting, person.id, language) for sitting in sittings)
    extra = ""
    if person.substitutes:
        other = book.people.get(person.substitutes)
        whom = name_of(other, language) if other else person.substitutes
        extra = f"代{whom}" if language == "zh" else f"for {whom}"
    return Row(person, name, unit_of(book, person.unit, language), title, seats, extra)


def name_of(person: Person, language: Language) -> str:
    """Return the name to write."""
    return person.name_en or person.name if language == "en" else person.name


def unit_of(book: Book, name: str, language: Language, *, short: bool = False) -> str:
    """Return the name of a unit to write: in full, unless the short one is asked for."""
    unit = book.units.get(name)
    if unit is None:
        return name
    if language == "en" and unit.name_en:
        return unit.name_en
    return (unit.short or unit.name) if short else unit.name


def seat_of(sitting: BookSitting, person: str, language: Language) -> str:
    """Return the label of somebody's seat, or ``""``."""
    place = sitting.layout.by_id.get(sitting.seat_of(person) or "")
    return (place.label.to(language) or place.label.zh) if place else ""


def by_unit(book: Book) -> list[str]:
    """Return everybody by the order of units, within a unit by precedence."""
    rank = {person: i for i, person in enumerate(book.order)}

    def key(person: str) -> tuple[bool, int, str, int]:
        name = book.people[person].unit
        unit = book.units.get(name)
        order = unit.order if unit else 0
        return (order == 0, order, name, rank.get(person, len(rank)))

    return sorted(book.order, key=key)


def by_name(book: Book, language: Language) -> list[str]:
    """Return everybody by strokes of the surname, in English by the alphabet."""
    if language == "zh":
        return list(book.name_order or book.order)
    return sorted(book.order, key=lambda i: (name_of(book.people[i], "en").casefold(), i))


def namesakes(book: Book) -> Counter[str]:
    """Return how many people have each name."""
    return Counter(person.name for person in book.people.values())


def together(book: Book) -> list[list[BookSitting]]:
    """Return the sittings that belong on one list: a hall with the rostrum that it faces."""
    faced = {s.sitting.faces for s in book.sittings.values()}
    found = []
    for key, sitting in book.sittings.items():
        if key not in faced:
            other = book.sittings.get(sitting.sitting.faces)
            found.append([s for s in (other, sitting) if s is not None])
    return found
