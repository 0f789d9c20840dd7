"""Plans of one sitting side by side, for a decision (备选方案)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seating.facts.plan import SittingPlan
from seating.facts.text import NOTHING, Text
from seating.facts.venue import Layout


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """One plan beside the best; the best itself is the first of its list.

    Attributes:
        title: what is different about it.
        option: (name, value) of a convention read otherwise; its costs are counted under it.
        waived: id of the rule given up, ``""`` if none.
        layout: the places it was made for.
        plan: the plan, verified; its levels are those of the search, in which what the plan
            gives up did not count.
        premise: on what condition those levels are the best possible, empty = on none.
        totals: cost of each level under the event's own rules, must first.
        elsewhere: who sits elsewhere than in the best plan, most senior first.
        broken: wishes that are broken here (the order of precedence is none of them).
        lost: what is broken here and not in the best plan; everything broken in the best.
        gained: what is broken in the best plan and not here.
        off: how many people are not on their due places.
        merits: in what it is the best of the plans shown, facts only.
    """

    title: Text
    option: tuple[str, str] | None = None
    waived: str = ""
    layout: Layout
    plan: SittingPlan
    premise: Text = NOTHING
    totals: tuple[int, ...]
    elsewhere: tuple[str, ...] = ()
    broken: tuple[Text, ...] = ()
    lost: tuple[Text, ...] = ()
    gained: tuple[Text, ...] = ()
    off: int = 0
    merits: tuple[Text, ...] = ()

    @property
    def places(self) -> Mapping[str, str]:
        """Place by person."""
        return self.plan.placing.places

    @property
    def proven(self) -> bool:
        """Whether, on its premise, nobody can do better at any level."""
        return all(level.proven for level in self.plan.levels)
