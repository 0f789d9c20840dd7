"""The rostrum: rows of seats that face the audience (主席台).

Origin: the middle of the stage edge.  The audience is below (y < 0), so that a hall whose
front row lies at y < 0 can be drawn together with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Need, Place
from seating.forms.form import Form, FormError
from seating.forms.rows import RowRule, Spread, clean, filled, linked, point, spread, spread_split

_FACING = 270.0
_FRONT_Y = 2350.0  # centre of the front row from the stage edge, room for table and lectern
_TABLE_AHEAD = 650.0  # centre of the table ahead of the seats
_TABLE_DEPTH = 600.0
_SEATS_SOURCE = "http://m.517ttc.cn/zhishi/rdgds/gppQw4BEWLyJO"
_LECTERN_SOURCE = "https://www.unjs.com/fanwenwang/mishu/20151005000000_1199132.html"


@dataclass(frozen=True, kw_only=True)
class Rostrum(Form):
    """Rows of the rostrum, filled front first, each spread from the centre by one rule."""

    NAME: ClassVar[str] = "rostrum"
    TITLE: ClassVar[Text] = Text("主席台", "rostrum")
    FAMILY: ClassVar[str] = "meeting"
    FRONT_FIRST: ClassVar[bool] = True
    SOURCE: ClassVar[str] = "http://www.handmsg.com/page/2019/0910/9744191.shtml"
    OPTIONS: ClassVar[tuple[str, ...]] = (
        "rostrum.side",
        "rostrum.even",
        "rostrum.two",
        "rostrum.centre",
        "rostrum.moderator",
    )

    rows: tuple[int, ...] = parameter(
        "每排坐多少人，前排在先；不写为一排",
        "people in each row, front row first; none = one row for everybody",
        default=(),
        minimum=1,
        unit="seats",
    )
    fixed: bool = parameter(
        "多余的座椅也摆上",
        "set all chairs of the rows even where fewer people come",
        default=False,
    )
    pitch: float = parameter(
        "座位中心间距", "seat to seat", default=800.0, minimum=450, maximum=2500, unit="mm"
    )
    row_pitch: float = parameter(
        "排距", "row to row", default=1500.0, minimum=800, maximum=5000, unit="mm"
    )
    lectern: str = parameter(
        "发言席位置",
        "where the lectern stands",
        default="audience-left",
        choices=("audience-left", "audience-right", "front", "none"),
    )
    aisle: float = parameter(
        "中间过道宽，0为不设",
        "width of a centre aisle, 0 = none",
        default=0.0,
        minimum=0,
        unit="mm",
    )
    aisle_from: int = parameter(
        "中间过道从第几排起，不得为第一排",
        "first row that the aisle splits; the front row must stay whole",
        default=2,
        minimum=1,
        unit="row",
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the rostrum for ``need.count`` people (or as many as the rows hold)."""
        if self.aisle and self.aisle_from < 2:
            raise FormError(
                Text("过道不能把主席台第一排分开。", "An aisle must not split the front row."),
                Text(
                    f"aisle_from 至少为 2（{_SEATS_SOURCE}）。",
                    f"Let aisle_from be 2 or more ({_SEATS_SOURCE}).",
                ),
            )
        if any(size < 1 for size in self.rows):
            raise FormError(
                Text("每排至少一个座位。", "Every row needs a seat."),
                Text(f"rows = {list(self.rows)}", f"rows = {list(self.rows)}"),
            )
        rule = RowRule(
            side=convention["rostrum.side"],
            even=convention["rostrum.even"],
            two=convention["rostrum.two"],
            centre=convention["rostrum.centre"],
        )
        rows: list[list[Place]] = []
        seated = 0
        sizes = self._sizes(need.count)
        for row, size in enumerate(sizes, start=1):
            shape = (
                spread_split(size, rule)
                if self._split(row)
                else spread(size, rule, alone=len(sizes) == 1, senior=row == 1)
            )
            rows.append(self._row(row, shape, seated, convention["rostrum.moderator"]))
            seated += size
        return Layout(
            form=self.NAME,
            places=tuple(place for places in rows for place in places),
            links=tuple(linked(rows, self.pitch, self.pitch / 2)),
            fixtures=tuple(self._fixtures(rows)),
            views=self.VIEWS,
            notes=tuple(self._notes(sizes, rule)),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _sizes(self, count: int) -> list[int]:
        """Return the people (or chairs, if fixed) of each row in use."""
        if not self.rows:
            return [count] if count else []
        if self.fixed:
            return list(self.rows)
        return [size for size in filled(self.rows, count) if size > 0]

    def _split(self, row: int) -> bool:
        return self.aisle > 0 and row >= self.aisle_from

    def _row(self, row: int, shape: Spread, before: int, moderator: str) -> list[Place]:
        chairs = [(offset, before + i) for i, offset in enumerate(shape.ranks, start=1)]
        chairs += [(offset, 0) for offset in shape.vacant]
        chairs.sort()
        inner = min((abs(offset) for offset in shape.ranks), default=0.0)
        places: list[Place] = []
        for number, (offset, honour) in enumerate(chairs, start=1):
            features: set[str] = set()
            if row == 1:
                features.add("front")
            if number in (1, len(chairs)):
                features.add("row-end")
            if abs(offset) <= inner:
                features.add("centre")
            if self._split(row) and abs(offset) < 1:
                features.add("aisle")
            if not honour:
                features.add("reserved")
            elif row == 1 and moderator in ("rank", *_moderator_words(features)):
                features.add("moderator")
            gap = self.aisle / 2 * (1 if offset > 0 else -1) if self._split(row) else 0.0
            x, y = point((0.0, self._y(row)), _FACING, offset * self.pitch + gap)
            places.append(
                Place(
                    id=f"R{row}-{number}",
                    label=Text(f"主席台{row}排{number}号", f"rostrum row {row} seat {number}"),
                    honour=honour,
                    x=x,
                    y=y,
                    facing=_FACING,
                    row=row,
                    number=number,
                    features=frozenset(features),
                )
            )
        return places

    def _y(self, row: int) -> float:
        return _FRONT_Y + (row - 1) * self.row_pitch

    def _fixtures(self, rows: Sequence[Sequence[Place]]) -> list[Fixture]:
        fixtures: list[Fixture] = []
        for number, row in enumerate(rows, start=1):
            parts = (
                [[p for p in row if p.x < 0], [p for p in row if p.x > 0]]
                if self._split(number)
                else [list(row)]
            )
            for part in filter(None, parts):
                x0, x1 = part[0].x, part[-1].x
                table = point(((x0 + x1) / 2, part[0].y), _FACING, 0.0, _TABLE_AHEAD)
                width = x1 - x0 + self.pitch
                fixtures.append(
                    Fixture(kind="table", x=table[0], y=table[1], width=width, depth=_TABLE_DEPTH)
                )
        reach = max((abs(p.x) for row in rows for p in row), default=0.0) + self.pitch / 2
        fixtures += self._lectern(reach)
        width = 2 * reach + 3000.0
        back = self._y(max(len(rows), 1)) + 1200.0
        backdrop, edge = Text("背景板", "backdrop"), Text("台口", "stage edge")
        fixtures.append(
            Fixture(kind="screen", x=0.0, y=back, width=width, depth=100.0, label=backdrop)
        )
        fixtures.append(Fixture(kind="stage", x=0.0, y=0.0, width=width, depth=100.0, label=edge))
        return fixtures

    def _lectern(self, reach: float) -> list[Fixture]:
        """Return the lectern; ``audience-left`` is the right front of those seated."""
        if self.lectern == "none":
            return []
        aside = {"audience-left": -1.0, "audience-right": 1.0, "front": 0.0}[self.lectern]
        label = Text("发言席", "lectern")
        x = clean(aside * (reach + 400.0))
        return [Fixture(kind="lectern", x=x, y=700.0, width=700.0, depth=500.0, label=label)]

    def _notes(self, sizes: Sequence[int], rule: RowRule) -> list[Text]:
        notes: list[Text] = []
        if self.lectern == "audience-right":
            notes.append(
                Text(
                    f"发言席通常设在主席台正前方或右前方（就座者的右，即观众的左）：{_LECTERN_SOURCE}",
                    "The lectern usually stands in front of the rostrum or at its right front "
                    f"(own right = the audience's left): {_LECTERN_SOURCE}",
                )
            )
        if rule.centre == "empty" and sizes and (sizes[0] % 2 == 0 or sizes[0] < 3):
            notes.append(
                Text(
                    f"第一排{sizes[0]}人，不必空出中间座位，照双数排。",
                    f"With {sizes[0]} people in the front row no centre chair is left empty.",
                )
            )
        return notes


def _moderator_words(features: set[str]) -> tuple[str, ...]:
    """Return the values of ``rostrum.moderator`` that a front seat with these features suits."""
    words = {"row-end": "end", "centre": "centre"}
    return tuple(word for feature, word in words.items() if feature in features)


FORM = Rostrum
