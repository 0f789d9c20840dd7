"""How hot the walk is, and for how long (降温方案)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

RATIO = 3000.0  # what a unit of a level counts for, in units of the next


@dataclass(frozen=True, kw_only=True)
class Cooling:
    """How the walk goes.

    Attributes:
        weights: what one unit of each level counts for during the walk.  Far more than the level
            below, but not so much that a lower level cannot lead the way.
        heat: (share of the work, temperature) in ascending order of the share, first 0 and last
            1; in between the temperature falls by equal factors.
        work: seconds of each of two cores, roughly, on a machine of 2024.
        seed: random seed.
    """

    weights: tuple[float, ...]
    heat: tuple[tuple[float, float], ...]
    work: float = 60.0
    seed: int = 1

    def at(self, share: float) -> float:
        """Return the temperature after this share of the work."""
        shares = [s for s, _ in self.heat]
        return math.exp(np.interp(share, shares, [math.log(t) for _, t in self.heat]))


def usual(levels: int, *, work: float = 60.0, seed: int = 1, unit: float = 1.0) -> Cooling:
    """Return the cooling that did best on public instances.

    Args:
        levels: how many levels of cost.
        work: see ``Cooling``.
        seed: see ``Cooling``.
        unit: what a small fault of level 1 amounts to.

    It begins where several faults of level 1 are easily made, takes half of the work until they
    are hardly made any more, and ends where the last level is all but still.
    """
    weights = tuple(RATIO ** (levels - 1 - level) for level in range(levels))
    hot = 3 * unit * weights[min(1, levels - 1)]
    heat = ((0.0, hot), (0.5, hot / 9), (1.0, min(5.0, hot / 90)))
    return Cooling(weights=weights, heat=heat, work=work, seed=seed)
