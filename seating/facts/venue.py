"""Places, layouts and the one definition of left and right (场地、座位、左右).

Plan coordinates: millimetres, x to the right and y upwards on a drawing **seen from the
audience** (or, where there is no audience, from the door): whoever looks at the drawing
stands at its lower edge.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from seating.facts.text import NOTHING, Text

View = Literal["audience", "seated", "door"]
Relation = Literal["beside", "opposite", "behind"]


def gaze(facing_deg: float) -> tuple[float, float]:
    """Return the unit vector of a gaze; 0° looks right (+x), 90° up, 270° at the audience."""
    angle = math.radians(facing_deg)
    return (math.cos(angle), math.sin(angle))


def own_left(facing_deg: float) -> tuple[float, float]:
    """Return the unit vector towards the seated person's own left hand (本人左手).

    This is the only definition of left in the program: a quarter turn counter-clockwise from
    the gaze.  Somebody who faces the audience (270°) has his left at +x, the audience's right.
    """
    x, y = gaze(facing_deg)
    return (-y, x)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place where a person can be put (座位).

    Attributes:
        id: stable short id such as ``R1-5`` or ``3-12``; unique in its layout.
        label: what is printed and spoken, e.g. ``3排12座``.
        honour: 1 = most honoured among the places of the same ``party`` and ``purpose``;
            0 = outside the order of honour.  In a hall this is the fill sequence.
        x, y: centre of the seat in mm (see the module docstring).
        facing: direction of gaze in degrees; 270 looks at the audience.
        row, number: row (1 = front) and seat number in the row as printed.
        file: column of the seat (列) counted from the drawing's left; 0 = none.
        block: block of seats between aisles (区) or table id; ``""`` = none.
        party: ``host``/``guest`` … where the form has sides; ``""`` = anybody's.
        purpose: ``""`` an ordinary seat; else the role it is for (``interpreter`` …).
        features: e.g. ``aisle`` ``front`` ``wheelchair`` ``reserved`` ``unusable`` ``companion``
            ``row-end`` ``centre``.
    """

    id: str
    label: Text
    honour: int
    x: float
    y: float
    facing: float = 270.0
    row: int = 1
    number: int = 0
    file: int = 0
    block: str = ""
    party: str = ""
    purpose: str = ""
    features: frozenset[str] = frozenset()
    capacity: int = 1
    width: float = 550.0
    depth: float = 550.0

    @property
    def usable(self) -> bool:
        """Whether a person may be put here at all (neither unusable nor kept free)."""
        return not (self.features & {"unusable", "reserved"})


@dataclass(frozen=True, slots=True)
class Link:
    """Two places in a relation; ``behind`` is directed: *a* sits behind *b*."""

    relation: Relation
    a: str
    b: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """How many people a form must hold (人数需求).

    Attributes:
        count: everybody who needs an ordinary place.
        parties: ordinary places by party where the form has sides (``host``, ``guest`` …).
        roles: extra places by (party, role), e.g. ``("guest", "interpreter")``.
    """

    count: int
    parties: Mapping[str, int] = field(default_factory=dict)
    roles: Mapping[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixture:
    """Something drawn that is no seat: table, lectern, aisle label, door, screen, stage.

    ``x, y`` is the centre in mm; ``turn`` rotates it counter-clockwise in degrees.
    """

    kind: Literal[
        "table",
        "round-table",
        "lectern",
        "door",
        "screen",
        "stage",
        "aisle",
        "label",
        "wall",
        "flag",
        "plant",
        "vehicle",
        "platform",
    ]
    x: float
    y: float
    width: float
    depth: float
    turn: float = 0.0
    label: Text = NOTHING


@dataclass(frozen=True, kw_only=True)
class Layout:
    """All places of one sitting with their neighbours and what stands around them.

    Attributes:
        form: name of the seating form (座次形式).
        places: in a stable order (by row, then from the drawing's left).
        links: who is beside / opposite / behind whom.
        views: the viewpoints from which this form is drawn; the first is the default.
        notes: remarks on how the layout came out (e.g. an even front row was unavoidable).
    """

    form: str
    places: tuple[Place, ...]
    links: tuple[Link, ...] = ()
    fixtures: tuple[Fixture, ...] = ()
    views: tuple[View, ...] = ("audience", "seated")
    notes: tuple[Text, ...] = ()
    convention: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Place]:
        """Places by id."""
        return {place.id: place for place in self.places}

    @cached_property
    def _near(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        near: dict[tuple[str, str], list[str]] = {}
        for link in self.links:
            near.setdefault((link.relation, link.a), []).append(link.b)
            if link.relation != "behind":
                near.setdefault((link.relation, link.b), []).append(link.a)
        return {key: tuple(sorted(set(value))) for key, value in near.items()}

    def near(self, place_id: str, relation: Relation) -> tuple[str, ...]:
        """Return the places that stand in ``relation`` to one; for ``behind``: those whom
        somebody on ``place_id`` sits behind (the places in front of it).
        """
        return self._near.get((relation, place_id), ())

    @cached_property
    def seats(self) -> tuple[Place, ...]:
        """Usable places in order of (party, purpose, honour)."""
        return tuple(
            sorted(
                (p for p in self.places if p.usable and p.honour > 0),
                key=lambda p: (p.party, p.purpose, p.honour, p.id),
            )
        )

    @cached_property
    def classes(self) -> frozenset[tuple[str, str]]:
        """The (party, purpose) of the usable places."""
        return frozenset((p.party, p.purpose) for p in self.seats)

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """Return (x0, y0, x1, y1) in mm around all seats and fixtures."""
        xs0 = [p.x - p.width / 2 for p in self.places]
        xs1 = [p.x + p.width / 2 for p in self.places]
        ys0 = [p.y - p.depth / 2 for p in self.places]
        ys1 = [p.y + p.depth / 2 for p in self.places]
        for f in self.fixtures:
            turned = abs(f.turn % 180 - 90) < 45
            w, d = (f.depth, f.width) if turned else (f.width, f.depth)
            xs0.append(f.x - w / 2)
            xs1.append(f.x + w / 2)
            ys0.append(f.y - d / 2)
            ys1.append(f.y + d / 2)
        return (min(xs0), min(ys0), max(xs1), max(ys1))
