"""compact (紧凑): no empty seat stands between people of a row.

The amount of a row is the number of gaps: stretches of empty seats with people on both sides.
Places for a special purpose do not count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Compact:
    """The people of each row sit without gaps."""

    kind: ClassVar[str] = "compact"
    title: ClassVar[Text] = Text("紧凑", "compact")
    aliases: ClassVar[tuple[str, ...]] = (
        "不留空座",
        "不空座",
    )
    idle: ClassVar[Text] = Text("场地里没有 rows 所写的排", "the room has none of these rows")

    rows: tuple[int, ...] = parameter(
        "哪几排（默认每一排）", "which rows (default every row)", default=(), minimum=1
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Count in each row the people whose left seat is empty, less one."""
        everybody = [p.id for p in scene.people]
        rows: dict[tuple[int, str], list[tuple[float, str]]] = {}
        for place in scene.layout.seats:
            if not place.purpose and (not self.rows or place.row in self.rows):
                rows.setdefault((place.row, place.party), []).append((place.x, place.id))
        for row in rows.values():
            line = [pid for _, pid in sorted(row)]
            taken = [ask.used(everybody, (pid,)) for pid in line]
            starts = [taken[0]]
            starts += [ask.positive(here - left) for left, here in pairwise(taken)]
            yield (), sum(starts) - ask.used(everybody, line)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Walk along each row and count the gaps."""
        seats = sorted(
            (p.row, p.party, p.x, p.id)
            for p in scene.layout.places
            if p.usable and p.honour > 0 and not p.purpose
        )
        for row in sorted({(r, party) for r, party, _, _ in seats}):
            if self.rows and row[0] not in self.rows:
                continue
            line = [pid in placing.occupants for r, party, _, pid in seats if (r, party) == row]
            while line and not line[-1]:
                line.pop()
            gaps = "".join("x" if taken else "." for taken in line).lstrip(".").count("x.")
            if gaps:
                yield Bite(
                    subjects=(),
                    amount=gaps,
                    sentence=Text(
                        f"第{row[0]}排中间有{gaps}处空当",
                        f"row {row[0]} has {gaps} gap" + ("" if gaps == 1 else "s"),
                    ),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        if not self.rows:
            return Text("各排中间不留空座", "no row has an empty seat between people")
        zh = "、".join(str(r) for r in self.rows)
        en = ", ".join(str(r) for r in self.rows)
        return Text(f"第{zh}排中间不留空座", f"row {en} has no empty seat between people")


KIND = Compact
