"""Headings → fields, by their Chinese and English names (列名)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from seating.facts.fault import Fault, Where
from seating.facts.text import NOTHING, Text
from seating.reading.grid import letter
from seating.reading.words import clean, joined, key, listed, near

_NUMBERING = ("序号", "序", "no", "number", "#")
_FOREIGN = re.compile(r"英|外文|\ben\b|english", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column that a table may have; ``aliases`` are further headings for it."""

    field: str
    title: Text
    aliases: tuple[str, ...] = ()
    required: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading that means this column."""
        return (self.field, self.title.zh, self.title.en, *self.aliases)


class Columns:
    """All columns that a table may have.

    ``numbering`` is the advice for a column of running numbers (序号), which is not read.
    """

    def __init__(self, columns: Sequence[Column], numbering: Text = NOTHING) -> None:
        self.columns = tuple(columns)
        self.numbering = numbering
        self._fields = {fold(name): c.field for c in columns for name in c.headings}

    def field(self, heading: str) -> str:
        """Return the field that a heading means, ``""`` if unknown."""
        return self._fields.get(fold(heading)) or self._fields.get(_without_remark(heading), "")

    def knows(self, heading: str) -> bool:
        """Whether the heading means one of these columns."""
        return bool(self.field(heading))

    def title(self, field: str) -> Text:
        """Return a field's heading as the documentation has it."""
        return next(c.title for c in self.columns if c.field == field)

    def match(
        self, headings: Sequence[str], filled: frozenset[int], where: Where
    ) -> tuple[dict[str, int], list[Fault]]:
        """Say which column holds which field.

        Args:
            headings: the headings, ``""`` where there is none.
            filled: the columns with any data below the heading.
            where: the place of the heading row.
        """
        found: dict[str, int] = {}
        faults: list[Fault] = []
        for index, heading in enumerate(headings):
            field = self.field(heading) if heading else ""
            if field in found:
                faults.append(_twice(headings[found[field]], heading, index, where))
            elif field:
                found[field] = index
            elif index in filled:
                faults.append(self._unmapped(heading, index, where))
        faults += [
            _absent(column, [h for h in headings if h], where)
            for column in self.columns
            if column.required and column.field not in found
        ]
        return found, faults

    def _unmapped(self, heading: str, index: int, where: Where) -> Fault:
        at = Where(file=where.file, sheet=where.sheet, row=where.row, column=heading)
        if not heading:
            return Fault(
                where=at,
                message=Text(
                    f"{letter(index)}列有内容而没有列名，没有读入。",
                    f"column {letter(index)} has no heading and was not read.",
                ),
                severity="doubt",
            )
        if self.numbering.zh and fold(heading) in _NUMBERING:
            message = Text(
                f"“{clean(heading)}”没有读入，先后另有依据。",
                "running numbers are not read; they do not decide who comes first.",
            )
            return Fault(where=at, message=message, advice=self.numbering, severity="doubt")
        names = {name: c for c in self.columns for name in (c.title.zh, c.title.en, *c.aliases)}
        guess = near(heading, names)
        return Fault(
            where=at,
            message=Text(
                f"不认识这一列（{letter(index)}列），没有读入。",
                f"this column ({letter(index)}) is unknown and was not read.",
            ),
            advice=Text(f"是不是“{guess}”？", f"Did you mean {guess!r}?")
            if guess
            else Text("", ""),
            severity="doubt",
        )


def fold(heading: str) -> str:
    """Return a heading without case, white space and marks."""
    return re.sub(r"[\s*＊:：_\-()（）\[\]【】.]", "", key(heading))


def _without_remark(heading: str) -> str:
    """Drop a remark in brackets: ``姓名（必填）``."""
    plain = unicodedata.normalize("NFKC", heading)
    if _FOREIGN.search(plain):  # ``unit (en)`` is not the unit
        return ""
    return fold(re.sub(r"\(.*?\)|\[.*?\]|【.*?】", "", plain))


def _twice(first: str, second: str, index: int, where: Where) -> Fault:
    return Fault(
        where=Where(file=where.file, sheet=where.sheet, row=where.row, column=second),
        message=Text(
            f"{letter(index)}列与“{first}”列表示同一项内容。",
            f"column {letter(index)} means the same as column {first!r}.",
        ),
        advice=Text("请只保留一列，或改掉其中一个列名。", "Keep one, or rename one of the two."),
    )


def _absent(column: Column, headings: Sequence[str], where: Where) -> Fault:
    every = listed(map(clean, headings), limit=30)
    return Fault(
        where=where,
        message=Text(f"缺少“{column.title.zh}”列。", f"the column {column.title.en!r} is missing."),
        advice=joined(
            Text(f"现有列名：{every.zh}。", f"Headings found: {every.en}.")
            if headings
            else Text("没有找到任何列名。", "No headings were found.")
        ),
    )
