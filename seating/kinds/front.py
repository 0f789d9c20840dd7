"""front (前排): people sit in the front rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text, joined
from seating.kinds import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Each of ``who`` sits in one of the first ``rows`` rows; the amount is the rows too far."""

    kind: ClassVar[str] = "front"
    title: ClassVar[Text] = Text("前排", "front rows")
    aliases: ClassVar[tuple[str, ...]] = (
        "坐前排",
        "靠前",
    )

    who: tuple[str, ...] = parameter("谁", "who", selector=True)
    rows: int = parameter("前几排", "how many rows count as front", default=1, minimum=1)

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price each place by the rows it lies behind the limit."""
        late = {p.id: p.row - self.rows for p in scene.layout.places if p.row > self.rows}
        for who in self.who:
            yield (who,), ask.cost(who, late)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look at each person's row."""
        for place, people in sorted(placing.occupants.items()):
            row = scene.layout.by_id[place].row
            for who in (p for p in people if p in self.who and row > self.rows):
                name = scene.person(who).called
                yield Bite(
                    subjects=(who,),
                    amount=row - self.rows,
                    sentence=Text(
                        f"{name.zh}应坐前{self.rows}排，现在第{row}排",
                        f"{name.en} should sit in {self._rows}, is in row {row}",
                    ),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        names = joined(scene.person(p).called for p in self.who[:4])
        zh = names.zh + ("等" if len(self.who) > 4 else "")
        en = names.en + (" …" if len(self.who) > 4 else "")
        return Text(f"{zh}坐前{self.rows}排", f"{en} {wording.sit(self.who)} in {self._rows}")

    @property
    def _rows(self) -> str:
        return "the first row" if self.rows == 1 else f"the first {self.rows} rows"


KIND = Front
