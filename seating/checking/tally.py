"""What the places where rules are broken come to, level by level (逐级合计)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from seating.facts.booking_rule import BookingRule
from seating.facts.plan import Finding, LevelResult
from seating.facts.rule import LEVELS, Bite, Level, Rule
from seating.facts.text import Text


def tally(
    broken: Iterable[tuple[Rule | BookingRule, Bite]], levels: Sequence[Level] = LEVELS
) -> tuple[list[Finding], dict[Level, int]]:
    """Return a finding for each bite, in order of level, and the sum of each of the levels.

    A must rule counts its amount, every other rule its amount times its weight.
    """
    findings: list[Finding] = []
    totals: dict[Level, int] = dict.fromkeys(levels, 0)
    for rule, bite in broken:
        totals[rule.level] += bite.amount * (1 if rule.level == "must" else rule.weight)
        findings.append(
            Finding(
                rule=rule.id,
                level=rule.level,
                subjects=bite.subjects,
                amount=bite.amount,
                sentence=bite.sentence,
            )
        )
    return sorted(findings, key=by_level), totals


def by_level(finding: Finding) -> tuple[int, str, tuple[str, ...]]:
    """Return the key by which findings of rules are listed: level, rule, subjects."""
    return LEVELS.index(finding.level), finding.rule, finding.subjects


def disputed(levels: Sequence[LevelResult], counted: Mapping[Level, int]) -> Iterator[Text]:
    """Name each level of which the solver's value is not what the checker counted."""
    for result in levels:
        mine = counted[result.level]
        if mine != result.value:
            yield Text(
                f"“{result.level}”一级求解得{result.value}，核验得{mine}",
                f"level {result.level!r}: the solver says {result.value}, the check {mine}",
            )
