"""The audience in a hall, facing the rostrum (会场、观众席)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Layout, Link, Need, Place, View
from seating.forms.blocks import Blocks, Chair
from seating.forms.form import Form, FormError
from seating.forms.hall_drawing import DOORS, fixtures
from seating.forms.hall_places import Seats, curve, make_places
from seating.forms.rows import behind, beside
from seating.forms.safety import remarks
from seating.forms.seatlist import seats_named

_USUAL_BLOCKS = (6, 10, 6)
_LONGEST, _LARGEST = 1000, 20000


@dataclass(frozen=True, slots=True, kw_only=True)
class OddRow:
    """A row whose blocks differ from the others (与众不同的一排)."""

    number: int = parameter("排号", "row number", minimum=1, maximum=_LONGEST)
    blocks: tuple[int, ...] = parameter(
        "各区座位数", "seats in each block", minimum=0, maximum=_LONGEST
    )


@dataclass(frozen=True, kw_only=True)
class Hall(Form):
    """Rows of seats in blocks, facing the rostrum; ``honour`` is the order of filling."""

    NAME: ClassVar[str] = "hall"
    TITLE: ClassVar[Text] = Text("会场", "hall")
    FAMILY: ClassVar[str] = "meeting"
    FRONT_FIRST: ClassVar[bool] = True
    SOURCE: ClassVar[str] = "http://www.laomiw.com/forum.php?mod=viewthread&tid=27610"
    OPTIONS: ClassVar[tuple[str, ...]] = ("hall.fill", "hall.start", "hall.side", "hall.access")
    VIEW_TITLES: ClassVar[dict[View, Text]] = {
        "audience": Text("面向主席台看，从左到右", "facing the rostrum, left to right"),
        "seated": Text("从主席台看会场，从左到右", "seen from the rostrum, left to right"),
    }

    rows: int | tuple[int, ...] = parameter(
        "排数，或不分区时各排的座位数；0为按人数",
        "number of rows, or the seats of each row of a single block; 0 = as many as needed",
        default=0,
        minimum=0,
        maximum=_LONGEST,
    )
    blocks: tuple[int, ...] = parameter(
        "面向主席台从左到右各区每排座位数；不写为6、10、6",
        "seats per row of each block, facing the rostrum from the left; none = 6, 10, 6",
        default=(),
        minimum=1,
        maximum=_LONGEST,
        unit="seats",
    )
    row: tuple[OddRow, ...] = parameter("与众不同的排", "rows that differ", default=())
    cross_aisles: tuple[int, ...] = parameter(
        "在第几排之后设横走道",
        "rows behind which a cross aisle runs",
        default=(),
        minimum=1,
        maximum=_LONGEST,
    )
    side_aisles: bool = parameter("两侧有走道", "aisles along both sides", default=True)
    unusable: tuple[str, ...] = parameter("不能用的座位", "seats out of use", default=())
    reserved: tuple[str, ...] = parameter("空着备用的座位", "seats kept free", default=())
    wheelchair: tuple[str, ...] = parameter("轮椅席", "wheelchair places", default=())
    pitch: float = parameter("座位间距", "seat to seat", default=550.0, minimum=400, unit="mm")
    row_pitch: float = parameter("排距", "row to row", default=900.0, minimum=600, unit="mm")
    aisle: float = parameter(
        "走道宽", "width of the aisles", default=1100.0, minimum=300, unit="mm"
    )
    front: float = parameter(
        "第一排到台口的距离", "stage edge to front row", default=2500.0, minimum=600, unit="mm"
    )
    radius: float = parameter(
        "弧形排第一排的半径，0为直排",
        "radius of the front row where rows are curved, 0 = straight",
        default=0.0,
        minimum=0,
        unit="mm",
    )
    numbering: str = parameter(
        "编号：through自左起，right自右起，odd-even单双号",
        "seat numbers: from the audience's left, from its right, or odd and even from the axis",
        default="through",
        choices=("through", "right", "odd-even"),
    )
    odd_side: str = parameter(
        "单号在面向主席台的哪一边",
        "where the odd numbers are, facing the rostrum",
        default="left",
        choices=("left", "right"),
    )
    beside_across_aisle: bool = parameter(
        "隔走道也算邻座", "seats across an aisle are neighbours", default=False
    )
    doors: tuple[str, ...] = parameter("门的位置", "where doors are", default=(), choices=DOORS)

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return all seats of the hall; ``need.count`` matters only where ``rows`` is 0."""
        blocks = self._blocks(self._row_count(need.count))
        chairs = blocks.chairs(self.numbering, self.odd_side)
        rows = make_places(
            blocks, chairs, self._special(list(chain(*chairs))), self.side_aisles, convention
        )
        wheelchairs = sum(p.purpose == "wheelchair" for p in chain(*rows))
        access = convention.values.get("hall.access", "cn")
        places, shift = curve(list(chain(*rows)), self.front, self.radius)
        return Layout(
            form=self.NAME,
            places=tuple(places),
            links=tuple(self._links(rows, blocks)),
            fixtures=tuple(fixtures(blocks, self.side_aisles, self.doors, self.radius, shift)),
            views=self.VIEWS,
            notes=tuple(remarks(blocks, self.side_aisles, wheelchairs, access)),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _row_count(self, count: int) -> int:
        if self.rows and isinstance(self.rows, tuple):
            return len(self.rows)
        if isinstance(self.rows, int) and self.rows:
            return self.rows
        per_row = sum(self.blocks or _USUAL_BLOCKS)
        named = [odd.number for odd in self.row] + [after + 1 for after in self.cross_aisles]
        number = max(1, -(-count // per_row), *named)
        for _ in range(20):  # seats out of use cost rows; a hall of none ends here
            chairs = list(chain(*self._blocks(number).chairs(self.numbering, self.odd_side)))
            short = count - len(chairs) + len(set().union(*self._special(chairs)))
            if short <= 0:
                break
            number += -(-short // per_row)
        return number

    def _blocks(self, number: int) -> Blocks:
        """Return the seats of each row, checked for contradictions."""
        if self.rows and isinstance(self.rows, tuple):
            if self.blocks:
                raise FormError(
                    Text("各排座位数与分区不能同时写。", "Give row lengths or blocks, not both."),
                    Text("分区时用 row 写与众不同的排。", "With blocks, use row for odd rows."),
                )
            sizes: list[tuple[int, ...]] = [(seats,) for seats in self.rows]
        else:
            sizes = [self.blocks or _USUAL_BLOCKS] * number
        if sum(map(sum, sizes)) > _LARGEST:
            raise FormError(
                Text(f"座位超过{_LARGEST}个。", f"More than {_LARGEST} seats."),
                Text("请核对 rows 和 blocks。", "Check rows and blocks."),
            )
        for odd in self.row:
            if odd.number > len(sizes) or len(odd.blocks) != len(sizes[0]):
                raise FormError(
                    Text(
                        f"第{odd.number}排写了{len(odd.blocks)}个区。",
                        f"Row {odd.number} is given {_blocks_en(odd.blocks)}.",
                    ),
                    Text(
                        f"本会场{len(sizes)}排、{len(sizes[0])}个区，没有座位的区写 0。",
                        f"This hall has {len(sizes)} rows of {_blocks_en(sizes[0])}; "
                        "write 0 for a block without seats.",
                    ),
                )
            sizes[odd.number - 1] = odd.blocks
        if len(sizes[0]) > 26:
            raise FormError(Text("最多26个区（A 至 Z）。", "At most 26 blocks (A to Z)."))
        wrong = [str(i) for i, row in enumerate(sizes, start=1) if sum(row) == 0]
        wrong += [str(after) for after in self.cross_aisles if after >= len(sizes)]
        if wrong:
            raise FormError(
                Text(
                    f"第{'、'.join(wrong)}排没有座位，或其后没有排可隔横走道。",
                    f"Row {', '.join(wrong)}: no seats, or no row behind it for a cross aisle.",
                )
            )
        return Blocks(
            rows=tuple(sizes),
            pitch=self.pitch,
            row_pitch=self.row_pitch,
            aisle=self.aisle,
            cross_aisles=tuple(sorted(set(self.cross_aisles))),
            front=self.front,
        )

    def _special(self, chairs: Sequence[Chair]) -> tuple[Seats, Seats, Seats]:
        """Return the seats unusable, reserved and for wheelchairs."""
        unusable = seats_named("unusable", self.unusable, chairs)
        wheelchair = seats_named("wheelchair", self.wheelchair, chairs)
        both = sorted(unusable & wheelchair)
        if both:
            row, number = both[0]
            raise FormError(
                Text(
                    f"{row}-{number} 不能既不能用又是轮椅席。",
                    f"{row}-{number} cannot be out of use and a wheelchair place.",
                )
            )
        return unusable, seats_named("reserved", self.reserved, chairs) - unusable, wheelchair

    def _links(self, rows: Sequence[Sequence[Place]], blocks: Blocks) -> list[Link]:
        reach = self.pitch + (self.aisle if self.beside_across_aisle else 0.0) + 1.0
        links = [link for row in rows for link in beside(row, reach)]
        for front, rear in pairwise(rows):
            if front[0].row not in blocks.cross_aisles:
                links += behind(front, rear, self.pitch / 2)
        return links


def _blocks_en(blocks: tuple[int, ...]) -> str:
    return "1 block" if len(blocks) == 1 else f"{len(blocks)} blocks"


FORM = Hall
