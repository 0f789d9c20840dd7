"""What every seating form is, and what it gets for nothing (座次形式的共同部分).

Viewpoints.  A drawing is seen from its lower edge.  ``audience`` and ``door`` read it as it
is; ``seated`` turns it by 180°, as those see it who sit facing the audience or the door.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.text import NOTHING, Text
from seating.facts.venue import Layout, Need, Place, View
from seating.forms.drawing import draw

Line = tuple[str, ...]


class FormError(Exception):
    """A layout cannot be formed as asked; says what was found and what would do.

    More people than seats is no such error: the planner counts those.
    """

    def __init__(self, message: Text, advice: Text = NOTHING) -> None:
        self.message = message
        self.advice = advice
        super().__init__(f"{message.en} {advice.en}".strip())


@dataclass(frozen=True, kw_only=True)
class Form(ABC):
    """A seating form; the fields of a subclass are its TOML parameters.

    Attributes:
        NAME: name in TOML and on the command line; also the module's name.
        FAMILY: ``meeting``, ``talks``, ``banquet``, ``photo``, ``vehicle`` …
        SOURCE: where the form's rules come from.
        OPTIONS: names of the convention's options that the form reads.
        PURPOSES: roles for which the form sets places of their own; those people need no
            ordinary place.
        FRONT_FIRST: whether a drawing reads row by row with the front row on top.
        SIDES: whether host and guest sit apart (``Need.parties`` is then asked for).
        VIEWS: viewpoints in which the form is drawn, the default first.
        EXAMPLE: a number of people that shows the form well in a list of forms.
        VIEW_TITLES: what a viewpoint means for this form, in words for captions.
        MARKS: letter of a role's place in previews: upper case the host's, lower the guest's.
    """

    NAME: ClassVar[str]
    TITLE: ClassVar[Text]
    FAMILY: ClassVar[str]
    SOURCE: ClassVar[str]
    OPTIONS: ClassVar[tuple[str, ...]] = ()
    PURPOSES: ClassVar[tuple[str, ...]] = ()
    FRONT_FIRST: ClassVar[bool] = False
    SIDES: ClassVar[bool] = False
    VIEWS: ClassVar[tuple[View, ...]] = ("audience", "seated")
    EXAMPLE: ClassVar[Need] = Need(count=8)
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        "audience": Text("台下面向主席台看，从左到右", "seen from the audience, left to right"),
        "seated": Text("就座者本人看，从左到右", "seen by those seated, left to right"),
        "door": Text("站在门口向里看，从左到右", "seen from the door, left to right"),
    }
    MARKS: ClassVar[Mapping[str, str]] = {
        "interpreter": "T",
        "assistant": "T",
        "recorder": "R",
        "wheelchair": "W",
        "companion": "C",
        "driver": "D",
    }

    @abstractmethod
    def build(self, need: Need, convention: Convention) -> Layout:
        """Return all places, neighbours and fixtures.

        Raises:
            FormError: the parameters contradict each other or a rule of the form.
        """

    def lines(self, layout: Layout, view: View) -> tuple[Line, ...]:
        """Return the place ids as they are read in a view: front row first, left to right.

        A text that is no place id (``|``) stands for itself.
        """
        sign = -1.0 if view == "seated" else 1.0
        rows: dict[int, list[Place]] = {}
        for place in layout.places:
            rows.setdefault(place.row, []).append(place)
        return tuple(
            tuple(p.id for p in sorted(rows[row], key=lambda p: (sign * p.x, p.id)))
            for row in sorted(rows)
        )

    def sketch(self, layout: Layout, names: Mapping[str, str], view: View) -> str:
        """Return a plain-text drawing; ``names`` gives the text of each place (``_`` = empty).

        Rows stand under each other front row first, columns aligned by their place in mm.
        """
        sign = -1.0 if view == "seated" else 1.0
        return draw(
            [
                [(sign * layout.by_id[i].x, names.get(i, "_")) for i in line if i in layout.by_id]
                for line in self.lines(layout, view)
            ]
        )

    def mark(self, place: Place) -> str:
        """Return the short mark of a place in previews: ``3``, ``H1``, ``t``, ``_``."""
        if not place.usable or place.honour == 0:
            return "_"
        if place.purpose:
            letter = self.MARKS.get(place.purpose, place.purpose)
            letter = letter.lower() if place.party == "guest" else letter
            return letter if place.honour == 1 else f"{letter}{place.honour}"
        letter = {"host": "H", "guest": "G"}.get(place.party, place.party)
        return f"{letter}{place.honour}"

    @classmethod
    def chosen(cls, convention: Convention) -> dict[str, str]:
        """Return the options that this form reads, with their values, for the layout."""
        return {name: convention.values[name] for name in cls.OPTIONS if name in convention.values}
