"""Everybody in order, counted and named, for lists of people (点名)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seating.documents.words import says_unit, seat_label, stands_for, title_of, unit_of
from seating.facts.book import Book
from seating.facts.people import Person
from seating.facts.text import Language

STANDING = frozenset({"photo", "vehicle", "award", "ribbon", "podium", "flags"})
"""Forms in which nobody has a chair to go to when the meeting begins."""

_DIVISIONS = "省市州盟县区旗乡镇"


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many should come and how many will (应到、请假、代会).

    Attributes:
        due: people invited in their own right (应到); a substitute fills another's place.
        leave: those of them who are absent (请假).
        substitutes: people who come for an absent one (代会).
    """

    due: int
    leave: int
    substitutes: int

    @property
    def coming(self) -> int:
        """How many people will be there."""
        return self.due - self.leave + self.substitutes


def everybody(book: Book) -> list[Person]:
    """Return all people by precedence, absent ones too."""
    order = [*book.order, *sorted(book.people.keys() - set(book.order))]
    return [book.people[i] for i in order if i in book.people]


def present(book: Book) -> list[Person]:
    """Return those who come, by precedence."""
    return [person for person in everybody(book) if not person.absent]


def stands_in(book: Book, person: Person) -> bool:
    """Whether somebody comes in place of an absent person."""
    other = book.people.get(person.substitutes)
    return other is not None and other.absent


def head_count(book: Book, people: Iterable[Person]) -> HeadCount:
    """Count people, absent ones among them."""
    due = leave = substitutes = 0
    for person in people:
        if stands_in(book, person):
            substitutes += not person.absent
        else:
            due += 1
            leave += person.absent
    return HeadCount(due, leave, substitutes)


def by_unit(book: Book, people: Sequence[Person]) -> list[tuple[str, list[Person]]]:
    """Return people under their units, units in their order, each unit's people as given."""
    found: dict[str, list[Person]] = {}
    for person in people:
        found.setdefault(person.unit, []).append(person)

    def rank(name: str) -> tuple[bool, bool, int, str]:
        unit = book.units.get(name)
        order = unit.order if unit else 0
        return (not name, order == 0, order, name)

    return [(name, found[name]) for name in sorted(found, key=rank)]


def groups_of_people(book: Book) -> dict[str, list[Person]]:
    """Return those who come by their groups, each group by precedence.

    Groups stand in the order in which the sittings name them (``group:前区``), then the others.
    """
    found: dict[str, list[Person]] = {}
    for person_id in book.order:
        person = book.people[person_id]
        if person.group and not person.absent:
            found.setdefault(person.group, []).append(person)
    named = (who for s in book.sittings.values() for who in s.sitting.who)
    first = [who.removeprefix("group:") for who in named if who.startswith("group:")]
    return {name: found[name] for name in dict.fromkeys([*first, *found]) if name in found}


def group_said(book: Book, name: str, language: Language) -> str:
    """Return the name of a group to print; in English that of the sitting of the same name."""
    titles = (s.sitting.title for s in book.sittings.values())
    return next((t.to(language) for t in titles if t.zh == name and t.to(language)), name)


def natural(words: str) -> tuple[tuple[bool, int, str], ...]:
    """Return a key that sorts numbers in words by their value: 2号车 before 10号车."""
    parts = re.findall(r"\d+|\D+", words)
    return tuple((not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in parts)


def post_of(book: Book, person: Person, language: Language) -> str:
    """Return unit and post, with a line end between them where a narrow cell may break it.

    A post that says the unit already stands alone; 市委办公室 and 办公室主任 share 办公室, and
    白鹭县 and 县政协主席 share 县 (yet 白鹭县县长 keeps both).
    """
    unit = unit_of(book, person.unit, language)
    title = title_of(person, language)
    if not title or not unit:
        return unit or title
    if says_unit(book, person, language):
        return title
    if language == "en":
        return f"{unit},\n{title}"
    shared = next((n for n in range(len(title), 2, -1) if unit.endswith(title[:n])), 0)
    if not shared and unit[-1] == title[0] in _DIVISIONS and title[1:2] != "长":
        shared = 1
    return f"{unit}{title[shared:]}" if shared else f"{unit}\n{title}"


def seat_of(book: Book, person: Person, language: Language) -> str:
    """Return the label of somebody's seat in the first sitting in which people sit, or ``""``."""
    for sitting in book.sittings.values():
        if sitting.sitting.form not in STANDING:
            label = seat_label(sitting, person.id, language)
            if label:
                return label
    return ""


def remark_of(book: Book, person: Person, language: Language) -> str:
    """Return 代××× for a substitute, without brackets; else ``""``."""
    return stands_for(book, person, language).strip(" ()（）")
