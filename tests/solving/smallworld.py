"""Layouts, scenes and rules small enough that every placement can be looked at."""

from __future__ import annotations

import dataclasses
import math
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from seating.checking.verify import verify
from seating.facts.people import Person
from seating.facts.plan import Placing
from seating.facts.rule import LEVELS, Level, Rule, RuleSpec, Scene
from seating.facts.text import plain
from seating.facts.venue import Fixture, Layout, Link, Place
from seating.kinds.registry import kinds
from seating.scene.due import due_places, place_class

Totals = tuple[int, ...]


def place(pid: str, honour: int, x: float = 0.0, y: float = 0.0, **more: Any) -> Place:
    """Return a place whose label is its id."""
    more["features"] = frozenset(more.get("features", ()))
    return Place(id=pid, label=plain(pid), honour=honour, x=x, y=y, **more)


def two_rows(honours: Sequence[int] = (3, 1, 2, 4, 7, 5, 6, 8)) -> Layout:
    """Two rows of four facing the audience, an aisle through the middle of each."""
    half = len(honours) // 2
    places = []
    for i, honour in enumerate(honours):
        row, at = divmod(i, half)
        places.append(
            place(
                f"{row + 1}-{at + 1}",
                honour,
                x=at * 800.0,
                y=row * 1500.0,
                row=row + 1,
                number=at + 1,
                file=at + 1,
                block="A" if at < half / 2 else "B",
                features={"aisle"} if at in (half // 2 - 1, half // 2) else (),
            )
        )
    links = [
        Link("beside", a.id, b.id)
        for a, b in pairwise(places)
        if a.row == b.row and a.block == b.block
    ]
    links += [Link("behind", f"2-{n}", f"1-{n}") for n in range(1, half + 1)]
    return Layout(form="two-rows", places=tuple(places), links=tuple(links))


def long_row(size: int = 6, *, empty: Iterable[int] = ()) -> Layout:
    """One row, honour spread from the centre; the seats in ``empty`` (from 1) are reserved."""
    centre = (size - 1) / 2
    by_honour = sorted(range(size), key=lambda i: (abs(i - centre), i))
    places = tuple(
        place(
            f"R{i + 1}",
            by_honour.index(i) + 1,
            x=i * 800.0,
            file=i + 1,
            number=i + 1,
            features={"reserved"} if i + 1 in set(empty) else (),
        )
        for i in range(size)
    )
    links = tuple(Link("beside", a.id, b.id) for a, b in pairwise(places))
    return Layout(form="long-row", places=places, links=links)


def facing_table() -> Layout:
    """Host and guest face one another over a table, three places each."""
    places = []
    for party, y, facing in (("host", 0.0, 90.0), ("guest", 2000.0, 270.0)):
        for i, honour in enumerate((2, 1, 3)):
            places.append(
                place(
                    f"{party[0].upper()}{i + 1}",
                    honour,
                    x=i * 800.0,
                    y=y,
                    facing=facing,
                    row=1 if party == "host" else 2,
                    file=i + 1,
                    block=party,
                    party=party,
                    features={"aisle"} if i == 0 else (),
                )
            )
    links = [Link("beside", a.id, b.id) for a, b in pairwise(places) if a.party == b.party]
    links += [Link("opposite", f"G{n}", f"H{n}") for n in (1, 2, 3)]
    return Layout(form="facing-table", places=tuple(places), links=tuple(links))


def round_table(size: int = 6) -> Layout:
    """A round table: everybody looks at its centre, opposite means straight across."""
    places = []
    for i in range(size):
        angle = 2 * math.pi * i / size
        places.append(
            place(
                f"T{i + 1}",
                (i * 5) % size + 1 if size % 5 else i + 1,
                x=1000 * math.cos(angle),
                y=1000 * math.sin(angle),
                facing=(math.degrees(angle) + 180) % 360,
                file=i + 1,
                row=1 + i // 2,
                features={"aisle"} if i % 3 == 0 else (),
            )
        )
    links = [Link("beside", places[i].id, places[(i + 1) % size].id) for i in range(size)]
    if size % 2 == 0:
        half = size // 2
        links += [Link("opposite", places[i].id, places[i + half].id) for i in range(half)]
    return Layout(form="round-table", places=tuple(places), links=tuple(links))


def corner() -> Layout:
    """Five seats round a bend, all looking inwards but the last, which looks outwards."""
    spots = ((0, 0, 0.0), (0, 900, 0.0), (900, 1500, 270.0), (1800, 900, 180.0), (1800, 0, 0.0))
    places = tuple(
        place(f"U{i + 1}", (4, 2, 1, 3, 5)[i], x=x, y=y, facing=facing, file=i + 1)
        for i, (x, y, facing) in enumerate(spots)
    )
    links = tuple(Link("beside", a.id, b.id) for a, b in pairwise(places))
    return Layout(form="corner", places=places, links=links)


def special_places() -> Layout:
    """A front row with seats out of use, a second row with places for special purposes."""
    places = (
        place("1-1", 3, x=0, row=1, file=1, features={"aisle"}),
        place("1-2", 1, x=800, row=1, file=2, block="A"),
        place("1-3", 0, x=1600, row=1, file=3, block="A"),
        place("1-4", 2, x=2400, row=1, file=4, block="A", features={"reserved"}),
        place("1-5", 4, x=3200, row=1, file=5, block="B", features={"aisle"}),
        place("2-1", 5, x=0, y=1500, row=2, file=1, block="B"),
        place("2-2", 1, x=800, y=1500, row=2, file=2, purpose="interpreter"),
        place("2-3", 1, x=1600, y=1500, row=2, file=3, purpose="wheelchair", features={"aisle"}),
        place(
            "2-4",
            2,
            x=2400,
            y=1500,
            row=2,
            file=4,
            purpose="wheelchair",
            features={"wheelchair", "aisle"},
        ),
        place("2-5", 6, x=3200, y=1500, row=2, file=5, features={"unusable"}),
    )
    links = [Link("beside", a.id, b.id) for a, b in pairwise(places) if a.row == b.row]
    links += [Link("behind", f"2-{n}", f"1-{n}") for n in range(1, 6)]
    return Layout(form="special-places", places=places, links=tuple(links))


def person(pid: str, **more: Any) -> Person:
    """Return a person whose name is his id."""
    for key in ("roles", "tags"):
        more[key] = frozenset(more.get(key, ()))
    return Person(id=pid, name=more.pop("name", pid), **more)


def scene_of(layout: Layout, people: Sequence[Person], **more: Any) -> Scene:
    """Return a scene with due and eligible places as the planner would make them."""
    lines: dict[tuple[str, str], tuple[str, ...]] = {}
    for seat in layout.seats:
        key = (seat.party, seat.purpose)
        lines[key] = (*lines.get(key, ()), seat.id)
    fields: dict[str, Any] = {
        "sitting": "s",
        "title": plain("s"),
        "people": tuple(people),
        "layout": layout,
        "due": due_places(people, layout, {}, {}),
        "eligible": {p.id: lines.get(place_class(p, layout), ()) for p in people},
    }
    return Scene(**{**fields, **more})


def rule(kind: Any, level: Level = "must", weight: int = 1, rid: str = "") -> Rule:
    """Return a rule of a kind whose people and places are ids already."""
    spec = RuleSpec(id=rid or kind.kind, kind=kind.kind, level=level, weight=weight)
    return Rule(spec=spec, level=level, weight=weight, kind=kind)


def make(kind: str, **parameters: Any) -> Any:
    """Return a kind by name with its parameters."""
    return kinds()[kind](**parameters)


def placements(scene: Scene) -> Iterator[dict[str, str]]:
    """Yield every way to put the people on places they may have."""
    people = [p.id for p in scene.people]
    room = {p.id: p.capacity for p in scene.layout.places}

    def rest(at: int, so_far: dict[str, str]) -> Iterator[dict[str, str]]:
        if at == len(people):
            yield dict(so_far)
            return
        for spot in scene.eligible[people[at]]:
            if room[spot]:
                room[spot] -= 1
                so_far[people[at]] = spot
                yield from rest(at + 1, so_far)
                room[spot] += 1
        so_far.pop(people[at], None)

    return rest(0, {})


def bill(scene: Scene, rules: Sequence[Rule], places: Mapping[str, str]) -> Totals:
    """Return the totals of must, should, keep, prefer as the checker counts them."""
    counted = verify(scene, rules, Placing(sitting=scene.sitting, places=places))
    assert not counted.structure, [f.sentence.en for f in counted.structure]
    return tuple(counted.totals[level] for level in LEVELS)


def all_bills(scene: Scene, rules: Sequence[Rule]) -> list[Totals]:
    """Return the bills of every placement."""
    return [bill(scene, rules, places) for places in placements(scene)]


def best_bill(scene: Scene, rules: Sequence[Rule]) -> Totals | None:
    """Return the best bill of all placements; ``None`` if a must rule is broken in each."""
    kept = [b for b in all_bills(scene, rules) if b[0] == 0]
    return min(kept) if kept else None


# Random scenes and rules -------------------------------------------------------------------

NAMES = "abcdef"


def random_scene(rng: random.Random, most: int = 5) -> Scene:
    """Return a small scene: any layout, people of whom much is known, some seats empty.

    There is a door, an earlier plan, and another sitting that was planned before.
    """
    shape = rng.choice(("rows", "row", "table", "round", "special", "corner", "rooms"))
    size = rng.randint(3, most)
    marks: dict[int, dict[str, Any]] = {}
    if shape == "rows":
        layout = two_rows(rng.sample(range(1, 7), 6))
    elif shape == "row":
        layout = long_row(rng.randint(size, 6), empty=rng.sample((3, 5), rng.randint(0, 1)))
        size = min(size, len(layout.seats))
    elif shape == "table":
        layout = facing_table()
        marks = {i: {"side": "host" if i % 2 else "guest"} for i in range(size)}
    elif shape == "round":
        layout = round_table(6)
    elif shape == "corner":
        layout = corner()
    elif shape == "rooms":
        layout = three_rooms()
    else:
        layout = special_places()
        marks = {size - 1: {"roles": {"interpreter"}}, size - 2: {"tags": {"轮椅"}}}
    door = Fixture(kind="door", x=rng.choice((-900.0, 2500.0)), y=400.0, width=900, depth=100)
    layout = dataclasses.replace(layout, fixtures=(door,))
    people = [_somebody(rng, NAMES[i], NAMES[:size], marks.get(i, {})) for i in range(size)]
    scene = scene_of(layout, people)
    earlier = {p: rng.choice(spots) for p, spots in scene.eligible.items() if rng.random() < 0.7}
    lunch = Placing(sitting="lunch", places=_seated(rng, scene))
    return dataclasses.replace(scene, before=earlier, elsewhere={"lunch": lunch})


def _seated(rng: random.Random, scene: Scene) -> dict[str, str]:
    """Seat some of the people anywhere they may, no more at a place than it holds."""
    room = {p.id: p.capacity for p in scene.layout.seats}
    found = {}
    for who, spots in scene.eligible.items():
        free = [p for p in spots if room[p]]
        if free and rng.random() < 0.8:
            found[who] = rng.choice(free)
            room[found[who]] -= 1
    return found


def _somebody(rng: random.Random, name: str, all_names: str, marks: dict[str, Any]) -> Person:
    others = [n for n in all_names if n != name]
    told: dict[str, Any] = {
        "unit": rng.choice("UV"),
        "group": rng.choice(("", "g", "h")),
        "gender": rng.choice(("male", "female", "")),
        "interprets": rng.choice(("", rng.choice(others))),
        "spouse": rng.choice(("", "", rng.choice(others))),
        "knows": frozenset(rng.sample(others, rng.randint(0, 2))),
        "tags": set(rng.sample(("golf", "chess"), rng.randint(0, 2))),
        "roles": {"companion"} if rng.random() < 0.3 else set(),
    }
    for key in ("roles", "tags"):
        marks = {**marks, key: set(marks.get(key, ())) | told[key]}
    return person(name, **{**told, **marks})


def three_rooms() -> Layout:
    """Places for two, two and three people, the first two side by side."""
    places = (
        place("X", 1, x=0.0, block="N", capacity=2, facing=90.0),
        place("Y", 2, x=4000.0, capacity=2, row=2, features={"aisle"}),
        place("Z", 3, x=8000.0, block="N", capacity=3, row=2, features={"wheelchair"}),
    )
    links = (Link("beside", "X", "Y"), Link("opposite", "Y", "Z"), Link("behind", "Z", "Y"))
    return Layout(form="rooms", places=places, links=links)
