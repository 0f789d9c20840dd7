"""Rules that mean nothing are refused or doubted, never passed over in silence."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence
from typing import Any

import pytest
from smallevent import event_of, people_named, sitting, spec
from smallrules import random_rules
from smallworld import all_bills, random_scene

from seating.facts.event import Event
from seating.facts.fault import BadInputError, Fault
from seating.facts.rule import LEVELS, RuleSpec
from seating.kinds.registry import kind_name, kinds, likely_kinds
from seating.scene.build import build
from seating.scene.range import Range, RangeAsk

S, T = sitting("s", title="上午"), sitting("t", title="下午")
HALL = sitting(form="hall", rows=[4, 4, 4])


def faults(*rules: RuleSpec, sittings: Sequence[Any] = (S, T), **people: Any) -> list[Fault]:
    with pytest.raises(BadInputError) as caught:
        build(event_of(people_named("abcdef", **people), rules, sittings))
    return list(caught.value.faults)


def doubts(*rules: RuleSpec, sittings: Sequence[Any] = (S, T), **people: Any) -> list[Fault]:
    event: Event = event_of(people_named("abcdef", **people), rules, sittings)
    return [d for d in build(event).doubts if d.where.key.startswith("rule[")]


@pytest.mark.parametrize("kind", ["same-seat", "new-neighbours"])
@pytest.mark.parametrize(
    ("other", "words", "advice"),
    [
        ("lunch", "没有场次“lunch”", "可用：s"),
        ("t", "“t”就是本场", "可用：s"),
        ("u", "“u”排在本场之后", "写到本场前面"),
    ],
)
def test_a_wrong_other_sitting_is_refused(kind: str, other: str, words: str, advice: str) -> None:
    rule = spec("x", kind, sitting="t", other=other)
    (fault,) = faults(rule, sittings=[S, T, sitting("u")])
    assert fault.where.key == "rule[x].other"
    assert words in fault.message.zh
    assert advice in fault.advice.zh
    assert fault.message.en
    assert fault.advice.en


def test_other_sitting_may_be_called_by_its_title() -> None:
    rule = spec("x", "same-seat", sitting="t", other="上午")
    programme = build(event_of(people_named("abc"), [rule], [S, T]))
    assert [getattr(r.kind, "other", "") for r in programme.sittings[1].rules] == ["", "s"]


def test_a_rule_for_every_sitting_is_quiet_where_it_cannot_be_meant() -> None:
    """Of three sittings it is about the two that come after the one named."""
    rule = spec("x", "new-neighbours", other="s")
    programme = build(event_of(people_named("abc"), [rule], [S, T, sitting("u")]))
    assert [len(p.rules) for p in programme.sittings] == [1, 2, 2]
    assert not programme.doubts
    (fault,) = {f.message.zh for f in faults(spec("x", "new-neighbours", other="nowhere"))}
    assert "nowhere" in fault


@pytest.mark.parametrize("kind", ["beside", "behind"])
def test_beside_nobody_is_refused(kind: str) -> None:
    (fault,) = set(faults(spec("x", kind, who=["a", "b"]), sittings=[HALL]))
    assert fault.where.key == "rule[x]"
    assert "没有写 of" in fault.message.zh
    assert "翻译对象" in fault.advice.zh
    told = spec("x", kind, who=["a", "b"])
    assert not doubts(told, sittings=[HALL], a={"interprets": "c"})


@pytest.mark.parametrize("kind", ["beside", "behind", "opposite"])
def test_nobody_sits_beside_himself(kind: str) -> None:
    (fault,) = set(faults(spec("x", kind, who=["a"], of=["a"]), sittings=[HALL]))
    assert "两边都是a" in fault.message.zh


@pytest.mark.parametrize("kind", ["together", "same-side"])
def test_one_alone_is_no_party(kind: str) -> None:
    (fault,) = set(faults(spec("x", kind, who=["a"]), sittings=[HALL]))
    assert "至少要有两个人" in fault.message.zh


SILENT: dict[str, RuleSpec] = {
    "alternate": spec("x", "alternate", by="side"),
    "balance": spec("x", "balance", by="gender", per="row"),
    "capacity": spec("x", "capacity", most=2, only=["9"], per="row"),
    "companion": spec("x", "companion", who=["a"]),
    "compact": spec("x", "compact", rows=[9]),
    "new-neighbours": spec("x", "new-neighbours"),
    "same-seat": spec("x", "same-seat"),
    "same-side": spec("x", "same-side", who=["a", "b"], each="unit"),
    "spouses": spec("x", "spouses"),
    "spread": spec("x", "spread", by="tag", most=1, per="row"),
    "together": spec("x", "together", each="group"),
}


@pytest.mark.parametrize("name", sorted(SILENT))
def test_a_rule_that_says_nothing_is_doubted(name: str) -> None:
    (doubt,) = doubts(SILENT[name], sittings=[HALL])
    assert doubt.severity == "doubt"
    assert "不起作用：" in doubt.message.zh
    assert "says nothing" in doubt.message.en
    assert doubt.advice.zh


def test_a_rule_that_speaks_at_one_sitting_is_not_doubted() -> None:
    assert not doubts(spec("x", "same-seat"), sittings=[S, T])
    couple = {"a": {"spouse": "b"}, "b": {"spouse": "a"}}
    two = [sitting("s", who=["id:c", "id:d"]), sitting("t")]
    assert not doubts(spec("x", "spouses"), sittings=two, **couple)


def test_rules_of_the_convention_are_never_doubted() -> None:
    assert not build(event_of(people_named("ab"), [], [S])).doubts


def test_people_who_never_meet_are_told() -> None:
    two = [sitting("s", who=["id:a", "id:c"]), sitting("t", who=["id:b", "id:d"])]
    (doubt,) = doubts(spec("x", "apart", who=["a", "b"]), sittings=two)
    assert "没有同在一场" in doubt.message.zh


def test_absence_is_told_once() -> None:
    (doubt,) = doubts(spec("x", "apart", who=["a", "b"]), sittings=[S], a={"absent": True})
    assert "请假" in doubt.message.zh


def test_a_rule_for_another_form_is_told() -> None:
    rule = dataclasses.replace(spec("x", "front", who=["a"]), forms=("banquet",))
    (doubt,) = doubts(rule, sittings=[S])
    assert "forms" in doubt.message.zh


def test_a_wish_that_nothing_can_satisfy_is_told() -> None:
    rule = spec("x", "near", "prefer", who=["a"], to="screen")
    (doubt,) = doubts(rule, sittings=[sitting(form="hall", rows=[4, 4], doors=[])])
    assert "不能完全满足" in doubt.message.zh
    assert not doubts(spec("x", "front", "prefer", who=["a"]), sittings=[HALL])


@pytest.mark.parametrize("seed", range(40))
def test_what_is_called_hopeless_is(seed: int) -> None:
    """Where the range of a rule's amounts begins above 0, every placement breaks it."""
    rng = random.Random(seed)
    scene = random_scene(rng, 4)
    for rule in random_rules(rng, scene, 6, musts=0.0):
        amounts = [a for _, a in rule.kind.compile(scene, RangeAsk(scene))]
        low = sum(a.low if isinstance(a, Range) else a for a in amounts)
        high = sum(a.high if isinstance(a, Range) else a for a in amounts)
        at = LEVELS.index(rule.level)
        for bill in all_bills(scene, [rule]):
            assert rule.weight * low <= bill[at] <= rule.weight * high


def test_kinds_are_known_by_chinese_names() -> None:
    assert kind_name("回避") == "apart"
    assert kind_name(" 不 邻座 ") == "apart"
    assert kind_name("Keep Apart") == "apart"
    assert kind_name("due_place") == "due-place"
    assert kind_name("没有这种") == "没有这种"
    assert "apart" in likely_kinds("回闭")
    assert likely_kinds("xyz") == tuple(kinds())


def test_no_two_kinds_share_a_name() -> None:
    words = [w for kind in kinds().values() for w in (kind.title.zh, *getattr(kind, "aliases", ()))]
    assert len(words) == len(set(words))
