"""What forms around tables share: they are seen from the door (围桌形式的共同部分).

The door lies at the lower edge of the drawing.  ``seated`` is the view of those who face it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Place, View
from seating.forms.form import Form, Line
from seating.forms.plan_text import plan_lines, plan_sketch

FACING_DOOR = 270.0
BACK_TO_DOOR = 90.0
_DOOR_AWAY = 1800.0  # mm from the nearest seat or table
_DOOR_WIDTH = 1600.0


@dataclass(frozen=True, kw_only=True)
class PlanForm(Form):
    """A form drawn as a plan of the room.

    Attributes:
        PURPOSES: roles for which the form sets places of their own; those people need no
            ordinary place.
    """

    PURPOSES: ClassVar[tuple[str, ...]] = ()
    VIEWS: ClassVar[tuple[View, ...]] = ("door", "seated")
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        "door": Text(
            "站在门口向里看，从左到右，由远到近",
            "seen from the door, left to right, the far end first",
        ),
        "seated": Text(
            "面向门口就座的人看，从左到右，由远到近",
            "seen by those who face the door, left to right, the far end first",
        ),
    }

    def lines(self, layout: Layout, view: View) -> tuple[Line, ...]:
        """Return the place ids as they are read in a view; ``|`` divides two parties."""
        return plan_lines(layout, view)

    def sketch(self, layout: Layout, names: Mapping[str, str], view: View) -> str:
        """Return a plain-text plan; ``names`` gives the text of each place (``_`` = empty)."""
        return plan_sketch(layout, names, view)


def door(places: Iterable[Place], fixtures: Iterable[Fixture] = ()) -> Fixture:
    """Return the door, below everything else in the drawing."""
    lowest = min(
        [p.y - p.depth / 2 for p in places] + [f.y - f.depth / 2 for f in fixtures], default=0.0
    )
    return Fixture(
        kind="door",
        x=0.0,
        y=round(lowest - _DOOR_AWAY, 2),
        width=_DOOR_WIDTH,
        depth=150.0,
        label=Text("门", "door"),
    )
