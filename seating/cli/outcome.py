"""What levels and findings came to, in words and as data (逐级结果)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from seating.cli.speech import Say
from seating.facts.plan import Finding, LevelResult
from seating.facts.rule import LEVEL_TITLES


def level_line(result: LevelResult, say: Say) -> str:
    """Say what a level came to, and whether that is proven to be the best."""
    if result.proven:
        quality = say("已证明不能更好", "proven: nobody can do better")
    else:
        quality = say(f"下界 {result.bound}，未证明", f"bound {result.bound}, not proven")
    return f"{say.text(LEVEL_TITLES[result.level])}  {result.value}  {quality}"


def levels_data(levels: Iterable[LevelResult]) -> list[dict[str, Any]]:
    """Return levels as plain data."""
    return [
        {"level": r.level, "value": r.value, "bound": r.bound, "proven": r.proven} for r in levels
    ]


def findings_data(findings: Iterable[Finding], say: Say) -> list[dict[str, Any]]:
    """Return findings as plain data, their sentences in the language of the report."""
    return [
        {
            "rule": f.rule,
            "level": f.level,
            "subjects": list(f.subjects),
            "amount": f.amount,
            "sentence": say.text(f.sentence),
        }
        for f in findings
    ]
