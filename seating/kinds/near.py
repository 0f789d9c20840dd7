"""near (靠近): people sit near the door, the lectern, the stage or the screen.

The amount is, for each person, the number of metres begun beyond the distance allowed.  The
distance runs from the middle of the seat to the nearest point of the nearest such fixture.
Where the room has none, each person counts 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text
from seating.facts.venue import Fixture, Place
from seating.kinds import wording

_FIXTURES: dict[str, Text] = {
    "door": Text("门", "the door"),
    "lectern": Text("讲台", "the lectern"),
    "stage": Text("舞台", "the stage"),
    "screen": Text("屏幕", "the screen"),
}


def _apart(place: Place, fixture: Fixture) -> int:
    """Distance in whole mm: turn the fixture straight, then measure along both axes."""
    turn = math.radians(-fixture.turn)
    dx, dy = place.x - fixture.x, place.y - fixture.y
    along = abs(dx * math.cos(turn) - dy * math.sin(turn)) - fixture.width / 2
    across = abs(dx * math.sin(turn) + dy * math.cos(turn)) - fixture.depth / 2
    return round(math.hypot(max(along, 0.0), max(across, 0.0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Each of ``who`` sits within so many millimetres of a fixture."""

    kind: ClassVar[str] = "near"
    title: ClassVar[Text] = Text("靠近", "near")
    aliases: ClassVar[tuple[str, ...]] = (
        "就近",
        "靠",
    )

    who: tuple[str, ...] = parameter("谁", "who", selector=True)
    to: Literal["door", "lectern", "stage", "screen"] = parameter(
        "靠近什么：door 门、lectern 讲台、stage 舞台、screen 屏幕",
        "near what: door, lectern, stage, screen",
        default="door",
        choices=("door", "lectern", "stage", "screen"),
    )
    within: int = parameter(
        "多少毫米以内", "within how many millimetres", default=5000, minimum=1, unit="mm"
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price each place by its distance."""
        fixtures = [f for f in scene.layout.fixtures if f.kind == self.to]
        price: dict[str, int] = {}
        for place in scene.layout.seats if fixtures else ():
            beyond = min(_apart(place, f) for f in fixtures) - self.within
            if beyond > 0:
                price[place.id] = -(-beyond // 1000)
        for who in self.who:
            yield (who,), ask.cost(who, price) if fixtures else 1

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Measure from each person's seat to the nearest point of the fixture."""
        what = _FIXTURES[self.to]
        for who in self.who:
            place, name = scene.layout.by_id[placing.places[who]], scene.person(who).called
            nearest = math.inf
            for fixture in scene.layout.fixtures:
                if fixture.kind == self.to:
                    nearest = min(nearest, math.dist(_closest(fixture, place), (place.x, place.y)))
            if math.isinf(nearest):
                words = Text(f"场内没有{what.zh}", f"there is no {what.en.removeprefix('the ')}")
                yield Bite(subjects=(who,), amount=1, sentence=words)
            elif round(nearest) > self.within:
                away = f"{round(nearest) / 1000:.1f}"
                yield Bite(
                    subjects=(who,),
                    amount=math.ceil((round(nearest) - self.within) / 1000),
                    sentence=Text(
                        f"{name.zh}离{what.zh}{away}米，应在{self.within / 1000:g}米以内",
                        f"{name.en} is {away} m from {what.en}, "
                        f"should be within {self.within / 1000:g} m",
                    ),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        who, what = wording.people(scene, self.who), _FIXTURES[self.to]
        return Text(
            f"{who.zh}坐在离{what.zh}{self.within / 1000:g}米以内",
            f"{who.en} {wording.sit(self.who)} within {self.within / 1000:g} m of {what.en}",
        )


def _closest(fixture: Fixture, place: Place) -> tuple[float, float]:
    """The point of a fixture that is closest to a place."""
    angle = math.radians(fixture.turn)
    ux, uy = math.cos(angle), math.sin(angle)
    dx, dy = place.x - fixture.x, place.y - fixture.y
    half_w, half_d = fixture.width / 2, fixture.depth / 2
    u = min(max(dx * ux + dy * uy, -half_w), half_w)
    v = min(max(dy * ux - dx * uy, -half_d), half_d)
    return (fixture.x + u * ux - v * uy, fixture.y + u * uy + v * ux)


KIND = Near
