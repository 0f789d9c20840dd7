"""CSV and its relatives in whatever encoding and with whatever separator (读 CSV)."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable

from seating.facts.fault import Fault, Where
from seating.facts.text import NOTHING, Text
from seating.reading.grid import Cell, Grid, Line, blank

_DELIMITERS = (",", "\t", ";", "，", "；", "|")
_MOJIBAKE = re.compile("[A-Za-z][\u4e00-\u9fff][A-Za-z]")
_SAVE_AS = Text(
    "请另存为 CSV UTF-8，或直接用 .xlsx。", "Save it as CSV UTF-8, or use .xlsx instead."
)


def read_delimited(
    data: bytes, name: str, known: Callable[[str], bool]
) -> tuple[tuple[Grid, ...], list[Fault]]:
    """Return the one sheet of a text file; ``known`` says which words are headings."""
    where = Where(file=name)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        advice = Text("请把文件名改为 .xlsx。", "Give it the name ending .xlsx.")
        return (), [_fault(where, "这其实是 Excel 工作簿。", "this is an Excel workbook.", advice)]
    text, found = _decode(data, where)
    if text is None:
        return (), found
    candidates = [_rows(text, delimiter) for delimiter in _DELIMITERS]
    rows = max(candidates, key=lambda rows: _score(rows, known))
    lines = []
    for number, cells in enumerate(rows, 1):
        values: tuple[Cell, ...] = tuple(None if blank(c) else c for c in cells)
        if any(v is not None for v in values):
            lines.append(Line(number, values))
    return (Grid(file=name, lines=tuple(lines)),), found


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """Split a text; a quotation mark left open must not swallow the rest of the file."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    if any(cell.count("\n") > 20 for row in rows for cell in row):
        plain = io.StringIO(text, newline="")
        rows = list(csv.reader(plain, delimiter=delimiter, quoting=csv.QUOTE_NONE))
    return rows


def _score(rows: list[list[str]], known: Callable[[str], bool]) -> tuple[int, int]:
    """Rate a separator: headings recognised, then how alike the lines are."""
    start = [row for row in rows if any(not blank(c) for c in row)][:30]
    headings = max((sum(map(known, row)) for row in start[:10]), default=0)
    widths = Counter(len(row) for row in start if len(row) > 1)
    return headings, max(widths.values(), default=0)


def _decode(data: bytes, where: Where) -> tuple[str | None, list[Fault]]:
    """Decode UTF-8, UTF-16 or GB 18030, in this order of certainty."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _try(data, encoding, where)
    if b"\0" in data:
        even, odd = data[::2].count(0), data[1::2].count(0)
        if max(even, odd) < len(data) // 20:
            return None, [_fault(where, "这不是文本文件。", "this is no text file.", _SAVE_AS)]
        return _try(data, "utf-16-le" if odd > even else "utf-16-be", where)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        text, found = _try(data, "gb18030", where)
    if text is not None and (odd_word := _MOJIBAKE.search(text)):
        message = Text(
            f"按 GBK 编码读出“{odd_word[0]}”，像是乱码。",
            f"read as GBK, the text has {odd_word[0]!r}, which looks garbled.",
        )
        found.append(Fault(where=where, message=message, advice=_SAVE_AS, severity="doubt"))
    return text, found


def _try(data: bytes, encoding: str, where: Where) -> tuple[str | None, list[Fault]]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None, [
            _fault(where, "认不出文件的编码。", "the encoding of the file is unknown.", _SAVE_AS)
        ]
    if "\0" in text:
        return None, [_fault(where, "这不是文本文件。", "this is no text file.", _SAVE_AS)]
    return text, []


def _fault(where: Where, zh: str, en: str, advice: Text = NOTHING) -> Fault:
    return Fault(where=where, message=Text(zh, en), advice=advice)
