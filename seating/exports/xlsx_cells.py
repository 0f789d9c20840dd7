"""Words in cells: always text, whatever they begin with (单元格)."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def put(sheet: Any, row: int, column: int, text: str, font: Font, wrap: bool = True) -> None:
    """Write text as text, never as a formula."""
    cell = sheet.cell(row, column)
    cell.font = font
    cell.alignment = Alignment(
        horizontal="center" if wrap else None, vertical="center", wrap_text=wrap
    )
    if not text:
        return
    cell.value = _CONTROL.sub("", text)
    cell.data_type = "s"
    if text[0] in "=+-@\t\r":
        cell.quotePrefix = True


def sheet_name(book: Workbook, title: str) -> str:
    """Return a sheet name that Excel accepts and no other sheet has."""
    name = re.sub(r"[\[\]:*?/\\']", "", unicodedata.normalize("NFC", title)).strip()[:28] or "表"
    taken = {s.casefold() for s in book.sheetnames}
    found, number = name, 2
    while found.casefold() in taken:
        found, number = f"{name}{number}", number + 1
    return found
