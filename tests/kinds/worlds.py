"""Small scenes in which every placement can be looked at, each with something special."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from itertools import pairwise

from smallworld import (
    corner,
    facing_table,
    long_row,
    person,
    place,
    round_table,
    scene_of,
    special_places,
    two_rows,
)

from seating.facts.people import Person
from seating.facts.plan import Placing
from seating.facts.rule import Scene
from seating.facts.venue import Fixture, Layout, Link


def rows() -> Scene:
    people = [
        person("a", unit="U", group="g", interprets="c"),
        person("b", unit="V", group="g"),
        person("c", unit="U", interprets="x"),
        person("d", unit="V", group="h", interprets="a"),
    ]
    return scene_of(two_rows(), people)


def row() -> Scene:
    people = [
        person("a", unit="U", interprets="b"),
        person("b", unit="U", group="g"),
        person("c", unit="V", group="g"),
        person("d", unit="V", interprets="e"),
        person("e", unit="U", group="g"),
    ]
    return scene_of(long_row(6), people)


def gap() -> Scene:
    people = [person(p, unit="U", group="g" if p < "c" else "") for p in "abcd"]
    return scene_of(long_row(7, empty=(3,)), people)


def table() -> Scene:
    people = [
        person("a", side="host", unit="U"),
        person("b", side="guest", unit="V", interprets="d"),
        person("c", side="host", unit="U", interprets="a"),
        person("d", side="guest", unit="V"),
        person("e", side="host", unit="W", group="g"),
    ]
    return scene_of(facing_table(), people)


def ring() -> Scene:
    people = [person(p, unit="UV"[p > "b"], interprets="a" if p > "c" else "") for p in "abcde"]
    return scene_of(round_table(6), people)


def full() -> Scene:
    people = [person(p, unit="UVW"[i // 2]) for i, p in enumerate("abcdef")]
    return scene_of(round_table(6), people)


def special() -> Scene:
    people = [
        person("a", unit="U"),
        person("b", unit="V", tags={"轮椅"}),
        person("c", unit="U"),
        person("d", unit="U", roles={"interpreter"}, interprets="a"),
        person("e", unit="V"),
    ]
    return scene_of(special_places(), people)


def bend() -> Scene:
    """Neighbours round a corner look in different directions."""
    people = [person(p, interprets="a" if p == "d" else "") for p in "abcd"]
    return scene_of(corner(), people)


def moved() -> Scene:
    """There was an earlier plan; its seat R9 is gone, e is new, z stays away."""
    people = [person(p) for p in "abcde"]
    before = {"a": "1-2", "b": "1-1", "c": "2-3", "d": "R9", "z": "1-3"}
    return scene_of(two_rows((2, 1, 3, 5, 4, 6)), people, before=before)


def moved_sides() -> Scene:
    people = [person(p, side="host" if p in "ac" else "guest") for p in "abcde"]
    before = {"a": "H1", "b": "G3", "c": "H2", "d": "G1", "e": "G2"}
    return scene_of(facing_table(), people, before=before)


def _two_tables() -> Layout:
    """Two round tables of three, and a chair that belongs to no table."""
    places = [
        place(f"{t}-{n}", 3 * t + n - 3, x=t * 5000.0 + n, block=str(t), row=t, file=n)
        for t in (1, 2)
        for n in (1, 2, 3)
    ]
    links = [
        Link("beside", f"{t}-{a}", f"{t}-{b}") for t in (1, 2) for a, b in ((1, 2), (2, 3), (3, 1))
    ]
    single = place("C", 7, x=9000.0, row=3)
    return Layout(form="tables", places=(*places, single), links=(*links, links[0]))


def _guests() -> list[Person]:
    return [
        person("a", gender="male", unit="U", group="g", tags={"golf"}, knows=frozenset("b")),
        person("b", gender="female", unit="V", tags={"golf", "chess"}, knows=frozenset("cz")),
        person("c", gender="male", unit="U", group="h", roles={"companion"}),
        person("d", gender="female", unit="V", group="g", tags={"chess"}, knows=frozenset("a")),
    ]


def tables() -> Scene:
    return scene_of(_two_tables(), _guests())


def tables_again() -> Scene:
    earlier = {"s1": Placing(sitting="s1", places={"a": "1-1", "b": "1-2", "c": "2-1", "z": "1-3"})}
    earlier["s2"] = Placing(sitting="s2", places={"b": "Q1", "d": "Q1", "a": "Q2", "c": "gone"})
    rooms = (place("Q1", 1, capacity=2), place("Q2", 2, capacity=2))
    layouts = {"s2": Layout(form="rooms", places=rooms)}
    return scene_of(_two_tables(), _guests(), elsewhere=earlier, layouts=layouts)


def ring_again() -> Scene:
    people = [person(p, spouse="b" if p == "a" else "") for p in "abcd"]
    before = {"a": "T1", "b": "T2", "c": "T3", "d": "T6", "e": "T4"}
    earlier = {"lunch": Placing(sitting="lunch", places=before)}
    earlier["tea"] = Placing(sitting="tea", places={"a": "T4", "c": "T3", "d": "X"})
    return scene_of(round_table(6), people, elsewhere=earlier)


def rooms() -> Scene:
    """Places for several people; two of them in one block, two side by side."""
    places = (
        place("X", 1, x=0, block="N", capacity=2, facing=90.0),
        place("Y", 2, x=4000, capacity=2, row=2, features={"aisle"}),
        place("Z", 3, x=8000, block="N", capacity=3, row=2, features={"wheelchair"}),
    )
    links = (Link("beside", "X", "Y"), Link("opposite", "Y", "Z"), Link("behind", "Z", "Y"))
    fixtures = (Fixture(kind="door", x=1000, y=0, width=900, depth=100),)
    layout = Layout(form="rooms", places=places, links=links, fixtures=fixtures)
    earlier = {"s1": Placing(sitting="s1", places={"a": "X", "b": "X", "c": "Y", "d": "Z"})}
    people = [*_guests(), person("e", gender="male", unit="U", group="g", interprets="a")]
    return scene_of(layout, people, elsewhere=earlier)


def board() -> Scene:
    """A table with two long sides that belong to nobody, and a chair at its end."""
    places = [
        place(f"{s}{n}", 2 * n - (s == "A"), x=n * 800.0, y=y, facing=facing, block=s)
        for s, y, facing in (("A", 0.0, 90.0), ("B", 2000.0, 270.4))
        for n in (1, 2, 3)
    ]
    places.append(place("E", 7, x=3200.0, y=1000.0, facing=180.0, block="B"))
    links = [Link("beside", a.id, b.id) for a, b in pairwise(places[:3])]
    links += [Link("beside", a.id, b.id) for a, b in pairwise(places[3:6])]
    links += [Link("opposite", f"B{n}", f"A{n}") for n in (1, 2, 3)]
    layout = Layout(form="board", places=tuple(places), links=tuple(links))
    return scene_of(layout, [*_guests()[:3], person("e", unit="V", group="h")])


def doors() -> Scene:
    """Rows with a door that stands askew, two lecterns and no screen."""
    fixtures = (
        Fixture(kind="door", x=-1500, y=700, width=1500, depth=150, turn=30.0),
        Fixture(kind="lectern", x=0, y=-900, width=700, depth=500),
        Fixture(kind="lectern", x=2400, y=-900, width=700, depth=500, turn=90.0),
    )
    layout = dataclasses.replace(two_rows(), fixtures=fixtures)
    return scene_of(layout, [person(p) for p in "abc"])


def chairs() -> Scene:
    """Wheelchair users in a row with people who accompany them."""
    people = [
        person("a", unit="U", spouse="d"),
        person("b", unit="V", group="g"),
        person("c", unit="U", roles={"companion"}),
        person("d", group="g", roles={"companion"}),
    ]
    return scene_of(long_row(6), people)


def married() -> Scene:
    """Two couples, one of whom names the other alone; e's spouse is not here."""
    people = [
        person("a", spouse="c"),
        person("b", spouse="d"),
        person("c", spouse="a"),
        person("d"),
        person("e", spouse="z"),
    ]
    return scene_of(_two_tables(), people)


def lodging() -> Scene:
    """Couples in rooms for two."""
    links = (Link("beside", "X", "Y"),)
    places = (place("X", 1, capacity=2), place("Y", 2, row=2, capacity=2))
    people = [person("a", spouse="b"), person("b", spouse="a"), person("c", spouse="d")]
    layout = Layout(form="lodging", places=places, links=links)
    return scene_of(layout, [*people, person("d", spouse="c")])


WORLDS: dict[str, Callable[[], Scene]] = {
    "rows": rows,
    "row": row,
    "gap": gap,
    "table": table,
    "ring": ring,
    "full": full,
    "special": special,
    "bend": bend,
    "moved": moved,
    "moved sides": moved_sides,
    "tables": tables,
    "tables again": tables_again,
    "ring again": ring_again,
    "rooms": rooms,
    "board": board,
    "doors": doors,
    "chairs": chairs,
    "married": married,
    "lodging": lodging,
}
