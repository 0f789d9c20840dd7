"""Lists of people with their seats as a sheet that can be filtered and printed (名单工作表)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from seating.exports.people import rows
from seating.exports.xlsx_cells import put
from seating.facts.book import Book
from seating.facts.text import Language

_LINE = Side(style="thin", color="A0A0A0")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="E8E8E8")
_WIDTHS = (6, 10, 14, 34, 30)
_HEADS = {
    "zh": ("序号", "编号", "姓名", "单位", "职务"),
    "en": ("no.", "id", "name", "unit", "post"),
}


def draw_list(sheet: Any, book: Book, order: Sequence[str], language: Language) -> None:
    """Write everybody in the order given, with his seat in every sitting."""
    zh = language == "zh"
    sittings = list(book.sittings.values())
    heads = [*_HEADS[language], *(s.sitting.title.to(language) for s in sittings)]
    heads.append("备注" if zh else "remarks")
    for column, head in enumerate(heads, start=1):
        put(sheet, 1, column, head, Font(name="黑体", size=11, bold=True))
        sheet.cell(1, column).fill = _HEAD
        sheet.cell(1, column).border = _BORDER
    for at, row in enumerate(rows(book, order, sittings, language), start=1):
        away = ("请假" if zh else "absent") if row.person.absent else ""
        words = [str(at), row.person.id, row.name, row.unit, row.title]
        words += [away or seat for seat in row.seats]
        words.append(row.extra)
        for column, word in enumerate(words, start=1):
            put(sheet, at + 1, column, word, Font(name="宋体", size=11), wrap=False)
            sheet.cell(at + 1, column).border = _BORDER
        number = sheet.cell(at + 1, 1)
        number.value = at
        number.alignment = Alignment(horizontal="center", vertical="center")
    for column, width in enumerate((*_WIDTHS, *(14 for _ in sittings), 14), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    area = f"A1:{get_column_letter(len(heads))}{len(order) + 1}"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = area
    sheet.print_title_rows = "1:1"
    sheet.print_area = area
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if len(heads) > 8 else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "第&P页 共&N页" if zh else "Page &P of &N"
