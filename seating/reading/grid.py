"""A sheet as it lies in the file, before anybody knows what its columns mean (原始表格)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Value = str | int | float | bool | dt.datetime | dt.date | dt.time | None


@dataclass(frozen=True, slots=True)
class Unusable:
    """A cell that holds a formula or an error instead of a value."""

    kind: Literal["formula", "error"]
    text: str


Cell = Value | Unusable


@dataclass(frozen=True, slots=True)
class Line:
    """One row that is not blank; ``number`` counts as Excel does."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """Return the cell of a column (0 = A)."""
        return self.cells[column] if column < len(self.cells) else None

    @property
    def texts(self) -> list[str]:
        """The cells that are not blank, as text."""
        return [str(c) for c in self.cells if not blank(c)]


@dataclass(frozen=True, slots=True)
class Merge:
    """A range of merged cells; rows from 1, columns from 0, all inclusive."""

    name: str
    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One sheet; ``sheet`` is empty for a text file."""

    file: str
    sheet: str = ""
    lines: tuple[Line, ...] = ()
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = field(default_factory=frozenset)
    hidden_columns: frozenset[int] = field(default_factory=frozenset)
    hidden: bool = False


def blank(cell: Cell) -> bool:
    """Whether a cell holds nothing that can be seen."""
    return cell is None or (
        isinstance(cell, str) and not cell.strip(" \t\r\n\u3000\xa0\u200b\ufeff")
    )


def letter(column: int) -> str:
    """Return a column's letters as Excel shows them (0 = A)."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
