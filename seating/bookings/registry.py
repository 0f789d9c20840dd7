"""Finds the kinds of rule of booking: every module of this package that defines ``KIND``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Any

import seating.bookings as package


@cache
def booking_kinds() -> dict[str, type[Any]]:
    """Return the kinds by name (file ``room_once.py`` is the kind ``room-once``)."""
    found: dict[str, type[Any]] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        if module == "registry":
            continue
        kind = getattr(importlib.import_module(f"{package.__name__}.{module}"), "KIND", None)
        if kind is not None:
            found[module.replace("_", "-")] = kind
    return found


def booking_kind_name(word: str) -> str:
    """Return the name of the kind that a word means: its name or its title in either language."""
    plain = word.strip().casefold().replace("_", "-")
    names = {name: name for name in booking_kinds()}
    for name, kind in booking_kinds().items():
        names.setdefault(kind.title.zh, name)
        names.setdefault(kind.title.en.casefold(), name)
    return names.get(plain, word)
