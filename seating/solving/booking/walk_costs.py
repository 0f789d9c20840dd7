"""The costs of a booking problem weighed into one number, ready for the walk (折算后的费用)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from seating.solving.booking.problem import ANY, DIFFERENT, FAR, SAME, BookingProblem, Ints

Floats = npt.NDArray[np.float64]

NEVER = 2.0**50  # stands for "not allowed"; with every other cost still exact in float64
SHORT = 48  # grains: a gap rule that reaches no further is part of the kernels


@dataclass(frozen=True, eq=False)
class Term:
    """A cost of pairs: what a kind costs a kind at a distance, times what a pair weighs.

    Attributes:
        relation: only in rooms so related.
        shape: [kinds, kinds, width] by the distance from the start of the first to that of the
            second.
        weight: [n, n] of the first and the second.
    """

    relation: int
    shape: Floats
    weight: Floats


class Costs:
    """Weighed costs.

    Args:
        problem: the problem.
        weights: what one unit of each level counts for.

    Attributes:
        kinds: [c, 3] the different (duration, before, after).
        kind: [n] which of them a meeting has.
        fixed: [n, r, g+1] cost of a place by itself; ``NEVER`` where not allowed.  The last
            column is all ``NEVER``, so that index -1 means "no such grain".
        omit: [n] cost of leaving a meeting out.
        reach: grains after its end (or before its start) in which a meeting costs others.
        left, width: columns of a kernel, and which of them is the meeting's own start.
        ends: [n] columns of a meeting's kernel that can be other than 0.
        terms: costs of pairs at a short distance.
        wide, days: [6, :], [4, :] costs of pairs at any distance: (first, second, relation, low,
            high, weight) with low and high from start to start, and (first, second, weight, same).
        related: relation -> room -> rooms so related to it.
    """

    def __init__(self, problem: BookingProblem, weights: Sequence[float]) -> None:
        self.problem = problem
        self.weights: Floats = np.asarray(weights, np.float64)
        shape = np.stack([problem.duration, problem.before, problem.after], axis=1)
        kinds, kind = np.unique(shape, axis=0, return_inverse=True)
        self.kinds: Ints = kinds
        self.kind: Ints = kind.reshape(-1)
        self.fixed = self._fixed()
        cost = problem.omit @ self.weights
        self.omit: Floats = np.where(problem.omit[:, 0] >= 0, cost, NEVER)
        self.related = [
            [np.flatnonzero(row).tolist() for row in matrix] for matrix in problem.relations
        ]
        one = problem.days
        days = np.stack([one.first, one.second, self.weights[one.level] * one.weight, one.same])
        self.days: Floats = days[:, days[2] > 0]
        short = self._gaps()
        margin = int(self.kinds[:, 1].max() + self.kinds[:, 2].max())
        self.reach = _reach(short, problem.duration) + margin
        self.left = int(self.kinds.sum(axis=1).max()) + self.reach
        self.width = 2 * self.left + 1
        self.ends: Ints = self.left + problem.duration + self.reach + 1
        self.terms = [*self._together(), *self._follow(), *self._near(short)]

    @property
    def parts(self) -> bool:
        """Whether days may be changed side by side: no meeting and no pair spans two of them."""
        return self.by_day and not self.far

    @property
    def far(self) -> bool:
        """Whether meetings on different days can cost each other."""
        return bool(self.wide.size or self.days.size)

    @property
    def by_day(self) -> bool:
        """Whether no meeting may run over the end of a day."""
        problem = self.problem
        grains = np.arange(problem.grains)
        last = np.minimum(grains[None, :] + problem.duration[:, None] - 1, problem.grains - 1)
        over = problem.day[last] != problem.day[None, :]
        return not (problem.allowed.any(axis=1) & over).any()

    def kernels(self, meetings: Ints, others: Ints) -> dict[int, Floats]:
        """What each of ``meetings`` costs each of ``others``, by distance from start to start.

        Returns:
            relation -> [meetings, others, width]; column ``left`` is the same start.  ``ANY`` and
            ``SAME`` are always there; ``DIFFERENT`` is expressed by ``ANY`` less ``SAME``.
        """
        size = (len(meetings), len(others), self.width)
        made: dict[int, Floats] = {ANY: np.zeros(size), SAME: np.zeros(size)}
        kinds = np.ix_(self.kind[meetings], self.kind[others])
        pairs = np.ix_(meetings, others)
        for term in self.terms:
            kernel = term.shape[kinds]
            kernel *= term.weight[pairs][:, :, None]
            if term.relation == DIFFERENT:
                made[ANY] += kernel
                made[SAME] -= kernel
            elif term.relation in made:
                made[term.relation] += kernel
            else:
                made[term.relation] = kernel
        return made

    def _fixed(self) -> Floats:
        problem = self.problem
        number, rooms, grains = problem.allowed.shape
        fixed = np.full((number, rooms, grains + 1), NEVER)
        by_start = np.einsum("l,nlg->ng", self.weights, problem.by_start)
        by_room = np.einsum("l,nlr->nr", self.weights, problem.by_room)
        alone = by_start[:, None, :] + by_room[:, :, None]
        for meeting, level, room, start, cost in problem.at_place:
            alone[meeting, room, start] += self.weights[level] * cost
        fixed[:, :, :-1] = np.where(problem.allowed, alone, NEVER)
        return fixed

    def _together(self) -> list[Term]:
        """Shared grains, and grains for which two meetings take one room."""
        one, number = self.problem.overlaps, self.problem.meetings
        every = np.full((number, number), float(self.weights @ self.problem.overlap_all))
        weights = {ANY: every}
        for relation in range(len(self.problem.relations)):
            here = one.relation == relation
            weight = self.weights[one.level[here]] * one.weight[here]
            if weight.any():
                matrix = weights.setdefault(relation, np.zeros((number, number)))
                np.add.at(matrix, (one.first[here], one.second[here]), weight)
                np.add.at(matrix, (one.second[here], one.first[here]), weight)
        nothing = np.zeros(len(self.kinds), np.int64)
        shape = self._shared(nothing, self.kinds[:, 0])
        terms = [Term(relation, shape, _apart(matrix)) for relation, matrix in weights.items()]
        taken = self._shared(self.kinds[:, 1], self.kinds.sum(axis=1))
        clash = np.full((number, number), self.weights[self.problem.clash[0]])
        return [*terms, Term(SAME, taken, _apart(clash * self.problem.clash[1]))]

    def _shared(self, before: Ints, whole: Ints) -> Floats:
        """Shared grains of two intervals that begin ``before`` their start and last ``whole``."""
        delta = np.arange(self.width)[None, None, :] - self.left
        begin = delta - before[None, :, None] + before[:, None, None]
        low = np.maximum(begin, 0)
        high = np.minimum(begin + whole[None, :, None], whole[:, None, None])
        shared: Floats = np.maximum(high - low, 0).astype(np.float64)
        return shared

    def _follow(self) -> list[Term]:
        cost = float(self.weights @ self.problem.follow_all)
        if not cost:
            return []
        delta = np.arange(self.width)[None, None, :] - self.left
        length = self.kinds[:, 0]
        shape = (delta == length[:, None, None]) * 1.0 + (delta == -length[None, :, None]) * 1.0
        number = self.problem.meetings
        return [Term(ANY, shape, _apart(np.full((number, number), cost)))]

    def _gaps(self) -> Floats:
        """Set ``wide``; return the short rules, low and high as in the problem."""
        one, duration = self.problem.gaps, self.problem.duration
        weight = self.weights[one.level] * one.weight
        table = np.stack([one.first, one.second, one.relation, one.low, one.high, weight])
        table = table[:, (weight > 0) & (one.low <= one.high)]
        first, second = duration[table[0].astype(int)], duration[table[1].astype(int)]
        short = (table[4] <= SHORT) & (table[3] >= -first - second - SHORT)
        self.wide: Floats = table[:, ~short]
        self.wide[3:5] = np.clip(self.wide[3:5], -FAR, FAR) + first[~short]
        rules: Floats = table[:, short]
        return rules

    def _near(self, short: Floats) -> list[Term]:
        """Gap rules, those of one form together."""
        length = self.kinds[:, 0]
        from_start = short.copy()
        from_start[3] += self.problem.duration[short[0].astype(int)]
        forms, others = _forms(short), _forms(from_start)
        later = others.shape[1] < forms.shape[1]  # low is better counted from the start
        table, forms = (from_start, others) if later else (short, forms)
        terms = []
        delta = np.arange(self.width)[None, None, :] - self.left
        for relation, low, high in forms.T:
            here = (table[2] == relation) & (table[3] == low) & (table[4] == high)
            first, second = table[0, here].astype(int), table[1, here].astype(int)
            weight = np.zeros((self.problem.meetings, self.problem.meetings))
            np.add.at(weight, (first, second), table[5, here])
            lows = low + (0 * length if later else length)
            highs = high + length
            shape = (delta >= lows[:, None, None]) & (delta <= highs[:, None, None])
            back = (-delta >= lows[None, :, None]) & (-delta <= highs[None, :, None])
            shape, back = np.broadcast_arrays(shape * 1.0, back * 1.0)
            if (weight == weight.T).all():
                terms.append(Term(int(relation), shape + back, weight))
            else:
                terms.append(Term(int(relation), shape.copy(), weight))
                terms.append(Term(int(relation), back.copy(), weight.T.copy()))
        return terms


def _forms(table: Floats) -> Floats:
    """[3, :] the different (relation, low, high) of short rules, ascending.

    By one number each: sorting whole columns takes seconds where every pair has a rule.
    """
    base = 1 << 20  # short rules reach less far
    relation, low, high = table[2:5].astype(np.int64)
    code = np.unique((relation * base + low + base // 2) * base + high + base // 2)
    rest, high = code // base, code % base - base // 2
    forms: Floats = np.stack([rest // base, rest % base - base // 2, high]).astype(np.float64)
    return forms


def _reach(short: Floats, duration: Ints) -> int:
    """Grains after the end of one meeting in which a gap rule may concern another."""
    second = duration[short[1].astype(int)]
    reach = max(short[4].max(initial=0), (-short[3] - second).max(initial=0))
    return int(reach) + 1


def _apart(matrix: Floats) -> Floats:
    np.fill_diagonal(matrix, 0)
    return matrix
