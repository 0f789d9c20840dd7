"""What is wrong with the input, and exactly where (输入问题)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from seating.facts.text import NOTHING, Text

Severity = Literal["fault", "doubt"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place in the user's files: file, then sheet/row/column or key path or line."""

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    key: str = ""
    line: int = 0

    def text(self) -> Text:
        """Say the place in words, leaving out what is unknown."""
        zh = [self.file]
        en = [self.file]
        if self.sheet:
            zh.append(f"工作表“{self.sheet}”")
            en.append(f"sheet {self.sheet!r}")
        if self.line:
            zh.append(f"第{self.line}行")
            en.append(f"line {self.line}")
        if self.row:
            zh.append(f"第{self.row}行")
            en.append(f"row {self.row}")
        if self.column:
            zh.append(f"“{self.column}”列")
            en.append(f"column {self.column!r}")
        if self.key:
            zh.append(self.key)
            en.append(self.key)
        return Text("，".join(zh), ", ".join(en))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong (fault: work stops) or questionable (doubt: work goes on).

    Attributes:
        where: the place in the user's files.
        message: what was found, with the value.
        advice: what would be accepted instead; may be empty.
        severity: ``fault`` or ``doubt``.
    """

    where: Where
    message: Text
    advice: Text = NOTHING
    severity: Severity = "fault"

    def sentence(self) -> Text:
        """Return place, message and advice as one sentence."""
        place = self.where.text()
        zh = f"{place.zh}：{self.message.zh}"
        en = f"{place.en}: {self.message.en}"
        if self.advice.zh:
            zh += f"　{self.advice.zh}"
        if self.advice.en:
            en += f"  {self.advice.en}"
        return Text(zh, en)


def order_faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Sort faults by place so that a report never depends on the order of discovery."""
    return tuple(
        sorted(
            faults,
            key=lambda f: (
                f.severity != "fault",
                f.where.file,
                f.where.sheet,
                f.where.line,
                f.where.row,
                f.where.column,
                f.where.key,
                f.message.zh,
            ),
        )
    )


class BadInputError(Exception):
    """The input cannot be used; carries every fault found, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = order_faults(faults)
        super().__init__("; ".join(f.sentence().en for f in self.faults))


class DisagreementError(Exception):
    """Solver and checker do not agree: our own bug; the plan is withheld."""

    def __init__(self, sitting: str, sentences: Sequence[Text]) -> None:
        self.sitting, self.sentences = sitting, tuple(sentences)
        super().__init__(f"{sitting}: " + "; ".join(s.en for s in sentences))
