"""spouses (夫妇): each couple sits apart, or together.

The amount is the number of couples who sit as they should not.  Whose spouse is not at this
sitting is left out; who is married to whom is a column of the roster.
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

_WHERE: dict[str, Text] = {
    "beside": Text("邻座", "side by side"),
    "table": Text("同桌", "at one table"),
    "block": Text("同区", "in one block"),
    "row": Text("同排", "in one row"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spouses:
    """Husband and wife sit apart, or together."""

    kind: ClassVar[str] = "spouses"
    title: ClassVar[Text] = Text("夫妇", "spouses")
    aliases: ClassVar[tuple[str, ...]] = (
        "夫妻",
        "配偶",
    )
    idle: ClassVar[Text] = Text(
        "名册“配偶”列里没有同时在场的夫妇", "the roster has no couple who are both at the sitting"
    )

    who: tuple[str, ...] = parameter(
        "哪些夫妇，写一方即可（默认所有人）",
        "which couples, one of the two is enough (default everybody)",
        default=("all",),
        selector=True,
    )
    sit: Literal["apart", "together"] = parameter(
        "分开 apart，还是在一起 together",
        "whether they sit apart or together",
        default="apart",
        choices=("apart", "together"),
    )
    per: Literal["beside", "table", "block", "row"] = parameter(
        "怎样算在一起：beside 邻座、table 同桌、block 同区、row 同排",
        "what together means: beside, one table, one block, one row",
        default="beside",
        choices=("beside", "table", "block", "row"),
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask for each couple whether one is in the other's company."""
        areas = compiling.shared_areas(scene, self.per)
        for a, b in self._couples(scene):
            met = ask.company(a, (b,), areas)
            yield (a, b), met if self.sit == "apart" else 1 - met

    def _couples(self, scene: Scene) -> list[tuple[str, str]]:
        """Return each couple once, in order of precedence."""
        order = {p.id: i for i, p in enumerate(scene.people)}
        married = {
            (min(p.id, p.spouse, key=order.__getitem__), max(p.id, p.spouse, key=order.__getitem__))
            for p in scene.people
            if p.spouse in order and p.spouse != p.id
        }
        return sorted(
            (pair for pair in married if set(pair) & set(self.who)), key=lambda c: order[c[0]]
        )

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look at each person's company for his own spouse."""
        seated = {} if self.per == "beside" else counting.seated(scene, placing, self.per)
        done: set[str] = set()
        for person in scene.people:
            for mate in scene.people:
                if mate.id in done or mate.id == person.id:
                    continue
                if person.spouse != mate.id and mate.spouse != person.id:
                    continue
                if person.id not in self.who and mate.id not in self.who:
                    continue
                if self.per == "beside":
                    near = mate.id in counting.side_by_side(scene, placing, person.id)
                else:
                    near = any({person.id, mate.id} <= set(here) for here in seated.values())
                if near == (self.sit == "together"):
                    continue
                where = _WHERE[self.per]
                yield Bite(
                    subjects=(person.id, mate.id),
                    amount=1,
                    sentence=Text(
                        f"{person.called.zh}与{mate.called.zh}是夫妇，"
                        f"{'' if near else '未'}{where.zh}",
                        f"{person.called.en} and {mate.called.en}, a couple, sit "
                        f"{'' if near else 'not '}{where.en}",
                    ),
                )
            done.add(person.id)

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        where, apart = _WHERE[self.per], self.sit == "apart"
        zh = f"夫妇{'不' if apart else ''}{where.zh}"
        en = f"couples {'do not sit' if apart else 'sit'} {where.en}"
        if len(self.who) == len(scene.people):
            return Text(zh, en)
        who = wording.people(scene, self.who)
        return Text(f"{who.zh}：{zh}", f"{who.en}: {en}")


KIND = Spouses
