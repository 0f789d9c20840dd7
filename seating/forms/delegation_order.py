"""The order of delegations, and how it moves from session to session (代表团次序与轮换)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from seating.forms.rows import alternate, hand

T = TypeVar("T")
_GROUPS = 5
_FRONT = 5  # the front fifth of a delegation goes to its end each session


def drawn(names: Sequence[str], first: str) -> list[str]:
    """Return the names in order beginning with the one drawn, wrapping round.

    >>> drawn(["Albania", "Mali", "Yemen", "Zambia"], "Yemen")
    ['Yemen', 'Zambia', 'Albania', 'Mali']
    """
    at = names.index(first) if first else 0
    return [*names[at:], *names[:at]]


def one_left(items: Sequence[T], session: int) -> list[T]:
    """Return the items after moving each one place on in every session, the first to the end."""
    at = (session - 1) % len(items) if items else 0
    return [*items[at:], *items[:at]]


def blocks(items: Sequence[T], session: int) -> list[T]:
    """Return the items, from left to right, after a rotation of five blocks.

    In the first session they stand as given.  Each session every block moves one place outwards
    (middle → own right of the middle → its own left → …), the outermost into the middle: inner
    ones move out, outer ones in.  The exact steps are ours; the source gives the principle.
    """
    if len(items) < 2:
        return list(items)
    count = min(_GROUPS, len(items))
    size, more = divmod(len(items), count)
    groups: list[list[T]] = []
    at = 0
    for number in range(count):
        end = at + size + (1 if number < more else 0)
        groups.append(list(items[at:end]))
        at = end
    middle = (count - 1) // 2
    outwards = [middle + int(o) for o in alternate(count, hand("left"))]
    placed: list[list[T]] = [[] for _ in range(count)]
    for step, source in enumerate(outwards):
        placed[outwards[(step + session - 1) % count]] = groups[source]
    return [item for group in placed for item in group]


def members(count: int, session: int) -> list[int]:
    """Return the ranks of a delegation's members from front to back in a session.

    The front fifth goes to the end each session: ten members of the second session sit
    ``3 4 5 6 7 8 9 10 1 2``.
    """
    shift = (session - 1) * max(1, count // _FRONT) % count if count else 0
    return [(i + shift) % count + 1 for i in range(count)]
