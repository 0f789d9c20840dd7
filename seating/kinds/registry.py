"""Finds the kinds of rule: every module of this package that defines ``KIND``."""

from __future__ import annotations

import difflib
from functools import cache
from typing import Any

import seating.kinds as package
from seating.facts.catalogue import defined


@cache
def kinds() -> dict[str, type[Any]]:
    """Return the kinds by name (file ``due_place.py`` is the kind ``due-place``)."""
    return {name.replace("_", "-"): kind for name, kind in defined(package, "KIND").items()}


@cache
def _words() -> dict[str, str]:
    """Return what a kind may be called → its name: the name, its titles, its other names."""
    found = {name: name for name in kinds()}
    for name, kind in kinds().items():
        for word in (kind.title.zh, kind.title.en, *getattr(kind, "aliases", ())):
            found.setdefault(_plain(word), name)
    return found


def _plain(word: str) -> str:
    return "".join(word.split()).casefold().replace("_", "-")


def kind_name(word: str) -> str:
    """Return the name of the kind that a word means: its name, title or another name of it."""
    return _words().get(_plain(word), word)


def likely_kinds(word: str) -> tuple[str, ...]:
    """Return the names of the kinds that come nearest to a word, all of them if none does."""
    near = difflib.get_close_matches(_plain(word), _words(), n=4, cutoff=0.4)
    return tuple(dict.fromkeys(_words()[w] for w in near)) or tuple(kinds())
