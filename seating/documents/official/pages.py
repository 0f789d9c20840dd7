"""An official document given to pages: what breaks where, and which pages are numbered (排版)."""

from __future__ import annotations

from dataclasses import replace

from seating.documents.official.attached import apart, block_rows, bound, header
from seating.documents.official.closing import closing
from seating.documents.official.filling import bind_closing, fill_with_closing
from seating.documents.official.head import Head, head
from seating.documents.official.imprint import (
    NoRoomError,
    imprint_lines,
    page_number,
    place_imprint,
)
from seating.documents.official.letterhead import letter_page, letterhead
from seating.documents.official.measures import MM, Page, measure
from seating.documents.official.model import Imprint, Official, Rule, Side, Words
from seating.documents.official.text import (
    addressee_rows,
    attachment_note,
    attendance_rows,
)


class NoTextError(ValueError):
    """The head leaves no room for text on the first page (7.3.3: 公文首页必须显示正文)."""


def official_sides(page: Page, official: Official) -> list[Side]:
    """Return all sides of a document, blank ones before the imprint included.

    Attachments that are not bound with it follow, each on sheets and with numbers of its own.

    Raises:
        NoTextError: the first page would carry no text.
        NoRoomError: the imprint is too long for a page.
    """
    official = settled(page, official)
    letter = official.form == "letter"
    first = letter_page(page) if letter else page
    top = _head(first, official)
    before = addressee_rows(page, official.addressees)
    if official.body and top.first_line + len(before) + 1 > first.lines:
        raise NoTextError(f"{top.first_line} + {len(before)} > {first.lines - 1}")
    texts = [*before, *block_rows(page, official.body, body=True)]
    note = attachment_note(page, tuple(a.title for a in official.attachments))
    end = closing(page, official)
    if official.lists:  # they are as good as text, and may be longer than a page
        texts, note = [*texts, *note, *attendance_rows(page, official.lists)], []
    rows = bind_closing(page, texts, note, end)
    after = len(note) + len(end)
    leaves = fill_with_closing(rows, after, page, first=first, first_line=top.first_line)
    sides = [leaf.side() for leaf in leaves]
    sides[0] = Side(top.words + sides[0].words, top.rules + sides[0].rules)
    last = leaves[-1]
    foot = last.top(last.used - 1) + page.line if last.rows else page.top
    more, used = bound(page, official)
    if more:
        sides += more
        foot = page.line_top(used)
    sides = [replace(side, number=n) for n, side in enumerate(sides, 1)]
    if letter:
        sides = _letter_imprint(page, official.imprint, sides, foot)
    else:
        sides = _with_imprint(page, official.imprint, sides, foot)
    plain = 1 if letter else 0
    found = _finish(page, official, sides, unnumbered=plain if official.numbered else len(sides))
    for separate in apart(page, official):
        if len(found) % 2:
            found.append(Side())
        own = [replace(side, number=n) for n, side in enumerate(separate, 1)]
        found += _finish(page, replace(official, every_page=True), own, whole=True)
    return found


def settled(page: Page, official: Official) -> Official:
    """Return the document with its addressees moved to the imprint where they fill page 1.

    Clause 7.3.2: 如主送机关名称过多导致公文首页不能显示正文时，应当将主送机关名称移至版记.
    """
    first = letter_page(page) if official.form == "letter" else page
    lines = len(addressee_rows(page, official.addressees))
    if not lines or not official.body:
        return official
    if _head(first, official).first_line + lines + 1 <= first.lines:
        return official
    moved = replace(official.imprint, to=official.addressees)
    return replace(official, addressees=(), imprint=moved)


def _head(page: Page, official: Official) -> Head:
    return letterhead(page, official) if official.form == "letter" else head(page, official)


def _with_imprint(page: Page, imprint: Imprint, sides: list[Side], foot: float) -> list[Side]:
    """Put the imprint on the last, even page; blank pages before it carry no number (7.5)."""
    if not imprint:
        return sides
    free = int((page.bottom - foot) / page.line + 0.03)
    if len(sides) % 2:
        sides = [*sides, Side(number=len(sides) + 1)]
    elif free < imprint_lines(page, imprint):
        sides = [*sides, Side(), Side()]
    return [*sides[:-1], _joined(sides[-1], *place_imprint(page, imprint))]


def _letter_imprint(page: Page, imprint: Imprint, sides: list[Side], foot: float) -> list[Side]:
    """Put a letter's imprint lowest on its last page: no rules, no printing office (10.1)."""
    imprint = replace(imprint, office="", date=None)
    if not imprint:
        return sides
    free = int((page.bottom - foot) / page.line + 0.03)
    if free < imprint_lines(page, imprint) - 1:
        sides = [*sides, Side(number=len(sides) + 1)]
    return [*sides[:-1], _joined(sides[-1], *place_imprint(page, imprint, ruled=False))]


def _joined(side: Side, words: tuple[Words, ...], rules: tuple[Rule, ...]) -> Side:
    return replace(side, words=side.words + words, rules=side.rules + rules)


def _finish(
    page: Page, official: Official, sides: list[Side], *, unnumbered: int = 0, whole: bool = False
) -> list[Side]:
    """Add page numbers, repeated marks, the mark across and the foot.

    Args:
        page: the grid.
        official: the document.
        sides: with their numbers.
        unnumbered: so many pages at the beginning show no number.
        whole: copy number and secrecy stand on the first page too.
    """
    marks = (official.copy_number, official.secrecy) if official.every_page else ()
    found = []
    for index, side in enumerate(sides):
        words = side.words
        if words and marks and (index or whole):
            words += header(page, marks)
        if words and official.foot:
            words += _foot(page, official.foot)
        if side.number and index >= unnumbered:
            words += (page_number(page, side.number),)
        across = (official.across, official.across_note) if words else ("", "")
        found.append(replace(side, words=words, across=across))
    return found


def _foot(page: Page, text: str) -> tuple[Words, ...]:
    size = measure("size.table_smallest")
    y = page.bottom + measure("page_number.drop") - size * MM / 2
    middle = page.left + page.width / 2
    return (Words(text, middle, y, size, "song", room=page.width / 2, align="centre"),)


__all__ = ["NoRoomError", "NoTextError", "official_sides", "settled"]
