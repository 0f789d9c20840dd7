"""Finds the kinds of rule of booking: every module of this package that defines ``KIND``."""

from __future__ import annotations

from functools import cache
from typing import Any

import seating.bookings as package
from seating.facts.catalogue import defined


@cache
def booking_kinds() -> dict[str, type[Any]]:
    """Return the kinds by name (file ``room_once.py`` is the kind ``room-once``)."""
    return {name.replace("_", "-"): kind for name, kind in defined(package, "KIND").items()}


def booking_kind_name(word: str) -> str:
    """Return the name of the kind that a word means: its name or its title in either language."""
    plain = word.strip().casefold().replace("_", "-")
    names = {name: name for name in booking_kinds()}
    for name, kind in booking_kinds().items():
        names.setdefault(kind.title.zh, name)
        names.setdefault(kind.title.en.casefold(), name)
    return names.get(plain, word)
