"""What an event may say of its charts, whatever their form (座次图的共同设置)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seating.documents.paper import Paper, paper_of
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Layout, View

Lie = Literal["auto", "landscape", "portrait"]
Show = Literal["both", "names", "numbers"]


@dataclass(frozen=True, kw_only=True)
class PaperKeys:
    """The key that every chart and list has.

    Raises:
        ValueError: there is no such paper.
    """

    paper: str = parameter(
        "这份文书的纸张，留空为会议的纸张",
        "paper of this document, empty = the event's",
        default="",
    )

    def __post_init__(self) -> None:
        check_paper(self.paper)


@dataclass(frozen=True, kw_only=True)
class ChartKeys(PaperKeys):
    """Keys that every chart has."""

    orientation: Literal["auto", "landscape", "portrait"] = parameter(
        "横放或竖放；auto 取姓名较大的一种",
        "how the paper lies; auto = whichever makes names larger",
        default="auto",
    )
    views: tuple[Literal["audience", "seated", "door"], ...] = parameter(
        "只印这些视角，留空为全部", "print only these viewpoints, empty = all", default=()
    )
    show: Literal["both", "names", "numbers"] = parameter(
        "印姓名、号码（位次或座号）或两者",
        "names, numbers (order of precedence, or seat numbers in a hall), or both",
        default="both",
    )

    def views_of(self, layout: Layout) -> tuple[View, ...]:
        """Return the viewpoints asked for that the form has; without any, all of them."""
        return tuple(view for view in layout.views if view in self.views) or layout.views


def check_paper(name: str) -> None:
    """Refuse paper that does not exist.

    Raises:
        ValueError: with what is wrong, in both languages.
    """
    try:
        paper_of(name or "A4")
    except ValueError:
        raise ValueError(
            Text(
                f"paper：没有纸张“{name}”。可用 A5 至 A0、letter，或以毫米写明宽和高，如 420x297。",
                f"paper: there is no paper {name!r}. Accepted: A5 to A0, letter, or width and "
                "height in mm such as 420x297.",
            )
        ) from None


def lying_ways(paper: Paper, lie: Lie) -> tuple[Paper, ...]:
    """Return how a paper may lie."""
    if lie == "landscape":
        return (paper.landscape(),)
    if lie == "portrait":
        return (paper.portrait(),)
    return (paper.landscape(), paper.portrait())
