"""The English letter as a Word file (英文通知 Word 稿)."""

from __future__ import annotations

import datetime as dt

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from seating.documents.furniture import say_date
from seating.documents.notices.english_body import Letter
from seating.documents.official import word_parts as parts
from seating.documents.official.model import Table
from seating.documents.official.word import say_about
from seating.documents.official.word_pen import RED

_SIZE = 11.5
_MARGIN = 25.0
_WIDTH = 210 - 2 * _MARGIN


def letter_docx(one: Letter, date: dt.date | None, title: str, author: str) -> bytes:
    """Return a letter as a Word file; the same content always gives the same bytes."""
    file = docx.Document()
    parts.name_substitutes(file)
    parts.set_normal(file, _SIZE)
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    marks = [*one.marks, *([one.across] if one.across else [])]
    if marks:
        header = section.header.paragraphs[0]
        header.paragraph_format.tab_stops.add_tab_stop(Mm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        header.add_run("\t" + "   ".join(marks)).bold = True
    for issuer in one.issuer:
        run = _line(file).add_run(issuer)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(16), RGBColor.from_string(RED)
    last = _line(file)
    last.paragraph_format.tab_stops.add_tab_stop(Mm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    last.add_run(f"{one.reference}\t{say_date(date, 'en')}")
    parts.border(last, top=parts.Line(0.5, 1.0, colour=RED))
    if one.to:
        _line(file, "To: " + "; ".join(one.to), above=6)
    heading = _line(file, above=12).add_run(one.title)
    heading.bold, heading.font.size = True, Pt(14)
    _body(file, one)
    for table in one.tables:
        _table(file, table)
    for number, issuer in enumerate(one.issuer if one.signed else ()):
        _line(file, issuer, above=0 if number else 30)
    if one.enclosures:
        label = "Enclosures: " if len(one.enclosures) > 1 else "Enclosure: "
        _line(file, label + "; ".join(name for name, _ in one.enclosures), above=12)
    if one.copies:
        _line(file, "Copies: " + "; ".join(one.copies))
    if one.note:
        _line(file, one.note)
    for number, (name, matter) in enumerate(one.enclosures, 1):
        if matter:
            first = _line(file, f"Enclosure {number}")
            first.paragraph_format.page_break_before = True
            run = _line(file).add_run(name)
            run.bold, run.font.size = True, Pt(14)
            for part in matter:
                if isinstance(part, Table):
                    _table(file, part)
                else:
                    _line(file, part)
    say_about(file, title, author, date)
    return parts.saved(file)


def _line(file: Document, words: str = "", *, above: float = 0.0) -> Paragraph:
    paragraph = file.add_paragraph(words)
    paragraph.paragraph_format.space_before = Pt(above)
    paragraph.paragraph_format.space_after = Pt(4)
    return paragraph


def _body(file: Document, one: Letter) -> None:
    number = 0
    for kind, words in one.body:
        if kind == "heading":
            number += 1
            paragraph = _line(file, above=6)
            paragraph.add_run(f"{number}.  {words}").bold = True
            paragraph.paragraph_format.keep_with_next = True
        elif kind == "item":
            paragraph = _line(file, f"•\t{words}")
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(6))
            parts.indent(paragraph, left=6 * parts.TWIPS, hanging=6 * parts.TWIPS)
        else:
            _line(file, words)


def _table(file: Document, table: Table) -> None:
    made = file.add_table(rows=0, cols=len(table.head))
    made.style = file.styles["Table Grid"]
    for number, row in enumerate((table.head, *table.rows)):
        for cell, words in zip(made.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(words).bold = number == 0
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
