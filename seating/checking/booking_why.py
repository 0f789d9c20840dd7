"""What other rooms and times would cost a meeting, and what keeps it from them (为何在此时此地)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from seating.checking.booking import BookingBill, verify_booking
from seating.facts.booking import Slot
from seating.facts.booking_rule import BookingRule, BookingScene, Slots
from seating.facts.rule import LEVELS
from seating.facts.text import Text

COMBINATIONS = 400  # choices of rooms looked at for one start of a meeting with several parts


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingOffer:
    """Another slot for a meeting, all others staying where they are.

    Attributes:
        cost: change of each level's sum, must first; compares from the left.
        sentences: what would be broken, in words, above the level ``prefer``.
    """

    slot: Slot
    cost: tuple[int, ...]
    sentences: tuple[Text, ...]


def offers(
    scene: BookingScene,
    rules: Sequence[BookingRule],
    slots: Slots,
    meeting: str,
    number: int = 5,
) -> tuple[BookingOffer, ...]:
    """Price the other slots of a meeting with the checker alone; the cheapest first.

    Of slots in one room one after another only the cheapest is told.  Exact for this one move;
    a larger rearrangement could be cheaper.
    """
    here = slots.get(meeting)
    strict = [r for r in rules if r.level == "must"]
    every = [s for s in _choices(scene, meeting) if s != here]
    alone = [s for s in every if not _must(scene, strict, {meeting: s})]
    rest = {m: s for m, s in slots.items() if m != meeting}
    priced: list[tuple[tuple[int, ...], Slot]] = []
    before: dict[frozenset[dt.date], BookingBill] = {}
    for slot in alone or every:
        days = frozenset({slot.start.date(), *([here.start.date()] if here else [])})
        near = _near(scene, rest, meeting, days)
        if days not in before:
            now = {**near, meeting: here} if here else near
            before[days] = verify_booking(scene, rules, now)
        bill = verify_booking(scene, rules, {**near, meeting: slot})
        cost = tuple(bill.totals[level] - before[days].totals[level] for level in LEVELS)
        priced.append((cost, slot))
    priced.sort(key=lambda found: (found[0], found[1].start, found[1].rooms))
    base = verify_booking(scene, rules, slots)
    return tuple(
        _offer(scene, rules, slots, base, slot) for _, slot in islice(_spread([*priced]), number)
    )


def _spread(
    priced: Sequence[tuple[tuple[int, ...], Slot]],
) -> Iterator[tuple[tuple[int, ...], Slot]]:
    """Leave out slots that cost as much as one already told, in the same rooms on that half day."""
    told: set[tuple[object, ...]] = set()
    for cost, slot in priced:
        mark = (cost, slot.rooms, slot.start.date(), slot.start.hour < 12)
        if mark not in told:
            told.add(mark)
            yield cost, slot


def _offer(
    scene: BookingScene,
    rules: Sequence[BookingRule],
    slots: Slots,
    base: BookingBill,
    slot: Slot,
) -> BookingOffer:
    bill = verify_booking(scene, rules, {**slots, slot.meeting: slot})
    had = {(f.rule, f.subjects): f.amount for f in base.findings}
    worse = [
        f
        for f in bill.findings
        if f.level != "prefer" and f.amount > had.get((f.rule, f.subjects), 0)
    ]
    return BookingOffer(
        slot=slot,
        cost=tuple(bill.totals[level] - base.totals[level] for level in LEVELS),
        sentences=tuple(f.sentence for f in worse[:3]),
    )


def _must(scene: BookingScene, strict: Sequence[BookingRule], slots: Slots) -> bool:
    """Whether some must rule is broken."""
    return any(True for rule in strict for _ in rule.kind.check(scene, slots))


def _near(
    scene: BookingScene, slots: Slots, meeting: str, days: frozenset[dt.date]
) -> dict[str, Slot]:
    """Return the meetings of some days and those that are tied to one meeting."""
    own = scene.by_id[meeting]
    tied = {*own.after, *own.other_day}
    tied |= {m.id for m in scene.meetings if meeting in (*m.after, *m.other_day)}
    return {m: s for m, s in slots.items() if s.start.date() in days or m in tied}


def _choices(scene: BookingScene, meeting: str) -> Iterator[Slot]:
    wanted = scene.by_id[meeting]
    fit = [
        [r.id for r in scene.rooms if r.holds(part.layout) >= people] or [r.id for r in scene.rooms]
        for part, people in zip(wanted.parts, scene.numbers[meeting], strict=True)
    ]
    for minute in scene.starts[meeting]:
        begin = scene.moment(minute)
        end = begin + dt.timedelta(minutes=wanted.minutes)
        for rooms in islice(product(*fit), COMBINATIONS):
            yield Slot(meeting=meeting, start=begin, end=end, rooms=rooms)


def blocked(
    scene: BookingScene, rules: Sequence[BookingRule], slots: Slots, meeting: str, number: int = 3
) -> tuple[tuple[Slot, tuple[Text, ...]], ...]:
    """Return the slots nearest to possible for a meeting without one, and what bars each."""
    strict = [r for r in rules if r.level == "must"]
    found = offers(scene, strict, slots, meeting, number)
    return tuple((offer.slot, offer.sentences) for offer in found)
