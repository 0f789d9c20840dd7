"""The sheet of units, and the units that people name (单位)."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence

from seating.facts.fault import Fault, Where
from seating.facts.people import Person, Unit
from seating.facts.text import Text
from seating.reading.cells import Cells
from seating.reading.grid import Grid
from seating.reading.headings import UNITS
from seating.reading.names import Place
from seating.reading.table import read_table
from seating.reading.words import did_you_mean, joined, key


def read_units(grid: Grid) -> tuple[tuple[Unit, ...] | None, list[Fault]]:
    """Read the sheet of units; ``None`` if it cannot be understood."""
    table, faults = read_table(grid, UNITS)
    if table is None:
        return None, faults
    units: dict[str, Unit] = {}
    rows: dict[str, int] = {}
    wanted = Text("应为1起的整数。", "Expected a whole number from 1 on.")
    for record in table.records:
        cells = Cells(record, faults)
        name = cells.text("name")
        where = record.where("name")
        unit = Unit(
            name=name,
            short=cells.text("short"),
            order=cells.whole("order", wanted) or 0,
            category=cells.text("category"),
            name_en=cells.text("name_en"),
            category_en=cells.text("category_en"),
        )
        if not name:
            if "name" not in record.bad:
                faults.append(Fault(where=where, message=Text("没有写单位。", "no unit is given.")))
        elif key(name) in units:
            row = rows[key(name)]
            message = Text(f"“{name}”与第{row}行重复。", f"{name!r} is already in row {row}.")
            faults.append(Fault(where=where, message=message))
        else:
            units[key(name)] = unit
            rows[key(name)] = record.place.row
    faults += _same_twice(units.values(), table.place)
    return in_order(units.values()), faults


def in_order(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Sort units by their order, then by name; those without an order come last."""
    return tuple(sorted(units, key=lambda u: (u.order == 0, u.order, u.name)))


def _same_twice(units: Iterable[Unit], place: Where) -> list[Fault]:
    every = list(units)
    where = Where(file=place.file, sheet=place.sheet)
    doubts = []
    for what, what_en, values in (
        ("序号", "order", [str(u.order) for u in every if u.order]),
        ("简称", "short name", [u.short for u in every if u.short]),
    ):
        for value, count in sorted(Counter(values).items()):
            if count > 1:
                message = Text(
                    f"{count}个单位的{what}都是“{value}”。",
                    f"{count} units have the {what_en} {value!r}.",
                )
                doubts.append(Fault(where=where, message=message, severity="doubt"))
    return doubts


def settle_units(
    people: Sequence[Person], units: Sequence[Unit] | None, place: Place
) -> tuple[list[Person], tuple[Unit, ...], list[Fault]]:
    """Give each person's unit its one spelling; without a sheet of units, make the units.

    A unit may be named in full or by its short name.
    """
    if units is None:
        return _without_sheet(people, place)
    names = {key(u.name): u.name for u in units}
    shorts = Counter(key(u.short) for u in units if u.short)
    for unit in units:
        if unit.short and shorts[key(unit.short)] == 1:
            names.setdefault(key(unit.short), unit.name)
    settled = []
    faults = []
    for person in people:
        if person.unit and key(person.unit) not in names:
            faults.append(_unknown(person, units, place(person, "unit")))
        settled.append(dataclasses.replace(person, unit=names.get(key(person.unit), person.unit)))
    return settled, tuple(units), faults


def _unknown(person: Person, units: Sequence[Unit], where: Where) -> Fault:
    return Fault(
        where=where,
        message=Text(
            f"“{person.name}”的单位“{person.unit}”不在单位表中。",
            f"the unit of {person.name}, {person.unit!r}, is not on the sheet of units.",
        ),
        advice=joined(
            did_you_mean(person.unit, [n for u in units for n in (u.name, u.short) if n]),
            Text("请改正，或在单位表中补上。", "Correct it, or add it to the sheet of units."),
        ),
    )


def _without_sheet(
    people: Sequence[Person], place: Place
) -> tuple[list[Person], tuple[Unit, ...], list[Fault]]:
    spellings: dict[str, Counter[str]] = {}
    for person in people:
        if person.unit:
            spellings.setdefault(key(person.unit), Counter())[person.unit] += 1
    chosen = {k: min(c, key=lambda s: (-c[s], s)) for k, c in spellings.items()}
    doubts = [
        Fault(
            where=dataclasses.replace(place(people[0], "unit"), row=0),
            message=Text(
                f"同一单位有几种写法：{'、'.join(sorted(c))}，按“{chosen[k]}”读入。",
                f"one unit is spelt in several ways: {', '.join(sorted(c))}; "
                f"{chosen[k]!r} is used.",
            ),
            severity="doubt",
        )
        for k, c in spellings.items()
        if len(c) > 1
    ]
    settled = [dataclasses.replace(p, unit=chosen[key(p.unit)]) if p.unit else p for p in people]
    return settled, in_order(Unit(name=name) for name in chosen.values()), doubts
