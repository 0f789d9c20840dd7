"""A bug in one face of a rule must not get through to a plan: it is withheld."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from smallevent import event_of, people_named, sitting, spec

from seating import planner
from seating.facts.event import Event
from seating.kinds.registry import kinds
from seating.scene.build import build
from seating.solving import levels, placing
from seating.solving.levels import Outcome

SIX = people_named("abcdef", f={"interprets": "a"})
HALL = sitting(form="hall", rows=[3, 3], side_aisles=False)

#: an event in which each kind has something to say, so that a plan has to be searched for
EVENTS: dict[str, Event] = {
    "apart": event_of(SIX, [spec("x", "apart", who=["a", "b", "c"])]),
    "beside": event_of(SIX, [spec("x", "beside", who=["f"], hand="left")]),
    "behind": event_of(SIX, [spec("x", "behind", who=["f"], of=["b"])], [HALL]),
    "due-place": event_of(SIX, [spec("x", "apart", who=["a", "b"])]),
    "front": event_of(SIX, [spec("x", "front", who=["d", "e"])], [HALL]),
    "pinned": event_of(SIX, [spec("x", "pinned", "should", who=["a"], place=["R1-1"])]),
    "reserved": event_of(SIX[:5], [spec("x", "reserved", "should", places=["1-1"])], [HALL]),
    "together": event_of(SIX, [spec("x", "together", who=["a", "f"])], [HALL]),
}


def plan(event: Event) -> planner.Report:
    return planner.plan(build(event))


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_without_the_bug_there_is_a_plan(name: str) -> None:
    report = plan(EVENTS[name])
    assert report.complete
    assert report.plan.sittings["s"].moved


def compile_one_dearer(kind: type[Any]) -> Callable[..., Iterator[Any]]:
    true = kind.compile

    def compile(self: Any, scene: Any, ask: Any) -> Iterator[Any]:  # noqa: A001
        for subjects, amount in true(self, scene, ask):
            yield subjects, amount + 1

    return compile


def check_double(kind: type[Any]) -> Callable[..., Iterator[Any]]:
    true = kind.check

    def check(self: Any, scene: Any, placed: Any) -> Iterator[Any]:
        for bite in true(self, scene, placed):
            yield dataclasses.replace(bite, amount=bite.amount * 2)

    return check


def test_amount_too_high_at_one_face_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds()["due-place"], "compile", compile_one_dearer(kinds()["due-place"]))
    with pytest.raises(planner.DisagreementError, match="level 'prefer'"):
        plan(EVENTS["apart"])


def test_checker_that_counts_double_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds()["due-place"], "check", check_double(kinds()["due-place"]))
    with pytest.raises(planner.DisagreementError, match=r"the solver says .*, the check"):
        plan(EVENTS["apart"])


def looks_one_way(self: Any, scene: Any, ask: Any) -> Iterator[Any]:
    pairs = {link.b: [link.a] for link in scene.layout.links if link.relation == "beside"}
    for i, a in enumerate(self.who):
        for b in self.who[i + 1 :]:
            yield (a, b), ask.both(a, b, pairs)


def takes_left_for_right(self: Any, scene: Any, ask: Any) -> Iterator[Any]:
    pairs: dict[str, list[str]] = {}
    seats = scene.layout.by_id
    for link in scene.layout.links:
        for mine, yours in ((link.a, link.b), (link.b, link.a)):
            right = seats[mine].x < seats[yours].x  # everybody faces the audience
            if link.relation == "beside" and right == (self.hand == "left"):
                pairs.setdefault(mine, []).append(yours)
    for who in self.who:
        yield (who,), 1 - ask.both(who, scene.person(who).interprets, pairs)


def one_step_off(self: Any, scene: Any, ask: Any) -> Iterator[Any]:
    line = [p.id for p in scene.layout.seats]
    for who in self.who:
        home = line.index(scene.due[who])
        yield (who,), ask.cost(who, {p: (i - home - 1) ** 2 for i, p in enumerate(line)})


def wrong_way_round(self: Any, scene: Any, ask: Any) -> Iterator[Any]:
    pairs = {link.b: [link.a] for link in scene.layout.links if link.relation == "behind"}
    for who in self.who:
        yield (who,), 1 - ask.both(who, self.of[0], pairs)


def one_row_more(self: Any, scene: Any, ask: Any) -> Iterator[Any]:
    late = {p.id: 1 for p in scene.layout.places if p.row > self.rows + 1}
    for who in self.who:
        yield (who,), ask.cost(who, late)


def nothing(self: Any, scene: Any, ask: Any) -> Iterator[Any]:
    yield from ()


@pytest.mark.parametrize(
    ("name", "buggy"),
    [
        ("apart", looks_one_way),
        ("apart", nothing),
        ("beside", takes_left_for_right),
        ("beside", nothing),
        ("behind", wrong_way_round),
        ("due-place", one_step_off),
        ("due-place", nothing),
        ("front", one_row_more),
        ("pinned", nothing),
        ("reserved", nothing),
        ("together", nothing),
    ],
)
def test_bug_in_what_the_solver_is_told_withholds_the_plan(
    name: str, buggy: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds()[name], "compile", buggy)
    with pytest.raises(planner.DisagreementError):
        plan(EVENTS[name])


def test_two_people_on_one_seat_withhold_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    def doubled(*told: Any) -> Outcome:
        found = placing.solve_levels(*told[:2], told[0].eligible, told[0].due, *told[2:])
        assert found is not None
        return dataclasses.replace(found, places={**found.places, "a": found.places["b"]})

    monkeypatch.setattr(placing, "solve_placing", doubled)
    with pytest.raises(planner.DisagreementError, match="2 people at"):
        plan(EVENTS["apart"])


def test_infeasible_without_a_conflict_is_our_own_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "solve_placing", lambda *told: None)
    with pytest.raises(planner.DisagreementError, match="no rules clash"):
        plan(EVENTS["apart"])


def test_people_on_due_places_need_no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """The solver is only asked for the price of the one placing."""
    asked: list[Any] = []
    price = levels.solve_levels

    def solve(scene: Any, rules: Any, candidates: Any, *told: Any) -> Any:
        asked.append(candidates)
        return price(scene, rules, candidates, *told)

    monkeypatch.setattr(levels, "solve_levels", solve)
    report = plan(event_of(SIX, [spec("x", "front", who=["a"])]))
    found = report.plan.sittings["s"]
    assert all(r.proven and r.value == 0 for r in found.levels)
    assert found.moved == found.findings == ()
    assert [{len(places) for places in one.values()} for one in asked] == [{1}]


def test_a_checker_blind_to_a_rule_is_caught_on_due_places_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kinds()["apart"], "check", lambda self, scene, placing: iter(()))
    with pytest.raises(planner.DisagreementError):
        plan(event_of(SIX, [spec("x", "apart", who=list("abcdef"))]))


def test_one_impossible_sitting_does_not_stop_the_others() -> None:
    """Both the counted and the searched conflict leave the third sitting its plan."""
    people = people_named("abc")
    event = event_of(
        people,
        [spec("x", "apart", sitting="t", who=["a", "b", "c"])],
        [sitting("s"), sitting("t"), sitting("u", form="hall", rows=[2])],
    )
    report = plan(event)
    assert list(report.plan.sittings) == ["s"]
    searched, counted = report.conflicts
    assert (searched.sitting, searched.rules, searched.give_up) == ("t", ("x",), (("x",),))
    assert not searched.counting
    assert (counted.sitting, counted.counting) == ("u", True)
    assert not report.complete


def test_limit_before_any_plan_is_no_conflict() -> None:
    from seating.solving.run import Limits

    people = people_named("abcdefgh")
    rules = [
        spec("x", "beside", who=["a", "c", "e"], of=["b", "d", "f"]),
        spec("y", "apart", who=["a", "g", "h"], within=2),
    ]
    report = planner.plan(build(event_of(people, rules)), Limits(work=0.0))
    assert report.unfinished == ("s",)
    assert not report.complete
    assert report.conflicts == ()
