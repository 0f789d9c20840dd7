"""Who sits where around a table: hosts, guests, interpreters (圆桌、长桌一圈的排法).

Index 0 is the seat at 12 o'clock, which faces the door; indices run clockwise on the plan.
Everybody looks to the middle, so a person's own left hand is the next higher index and his
own right hand the next lower one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from seating.forms.rows import alternate, hand

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chair:
    """Whom one chair is for; ``rank`` counts within its party and purpose at this table."""

    party: str
    rank: int
    purpose: str = ""
    sex: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Who comes to one table.

    Attributes:
        hosts, guests: ordinary people of both sides; ``sides`` is false where there are none,
            and then everybody counts as a guest without party.
        interpreters: party of each interpreter, the chief guest's first.
        style: ``two-hosts``, ``one-host`` or ``guest-top``.
        couples: ``""``, or ``same``/``cross``: guests come as man, wife, man, wife.
    """

    hosts: int = 0
    guests: int = 0
    sides: bool = True
    interpreters: tuple[str, ...] = ()
    style: str = "two-hosts"
    couples: str = ""

    @property
    def size(self) -> int:
        """All chairs."""
        return self.hosts + self.guests + len(self.interpreters)


def opposite(size: int) -> int:
    """Return the index across the table; the right-hand one of two where the size is odd."""
    return (size + 1) // 2


def ring(company: Company) -> tuple[Chair, ...]:
    """Return whom each chair of one table is for, by index."""
    size = company.size
    if not company.sides or not company.hosts or not company.guests:
        party = "" if not company.sides else "host" if company.hosts else "guest"
        return _plain(company, party)
    second = opposite(size)
    if company.style == "two-hosts" and company.hosts >= 2:
        if company.couples == "cross" and company.hosts == 2 and not company.interpreters:
            return alternating(size, second)
        heads = [0, second]
        order, fixed = list(_tiers(size, heads, company.couples)), 4
    elif company.style == "guest-top":
        line = turns(size, "left")
        heads, order, fixed = [line[-1]], line[:-1], 3
    else:
        heads = [0]
        order, fixed = turns(size, "right")[1:], 2
    return _mixed(company, heads, order, fixed)


def turns(size: int, first: str) -> list[int]:
    """Return the indices from 12 o'clock in turn to both hands, ``first`` before the other."""
    return [int(offset) % size for offset in alternate(size, hand(first))]


def distance(size: int) -> Callable[[int, int], float]:
    """Return the distance of two chairs around a table, in chairs."""
    return lambda a, b: min((a - b) % size, (b - a) % size)


def scatter(
    free: Sequence[T], taken: Sequence[T], count: int, apart: Callable[[T, T], float]
) -> list[T]:
    """Choose ``count`` of the free chairs so that those of one party do not cluster (主客相间).

    Chairs named first are taken first, as long as they keep the widest gap with which all of
    the party still find chairs; the choice is returned in the order of ``free``.
    """
    wanted = min(count, len(free))
    widest = -(-(len(free) + len(taken)) // max(1, wanted + len(taken)))
    for gap in range(widest + 1, 0, -1):
        chosen: list[T] = []
        for chair in free:
            if len(chosen) < wanted and all(apart(chair, t) >= gap for t in (*taken, *chosen)):
                chosen.append(chair)
        if len(chosen) == wanted:
            return chosen
    return []


def _plain(company: Company, party: str) -> tuple[Chair, ...]:
    """Return one party alone: from 12 o'clock in turn to the senior hand and the other."""
    line = turns(company.size, "left" if company.style == "guest-top" else "right")
    chairs: dict[int, Chair] = {}
    aides = _aides(company, line[1:], chairs)
    line = [i for i in line if i not in aides]
    chairs |= {index: Chair(party, rank) for rank, index in enumerate(line, start=1)}
    return tuple(chairs[i] for i in range(company.size))


def _mixed(company: Company, heads: list[int], order: list[int], fixed: int) -> tuple[Chair, ...]:
    """Fill hosts' heads, the first guests beside them, then both parties interleaved."""
    chairs: dict[int, Chair] = {}
    if company.style == "guest-top":
        aides = _aides(company, order[2:] + order[1:2], chairs)
    else:
        aides = _aides(company, order[fixed:] + order[:fixed][::-1], chairs)
    order = [i for i in order if i not in aides]
    first = order[: min(fixed, company.guests)]
    free = order[len(first) :]
    hosts = scatter(free, heads, company.hosts - len(heads), distance(company.size))
    guests = [i for i in order if i not in hosts]
    chairs |= {i: Chair("host", rank) for rank, i in enumerate([*heads, *hosts], start=1)}
    chairs |= {i: Chair("guest", rank) for rank, i in enumerate(guests, start=1)}
    return tuple(chairs[i] for i in range(company.size))


def _aides(company: Company, line: list[int], chairs: dict[int, Chair]) -> set[int]:
    """Seat interpreters: the chair after the chief guest's, on his far side, then the next."""
    ranks: dict[str, int] = {}
    for index, party in zip(line, company.interpreters, strict=False):
        ranks[party] = ranks.get(party, 0) + 1
        chairs[index] = Chair(party, ranks[party], "interpreter")
    return set(chairs)


def _tiers(size: int, heads: list[int], couples: str) -> Iterator[int]:
    """Yield the chairs by nearness to two hosts: his right, his left, the other's, and so on.

    Couples: the man and his wife in turn, each beside the head that ``couples`` says.
    """
    first, second = heads
    seen = set(heads)
    for step in range(1, size):
        right, left = (first - step) % size, (first + step) % size
        right2, left2 = (second - step) % size, (second + step) % size
        if couples == "cross" and step % 2:
            tier = [right2, right, left2, left]
        elif couples:
            tier = [right, right2, left, left2]
        else:
            tier = [right, left, right2, left2]
        for index in tier:
            if index not in seen:
                seen.add(index)
                yield index


def alternating(size: int, second: int) -> tuple[Chair, ...]:
    """Return a host and a hostess with guest couples, sexes in turn as far as they can.

    Chief male guest at the hostess's right, his wife at the host's right, the second couple at
    their left; the third lady at the first man's right, and so on inwards (juniorleadership.net).

    Args:
        size: people at the table, host (index 0) and hostess among them.
        second: index of the hostess.
    """
    men: list[int] = []
    ladies: list[int] = []
    seen = {0, second}
    for step in range(1, size):
        for turn in (-step, step):
            near = [((second + turn) % size, step % 2 == 1), (turn % size, step % 2 == 0)]
            for index, male in near if step % 2 else near[::-1]:
                if index not in seen:
                    seen.add(index)
                    (men if male else ladies).append(index)
    line = [i for pair in zip_longest(men, ladies) for i in pair if i is not None]
    chairs = {0: Chair("host", 1, sex="male"), second: Chair("host", 2, sex="female")}
    chairs |= {
        i: Chair("guest", rank, sex="male" if i in men else "female")
        for rank, i in enumerate(line, start=1)
    }
    return tuple(chairs[i] for i in range(size))
