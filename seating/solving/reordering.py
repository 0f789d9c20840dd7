"""Better plans by changing the order in which people fill the seats (整体调序).

A wish that sends a whole unit far from its due places moves everybody between by a few seats.
No surrounding of a few dozen places holds such a plan.  In the *order* of the people along the
seats it is one step: a party is taken out and put in somewhere else, and all others close up.
Rows with gaps keep their gaps; people whom a must rule holds may keep their seats.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from seating.facts.rule import Rule, Scene
from seating.solving.involved import FEW
from seating.solving.pricing import Places, Pricing

ROUNDS = 40
MOST = 12_000_000  # clauses priced at the most; a few dozen CPU seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """The occupied seats of one class in order of honour, and the people on them."""

    seats: tuple[str, ...]
    people: tuple[str, ...]


def reordered(scene: Scene, rules: Sequence[Rule], places: Places) -> Mapping[str, str] | None:
    """Return a plan that costs less above the lowest level; ``None`` if none was met.

    ``places`` must keep the must rules; so does the plan returned.
    """
    pricing = Pricing.of(scene, rules)
    held = frozenset(
        c.subjects[0] for c in pricing.clauses if c.rule.level == "must" and len(c.subjects) == 1
    )
    best, values = dict(places), pricing.values(places)
    first, spent = values, 0
    for _ in range(ROUNDS):
        better: dict[str, str] | None = None
        for trial in _steps(scene, pricing, best, held):
            spent += len(pricing.clauses)
            if spent > MOST:
                break
            found = pricing.values(trial)
            if found < values:
                better, values = trial, found
        if better is None:
            break
        best = better
    return best if values[:-1] < first[:-1] else None


def _steps(
    scene: Scene, pricing: Pricing, places: Places, held: frozenset[str]
) -> Iterator[dict[str, str]]:
    """Yield every plan that is one step away: one party elsewhere in the order."""
    parties = _parties(scene, pricing, places)
    for row in _rows(scene, places):
        here = set(row.people)
        for party in parties:
            for kept in dict.fromkeys((frozenset[str](), held.difference(party), held)):
                own = tuple(p for p in party if p in here and p not in kept)
                if own:
                    yield from _insertions(scene, places, row, own, kept)


def _insertions(
    scene: Scene, places: Places, row: _Row, own: tuple[str, ...], kept: frozenset[str]
) -> Iterator[dict[str, str]]:
    pairs = [(s, p) for s, p in zip(row.seats, row.people, strict=True) if p not in kept]
    seats = [seat for seat, _ in pairs]
    rest = [person for _, person in pairs if person not in own]
    for at in range(len(rest) + 1):
        order = (*rest[:at], *own, *rest[at:])
        moved = {p: s for p, s in zip(order, seats, strict=True) if places[p] != s}
        if moved and all(seat in scene.eligible[person] for person, seat in moved.items()):
            yield {**places, **moved}


def _rows(scene: Scene, places: Places) -> tuple[_Row, ...]:
    sitting = {place: person for person, place in places.items()}
    lines: dict[tuple[str, str], list[str]] = {}
    for place in scene.layout.seats:
        if place.capacity == 1 and place.id in sitting:
            lines.setdefault((place.party, place.purpose), []).append(place.id)
    return tuple(
        _Row(seats=tuple(seats), people=tuple(sitting[s] for s in seats))
        for seats in lines.values()
    )


def _parties(scene: Scene, pricing: Pricing, places: Places) -> tuple[tuple[str, ...], ...]:
    """Who may be moved together, in which order: people of broken clauses alone, with their
    unit, by rule; two who belong side by side with their units to the left and right of them.
    """
    broken = [c for c in pricing.clauses if c.rule.level != "prefer" and c.cost(places)]
    spot = {place.id: at for at, place in enumerate(scene.layout.seats)}
    units: dict[str, tuple[str, ...]] = {}
    for person in sorted(scene.people, key=lambda p: spot.get(places[p.id], -1)):
        if person.unit:
            units[person.unit] = (*units.get(person.unit, ()), person.id)
    unit_of = {person: mates for mates in units.values() for person in mates}
    found: set[tuple[str, ...]] = set()
    together: dict[str, set[str]] = {}
    for clause in broken:
        people = [p for p in clause.subjects if p in places]
        together.setdefault(clause.rule.id, set()).update(people)
        found.update(_of_clause(people, unit_of))
    for group in together.values():
        if len(group) <= FEW:
            found.add(tuple(sorted(group, key=lambda p: (spot.get(places[p], -1), p))))
    return tuple(sorted(found))


def _of_clause(
    people: Sequence[str], unit_of: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    if len(people) <= FEW:
        yield tuple(people)
    for person in people[:FEW]:
        yield (person,)
        yield unit_of.get(person, (person,))
    if len(people) == 2:
        one, other = people
        own, theirs = unit_of.get(one, (one,)), unit_of.get(other, (other,))
        if own != theirs:
            left = (*(p for p in own if p != one), one, other)
            yield (*left, *(p for p in theirs if p != other))
            right = (*(p for p in theirs if p != other), other, one)
            yield (*right, *(p for p in own if p != one))
