"""The hollow square: tables on four sides, the chair facing the door (回字形)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture
from seating.forms.conference import SEAT_TO_EDGE, Conference, odd, tables_at_hands
from seating.forms.rectangle import Rectangle


@dataclass(frozen=True, kw_only=True)
class HollowSquare(Conference):
    """Seats outside a square of tables; ranks run around it at both hands of the chair.

    With ``outer``, or with attendees without a vote, it is the two-ring form in which meetings
    of chairpersons are held: members inside, attendees outside, nobody behind the chair.
    """

    NAME: ClassVar[str] = "hollow_square"
    TITLE: ClassVar[Text] = Text("回字形", "hollow square")
    SOURCE: ClassVar[str] = "https://zuowendang.com/fanwen/427456203.html"

    far: int = parameter(
        "主持人一侧几座；0 为自动（单数）",
        "seats at the chair's side; 0 = as many as suit, an odd number",
        default=0,
        minimum=0,
        maximum=60,
        unit="seats",
    )
    side: int = parameter(
        "左右两侧各几座；0 为自动",
        "seats at each hand of the chair; 0 = as many as suit",
        default=0,
        minimum=0,
        maximum=200,
        unit="seats",
    )
    near: int = parameter(
        "主持人对面几座；-1 为自动",
        "seats opposite the chair; -1 = as many as suit",
        default=-1,
        minimum=-1,
        maximum=60,
        unit="seats",
    )
    table_width: float = parameter(
        "桌面宽", "depth of the tables", default=600.0, minimum=300, maximum=2000, unit="mm"
    )
    gap: float = parameter(
        "中间至少空出", "least room in the middle", default=1200.0, minimum=0, unit="mm"
    )

    def fixed(self) -> bool:
        """Whether all three sizes are given."""
        return self.far > 0 and self.side > 0 and self.near >= 0

    def shape(self, count: int) -> tuple[Rectangle, Sequence[Fixture]]:
        """Return the four sides; without sizes about a quarter of the people sit at each."""
        given = 2 * self.side + max(self.near, 0)
        far = self.far or odd(count // 4 if not self.side else (count - given) // 2)
        near = self.near if self.near >= 0 else far
        side = self.side or max(0, (count - far - near + 1) // 2)
        deep = self.table_width
        width = max(max(far, near) * self.pitch, 2 * deep + self.gap)
        length = max(side * self.pitch, self.gap)
        start = SEAT_TO_EDGE + deep + (length - side * self.pitch) / 2
        end = 2 * SEAT_TO_EDGE + 2 * deep + length
        rectangle = Rectangle(
            far=far,
            side=side,
            near=near,
            pitch=self.pitch,
            aside=width / 2 + SEAT_TO_EDGE,
            start=start,
            end=end,
        )
        tables = [
            Fixture(kind="table", x=0.0, y=y, width=width, depth=deep)
            for y in (-(SEAT_TO_EDGE + deep / 2), -(end - SEAT_TO_EDGE - deep / 2))
        ]
        return rectangle, [*tables, *tables_at_hands(width, deep, length, -end / 2)]


FORM = HollowSquare
