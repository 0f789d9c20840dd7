"""Why not everything can be held: smallest sets of statements that clash (冲突).

Statements are "this meeting is held" and what one rule demands of certain subjects.  As for
seats: a model without objective, shrunk by deletion, and what remains solved once more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ortools.sat.python import cp_model

from seating.bookings import wording
from seating.facts.booking import PRIORITIES
from seating.facts.booking_rule import BookingConflict, BookingScene, Claim, Slots
from seating.facts.text import Text
from seating.solving.booking.ask import (
    Clause,
    Compiled,
    Crowded,
    Overload,
    Sharing,
    Steps,
    Sum,
)
from seating.solving.booking.posted import FOUND, post
from seating.solving.run import Limits, Watch, run

Point = tuple[str, tuple[str, ...]]
"""A statement: rule and subjects; the rule is empty for "the meeting is held"."""

WORK = 0.2  # share of the limit of work for one question
MOST = 3  # concessions told


class _Unsettled(Exception):  # noqa: N818
    """The limit came before the answer."""


class _Judge:
    """Answers whether some statements can all hold, each question once."""

    def __init__(self, compiled: Compiled, known: Slots, limits: Limits, watch: Watch) -> None:
        self.scene, self.known = compiled.scene, known
        self.limits = Limits(work=limits.work * WORK, seed=limits.seed)
        self.watch = watch
        self.clauses: dict[Point, list[Clause]] = {}
        for clause in compiled.musts:
            self.clauses.setdefault((clause.rule.id, clause.subjects), []).append(clause)
        self._answers: dict[frozenset[Point], bool] = {}

    def points(self, meetings: Collection[str]) -> list[Point]:
        """Return the statements about some meetings, the demands first."""
        chosen = frozenset(meetings)
        found = [
            point
            for point, clauses in self.clauses.items()
            if any(_concerns(c, chosen) for c in clauses)
        ]
        return [*found, *(("", (m,)) for m in sorted(chosen))]

    def possible(self, points: Iterable[Point]) -> bool:
        """Whether the statements can all hold.

        Raises:
            _Unsettled: the limit ended the search first.
        """
        key = frozenset(points)
        if key not in self._answers:
            held = sorted(subjects[0] for rule, subjects in key if not rule)
            clauses = [c for p, every in self.clauses.items() if p in key for c in every]
            posted = post(self.scene, clauses, held)
            if posted is None:
                self._answers[key] = False
            else:
                posted.booking.hint(self.known)
                _, status = run(posted.model, self.limits, self.watch, "booking", "conflict")
                if status == cp_model.UNKNOWN:
                    raise _Unsettled
                self._answers[key] = status in FOUND
        return self._answers[key]


def _concerns(clause: Clause, meetings: frozenset[str]) -> bool:
    """Whether a clause can be broken by these meetings alone."""
    if isinstance(clause.amount, int):
        return True
    if isinstance(clause.amount, Sum | Sharing | Overload | Crowded | Steps):
        return not clause.meetings.isdisjoint(meetings)
    return clause.meetings <= meetings


def explain_conflict(
    compiled: Compiled, placed: Slots, blame: str, limits: Limits, watch: Watch
) -> BookingConflict | None:
    """Say why a meeting cannot be held beside those that have a slot.

    Returns a smallest set of statements that clash; ``None`` if they can all hold after all, or
    if the limit of work ends the search before an answer.
    """
    judge = _Judge(compiled, placed, limits, watch)
    held = [*sorted(placed.keys() - {blame}), blame]
    try:
        if judge.possible(judge.points(held)):
            return None
        few = _few_meetings(judge, held, blame)
        core = _shrink(judge, judge.points(few))
        confirmed = not judge.possible(core) and all(
            judge.possible([p for p in core if p != point]) for point in core
        )
        give_up = _concessions(judge, held, core)
    except _Unsettled:
        return None
    claims = {point: _claim(compiled, judge, point) for point in core}
    return BookingConflict(
        meeting=blame,
        claims=tuple(claims[p] for p in _in_order(core)),
        give_up=tuple(tuple(claims[p] for p in given) for given in give_up),
        confirmed=confirmed,
    )


def _few_meetings(judge: _Judge, held: Sequence[str], blame: str) -> list[str]:
    """Find a smallest set of meetings that cannot all be held, the unimportant rather."""
    others = [m for m in held if m != blame]
    pool = sorted(others, key=lambda m: (-_class(judge.scene, m), m))
    kept = [blame]
    while judge.possible(judge.points(kept)):
        low, high = 1, len(pool)  # the shortest beginning of the pool that clashes with those kept
        while low < high:
            middle = (low + high) // 2
            if judge.possible(judge.points([*kept, *pool[:middle]])):
                low = middle + 1
            else:
                high = middle
        kept = [*kept, pool[low - 1]]
        pool = pool[: low - 1]
    return kept


def _class(scene: BookingScene, meeting: str) -> int:
    return PRIORITIES.index(scene.by_id[meeting].priority)


def _shrink(judge: _Judge, points: list[Point]) -> list[Point]:
    """Drop demands in ever smaller blocks while the rest is still impossible."""
    kept = list(points)
    size = max(1, len(kept) // 2)
    while True:
        at = 0
        while at < len(kept):
            rest = kept[:at] + kept[at + size :]
            if not judge.possible(rest):
                kept = rest
            else:
                at += size
        if size == 1:
            return kept
        size = max(1, size // 2)


def _concessions(
    judge: _Judge, held: Sequence[str], core: Sequence[Point]
) -> list[tuple[Point, ...]]:
    """Find the cheapest statements whose loss lets everything else be held.

    Single ones suffice: the meeting that is to blame is one of them.
    """
    every = judge.points(held)
    found: list[tuple[Point, ...]] = []
    for point in sorted(core, key=lambda p: (_price(judge, p), p)):
        if judge.possible([p for p in every if p != point]):
            found.append((point,))
        if len(found) == MOST:
            break
    return found


def _price(judge: _Judge, point: Point) -> tuple[int, int]:
    """What it costs to give a statement up: demands before meetings, low classes first."""
    rule, subjects = point
    if rule:
        kind = judge.clauses[point][0].rule.kind.kind
        return (0 if kind in _WISHES else 2), 0
    return 1, -_class(judge.scene, subjects[0])


_WISHES = frozenset(
    {
        *("asked-time", "asked-room", "meeting-order", "other-day", "confidential", "not-moved"),
        *("room-equipment", "room-users", "one-place", "on-leave", "meal-break", "day-load"),
    }
)
"""Kinds of demands that somebody can take back; rooms and chairs cannot be talked to."""


def _in_order(core: Sequence[Point]) -> list[Point]:
    """Meetings first, then the demands by rule."""
    return sorted(core, key=lambda p: (p[0] != "", p))


def _claim(compiled: Compiled, judge: _Judge, point: Point) -> Claim:
    scene = compiled.scene
    rule, subjects = point
    if rule:
        first = judge.clauses[point][0].rule
        where = first.spec.where
        named = [m for m in subjects if m in scene.by_id]
        if named and first.kind.kind in _OF_REQUEST:
            where = scene.by_id[named[-1]].where or where
        elif where is not None and where.file.startswith("rules/"):
            where = None  # nobody can be asked to change what holds everywhere
        sentence = first.kind.claim(scene, subjects)
        return Claim(rule=rule, subjects=subjects, sentence=sentence, where=where)
    meeting = scene.by_id[subjects[0]]
    what = wording.meeting(scene, meeting.id)
    title = wording.classes((meeting.priority,))
    return Claim(
        rule="",
        subjects=subjects,
        sentence=Text(
            f"{what.zh}要开{meeting.minutes}分钟（{title.zh}）",
            f"{what.en} is to be held, {meeting.minutes} minutes ({title.en})",
        ),
        where=meeting.where,
    )


_OF_REQUEST = frozenset(
    {
        *("asked-time", "asked-room", "room-holds", "room-equipment", "meeting-order"),
        *("other-day", "confidential", "parts-apart"),
    }
)
"""Kinds whose demands are written in the request of the meeting."""
