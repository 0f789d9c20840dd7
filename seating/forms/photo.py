"""A group photo: rows that look at the camera (合影).

Origin: the middle of the front row.  The camera is below (y < 0).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Need, Place, View
from seating.forms.form import Form
from seating.forms.photo_rows import Spot, interleaved, one_side, parted, row_sizes, share
from seating.forms.rows import RowRule, filled, hand, linked, point
from seating.forms.table_company import expected

_FACING = 270.0
_CAMERA = -4000.0  # mm in front of the front row
_AXIS_SOURCE = "http://heyunfeng.com/greatman/management/?id=405&type=detail"
_LAST_SOURCE = "http://www.zeelive.com.tw/a/%e5%90%88%e7%85%a7%e6%ac%a1%e5%ba%8f.html"


@dataclass(frozen=True, kw_only=True)
class Photo(Form):
    """Rows of people, each arranged by the rule of the rostrum or host and guest in turn."""

    NAME: ClassVar[str] = "photo"
    TITLE: ClassVar[Text] = Text("合影", "group photo")
    FAMILY: ClassVar[str] = "photo"
    FRONT_FIRST: ClassVar[bool] = True
    SOURCE: ClassVar[str] = _AXIS_SOURCE
    SIDES: ClassVar[bool] = True
    OPTIONS: ClassVar[tuple[str, ...]] = ("photo.side", "photo.even", "photo.parties")
    VIEWS: ClassVar[tuple[View, ...]] = ("audience", "seated")
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        "audience": Text("从照相机看，从左到右", "seen from the camera, left to right"),
        "seated": Text("合影者本人看，从左到右", "seen by those in the photo, left to right"),
    }

    rows: tuple[int, ...] = parameter(
        "每排人数，前排在先；不写则由程序建议，第一排取单数",
        "people in each row, front row first; none = proposed, the front row odd",
        default=(),
        minimum=1,
        unit="people",
    )
    longest: int = parameter(
        "一排最多多少人（受镜头限制）",
        "most people in a row (the lens)",
        default=15,
        minimum=3,
        maximum=60,
        unit="people",
    )
    staggered: bool = parameter(
        "后排错开半个人位，站在前排两人之间",
        "rear rows half a place aside, between two of the row in front",
        default=False,
    )
    pitch: float = parameter(
        "左右间距", "place to place", default=650.0, minimum=400, maximum=1500, unit="mm"
    )
    row_pitch: float = parameter(
        "前后间距", "row to row", default=700.0, minimum=400, maximum=2000, unit="mm"
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the rows; with ``rows`` given, as many people as they hold."""
        party = expected(need)
        count = party.hosts + party.guests
        sizes = self._sizes(count)
        even = "b" if convention["photo.even"] == "p2" else "a"
        rule = RowRule(side=convention["photo.side"], even=even, two=even)
        both = party.sides and party.hosts > 0 and party.guests > 0
        rows: list[list[Spot]] = []
        if both:
            mixed = convention["photo.parties"] == "interleaved"
            right = RowRule(side="right")  # the first guest at the host's right, always
            for number, sides in enumerate(share(sizes, party.hosts, party.guests, mixed)):
                rows.append(
                    interleaved(sides, right, number == 0)
                    if mixed
                    else parted(sides, hand("right"))
                )
        else:
            side = "" if not party.sides else "host" if party.hosts else "guest"
            for number, size in enumerate(sizes):
                row = one_side(size, sum(sizes[:number]), rule, len(sizes) == 1)
                rows.append([(offset, side, rank) for offset, _, rank in row])
        asides = self._asides([len(row) for row in rows])
        places = [
            self._row(number, row, aside)
            for number, (row, aside) in enumerate(zip(rows, asides, strict=True), start=1)
        ]
        return Layout(
            form=self.NAME,
            places=tuple(p for row in places for p in row),
            links=tuple(linked(places, self.pitch, self.pitch / 2)),
            fixtures=tuple(self._fixtures(places)),
            views=self.VIEWS,
            notes=tuple(self._notes(count, sizes)),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _sizes(self, count: int) -> list[int]:
        if not self.rows:
            return list(row_sizes(count, self.longest))
        return [size for size in filled(self.rows, count) if size > 0]

    def _asides(self, sizes: Sequence[int]) -> list[float]:
        """Return how far each row stands aside, in places, so that nobody hides another.

        An even row stands half a place off the axis by itself.
        """
        asides: list[float] = []
        half = False
        for size in sizes:
            wanted = not half if asides else size % 2 == 0
            moved = self.staggered and wanted != (size % 2 == 0)
            asides.append(0.5 if moved else 0.0)
            half = wanted if self.staggered else size % 2 == 0
        return asides

    def _row(self, number: int, row: Sequence[Spot], aside: float) -> list[Place]:
        places = []
        for index, (offset, party, rank) in enumerate(sorted(row), start=1):
            x, y = point(
                (0.0, (number - 1) * self.row_pitch), _FACING, (offset + aside) * self.pitch
            )
            features = {"front"} if number == 1 else set()
            features |= {"row-end"} if index in (1, len(row)) else set()
            features |= {"centre"} if abs(offset) < 0.6 else set()
            places.append(
                Place(
                    id=f"R{number}-{index}",
                    label=Text(f"第{number}排左起第{index}位", f"row {number}, place {index}"),
                    honour=rank,
                    x=x,
                    y=y,
                    facing=_FACING,
                    row=number,
                    number=index,
                    party=party,
                    features=frozenset(features),
                )
            )
        return places

    def _fixtures(self, rows: Sequence[Sequence[Place]]) -> list[Fixture]:
        """Return the camera and a step for each rear row."""
        fixtures = [
            Fixture(
                kind="label",
                x=0.0,
                y=_CAMERA,
                width=600.0,
                depth=400.0,
                label=Text("照相机", "camera"),
            )
        ]
        for row in rows[1:]:
            width = row[-1].x - row[0].x + self.pitch
            middle = (row[0].x + row[-1].x) / 2
            fixtures.append(
                Fixture(kind="platform", x=middle, y=row[0].y, width=width, depth=self.row_pitch)
            )
        return fixtures

    def _notes(self, count: int, sizes: Sequence[int]) -> list[Text]:
        notes = []
        if sizes and sizes[0] % 2 == 0:
            better = row_sizes(count, self.longest)
            said = "+".join(map(str, better)) if better and better[0] % 2 else ""
            notes.append(
                Text(
                    f"第一排{sizes[0]}人为双数，1号不在正中"
                    + (f"，可改为 {said}" if said else "")
                    + f"：{_AXIS_SOURCE}",
                    f"An even front row of {sizes[0]}: No. 1 is off the axis"
                    + (f"; {said} would do" if said else "")
                    + f": {_AXIS_SOURCE}",
                )
            )
        elif len(sizes) > 1 and not self.rows and count <= self.longest:
            said = "+".join(map(str, sizes))
            notes.append(
                Text(
                    f"{count}人为双数，建议排成 {said}，第一排取单数，使1号居中：{_AXIS_SOURCE}",
                    f"{count} is even: {said} is proposed, the front row odd, so that No. 1 "
                    f"stands on the axis: {_AXIS_SOURCE}",
                )
            )
        if len(sizes) > 1:
            notes.append(
                Text(
                    f"先空出第一排中间，其他人站好后再请主要领导入位：{_LAST_SOURCE}",
                    "Leave the middle of the front row free; the leaders come last: "
                    f"{_LAST_SOURCE}",
                )
            )
        return notes


FORM = Photo
