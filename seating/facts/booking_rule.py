"""What a kind of rule of booking must be able to do, and what it is told (会议室统筹的规则)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from seating.facts.booking import BookingSpec, Meeting, Room, Slot, Span
from seating.facts.fault import Where
from seating.facts.rule import Bite, Level, RuleSpec
from seating.facts.text import Text

if TYPE_CHECKING:
    from seating.facts.people import Person

Slots = Mapping[str, Slot]
"""The meetings that take place, by id; a meeting that is left out is not among them."""


class BookingAsk(Protocol):
    """The few questions that a rule of booking may ask of the solver's model.

    Every answer is an integer expression that is *exact* once it is pressed down: with room and
    start of every meeting fixed, its least value is the true one.  Meetings and rooms are ids,
    parts are numbered from 0, times are minutes after midnight of the first day.  A meeting that
    is left out contributes 0 to everything.
    """

    def time(self, meeting: str, price: Mapping[int, int]) -> Any:
        """The price of the meeting's start (0 where none is listed)."""

    def room(self, meeting: str, part: int, price: Mapping[str, int]) -> Any:
        """The price of the room of one part."""

    def cell(self, meeting: str, part: int, price: Mapping[str, Mapping[int, int]]) -> Any:
        """The price of a part's room and start together, by room, then by start."""

    def lag(self, a: str, b: str, low: int, high: int) -> Any:
        """1 if *b* starts at least ``low`` and at most ``high`` minutes after *a* starts."""

    def same_day(self, a: str, b: str) -> Any:
        """1 if both start on one day."""

    def rooms_meet(
        self, a: str, part: int, b: str, other: int, pairs: Mapping[str, Collection[str]]
    ) -> Any:
        """1 if a part of *a* is in some key and a part of *b* in one of that key's rooms."""

    def sharing(self, room: str) -> Any:
        """How many pairs of meetings need a room at the same time, set-up and clear-away too."""

    def overload(self, loads: Mapping[str, int], most: int, *, margins: bool) -> Any:
        """How far the loads of the meetings going on exceed ``most`` at the worst moment.

        With ``margins``, set-up and clear-away count as going on.
        """

    def crowded(self, meetings: Sequence[str], stretches: Sequence[tuple[int, int]]) -> Any:
        """1 if none of the stretches (from, to) is free of all the meetings."""

    def all_of(self, exprs: Sequence[Any]) -> Any:
        """1 if every one of the 0/1 values is 1, else 0."""

    def any_of(self, exprs: Sequence[Any]) -> Any:
        """1 if one of the 0/1 values is 1, else 0."""

    def steps(self, expr: Any, size: int) -> Any:
        """How many times ``size`` fits into the value, each begun one counts; 0 below 0."""


@dataclass(frozen=True, kw_only=True)
class BookingScene:
    """All that is to be booked, with names resolved (统筹场景).

    Attributes:
        meetings, rooms: by id.
        people: everybody who is to come to some meeting and is not absent altogether.
        required, preferred: ids of people by meeting; nobody is in both.
        seat: for people who sit in a certain part: its number by meeting and person.
        numbers: people expected in each part of a meeting, at least 1.
        starts: when each meeting may begin so that it lies in the booking's hours.
        unit_users, people_users: who may use a room: units that hold meetings, people who are
            required in them; a room in neither is open to all.
        leaves: when somebody is away.
        before: slots of an earlier plan, for ``keep`` rules.
        lost_room: meetings whose earlier room cannot be used any more at the earlier time.
        lost_time: meetings whose request or attendance no longer allows the earlier time.
    """

    spec: BookingSpec
    meetings: tuple[Meeting, ...]
    rooms: tuple[Room, ...]
    people: Mapping[str, Person]
    required: Mapping[str, tuple[str, ...]]
    preferred: Mapping[str, tuple[str, ...]]
    seat: Mapping[str, Mapping[str, int]]
    numbers: Mapping[str, tuple[int, ...]]
    starts: Mapping[str, tuple[int, ...]]
    unit_users: Mapping[str, frozenset[str]] = field(default_factory=dict)
    people_users: Mapping[str, frozenset[str]] = field(default_factory=dict)
    leaves: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    before: Slots = field(default_factory=dict)
    lost_room: frozenset[str] = frozenset()
    lost_time: frozenset[str] = frozenset()

    @cached_property
    def by_id(self) -> Mapping[str, Meeting]:
        """Meetings by id."""
        return {m.id: m for m in self.meetings}

    @cached_property
    def room_by_id(self) -> Mapping[str, Room]:
        """Rooms by id."""
        return {r.id: r for r in self.rooms}

    @cached_property
    def origin(self) -> dt.datetime:
        """Midnight of the first day: minute 0."""
        return dt.datetime.combine(min(self.spec.days), dt.time())

    def minute(self, moment: dt.datetime) -> int:
        """Return a moment in minutes after midnight of the first day."""
        return round((moment - self.origin).total_seconds() / 60)

    def moment(self, minute: int) -> dt.datetime:
        """Return the moment of a minute."""
        return self.origin + dt.timedelta(minutes=minute)

    def attending(self, meeting: str) -> tuple[str, ...]:
        """Return everybody who is to come to a meeting, those required first."""
        return (*self.required[meeting], *self.preferred[meeting])

    def part_of(self, meeting: str, person: str) -> int:
        """Return the number of the part in which a person sits; the main hall by default."""
        return self.seat.get(meeting, {}).get(person, 0)


class BookingKind(Protocol):
    """A kind of rule of booking with its parameters filled in (一条具体规则).

    ``compile`` posts amounts for the solver, in minutes and ids; ``check`` counts from the
    finished slots, in dates and clock times.  The two share no code.  Amount 0 = kept.
    """

    kind: ClassVar[str]

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Yield (subjects, amount expression); subjects are ids of meetings, rooms, people."""

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Yield one bite for each place where the finished plan breaks the rule."""

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule in the user's words."""

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say what the rule demands of some of the subjects that ``compile`` yields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingRule:
    """A rule of booking ready for use: the spec and its kind with all names resolved."""

    spec: RuleSpec
    level: Level
    weight: int
    kind: BookingKind

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.spec.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One of the statements that cannot all hold: a meeting to be held, or a rule about some.

    Attributes:
        rule: id of the rule, ``""`` for "the meeting is held".
        subjects: ids of what it is about.
        where: where the user wrote it.
    """

    rule: str
    subjects: tuple[str, ...]
    sentence: Text
    where: Where | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingConflict:
    """Why not everything can be held: a smallest set of statements that clash (冲突).

    Attributes:
        meeting: the one that cannot be held beside those that are, ``""`` when counting.
        give_up: sets of claims, the cheapest first; without any one of the sets the rest of the
            conflict can hold together with all that is planned (shown by solving).
        confirmed: the set was solved once more: impossible, and possible without any one claim.
        counting: found by counting alone, so that ``claims`` are only sentences.
    """

    claims: tuple[Claim, ...]
    meeting: str = ""
    give_up: tuple[tuple[Claim, ...], ...] = ()
    confirmed: bool = True
    counting: bool = False
