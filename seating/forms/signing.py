"""Signing ceremonies: signers seated, assistants beside them, witnesses behind (签字仪式).

Origin: the middle of the signing table's front edge.  The audience is below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Link, Need, Place, View
from seating.forms.form import Form, Line
from seating.forms.neighbours import at_the_back, in_turn
from seating.forms.parties import (
    LEFT,
    RIGHT,
    SIDE_LETTERS,
    SIDE_NAMES,
    SIDES,
    party_sizes,
    role_count,
    unequal,
)
from seating.forms.plan_text import plan_sketch, row_lines
from seating.forms.rows import clean, point

_FACING = 270.0
_HAND = {"guest": RIGHT, "host": LEFT}  # own hands of those who face the audience
_TABLE_DEPTH = 700.0
_SIGNERS_Y = 1100.0  # mm behind the table's front edge


@dataclass(frozen=True, kw_only=True)
class Signing(Form):
    """The guest's signer at the own right, the host's at the own left; their people behind.

    Signers and assistants have chairs and marks of their own (roles ``signer``, ``assistant``);
    everybody else stands behind, the highest nearest to the axis, front row first.
    """

    NAME: ClassVar[str] = "signing"
    TITLE: ClassVar[Text] = Text("签字仪式", "signing ceremony")
    FAMILY: ClassVar[str] = "ceremony"
    SOURCE: ClassVar[str] = "http://3g.cityy.com/vip/article/2013-6-1/390260-1.htm"
    SIDES: ClassVar[bool] = True
    PURPOSES: ClassVar[tuple[str, ...]] = ("signer", "assistant")
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        "audience": Text("台下看，从左到右", "seen from the audience, left to right"),
        "seated": Text("签字人本人看，从左到右", "seen by the signers, left to right"),
    }

    per_row: int = parameter(
        "每方每排站几人，多的站后一排；0 为都站一排",
        "people of each side in a standing row, the others further behind; 0 = one row",
        default=0,
        minimum=0,
        maximum=60,
        unit="people",
    )
    assistants: int = parameter(
        "每方至少几位助签人",
        "signing assistants of each side, at least",
        default=1,
        minimum=0,
        maximum=5,
        unit="people",
    )
    tables: int = parameter(
        "签字桌数：1 一张长桌，2 双方各一张（国外有此做法）",
        "one long table, or one for each side as some countries do",
        default=1,
        minimum=1,
        maximum=2,
        unit="tables",
    )
    flags: str = parameter(
        "小国旗或旗架：none 不设、each 各在签字人前、middle 桌子中间",
        "small flags: none, one before each signer, or a stand in the middle",
        default="none",
        choices=("none", "each", "middle"),
    )
    seat_pitch: float = parameter(
        "签字座位中心间距",
        "signer to signer",
        default=1500.0,
        minimum=700,
        maximum=4000,
        unit="mm",
    )
    pitch: float = parameter(
        "站位中心间距",
        "from person to person standing",
        default=600.0,
        minimum=400,
        maximum=1500,
        unit="mm",
    )
    row_pitch: float = parameter(
        "站位排距", "between standing rows", default=800.0, minimum=400, maximum=2500, unit="mm"
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return the signing table, its chairs and the standing rows."""
        sizes, guessed = party_sizes(need)
        signers = {side: max(1, role_count(need, side, "signer")) for side in SIDES}
        helpers = {
            side: max(self.assistants, role_count(need, side, "assistant")) for side in SIDES
        }
        places: list[Place] = []
        for side in ("guest", "host"):
            places += self._table_row(side, signers[side], helpers[side])
            places += self._standing(side, sizes[side])
        places.sort(key=lambda p: (p.row, p.x))
        return Layout(
            form=self.NAME,
            places=tuple(places),
            links=tuple(self._links(places)),
            fixtures=tuple(self._fixtures(max(signers.values()), places)),
            views=self.VIEWS,
            notes=(*guessed, *unequal(sizes, slack=2), *_unnamed(need)),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def lines(self, layout: Layout, view: View) -> tuple[Line, ...]:
        """Return the signers' line, then the standing rows; ``|`` is the axis."""
        return row_lines(layout, view)

    def sketch(self, layout: Layout, names: Mapping[str, str], view: View) -> str:
        """Return a plain-text plan to scale, the farthest row on top."""
        return plan_sketch(layout, names, view)

    def mark(self, place: Place) -> str:
        """Return the short mark; signers are ``H`` and ``G``."""
        if place.purpose == "signer":
            letter = SIDE_LETTERS[place.party]
            return letter if place.honour == 1 else f"{letter}s{place.honour}"
        return super().mark(place)

    def _table_row(self, side: str, signers: int, helpers: int) -> list[Place]:
        found = [
            self._place(side, 1, i, "signer", i + 1, (i + 0.5) * self.seat_pitch, _SIGNERS_Y)
            for i in range(signers)
        ]
        outer = (signers - 0.5) * self.seat_pitch
        found += [
            self._place(
                side, 1, signers + i, "assistant", i + 1, outer + (i + 1) * 800.0, _SIGNERS_Y
            )
            for i in range(helpers)
        ]
        return found

    def _standing(self, side: str, count: int) -> list[Place]:
        size = self.per_row or max(count, 1)
        return [
            self._place(
                side,
                2 + i // size,
                i % size,
                "",
                i + 1,
                (i % size + 0.5) * self.pitch,
                _SIGNERS_Y + 1200.0 + i // size * self.row_pitch,
            )
            for i in range(count)
        ]

    def _place(
        self, side: str, row: int, step: int, purpose: str, honour: int, away: float, y: float
    ) -> Place:
        """Return a place ``away`` mm from the axis; numbers count from the axis outwards."""
        x, y = point((0.0, y), _FACING, _HAND[side] * away)
        name = SIDE_NAMES[side]
        zh = {"signer": "签字座", "assistant": "助签位"}.get(purpose, f"后{row - 1}排{step + 1}位")
        en = {"signer": "signer", "assistant": "assistant"}.get(
            purpose, f"standing row {row - 1} place {step + 1}"
        )
        more = str(honour) if purpose and honour > 1 else ""
        return Place(
            id=f"{SIDE_LETTERS[side]}{row}-{step + 1}",
            label=Text(f"{name.zh}{zh}{more}", f"{name.en} {en} {more}".rstrip()),
            honour=honour,
            x=x,
            y=y,
            facing=_FACING,
            row=row,
            number=step + 1,
            block=SIDE_LETTERS[side],
            party=side,
            purpose=purpose,
            features=frozenset({"front"} if row == 1 else ()),
            width=450.0 if row > 1 or purpose == "assistant" else 550.0,
            depth=450.0 if row > 1 or purpose == "assistant" else 550.0,
        )

    def _links(self, places: Sequence[Place]) -> list[Link]:
        links: list[Link] = []
        rows: dict[int, list[Place]] = {}
        for place in places:
            rows.setdefault(place.row, []).append(place)
        for number, row in rows.items():
            links += in_turn(row, max(self.seat_pitch, 800.0) if number == 1 else self.pitch)
            if number > 2:
                links += at_the_back(rows[number - 1], row, self.pitch / 2)
        return links

    def _fixtures(self, signers: int, places: Sequence[Place]) -> list[Fixture]:
        half, middle = signers * self.seat_pitch, _TABLE_DEPTH / 2
        spans = [(0.0, 2 * half)]
        if self.tables == 2:
            spans = [(-half / 2 - 150.0, half), (half / 2 + 150.0, half)]
        green = Text("签字桌", "signing table")
        found = [
            Fixture(kind="table", x=x, y=middle, width=width, depth=_TABLE_DEPTH, label=green)
            for x, width in spans
        ]
        at = [p.x for p in places if p.purpose == "signer"] if self.flags == "each" else []
        found += [
            Fixture(kind="flag", x=clean(x), y=150.0, width=150.0, depth=150.0)
            for x in ([0.0] if self.flags == "middle" else at)
        ]
        back = max((p.y for p in places), default=0.0) + 900.0
        screen = Text("背景板", "backdrop")
        width = 2 * max((abs(p.x) for p in places), default=half) + 2000.0
        found.append(Fixture(kind="screen", x=0.0, y=back, width=width, depth=100.0, label=screen))
        return found


def _unnamed(need: Need) -> list[Text]:
    """Remark where nobody is listed as signer."""
    if any(role_count(need, side, "signer") for side in SIDES):
        return []
    said = Text(
        "签字人、助签人按名册“身份”一列认定，名单中还没有签字人。",
        "Signers and assistants are those with that role in the roster; no signer is listed yet.",
    )
    return [said]


FORM = Signing
