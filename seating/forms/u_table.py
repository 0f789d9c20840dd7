"""The U-shaped table: the chair at the closed end, facing the door (U 形桌)."""

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
class UTable(Conference):
    """Seats at the outer side of a U; ranks run down both arms in turn."""

    NAME: ClassVar[str] = "u_table"
    TITLE: ClassVar[Text] = Text("U 形桌", "U-shaped table")
    SOURCE: ClassVar[str] = "http://www.dlxwhs.cn/s4749797.html"

    base: int = parameter(
        "封口一端几座；0 为自动（单数）",
        "seats at the closed end; 0 = as many as suit, an odd number",
        default=0,
        minimum=0,
        maximum=60,
        unit="seats",
    )
    arm: int = parameter(
        "每臂几座；0 为自动",
        "seats at each arm; 0 = as many as suit",
        default=0,
        minimum=0,
        maximum=200,
        unit="seats",
    )
    table_width: float = parameter(
        "桌面宽", "depth of the tables", default=600.0, minimum=300, maximum=2000, unit="mm"
    )
    gap: float = parameter(
        "两臂之间至少空出", "least room between the arms", default=1500.0, minimum=0, unit="mm"
    )

    def fixed(self) -> bool:
        """Whether both sizes are given."""
        return self.base > 0 and self.arm > 0

    def shape(self, count: int) -> tuple[Rectangle, Sequence[Fixture]]:
        """Return base and arms; without sizes about a third of the people sit at the base."""
        base = self.base or odd(count - 2 * self.arm if self.arm else count // 3)
        arm = self.arm or max(0, (count - base + 1) // 2)
        width = max(base * self.pitch, 2 * self.table_width + self.gap)
        start = SEAT_TO_EDGE + self.table_width
        rectangle = Rectangle(
            far=base,
            side=arm,
            near=0,
            pitch=self.pitch,
            aside=width / 2 + SEAT_TO_EDGE,
            start=start,
            end=0.0,
        )
        tables = [
            Fixture(
                kind="table",
                x=0.0,
                y=-(SEAT_TO_EDGE + self.table_width / 2),
                width=width,
                depth=self.table_width,
            )
        ]
        if arm:
            length = arm * self.pitch
            middle = -(start + length / 2)
            tables += tables_at_hands(width, self.table_width, length, middle)
        return rectangle, tables


FORM = UTable
