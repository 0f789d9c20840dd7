"""Charts and lists as one Excel workbook (座次表 .xlsx).

Each sitting is a sheet drawn as its seats stand: a line of seat labels above a line of names.
``seating audit`` reads such a sheet back.  Every word is text, never a formula; the bytes depend
on the plan alone.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from seating.exports.xlsx_grid import Grid, grid
from seating.facts.book import Book, BookSitting, Printed
from seating.facts.text import Language, Text
from seating.facts.venue import Place, View

FILE = Text("座次表.xlsx", "seating.xlsx")
_THIN = Side(style="thin", color="808080")
_UNUSED = PatternFill("solid", fgColor="E0E0E0")
_MARK = PatternFill("solid", fgColor="EFEFEF")
_TOP = 4  # rows above the chart: title, viewpoint, a blank one
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_STAMP = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Seen:
    """From where a sitting is drawn, and the sentence that says so."""

    view: View
    words: Text


def export(book: Book, seen: Mapping[str, Seen], language: Language) -> Printed:
    """Return the workbook of an event: a chart of each sitting, then the lists."""
    made = Workbook()
    made.remove(made.active)
    namesakes = Counter(p.name for p in book.people.values())
    for name, sitting in book.sittings.items():
        sheet = made.create_sheet(_sheet_name(made, sitting.sitting.title.to(language)))
        _chart(sheet, book, sitting, seen[name], language, namesakes)
    if language == "zh":
        _list(made.create_sheet(_sheet_name(made, "名单（按次序）")), book, book.order, language)
        _list(
            made.create_sheet(_sheet_name(made, "名单（按姓氏笔画）")),
            book,
            book.name_order or book.order,
            language,
        )
    else:
        _list(made.create_sheet(_sheet_name(made, "by precedence")), book, book.order, language)
    return Printed(name=FILE.to(language), data=_frozen(made))


def _chart(
    sheet: Any,
    book: Book,
    sitting: BookSitting,
    seen: Seen,
    language: Language,
    namesakes: Mapping[str, int],
) -> None:
    drawn = grid(sitting.layout, seen.view)
    title = f"{book.event.title.to(language)}　{sitting.sitting.title.to(language)}"
    version = f"第{book.plan.version}版" if language == "zh" else f"version {book.plan.version}"
    _put(sheet, 1, 1, title, Font(name="宋体", size=16, bold=True))
    view = ("图示视角：" if language == "zh" else "Viewpoint: ") + seen.words.to(language)
    _put(sheet, 2, 1, f"{view}　{version}", Font(name="宋体", size=10))
    for row in (1, 2):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=drawn.columns + 1)
    who = sitting.plan.placing.occupants
    for (row, column), place in sorted(drawn.seats.items()):
        names = [_name(book, person, language, namesakes) for person in who.get(place.id, ())]
        _seat(sheet, _TOP + 2 * row, column + 2, place, names, language)
    for mark in drawn.marks:
        at = _TOP + 2 * mark.row
        text = mark.text.to(language) or mark.text.zh
        for column in range(mark.first + 2, mark.last + 3):
            sheet.cell(at, column).fill = _MARK
        _put(sheet, at, mark.first + 2, text, Font(name="宋体", size=12, bold=True))
        if mark.first < mark.last:
            sheet.merge_cells(
                start_row=at, end_row=at, start_column=mark.first + 2, end_column=mark.last + 2
            )
    for row, words in drawn.titles.items():
        _put(sheet, _TOP + 2 * row + 1, 1, words.to(language), Font(name="宋体", size=10))
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
    _put(sheet, row, column, label, Font(name="宋体", size=8, color="606060"))
    _put(sheet, row + 1, column, "\n".join(names), Font(name="楷体", size=11))
    sheet.cell(row, column).border = Border(left=_THIN, right=_THIN, top=_THIN)
    sheet.cell(row + 1, column).border = Border(left=_THIN, right=_THIN, bottom=_THIN)
    if not place.usable:
        sheet.cell(row, column).fill = sheet.cell(row + 1, column).fill = _UNUSED


def _name(book: Book, person: str, language: Language, namesakes: Mapping[str, int]) -> str:
    """The name, with the unit where two people share it."""
    found = book.people[person]
    name = (found.name_en or found.name) if language == "en" else found.name
    if namesakes[found.name] < 2:
        return name
    unit = book.units.get(found.unit)
    short = (unit.short or unit.name) if unit else found.unit
    return f"{name}（{short or found.id}）"


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


def _list(sheet: Any, book: Book, order: Sequence[str], language: Language) -> None:
    zh = language == "zh"
    heads = (
        ["序号", "编号", "姓名", "单位", "职务"] if zh else ["no.", "id", "name", "unit", "post"]
    )
    heads += [s.sitting.title.to(language) for s in book.sittings.values()]
    for column, head in enumerate(heads, start=1):
        _put(sheet, 1, column, head, Font(name="黑体", size=11, bold=True))
    for at, person in enumerate(order, start=1):
        found = book.people[person]
        name, title = found.name, found.title
        if not zh:
            name, title = found.name_en or name, found.title_en or title
        words = [str(at), found.id, name, found.unit, title]
        for sitting in book.sittings.values():
            place = sitting.seat_of(person)
            seat = sitting.layout.by_id[place].label.to(language) if place else ""
            words.append(("请假" if zh else "absent") if found.absent else seat)
        for column, word in enumerate(words, start=1):
            _put(sheet, at + 1, column, word, Font(name="宋体", size=11), wrap=False)
        sheet.cell(at + 1, 1).value = at
    for column, width in enumerate((6, 10, 14, 34, 30, *(12 for _ in book.sittings)), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(len(heads))}{len(order) + 1}"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _put(sheet: Any, row: int, column: int, text: str, font: Font, wrap: bool = True) -> None:
    """Write text as text, whatever it begins with."""
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


def _sheet_name(book: Workbook, title: str) -> str:
    """A sheet name that Excel accepts and no other sheet has."""
    name = re.sub(r"[\[\]:*?/\\']", "", unicodedata.normalize("NFC", title)).strip()[:28] or "表"
    taken = {s.casefold() for s in book.sheetnames}
    found, number = name, 2
    while found.casefold() in taken:
        found, number = f"{name}{number}", number + 1
    return found


def _frozen(made: Workbook) -> bytes:
    """Return the bytes of a workbook without the time of its making."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    made.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(
                    rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*",
                    rb"\g<1>2000-01-01T00:00:00Z",
                    data,
                )
            part = zipfile.ZipInfo(name, _STAMP)
            part.create_system = part.external_attr = 0
            target.writestr(part, data)
    return fixed.getvalue()
