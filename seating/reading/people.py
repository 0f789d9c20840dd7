"""Rows of the roster → people; then the links between them (人员与相互关系)."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from seating.facts.fault import Fault, Where
from seating.facts.people import Person
from seating.facts.text import NOTHING, Text
from seating.reading.cells import Cells
from seating.reading.names import Place, Register
from seating.reading.ranks import Ranks
from seating.reading.table import Record
from seating.reading.words import compatibility_characters, key, private_characters

_LONGEST_NAME = 120
_SEVERAL_NAMES = re.compile(r"[\u3400-\u9fff]{2} *[、，,;；/\n]\s*[\u3400-\u9fff]{2}")


def read_person(record: Record, ranks: Ranks, faults: list[Fault]) -> Person | None:
    """Read one row; links to others are still words.  ``None`` if there is no name."""
    cells = Cells(record, faults)
    person = Person(
        id=cells.id("id"),
        name=cells.name("name"),
        unit=cells.text("unit"),
        title=cells.text("title"),
        rank=cells.rank("rank", ranks),
        gender=cells.gender("gender"),
        group=cells.text("group"),
        roles=cells.roles("role"),
        tags=frozenset(cells.several("tags")),
        absent=cells.yes("absent"),
        substitutes=cells.text("substitutes"),
        interprets=cells.text("interprets"),
        seniority=cells.date("seniority"),
        reading=cells.text("reading"),
        side=cells.side("side"),
        spouse=cells.text("spouse"),
        knows=frozenset(cells.several("knows")),
        name_en=cells.text("name_en"),
        title_en=cells.text("title_en"),
        phone=cells.text("phone"),
        arrival=cells.text("arrival"),
        car=cells.text("car"),
        lodging=cells.text("lodging"),
        meals=cells.text("meals"),
        award=cells.text("award"),
        note=cells.text("note"),
        where=record.place,
    )
    where = record.where("name")
    if not person.name:
        if "name" not in record.bad and not any(f.where == where for f in faults):
            faults.append(Fault(where=where, message=Text("没有写姓名。", "no name is given.")))
        return None
    faults += _name_faults(person, str(record.cells["name"]), where)
    return person


def _name_faults(person: Person, written: str, where: Where) -> list[Fault]:
    name = person.name
    if not any(c.isalpha() or c in private_characters(name) for c in name):
        message = Text(f"姓名写的是“{name}”。", f"the name is {name!r}.")
        return [Fault(where=where, message=message, advice=Text("应为文字。", "Expected words."))]
    if len(name) > _LONGEST_NAME:
        message = Text(
            f"姓名有{len(name)}字：“{name[:20]}…”。",
            f"the name has {len(name)} characters: {name[:20]!r}…",
        )
        advice = Text(
            f"姓名不超过{_LONGEST_NAME}字。", f"A name has at most {_LONGEST_NAME} characters."
        )
        return [Fault(where=where, message=message, advice=advice)]
    if len(person.id) > _LONGEST_NAME:
        message = Text(
            f"“{name}”的编号有{len(person.id)}字。",
            f"the id of {name!r} has {len(person.id)} characters.",
        )
        return [Fault(where=where, message=message)]
    doubts = []
    if _SEVERAL_NAMES.search(written):
        doubts.append(
            Text(
                f"“{name}”像是几个人写在了一格里，按一个人读入；是几个人的请各占一行。",
                f"{name!r} looks like several people in one cell; it was read as one. "
                "Give each a row.",
            )
        )
    if odd := compatibility_characters(name):
        plain = "、".join(f"{c}（U+{ord(c):04X}）" for c in odd)
        points = ", ".join(f"U+{ord(c):04X}" for c in odd)
        doubts.append(
            Text(
                f"“{name}”中的{plain}是兼容汉字，与通用字形相同而编码不同，照原样保留。",
                f"{name!r} has compatibility characters ({points}); they are kept.",
            )
        )
    if odd := private_characters(name):
        codes = [f"U+{ord(c):04X}" for c in odd]
        doubts.append(
            Text(
                f"“{name}”中有自造字（{'、'.join(codes)}），别的电脑可能印不出。",
                f"{name!r} has private-use characters ({', '.join(codes)}) that may not print.",
            )
        )
    return [Fault(where=where, message=text, severity="doubt") for text in doubts]


def link(people: Sequence[Person], place: Place) -> tuple[list[Person], list[Fault]]:
    """Resolve who stands in for whom, interprets for, is married to and knows whom."""
    register = Register(people)
    faults: list[Fault] = []
    linked: dict[str, Person] = {}
    for person in people:
        ids = {"substitutes": "", "interprets": "", "spouse": ""}
        for field in ids:
            word = getattr(person, field)
            if not word:
                continue
            where = place(person, field)
            ids[field], found = register.find(word, where)
            faults += found
            if ids[field] == person.id:
                message = Text("写的是本人。", "names the person himself.")
                faults.append(Fault(where=where, message=message))
        linked[person.id] = dataclasses.replace(
            person,
            substitutes=ids["substitutes"],
            interprets=ids["interprets"],
            spouse=ids["spouse"],
            knows=_acquaintances(person, register, place, faults),
        )
    faults += _substitutes(linked, place)
    faults += _marry(linked, place)
    for person in list(linked.values()):
        for other in person.knows & linked.keys():
            both = linked[other].knows | {person.id}
            linked[other] = dataclasses.replace(linked[other], knows=both)
    return list(linked.values()), faults


def _acquaintances(
    person: Person, register: Register, place: Place, faults: list[Fault]
) -> frozenset[str]:
    ids = set()
    for word in sorted(person.knows):
        found, wrong = register.find(word, place(person, "knows"))
        faults += wrong
        ids.add(found)
    return frozenset(ids - {"", person.id})


def _substitutes(people: dict[str, Person], place: Place) -> list[Fault]:
    faults = []
    replaced: dict[str, Person] = {}
    for person in people.values():
        absent = people.get(person.substitutes)
        if absent is None or absent is person:
            continue
        where = place(person, "substitutes")
        if absent.substitutes == person.id:
            message = Text(
                f"“{person.name}”与“{absent.name}”互相代会。",
                f"{person.name!r} and {absent.name!r} stand in for each other.",
            )
            faults.append(Fault(where=where, message=message))
            continue
        if not absent.absent:
            faults.append(
                _doubt(
                    where,
                    f"代“{absent.name}”参会，而“{absent.name}”没有标请假。",
                    f"stands in for {absent.name!r}, who is not marked absent.",
                )
            )
        if person.absent:
            faults.append(
                _doubt(
                    where,
                    f"“{person.name}”代“{absent.name}”参会，本人却标了请假。",
                    f"{person.name!r} stands in for {absent.name!r} but is absent too.",
                )
            )
        if absent.id in replaced:
            faults.append(
                _doubt(
                    where,
                    f"代“{absent.name}”参会的还有“{replaced[absent.id].name}”。",
                    f"{replaced[absent.id].name!r} stands in for {absent.name!r} as well.",
                )
            )
        replaced.setdefault(absent.id, person)
    return faults


def _marry(people: dict[str, Person], place: Place) -> list[Fault]:
    """Write down each marriage on both sides."""
    faults = []
    for person in list(people.values()):
        other = people.get(person.spouse)
        if other is None or other.id == person.id:
            continue
        if not other.spouse:
            people[other.id] = dataclasses.replace(other, spouse=person.id)
        elif other.spouse != person.id:
            message = Text(
                f"“{person.name}”的配偶写的是“{other.name}”，而“{other.name}”的配偶另有其人。",
                f"the spouse of {person.name!r} is {other.name!r}, whose own spouse is another.",
            )
            faults.append(Fault(where=place(person, "spouse"), message=message, advice=NOTHING))
    return faults


def _doubt(where: Where, zh: str, en: str) -> Fault:
    return Fault(where=where, message=Text(zh, en), severity="doubt")


def mixed_ranks(records: Sequence[Record], file: str) -> list[Fault]:
    """Doubt a roster that gives some ranks as numbers and some as words."""
    cells = [r.cells.get("rank") for r in records]
    words = [c for c in cells if isinstance(c, str) and not key(c).isdigit()]
    numbers = [c for c in cells if c is not None and c not in words]
    if not words or not numbers:
        return []
    return [
        _doubt(
            Where(file=file, column=records[0].headings.get("rank", "")),
            "级别既有数字又有文字，文字按级别词表折算（正国级为1，正厅级为5，正处级为7）。",
            "ranks are given both as numbers and as words; words count as in the table of ranks.",
        )
    ]
