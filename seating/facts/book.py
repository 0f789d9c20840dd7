"""What a document is drawn from: the event, its people and the finished plan (成册数据)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from seating.facts.alternative import Alternative
from seating.facts.booking import BookingPlan, BookingSpec, Rebooked
from seating.facts.event import Event, Sitting
from seating.facts.people import Person, Unit
from seating.facts.plan import Change, Plan, SittingPlan
from seating.facts.text import Language
from seating.facts.venue import Layout


@dataclass(frozen=True, kw_only=True)
class BookSitting:
    """One sitting ready to be drawn; ``order`` lists the person ids by precedence."""

    sitting: Sitting
    layout: Layout
    order: tuple[str, ...]
    plan: SittingPlan

    def seat_of(self, person: str) -> str | None:
        """Place id of a person, or ``None`` if he has no seat here."""
        return self.plan.placing.places.get(person)


@dataclass(frozen=True, kw_only=True)
class BookBooking:
    """The rooms and meetings ready to be drawn.

    Attributes:
        required, preferred: ids of the people of each meeting, by meeting id.
        parts: ids of the people of each part of a meeting, where the parts name theirs.
        changes: what differs from the plan before this one.
    """

    spec: BookingSpec
    plan: BookingPlan
    required: Mapping[str, tuple[str, ...]]
    preferred: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    changes: tuple[Rebooked, ...] = ()

    def attending(self, meeting: str) -> tuple[str, ...]:
        """Return everybody who is to come to a meeting, those required first."""
        every = (*self.required.get(meeting, ()), *self.preferred.get(meeting, ()))
        return tuple(dict.fromkeys(every))


@dataclass(frozen=True, slots=True, kw_only=True)
class NameIndex:
    """How names are looked up (检索).

    Attributes:
        by_pinyin: ids of all people by pinyin.
        letters: first letter by id, A-Z; ``""`` where there is none.
        strokes: strokes of the first character by id; 0 where it is no Han character.
    """

    by_pinyin: tuple[str, ...] = ()
    letters: Mapping[str, str] = field(default_factory=dict)
    strokes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Book:
    """All that documents and exports may see; nothing here can be solved or changed.

    Attributes:
        people: every person on the roster by id, absent ones too.
        order: ids of all people by precedence.
        changes: by sitting id, who moved since the plan before this one.
        name_order: ids of all people by surname strokes, for lists by name.
        index: makes the index of names, which costs time, when a document wants it.
        sittings: by sitting id, in the event's order.
        booking: the meetings in rooms, if the event has any.
        alternatives: by sitting id, plans to choose from, the best first.
    """

    event: Event
    people: Mapping[str, Person]
    units: Mapping[str, Unit]
    order: tuple[str, ...]
    sittings: Mapping[str, BookSitting]
    plan: Plan
    name_order: tuple[str, ...] = ()
    index: Callable[[], NameIndex] = NameIndex
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    folder: str = ""
    booking: BookBooking | None = None
    alternatives: Mapping[str, tuple[Alternative, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """How to print: language, paper and look.

    Attributes:
        language: language of the documents.
        paper: ``A4``, ``A3`` … or ``<width>x<height>`` in mm; ``""`` = the document's own.
        mono: no colour.
        font_dirs: further folders with fonts, used by their role (小标宋, 仿宋 …).
        only: file names (without folder) to write; empty = all.
        known: by file name, fingerprints of pages that need not be printed again.
    """

    language: Language = "zh"
    paper: str = ""
    mono: bool = False
    font_dirs: tuple[str, ...] = ()
    only: frozenset[str] = frozenset()
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One file made by a document: its name, its bytes, and what the reader must be told.

    Attributes:
        prints: fingerprint of every page without header and footer (so without version, date
            and page number), also of the pages that were left out as known.
    """

    name: str
    data: bytes
    pages: int = 0
    findings: tuple[str, ...] = ()
    prints: tuple[str, ...] = ()
