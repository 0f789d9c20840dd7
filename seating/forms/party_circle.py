"""Parties around a table without a head (多方围坐).

Angles are degrees clockwise on the plan from 12 o'clock, that is towards the own left of
everybody who looks to the middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, radians, sin, tan

from seating.facts.text import Text
from seating.facts.venue import Need
from seating.forms.form import FormError
from seating.forms.rows import alternate, clean, hand


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its name (empty = unnamed), people, and how many precede it in one order."""

    name: str
    size: int
    before: int


def parties_of(need: Need, least: int, number: int) -> list[Party]:
    """Return the parties in the order in which they were given.

    Args:
        need: named sides are parties of their own; without names the people are cut.
        least: seats that an unnamed party has at least.
        number: unnamed parties; 0 = as many as parties of ``least`` people fill.
    """
    named = {name: n for name, n in need.parties.items() if name and n}
    if named and not need.parties.get("", 0):
        return [Party(name, n, 0) for name, n in named.items()]
    size = max(least, -(-need.count // number)) if number else least
    return [Party("", size, i * size) for i in range(number or -(-need.count // size))]


def begin_with(found: Sequence[Party], first: int, host: str) -> list[Party]:
    """Return the parties turned so that one of them comes first, their order kept.

    Raises:
        FormError: there is no such party.
    """
    at = first - 1
    if host:
        names = [party.name for party in found]
        if host not in names:
            said = [name for name in names if name]
            raise FormError(
                Text(f"没有名为“{host}”的一方。", f"No party is named {host!r}."),
                Text(
                    f"各方：{'、'.join(said) or '未写明'}",
                    f"Parties: {', '.join(said) or 'no names given'}",
                ),
            )
        at = names.index(host)
    if found and at >= len(found):
        raise FormError(
            Text(f"first = {first}，只有{len(found)}方。", f"first = {first} of {len(found)}."),
            Text(f"first 不超过 {len(found)}", f"let first be at most {len(found)}"),
        )
    return [*found[at:], *found[:at]]


def angles(number: int, start: float, order: str, side: str) -> list[float]:
    """Return the angle of each party.

    Args:
        number: parties.
        start: where the first one sits.
        order: ``around`` one after the other, ``alternate`` at both hands of the first in turn.
        side: own hand at which the next one sits.
    """
    way = hand(side)
    steps: Sequence[float] = [way * i for i in range(number)]
    if order == "alternate":
        steps = alternate(number, way)
    return [clean((start + step * 360.0 / max(number, 1)) % 360.0) for step in steps]


def table_edge(seats: int, number: int, pitch: float, least: float, *, bend: bool) -> float:
    """Return how far the table reaches from its middle, in mm.

    Args:
        seats: at the table for each party.
        number: parties.
        pitch: seat to seat.
        least: smallest distance.
        bend: a round table; otherwise each party has a straight side.
    """
    if bend:
        return max(seats * number * pitch / (2 * pi), least)
    return max((seats * pitch + 200.0) / 2 / tan(pi / number), least)


def at(angle: float, out: float) -> tuple[float, float, float]:
    """Return x and y in mm and the gaze of a seat that looks to the middle."""
    turn = radians(angle)
    return clean(out * sin(turn)), clean(out * cos(turn)), clean((270.0 - angle) % 360.0)
