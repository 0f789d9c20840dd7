"""Who sits where, for the notice: the table, and the sentence to one unit or person (座次安排)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from seating.documents.words import name_of, seat_label, sitting_title
from seating.facts.book import Book
from seating.facts.people import Person
from seating.facts.text import Language


@dataclass(frozen=True, slots=True)
class Seated:
    """One person's seat in one sitting, in the words of the notice."""

    person: str
    name: str
    unit: str
    sitting: str
    seat: str

    def full(self, between: str) -> str:
        """Return sitting and seat, the sitting once if the seat's label names it already."""
        if self.seat.casefold().startswith(self.sitting.casefold()):
            return self.seat[:1].upper() + self.seat[1:]
        return self.sitting + between + self.seat


def seats_of(book: Book, language: Language, people: Iterable[str] = ()) -> list[Seated]:
    """Return the seats by precedence, then in the event's order of sittings.

    Args:
        book: the event and its plan.
        language: of names and labels; a name without an English form stays Chinese.
        people: only these ids; empty = everybody.
    """
    only = set(people)
    found = []
    for person_id in book.order:
        person = book.people.get(person_id)
        if person is None or person.absent or (only and person_id not in only):
            continue
        for sitting in book.sittings.values():
            seat = seat_label(sitting, person_id, language)
            if seat:
                found.append(
                    Seated(
                        person_id,
                        name_of(person, language),
                        unit_name(book, person.unit, language),
                        sitting_title(sitting, language),
                        seat,
                    )
                )
    return found


def unit_name(book: Book, unit: str, language: Language) -> str:
    """Return a unit's full name as an addressee reads it."""
    known = book.units.get(unit)
    return (known.name_en if known and language == "en" else "") or unit


def attending(book: Book) -> list[Person]:
    """Return those who are expected, by precedence; staff and drivers are not invited."""
    people = (book.people[i] for i in book.order if i in book.people)
    return [p for p in people if not p.absent and not p.roles & {"staff", "driver"}]


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom one copy of a personal notice is for (一份通知的收件人).

    Attributes:
        key: name of the unit, or of the person where there is no unit.
        people: ids of those whose seats it names.
        single: it is for one person.
    """

    key: str
    people: tuple[str, ...]
    single: bool


def readers(book: Book, mode: str) -> list[Reader]:
    """Return the readers of personal notices, units and people by precedence.

    Args:
        book: the event.
        mode: ``unit`` or ``person``; people without a unit get their own either way.
    """
    units: dict[str, list[str]] = {}
    found: list[Reader] = []
    for person in attending(book):
        if mode == "unit" and person.unit:
            if person.unit not in units:
                units[person.unit] = []
                found.append(Reader(person.unit, (), single=False))
            units[person.unit].append(person.id)
        else:
            found.append(Reader(person.name, (person.id,), single=True))
    whole = [
        reader if reader.single else Reader(reader.key, tuple(units[reader.key]), single=False)
        for reader in found
    ]
    order = {name: unit.order or len(book.units) for name, unit in book.units.items()}
    if mode == "unit":
        last = len(book.units) + 1
        whole.sort(key=lambda reader: last if reader.single else order.get(reader.key, last))
    return whole
