"""Both faces of every kind of rule of booking give the same amount for every booking."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from booking_cases import CASES, WORLDS
from booking_faces import amounts, differences
from smallbooking import bookings, bound, make

from seating.bookings.registry import booking_kind_name, booking_kinds
from seating.facts.parameter import about
from seating.kinds.registry import kinds
from seating.solving.booking.ask import compile_rules
from seating.solving.booking.levels import solve_booking
from seating.solving.run import Limits, Watch

FLAT = [
    pytest.param(name, world, told, id=f"{name}-{world}-{number}")
    for name, cases in CASES.items()
    for number, (world, told) in enumerate(cases)
]


def test_every_kind_has_cases() -> None:
    """Whoever adds a kind of rule adds its cases here."""
    assert set(CASES) == set(booking_kinds())
    assert all(len(cases) >= 3 for cases in CASES.values())


def test_names_do_not_collide_with_those_of_placing() -> None:
    titles = {k.title.zh for k in kinds().values()} | {k.title.en for k in kinds().values()}
    for name, kind in booking_kinds().items():
        assert name not in kinds()
        assert kind.kind == name
        assert kind.title.zh not in titles
        assert kind.title.en not in titles
        assert booking_kind_name(kind.title.zh) == booking_kind_name(kind.title.en) == name
        assert all(about(f).text.zh and about(f).text.en for f in dataclasses.fields(kind))


@pytest.mark.parametrize(("name", "world", "told"), FLAT)
def test_faces_agree_on_every_booking(name: str, world: str, told: dict[str, Any]) -> None:
    scene = WORLDS[world]()
    assert differences(scene, make(name, scene, **told)) == []


@pytest.mark.parametrize(("name", "world", "told"), FLAT[::2])
def test_faces_agree_where_meetings_may_be_left_out(
    name: str, world: str, told: dict[str, Any]
) -> None:
    scene = WORLDS[world]()
    assert differences(scene, make(name, scene, **told), optional=True) == []


@pytest.mark.parametrize(("name", "world", "told"), FLAT)
def test_must_rules_leave_exactly_what_the_checker_allows(
    name: str, world: str, told: dict[str, Any]
) -> None:
    scene = WORLDS[world]()
    assert differences(scene, make(name, scene, **told), strict=True) == []


@pytest.mark.parametrize("name", sorted(CASES))
def test_solver_finds_the_least_and_cases_both_keep_and_break_the_rule(name: str) -> None:
    """Cases in which nothing ever happens would prove nothing."""
    seen: set[int] = set()
    for world, told in CASES[name]:
        scene = WORLDS[world]()
        kind = make(name, scene, **told)
        every = set(amounts(scene, kind).values())
        seen |= every
        compiled = compile_rules(scene, [bound(kind, "should")])
        found = solve_booking(compiled, {}, Limits(work=5.0), Watch()).levels[1]
        assert found.value == found.bound == min(every)
    assert 0 in seen
    assert max(seen) > 0
    assert min(seen) >= 0


@pytest.mark.parametrize(("name", "world", "told"), FLAT)
def test_sentences_and_claims_can_be_said(name: str, world: str, told: dict[str, Any]) -> None:
    scene = WORLDS[world]()
    kind = make(name, scene, **told)
    said = [kind.sentence(scene)]
    said += [kind.claim(scene, c.subjects) for c in compile_rules(scene, [bound(kind)]).clauses]
    for slots, _ in zip(bookings(scene), range(300), strict=False):
        said += [bite.sentence for bite in kind.check(scene, slots)]
    assert all(text.zh and text.en and "{" not in text.zh + text.en for text in said)


# A bug put into one face on purpose ---------------------------------------------------------------


def _last_amount_dropped(kind: type[Any]) -> type[Any]:
    def compile(self: Any, scene: Any, ask: Any) -> Iterator[Any]:  # noqa: A001
        yield from list(kind.compile(self, scene, ask))[:-1]

    return type("Buggy", (kind,), {"compile": compile})


@pytest.mark.parametrize("name", sorted(CASES))
def test_bug_in_one_face_shows(name: str) -> None:
    """Without the last of what a rule asks, some booking comes out cheaper."""
    caught = False
    for world, told in CASES[name]:
        scene = WORLDS[world]()
        good = make(name, scene, **told)
        buggy = _last_amount_dropped(type(good))(
            **{f.name: getattr(good, f.name) for f in dataclasses.fields(good)}
        )
        caught = caught or differences(scene, buggy) != []
    assert caught
