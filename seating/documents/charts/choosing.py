"""Which paper, which way it lies, and how much is shortened, for the largest names (选纸)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from seating.documents.charts.fit import Fit
from seating.documents.charts.keys import Lie, lying_ways
from seating.documents.charts.shorten import TRUE, Shortening
from seating.documents.paper import Paper, paper_of

_GOOD = 8.0  # pt; names so large need no larger paper
_WORTH = 0.93  # a truer drawing is preferred if its names are so much as large
_BETTER = 1.12  # paper is turned, or a larger one taken, for names so much larger
_TITLED = 1.25  # names with posts count as so much larger

Measure = Callable[[Paper, Shortening], Fit | None]


@dataclass(frozen=True, slots=True)
class Choice:
    """How a chart is printed: the paper as it lies, the size of names, what is shortened."""

    paper: Paper
    size: float
    by: Shortening = TRUE


def choose(asked: str, lie: Lie, ways: Sequence[Shortening], measure: Measure) -> Choice:
    """Return the smallest paper on which names are large, as it should lie.

    Args:
        asked: the paper asked for; ``""`` = A4, or A3 where names would be small.
        lie: how the paper lies.
        ways: what may be shortened, the truest first.
        measure: fits the chart to a page.
    """
    best: Choice | None = None
    for name in (asked,) if asked else ("A4", "A3"):
        for lying in lying_ways(paper_of(name), lie):
            choice = _truest(lying, ways, measure)
            if best is None or choice.size > best.size * _BETTER:
                best = choice
        if best and best.size >= _GOOD:
            break
    assert best is not None  # there is at least one paper
    return best


def _truest(paper: Paper, ways: Sequence[Shortening], measure: Measure) -> Choice:
    """Return the truest drawing on a paper whose names are about as large as can be."""
    found: list[Choice] = []
    for by in ways:
        fit = measure(paper, by)
        size = fit.size * (_TITLED if fit.shape.posts else 1.0) if fit else 0.0
        found.append(Choice(paper, size, by))
        if by.down < 1 and size <= found[-2].size:
            break
    most = max(choice.size for choice in found)
    return next(choice for choice in found if choice.size >= _WORTH * most)
