"""Many small bookings side by side, each with the price of every place (并排的局部排期).

A lane is a part of a booking: some meetings, free to move within some days, priced against each
other and against everything that stands still.  Lanes of one call are of one size, so that the
walk can take its steps in all of them together and share the cost of calling numpy.

Whenever a meeting is put somewhere, what it costs all others at each distance (its *kernel*) is
added to their prices; so the price of every place of a meeting is there to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seating.solving.booking.problem import ANY, Ints
from seating.solving.booking.walk_costs import NEVER, Costs, Floats
from seating.solving.booking.walk_far import FarRow, far_rows
from seating.solving.booking.walk_groups import Groups


@dataclass(frozen=True, eq=False)
class Part:
    """What a lane may move.

    Attributes:
        meetings: the meetings, ascending.
        grain: the grain of each column, ascending; -1 at both ends and between days that are not
            neighbours.
    """

    meetings: Ints
    grain: Ints


class Fabric:
    """What the lanes of one part are priced with."""

    def __init__(self, costs: Costs, part: Part) -> None:
        self.part = part
        meetings = part.meetings
        self.fixed: Floats = costs.fixed[meetings][:, :, part.grain]
        self.omit: Floats = costs.omit[meetings]
        self.time: list[Floats] = []
        self.near: list[list[tuple[int, Floats]]] = [[] for _ in meetings]
        ends = costs.ends[meetings].tolist()
        for relation, kernel in costs.kernels(meetings, meetings).items():
            cut = [kernel[i, :, :end] for i, end in enumerate(ends)]
            if relation == ANY:
                self.time = cut
            else:
                for i, one in enumerate(cut):
                    self.near[i].append((relation, one))
        self.far_rows = far_rows(costs, meetings)
        self.far = [self.far_rows.get(int(meeting), []) for meeting in meetings]
        self.groups = Groups(costs, part)
        places = (self.fixed < NEVER).sum(axis=(1, 2)) + (self.omit < NEVER)
        self.movable: Ints = np.flatnonzero(places > 1)
        chance = np.sqrt(costs.problem.duration[meetings[self.movable]])
        self.chance: Floats = np.cumsum(chance)


class Lanes:
    """The state of all lanes.

    Attributes:
        time: [lanes, n, columns] cost of a start by the other meetings, in whatever room.
        place: [lanes, n, rooms, columns] what a room adds to it.
        room, start: [lanes, n] room and column of each meeting, -1 if it is left out.
        energy: [lanes] cost of the lane's meetings, among each other and with those outside.
    """

    def __init__(self, costs: Costs, fabrics: Sequence[Fabric]) -> None:
        """Make empty lanes; lanes of replicas share one fabric."""
        self.costs, self.fabrics = costs, list(fabrics)
        lanes = len(fabrics)
        number = max(len(fabric.part.meetings) for fabric in fabrics)
        columns = max(len(fabric.part.grain) for fabric in fabrics)
        self.left = costs.left
        self.time: Floats = np.zeros((lanes, number, columns))
        self.place: Floats = np.full((lanes, number, costs.fixed.shape[1], columns), NEVER)
        self.omit: Floats = np.full((lanes, number), NEVER)
        for lane, fabric in enumerate(fabrics):
            own, _, width = fabric.fixed.shape
            self.place[lane, :own, :, :width] = fabric.fixed
            self.omit[lane, :own] = fabric.omit
        self.room: Ints = np.full((lanes, number), -1, np.int64)
        self.start: Ints = np.full((lanes, number), -1, np.int64)
        self.energy: Floats = np.zeros(lanes)

    def put(self, lane: int, meeting: int, room: int, column: int) -> None:
        """Put a meeting somewhere (-1, -1: leave it out) and add its cost to the energy."""
        self.energy[lane] += self.cost(lane, meeting, room, column)
        self.room[lane, meeting], self.start[lane, meeting] = room, column
        if column >= 0:
            self.spread(lane, meeting, room, column, add=True)

    def take(self, lane: int, meeting: int) -> None:
        """Take a meeting away, as if it had never been put anywhere."""
        room, column = int(self.room[lane, meeting]), int(self.start[lane, meeting])
        if column >= 0:
            self.spread(lane, meeting, room, column, add=False)
        self.room[lane, meeting], self.start[lane, meeting] = -1, -1
        self.energy[lane] -= self.cost(lane, meeting, room, column)

    def cost(self, lane: int, meeting: int, room: int, column: int) -> float:
        """Return what the meeting costs there, besides what is said of itself elsewhere."""
        if column < 0:
            return float(self.omit[lane, meeting])
        total = self.place[lane, meeting, room, column] + self.time[lane, meeting, column]
        extra = self.extra(lane, meeting)
        return float(total if extra is None else total + extra[column])

    def extra(self, lane: int, meeting: int) -> Floats | None:
        """Return what groups make of each column for the meeting, as if it were not placed."""
        groups = self.fabrics[lane].groups
        return groups.price(meeting, self.start[lane]) if groups.of[meeting] else None

    def spread(self, lane: int, meeting: int, room: int, column: int, *, add: bool) -> None:
        """Add to the prices of all others what the meeting costs them, or take it away."""
        fabric = self.fabrics[lane]
        at = column - self.left
        change = np.add if add else np.subtract
        kernel = fabric.time[meeting]
        own, width = kernel.shape
        view = self.time[lane, :own, at : at + width]
        change(view, kernel, view)
        for relation, kernel in fabric.near[meeting]:
            for other in self.costs.related[relation][room]:
                view = self.place[lane, :own, other, at : at + width]
                change(view, kernel, view)
        if fabric.far[meeting]:
            grain = int(fabric.part.grain[column])
            self._spread_far(lane, fabric.far[meeting], room, grain, add=add)

    def _spread_far(
        self, lane: int, rows: Sequence[FarRow], room: int, grain: int, *, add: bool
    ) -> None:
        """Add or take away what rules that reach beyond the kernel cost others."""
        for row in rows:
            grains = self.fabrics[lane].part.grain
            here = np.flatnonzero(row.columns(grains, grain, self.costs.problem.day))
            amount = row.weight if add else -row.weight
            if row.relation == ANY:
                self.time[lane, row.other, here] += amount
            else:
                for other in self.costs.related[row.relation][room]:
                    self.place[lane, row.other, other, here] += amount

    def stand(self, lane: int, meeting: int, room: int, grain: int) -> None:
        """Let a meeting that is not of the lane cost those that are."""
        part = self.fabrics[lane].part
        number = len(part.meetings)
        where = np.full(len(self.costs.problem.day) + 1, -1)
        where[part.grain] = np.where(part.grain >= 0, np.arange(len(part.grain)), -1)
        grains = np.arange(self.costs.width) - self.left + grain
        inside = np.flatnonzero((grains >= 0) & (grains < len(where) - 1))
        inside = inside[where[grains[inside]] >= 0]
        at = where[grains[inside]]
        for relation, kernel in self.costs.kernels(np.array([meeting]), part.meetings).items():
            if relation == ANY:
                self.time[lane, :number][:, at] += kernel[0][:, inside]
            else:
                for other in self.costs.related[relation][room]:
                    self.place[lane, :number, other][:, at] += kernel[0][:, inside]
        rows = self.fabrics[lane].far_rows.get(meeting, [])
        self._spread_far(lane, rows, room, grain, add=True)
