"""Bilateral talks: guests face the door, or sit at the right of those who enter (会谈)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Need
from seating.forms.parties import (
    LEFT,
    NO_HAND,
    RIGHT,
    SIDES,
    Chair,
    back_row,
    by_hands,
    role_count,
)
from seating.forms.rows import RowRule, hand, spread
from seating.forms.two_sides import TwoSides


@dataclass(frozen=True, kw_only=True)
class Talks(TwoSides):
    """Two sides with their principals opposite each other, interpreters at their hand.

    An interpreter takes a chair but no rank.  ``talks.order`` says where No. 2 sits: ``r2r`` at
    the own right beyond the interpreter, ``r2l`` at the own left because the interpreter has
    the right-hand chair, ``left`` by the domestic rule of the rostrum, ``face-pairs`` opposite
    the other side's No. 2, which turns one side's order round.
    """

    NAME: ClassVar[str] = "talks"
    TITLE: ClassVar[Text] = Text("会谈", "bilateral talks")
    FAMILY: ClassVar[str] = "talks"
    SOURCE: ClassVar[str] = "http://www.victorzhang.cn/page/2018/0907/4199363.shtml"
    OPTIONS: ClassVar[tuple[str, ...]] = (
        "talks.order",
        "talks.interpreter",
        "rostrum.side",
        "rostrum.even",
        "rostrum.two",
    )

    interpreters: int = parameter(
        "每方至少留几个译员座；-1 为自动：名单里有几位留几座，一位也没有时涉外次序各留一座",
        "interpreters' chairs for each side, at least; -1 = as many as come, or one each under "
        "r2r and r2l if none is listed",
        default=-1,
        minimum=-1,
        maximum=5,
        unit="seats",
    )

    def chairs(
        self, need: Need, sizes: Mapping[str, int], convention: Convention
    ) -> tuple[Mapping[str, Sequence[Chair]], Sequence[Text]]:
        """Return both sides by ``talks.order`` and ``talks.interpreter``."""
        order, where = convention["talks.order"], convention["talks.interpreter"]
        counts, notes = self._interpreters(need, order)
        at_table = {side: counts[side] > 0 and where != "behind" for side in SIDES}
        kept = {
            side: (LEFT if side == "guest" and where == "mirror" else RIGHT)
            if at_table[side]
            else NO_HAND
            for side in SIDES
        }
        if order == "face-pairs":
            first, kept, more = _pairs(kept, hand(convention["rostrum.side"]), where)
            notes += more
        else:
            first = dict.fromkeys(SIDES, RIGHT if order == "r2r" else LEFT)
        rule = RowRule("left", convention["rostrum.even"], convention["rostrum.two"])
        found: dict[str, list[Chair]] = {}
        for side in SIDES:
            if order == "left" and not kept[side]:
                row = _rostrum(sizes[side], rule)
            else:
                row = by_hands(sizes[side], first[side], kept[side])
            seated = 1 if kept[side] else 0
            if seated:
                row.append(Chair(float(kept[side]), 1, "interpreter"))
            recorders = max(self.recorders, role_count(need, side, "recorder"))
            row += back_row(row, counts[side] - seated, recorders, skipped=seated)
            found[side] = row
        return found, notes

    def _interpreters(self, need: Need, order: str) -> tuple[dict[str, int], list[Text]]:
        listed = {side: role_count(need, side, "interpreter") for side in SIDES}
        if self.interpreters >= 0:
            return {side: max(self.interpreters, n) for side, n in listed.items()}, []
        if any(listed.values()) or order not in ("r2r", "r2l"):
            return listed, []
        said = Text(
            "双方各留一个译员座；不用译员请写 interpreters = 0。",
            "One chair is kept for an interpreter on each side; interpreters = 0 if none comes.",
        )
        return dict.fromkeys(SIDES, 1), [said]


def _rostrum(count: int, rule: RowRule) -> list[Chair]:
    ranks = spread(count, rule).ranks
    return [Chair(offset, honour) for honour, offset in enumerate(ranks, start=1)]


def _pairs(
    kept: Mapping[str, int], senior: int, where: str
) -> tuple[dict[str, int], dict[str, int], list[Text]]:
    """Return hands of No. 2 and of the interpreters so that equals face each other."""
    if not all(kept.values()):
        notes = []
        if any(kept.values()):
            notes.append(
                Text(
                    "两两相对而只有一方有译员：译员坐后排。",
                    "Pairs face each other and one side alone has an interpreter: he sits behind.",
                )
            )
        return {"guest": senior, "host": -senior}, dict.fromkeys(SIDES, NO_HAND), notes
    notes = []
    if where == "right":
        notes.append(
            Text(
                "两两相对时双方译员也相对而坐：主方译员在主人右手，客方译员在主宾左手。",
                "Where pairs face each other the interpreters do too: the host's at his right, "
                "the guest's at his left.",
            )
        )
    return {"guest": RIGHT, "host": LEFT}, {"guest": LEFT, "host": RIGHT}, notes


FORM = Talks
