"""Parameters of forms and kinds: dataclass fields that describe themselves (参数说明)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from seating.facts.text import Text


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the reader of TOML must know of one parameter.

    Attributes:
        text: one sentence for the reference page.
        minimum, maximum: inclusive limits of a number, or of each number in a list.
        choices: the only words accepted; empty = any.
        selector: the value names people (``id:``, ``unit:``, ``group:``, ``role:``, ``tag:``).
        place: the value names places (``3-12``, ``3-1..4``, ``row:2``, ``block:B``).
        sitting: the value is the id of a sitting, planned before the rule's own.
        unit: e.g. ``mm``, ``seats``, ``minutes``.
    """

    text: Text
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    selector: bool = False
    place: bool = False
    sitting: bool = False
    unit: str = ""


def parameter(
    zh: str,
    en: str,
    *,
    default: Any = dataclasses.MISSING,
    minimum: float | None = None,
    maximum: float | None = None,
    choices: Sequence[str] = (),
    selector: bool = False,
    place: bool = False,
    sitting: bool = False,
    unit: str = "",
) -> Any:
    """Return a dataclass field that carries its own description.

    A field without a default is required.  Use only immutable defaults (tuples, numbers, text).
    """
    about = About(
        text=Text(zh, en),
        minimum=minimum,
        maximum=maximum,
        choices=tuple(choices),
        selector=selector,
        place=place,
        sitting=sitting,
        unit=unit,
    )
    return dataclasses.field(default=default, metadata={"about": about})


def about(field: dataclasses.Field[Any]) -> About:
    """Return the description of a field made by :func:`parameter`."""
    found = field.metadata.get("about")
    return found if isinstance(found, About) else About(text=Text("", ""))
