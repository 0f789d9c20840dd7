"""Alternatives differ in substance, keep every must rule, and say truly what they give up."""

from __future__ import annotations

from pathlib import Path

import pytest
from smallevent import event_of, people_named, sitting, spec

from seating import planner
from seating.checking.verify import verify
from seating.facts.alternative import Alternative
from seating.facts.event import Event
from seating.facts.plan import Conflict
from seating.facts.rule import LEVELS
from seating.planner.alternatives import alternatives, decision_book, of_programme
from seating.scene.build import Prepared, build

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HALL = sitting(form="hall", rows=[4, 4], side_aisles=False)


def found_for(event: Event, number: int = 4) -> tuple[Prepared, list[Alternative]]:
    programme = build(event)
    prepared = programme.sittings[0]
    found = alternatives(programme, prepared, number)
    assert not isinstance(found, Conflict)
    return prepared, found


def wishes() -> Event:
    """Six people, a wish that costs the order, another that is free."""
    return event_of(
        people_named("abcdef"),
        [
            spec("near", "beside", "should", who=["a"], of=["f"]),
            spec("apart", "apart", "must", who=["b", "c"]),
        ],
        [HALL],
    )


def test_all_differ_in_substance_and_are_valid() -> None:
    prepared, found = found_for(wishes())
    assert len(found) == 4
    for at, one in enumerate(found):
        if one.option is None:
            bill = verify(prepared.scene, prepared.rules, one.plan.placing)
            assert bill.valid
            assert one.totals == tuple(bill.totals[level] for level in LEVELS)
        for other in found[:at]:
            assert sum(one.places[p] != other.places[p] for p in one.places) >= 2


def test_best_comes_first_and_nothing_of_the_rules_beats_it() -> None:
    _, found = found_for(wishes())
    best, *others = found
    assert not best.elsewhere
    assert not best.gained
    same = [a for a in others if a.option is None]
    assert all(a.totals >= best.totals for a in same)
    assert [a.totals for a in same] == sorted(a.totals for a in same)


def test_waived_wish_is_named_lost_and_buys_the_order() -> None:
    _, found = found_for(wishes())
    (waived,) = [a for a in found if a.waived]
    assert waived.waived == "near"
    assert any("身旁" in t.zh for t in waived.lost)
    assert waived.totals[1] > found[0].totals[1]
    assert waived.totals[3] < found[0].totals[3]
    assert waived.off < found[0].off


def test_people_elsewhere_are_those_whose_seats_differ() -> None:
    _, found = found_for(wishes())
    for one in found[1:]:
        assert set(one.elsewhere) == {
            p for p, place in one.places.items() if found[0].places[p] != place
        }


def test_even_rostrum_offers_the_other_reading() -> None:
    programme = planner.prepare(SAMPLES / "rostrum-8")
    found = alternatives(programme, programme.sittings[0], 3)
    assert not isinstance(found, Conflict)
    (other,) = [a for a in found if a.option]
    assert other.option == ("rostrum.even", "b")
    assert other.totals == (0, 0, 0, 0)
    assert len(other.elsewhere) == 8


def test_where_everybody_is_pinned_there_is_one_plan_only() -> None:
    pins = spec("p", "pinned", who=["a", "b", "c"], place=["R1-1", "R1-2", "R1-3"])
    _, found = found_for(event_of(people_named("abc"), [pins]))
    assert len(found) == 1


def test_no_plan_is_a_conflict() -> None:
    programme = build(event_of(people_named("abc"), [spec("x", "apart", who=["a", "b", "c"])]))
    assert isinstance(alternatives(programme, programme.sittings[0]), Conflict)


def test_same_twice() -> None:
    one, two = (found_for(wishes(), 3)[1] for _ in range(2))
    assert [dict(a.places) for a in one] == [dict(a.places) for a in two]


@pytest.mark.parametrize("number", [2, 3])
def test_number_asked_for_is_not_exceeded(number: int) -> None:
    assert len(found_for(wishes(), number)[1]) == number


def test_limit_that_finds_no_other_plan_leaves_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    programme = build(wishes())
    real, calls = planner.plan_sitting, []

    def once(*told: object) -> object:
        calls.append(told)
        if len(calls) > 1:
            raise TimeoutError("s")
        return real(*told)  # type: ignore[arg-type]

    monkeypatch.setattr("seating.planner.alternatives.plan_sitting", once)
    found = alternatives(programme, programme.sittings[0], 3)
    assert not isinstance(found, Conflict)
    assert len(found) == 1


def test_sittings_know_the_best_plans_of_those_before() -> None:
    """Where the morning is fixed, the afternoon can only be as it was, or give that up."""
    rules = [
        spec("pins", "pinned", who=["a", "b"], place=["R1-1", "R1-2"], sitting="s"),
        spec("again", "same-seat", "should", who=["a", "b"], sitting="t", other="s"),
    ]
    programme = build(event_of(people_named("abcd"), rules, [sitting("s"), sitting("t")]))
    whole, alone = of_programme(programme, 3), of_programme(programme, 3, "t")
    assert list(whole) == ["s", "t"]
    assert list(alone) == ["t"]
    for found in (whole["t"], alone["t"]):
        assert not isinstance(found, Conflict)
        assert (found[0].places["a"], found[0].places["b"]) == ("R1-1", "R1-2")
        (waived,) = [a for a in found if a.waived]
        assert any("另一场" in t.zh for t in waived.lost)


def test_merits_are_facts() -> None:
    _, found = found_for(wishes())
    assert "逐级比较，代价最低" in found[0].merits[0].zh
    (waived,) = [a for a in found if a.waived]
    rivals = [a for a in found if a.option is None]
    said = " ".join(t.zh for t in waived.merits)
    assert ("不在应坐位置的人最少" in said) == (
        waived.off == min(a.off for a in rivals) and sum(a.off == waived.off for a in rivals) == 1
    )
    assert all(not a.merits or a.option or a.totals for a in found)


def test_alternatives_reach_documents_by_the_book() -> None:
    programme = build(wishes())
    book = decision_book(programme, of_programme(programme, 2))
    assert list(book.alternatives) == ["s"]
    assert book.sittings["s"].plan == book.alternatives["s"][0].plan
    assert not planner.book(programme, book.plan).alternatives
