"""What an official document says, and what stands where on its pages (公文内容与版面).

The content (:class:`Official`) knows nothing of pages; a finished :class:`Side` knows nothing of
clauses: it is a list of words and rules at places in mm, which the drawer copies to paper.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Role = Literal["title_song", "song", "hei", "kai", "fang"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a paragraph in one typeface."""

    text: str
    role: Role = "fang"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text (自然段).

    Attributes:
        spans: the text, typeface by typeface.
        heading: it is a heading and must not end a page.
        indent: blank cells before the first line.
        hang: blank cells before the further lines.
    """

    spans: tuple[Span, ...]
    heading: bool = False
    indent: float = 2
    hang: float = 0

    @property
    def text(self) -> str:
        """The words without their typefaces."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; its head is repeated on every page.

    Attributes:
        head: the heading of each column; empty = none, the first column then names the rows.
        rows: the cells, row by row.
        weights: wished share of the width by column; empty = by content.
        left: columns whose cells begin at the left, 0 = the first; the others are centred.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    weights: tuple[float, ...] = ()
    left: tuple[int, ...] = ()


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment (附件); without blocks it is only named, and comes separately.

    Attributes:
        apart: not bound with the text: sheets and page numbers of its own.
        landscape: its tables lie on their side (横排表格).
    """

    title: str
    blocks: tuple[Block, ...] = ()
    apart: bool = False
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Imprint:
    """The imprint (版记): addressees moved there, copies to, who printed it and when.

    Attributes:
        sent: those to whom it is distributed (分送), as of minutes.
    """

    copies: tuple[str, ...] = ()
    office: str = ""
    date: dt.date | None = None
    to: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.copies or self.office or self.date or self.to or self.sent)

    @property
    def listed(self) -> list[tuple[str, tuple[str, ...]]]:
        """The names with their labels, in the order in which they are printed."""
        given = (("主送：", self.to), ("分送：", self.sent), ("抄送：", self.copies))
        return [(label, names) for label, names in given if names]


Form = Literal["document", "letter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """Everything an official document says (公文).

    Attributes:
        form: ``document`` (文件格式) or ``letter`` (信函格式).
        marks: issuers in the red head, the lead first; empty = no red head.
        suffix: stands right of the marks, usually 文件.
        headline: issuer and date on the line above the red rule, as in minutes (纪要).
        secrecy: 密级和保密期限 as printed, e.g. ``机密★1年``.
        signers: who signed it for issue (签发人), only in documents that go upwards.
        title: the title's lines.
        status: stands below the title in brackets, e.g. 征求意见稿.
        lists: who was there, below the text: label (出席) and what must not be broken, each unit
            and each name with the mark behind it (10.3).
        sealed: leave room for the seals (加盖印章).
        stamps: full posts of leaders whose stamps are set instead of seals (签发人签名章).
        date: ``None`` = to be written in by hand.
        dated: print a date at all.
        numbered: print page numbers.
        across: printed large and pale across every page, e.g. 作废.
        across_note: the same, small.
        foot: stands small at the foot of every page, e.g. the version of a draft.
        every_page: repeat copy number and secrecy at the head of the further pages.
    """

    form: Form = "document"
    marks: tuple[str, ...] = ()
    suffix: str = ""
    copy_number: str = ""
    headline: tuple[str, str] | None = None
    secrecy: str = ""
    urgency: str = ""
    number: str = ""
    signers: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    status: str = ""
    addressees: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    issuers: tuple[str, ...] = ()
    sealed: bool = True
    stamps: tuple[str, ...] = ()
    date: dt.date | None
    dated: bool = True
    numbered: bool = True
    note: str = ""
    imprint: Imprint = Imprint()
    across: str = ""
    across_note: str = ""
    foot: str = ""
    every_page: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Characters in one line.

    Attributes:
        text: what is drawn.
        x: left edge, middle or right edge in mm, as ``align`` says.
        top: top of the em box in mm.
        size: in pt.
        fill: mm to which the characters are spaced out; 0 = as wide as they are.
        room: widest in mm before the words are squeezed; 0 = any.
        align: what ``x`` is.
        ink_of: ``top`` is where the black of these characters begins, not the em box; ``""``
            = the em box.
        on_dash: ``top`` is the height of the dash.
        red: drawn in the red of official documents.
        turned: written upwards on a page read from its right side; ``x`` then counts from the
            upper edge of the paper, ``top`` from its left edge.
    """

    text: str
    x: float
    top: float
    size: float
    role: Role = "fang"
    fill: float = 0.0
    room: float = 0.0
    align: Literal["left", "centre", "right"] = "left"
    ink_of: str = ""
    on_dash: bool = False
    red: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; all in mm, ``y`` and ``x`` are its middle."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    red: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of paper (面); ``number`` is printed below it, ``None`` = none.

    Attributes:
        across: words printed pale from corner to corner beneath all else, and a smaller line.
    """

    words: tuple[Words, ...] = ()
    rules: tuple[Rule, ...] = ()
    number: int | None = None
    across: tuple[str, str] = ("", "")


def cells_of(text: str) -> float:
    """Return the width of text in cells: ASCII takes half a cell, all else a whole one."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def tokens(text: str) -> list[str]:
    """Split text into runs of ASCII and runs of full-width characters."""
    found: list[str] = []
    for char in text:
        if found and found[-1][-1].isascii() == char.isascii():
            found[-1] += char
        else:
            found.append(char)
    return found
