"""Presenting awards: recipients face the audience, presenters face them (颁奖).

Origin: the middle of the stage edge; the audience is below.  Presenter 1 hands over to
recipient 1, and both rows keep the order of the rostrum as the audience sees it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Link, Need, Place
from seating.forms.form import Form
from seating.forms.rows import RowRule, behind, beside, point, spread

_FACING = 270.0
_EDGE = 2500.0  # presenters' row from the stage edge, mm
_APART = 1200.0  # presenters to recipients, mm
_WAITING = 900.0  # between turns of recipients, mm


@dataclass(frozen=True, kw_only=True)
class Award(Form):
    """Recipient *i* faces presenter *i*; with fewer presenters the recipients come in turns."""

    NAME: ClassVar[str] = "award"
    TITLE: ClassVar[Text] = Text("颁奖", "presenting awards")
    FAMILY: ClassVar[str] = "ceremony"
    SOURCE: ClassVar[str] = "http://www.handmsg.com/page/2019/0910/9744191.shtml"
    PURPOSES: ClassVar[tuple[str, ...]] = ("presenter", "recipient")
    OPTIONS: ClassVar[tuple[str, ...]] = ("rostrum.side", "rostrum.even", "rostrum.two")
    MARKS: ClassVar[Mapping[str, str]] = {"presenter": "P", "recipient": ""}

    presenters: int = parameter(
        "颁奖人数，0为按名单，名单没有则与领奖人相同",
        "presenters, 0 = as many as the roster has, else as many as recipients",
        default=0,
        minimum=0,
        maximum=60,
        unit="people",
    )
    pitch: float = parameter(
        "左右间距", "place to place", default=900.0, minimum=500, maximum=2500, unit="mm"
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return both rows; people with the role ``recipient`` or, if none, everybody else."""
        listed = {
            role: sum(n for (_, r), n in need.roles.items() if r == role) for role in self.PURPOSES
        }
        recipients = listed["recipient"] or need.count
        presenters = self.presenters or listed["presenter"] or recipients
        presenters = min(presenters, recipients) if not listed["presenter"] else presenters
        rule = RowRule(
            side=convention["rostrum.side"],
            even=convention["rostrum.even"],
            two=convention["rostrum.two"],
        )
        row = self._row(0, presenters, 0, "presenter", rule) if presenters else []
        purpose = "recipient" if listed["recipient"] else ""
        turns: list[list[Place]] = []
        while presenters and sum(map(len, turns)) < recipients:
            done = sum(map(len, turns))
            places = self._row(
                len(turns) + 1, presenters, done, purpose, rule, min(presenters, recipients - done)
            )
            turns.append(places)
        by_honour = {p.honour: p for p in row}
        links = [link for places in (row, *turns) for link in beside(places, self.pitch + 1.0)]
        links += [
            Link("opposite", by_honour[(p.honour - 1) % presenters + 1].id, p.id)
            for places in turns
            for p in places
        ]
        for first, second in pairwise(turns):
            links += behind(first, second, self.pitch / 2 - 1.0)
        return Layout(
            form=self.NAME,
            places=(*row, *(p for places in turns for p in places)),
            links=tuple(links),
            fixtures=(self._stage(presenters),),
            views=self.VIEWS,
            notes=tuple(self._notes(presenters, recipients, len(turns))),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def _row(
        self, turn: int, size: int, before: int, purpose: str, rule: RowRule, filled: int = 0
    ) -> list[Place]:
        """Return the presenters (turn 0), or one turn of recipients opposite them.

        A last turn that is short stands opposite the first presenters.
        """
        offsets = spread(size, rule).ranks[: filled or size]
        ranked = sorted((offset, rank) for rank, offset in enumerate(offsets, start=1))
        places = []
        for number, (offset, rank) in enumerate(ranked, start=1):
            y = _EDGE + (_APART + (turn - 1) * _WAITING if turn else 0.0)
            x, at = point((0.0, y), _FACING, offset * self.pitch)
            places.append(
                Place(
                    id=f"A{turn}-{number}" if turn else f"P{number}",
                    label=Text(f"第{turn}批{number}号", f"turn {turn} place {number}")
                    if turn
                    else Text(f"颁奖人{number}号位", f"presenter's place {number}"),
                    honour=before + rank,
                    x=x,
                    y=at,
                    facing=_FACING if turn else 90.0,
                    row=turn + 1,
                    number=number,
                    block=f"turn-{turn}" if turn else "presenters",
                    purpose=purpose,
                )
            )
        return places

    def _stage(self, size: int) -> Fixture:
        label = Text("台口", "stage edge")
        width = size * self.pitch + 3000.0
        return Fixture(kind="stage", x=0.0, y=0.0, width=width, depth=100.0, label=label)

    def _notes(self, presenters: int, recipients: int, turns: int) -> list[Text]:
        if turns <= 1:
            return []
        return [
            Text(
                f"颁奖人{presenters}位，领奖人{recipients}位，分{turns}批上台。",
                f"{presenters} presenters, {recipients} recipients: they come in {turns} turns.",
            )
        ]

    def mark(self, place: Place) -> str:
        """Return ``P2`` for presenter 2 and ``2`` for recipient 2."""
        return f"P{place.honour}" if place.purpose == "presenter" else str(place.honour)


FORM = Award
