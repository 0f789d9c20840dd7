"""Ids of people, and finding a person by id or name (编号与查人)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence

from seating.facts.fault import Fault, Where
from seating.facts.people import Person
from seating.facts.text import Text
from seating.reading.words import code, did_you_mean, key, listed


class Register:
    """Finds people by id or by name, however either is spaced or cased."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._ids: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}
        self._words: set[str] = set()
        for person in people:
            self._ids[key(person.id)] = person.id
            self._names.setdefault(key(person.name), []).append(person.id)
            self._words |= {person.id, person.name}

    def find(self, word: str, where: Where) -> tuple[str, list[Fault]]:
        """Return the id of the person meant, or ``""`` and a fault."""
        prefix, colon, rest = code(word).partition(":")
        prefix = prefix.strip().casefold() if colon else ""
        wanted = key(rest if prefix in ("id", "name") else word)
        if prefix != "name" and wanted in self._ids:
            return self._ids[wanted], []
        found = self._names.get(wanted, []) if prefix != "id" else []
        if len(found) == 1:
            return found[0], []
        if found:
            every = listed(sorted(found))
            message = Text(f"叫“{word}”的不止一人。", f"several people are called {word!r}.")
            advice = Text(f"请写编号：{every.zh}。", f"Give the id: {every.en}.")
        else:
            message = Text(f"名册中没有“{word}”。", f"{word!r} is not on the roster.")
            advice = did_you_mean(rest.strip() if prefix else word, self._words)
        return "", [Fault(where=where, message=message, advice=advice)]


Place = Callable[[Person, str], Where]


def identify(people: Sequence[Person], place: Place) -> tuple[list[Person], list[Fault]]:
    """Give everybody an id: his own, else the name, else name and unit.

    Ids never depend on the order of the rows.  ``place`` says where a field of a person stands.
    """
    given = {key(person.id) for person in people if person.id}
    namesakes: dict[str, list[Person]] = {}
    for person in people:
        namesakes.setdefault(key(person.name), []).append(person)
    faults = [fault for group in namesakes.values() for fault in _namesakes(group, place)]
    named: list[Person] = []
    taken: dict[str, tuple[Person, bool]] = {}
    for person in people:
        own = bool(person.id)
        alone = len(namesakes[key(person.name)]) == 1 and key(person.name) not in given
        if not own and (alone or not person.unit):
            person = dataclasses.replace(person, id=person.name)
        elif not own:
            person = dataclasses.replace(person, id=f"{person.name}（{person.unit}）")
        other, other_own = taken.setdefault(key(person.id), (person, own))
        alike = key(person.name) == key(other.name) and not own and not other_own
        if other is not person and not alike:  # those alike are reported as namesakes
            faults.append(_same_id(person, other, place))
        named.append(person)
    return named, faults


def _namesakes(group: Sequence[Person], place: Place) -> list[Fault]:
    """Report people of one name: a fault where nothing tells them apart, else a doubt."""
    faults = []
    seen: dict[str, Person] = {}
    for person in group:
        if person.id:
            continue
        unit = key(person.unit)
        if unit in seen:
            message = Text(
                f"“{person.name}”与第{_row(seen[unit])}行姓名、单位都相同，分不清是谁。",
                f"{person.name!r} has the same name and unit as row {_row(seen[unit])}.",
            )
            advice = Text(
                "如是同一人请删去一行，如是两人请填编号。",
                "Remove one row if it is one person; give both an id if they are two.",
            )
            faults.append(Fault(where=place(person, "name"), message=message, advice=advice))
        seen.setdefault(unit, person)
    own = [key(p.id) for p in group if p.id]
    if len(group) > 1 and not faults and len(set(own)) == len(own):
        rows = "、".join(str(_row(p)) for p in group)
        message = Text(
            f"有{len(group)}人同名“{group[0].name}”（第{rows}行），按不同的人处理。",
            f"{len(group)} people are called {group[0].name!r} (rows {rows.replace('、', ', ')}); "
            "they are taken to be different.",
        )
        faults.append(Fault(where=place(group[1], "name"), message=message, severity="doubt"))
    return faults


def _same_id(person: Person, first: Person, place: Place) -> Fault:
    return Fault(
        where=place(person, "id"),
        message=Text(
            f"编号“{person.id}”与第{_row(first)}行（{first.name}）重复。",
            f"the id {person.id!r} is already used in row {_row(first)} ({first.name}).",
        ),
        advice=Text("请给其中一人换个编号。", "Give one of them another id."),
    )


def _row(person: Person) -> int:
    return person.where.row if person.where else 0
