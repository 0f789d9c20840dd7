"""Reports to, and discussions with, superiors: they face the door (汇报会、座谈会)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.text import Text
from seating.facts.venue import Need, View
from seating.forms.parties import SIDES, Chair, back_row, role_count
from seating.forms.rows import RowRule, spread
from seating.forms.two_sides import TwoSides


@dataclass(frozen=True, kw_only=True)
class ReportMeeting(TwoSides):
    """Superiors (guest) opposite those who report (host), each side by the rule of the rostrum."""

    NAME: ClassVar[str] = "report_meeting"
    TITLE: ClassVar[Text] = Text("汇报会、座谈会", "report to superiors")
    FAMILY: ClassVar[str] = "talks"
    SOURCE: ClassVar[str] = "http://www.xei.net.cn/article/211572.htm"
    OPTIONS: ClassVar[tuple[str, ...]] = ("rostrum.side", "rostrum.even", "rostrum.two")
    PARTY_NAMES: ClassVar[Mapping[str, Text]] = {
        "guest": Text("领导席", "superiors' side"),
        "host": Text("参会席", "local side"),
    }
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        view: Text(
            f"{title.zh}（G 领导，H 参会人员）", f"{title.en} (G superiors, H those reporting)"
        )
        for view, title in TwoSides.VIEW_TITLES.items()
    }

    def chairs(
        self, need: Need, sizes: Mapping[str, int], convention: Convention
    ) -> tuple[Mapping[str, Sequence[Chair]], Sequence[Text]]:
        """Return both sides; interpreters and note-takers, if any come, sit behind."""
        rule = RowRule(
            convention["rostrum.side"], convention["rostrum.even"], convention["rostrum.two"]
        )
        found: dict[str, list[Chair]] = {}
        for side in SIDES:
            ranks = spread(sizes[side], rule).ranks
            row = [Chair(offset, honour) for honour, offset in enumerate(ranks, start=1)]
            recorders = max(self.recorders, role_count(need, side, "recorder"))
            row += back_row(row, role_count(need, side, "interpreter"), recorders)
            found[side] = row
        return found, ()


FORM = ReportMeeting
