"""Spreadsheets and text files → records with named fields (读表格).

Any table of the product is read this way: the roster, the units, rooms, meetings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from seating.facts.fault import Fault, Where
from seating.facts.text import NOTHING, Text
from seating.reading.columns import Columns
from seating.reading.delimited import read_delimited
from seating.reading.files import read_bytes
from seating.reading.grid import Cell, Grid, Line, Unusable, blank
from seating.reading.sheet_checks import empty_rows, hidden_parts, merged_cells, unusable_cells
from seating.reading.words import clean
from seating.reading.workbook import read_workbook

_LARGEST = 50_000_000
_HEADING_WITHIN = 10
_EXCEL = {".xlsx", ".xlsm"}
_TEXT = {".csv", ".tsv", ".txt"}
_TOTAL = re.compile(r"([合总小共]计|总人数|(grand|sub)?total(?![a-z])|共\d+[人名])", re.IGNORECASE)
_REMARK = re.compile(r"(填表)?(备注|说明|注意|注|notes?)\d*[:：]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of data: cells by field.  Fields whose cell was at fault are in ``bad``."""

    place: Where
    cells: Mapping[str, Cell]
    headings: Mapping[str, str]
    bad: frozenset[str] = frozenset()

    def where(self, field: str) -> Where:
        """Return the place of one cell."""
        return Where(
            file=self.place.file,
            sheet=self.place.sheet,
            row=self.place.row,
            column=self.headings.get(field, ""),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet whose columns are understood."""

    place: Where
    fields: frozenset[str]
    records: tuple[Record, ...]


def read_grids(
    path: Path, known: Callable[[str], bool], name: str = ""
) -> tuple[tuple[Grid, ...], list[Fault]]:
    """Read the sheets of a file; ``known`` says which words are headings."""
    where = Where(file=name or path.name)
    ending = path.suffix.lower()
    if ending not in _EXCEL | _TEXT:
        return (), [_wrong_ending(ending, where)]
    data, faults = read_bytes(path, where, _LARGEST)
    if data is None:
        return (), faults
    if not data.strip():
        return (), [_fault(where, "文件是空的。", "the file is empty.")]
    if ending in _EXCEL:
        return read_workbook(data, where.file)
    return read_delimited(data, where.file, known)


def read_table(grid: Grid, columns: Columns) -> tuple[Table | None, list[Fault]]:
    """Find the heading row of a sheet and read what is below it."""
    place = Where(file=grid.file, sheet=grid.sheet)
    if not grid.lines:
        return None, [_fault(place, "表中没有内容。", "the sheet is empty.")]
    start = max(
        range(min(_HEADING_WITHIN, len(grid.lines))),
        key=lambda i: (sum(map(columns.knows, grid.lines[i].texts)), -i),
    )
    top = grid.lines[start]
    headings = ["" if isinstance(c, Unusable) or blank(c) else clean(str(c)) for c in top.cells]
    faults: list[Fault] = []
    data = []
    for line in grid.lines[start + 1 :]:
        left_out = _left_out(line, top, place)
        if left_out is None:
            data.append(line)
        else:
            faults.append(left_out)
    filled = frozenset(i for line in data for i, c in enumerate(line.cells) if not blank(c))
    headings += [""] * (max(filled, default=0) + 1 - len(headings))
    heading_place = Where(file=grid.file, sheet=grid.sheet, row=top.number)
    mapping, found = columns.match(headings, filled, heading_place)
    faults += found
    if any(f.severity == "fault" for f in found):
        return None, faults
    faults += hidden_parts(grid, data, mapping, headings)
    data, merged = merged_cells(grid, top, data, mapping)
    faults += merged
    faults += unusable_cells(data, mapping, headings, place)
    names = {field: headings[index] for field, index in mapping.items()}
    records = []
    empty = []
    for line in data:
        used = [line.cell(index) for index in mapping.values()]
        if all(blank(c) or isinstance(c, Unusable) for c in used):
            empty += [line.number] if all(map(blank, used)) else []
            continue
        record, found = _record(line, mapping, names, place)
        records.append(record)
        faults += found
    if empty:
        faults.append(empty_rows(empty, place))
    return Table(place=heading_place, fields=frozenset(mapping), records=tuple(records)), faults


def _record(
    line: Line, mapping: Mapping[str, int], names: Mapping[str, str], place: Where
) -> tuple[Record, list[Fault]]:
    at = Where(file=place.file, sheet=place.sheet, row=line.number)
    bad: dict[str, Fault | None] = {}
    cells: dict[str, Cell] = {}
    for field, index in mapping.items():
        cell = line.cell(index)
        cells[field] = None if isinstance(cell, Unusable) or blank(cell) else cell
        if isinstance(cell, Unusable):
            bad[field] = None
        elif isinstance(cell, str) and "\ufffd" in cell:
            here = Where(file=at.file, sheet=at.sheet, row=at.row, column=names[field])
            word = clean(cell)
            bad[field] = _fault(
                here, f"“{word}”中有坏字（\ufffd）。", f"{word!r} has a broken character."
            )
    return Record(at, cells, names, frozenset(bad)), [f for f in bad.values() if f is not None]


def _left_out(line: Line, top: Line, place: Where) -> Fault | None:
    """Say why a row below the headings is no record, if it is none."""
    first = "".join(clean(line.texts[0]).split()) if line.texts else ""
    if _TOTAL.match(first):
        why = Text("是合计行，没有读入。", "is a row of totals and was not read.")
    elif _REMARK.match(first) and len(line.texts) <= 2:
        why = Text("是说明文字，没有读入。", "is a remark and was not read.")
    elif line.texts == top.texts:
        why = Text("重复了列名，没有读入。", "repeats the headings and was not read.")
    else:
        return None
    where = Where(file=place.file, sheet=place.sheet, row=line.number)
    return Fault(where=where, message=why, severity="doubt")


def _wrong_ending(ending: str, where: Where) -> Fault:
    advice = Text("请另存为 .xlsx 或 .csv。", "Save it as .xlsx or .csv.")
    if ending == ".xls":
        return _fault(where, "不读旧格式的 .xls。", "the old format .xls is not read.", advice)
    return _fault(
        where,
        f"不读这种文件（{ending or '没有扩展名'}）。",
        f"files {ending!r} are not read.",
        advice,
    )


def _fault(where: Where, zh: str, en: str, advice: Text = NOTHING) -> Fault:
    return Fault(where=where, message=Text(zh, en), advice=advice)
