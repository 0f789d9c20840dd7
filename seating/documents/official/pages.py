"""An official document given to pages: what breaks where, and which pages are numbered (排版)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seating.documents.official.closing import closing
from seating.documents.official.head import head, title_words
from seating.documents.official.imprint import imprint_lines, page_number, place_imprint
from seating.documents.official.measures import Page, count
from seating.documents.official.model import Attachment, Block, Official, Rule, Side, Table, Words
from seating.documents.official.rows import BLANK, Row, lay
from seating.documents.official.tables import table_rows
from seating.documents.official.text import (
    addressee_rows,
    attachment_note,
    paragraph_rows,
)
from seating.documents.official.title import turn

TEXT_WITH_CLOSING = 2
"""Lines of text that move to the next page with issuer and date (此页无正文 is forbidden)."""

Placed = list[tuple[int, Row]]


class NoTextError(ValueError):
    """The head leaves no room for text on the first page (7.3.3: 公文首页必须显示正文)."""


def official_sides(page: Page, official: Official) -> list[Side]:
    """Return all sides of a document, blank ones before the imprint included.

    Raises:
        NoTextError: the first page would carry no text.
    """
    top = head(page, official)
    before = addressee_rows(page, official.addressees)
    if official.body and top.first_line + len(before) + 1 > page.lines:
        raise NoTextError(f"{top.first_line} + {len(before)} > {page.lines - 1}")
    texts = block_rows(page, official.body, body=True)
    titles = tuple(attachment.title for attachment in official.attachments)
    note = attachment_note(page, titles)
    end = closing(page, official.issuers, official.date, official.sealed, official.note)
    rows = bind_closing(page, [*before, *texts], [*note, *end])
    placed = fill(rows, top.first_line, page.lines)
    sides = [_side(page, lines) for lines in placed]
    sides[0] = Side(sides[0].words + top.words, sides[0].rules + top.rules)
    last = placed[-1][-1][0] + 1 if placed[-1] else 0
    several = len(official.attachments) > 1
    for number, attachment in enumerate(official.attachments, 1):
        if attachment.blocks:
            more, last = _attachment(page, attachment, number if several else 0)
            sides += more
    numbered = [replace(side, number=n) for n, side in enumerate(sides, 1)]
    return _with_imprint(page, official, numbered, page.lines - last)


def block_rows(page: Page, blocks: Sequence[Block], *, body: bool) -> list[Row]:
    """Return the rows of paragraphs and tables."""
    rows: list[Row] = []
    for block in blocks:
        if isinstance(block, Table):
            rows += table_rows(page, block)
            continue
        lines = paragraph_rows(page, block)
        if block.heading:
            lines = [replace(r, stay=len(lines) - i) for i, r in enumerate(lines)]
        rows += [replace(row, body=body) for row in lines]
    return rows


def bind_closing(page: Page, texts: Sequence[Row], end: Sequence[Row]) -> list[Row]:
    """Tie the last lines of text to what follows, so that no page carries a signature alone."""
    rows = [*texts, *end]
    start = len(texts)
    while start > 0 and len(texts) - start < TEXT_WITH_CLOSING and texts[start - 1].body:
        start -= 1
    if len(rows) - start > page.lines:
        start = len(rows) - page.lines
    while start > 0 and texts[start - 1 : start] and texts[start - 1].stay:
        start -= 1
    for index in range(start, len(rows)):
        rows[index] = replace(rows[index], stay=len(rows) - 1 - index)
    return rows


def fill(rows: Sequence[Row], first_line: int, lines: int) -> list[Placed]:
    """Give rows to pages.

    Args:
        rows: one for each line.
        first_line: where the first page begins, 0 = its top.
        lines: lines on a page.
    """
    pages: list[Placed] = [[]]
    at, start = first_line, first_line
    for row in rows:
        if row.blank and at == 0:
            continue
        if at + 1 + min(row.stay, lines - 1) > lines and at > start:
            pages.append([])
            at = start = 0
            if row.under is not None:
                pages[-1].append((0, row.under))
                at = 1
            if row.blank:
                continue
        pages[-1].append((at, row))
        at += 1
    return pages


def _attachment(page: Page, attachment: Attachment, number: int) -> tuple[list[Side], int]:
    """Set an attachment on pages of its own (7.3.7); ``number`` 0 = the only one."""
    label = lay(page, 0, f"附件{number}" if number else "附件", "hei")
    title = turn(attachment.title)
    line = count("text.attachment_title_line") - 1
    names = title_words(page, title, page.line_top(line), page.line)
    rows = block_rows(page, attachment.blocks, body=False)
    placed = fill([*rows], line + len(title) + 1, page.lines)
    sides = [_side(page, lines) for lines in placed]
    words = tuple(replace(word, top=word.top + page.top) for word in label)
    sides[0] = Side(sides[0].words + words + names, sides[0].rules)
    return sides, placed[-1][-1][0] + 1 if placed[-1] else 0


def _with_imprint(page: Page, official: Official, sides: list[Side], free: int) -> list[Side]:
    """Put the imprint on the last, even page; blank pages before it carry no number (7.5)."""
    if official.imprint:
        if len(sides) % 2:
            sides.append(Side(number=len(sides) + 1))
        elif free < imprint_lines(page, official.imprint):
            sides += [Side(), Side()]
        words, rules = place_imprint(page, official.imprint)
        last = sides[-1]
        sides[-1] = replace(last, words=last.words + words, rules=last.rules + rules)
    return [
        replace(side, words=(*side.words, page_number(page, side.number))) if side.number else side
        for side in sides
    ]


def _side(page: Page, lines: Placed) -> Side:
    words: list[Words] = []
    rules: list[Rule] = []
    for number, row in lines:
        more, ruled = row.at(page.line_top(number))
        words += more
        rules += ruled
    return Side(tuple(words), tuple(rules))


__all__ = ["BLANK", "NoTextError", "block_rows", "fill", "official_sides"]
