"""Delegations in order: desks in rows, or files side by side (代表团座席).

Origin: the middle of the rostrum's edge; delegations are below and face it (gaze 90°).  A
delegation is a party of its own: people belong to it by their ``side``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text, plain
from seating.facts.venue import Fixture, Layout, Link, Need, Place, View
from seating.forms.delegation_order import blocks, drawn, members, one_left
from seating.forms.form import Form, FormError
from seating.forms.rows import clean, linked

_FACING = 90.0
_FRONT = 3000.0  # from the rostrum's edge to the front row, mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """One delegation and its seats (一个代表团)."""

    name: str = parameter("名称，与名册“主客”一列相同", "name, as in the roster's side")
    title: str = parameter("席签上的中文名称，不写即名称", "its name in Chinese", default="")
    seats: int = parameter(
        "座位数，0为按人数", "seats, 0 = as many as people", default=0, minimum=0
    )


@dataclass(frozen=True, kw_only=True)
class Delegations(Form):
    """Blocks of seats, one for each delegation."""

    NAME: ClassVar[str] = "delegations"
    TITLE: ClassVar[Text] = Text("代表团座席", "delegations")
    FAMILY: ClassVar[str] = "meeting"
    SOURCE: ClassVar[str] = "https://ask.un.org/faq/14612"
    SIDES: ClassVar[bool] = True
    OPTIONS: ClassVar[tuple[str, ...]] = ("delegations.rotation",)
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        "audience": Text("面向主席台看，从左到右", "facing the rostrum, left to right"),
        "seated": Text("从主席台看会场，从左到右", "seen from the rostrum, left to right"),
    }

    delegation: tuple[Delegation, ...] = parameter(
        "各代表团；不写则由名册得出", "the delegations; none = those of the roster", default=()
    )
    order: str = parameter(
        "alphabetical按名称（字符次序），given按所写次序",
        "alphabetical by name (code points), or as given",
        default="alphabetical",
        choices=("alphabetical", "given"),
    )
    first: str = parameter("抽签得出的首席代表团", "the delegation drawn first", default="")
    style: str = parameter(
        "desks各团一席、成排；files各团若干列、从前到后",
        "desks: one for each delegation, in rows; files: each delegation from front to back",
        default="desks",
        choices=("desks", "files"),
    )
    across: int = parameter(
        "desks：一排几席；files不用",
        "desks in a row; not for files",
        default=8,
        minimum=1,
        maximum=60,
        unit="delegations",
    )
    abreast: int = parameter(
        "每团横向几座", "seats of a delegation side by side", default=2, minimum=1, maximum=20,
        unit="seats",
    )  # fmt: skip
    leader: bool = parameter(
        "团长固定在本团第一座，不参加轮换",
        "the leader keeps the first seat of the delegation and does not rotate",
        default=True,
    )
    session: int = parameter(
        "第几次会议（轮换用）", "number of the session, for rotation", default=1, minimum=1
    )
    pitch: float = parameter("座位间距", "seat to seat", default=600.0, minimum=400, unit="mm")
    row_pitch: float = parameter("排距", "row to row", default=1000.0, minimum=600, unit="mm")
    aisle: float = parameter(
        "团与团之间的距离", "between delegations", default=500.0, minimum=0, unit="mm"
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return every delegation's seats."""
        named = self._named(need)
        titles = {d.name: Text(d.title or d.name, d.name) for d in self.delegation}
        rotation = convention["delegations.rotation"]
        order = drawn(list(named), self._first(named))
        if rotation == "one-left":
            order = one_left(order, self.session)
        elif rotation == "blocks":
            order = blocks(order, self.session)
        across = len(order) if self.style == "files" else min(self.across, len(order))
        tiers = [order[i : i + across] for i in range(0, len(order), max(1, across))]
        places: list[Place] = []
        links: list[Link] = []
        fixtures: list[Fixture] = []
        step = self.abreast * self.pitch + self.aisle
        row = 1
        for tier in tiers:
            deep = max(1, *(-(-named[name] // self.abreast) for name in tier))
            for i, name in enumerate(tier):
                left = (i - across / 2) * step + self.aisle / 2 + self.pitch / 2
                title = titles.get(name, plain(name))
                seats = self._block(name, title, named[name], left, row, rotation == "blocks")
                places += [p for line in seats for p in line]
                links += linked(seats, self.pitch, self.pitch / 2 - 1.0)
                fixtures.append(self._sign(title, left, row))
            row += deep
        return Layout(
            form=self.NAME,
            places=tuple(places),
            links=tuple(links),
            fixtures=(*fixtures, _rostrum(across * step)),
            views=self.VIEWS,
            notes=tuple(self._notes(rotation)),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _named(self, need: Need) -> dict[str, int]:
        """Return the seats of each delegation in the order before any draw."""
        given = {d.name: d.seats or need.parties.get(d.name, 0) for d in self.delegation}
        named = given or {name: n for name, n in need.parties.items() if name and n}
        if not named and need.count:
            named = {str(number): 1 for number in range(1, need.count + 1)}
        elif self.order == "alphabetical":
            named = {name: named[name] for name in sorted(named, key=lambda n: (n.casefold(), n))}
        return named

    def _first(self, named: Mapping[str, int]) -> str:
        if self.first and self.first not in named:
            raise FormError(
                Text(f"没有代表团“{self.first}”。", f"There is no delegation {self.first!r}."),
                Text("现有：" + "、".join(named), "There are: " + ", ".join(named)),
            )
        return self.first

    def _block(
        self, name: str, title: Text, count: int, left: float, row: int, rotate: bool
    ) -> list[list[Place]]:
        """Return the rows of one delegation, its seats filled from the left, front to back."""
        fixed = 1 if self.leader and count else 0
        turned = members(count - fixed, self.session if rotate else 1)
        ranks = [*range(1, fixed + 1), *(rank + fixed for rank in turned)]
        rows: list[list[Place]] = []
        for i, rank in enumerate(ranks):
            depth, across = divmod(i, self.abreast)
            if not across:
                rows.append([])
            features = {"front"} if row + depth == 1 else set()
            features |= {"leader"} if fixed and rank == 1 else set()
            rows[-1].append(
                Place(
                    id=f"{name}-{i + 1}",
                    label=Text(f"{title.zh}{i + 1}座", f"{title.en}, seat {i + 1}"),
                    honour=rank,
                    x=clean(left + across * self.pitch),
                    y=clean(-_FRONT - (row + depth - 1) * self.row_pitch),
                    facing=_FACING,
                    row=row + depth,
                    number=i + 1,
                    block=name,
                    party=name,
                    features=frozenset(features),
                )
            )
        return rows

    def _sign(self, title: Text, left: float, row: int) -> Fixture:
        x = clean(left + (self.abreast - 1) * self.pitch / 2)
        y = clean(-_FRONT - (row - 1) * self.row_pitch + 500.0)
        width = self.abreast * self.pitch
        return Fixture(kind="label", x=x, y=y, width=width, depth=200.0, label=title)

    def _notes(self, rotation: str) -> list[Text]:
        if rotation != "none" and self.first:
            return [
                Text(
                    "抽签的首席与逐次轮换同时使用：先按抽签排，再轮换。",
                    "A drawn first seat and a rotation together: drawn first, then rotated.",
                )
            ]
        return []

    def mark(self, place: Place) -> str:
        """Return the delegation's name with the rank in it, the name alone for a single seat."""
        return place.party if place.honour == 1 else f"{place.party}{place.honour}"


def _rostrum(width: float) -> Fixture:
    label = Text("主席台", "rostrum")
    return Fixture(kind="stage", x=0.0, y=300.0, width=max(width, 4000.0), depth=600.0, label=label)


FORM = Delegations
