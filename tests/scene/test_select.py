"""Selectors of people and patterns of places."""

from __future__ import annotations

import pytest
from smallworld import person, special_places, two_rows

from seating.facts.people import Person
from seating.scene.select import UnknownNameError, select, select_places

PEOPLE = [
    person(
        "01",
        name="张三",
        unit="市政府办公室",
        group="一组",
        rank=1,
        side="host",
        roles={"moderator"},
    ),
    person("02", name="李四", unit="市财政局", group="一组", rank=2, side="guest", tags={"轮椅"}),
    person("03", name="王五", unit="市财政局", group="二组", rank=2, roles={"摄影"}),
    person("04", name="王五", unit="市教育局", rank=10),
]


@pytest.mark.parametrize(
    "word", ["recorder", "note-taker", "note taker", "Note-Taker", "记录", "记录员", "会议记录"]
)
def test_roles_are_written_as_in_the_roster(word: str) -> None:
    people = [Person(id="a", name="甲", roles=frozenset({"recorder"})), Person(id="b", name="乙")]
    assert select(people, [f"role:{word}"]) == ("a",)


def test_ranks_and_sides_are_written_as_in_the_roster() -> None:
    people = [Person(id="a", name="甲", rank=5, side="guest"), Person(id="b", name="乙")]
    assert select(people, ["rank:正厅级"]) == select(people, ["rank:5"]) == ("a",)
    assert select(people, ["side:来宾"]) == select(people, ["Side:Guest"]) == ("a",)


def test_nobody_is_named_who_is_nothing_like_it() -> None:
    with pytest.raises(UnknownNameError) as caught:
        select([Person(id=str(i), name=f"某{i}") for i in range(20)], ["张三丰"])
    assert caught.value.advice.zh == ""


@pytest.mark.parametrize(
    ("selector", "ids"),
    [
        ("all", "01 02 03 04"),
        ("所有人", "01 02 03 04"),
        ("全体", "01 02 03 04"),
        ("id:02", "02"),
        ("编号：02", "02"),
        ("02", "02"),
        ("name:李四", "02"),
        ("姓名: 张 三", "01"),
        ("unit:市财政局", "02 03"),
        ("单位：市财政局", "02 03"),
        ("group:一组", "01 02"),
        ("组：二组", "03"),
        ("组别: 二组 ", "03"),
        ("role:moderator", "01"),
        ("身份：主持人", "01"),
        ("role:摄影", "03"),
        ("tag:轮椅", "02"),
        ("标签：轮椅", "02"),
        ("side:host", "01"),
        ("方：客方", "02"),
        ("方：主", "01"),
        ("rank:1", "01"),
        ("级别：2", "02 03"),
    ],
)
def test_selector(selector: str, ids: str) -> None:
    assert select(PEOPLE, [selector]) == tuple(ids.split())


def test_plain_names_keep_the_order_written_and_nobody_comes_twice() -> None:
    assert select(PEOPLE, ["李四", "张三", "id:02", "group:一组"]) == ("02", "01")


@pytest.mark.parametrize(
    ("selector", "hint"),
    [
        ("李司", "李四"),
        ("王五", "03、04"),
        ("unit:市财政厅", "市财政局"),
        ("单位：财政局", "市财政局"),
        ("id:2", "02"),
        ("group:三组", "一组"),
        ("role:moderater", "moderator"),
        ("tag:轮倚", "轮椅"),
        ("side:gest", "guest"),
        ("rank:11", "1"),
        ("colour:red", ""),
    ],
)
def test_unknown_name_says_what_comes_nearest(selector: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        select(PEOPLE, [selector])
    assert selector in caught.value.message.zh
    assert hint in caught.value.advice.zh


@pytest.mark.parametrize(
    ("pattern", "ids"),
    [
        ("1-2", "1-2"),
        ("2-2..4", "2-2 2-3 2-4"),
        ("1-3..3", "1-3"),
        ("row:2", "2-1 2-2 2-3 2-4"),
        ("排：1", "1-1 1-2 1-3 1-4"),
        ("block:B", "1-3 1-4 2-3 2-4"),
        ("区:A", "1-1 1-2 2-1 2-2"),
        ("列：4", "1-4 2-4"),
        ("file:1", "1-1 2-1"),
        ("feature:aisle", "1-2 1-3 2-2 2-3"),
        ("without:aisle", "1-1 1-4 2-1 2-4"),
    ],
)
def test_places(pattern: str, ids: str) -> None:
    assert select_places(two_rows(), [pattern]) == tuple(ids.split())


def test_places_come_in_the_order_written_and_never_twice() -> None:
    assert select_places(two_rows(), ["2-1", "1-1..2", "row:2"])[:4] == ("2-1", "1-1", "1-2", "2-2")


def test_patterns_reach_places_out_of_use() -> None:
    assert "2-5" in select_places(special_places(), ["row:2"])


@pytest.mark.parametrize(
    "pattern", ["3-1", "1-4..6", "1-4..2", "row:3", "block:C", "rwo:1", "", "1-", "1-1..9999999999"]
)
def test_unknown_place(pattern: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        select_places(two_rows(), [pattern])
    assert "row:2" in caught.value.advice.en


def test_a_column_that_nobody_filled_in_is_named() -> None:
    alone = [Person(id="1", name="甲乙")]
    for selector, column in (("tag:轮椅", "标签"), ("身份:记录", "身份"), ("rank:5", "级别")):
        with pytest.raises(UnknownNameError) as caught:
            select(alone, [selector])
        assert f"“{column}”列没有人填" in caught.value.advice.zh
