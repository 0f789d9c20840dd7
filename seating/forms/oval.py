"""An oval or rectangular table, the chair facing the door (椭圆桌、长方桌)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture
from seating.forms.conference import SEAT_TO_EDGE, Conference
from seating.forms.rectangle import Rectangle

_ENDS_FROM = 6  # people from which a table across the room is used at its ends too


@dataclass(frozen=True, kw_only=True)
class Oval(Conference):
    """Along the room the chair has the short end that faces the door; across, the long side."""

    NAME: ClassVar[str] = "oval"
    TITLE: ClassVar[Text] = Text("椭圆桌、长方桌", "oval or rectangular table")
    SOURCE: ClassVar[str] = "http://www.dlxwhs.cn/s4749797.html"

    table: str = parameter(
        "桌子方向：along 短边对门，主持人坐里端；across 长边对门，主持人坐长边正中",
        "along the room, the chair at the far end; or across it, the chair in the middle of the "
        "far side",
        default="along",
        choices=("along", "across"),
    )
    edge: str = parameter(
        "桌形：oval 椭圆，rectangle 长方",
        "form of the table top",
        default="oval",
        choices=("oval", "rectangle"),
    )
    seats: int = parameter(
        "桌边共摆几座；0 按人数",
        "chairs at the table; 0 = as many as people come",
        default=0,
        minimum=0,
        maximum=300,
        unit="seats",
    )
    table_width: float = parameter(
        "桌面宽", "width of the table", default=1400.0, minimum=600, maximum=5000, unit="mm"
    )

    def fixed(self) -> bool:
        """Whether the number of chairs is given."""
        return self.seats > 0

    def shape(self, count: int) -> tuple[Rectangle, Sequence[Fixture]]:
        """Return the sides and the table top."""
        people = self.seats or count
        return self._along(people) if self.table == "along" else self._across(people)

    def _along(self, people: int) -> tuple[Rectangle, Sequence[Fixture]]:
        side = max(0, (people - 1) // 2)
        near = 1 if people > 1 + 2 * side else 0
        straight = side * self.pitch
        bend = self.table_width / 2 if self.edge == "oval" else 0.0
        if not side and not bend:
            straight = self.table_width
        rectangle = Rectangle(
            far=1,
            side=side,
            near=near,
            pitch=self.pitch,
            aside=self.table_width / 2 + SEAT_TO_EDGE,
            start=SEAT_TO_EDGE + bend,
            end=2 * SEAT_TO_EDGE + 2 * bend + straight,
        )
        return rectangle, self._top(0.0, -rectangle.end / 2, straight, 90.0)

    def _across(self, people: int) -> tuple[Rectangle, Sequence[Fixture]]:
        ends = 1 if people >= _ENDS_FROM else 0
        rest = max(people - 2 * ends, 1)
        far = (rest + 1) // 2
        far += 1 - far % 2
        near = max(rest - far, 0)
        straight = max(far, near) * self.pitch
        bend = self.table_width / 2 if self.edge == "oval" else 0.0
        middle = SEAT_TO_EDGE + self.table_width / 2
        rectangle = Rectangle(
            far=far,
            side=ends,
            near=near,
            pitch=self.pitch,
            aside=straight / 2 + bend + SEAT_TO_EDGE,
            start=middle - self.pitch / 2,
            end=2 * middle,
        )
        return rectangle, self._top(0.0, -middle, straight, 0.0)

    def _top(self, x: float, y: float, straight: float, turn: float) -> list[Fixture]:
        """Return the table: a rectangle, with half circles at its ends if it is oval."""
        wide = self.table_width
        found = []
        if straight:
            found.append(Fixture(kind="table", x=x, y=y, width=straight, depth=wide, turn=turn))
        if self.edge == "oval":
            found += [
                Fixture(
                    kind="round-table",
                    x=x + (way * straight / 2 if turn == 0.0 else 0.0),
                    y=y + (way * straight / 2 if turn else 0.0),
                    width=wide,
                    depth=wide,
                )
                for way in ((-1, 1) if straight else (0,))
            ]
        return found


FORM = Oval
