"""A booking problem as numbers only: what may be where, and what it costs (排期问题的数值形式).

Time is cut into grains.  Every meeting gets a start (its first grain) and a room, or is left out
where that is allowed.  Costs are integers, never negative, on levels compared from the left; level
0 is for what must not happen at all, if it is not forbidden outright by ``allowed``.

What can be said, and by what:

==============================================  ==============================================
rule                                            said by
==============================================  ==============================================
opening hours, closures, capacity, pinned       ``allowed``
late hours, dear rooms, moved when re-planning  ``by_start``, ``by_room``, ``at_place``
nobody in two places, unwanted parallels        ``overlaps`` (relation ``ANY``)
confidentiality: nobody next door meanwhile     ``overlaps`` with a relation of the rooms
walking time between buildings                  ``gaps`` with a relation of the rooms
order and least distance, same start            ``gaps`` (relation ``ANY``)
on another day, on the same day                 ``days``
one room, one meeting; set-up and clear-away    ``clash``, ``before``, ``after``
kit of which there are only some                ``kits``
at most so many hours a day                     ``quotas``
an hour free around noon                        ``breaks``
more wishes than room                           ``omit``
==============================================  ==============================================

A rule that is none of these is unknown here: it is left to the exact model and to the checker.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

ANY, SAME, DIFFERENT = 0, 1, 2  # relations of two rooms that every problem has
FAR = 1 << 30  # a distance in grains beyond any calendar; stands for "without end" in gaps


@dataclass(frozen=True, eq=False)
class Overlaps:
    """Each row costs ``weight`` for every grain that two meetings share.

    Attributes:
        first, second: meetings, each row once and in either order.
        level, weight: what a shared grain costs.
        relation: counts only if ``relations[relation, room of first, room of second]``.
    """

    first: Ints
    second: Ints
    level: Ints
    weight: Ints
    relation: Ints


@dataclass(frozen=True, eq=False)
class Gaps:
    """Each row costs ``weight`` once if low <= start of second - end of first <= high.

    The end is the first grain after the meeting: 0 is "at once afterwards".  With ``low`` =
    ``-FAR`` it is a broken order; with ``relation`` a way between two rooms that is too long.
    """

    first: Ints
    second: Ints
    level: Ints
    weight: Ints
    low: Ints
    high: Ints
    relation: Ints


@dataclass(frozen=True, eq=False)
class Days:
    """Each row costs ``weight`` if the meetings are on one day (``same``), or if they are not."""

    first: Ints
    second: Ints
    level: Ints
    weight: Ints
    same: Bools


@dataclass(frozen=True, eq=False)
class Kit:
    """Equipment of which ``capacity[grain]`` pieces are there; what is lacking costs by the grain.

    ``members[k]`` needs ``demand[k]`` pieces, with set-up and clear-away if ``margins``.
    """

    members: Ints
    demand: Ints
    capacity: Ints
    level: int
    weight: int
    margins: bool = False


@dataclass(frozen=True, eq=False)
class Quota:
    """``members`` together at most ``capacity`` grains a day; each grain more costs ``weight``."""

    members: Ints
    capacity: int
    level: int
    weight: int


@dataclass(frozen=True, eq=False)
class Break:
    """In each window [low, high) of grains, ``length`` in a row are free of all ``members``.

    A window without costs ``weight``.
    """

    members: Ints
    windows: tuple[tuple[int, int], ...]
    length: int
    level: int
    weight: int


@dataclass(frozen=True, kw_only=True, eq=False)
class BookingProblem:
    """Meetings 0 … n-1, rooms 0 … r-1, grains 0 … g-1, levels 0 … l-1.

    Attributes:
        day: [g] day of each grain, never falling.
        duration: [n] grains, at least 1.
        before, after: [n] grains of set-up and clear-away, in which the room is taken too.
        allowed: [n, r, g] may start there; the meeting must end by the last grain.  Whether it
            may run over the end of a day is the caller's choice.
        by_start: [n, l, g] cost of a start; ``by_room``: [n, l, r] cost of a room.
        at_place: rows (meeting, level, room, start, cost) that come on top.
        omit: [n, l] cost of leaving a meeting out; -1 on level 0: it may not be left out.
        relations: [k, r, r] symmetric relations of rooms; the first three are ``ANY, SAME,
            DIFFERENT``.
        overlaps, gaps, days: costs of pairs.
        overlap_all: [l] cost of every grain shared by any two meetings.
        follow_all: [l] cost of any two meetings of which one starts as the other ends.
        clash: (level, weight) of every grain for which two meetings take one room.
        kits, quotas, breaks: costs of groups.
        cliques: sets of meetings of which any two cost on level 0 if they share a grain, such as
            all that need one person.  Says nothing new, but is strong in exact models; it need
            not be complete.
    """

    day: Ints
    duration: Ints
    before: Ints
    after: Ints
    allowed: Bools
    by_start: Ints
    by_room: Ints
    at_place: Ints
    omit: Ints
    relations: Bools
    overlaps: Overlaps
    gaps: Gaps
    days: Days
    overlap_all: Ints
    follow_all: Ints
    clash: tuple[int, int] = (0, 1)
    kits: tuple[Kit, ...] = ()
    quotas: tuple[Quota, ...] = ()
    breaks: tuple[Break, ...] = ()
    cliques: tuple[Ints, ...] = ()

    @property
    def meetings(self) -> int:
        """Number of meetings."""
        return len(self.duration)

    @property
    def rooms(self) -> int:
        """Number of rooms."""
        return int(self.allowed.shape[1])

    @property
    def grains(self) -> int:
        """Number of grains."""
        return len(self.day)

    @property
    def levels(self) -> int:
        """Number of levels of cost."""
        return int(self.by_start.shape[1])


@dataclass(frozen=True)
class Booking:
    """Room and start of every meeting; -1 and -1 for one that is left out."""

    room: tuple[int, ...]
    start: tuple[int, ...]
