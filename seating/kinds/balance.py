"""balance (均衡): tables (blocks, rows) have about as many people of each kind.

The amount is, for each value, by how much the fullest and the emptiest differ beyond what is
allowed.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The numbers at any two tables differ by at most so many."""

    kind: ClassVar[str] = "balance"
    title: ClassVar[Text] = Text("均衡", "balanced")
    aliases: ClassVar[tuple[str, ...]] = (
        "均匀",
        "平均",
    )
    idle: ClassVar[Text] = Text(
        "名册没有填要均衡的那一项，或没有 values 所写的人",
        "the roster does not say what is to be balanced, or nobody has one of `values`",
    )

    who: tuple[str, ...] = parameter(
        "哪些人（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    by: Literal["", "gender", "side", "unit", "group", "tag"] = parameter(
        "各数什么：gender 性别、side 主客、unit 单位、group 组、tag 标签；留空则数总人数",
        "what is counted: gender, side, unit, group, tag; empty = people",
        default="",
        choices=("", "gender", "side", "unit", "group", "tag"),
    )
    values: tuple[str, ...] = parameter(
        "只看哪些（如某个标签）；留空则全看", "only these values; empty = all", default=()
    )
    per: Literal["table", "block", "row"] = parameter(
        "在什么之间均衡：table 各桌、block 各区、row 各排",
        "between what: table, block, row",
        default="table",
        choices=("table", "block", "row"),
    )
    difference: int = parameter("至多相差几人", "may differ by", default=1, minimum=0)

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Compare the fullest with the emptiest."""
        tables = list(compiling.bins(scene, self.per).values())
        for name, members in compiling.parties(scene, self.who, self.by).items():
            if tables and (not self.values or name in self.values):
                counts = [ask.count(members, places) for places in tables]
                unlike = ask.largest(counts) - ask.smallest(counts)
                yield tuple(members), ask.positive(unlike - self.difference)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Count at each table, then compare."""
        seated = counting.seated(scene, placing, self.per)
        named: dict[str, set[str]] = {}
        for who in self.who:
            for mark in counting.marks(scene.person(who), self.by):
                named.setdefault(mark, set()).add(who)
        for mark, members in sorted(named.items()):
            numbers = sorted(
                (len(members.intersection(people)), area) for area, people in seated.items()
            )
            if (self.values and mark not in self.values) or not numbers:
                continue
            (fewest, low), (most, high) = numbers[0], numbers[-1]
            if most - fewest > self.difference:
                what = wording.value(scene, self.by, mark) if self.by else Text("", "")
                of = f" of {what.en}" if self.by else " people"
                a, b = wording.area(self.per, high), wording.area(self.per, low)
                yield Bite(
                    subjects=tuple(p for p in self.who if p in members),
                    amount=most - fewest - self.difference,
                    sentence=Text(
                        f"{a.zh}有{what.zh}{most}人，{b.zh}只有{fewest}人",
                        f"{a.en} has {most}{of}, {b.en} only {fewest}",
                    ),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        per = wording.PER_WORDS[self.per]
        zh, en = "人数", "numbers of people"
        if self.by:
            by = wording.BY_WORDS[self.by]
            zh, en = f"同一{by.zh}的人数", f"numbers of one {by.en}"
        if self.values:
            shown = [wording.value(scene, self.by, v) for v in self.values]
            zh, en = "、".join(x.zh for x in shown) + "人数", ", ".join(x.en for x in shown)
        if not self.difference:
            return Text(f"各{per.zh}{zh}相同", f"{en} are equal in all {per.en}s")
        return Text(
            f"各{per.zh}{zh}相差不超过{self.difference}",
            f"{en} differ by at most {self.difference} between {per.en}s",
        )


KIND = Balance
