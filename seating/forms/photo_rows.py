"""How many stand in each row of a group photo, and who stands where (合影排数与排法)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.forms.ring import scatter
from seating.forms.rows import RowRule, spread

Spot = tuple[float, str, int]  # offset to the own left in places, party, rank
_LEAST_SPLIT = 8  # an even number below this stays in one row [DEFAULT]


def row_sizes(count: int, longest: int) -> tuple[int, ...]:
    """Return the people of each row, front row first.

    The front row is odd, so that No. 1 stands on the axis: ten people become 7 + 3.

    Args:
        count: everybody.
        longest: most people that one row may have (the lens).
    """
    if count <= longest and (count % 2 or count < _LEAST_SPLIT):
        return (count,) if count else ()
    rows = max(2, -(-count // longest))
    front = count * 2 // 3 if rows == 2 and count <= longest else -(-count // rows)
    front += front % 2 == 0
    while front > longest:
        front -= 2
    front = max(front, 1)
    rest = count - front
    behind = max(rows - 1, -(-rest // longest))
    sizes = [rest // behind + (1 if i < rest % behind else 0) for i in range(behind)]
    return (front, *[size for size in sizes if size])


@dataclass(frozen=True, slots=True)
class Sides:
    """How many hosts and guests stand in one row, and how many before it."""

    hosts: int
    guests: int
    hosts_before: int = 0
    guests_before: int = 0


def share(sizes: Sequence[int], hosts: int, guests: int, mixed: bool) -> list[Sides]:
    """Share both sides among the rows.

    Interleaved, the front row takes about as many hosts as guests, one more where hosts in the
    middle and at both ends can alternate with guests (5, 9, 13 …); otherwise every row has both
    sides by their numbers.
    """
    found: list[Sides] = []
    done_h = done_g = 0
    for number, size in enumerate(sizes):
        left_h, left_g = hosts - done_h, guests - done_g
        half = (size + 1) // 2 if size % 4 == 1 else size // 2
        even = round(size * left_h / max(1, left_h + left_g))
        wanted = half if mixed and number == 0 else even
        here = min(left_h, max(wanted, size - left_g))
        found.append(Sides(here, min(left_g, size - here), done_h, done_g))
        done_h += here
        done_g += min(left_g, size - here)
    return found


def one_side(count: int, before: int, rule: RowRule, alone: bool) -> list[Spot]:
    """Return a row without sides, by the rule of the rostrum."""
    ranks = spread(count, rule, alone=alone).ranks
    return [(offset, "", before + rank) for rank, offset in enumerate(ranks, start=1)]


def interleaved(sides: Sides, rule: RowRule, front: bool) -> list[Spot]:
    """Return a row of hosts and guests in turn.

    The host in the middle, the first guest at the senior hand, the second at the other; both
    ends of the front row are held by hosts (把边) where there are three.
    """
    offsets = list(spread(sides.hosts + sides.guests, rule).ranks)
    hosts: list[float] = []
    if sides.hosts:
        hosts = [offsets[0]]
        ends = sorted(offsets[-2:], key=offsets.index)
        held = front and sides.hosts >= 3 and len(offsets) >= 5
        free = [o for o in offsets[1:] if not held or o not in ends]
        guests = free[: min(2, sides.guests)] if front else []
        free = [o for o in free if o not in guests]
        count = sides.hosts - 1 - (2 if held else 0)
        taken = [*hosts, *ends] if held else hosts
        hosts += scatter(free, taken, count, lambda a, b: abs(a - b))
        hosts += ends if held else []
    guests = [o for o in offsets if o not in hosts]
    return _ranked(hosts, guests, sides)


def parted(sides: Sides, senior: int) -> list[Spot]:
    """Return a row with the guests at the hosts' senior hand: ``G… G1 H1 …H``.

    Args:
        sides: who stands in it.
        senior: +1 guests at the own left, -1 at the own right.
    """
    hosts = [-senior * (i + 0.5) for i in range(sides.hosts)]
    guests = [senior * (i + 0.5) for i in range(sides.guests)]
    if not sides.hosts or not sides.guests:
        shift = (sum(hosts) + sum(guests)) / max(1, len(hosts) + len(guests))
        hosts, guests = [o - shift for o in hosts], [o - shift for o in guests]
    return _ranked(hosts, guests, sides)


def _ranked(hosts: Sequence[float], guests: Sequence[float], sides: Sides) -> list[Spot]:
    return [
        *((o, "host", sides.hosts_before + i) for i, o in enumerate(hosts, start=1)),
        *((o, "guest", sides.guests_before + i) for i, o in enumerate(guests, start=1)),
    ]
