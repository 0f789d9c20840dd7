"""A ruler that shortens the empty stretches: aisles narrower than they are (示意比例尺)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Axis:
    """Maps plan mm to length on paper, seats in full and the gaps between them shortened.

    Args:
        spans: (low, high) of every seat along the axis, in plan mm.
        gap: what share of an empty stretch is kept.

    Attributes:
        length: of the whole axis, in plan mm after shortening.
    """

    def __init__(self, spans: Iterable[tuple[float, float]], gap: float) -> None:
        merged: list[list[float]] = []
        for low, high in sorted(spans):
            if merged and low <= merged[-1][1] + 60:
                merged[-1][1] = max(merged[-1][1], high)
            else:
                merged.append([low, high])
        self.spans = [(low, high) for low, high in merged]
        self._plan: list[float] = []
        self._paper: list[float] = []
        at = 0.0
        last = self.spans[0][0] if self.spans else 0.0
        for low, high in self.spans:
            at += (low - last) * gap
            self._plan += [low, high]
            self._paper += [at, at + high - low]
            at += high - low
            last = high
        self._gap = gap
        self.length = at

    def at(self, value: float) -> float:
        """Return where a plan coordinate lies on the shortened axis."""
        if not self._plan:
            return 0.0
        if value <= self._plan[0]:
            return (value - self._plan[0]) * self._gap
        if value >= self._plan[-1]:
            return self.length + (value - self._plan[-1]) * self._gap
        i = bisect_right(self._plan, value) - 1
        low, high = self._plan[i], self._plan[i + 1]
        share = (value - low) / (high - low)
        return self._paper[i] + share * (self._paper[i + 1] - self._paper[i])
