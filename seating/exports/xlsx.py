"""Charts and lists as one Excel workbook (座次表 .xlsx).

Each sitting is a sheet drawn as its seats stand: a line of seat labels above a line of names.
``seating audit`` reads such a sheet back.  Every word is text, never a formula; the bytes depend
on the plan alone.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from seating.exports.frozen import frozen
from seating.exports.people import by_name, by_unit, name_of, namesakes, unit_of
from seating.exports.xlsx_cells import put, sheet_name
from seating.exports.xlsx_grid import Grid, grid
from seating.exports.xlsx_lists import draw_list
from seating.facts.book import Book, BookSitting, Printed
from seating.facts.text import Language, Text
from seating.facts.venue import Place, View

FILE = Text("座次表.xlsx", "seating.xlsx")
_THIN = Side(style="thin", color="808080")
_UNUSED = PatternFill("solid", fgColor="E0E0E0")
_MARK = PatternFill("solid", fgColor="EFEFEF")
_TOP = 4  # rows above the chart: title, viewpoint, a blank one


@dataclass(frozen=True, slots=True)
class Seen:
    """From where a sitting is drawn, and the sentence that says so."""

    view: View
    words: Text


def export(book: Book, seen: Mapping[str, Seen], language: Language) -> Printed:
    """Return the workbook of an event: a chart of each sitting, then the lists."""
    made = Workbook()
    made.remove(made.active)
    same = namesakes(book)
    for name, sitting in book.sittings.items():
        sheet = made.create_sheet(sheet_name(made, sitting.sitting.title.to(language)))
        _chart(sheet, book, sitting, seen[name], language, same)
    for title, order in (
        (Text("名单（按次序）", "by precedence"), list(book.order)),
        (Text("名单（按姓氏笔画）", "by name"), by_name(book, language)),
        (Text("名单（按单位）", "by unit"), by_unit(book)),
    ):
        draw_list(made.create_sheet(sheet_name(made, title.to(language))), book, order, language)
    raw = io.BytesIO()
    made.save(raw)
    return Printed(name=FILE.to(language), data=frozen(raw.getvalue()))


def _chart(
    sheet: Any,
    book: Book,
    sitting: BookSitting,
    seen: Seen,
    language: Language,
    same: Mapping[str, int],
) -> None:
    drawn = grid(sitting.layout, seen.view)
    title = f"{book.event.title.to(language)}　{sitting.sitting.title.to(language)}"
    version = f"第{book.plan.version}版" if language == "zh" else f"version {book.plan.version}"
    put(sheet, 1, 1, title, Font(name="宋体", size=16, bold=True))
    view = ("图示视角：" if language == "zh" else "Viewpoint: ") + seen.words.to(language)
    put(sheet, 2, 1, f"{view}　{version}", Font(name="宋体", size=10))
    for row in (1, 2):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=drawn.columns + 1)
    who = sitting.plan.placing.occupants
    for (row, column), place in sorted(drawn.seats.items()):
        names = [_name(book, person, language, same) for person in who.get(place.id, ())]
        _seat(sheet, _TOP + 2 * row, column + 2, place, names, language)
    for mark in drawn.marks:
        at = _TOP + 2 * mark.row
        text = mark.text.to(language) or mark.text.zh
        for column in range(mark.first + 2, mark.last + 3):
            sheet.cell(at, column).fill = _MARK
        put(sheet, at, mark.first + 2, text, Font(name="宋体", size=12, bold=True))
        if mark.first < mark.last:
            sheet.merge_cells(
                start_row=at, end_row=at, start_column=mark.first + 2, end_column=mark.last + 2
            )
    for row, words in drawn.titles.items():
        put(sheet, _TOP + 2 * row + 1, 1, words.to(language), Font(name="宋体", size=10))
    _page(sheet, drawn, max((len(n) for n in _texts(sheet)), default=3))


def _texts(sheet: Any) -> list[str]:
    """Lines of the names in a chart, for the width of the columns."""
    return [
        part
        for row in sheet.iter_rows(min_row=_TOP)
        for cell in row
        if isinstance(cell.value, str) and cell.font.size == 11
        for part in cell.value.split("\n")
    ]


def _seat(
    sheet: Any, row: int, column: int, place: Place, names: Sequence[str], language: Language
) -> None:
    label = place.label.to(language) or place.label.zh
    put(sheet, row, column, label, Font(name="宋体", size=8, color="606060"))
    put(sheet, row + 1, column, "\n".join(names), Font(name="楷体", size=11))
    sheet.cell(row, column).border = Border(left=_THIN, right=_THIN, top=_THIN)
    sheet.cell(row + 1, column).border = Border(left=_THIN, right=_THIN, bottom=_THIN)
    if not place.usable:
        sheet.cell(row, column).fill = sheet.cell(row + 1, column).fill = _UNUSED


def _name(book: Book, person: str, language: Language, same: Mapping[str, int]) -> str:
    """The name, with the unit where two people share it."""
    found = book.people[person]
    name = name_of(found, language)
    if same[found.name] < 2:
        return name
    return f"{name}（{unit_of(book, found.unit, language, short=True) or found.id}）"


def _page(sheet: Any, drawn: Grid, longest: int) -> None:
    """Widths, heights and how the chart prints."""
    last = drawn.columns + 1
    sheet.column_dimensions["A"].width = 7
    for column in range(drawn.columns):
        width = 3.5 if column in drawn.gap_columns else max(9.0, min(2.2 * longest, 20.0))
        sheet.column_dimensions[get_column_letter(column + 2)].width = width
    for row in range(drawn.rows):
        gap = row in drawn.gap_rows
        sheet.row_dimensions[_TOP + 2 * row].height = 8 if gap else 13
        sheet.row_dimensions[_TOP + 2 * row + 1].height = 8 if gap else 24
    sheet.row_dimensions[1].height = 28
    end = f"{get_column_letter(last)}{_TOP + 2 * drawn.rows - 1}"
    sheet.print_area = f"A1:{end}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8 if drawn.columns > 14 else 9  # A3, A4
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
