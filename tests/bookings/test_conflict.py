"""What clashes is named, minimal, and what to give up is shown to work."""

from __future__ import annotations

import pytest
from smallbooking import at, event_of, leave, meeting, part, random_spec, room, rule, span, spec_of

from seating.facts.booking import BookingSpec
from seating.facts.booking_rule import BookingConflict
from seating.facts.fault import Where
from seating.facts.rule import RuleSpec
from seating.planner.booking import BookingReport, plan_booking
from seating.scene.booking import build_booking
from seating.solving.booking.ask import compile_rules
from seating.solving.booking.conflict import _Judge
from seating.solving.run import Limits, Watch


def plan(spec: BookingSpec, *rules: RuleSpec) -> BookingReport:
    ready = build_booking(event_of(spec, rules))
    assert ready is not None
    return plan_booking(ready, Limits(work=5.0))


def claims(conflict: BookingConflict) -> set[tuple[str, tuple[str, ...]]]:
    return {(c.rule, c.subjects) for c in conflict.claims}


def test_two_meetings_of_one_person_at_one_time() -> None:
    meetings = [
        meeting("1", 60, who="a", start=at("9:00"), where=Where(file="m.xlsx", row=2)),
        meeting("2", 60, who="a", start=at("9:30"), priority="grand"),
        meeting("3", 60, who="b"),
    ]
    report = plan(spec_of(meetings, [room("X"), room("Y")], "9:00-12:00"))
    assert [u.meeting for u in report.plan.unplaced] == ["1"]
    (found,) = report.conflicts
    assert found.confirmed
    assert not found.counting
    assert claims(found) == {
        ("", ("1",)),
        ("", ("2",)),
        ("asked-time", ("1",)),
        ("asked-time", ("2",)),
        ("one-place", ("a", "1", "2")),
    }
    by_subject = {(c.rule, c.subjects): c for c in found.claims}
    assert by_subject["", ("1",)].where == Where(file="m.xlsx", row=2)
    assert by_subject["asked-time", ("1",)].where == Where(file="m.xlsx", row=2)
    assert "必须参加" in by_subject["one-place", ("a", "1", "2")].sentence.zh
    assert [g[0].rule for g in found.give_up] == ["asked-time", "asked-time", "one-place"]


def test_meeting_that_no_room_holds_is_counted_and_clashes_alone() -> None:
    meetings = [meeting("1", 60, 50), meeting("2", 60, 5)]
    report = plan(spec_of(meetings, [room("X", 20), room("Y", 30)]))
    counted, found = report.conflicts
    assert counted.counting
    assert "50人" in counted.claims[0].sentence.zh
    assert "30人" in counted.claims[0].sentence.zh
    assert claims(found) == {("", ("1",)), ("room-holds", ("1", "0"))}
    (waiting,) = report.plan.unplaced
    assert "只容30人" in waiting.reasons[0].zh


def test_more_hours_than_a_person_has() -> None:
    meetings = [meeting(n, 60, who="a") for n in "123"]
    report = plan(spec_of(meetings, [room(r) for r in "XYZ"], leaves=(leave("a", "9:30", "9:40"),)))
    assert report.conflicts[0].counting
    assert "共3小时" in report.conflicts[0].claims[0].sentence.zh
    assert len(report.plan.unplaced) == 2


def test_more_hours_than_the_rooms_have() -> None:
    meetings = [meeting(n, 60, 30) for n in "123"]
    report = plan(spec_of(meetings, [room("X", 30), room("Y", 10)]))
    assert "容得下的1间会议室（room X）只有2小时" in report.conflicts[0].claims[0].sentence.zh
    (waiting,) = report.plan.unplaced
    assert any("一" in r.zh and "room X" in r.zh for r in waiting.reasons)


def test_things_and_parts_clash() -> None:
    meetings = [
        meeting("1", 180, kit={"tv": 1}),
        meeting("2", 60, kit={"tv": 1}, priority="grand"),
        meeting("3", 30, parts=(part(2), part(2), part(2)), priority="urgent"),
    ]
    report = plan(spec_of(meetings, [room(r) for r in "XY"], "9:00-12:00", kit={"tv": 1}))
    assert [u.meeting for u in report.plan.unplaced] == ["1", "3"]
    one, three = report.conflicts
    assert claims(one) == {("", ("1",)), ("", ("2",)), ("kit-limit", ("tv",))}
    assert claims(three) == {("", ("3",)), ("parts-apart", ("3",))}


def test_rules_of_the_event_clash_too() -> None:
    meetings = [meeting("1", 60, windows=(span("9:00", "10:00"),)), meeting("2", 60)]
    rules = [rule("asked-room", meetings=("1", "2"), rooms=("X",), ident="mine")]
    spec = spec_of(meetings, [room("X"), room("Y")], "9:00-10:00")
    report = plan(spec, *rules)
    (found,) = report.conflicts
    assert ("mine", ("1", "0")) in claims(found)
    assert ("room-once", ("X",)) in claims(found)
    assert ("mine",) in [tuple(c.rule for c in g) for g in found.give_up]


@pytest.mark.parametrize("seed", [0, 5, 6, 8, 12])
def test_random_conflicts_are_minimal_and_concessions_work(seed: int) -> None:
    spec = random_spec(seed, meetings=5, tight=True)
    ready = build_booking(event_of(spec))
    assert ready is not None
    report = plan_booking(ready, Limits(work=5.0))
    assert report.plan.unplaced
    compiled = compile_rules(ready.scene, ready.rules)
    judge = _Judge(compiled, {}, Limits(work=50.0), Watch())
    searched = [c for c in report.conflicts if not c.counting]
    assert len(searched) == min(3, len(report.plan.unplaced))
    for waiting, found in zip(report.plan.unplaced, searched, strict=False):
        points = [(c.rule, c.subjects) for c in found.claims]
        assert found.confirmed
        assert not judge.possible(points)
        assert all(judge.possible([p for p in points if p != one]) for one in points)
        held = [*report.plan.slots, waiting.meeting]
        for given in found.give_up:
            gone = {(c.rule, c.subjects) for c in given}
            assert judge.possible([p for p in judge.points(held) if p not in gone])


def test_everything_placed_has_nothing_to_explain() -> None:
    report = plan(random_spec(2))
    assert report.conflicts == ()
    assert report.complete
