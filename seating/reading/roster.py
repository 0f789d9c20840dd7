"""The roster file → people and units; the order of its rows never matters (名册)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from seating.facts.fault import Fault, Where
from seating.facts.people import Person, Unit
from seating.facts.text import Text
from seating.reading.booking.columns import kind_of_sheet
from seating.reading.grid import Grid
from seating.reading.headings import PEOPLE, UNITS
from seating.reading.names import identify
from seating.reading.people import link, mixed_ranks, read_person
from seating.reading.ranks import load_ranks
from seating.reading.rulesheet import is_rule_sheet
from seating.reading.table import Record, Table, read_grids, read_table
from seating.reading.units import read_units, settle_units
from seating.reading.words import key, listed

_PEOPLE_SHEETS = ("人员", "名册", "people", "roster", "人员名册", "参会人员", "与会人员", "名单")
_UNIT_SHEETS = ("单位", "units", "单位表", "单位排序", "unit", "organisations", "organizations")
UNIT_FILES = ("units.xlsx", "units.csv")
_NOTE_SHEETS = ("说明", "填写说明", "填表说明", "readme", "notes", "备注")


@dataclass(frozen=True, kw_only=True)
class Roster:
    """What a roster says; people sorted by id.  ``faults`` holds doubts too.

    ``rules`` is the workbook's sheet of rules and ``booking`` are its sheets of meetings, rooms
    and leave, none of them read yet.
    """

    people: tuple[Person, ...] = ()
    units: tuple[Unit, ...] = ()
    own_units: bool = False
    rules: Grid | None = None
    booking: tuple[Grid, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_roster(path: Path, name: str = "") -> Roster:
    """Read a roster, and the units beside it; ``name`` is what messages call the roster."""
    file = name or path.name
    grids, faults = read_grids(path, lambda h: PEOPLE.knows(h) or UNITS.knows(h), file)
    if not grids:
        return Roster(faults=tuple(faults))
    rules = next((g for g in grids if g.lines and is_rule_sheet(g)), None)
    booking = tuple(g for g in grids if g.lines and kind_of_sheet(g.sheet) is not None)
    rest = [g for g in grids if g is not rules and g not in booking]
    people_grid, unit_grid, found = _choose(rest, file)
    faults += found
    if (path.parent / f"~${path.name}").exists():
        message = Text(
            "文件正在 Excel 中打开，读到的是上次保存的内容。",
            "the file is open in Excel; what was last saved is read.",
        )
        faults.append(Fault(where=Where(file=file), message=message, severity="doubt"))
    beside, found = _beside(path, unit_grid)
    faults += found
    unit_grid = unit_grid or beside
    units: tuple[Unit, ...] | None = None
    units_wrong = False
    if unit_grid is not None:
        units, found = read_units(unit_grid)
        faults += found
        units_wrong = units is None
    if people_grid is None:
        return Roster(rules=rules, booking=booking, faults=tuple(faults))
    table, found = read_table(people_grid, PEOPLE)
    faults += found
    if table is None:
        return Roster(rules=rules, booking=booking, faults=tuple(faults))
    people, settled, found = _people(table, units, check_units=not units_wrong)
    faults += found
    return Roster(
        people=people,
        units=settled,
        own_units=unit_grid is not None,
        rules=rules,
        booking=booking,
        faults=tuple(faults),
    )


def _people(
    table: Table, units: Sequence[Unit] | None, *, check_units: bool
) -> tuple[tuple[Person, ...], tuple[Unit, ...], list[Fault]]:
    faults: list[Fault] = []
    ranks = load_ranks()
    records = {record.place.row: record for record in table.records}

    def place(person: Person, field: str) -> Where:
        return _record(records, person).where(field)

    found = [read_person(record, ranks, faults) for record in table.records]
    people = [person for person in found if person is not None]
    if not table.records:
        message = Text("名册中没有人员。", "the roster has no people.")
        faults.append(Fault(where=table.place, message=message))
    faults = _without_repeats(faults)
    faults += mixed_ranks(table.records, table.place.file)
    people, settled, more = settle_units(people, units, place)
    faults += more if check_units else []
    people, more = identify(people, place)
    faults += more
    if len({p.id for p in people}) == len(people):
        people, more = link(people, place)
        faults += more
    return tuple(sorted(people, key=lambda p: p.id)), settled, faults


def _record(records: dict[int, Record], person: Person) -> Record:
    return records[person.where.row if person.where else 0]


def _without_repeats(faults: Sequence[Fault]) -> list[Fault]:
    """Keep a doubt that many rows share (an unknown role) at its first row only."""
    doubts: dict[str, Fault] = {}
    for fault in faults:
        if fault.severity == "doubt":
            doubts.setdefault(fault.message.zh, fault)
    return [f for f in faults if f.severity == "fault"] + list(doubts.values())


def _beside(roster: Path, sheet: Grid | None) -> tuple[Grid | None, list[Fault]]:
    """Read the units from a file beside the roster; a sheet of the workbook goes first."""
    there = [name for name in UNIT_FILES if (roster.parent / name).is_file()]
    there = [name for name in there if name != roster.name]
    if not there:
        return None, []
    used = sheet.sheet if sheet is not None else there[0]
    doubts = []
    for name in there if sheet is not None else there[1:]:
        message = Text(
            f"单位已从“{used}”读入，这个文件没有读入。",
            f"the units come from {used!r}; this file was not read.",
        )
        doubts.append(Fault(where=Where(file=name), message=message, severity="doubt"))
    if sheet is not None:
        return None, doubts
    grids, faults = read_grids(roster.parent / there[0], UNITS.knows)
    filled = [grid for grid in grids if grid.lines]
    named = [grid for grid in filled if key(grid.sheet) in map(key, _UNIT_SHEETS)]
    return next(iter(named or filled), None), [*faults, *doubts]


def _choose(grids: Sequence[Grid], file: str) -> tuple[Grid | None, Grid | None, list[Fault]]:
    """Tell the people's sheet and the units' sheet from the others."""
    where = Where(file=file)
    filled = [g for g in grids if g.lines]
    if not filled:
        message = Text("工作簿中没有内容。", "the workbook is empty.")
        return None, None, [Fault(where=where, message=message)]
    units = [g for g in filled if key(g.sheet) in map(key, _UNIT_SHEETS)]
    rest = [g for g in filled if g not in units and key(g.sheet) not in map(key, _NOTE_SHEETS)]
    named = [g for g in rest if key(g.sheet) in map(key, _PEOPLE_SHEETS)]
    shown = [g for g in rest if not g.hidden]
    people = next(iter(named or shown or rest), None)
    unit = units[0] if units else None
    unread = [g.sheet for g in (*rest, *units) if g is not people and g is not unit]
    faults = []
    if people is None:
        message = Text("没有找到人员的工作表。", "there is no sheet of people.")
        advice = Text("请把工作表命名为“人员”。", "Name the sheet 'people'.")
        faults.append(Fault(where=where, message=message, advice=advice))
    if unread:
        every = listed(unread)
        message = Text(f"没有读入工作表{every.zh}。", f"these sheets were not read: {every.en}.")
        faults.append(Fault(where=where, message=message, severity="doubt"))
    return people, unit, faults
