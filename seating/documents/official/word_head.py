"""The head of a Word file: red mark, number and signers, or the head of a letter (版头)."""

from __future__ import annotations

from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from seating.documents.official import word_parts as parts
from seating.documents.official.head import SIGNERS, corner, mark_size, signer_lines, spaced
from seating.documents.official.marks import SUFFIX_SIZE, widest_size
from seating.documents.official.measures import MM, count, measure
from seating.documents.official.model import Official, Role, cells_of
from seating.documents.official.word_pen import CENTRE, LINE, RED, Pen
from seating.documents.official.word_tables import no_margins


def write_head(pen: Pen, one: Official) -> None:
    """Write copy number, secrecy, urgency, red mark, number, signers and the red line."""
    listed = corner(one)
    for text, role in listed:
        pen.line(text, role)
    if not one.marks:
        _numbers(pen, one, 0.0)
        return
    _marks(pen, one, max(0.0, measure("mark.drop") / MM - LINE * len(listed)))
    blank = count("mark.number_blank") * LINE
    last = _numbers(pen, one, blank) if one.number or one.headline is None else None
    if one.headline is not None:
        last = _headline(pen, one.headline, 0.0 if last else blank)
    width, drop = measure("mark.rule_width"), measure("mark.rule_drop")
    if last is not None:
        parts.border(last, bottom=parts.Line(width, drop, colour=RED))


def _marks(pen: Pen, one: Official, before: float) -> None:
    size = mark_size(pen.page, one.marks, one.suffix, len(signer_lines(one.signers)))
    if len(one.marks) == 1:
        text = one.marks[0] + one.suffix
        pen.red(pen.file.add_paragraph(), text, size.ink, size.width, before)
        return
    longest = max(map(cells_of, one.marks))
    table = pen.file.add_table(rows=1, cols=2 if one.suffix else 1)
    no_margins(table)
    left = table.rows[0].cells[0]
    for number, mark in enumerate(one.marks):
        paragraph = left.paragraphs[0] if number == 0 else left.add_paragraph()
        gaps = max(1, len(mark) - 1)
        track = (longest - cells_of(mark)) * size.width / gaps / MM
        pen.red(paragraph, mark, size.ink, size.width, 0 if number else before, track)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    if one.suffix:
        right = table.rows[0].cells[1]
        right.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        big = size.ink * SUFFIX_SIZE, size.width * SUFFIX_SIZE
        pen.red(right.paragraphs[0], one.suffix, *big, before)
        share = longest * size.width + 2
        table.autofit = False
        widths = Mm(share), Mm(pen.page.width - share)
        left.width, right.width = widths
        table.columns[0].width, table.columns[1].width = widths


def _numbers(pen: Pen, one: Official, before: float) -> WordParagraph:
    """Write number and signers; return the last line."""
    paragraph = pen.line("", before=before)
    if not one.signers:
        paragraph.alignment = CENTRE
        pen.run(paragraph, one.number)
        return paragraph
    lines = signer_lines(one.signers)
    name = max(cells_of(spaced(signer)) for signer in one.signers)
    across, inset = max(map(len, lines)), count("signers.inset")
    left = pen.page.cells - inset - name * across - (across - 1)
    for number, line in enumerate(lines):
        if number:
            paragraph = pen.line("")
        if number + 1 == len(lines):
            pen.tab(paragraph, inset * pen.page.cell)
            pen.run(paragraph, "\t" + one.number)
        if number == 0:
            pen.tab(paragraph, (left - cells_of(SIGNERS)) * pen.page.cell)
            pen.run(paragraph, "\t" + SIGNERS)
        for place, signer in enumerate(line):
            beside = number == 0 and place == 0  # right behind the label
            if not beside:
                pen.tab(paragraph, (left + place * (name + 1)) * pen.page.cell)
            pen.run(paragraph, ("" if beside else "\t") + spaced(signer), "kai")
    return paragraph


def _headline(pen: Pen, words: tuple[str, str], before: float) -> WordParagraph:
    """Write issuer and date on the line above the red rule."""
    paragraph = pen.line("", before=before)
    cell = pen.page.cell
    pen.tab(paragraph, cell)
    pen.tab(paragraph, pen.page.width - cell, WD_TAB_ALIGNMENT.RIGHT)
    pen.run(paragraph, f"\t{words[0]}\t{words[1]}")
    return paragraph


def write_letterhead(pen: Pen, one: Official) -> None:
    """Put mark and upper lines into the header of page 1, the lower lines into its footer."""
    section = pen.file.sections[0]
    beyond = (measure("letter.rule_length") - pen.page.width) / 2 * parts.TWIPS
    width = measure("letter.rule_thick") + measure("letter.rule_thin")
    if one.marks:
        size = widest_size(one.marks[:1], "", measure("letter.mark_tallest"))
        paragraph = section.first_page_header.paragraphs[0]
        pen.red(paragraph, one.marks[0], size.ink, size.width)
        parts.indent(paragraph, left=-beyond, right=-beyond)
        drop = measure("letter.rule_drop")
        upper = parts.Line(width, drop, "thickThinSmallGap", RED)
        parts.border(paragraph, bottom=upper)
    foot = section.first_page_footer.paragraphs[0]
    parts.indent(foot, left=-beyond, right=-beyond)
    parts.spacing(foot, 4)
    parts.border(foot, bottom=parts.Line(width, 0, "thinThickSmallGap", RED))
    nothing: list[tuple[str, Role]] = [("", "fang")]
    for number, (text, role) in enumerate(corner(one) or nothing):
        paragraph = pen.line(text, role, before=0.0 if number else LINE / 2)
        if number == 0 and one.number:
            pen.tab(paragraph, pen.page.width, WD_TAB_ALIGNMENT.RIGHT)
            pen.run(paragraph, "\t" + one.number)
