"""Which sheets and files hold the meetings, the rooms and the leave (统筹用的表)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from seating.facts.fault import Fault, Where
from seating.facts.text import Text
from seating.reading.booking.columns import COLUMNS, Kind, kind_of_sheet
from seating.reading.grid import Grid
from seating.reading.table import Record, read_grids, read_table
from seating.reading.words import did_you_mean, joined, key, listed

WORKBOOK = "meetings.xlsx"
_FILES = (WORKBOOK, "meetings.csv", "rooms.csv", "leave.csv", "walks.csv", "kit.csv")
_NOTE_SHEETS = ("说明", "填写说明", "填表说明", "readme", "notes", "备注")


@dataclass
class Tables:
    """The rows of each kind of sheet, from all files."""

    rows: dict[Kind, list[Record]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    read: list[Grid] = field(default_factory=list)

    def of(self, kind: Kind) -> list[Record]:
        """Return the rows of one kind."""
        return self.rows.get(kind, [])


def files_there(folder: Path) -> tuple[str, ...]:
    """Return the files of meetings and rooms that are read without being named."""
    return tuple(name for name in _FILES if (folder / name).is_file())


def read_tables(
    folder: Path, wanted: Sequence[str], where: Where, sheets: Sequence[Grid]
) -> Tables:
    """Read all sheets: those of the roster's workbook and those of the files."""
    found = Tables()
    for grid in sheets:
        kind = kind_of_sheet(grid.sheet)
        if kind is not None:
            _add(found, kind, grid)
    for name in wanted or files_there(folder):
        path = _inside(folder, name, where, found.faults)
        if path is None:
            continue
        grids, faults = read_grids(path, lambda h: any(c.knows(h) for c in COLUMNS.values()))
        found.faults += faults
        if (path.parent / f"~${path.name}").exists():
            message = Text(
                "文件正在 Excel 中打开，读到的是上次保存的内容。",
                "the file is open in Excel; what was last saved is read.",
            )
            found.faults.append(Fault(where=Where(file=name), message=message, severity="doubt"))
        _add_file(found, name, [grid for grid in grids if grid.lines])
    return found


def _add_file(found: Tables, name: str, grids: Sequence[Grid]) -> None:
    unread = []
    for grid in grids:
        kind = kind_of_sheet(grid.sheet) or (
            kind_of_sheet(Path(name).stem) if len(grids) == 1 else None
        )
        if kind is not None:
            _add(found, kind, grid)
        elif key(grid.sheet) not in map(key, _NOTE_SHEETS):
            unread.append(grid.sheet)
    if unread:
        every = listed(unread)
        found.faults.append(
            Fault(
                where=Where(file=name),
                message=Text(
                    f"没有读入工作表{every.zh}。", f"these sheets were not read: {every.en}."
                ),
                advice=Text(
                    "工作表应叫“会议”“会议室”“请假外出”“楼间步行”“移动设备”。",
                    "Sheets are called meetings, rooms, leave, walks, kit.",
                ),
                severity="doubt",
            )
        )


def _add(found: Tables, kind: Kind, grid: Grid) -> None:
    table, faults = read_table(grid, COLUMNS[kind])
    found.faults += faults
    found.read.append(grid)
    if table is not None:
        found.rows.setdefault(kind, []).extend(table.records)


def _inside(folder: Path, name: str, where: Where, faults: list[Fault]) -> Path | None:
    """Return the path of a file of the event folder, or say that it is not there."""
    try:
        path = (folder / name).resolve()
        inside = path.is_relative_to(folder.resolve())
        there = inside and path.is_file()
    except (OSError, ValueError):
        inside = there = False
    if there:
        return folder / name
    if not inside:
        message = Text(f"“{name}”不在会议文件夹之内。", f"{name!r} is not inside the event folder.")
        faults.append(Fault(where=where, message=message))
        return None
    names = sorted(p.name for p in folder.glob("*.*") if p.suffix.lower() in (".xlsx", ".csv"))
    every = listed(names)
    faults.append(
        Fault(
            where=where,
            message=Text(f"找不到“{name}”。", f"{name!r} does not exist."),
            advice=joined(
                did_you_mean(name, names),
                Text(f"文件夹里有：{every.zh}。", f"The folder has: {every.en}.")
                if names
                else Text("", ""),
            ),
        )
    )
    return None
