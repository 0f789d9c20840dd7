"""Pieces that sittings and bookings have in common in ``plan.json`` (方案文件的共同部分)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from seating.facts.fault import Fault, Where
from seating.facts.plan import Finding, LevelResult
from seating.facts.rule import LEVELS
from seating.facts.text import Text
from seating.reading.fields import below, item
from seating.reading.scalars import show

AGAIN = Text("请运行 seating run 重新排座。", "Make the plan again: seating run.")
T = TypeVar("T")


class PartReader:
    """Takes values out of JSON and collects what is wrong with them."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def table(self, value: object, where: Where) -> Mapping[str, Any]:
        """Return an object."""
        if isinstance(value, dict):
            return value
        self.wrong(value, where)
        return {}

    def one(self, table: Mapping[str, Any], key: str, kind: type[T], where: Where, other: T) -> T:
        """Return the value of a key, ``other`` if it is of another type."""
        value = table.get(key)
        if type(value) is kind:
            return value
        self.wrong(value, below(where, key))
        return other

    def several(
        self, table: Mapping[str, Any], key: str, make: Callable[[Any, Where], T], where: Where
    ) -> tuple[T, ...]:
        """Return the values of a list, each made by ``make``."""
        values = self.one(table, key, list, where, [])
        here = below(where, key)
        return tuple(make(value, item(here, n)) for n, value in enumerate(values, 1))

    def level(self, value: object, where: Where) -> LevelResult:
        """Return the result of one level."""
        table = self.table(value, where)
        level = next((n for n in LEVELS if n == table.get("level")), None)
        if level is None:
            self.wrong(table.get("level"), below(where, "level"))
        return LevelResult(
            level=level or "must",
            value=self.one(table, "value", int, where, 0),
            bound=self.one(table, "bound", int, where, 0),
        )

    def finding(self, value: object, where: Where) -> Finding:
        """Return a finding."""
        table = self.table(value, where)
        return Finding(
            rule=self.one(table, "rule", str, where, ""),
            level=self.one(table, "level", str, where, ""),
            subjects=self.several(table, "subjects", self.word, where),
            amount=self.one(table, "amount", int, where, 0),
            sentence=self.sentence(table.get("sentence"), below(where, "sentence")),
        )

    def word(self, value: object, where: Where) -> str:
        """Return a text."""
        if not isinstance(value, str):
            self.wrong(value, where)
            return ""
        return value

    def sentence(self, value: object, where: Where) -> Text:
        """Return a sentence in both languages."""
        table = self.table(value, where)
        return Text(self.one(table, "zh", str, where, ""), self.one(table, "en", str, where, ""))

    def wrong(self, value: object, where: Where) -> None:
        """Say that a value is not what belongs there."""
        found = show(value) if value is not None else Text("空的", "missing")
        message = Text(f"内容不对：{found.zh}。", f"has the wrong content: {found.en}.")
        self.faults.append(Fault(where=where, message=message, advice=AGAIN))


def dump_levels(levels: Sequence[LevelResult]) -> list[dict[str, Any]]:
    """Return the results of the levels as JSON."""
    return [{"level": r.level, "value": r.value, "bound": r.bound} for r in levels]


def dump_findings(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return findings as JSON."""
    return [
        {
            "rule": f.rule,
            "level": f.level,
            "subjects": list(f.subjects),
            "amount": f.amount,
            "sentence": dump_text(f.sentence),
        }
        for f in findings
    ]


def dump_text(text: Text) -> dict[str, str]:
    """Return a sentence as JSON."""
    return {"zh": text.zh, "en": text.en}
