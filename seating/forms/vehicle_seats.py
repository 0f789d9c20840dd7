"""Seats of vehicles and their order of honour (车辆座位与上下).

A seat's name is its row from the front and its place in the row: ``1L`` front left (the
driver), ``2R`` second row right, ``2M`` in the middle.  Left and right are those of somebody
who sits in it and looks ahead.
"""

from __future__ import annotations

from dataclasses import dataclass

TYPES = ("sedan-4", "sedan-5", "mpv-7", "van-9", "jeep", "minibus", "coach")
DRIVERS = ("employed", "host", "host-couple")
DRIVER = "1L"
FRONT = "1R"

_ROWS: dict[str, tuple[str, ...]] = {
    "sedan-4": ("L R", "L R"),
    "sedan-5": ("L R", "L M R"),
    "jeep": ("L R", "L R"),
    "mpv-7": ("L R", "L R", "L M R"),
    "van-9": ("L M R", "L M R", "L M R"),
}
_EMPLOYED: dict[str, str] = {
    "sedan-4": "2R 2L 1R",
    "sedan-5": "2R 2L 2M 1R",
    "mpv-7": "3R 3L 3M 2R 2L 1R",
    "van-9": "2R 2M 2L 3R 3M 3L 1R 1M",
}
_HOST: dict[str, str] = {
    "sedan-4": "1R 2R 2L",
    "sedan-5": "1R 2R 2L 2M",
    "mpv-7": "1R 3R 3L 3M 2R 2L",
    "van-9": "1R 1M 2R 2M 2L 3R 3M 3L",
}
_JEEP = "1R 2R 2L"
_MIDDLE_FIRST = {"employed": "2R 2L 3R 3L 3M 1R", "host": "1R 2R 2L 3R 3L 3M"}
_LEFT_SEATS, _RIGHT_SEATS = {"minibus": 2, "coach": 2}, {"minibus": 1, "coach": 2}


@dataclass(frozen=True, slots=True)
class Cabin:
    """The seats of one vehicle.

    Attributes:
        rows: names of the seats, front row first, each from its left; ``""`` is the gangway.
        order: the passengers' seats, the most honoured first.
    """

    rows: tuple[tuple[str, ...], ...]
    order: tuple[str, ...]


def cabin(kind: str, driver: str, passengers: int, rows: int, behind: str, mpv: str) -> Cabin:
    """Return the seats of a vehicle.

    Args:
        kind: one of :data:`TYPES`.
        driver: ``employed``, ``host`` or ``host-couple`` (the host drives, his wife beside him).
        passengers: how many ride; decides the length of a minibus or coach without ``rows``.
        rows: rows of passengers in a minibus or coach, 0 = as many as needed.
        behind: ``yes``: the seat behind the driver is the highest of its row.
        mpv: ``middle``: in a seven-seater the middle row is higher than the rear one.
    """
    if kind in ("minibus", "coach"):
        return _bus(kind, passengers, rows)
    order = _JEEP if kind == "jeep" else (_HOST if driver != "employed" else _EMPLOYED)[kind]
    if kind == "mpv-7" and mpv == "middle":
        order = _MIDDLE_FIRST["employed" if driver == "employed" else "host"]
    names = order.split()
    if driver == "host-couple":  # her seat is the hosts', the guests' order begins behind it
        names = [*[n for n in names if n[0] != "1"], *[n for n in names if n[0] == "1"]]
    if behind == "yes" and kind != "jeep":
        names = [_behind_driver(name) for name in names]
    seats = tuple(
        tuple(f"{number}{letter}" for letter in row.split())
        for number, row in enumerate(_ROWS[kind], start=1)
    )
    return Cabin(seats, tuple(names))


def _behind_driver(name: str) -> str:
    """Exchange left and right behind the front row."""
    if name[0] == "1" or name[1] == "M":
        return name
    return name[0] + ("L" if name[1] == "R" else "R")


def _bus(kind: str, passengers: int, rows: int) -> Cabin:
    """Return a minibus or coach: seats ``2A 2B | 2C 2D`` from the left, the driver in front.

    Front rows are higher.  In a coach the right is higher and nearer to the door; in a minibus
    No. 1 is at the window behind the driver, so the row is counted from the left.
    """
    left, right = _LEFT_SEATS[kind], _RIGHT_SEATS[kind]
    across = left + right
    number = rows or max(4 if kind == "coach" else 3, -(-passengers // across))
    seats: list[tuple[str, ...]] = [(DRIVER,)]
    order: list[str] = []
    for row in range(2, number + 2):
        names = [f"{row}{letter}" for letter in "ABCDE"[:across]]
        seats.append((*names[:left], "", *names[left:]))
        order += names if kind == "minibus" else names[::-1]
    return Cabin(tuple(seats), tuple(order))
