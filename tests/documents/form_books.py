"""Books of one sitting for any seating form, with a name for every place."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

import books

from seating.facts.book import Book, BookSitting
from seating.facts.event import Event, PrecedenceSpec, Sitting
from seating.facts.people import Person
from seating.facts.plan import Placing, Plan, SittingPlan
from seating.facts.text import Text
from seating.facts.venue import Layout, Need
from seating.forms.form import Form
from seating.forms.registry import form_class, make_form
from seating.reading.packs import load_convention

ROLES = ("interpreter", "recorder", "assistant", "signer", "driver", "presenter", "recipient")


def need_of(form: type[Form], count: int) -> Need:
    """Return so many people, half of them guests where the form has sides, with interpreters."""
    if not form.SIDES:
        return Need(count=count)
    guests = count // 2
    roles = {("host", "interpreter"): 1, ("guest", "interpreter"): 1}
    return Need(count=count, parties={"host": count - guests, "guest": guests}, roles=roles)


def layout_of(name: str, need: Need, pack: str = "cn-foreign", **parameters: Any) -> Layout:
    return make_form(name, parameters).build(need, load_convention(pack, {}))


def folk(layout: Layout, *, free: int = 0) -> tuple[dict[str, Person], dict[str, str]]:
    """Return people by id and their places; ``free`` places stay empty."""
    seats = [p for p in layout.seats for _ in range(p.capacity)]
    crowd = books.people(len(seats) + 10)
    posts = ("主任", "副主任、秘书长", "处长", "副局长", "一级调研员")
    people: dict[str, Person] = {}
    places: dict[str, str] = {}
    for i, place in enumerate(seats):
        if free and place.honour > 1 and not place.purpose and i % 7 == 3:
            free -= 1
            continue
        person = dataclasses.replace(
            crowd[i],
            title=posts[i % len(posts)],
            title_en="Director General",
            side=place.party,
            roles=frozenset({place.purpose} if place.purpose in ROLES else ()),
        )
        people[person.id] = person
        places[person.id] = place.id
    return people, places


def book_of(
    name: str,
    count: int,
    *,
    layout: Layout | None = None,
    tables: Mapping[str, Any] | None = None,
    free: int = 0,
    shuffle: int = 0,
    **parameters: Any,
) -> Book:
    form = form_class(name)
    room = layout or layout_of(name, need_of(form, count), **parameters)
    people, places = folk(room, free=free)
    if shuffle:
        people, places = books.shuffled(people, shuffle), books.shuffled(places, shuffle)
    sitting = Sitting(id=name, title=form.TITLE, form=name)
    plan = SittingPlan(placing=Placing(sitting=name, places=places), levels=())
    units = {u: books.unit(u, i) for i, u in enumerate(books.UNIT_NAMES)}
    order = tuple(sorted(people))
    event = Event(
        id="test", title=Text("友好城市代表团来访", "Visit of a Delegation of a Sister City"),
        organiser=Text("市外办", "Foreign Office"), start=dt.datetime(2026, 12, 8, 9), end=None,
        place=Text("市会议中心", "Conference Centre"), language="zh", convention="cn-foreign",
        version=3, people=tuple(people[i] for i in order), units=tuple(units.values()),
        sittings=(sitting,), rules=(), precedence=PrecedenceSpec(), tables=tables or {},
    )  # fmt: skip
    return Book(
        event=event, people=people, units=units, order=order,
        sittings={name: BookSitting(sitting=sitting, layout=room, order=order, plan=plan)},
        plan=Plan(event="test", version=3, digest="", sittings={name: plan}),
    )  # fmt: skip
