"""Puts a booking problem together, cost by cost (逐条组成排期问题)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seating.solving.booking.problem import (
    ANY,
    BookingProblem,
    Bools,
    Break,
    Days,
    Gaps,
    Ints,
    Kit,
    Overlaps,
    Quota,
)


class Draft:
    """Collects costs; ``problem()`` checks and freezes them.

    Args:
        levels: how many levels of cost.
        day: day of each grain, never falling.
        rooms: how many rooms.
        durations: grains of each meeting.

    The arrays ``allowed``, ``by_start``, ``by_room``, ``before``, ``after``, ``omit``,
    ``overlap_all`` and ``follow_all`` may be written to; at first everything that ends in time is
    allowed and free, and nothing may be left out.
    """

    def __init__(self, levels: int, day: Sequence[int], rooms: int, durations: Sequence[int]):
        number, grains = len(durations), len(day)
        self.day: Ints = np.asarray(day, np.int64)
        self.duration: Ints = np.asarray(durations, np.int64)
        self.before: Ints = np.zeros(number, np.int64)
        self.after: Ints = np.zeros(number, np.int64)
        ends = np.arange(grains)[None, :] + self.duration[:, None] <= grains
        self.allowed: Bools = np.repeat(ends[:, None, :], rooms, axis=1)
        self.by_start: Ints = np.zeros((number, levels, grains), np.int64)
        self.by_room: Ints = np.zeros((number, levels, rooms), np.int64)
        self.omit: Ints = np.zeros((number, levels), np.int64)
        self.omit[:, 0] = -1
        self.overlap_all: Ints = np.zeros(levels, np.int64)
        self.follow_all: Ints = np.zeros(levels, np.int64)
        self.clash = (0, 1)
        same = np.eye(rooms, dtype=np.bool_)
        self._relations: list[Bools] = [np.ones_like(same), same, ~same]
        self._at_place: list[tuple[int, int, int, int, int]] = []
        self._overlaps: list[Ints] = []
        self._gaps: list[Ints] = []
        self._days: list[Ints] = []
        self._kits: list[Kit] = []
        self._quotas: list[Quota] = []
        self._breaks: list[Break] = []
        self._cliques: list[Ints] = []

    def relation(self, matrix: Bools) -> int:
        """Make a relation of rooms known; returns its number for ``overlap`` and ``gap``.

        Raises:
            ValueError: the matrix is not symmetric.
        """
        if (np.asarray(matrix) != np.asarray(matrix).T).any():
            raise ValueError("relation: not symmetric")
        self._relations.append(np.asarray(matrix, np.bool_))
        return len(self._relations) - 1

    def at_place(self, meeting: int, level: int, room: int, start: int, cost: int) -> None:
        """Add a cost (or take some of ``by_start`` and ``by_room`` off) at one place."""
        self._at_place.append((meeting, level, room, start, cost))

    def overlap(
        self,
        first: int | Ints,
        second: int | Ints,
        level: int,
        weight: int | Ints,
        relation: int = ANY,
    ) -> None:
        """Cost of each shared grain of two meetings; takes arrays of pairs too."""
        self._overlaps.append(_rows(first, second, level, weight, relation))

    def gap(
        self,
        first: int | Ints,
        second: int | Ints,
        level: int,
        weight: int | Ints,
        low: int | Ints,
        high: int | Ints,
        relation: int = ANY,
    ) -> None:
        """Cost of ``second`` starting ``low`` to ``high`` grains after the end of ``first``."""
        self._gaps.append(_rows(first, second, level, weight, low, high, relation))

    def on_days(self, first: int, second: int, level: int, weight: int, *, same: bool) -> None:
        """Cost of two meetings on the same day, or on different ones."""
        self._days.append(_rows(first, second, level, weight, int(same)))

    def kit(
        self,
        members: Sequence[int],
        demand: Sequence[int],
        capacity: int | Sequence[int],
        level: int,
        weight: int,
        *,
        margins: bool = False,
    ) -> None:
        """Cost of every piece of equipment lacking, by the grain."""
        amount = np.broadcast_to(np.asarray(capacity, np.int64), self.day.shape).copy()
        self._kits.append(Kit(_ints(members), _ints(demand), amount, level, weight, margins))

    def quota(self, members: Sequence[int], capacity: int, level: int, weight: int) -> None:
        """Cost of every grain of the members beyond ``capacity`` a day."""
        self._quotas.append(Quota(_ints(members), capacity, level, weight))

    def leave(
        self,
        members: Sequence[int],
        windows: Sequence[tuple[int, int]],
        length: int,
        level: int,
        weight: int,
    ) -> None:
        """Cost of every window [low, high) without ``length`` grains free of the members."""
        self._breaks.append(Break(_ints(members), tuple(windows), length, level, weight))

    def clique(self, members: Sequence[int]) -> None:
        """Note that any two of the members have an ``overlap`` on level 0."""
        self._cliques.append(_ints(members))

    def problem(self) -> BookingProblem:
        """Return the frozen problem.

        Raises:
            ValueError: a cost below 0, a meeting with itself, or one that can be nowhere.
        """
        overlaps, gaps, days = (
            _joined(self._overlaps, 5),
            _joined(self._gaps, 7),
            _joined(self._days, 5),
        )
        made = BookingProblem(
            day=self.day,
            duration=self.duration,
            before=self.before,
            after=self.after,
            allowed=self.allowed,
            by_start=self.by_start,
            by_room=self.by_room,
            at_place=np.asarray(self._at_place, np.int64).reshape(-1, 5),
            omit=self.omit,
            relations=np.stack(self._relations),
            overlaps=Overlaps(*overlaps),
            gaps=Gaps(*gaps),
            days=Days(days[0], days[1], days[2], days[3], days[4].astype(np.bool_)),
            overlap_all=self.overlap_all,
            follow_all=self.follow_all,
            clash=self.clash,
            kits=tuple(self._kits),
            quotas=tuple(self._quotas),
            breaks=tuple(self._breaks),
            cliques=tuple(self._cliques),
        )
        _check(made)
        return made


def _ints(values: Sequence[int]) -> Ints:
    return np.asarray(values, np.int64)


def _rows(*columns: int | Ints) -> Ints:
    """Return the columns as one table [columns, rows]."""
    return np.stack(np.broadcast_arrays(*(np.atleast_1d(c) for c in columns))).astype(np.int64)


def _joined(parts: Sequence[Ints], width: int) -> Ints:
    return np.concatenate([np.zeros((width, 0), np.int64), *parts], axis=1)


def _check(made: BookingProblem) -> None:
    for name, rows in (("overlap", made.overlaps), ("gap", made.gaps), ("days", made.days)):
        if (rows.first == rows.second).any():
            raise ValueError(f"{name}: a meeting with itself")
        if (rows.weight < 0).any():
            raise ValueError(f"{name}: a cost below 0")
    if (made.day[1:] < made.day[:-1]).any():
        raise ValueError("day: falls")
    if made.by_start.min(initial=0) < 0 or made.by_room.min(initial=0) < 0:
        raise ValueError("a cost below 0")
    late = np.arange(made.grains)[None, :] + made.duration[:, None] > made.grains
    if (made.allowed & late[:, None, :]).any():
        raise ValueError("allowed: a meeting beyond the last grain")
    nowhere = ~made.allowed.any(axis=(1, 2)) & (made.omit[:, 0] < 0)
    if nowhere.any():
        raise ValueError(f"allowed: meeting {int(nowhere.argmax())} can be nowhere")
