"""Who rides on which seat of one vehicle (车上各座坐谁)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from seating.forms.table_company import Party
from seating.forms.vehicle_seats import DRIVER, FRONT, Cabin


@dataclass(frozen=True, slots=True)
class Rider:
    """Whom a seat is for; ``rank`` counts within party and purpose of this vehicle."""

    party: str
    rank: int
    purpose: str = ""


def fill(
    room: Cabin, driver: str, only: str, party: Party, later: Mapping[str, int] | None = None
) -> tuple[Mapping[str, Rider], Party]:
    """Return whom each seat is for, and who is left for the next vehicle.

    With both sides in one car guest and host take the seats in turn, the guest first: the guest
    rear right, the host behind the driver, an interpreter beside the driver.

    Args:
        room: the seats.
        driver: ``host-couple`` gives the seat beside the driver to the host's side.
        only: the side that rides here, or ``""``.
        party: who has no seat yet.
        later: seats of the vehicles filled after this one, by the side that rides there
            (``""`` = both): whoever finds no room in them is seated here.
    """
    riders = {DRIVER: Rider("", 1, "driver")}
    seats = [name for name in room.order if name != DRIVER]
    aides = list(party.interpreters)
    if aides and FRONT in seats and driver == "employed":
        riders[FRONT] = Rider(aides.pop(0), 1, "interpreter")
        seats.remove(FRONT)
    if not party.sides:
        riders |= {name: Rider("", rank) for rank, name in enumerate(seats, start=1)}
        return riders, _without(party, 0, len(seats), tuple(aides))
    hosts, guests = party.hosts, party.guests
    if driver == "host-couple" and FRONT in seats:
        seats.remove(FRONT)
        riders[FRONT] = Rider("host", 1)
        hosts = max(0, hosts - 1)
    done = {"host": 1 if riders.get(FRONT) == Rider("host", 1) else 0, "guest": 0}
    hosts += done_front(riders)
    for number, name in enumerate(seats):
        left = {"host": hosts - done["host"], "guest": guests - done["guest"]}
        here = len(seats) - number
        side = only or _pressed(left, here, later or {}) or _next(done, hosts, guests)
        done[side] += 1
        riders[name] = Rider(side, done[side])
    return riders, _without(party, done["host"], done["guest"], tuple(aides))


def done_front(riders: Mapping[str, Rider]) -> int:
    """Return 1 if the seat beside the driver is taken by the host's side already."""
    return int(riders.get(FRONT) == Rider("host", 1))


def _pressed(left: Mapping[str, int], here: int, later: Mapping[str, int]) -> str:
    """Return the side that would otherwise be left without seats, ``""`` if neither."""
    for side, other in (("guest", "host"), ("host", "guest")):
        shared = later.get("", 0) - max(0, left[other] - later.get(other, 0))
        room = later.get(side, 0) + max(0, shared)
        if later and left[side] > room and left[side] - room >= here > 0:
            return side
    return ""


def _next(done: Mapping[str, int], hosts: int, guests: int) -> str:
    """Return whose turn it is; spare seats are the guests'."""
    if done["host"] >= hosts:
        return "guest"
    if done["guest"] >= guests:
        return "host"
    return "host" if done["guest"] > done["host"] else "guest"


def _without(party: Party, hosts: int, guests: int, aides: tuple[str, ...]) -> Party:
    return dataclasses.replace(
        party,
        hosts=max(0, party.hosts - hosts),
        guests=max(0, party.guests - guests),
        interpreters=aides,
    )
