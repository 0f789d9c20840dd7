"""The steps of the walk: one meeting of every lane gets a new place by the heat bath (热浴).

All places of a meeting are priced at once, and one is drawn with the probability that belongs to
its price at the temperature; so at any temperature there are no wasted proposals.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from seating.solving.booking.problem import Ints
from seating.solving.booking.walk_costs import NEVER, Floats
from seating.solving.booking.walk_lanes import Fabric, Lanes


class Noise:
    """Random numbers in stock: the heat bath needs one for every place it looks at.

    Places are drawn by Gumbel's trick: the least of price - temperature x noise is distributed as
    the heat bath asks for.
    """

    def __init__(self, seed: int, stock: int = 1 << 20) -> None:
        self._random = np.random.Generator(np.random.PCG64(seed))
        self._stock: Floats = self._random.gumbel(size=stock)
        self._offsets: list[int] = []

    def gumbel(self, shape: tuple[int, ...]) -> Floats:
        """Return numbers of that shape: a stretch of the stock from a random place on."""
        if not self._offsets:
            half = len(self._stock) // 2
            self._offsets = self._random.integers(0, half, 1 << 12).tolist()
        size = math.prod(shape)
        at = self._offsets.pop()
        if at + size > len(self._stock):
            return self._random.gumbel(size=shape)
        return self._stock[at : at + size].reshape(shape)

    def picks(self, steps: int, fabrics: Sequence[Fabric]) -> Ints:
        """Return [steps, lanes] meetings that are next.

        Long meetings are taken more often than short ones: they move more rarely, and more
        depends on them.
        """
        columns = []
        for fabric in fabrics:
            draw = self._random.random(steps) * fabric.chance[-1]
            columns.append(fabric.movable[np.searchsorted(fabric.chance, draw, "right")])
        return np.stack(columns, axis=1)

    def uniform(self) -> float:
        """Return a number in [0, 1)."""
        return float(self._random.random())


class Walk:
    """Takes steps in lanes and remembers the best of each.

    Attributes:
        lanes: the lanes.
        best: [lanes] least energy so far; ``room`` and ``start`` [lanes, n] are its places.
    """

    def __init__(self, lanes: Lanes, noise: Noise) -> None:
        self.lanes = lanes
        self.best: Floats = lanes.energy.copy()
        self.room, self.start = lanes.room.copy(), lanes.start.copy()
        count, number, rooms, columns = lanes.place.shape
        self._noise = noise
        self._index: Ints = np.arange(count)
        self._first: Ints = np.arange(count) * number
        self._index.setflags(write=False)
        self._rooms: Floats = np.empty((count, rooms, columns))
        self._row: Floats = np.empty((count, columns))
        self._time: Floats = np.empty((count, columns))
        self._heat: Floats = np.empty((count, columns))
        self._omits = bool((lanes.omit < NEVER).any())
        self._grouped = [i for i, f in enumerate(lanes.fabrics) if any(f.groups.of)]

    def run(self, temperature: Floats, steps: int) -> None:
        """Take steps at a temperature, [lanes], in units of cost."""
        heat = np.broadcast_to(temperature, self._index.shape)[:, None]
        picks = self._noise.picks(steps, self.lanes.fabrics)
        for pick in picks:
            self._step(pick, heat)

    def _step(self, pick: Ints, heat: Floats) -> None:
        lanes, index = self.lanes, self._index
        rooms, time, row = self._rooms, self._time, self._row
        own = self._first + pick
        lanes.place.reshape(-1, *rooms.shape[1:]).take(own, 0, rooms, "clip")
        lanes.time.reshape(-1, row.shape[1]).take(own, 0, time, "clip")
        for lane in self._grouped:
            extra = lanes.extra(lane, int(pick[lane]))
            if extra is not None:
                time[lane] += extra
        rooms.min(1, out=row)
        row += time
        row -= np.multiply(self._noise.gumbel(row.shape), heat, self._heat)
        new = row.argmin(1)
        old, was = lanes.start[index, pick], lanes.room[index, pick]
        room = rooms[index, :, new].argmin(1)
        price = rooms[index, room, new] + time[index, new]
        before = rooms[index, was, old] + time[index, old]
        if self._omits:
            omit = lanes.omit[index, pick]
            left = omit - heat[:, 0] * self._noise.gumbel((len(index),)) < row[index, new]
            new[left], room[left] = -1, -1
            price = np.where(left, omit, price)
            before = np.where(old < 0, omit, before)
        change = price - before
        moved = np.flatnonzero((new != old) | (change != 0))
        if moved.size:
            self._move(moved, pick, room, new)
            lanes.energy[moved] += change[moved]
            self._remember()

    def _move(self, moved: Ints, pick: Ints, room: Ints, column: Ints) -> None:
        lanes = self.lanes
        meeting = pick[moved]
        before = lanes.room[moved, meeting].tolist(), lanes.start[moved, meeting].tolist()
        after = room[moved].tolist(), column[moved].tolist()
        who = zip(moved.tolist(), meeting.tolist(), *before, *after, strict=True)
        for lane, local, r, c, to_r, to_c in who:
            if c >= 0:
                lanes.spread(lane, local, r, c, add=False)
            if to_c >= 0:
                lanes.spread(lane, local, to_r, to_c, add=True)
        lanes.room[moved, meeting] = room[moved]
        lanes.start[moved, meeting] = column[moved]

    def _remember(self) -> None:
        lanes = self.lanes
        better = np.flatnonzero(lanes.energy < self.best - 0.5)
        if better.size:
            self.best[better] = lanes.energy[better]
            self.room[better] = lanes.room[better]
            self.start[better] = lanes.start[better]
