"""Attachments on pages of their own, upright or on their side (附件, 7.3.7 and 8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seating.documents.official.filling import Leaf, fill
from seating.documents.official.head import title_words
from seating.documents.official.measures import MM, Page, count, measure
from seating.documents.official.model import (
    Attachment,
    Block,
    Official,
    Rule,
    Side,
    Table,
    Words,
    cells_of,
)
from seating.documents.official.rows import BLANK, Row, lay
from seating.documents.official.tables import table_rows
from seating.documents.official.text import paragraph_rows
from seating.documents.official.title import turn


def block_rows(page: Page, blocks: Sequence[Block], *, body: bool) -> list[Row]:
    """Return the rows of paragraphs and tables; text keeps a line away from a table above it."""
    rows: list[Row] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Table):
            rows += table_rows(page, block)
            rows += [BLANK] if number + 1 < len(blocks) else []
            continue
        lines = paragraph_rows(page, block)
        if block.heading:
            lines = [replace(r, stay=len(lines) - i) for i, r in enumerate(lines)]
        rows += [replace(row, body=body) for row in lines]
    return rows


def bound(page: Page, official: Official) -> tuple[list[Side], int]:
    """Return the sides of the attachments bound with the text, and the lines used on the last.

    A side that lies on its side counts as full.
    """
    sides: list[Side] = []
    used = 0
    for number, attachment in _numbered(official):
        if attachment.blocks and not attachment.apart:
            leaves = _leaves(_lying(page, attachment), attachment, label(number))
            sides += [_side(page, attachment, leaf) for leaf in leaves]
            used = page.lines if attachment.landscape else leaves[-1].used
    return sides, used


def apart(page: Page, official: Official) -> list[list[Side]]:
    """Return the sides of each attachment that is not bound with the text.

    The document's number stands before 附件; classified ones carry their secrecy themselves.
    """
    found: list[list[Side]] = []
    for number, attachment in _numbered(official):
        if attachment.blocks and attachment.apart:
            words = official.number + label(number)
            leaves = _leaves(_lying(page, attachment), attachment, words)
            found.append([_side(page, attachment, leaf) for leaf in leaves])
    return found


def label(number: int) -> str:
    """Return 附件 with its number; 0 = the only one."""
    return f"附件{number}" if number else "附件"


def _numbered(official: Official) -> list[tuple[int, Attachment]]:
    several = len(official.attachments) > 1
    return [(n if several else 0, a) for n, a in enumerate(official.attachments, 1)]


def _leaves(page: Page, attachment: Attachment, words: str) -> list[Leaf]:
    line = count("text.attachment_title_line") - 1
    title = turn(attachment.title)
    head = (
        *(replace(w, top=w.top + page.top) for w in lay(page, 0, words, "hei")),
        *title_words(page, title, page.line_top(line), page.line),
    )
    rows = block_rows(page, attachment.blocks, body=False)
    leaves = fill(rows, page, first_line=line + len(title) + 1)
    above = Row(words=tuple(replace(w, top=w.top - page.top) for w in head))
    return [replace(leaves[0], rows=((0, above), *leaves[0].rows)), *leaves[1:]]


def _lying(page: Page, attachment: Attachment) -> Page:
    """Return the grid of an attachment: as it lies before the reader."""
    if not attachment.landscape:
        return page
    lines = int(page.width / page.line)
    cells = int(page.height / page.cell)
    return replace(
        page,
        width=cells * page.cell,
        height=lines * page.line,
        left=page.left,
        lines=lines,
        cells=cells,
    )


def _side(page: Page, attachment: Attachment, leaf: Leaf) -> Side:
    side = leaf.side()
    if not attachment.landscape:
        return side
    return Side(
        tuple(_turned(page, w) for w in side.words),
        tuple(_turned_rule(page, r) for r in side.rules),
    )


def _turned(page: Page, words: Words) -> Words:
    """Lay words on their side, the head of the table at the left edge of the paper.

    That edge is the binding of odd pages and the outside of even ones, as clause 8 wants it.
    """
    return replace(
        words,
        x=page.bottom - (words.x - page.left),
        top=page.left + (words.top - page.top),
        turned=True,
    )


def _turned_rule(page: Page, rule: Rule) -> Rule:
    return replace(
        rule,
        x0=page.left + (rule.y0 - page.top),
        y0=page.bottom - (rule.x0 - page.left),
        x1=page.left + (rule.y1 - page.top),
        y1=page.bottom - (rule.x1 - page.left),
    )


def header(page: Page, words: Sequence[str]) -> tuple[Words, ...]:
    """Place copy number and secrecy small in the upper margin of a further page."""
    text = "　".join(filter(None, words))
    size = measure("size.imprint")
    em = size * MM
    if not text:
        return ()
    column = 0.0
    found: tuple[Words, ...] = ()
    for word in text.split("　"):
        found += lay(page, column, word, "hei", top=measure("apart.header"), cell=em, size=size)
        column += (cells_of(word) + 1) * em / page.cell
    return found
