"""Excel workbooks → sheets as they lie in the file; the only user of openpyxl here (读 Excel)."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any

from seating.facts.fault import Fault, Where
from seating.facts.text import NOTHING, Text
from seating.reading.grid import Cell, Grid, Line, Merge, Unusable, blank

if TYPE_CHECKING:
    from collections.abc import Iterable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST_UNPACKED = 400_000_000
_WIDEST = 500
_ESCAPE = re.compile("_x00[01][0-9A-Fa-f]_")  # how Excel writes control characters
_SAVE_AS = Text("请在 Excel 或 WPS 中另存为 .xlsx 格式。", "Save it as .xlsx in Excel or WPS.")


def read_workbook(data: bytes, name: str) -> tuple[tuple[Grid, ...], list[Fault]]:
    """Return the sheets of a workbook in their order."""
    where = Where(file=name)
    wrong = _no_workbook(data, where)
    if wrong is not None:
        return (), [wrong]
    try:
        import openpyxl

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
            return tuple(_grid(sheet, name) for sheet in book.worksheets), []
    except Exception as error:  # a damaged file can make openpyxl raise anything
        reason = type(error).__name__
        return (), [
            _fault(
                where,
                f"工作簿已损坏或不是标准的 .xlsx（{reason}）。",
                f"the workbook is damaged or no proper .xlsx ({reason}).",
                Text(
                    "请用 Excel 或 WPS 打开后重新另存。",
                    "Open it in Excel or WPS and save it anew.",
                ),
            )
        ]


def _no_workbook(data: bytes, where: Where) -> Fault | None:
    """Say what a file is that is no .xlsx workbook."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return _fault(
                where,
                "工作簿设有打开密码。",
                "the workbook is protected by a password.",
                Text("请取消密码后再用。", "Remove the password first."),
            )
        return _fault(
            where,
            "这是旧格式（.xls）的工作簿。",
            "this is a workbook of the old kind (.xls).",
            _SAVE_AS,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            size = sum(info.file_size for info in archive.infolist())
    except Exception:  # zipfile raises many kinds on damaged archives
        return _fault(
            where,
            "这不是 Excel 工作簿，只是文件名像。",
            "this is no Excel workbook, whatever its name says.",
            _SAVE_AS,
        )
    if size > _LARGEST_UNPACKED:
        return _fault(where, "工作簿太大。", "the workbook is too large.")
    if not any(n.endswith("workbook.xml") or n == "[Content_Types].xml" for n in names) or any(
        n.startswith(("word/", "ppt/")) or n == "content.xml" for n in names
    ):
        return _fault(
            where, "这不是 Excel 工作簿，而是别的文件。", "this is another kind of file.", _SAVE_AS
        )
    return None


def _grid(sheet: Any, name: str) -> Grid:
    rows: dict[int, dict[int, Cell]] = {}
    for row, column in sorted(sheet._cells):  # ``iter_rows`` would build a million blank rows
        if column <= _WIDEST:
            cell = _cell(sheet._cells[row, column])
            if not blank(cell):
                rows.setdefault(row, {})[column] = cell
    return Grid(
        file=name,
        sheet=sheet.title,
        lines=tuple(
            Line(row, tuple(cells.get(c) for c in range(1, max(cells) + 1)))
            for row, cells in sorted(rows.items())
        ),
        merges=tuple(
            sorted(
                (
                    Merge(r.coord, r.min_row, r.max_row, r.min_col - 1, r.max_col - 1)
                    for r in sheet.merged_cells.ranges
                ),
                key=lambda m: (m.first_row, m.first_column),
            )
        ),
        hidden_rows=frozenset(
            row for row, d in sheet.row_dimensions.items() if d.hidden and row in rows
        ),
        hidden_columns=frozenset(_hidden_columns(sheet)),
        hidden=sheet.sheet_state != "visible",
    )


def _cell(cell: Any) -> Cell:
    value = cell.value
    if cell.data_type == "f":
        return Unusable("formula", str(getattr(value, "text", None) or value)[:60])
    if cell.data_type == "e":
        return Unusable("error", str(value)[:60])
    if isinstance(value, str):
        return _ESCAPE.sub(" ", value)
    if isinstance(value, int | float | bool) or value is None:
        return value
    return value if hasattr(value, "isoformat") else str(value)


def _hidden_columns(sheet: Any) -> Iterable[int]:
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            last = min(dimension.max or dimension.min, _WIDEST)
            yield from range(dimension.min - 1, last)


def _fault(where: Where, zh: str, en: str, advice: Text = NOTHING) -> Fault:
    return Fault(where=where, message=Text(zh, en), advice=advice)
