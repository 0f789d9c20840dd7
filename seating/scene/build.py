"""Make an event's sittings ready: people in order, layout, due places, rules (场景构建)."""

from __future__ import annotations

import dataclasses
import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from seating.facts.convention import Convention
from seating.facts.event import Event, PrecedenceSpec, Sitting
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.people import ROLE_NAMES, Person
from seating.facts.rule import Rule, Scene
from seating.facts.text import NOTHING, Text, joined, plain
from seating.facts.venue import Layout, Need
from seating.forms.form import Form
from seating.forms.parties import SIDE_NAMES
from seating.forms.registry import FormError, form_called, form_class, form_names
from seating.precedence.order import CRITERIA, Order, arrange
from seating.reading.fields import fill
from seating.reading.packs import load_convention
from seating.scene.bind import bind_rules
from seating.scene.booking import PreparedBooking, build_booking, without_booking
from seating.scene.due import PURPOSE_TAGS, due_places, place_class
from seating.scene.meaning import doubtful
from seating.scene.select import UnknownNameError, select

BY_ID = Text(f"按{CRITERIA['id'].zh}", f"by {CRITERIA['id'].en}")  # as an order gives its reason


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """One sitting ready to be planned.

    Attributes:
        counting: why the places cannot suffice, found by counting; empty = they can.
        doubts: remarks for the user.
        strays: rules (by id) that name places which this sitting does not have.
    """

    sitting: Sitting
    form: Form
    scene: Scene
    rules: tuple[Rule, ...]
    order: Order
    convention: Convention
    counting: tuple[Text, ...] = ()
    doubts: tuple[Fault, ...] = ()
    strays: Mapping[str, Fault] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Programme:
    """All sittings of an event, and what is to be booked, made ready."""

    event: Event
    sittings: tuple[Prepared, ...]
    order: Order
    doubts: tuple[Fault, ...] = field(default=())
    booking: PreparedBooking | None = None


def build(event: Event, room: Mapping[str, int] | None = None) -> Programme:
    """Resolve every name, form and rule of an event.

    ``room`` asks for at least so many ordinary places, by sitting id, of forms that set only
    the chairs needed (when re-planning, the chair of somebody who left stays where it is).

    Raises:
        BadInputError: unknown forms, kinds, parameters or names, and contradictory statements
            of precedence; all of them at once.
    """
    faults: list[Fault] = []
    convention = load_convention(event.convention, event.tables.get("convention", {}))
    overall = _order(event.people, event, event.precedence, convention, faults)
    prepared: list[Prepared] = []
    for sitting in event.sittings:
        try:
            prepared.append(_prepare(event, sitting, convention, (room or {}).get(sitting.id, 0)))
        except BadInputError as bad:
            faults += bad.faults
    booking: PreparedBooking | None = None
    try:
        booking = build_booking(event)
    except BadInputError as bad:
        faults += bad.faults
    faults += _unused_rules(event)
    live = {rule.id for p in prepared for rule in p.rules}
    strays = {rule: f for p in reversed(prepared) for rule, f in p.strays.items()}
    faults += [f for rule, f in strays.items() if rule not in live]
    if faults or overall is None:
        raise BadInputError(_unique(faults))
    doubts = _unique(
        [
            *event.doubts,
            # units without an order matter where people are seated by them, not in a mere list
            *(d for d in overall.doubts if d.where.key != "precedence.units"),
            *(d for p in prepared for d in p.doubts),
            *doubtful(event, prepared),
            *(booking.doubts if booking is not None else without_booking(event)),
        ]
    )
    return Programme(
        event=event,
        sittings=tuple(prepared),
        order=overall,
        doubts=tuple(doubts),
        booking=booking,
    )


def _unique(faults: Iterable[Fault]) -> list[Fault]:
    return list(dict.fromkeys(faults))


def _for_order(
    people: Iterable[Person], everybody: Iterable[Person], convention: Convention
) -> list[Person]:
    """Give substitutes the standing that the convention asks for (代会人员的位次)."""
    members = list(people)
    if convention.values.get("order.substitute", "own") != "replaced":
        return members
    by_id = {p.id: p for p in everybody}
    return [
        dataclasses.replace(
            p,
            rank=by_id[p.substitutes].rank,
            seniority=by_id[p.substitutes].seniority,
            unit=by_id[p.substitutes].unit or p.unit,
        )
        if p.substitutes in by_id
        else p
        for p in members
    ]


def _prepare(event: Event, sitting: Sitting, base: Convention, room: int) -> Prepared:
    where = sitting.where or Where(file="event.toml", key=f"sitting.{sitting.id}")
    convention = (
        load_convention(
            event.convention, {**event.tables.get("convention", {}), **sitting.convention}
        )
        if sitting.convention
        else base
    )
    chosen = event.people
    if sitting.who:
        try:
            wanted = set(select(event.people, sitting.who, event.units))
        except UnknownNameError as unknown:
            raise BadInputError([_at(where, ".who", unknown.message, unknown.advice)]) from None
        chosen = tuple(p for p in event.people if p.id in wanted)
    present = [p for p in chosen if not p.absent]
    if not present:
        raise BadInputError(
            [
                _at(
                    where,
                    ".who",
                    Text(
                        f"“{sitting.title.zh}”没有要排的人",
                        f"nobody to seat in {sitting.title.en!r}",
                    ),
                    NOTHING,
                )
            ]
        )
    faults: list[Fault] = []
    order = _order(present, event, sitting.order or event.precedence, convention, faults)
    by_id = {p.id: p for p in present}
    people = tuple(by_id[pid] for pid in order.ids) if order else tuple(present)
    made: tuple[Form, Layout] | None = None
    try:
        made = _layout(sitting, where, people, convention, room)
    except BadInputError as bad:
        faults += bad.faults
    try:
        bound = bind_rules(event, sitting, convention, people, made[1] if made else None)
    except BadInputError as bad:
        raise BadInputError([*faults, *bad.faults]) from None
    if order is None or made is None:
        raise BadInputError(faults)
    form, layout = made
    due = due_places(people, layout, bound.pins, bound.keeps)
    scene = Scene(
        sitting=sitting.id,
        title=sitting.title,
        people=people,
        layout=layout,
        due=due,
        eligible=_eligible(people, layout),
        units={u.name: u.short or u.name for u in event.units},
        units_en={u.name: u.name_en for u in event.units if u.name_en},
    )
    return Prepared(
        sitting=sitting,
        form=form,
        scene=scene,
        rules=bound.rules,
        order=order,
        convention=convention,
        counting=_count(people, layout, due),
        doubts=(
            *order.doubts,
            *bound.doubts,
            *_equals(sitting, event, people, order, layout),
            *_notes(where, layout),
        ),
        strays=bound.strays,
    )


def _order(
    people: Sequence[Person],
    event: Event,
    spec: PrecedenceSpec,
    convention: Convention,
    faults: list[Fault],
) -> Order | None:
    """Put people in order; ``None`` with faults if the statements contradict one another."""
    try:
        return arrange(_for_order(people, event.people, convention), event.units, spec)
    except BadInputError as bad:
        faults += bad.faults
        return None


def _equals(
    sitting: Sitting, event: Event, people: Sequence[Person], order: Order, layout: Layout
) -> Iterator[Fault]:
    """Remark on the first two of a side whom nothing but their ids puts in order (并列)."""
    spec = sitting.order or event.precedence
    if "id" in spec.by:
        return
    for side in sorted({p.side for p in people}):
        first = [p for p in people if p.side == side and not place_class(p, layout)[1]][:2]
        if len(first) < 2 or order.reason(first[0].id, first[1].id) != BY_ID:
            continue
        advice = Text(
            "请在 [precedence] 的 before 中写明先后",
            "state the order in [precedence] before",
        )
        if "rostrum.centre" in layout.options:
            advice = Text(
                f'{advice.zh}；两人并列、中间空座，设 "rostrum.centre" = "empty"',
                f"{advice.en}; for equals with an empty centre chair set rostrum.centre = empty",
            )
        names = [p.called for p in first]
        yield Fault(
            where=Where(file="event.toml", key="precedence"),
            message=Text(
                f"{names[0].zh}与{names[1].zh}各项依据相同，暂按编号排先后",
                f"{names[0].en} and {names[1].en} are equal on every criterion: by id for now",
            ),
            advice=advice,
            severity="doubt",
        )


def _notes(where: Where, layout: Layout) -> list[Fault]:
    place = dataclasses.replace(where, key=f"{where.key}.layout")
    return [Fault(where=place, message=note, severity="doubt") for note in layout.notes]


def _at(where: Where, key: str, message: Text, advice: Text) -> Fault:
    return Fault(
        where=dataclasses.replace(where, key=where.key + key), message=message, advice=advice
    )


def _layout(
    sitting: Sitting,
    where: Where,
    people: Sequence[Person],
    convention: Convention,
    room: int,
) -> tuple[Form, Layout]:
    if sitting.form not in form_names():
        meant = form_called(sitting.form)
        near = (
            [meant]
            if meant != sitting.form
            else difflib.get_close_matches(sitting.form, form_names(), n=2, cutoff=0.4)
        )
        raise BadInputError(
            [
                _at(
                    where,
                    ".form",
                    Text(f"不认识的座次形式“{sitting.form}”", f"unknown form {sitting.form!r}"),
                    Text(
                        f"可用：{'、'.join(near or form_names())}",
                        f"accepted: {', '.join(near or form_names())}",
                    ),
                )
            ]
        )
    place = dataclasses.replace(where, key=where.key + ".layout")
    form, faults = fill(form_class(sitting.form), sitting.layout, place)
    if faults or form is None:
        raise BadInputError(faults)
    try:
        layout = form.build(_need(people, form, room), convention)
    except FormError as error:
        raise BadInputError(
            [Fault(where=place, message=error.message, advice=error.advice)]
        ) from None
    return form, layout


def _need(people: Sequence[Person], form: Form, room: int) -> Need:
    """Count ordinary places, by side, and the places of roles that the form sets apart."""
    apart = set(form.PURPOSES)
    ordinary = [p for p in people if not p.roles & apart]
    sides = any(p.side for p in ordinary)
    apart_count = len(people) - len(ordinary)
    roles = Counter((p.side, role) for p in people for role in sorted(p.roles))
    for purpose, tags in PURPOSE_TAGS.items():
        roles.update((p.side, purpose) for p in people if any(t in p.tags for t in tags))
    return Need(
        count=len(ordinary) if sides else max(len(ordinary), room - apart_count),
        parties=dict(Counter(p.side for p in ordinary)),
        roles=dict(roles),
    )


def _eligible(people: Sequence[Person], layout: Layout) -> dict[str, tuple[str, ...]]:
    lines: dict[tuple[str, str], tuple[str, ...]] = {}
    for place in layout.seats:
        key = (place.party, place.purpose)
        lines[key] = (*lines.get(key, ()), place.id)
    return {p.id: lines.get(place_class(p, layout), ()) for p in people}


def _count(people: Sequence[Person], layout: Layout, due: Mapping[str, str]) -> tuple[Text, ...]:
    """Compare people with places, class by class, before any search."""
    found: list[Text] = []
    need = Counter(place_class(p, layout) for p in people)
    have: Counter[tuple[str, str]] = Counter()
    for place in layout.seats:
        have[place.party, place.purpose] += place.capacity
    for key, number in sorted(need.items()):
        if number > have[key]:
            what = _places_of(*key)
            found.append(
                Text(
                    f"要排{number}人，只有{have[key]}个{what.zh}，还缺{number - have[key]}个",
                    f"{number} people, {have[key]} {what.en}: {number - have[key]} short",
                )
            )
    if not found and len(due) < len(people):
        short = [p.called for p in people if p.id not in due]
        few = joined(short[:5])
        found.append(
            Text(
                f"除去预留座位后，还有{len(short)}人没有座位：{few.zh}",
                f"with the reserved places kept free, {len(short)} have none: {few.en}",
            )
        )
    return tuple(found)


def _places_of(party: str, purpose: str) -> Text:
    """Name the places of a side and a role: 客方座位, 主方翻译座位."""
    side = SIDE_NAMES.get(party, plain(party))
    role = Text(*ROLE_NAMES[purpose]) if purpose in ROLE_NAMES else plain(purpose)
    return Text(f"{side.zh}{role.zh}座位", " ".join(f"{side.en} {role.en} places".split()))


def _unused_rules(event: Event) -> list[Fault]:
    ids = {s.id for s in event.sittings}
    return [
        Fault(
            where=rule.where or Where(file="event.toml", key=f"rule.{rule.id}"),
            message=Text(
                f"规则“{rule.id}”所指的排座“{rule.sitting}”不存在",
                f"rule {rule.id!r} names the unknown sitting {rule.sitting!r}",
            ),
            advice=Text(f"可用：{'、'.join(sorted(ids))}", f"accepted: {', '.join(sorted(ids))}"),
        )
        for rule in event.rules
        if rule.sitting and rule.sitting not in ids
    ]
