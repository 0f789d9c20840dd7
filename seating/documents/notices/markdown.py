"""Text as people write it → numbered paragraphs in official typefaces (正文层次).

Clause 7.3.3: levels are 一、 （一） 1. （1）; the first in 黑体, the second in 楷体, the others
in 仿宋.  Headings may be marked ``#`` to ``####`` (numbered automatically) or numbered by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from seating.documents.official.model import Block, Paragraph, Role, Span, Table, cells_of

ROLES: dict[int, Role] = {1: "hei", 2: "kai", 3: "fang", 4: "fang"}
LABEL = 9
"""Longest first sentence, in cells, that is set as a heading run into its paragraph."""

_DIGITS = "〇一二三四五六七八九"
_HASH = re.compile(r"(#{1,4})\s+(.+)")
_BULLET = re.compile(r"[-*+]\s+(.+)")
_ORDERED = re.compile(r"(\d+)[.．、]\s*(?=\D)(.+)")
_BY_HAND = (
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"（[一二三四五六七八九十]+）"),
    re.compile(r"\d+[.．](?=\D)"),
    re.compile(r"（\d+）"),
)
_RULE = re.compile(r"\|?[\s:|-]+\|?")
_END = "。；：！？.;:!?"


def chinese_number(number: int) -> str:
    """Return 1-99 in Chinese: 一, 十二, 二十."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


class Numbering:
    """Counts headings: a new one of a level begins the lower levels afresh."""

    def __init__(self) -> None:
        self.counts = [0, 0, 0, 0]

    def next(self, level: int) -> str:
        """Return the number of the next heading of a level, 1-4."""
        self.counts[level - 1] += 1
        self.counts[level:] = [0] * (4 - level)
        number = self.counts[level - 1]
        chinese = chinese_number(number)
        return (f"{chinese}、", f"（{chinese}）", f"{number}.", f"（{number}）")[level - 1]


def heading(level: int, number: str, text: str) -> Paragraph:
    """Return a heading, or a numbered paragraph if the text is a sentence.

    A short first sentence (请假。) is set as a heading run into its paragraph; of level 1 also
    a short label with a colon, and any short sentence.
    """
    text = text.strip()
    if text[-1:] not in _END:
        return Paragraph((Span(number + text, ROLES[level]),), heading=level <= 2)
    stop = re.search("[。：]" if level == 1 else "。", text)
    if stop and cells_of(text[: stop.end()]) <= LABEL and (level == 1 or stop.end() < len(text)):
        spans = (Span(number + text[: stop.end()], ROLES[level]), Span(text[stop.end() :]))
        return Paragraph(tuple(span for span in spans if span.text))
    return Paragraph((Span(number + text),))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; empty lines divide paragraphs."""
    found: list[Block] = []
    numbering = Numbering()
    for lines in _chunks(text.splitlines()):
        if len(lines) > 1 and all(line.startswith("|") for line in lines):
            found.append(_table(lines))
        else:
            found.append(_paragraph("".join(lines), numbering))
    return tuple(found)


def blocks_of_list(paragraphs: Iterable[str]) -> tuple[Block, ...]:
    """Return the blocks of a list with one paragraph in each item."""
    return blocks_of("\n\n".join(paragraphs))


def _chunks(lines: Iterable[str]) -> list[list[str]]:
    """Group lines into paragraphs; headings, list items and tables need no empty line."""
    found: list[list[str]] = [[]]
    for raw in lines:
        line = raw.strip()
        before = found[-1]
        alone = bool(_HASH.match(line) or _BULLET.match(line) or _ORDERED.match(line))
        table = line.startswith("|") == bool(before and before[-1].startswith("|"))
        if not line:
            found.append([])
        elif before and not alone and not _HASH.match(before[-1]) and table:
            before.append(line)
        else:
            found.append([line])
    return [chunk for chunk in found if chunk]


def _paragraph(line: str, numbering: Numbering) -> Paragraph:
    line = re.sub(r"(\*\*|__)(.+?)\1", r"\2", line).strip()
    marked = _HASH.fullmatch(line)
    if marked:
        level = len(marked[1])
        return heading(level, numbering.next(level), _strip_number(marked[2]))
    bullet = _BULLET.fullmatch(line)
    if bullet:
        return Paragraph((Span(bullet[1]),))
    for level, pattern in enumerate(_BY_HAND, 1):
        number = pattern.match(line)
        if number:
            return heading(level, number[0].replace("．", "."), line[number.end() :])
    return Paragraph((Span(line),))


def _strip_number(text: str) -> str:
    for pattern in _BY_HAND:
        number = pattern.match(text)
        if number:
            return text[number.end() :]
    return text


def _table(lines: list[str]) -> Table:
    rows = [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in lines
        if not _RULE.fullmatch(line)
    ]
    width = max(map(len, rows))
    filled = [row + ("",) * (width - len(row)) for row in rows]
    return Table(filled[0], tuple(filled[1:]))
