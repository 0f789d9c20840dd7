"""acquaintances (有熟人): everybody has people he knows in his company.

The amount is, for each person, the number of acquaintances missing to ``least`` at his table
(block, row) or right beside him.  A person is no acquaintance of his own; who knows whom is
always mutual.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text
from seating.kinds import compiling, counting, wording

_BY: dict[str, Text] = {
    "knows": Text("相识的人", "whom they know"),
    "unit": Text("本单位的人", "of their unit"),
    "group": Text("本组的人", "of their group"),
    "tag": Text("同标签的人", "who share a tag"),
}
_PER: dict[str, Text] = {
    "table": Text("同桌", "at the table"),
    "block": Text("同区", "in the block"),
    "row": Text("同排", "in the row"),
    "beside": Text("邻座", "beside them"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintances:
    """Each of ``who`` has at least so many people he knows near him."""

    kind: ClassVar[str] = "acquaintances"
    title: ClassVar[Text] = Text("有熟人", "someone they know")
    aliases: ClassVar[tuple[str, ...]] = (
        "熟人",
        "相识",
    )

    who: tuple[str, ...] = parameter(
        "哪些人（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    least: int = parameter("至少几个熟人", "how many at least", default=1, minimum=1)
    by: Literal["knows", "unit", "group", "tag"] = parameter(
        "怎样算熟人：knows 名册“相识”列、unit 同单位、group 同组、tag 有相同标签",
        "who counts: knows = the roster's column, unit, group, tag = a tag in common",
        default="knows",
        choices=("knows", "unit", "group", "tag"),
    )
    values: tuple[str, ...] = parameter(
        "只看哪些标签；留空则全看", "only these tags; empty = all", default=()
    )
    per: Literal["table", "block", "row", "beside"] = parameter(
        "在什么范围内：table 同桌、block 同区、row 同排、beside 邻座",
        "where: table, block, row, beside",
        default="table",
        choices=("table", "block", "row", "beside"),
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Count acquaintances in each area; people with the same ones ask together by seat."""
        areas = compiling.shared_areas(scene, self.per)
        seats = scene.layout.by_id
        known = self._known(scene)
        alike: dict[frozenset[str], list[str]] = {}
        for who in self.who:
            alike.setdefault(frozenset(known[who] | {who}), []).append(who)
        for here, there in areas:
            if len(here) == 1 and seats[here[0]].capacity == 1 and here[0] not in there:
                for circle, members in alike.items():
                    wanted = self.least * ask.count(members, here)
                    found = ask.count(sorted(circle), there)
                    yield tuple(members), ask.positive(wanted - found)
                continue
            for who in self.who:
                wanted = self.least * ask.at(who, here)
                yield (who,), ask.positive(wanted - ask.count(sorted(known[who]), there))
        covered = {place for here, _ in areas for place in here}
        for who in self.who if any(p.id not in covered for p in scene.layout.seats) else ():
            yield (who,), self.least * (1 - ask.at(who, covered))

    def _known(self, scene: Scene) -> dict[str, set[str]]:
        everybody = [p.id for p in scene.people]
        known: dict[str, set[str]] = {p: set() for p in everybody}
        if self.by != "knows":
            for name, members in compiling.parties(scene, everybody, self.by).items():
                if self.by == "tag" and self.values and name not in self.values:
                    continue
                for member in members:
                    known[member] |= set(members)
        else:
            for person in scene.people:
                for other in person.knows & known.keys():
                    known[person.id].add(other)
                    known[other].add(person.id)
        return {person: others - {person} for person, others in known.items()}

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look at each person's company."""
        company = {} if self.per == "beside" else counting.seated(scene, placing, self.per)
        at = {p: name for name, people in company.items() for p in people}
        for who in self.who:
            if self.per == "beside":
                near = list(counting.side_by_side(scene, placing, who))
            else:
                near = company.get(at.get(who, ""), [])
            met = [p for p in near if p != who and self._acquainted(scene, who, p)]
            if len(met) < self.least:
                name, where = scene.person(who).called, _PER[self.per]
                few = f"只有{len(met)}位" if met else "没有"
                yield Bite(
                    subjects=(who,),
                    amount=self.least - len(met),
                    sentence=Text(
                        f"{name.zh}{where.zh}{few}{_BY[self.by].zh}",
                        f"{name.en} has only {len(met)} {where.en} {_BY[self.by].en}",
                    ),
                )

    def _acquainted(self, scene: Scene, a: str, b: str) -> bool:
        one, other = scene.person(a), scene.person(b)
        if self.by == "knows":
            return b in one.knows or a in other.knows
        if self.by == "tag":
            shared = one.tags & other.tags
            return bool(shared & set(self.values) if self.values else shared)
        mine: str = getattr(one, self.by)
        return mine != "" and mine == getattr(other, self.by)

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        who, where = wording.people(scene, self.who), _PER[self.per]
        return Text(
            f"{who.zh}{where.zh}至少有{self.least}位{_BY[self.by].zh}",
            f"{who.en} have at least {self.least} {where.en} {_BY[self.by].en}",
        )


KIND = Acquaintances
