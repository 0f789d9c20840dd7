"""The winners' podium (领奖台).

Origin: the middle of the highest step.  The audience is below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Need, Place
from seating.forms.form import Form
from seating.forms.rows import alternate, beside, hand, point

_FACING = 270.0
_SIDE = {"intl": "right", "cn": "left"}


@dataclass(frozen=True, kw_only=True)
class Podium(Form):
    """No. 1 in the middle, the others in turn at both hands."""

    NAME: ClassVar[str] = "podium"
    TITLE: ClassVar[Text] = Text("领奖台", "winners' podium")
    FAMILY: ClassVar[str] = "ceremony"
    SOURCE: ClassVar[str] = "https://huanhuandy.com/bb30f5b2fa16361f/8867f6e6592b859f.html"
    OPTIONS: ClassVar[tuple[str, ...]] = ("podium.order",)

    pitch: float = parameter(
        "台阶宽", "width of a step", default=1000.0, minimum=500, maximum=2500, unit="mm"
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return a step for everybody; two people leave one side empty, 1 stays in the middle."""
        offsets = alternate(need.count, hand(_SIDE[convention["podium.order"]]))
        ranked = sorted((offset, rank) for rank, offset in enumerate(offsets, start=1))
        places = []
        for number, (offset, rank) in enumerate(ranked, start=1):
            x, y = point((0.0, 0.0), _FACING, offset * self.pitch)
            places.append(
                Place(
                    id=f"S{number}",
                    label=Text(f"第{rank}名台阶", f"step of No. {rank}"),
                    honour=rank,
                    x=x,
                    y=y,
                    facing=_FACING,
                    number=number,
                    features=frozenset({"front"} | ({"centre"} if rank == 1 else set())),
                )
            )
        fixtures = [
            Fixture(
                kind="platform",
                x=p.x,
                y=p.y,
                width=self.pitch,
                depth=700.0,
                label=Text(str(p.honour), str(p.honour)),
            )
            for p in places
        ]
        return Layout(
            form=self.NAME,
            places=tuple(places),
            links=tuple(beside(places, self.pitch + 1.0)),
            fixtures=tuple(fixtures),
            views=self.VIEWS,
            convention=convention.id,
            options=self.chosen(convention),
        )


FORM = Podium
