"""Due places: precedence × honour, with pins, kept places, wheelchairs and sides."""

from __future__ import annotations

import random

import networkx as nx
import pytest
from smallworld import (
    facing_table,
    long_row,
    person,
    place,
    scene_of,
    special_places,
    two_rows,
)

from seating.facts.venue import Layout
from seating.scene.due import due_places, place_class


def names(ids: str) -> list:
    return [person(i) for i in ids]


def test_interpreters_come_in_the_order_of_those_whom_they_interpret() -> None:
    chairs = [place(f"T{i}", i, purpose="interpreter") for i in (1, 2, 3)]
    layout = Layout(form="f", places=(place("A", 1), place("B", 2), *chairs))
    aides = [("x", ""), ("y", "b"), ("z", "a")]
    people = [*names("ab"), *(person(i, roles={"interpreter"}, interprets=of) for i, of in aides)]
    due = due_places(people, layout, {}, {})
    assert due == {"a": "A", "b": "B", "z": "T1", "y": "T2", "x": "T3"}


def test_people_take_places_in_order_of_honour() -> None:
    layout = long_row(4)
    due = due_places(names("abc"), layout, {}, {})
    assert [layout.by_id[due[p]].honour for p in "abc"] == [1, 2, 3]


def test_places_out_of_use_and_outside_the_order_are_skipped() -> None:
    due = due_places(names("abcd"), special_places(), {}, {})
    assert due == {"a": "1-2", "b": "1-1", "c": "1-5", "d": "2-1"}


def test_pinned_people_have_their_pin_and_others_close_up() -> None:
    layout = two_rows((1, 2, 3, 4, 5, 6, 7, 8))
    due = due_places(names("abcd"), layout, {"b": "2-4", "d": "1-1"}, {})
    assert due == {"b": "2-4", "d": "1-1", "a": "1-2", "c": "1-3"}


@pytest.mark.parametrize("spot", ["1-3", "1-4", "2-5", "2-2", "2-3", "9-9"])
def test_pin_on_a_place_that_cannot_be_had_is_no_due_place(spot: str) -> None:
    """The rule itself then says why there is no plan."""
    due = due_places(names("ab"), special_places(), {"a": spot}, {})
    assert due == {"a": "1-2", "b": "1-1"}


def test_kept_places_go_to_those_for_whom_they_are_kept() -> None:
    layout = two_rows((1, 2, 3, 4, 5, 6, 7, 8))
    keeps = {"1-1": ("c", "d"), "1-2": ("c", "d"), "1-3": ()}
    due = due_places(names("abcd"), layout, {}, keeps)
    assert due == {"c": "1-1", "d": "1-2", "a": "1-4", "b": "2-1"}


def test_kept_place_goes_before_a_more_honoured_one() -> None:
    layout = two_rows((1, 2, 3, 4, 5, 6, 7, 8))
    assert due_places(names("ab"), layout, {}, {"2-4": ("a",)}) == {"a": "2-4", "b": "1-1"}


def test_two_chains_through_the_same_place() -> None:
    """Both x and y are left over; each is seated by moving those who can go elsewhere."""
    layout = two_rows((1, 2, 3, 4))
    s1, s2, s3, s4 = (p.id for p in layout.seats)
    keeps = {s1: ("a", "x"), s2: ("a", "b", "y"), s3: ("a",), s4: ("b",)}
    due = due_places(names("abxy"), layout, {}, keeps)
    assert due == {"a": s3, "b": s4, "x": s1, "y": s2}


def test_people_give_way_along_kept_places() -> None:
    """a could have both kept seats, b only the one that a would take first."""
    layout = two_rows((1, 2))
    keeps = {"1-1": ("a", "b"), "2-1": ("a",)}
    assert due_places(names("ab"), layout, {}, keeps) == {"a": "2-1", "b": "1-1"}


def test_wheelchair_place_nearest_to_where_order_alone_would_put_him() -> None:
    people = [*names("abc"), person("w", tags={"轮椅"})]
    due = due_places(people, special_places(), {}, {})
    assert due["w"] == "2-3"  # order alone: 2-1, at x = 0
    people = [person("v", tags={"wheelchair"}), person("w", tags={"轮椅"})]
    due = due_places(people, special_places(), {}, {})
    assert due == {"v": "2-3", "w": "2-4"}


def test_roles_lead_to_places_of_their_own() -> None:
    people = [person("a"), person("t", roles={"interpreter"}), person("b")]
    assert due_places(people, special_places(), {}, {}) == {"a": "1-2", "t": "2-2", "b": "1-1"}
    assert due_places(people, long_row(3), {}, {}) == {"a": "R2", "t": "R1", "b": "R3"}


def test_sides_have_an_order_each() -> None:
    people = [person(p, side="guest" if p in "ac" else "host") for p in "abcd"]
    due = due_places(people, facing_table(), {}, {})
    assert due == {"a": "G2", "b": "H2", "c": "G1", "d": "H1"}


def test_class_of_a_person() -> None:
    table, special = facing_table(), special_places()
    assert place_class(person("a", side="host"), table) == ("host", "")
    assert place_class(person("a", side="host"), special) == ("", "")
    assert place_class(person("a", side="host", roles={"interpreter"}), special) == (
        "",
        "interpreter",
    )
    assert place_class(person("a", tags={"无障碍"}), special) == ("", "wheelchair")
    assert place_class(person("a", tags={"无障碍"}), table) == ("guest", "")


def test_too_few_places_leave_the_last_without() -> None:
    assert set(due_places(names("abcd"), long_row(3), {}, {})) == set("abc")


def test_places_for_several_are_filled() -> None:
    layout = Layout(form="t", places=tuple(place(f"T{n}", n, capacity=2) for n in (1, 2)))
    due = due_places(names("abcd"), layout, {"c": "T1"}, {})
    assert due == {"c": "T1", "a": "T1", "b": "T2", "d": "T2"}


@pytest.mark.parametrize("seed", range(150))
def test_as_many_are_seated_as_can_be(seed: int) -> None:
    """Compared with a maximum matching of the people and the places kept open to them."""
    rng = random.Random(seed)
    layout = rng.choice((two_rows(), special_places(), facing_table(), long_row(5)))
    people = [
        person(
            n,
            side=rng.choice(("host", "guest")),
            tags={"轮椅"} if rng.random() < 0.2 else (),
            roles={"interpreter"} if rng.random() < 0.2 else (),
        )
        for n in "abcdefgh"[: rng.randint(3, 8)]
    ]
    ids = [p.id for p in people]
    kept = rng.sample([p.id for p in layout.seats], rng.randint(0, 5))
    keeps = {spot: tuple(rng.sample(ids, rng.randint(0, 3))) for spot in kept}
    spots = rng.sample([p.id for p in layout.places], 2)
    pins = dict(zip(rng.sample(ids, 2), spots, strict=True))
    eligible = scene_of(layout, people).eligible
    good = {p: spot for p, spot in pins.items() if spot in eligible[p]}
    due = due_places(people, layout, pins, keeps)
    assert len(set(due.values())) == len(due)
    for who, spot in due.items():
        assert spot in eligible[who]
        assert spot == good[who] if who in good else who in keeps.get(spot, (who,))
    graph = nx.Graph()
    graph.add_nodes_from(ids)
    for who in set(ids) - set(good):
        for spot in set(eligible[who]) - set(good.values()):
            if who in keeps.get(spot, (who,)):
                graph.add_edge(who, f"place {spot}")
    matching = nx.bipartite.maximum_matching(graph, set(ids))
    assert len(due) == len(matching) // 2 + len(good)
