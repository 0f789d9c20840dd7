"""The event as its folder describes it (会议活动)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from seating.facts.booking import BookingSpec
from seating.facts.fault import Fault, Where
from seating.facts.people import Person, Unit
from seating.facts.rule import RuleSpec
from seating.facts.text import Language, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedenceSpec:
    """How people are put in order (排序依据).

    Attributes:
        by: criteria applied in turn: ``rank``, ``unit``, ``seniority``, ``strokes``,
            ``pinyin``, ``name`` (code points), ``id`` (编号, numbers by value).
        strokes: ``space-first`` (按姓氏笔画) or ``no-space`` (按姓名笔画).
        before: explicit statements, each a list of person ids in descending order.
    """

    by: tuple[str, ...] = ("rank", "unit", "seniority", "strokes")
    strokes: str = "space-first"
    before: tuple[tuple[str, ...], ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One arrangement of people in one form (一次排座).

    Attributes:
        id: short id used by rules, files and messages.
        form: name of the form; ``layout`` holds its own parameters as written.
        who: selectors of the people (``group:主席台``); empty = everybody.
        faces: id of a sitting that this one faces (the hall faces the rostrum), drawn with it.
        convention: options set for this sitting only.
    """

    id: str
    title: Text
    form: str
    who: tuple[str, ...] = ()
    layout: Mapping[str, Any] = field(default_factory=dict)
    faces: str = ""
    convention: Mapping[str, str] = field(default_factory=dict)
    order: PrecedenceSpec | None = None
    where: Where | None = None


@dataclass(frozen=True, kw_only=True)
class Event:
    """Everything read from an event folder; faults stop before this exists.

    Attributes:
        tables: the event's further TOML tables (``notice``, ``documents`` …) as written; each
            document validates its own.
        paper: of charts and lists; ``""`` = each document's own choice.
        doubts: remarks found while reading.
        folder: path of the event folder as text, for messages only.
    """

    id: str
    title: Text
    organiser: Text
    start: dt.datetime | None
    end: dt.datetime | None
    place: Text
    language: Language
    convention: str
    version: int
    people: tuple[Person, ...]
    units: tuple[Unit, ...]
    sittings: tuple[Sitting, ...]
    rules: tuple[RuleSpec, ...]
    precedence: PrecedenceSpec
    booking: BookingSpec | None = None
    fonts: Mapping[str, str] = field(default_factory=dict)
    paper: str = ""
    classification: str = ""
    tables: Mapping[str, Any] = field(default_factory=dict)
    doubts: tuple[Fault, ...] = ()
    folder: str = ""
    digest: str = ""
