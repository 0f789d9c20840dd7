"""Random halls whose must rules clash: is what is said of them true, and how soon is it said?"""

from __future__ import annotations

import statistics
from collections.abc import Iterable

from tests.planner.clashes import RULES, SEATS, Verdict, judge_many

_NUMBER = 200


def section() -> tuple[str, str]:
    """Explain and judge the instances; return heading and text."""
    return f"{_NUMBER} clashes of rules", text_of(judge_many(_NUMBER))


def text_of(found: list[Verdict]) -> str:
    """Return the table of what was found."""
    seconds = sorted(v.cpu for v in found)
    rows = (
        ("core impossible", _share(v.infeasible for v in found)),
        ("every smaller set possible", _share(v.minimal for v in found)),
        ("every concession works", _share(v.concessions for v in found)),
        ("rules in the core, median and most", _middle([v.core for v in found])),
        ("CPU seconds each, median", f"{statistics.median(seconds):.2f}"),
        ("CPU seconds each, nine tenths below", f"{seconds[len(seconds) * 9 // 10]:.2f}"),
        ("CPU seconds each, most", f"{seconds[-1]:.2f}"),
    )
    table = "\n".join(f"| {what} | {value} |" for what, value in rows)
    words = (
        f"{len(found)} random halls of up to {SEATS} seats and {RULES} must rules that cannot all\n"
        "hold.  Everything reported is judged by solving the whole model anew; the seconds are\n"
        "those of the explanation: the smallest clashing set, confirmed, and what to give up.\n"
    )
    return f"{words}\n| what | figure |\n|---|---|\n{table}\n"


def _share(right: Iterable[bool]) -> str:
    told = list(right)
    return f"{sum(told)} of {len(told)}"


def _middle(numbers: list[int]) -> str:
    return f"{statistics.median(numbers):.0f}, {max(numbers)}"
