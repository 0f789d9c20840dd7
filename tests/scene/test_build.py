"""Events made ready: who takes part, which rules apply, what is wrong with the input."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from smallevent import BY_RANK, event_of, people_named, sitting, spec

from seating.facts.event import Event, PrecedenceSpec
from seating.facts.fault import BadInputError, Fault
from seating.facts.people import Person
from seating.facts.rule import RuleSpec
from seating.scene.build import Prepared, build

HALL = sitting(form="hall", rows=[4, 4, 4])


def one(people: Sequence[Person], *rules: RuleSpec) -> Prepared:
    """Return the only sitting, a hall of three rows of four."""
    (prepared,) = build(event_of(people, rules, [HALL])).sittings
    return prepared


def faults(event: Event) -> list[Fault]:
    with pytest.raises(BadInputError) as caught:
        build(event)
    return list(caught.value.faults)


def keys(found: Sequence[Fault]) -> list[str]:
    return [f.where.key for f in found]


def test_people_stand_in_order_of_precedence() -> None:
    scene = one(list(reversed(people_named("abcde")))).scene
    assert [p.id for p in scene.people] == list("abcde")
    assert scene.due == {"a": "1-1", "b": "1-2", "c": "1-3", "d": "1-4", "e": "2-1"}
    assert all(len(scene.eligible[p]) == 12 for p in "abcde")


def test_absent_people_get_no_seat() -> None:
    scene = one(people_named("abc", b={"absent": True})).scene
    assert list(scene.due) == ["a", "c"]
    assert not scene.has("b")


def test_sitting_takes_only_its_own_people() -> None:
    people = people_named("abcd", b={"group": "g"}, d={"group": "g"})
    programme = build(event_of(people, (), [sitting("s", who=["组:g"]), sitting("t")]))
    assert [p.id for p in programme.sittings[0].scene.people] == ["b", "d"]
    assert [p.id for p in programme.sittings[1].scene.people] == list("abcd")


def test_counting_before_solving() -> None:
    prepared = build(
        event_of(people_named("abcdefghijklmnopq"), (), [sitting(form="hall", rows=[8, 8])])
    ).sittings[0]
    assert [t.en for t in prepared.counting] == ["17 people, 16 places: 1 short"]
    assert "要排17人，只有16个座位，还缺1个" in prepared.counting[0].zh


def test_counting_wheelchair_places() -> None:
    people = people_named("abc", b={"tags": frozenset({"轮椅"})}, c={"tags": frozenset({"轮椅"})})
    hall = sitting(form="hall", rows=[4, 4], wheelchair=["2-1"])
    prepared = build(event_of(people, (), [hall])).sittings[0]
    assert [t.en for t in prepared.counting] == ["2 people, 1 wheelchair places: 1 short"]


def test_missing_places_are_named_by_side_and_role() -> None:
    sides = {n: {"side": "host" if n in "ab" else "guest"} for n in "abcdef"}
    car = sitting(form="vehicle", type="sedan-4")
    prepared = build(event_of(people_named("abcdef", **sides), (), [car])).sittings[0]
    assert "要排4人，只有2个客方座位，还缺2个" in [t.zh for t in prepared.counting]
    assert "4 people, 2 guest side places: 2 short" in [t.en for t in prepared.counting]


def test_counting_with_reserved_places() -> None:
    prepared = one(people_named("abcdefghij"), spec("r", "reserved", places=["row:1"]))
    assert [t.en for t in prepared.counting] == [
        "with the reserved places kept free, 2 have none: i, j"
    ]
    assert one(people_named("abcdefgh"), spec("r", "reserved", places=["row:1"])).counting == ()


def test_counting_does_not_mistake_kept_places_for_a_shortage() -> None:
    """Seats kept for overlapping sets of people can still seat all of them."""
    prepared = build(
        event_of(
            people_named("ab"),
            [
                spec("p", "reserved", places=["1-1"], who=["a", "b"]),
                spec("q", "reserved", places=["1-2"], who=["a"]),
            ],
            [sitting(form="hall", rows=[2])],
        )
    ).sittings[0]
    assert prepared.counting == ()
    assert prepared.scene.due == {"a": "1-2", "b": "1-1"}


def test_only_must_rules_move_due_places() -> None:
    for level, due in (("must", "3-4"), ("should", "1-1"), ("prefer", "1-1")):
        prepared = one(people_named("ab"), spec("p", "pinned", level, who=["a"], place=["3-4"]))
        assert prepared.scene.due["a"] == due


def test_pack_brings_the_rule_of_due_places() -> None:
    rules = one(people_named("ab")).rules
    assert [(r.id, r.level) for r in rules] == [("due-place", "prefer")]
    assert rules[0].kind.who == ("a", "b")
    assert rules[0].spec.source


def test_event_rule_replaces_a_pack_rule_of_the_same_id() -> None:
    rules = one(people_named("ab"), spec("due-place", "front", "keep", who=["b"])).rules
    assert [(r.id, r.level, r.kind.kind) for r in rules] == [("due-place", "keep", "front")]


def test_pack_rule_can_be_switched_off() -> None:
    assert one(people_named("ab"), spec("due-place", "due-place", "off")).rules == ()


def test_rules_of_another_sitting_stay_there() -> None:
    programme = build(
        event_of(
            people_named("ab"),
            [spec("x", "front", sitting="t", who=["a"]), spec("y", "front", who=["a"])],
            [sitting("s"), sitting("t")],
        )
    )
    ids = [[r.id for r in p.rules] for p in programme.sittings]
    assert ids == [["due-place", "y"], ["due-place", "x", "y"]]


def test_people_of_a_rule_are_sorted_by_precedence_except_in_pairs() -> None:
    rules = one(
        people_named("abcd"),
        spec("x", "apart", who=["d", "b", "a"]),
        spec("y", "pinned", who=["d", "b"], place=["1-2", "1-1"]),
    ).rules
    by_id = {r.id: r.kind for r in rules}
    assert by_id["x"].who == ("a", "b", "d")
    assert by_id["y"].pins() == {"d": "1-2", "b": "1-1"}


def test_absent_people_drop_out_of_a_rule_with_a_doubt() -> None:
    people = people_named("abc", b={"absent": True})
    programme = build(event_of(people, [spec("x", "front", who=["a", "b"])], [HALL]))
    assert {r.id: r.kind for r in programme.sittings[0].rules}["x"].who == ("a",)
    said = [(d.severity, d.where.key, d.message.en) for d in programme.doubts]
    assert said == [("doubt", "rule[x].who", "b absent: rule 'x' does not apply to them")]


def test_rule_left_with_too_few_people_is_left_out_with_a_doubt() -> None:
    people = people_named("abc", b={"absent": True})
    rules = [spec("x", "apart", who=["a", "b"]), spec("y", "aisle", who=["b"])]
    programme = build(event_of(people, rules, [HALL]))
    assert [r.id for r in programme.sittings[0].rules] == ["due-place"]
    assert keys(programme.doubts) == ["rule[x].who", "rule[y].who"]


def test_absent_person_takes_only_his_own_pin_along() -> None:
    people = people_named("abcd", b={"absent": True})
    prepared = one(people, spec("p", "pinned", who=["a", "b", "c"], place=["3-1", "3-2", "3-3"]))
    assert {r.id: r.kind for r in prepared.rules}["p"].pins() == {"a": "3-1", "c": "3-3"}
    assert prepared.scene.due["c"] == "3-3"


def test_pins_of_people_elsewhere_stay_in_pairs() -> None:
    people = people_named("abcd", b={"group": "g"}, d={"group": "g"})
    hall = sitting("s", form="hall", who=["group:g"], rows=[4])
    rule = spec("p", "pinned", who=["a", "d"], place=["1-3", "1-4"])
    prepared = build(event_of(people, [rule], [hall])).sittings[0]
    assert {r.id: r.kind for r in prepared.rules}["p"].pins() == {"d": "1-4"}


def test_place_of_another_sitting_is_no_fault() -> None:
    rules = [spec("p", "reserved", places=["3-1"])]
    programme = build(event_of(people_named("ab"), rules, [HALL, sitting("t")]))
    assert [len(p.rules) for p in programme.sittings] == [2, 1]


@pytest.mark.parametrize("sid", ["", "s"])
def test_place_that_no_sitting_has_is_a_fault(sid: str) -> None:
    rule = spec("p", "pinned", sitting=sid, who=["a"], place=["9-9"])
    (fault,) = faults(event_of(people_named("ab"), [rule], [HALL, sitting("t")]))
    assert fault.where.key == "rule[p].place"
    assert "9-9" in fault.message.en


@pytest.mark.parametrize("sid", ["", "s"])
def test_rules_with_too_few_people_or_places_are_faults(sid: str) -> None:
    rules = [
        spec("x", "apart", sitting=sid, who=["a"]),
        spec("y", "pinned", sitting=sid, who=["a", "b"], place=["1-1"]),
    ]
    found = faults(event_of(people_named("ab"), rules, [HALL]))
    assert [f.message.en for f in found] == [
        "apart needs at least two people",
        "pinned names 2 people and 1 places",
    ]


def test_all_faults_at_once() -> None:
    """Form, kind, parameter, value, names, sitting and precedence are told together."""
    rules = [
        spec("a", "pined", who=["a"], place=["1-1"]),
        spec("b", "front", who=["a"], rowz=1),
        spec("c", "front", who=["a"], rows=0),
        spec("d", "apart", who=["a", "单位：无"]),
        spec("e", "front", who=["a"], sitting="zz"),
        spec("f", "beside"),
    ]
    circle = PrecedenceSpec(by=("rank", "id"), before=(("a", "b"), ("b", "a")))
    sittings = [
        sitting("s", form="haal"),
        sitting("t", form="hall", rowz=3),
        sitting("u", who=["role:nobody"]),
    ]
    found = faults(event_of(people_named("ab"), rules, sittings, precedence=circle))
    assert keys(found) == [
        "precedence.before",
        "rule[a].kind",
        "rule[b].rowz",
        "rule[c].rows",
        "rule[d].who",
        "rule[e]",
        "rule[f].who",
        "sitting[s].form",
        "sitting[t].layout.rowz",
        "sitting[u].who",
    ]
    advice = {f.where.key: f.advice.en for f in found}
    assert "pinned" in advice["rule[a].kind"]
    assert "rows" in advice["rule[b].rowz"]
    assert "hall" in advice["sitting[s].form"]
    assert advice["rule[e]"] == "accepted: s, t, u"


def test_fault_common_to_several_sittings_is_told_once() -> None:
    rules = [spec("x", "fornt", who=["a"])]
    assert len(faults(event_of(people_named("ab"), rules, [HALL, sitting("t")]))) == 1


def test_sitting_without_anybody() -> None:
    people = people_named("ab", a={"absent": True, "group": "g"})
    (fault,) = faults(event_of(people, (), [sitting("s", who=["group:g"])]))
    assert fault.where.key == "sitting[s].who"
    assert "nobody to seat" in fault.message.en


def test_unknown_option_of_the_convention() -> None:
    import dataclasses

    bad = dataclasses.replace(sitting("s"), convention={"rostrum.evem": "b"})
    (fault,) = faults(event_of(people_named("ab"), (), [bad]))
    assert "rostrum.evem" in fault.sentence().en


def test_option_of_one_sitting_leaves_the_others_alone() -> None:
    import dataclasses

    other = dataclasses.replace(sitting("t"), convention={"rostrum.side": "right"})
    programme = build(event_of(people_named("abc"), (), [sitting("s"), other]))
    left, right = (p.scene for p in programme.sittings)
    assert left.due["a"] == right.due["a"]
    assert (left.due["b"], left.due["c"]) == (right.due["c"], right.due["b"])


def test_order_of_one_sitting_leaves_the_others_alone() -> None:
    import dataclasses

    own = PrecedenceSpec(by=("rank", "id"), before=(("c", "a"),))
    programme = build(
        event_of(
            people_named("abc"), (), [sitting("s"), dataclasses.replace(sitting("t"), order=own)]
        )
    )
    assert [p.order.ids for p in programme.sittings] == [("a", "b", "c"), ("c", "a", "b")]
    assert programme.order.ids == ("a", "b", "c")
    assert event_of([]).precedence == BY_RANK


def test_substitute_may_stand_where_the_person_replaced_would() -> None:
    import dataclasses

    people = people_named("abcd", a={"absent": True}, d={"substitutes": "a"})
    assert [p.id for p in one(people).scene.people] == ["b", "c", "d"]
    event = event_of(people, (), [HALL])
    event = dataclasses.replace(event, tables={"convention": {"order.substitute": "replaced"}})
    assert [p.id for p in build(event).sittings[0].scene.people] == ["d", "b", "c"]
