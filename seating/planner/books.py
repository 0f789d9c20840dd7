"""Event and plan put together, and what is drawn from them (成册与打印)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from functools import partial

from seating.checking.explain import Explanation, explain
from seating.checking.verify import Bill, verify
from seating.facts.book import Book, BookSitting, NameIndex, Printed, PrintJob
from seating.facts.booking import Rebooked
from seating.facts.event import Event
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.people import Unit
from seating.facts.plan import Change, Plan, SittingPlan
from seating.planner.booking import book_booking, booking_faults
from seating.planner.pipeline import with_elsewhere
from seating.precedence.order import arrange
from seating.scene.build import Prepared, Programme, build


def matching(programme: Programme, plan: Plan) -> Programme:
    """Return the programme with the chairs the plan was made for (``SittingPlan.room``).

    Each sitting knows the plans of those before it, as it did when it was planned.
    """
    room = {name: one.room for name, one in plan.sittings.items() if one.room}
    ready = build(programme.event, room) if room else programme
    done: dict[str, SittingPlan] = {}
    sittings: list[Prepared] = []
    for prepared in ready.sittings:
        sittings.append(with_elsewhere(prepared, done, ready))
        if prepared.sitting.id in plan.sittings:
            done[prepared.sitting.id] = plan.sittings[prepared.sitting.id]
    return dataclasses.replace(ready, sittings=tuple(sittings))


def check_plan(programme: Programme, plan: Plan) -> dict[str, Bill]:
    """Verify a plan read from a file against the event as it is now."""
    return {
        p.sitting.id: verify(p.scene, p.rules, plan.sittings[p.sitting.id].placing)
        for p in matching(programme, plan).sittings
        if p.sitting.id in plan.sittings
    }


def book(
    programme: Programme,
    plan: Plan,
    changes: Mapping[str, tuple[Change, ...]] | None = None,
    rebooked: tuple[Rebooked, ...] = (),
) -> Book:
    """Put event and plan together for documents and exports.

    Raises:
        BadInputError: the plan does not fit the event any more (people or places that do not
            exist, a must rule broken).
    """
    programme = matching(programme, plan)
    event = programme.event
    faults: list[Fault] = []
    for sitting, bill in check_plan(programme, plan).items():
        broken = [f for f in (*bill.structure, *bill.findings) if f.level == "must"]
        faults += [
            Fault(where=Where(file="plan.json", key=f"sittings.{sitting}"), message=f.sentence)
            for f in broken
        ]
    ready, booked = programme.booking, plan.booking
    if ready is not None and booked is not None:
        faults += booking_faults(ready, booked)
    if faults:
        raise BadInputError(faults)
    sittings = {
        p.sitting.id: BookSitting(
            sitting=p.sitting,
            layout=p.scene.layout,
            order=p.order.ids,
            plan=plan.sittings[p.sitting.id],
        )
        for p in programme.sittings
        if p.sitting.id in plan.sittings
    }
    strokes = arrange(
        event.people, event.units, dataclasses.replace(event.precedence, by=("strokes",), before=())
    )
    return Book(
        event=event,
        people={p.id: p for p in event.people},
        units=_units(event),
        order=programme.order.ids,
        name_order=strokes.ids,
        index=partial(name_index, event),
        sittings=sittings,
        plan=plan,
        folder=event.folder,
        changes=dict(changes or {}),
        booking=book_booking(ready, booked, rebooked) if ready and booked else None,
    )


def name_index(event: Event) -> NameIndex:
    """Return how the people of an event are looked up by pinyin and by strokes."""
    from seating.precedence.pinyin import pinyin_key
    from seating.precedence.strokes import char_key, is_han, plain_name

    spec = dataclasses.replace(event.precedence, by=("pinyin", "strokes"), before=())
    letters: dict[str, str] = {}
    strokes: dict[str, int] = {}
    for person in event.people:
        plain = plain_name(person.name)
        first = plain[:1]
        reading = pinyin_key(person.name, person.reading or None).reading
        letter = (reading[0] if reading and reading[0] else first)[:1].upper()
        letters[person.id] = letter if "A" <= letter <= "Z" else ""
        count = char_key(first)[1] if first and is_han(first) else 0
        strokes[person.id] = count if count < 99 else 0  # 99: nobody knows
    return NameIndex(
        by_pinyin=arrange(event.people, event.units, spec).ids, letters=letters, strokes=strokes
    )


def _units(event: Event) -> dict[str, Unit]:
    listed = sorted(event.units, key=lambda u: (u.order or 10**6, u.name))
    units = {u.name: u for u in listed}
    for person in sorted(event.people, key=lambda p: p.unit):
        if person.unit:
            units.setdefault(person.unit, Unit(name=person.unit))
    return units


def draw(
    book: Book, job: PrintJob | None = None, names: Iterable[str] | None = None
) -> list[Printed]:
    """Draw documents (all that the event calls for, or those named).

    Raises:
        BadInputError: a document's own table in the event is wrong.
    """
    from seating.documents.registry import make_documents

    job = job or PrintJob(language=book.event.language)
    return make_documents(book, job, tuple(names or ()))


def why(
    programme: Programme, plan: Plan, person: str, offers: int = 5
) -> list[tuple[Prepared, Explanation]]:
    """Explain a person's place in every sitting of the plan that has him."""
    programme = matching(programme, plan)
    return [
        (
            prepared,
            explain(
                prepared.scene,
                prepared.rules,
                plan.sittings[prepared.sitting.id].placing,
                person,
                offers,
            ),
        )
        for prepared in programme.sittings
        if prepared.sitting.id in plan.sittings and prepared.scene.has(person)
    ]
