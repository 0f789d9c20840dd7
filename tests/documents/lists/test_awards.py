"""Who hands what to whom, and where both stand."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import Any

import form_books
import pytest
import rich
from hypothesis import given
from hypothesis import strategies as st
from rich import made, problems, words

from seating.documents import awards
from seating.documents.lists.batches import awards_of, dealt, planned, stage_order
from seating.facts.book import Book
from seating.facts.fault import Where
from seating.facts.people import Person


@pytest.mark.parametrize(
    ("count", "side", "even", "two", "seen"),
    [
        (1, "left", "a", "a", [1]),
        (2, "left", "a", "a", [1, 2]),
        (2, "left", "a", "b", [2, 1]),
        (2, "right", "a", "a", [2, 1]),
        (5, "left", "a", "a", [5, 3, 1, 2, 4]),
        (5, "right", "a", "a", [4, 2, 1, 3, 5]),
        (4, "left", "a", "a", [3, 1, 2, 4]),
        (4, "left", "b", "a", [4, 2, 1, 3]),
        (4, "right", "b", "a", [3, 1, 2, 4]),
        (4, "line", "", "", [1, 2, 3, 4]),
    ],
)
def test_stage_seen_from_the_audience(
    count: int, side: str, even: str, two: str, seen: list[int]
) -> None:
    assert stage_order(count, side, even, two) == seen


@given(
    st.integers(1, 40), st.sampled_from(["left", "right"]), st.sampled_from("abc"),
    st.sampled_from("ab"),
)  # fmt: skip
def test_outwards_from_the_middle(count: int, side: str, even: str, two: str) -> None:
    order = stage_order(count, side, even, two)
    assert sorted(order) == list(range(1, count + 1))
    away = {rank: abs(spot - (count - 1) / 2) for spot, rank in enumerate(order)}
    assert all(away[rank] <= away[rank + 1] for rank in range(1, count))


@pytest.mark.parametrize("even", ["a", "b"])
@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("count", [1, 2, 5, 6])
def test_it_is_the_order_of_the_rostrum(count: int, side: str, even: str) -> None:
    from seating.facts.venue import Need
    from seating.forms.registry import make_form
    from seating.reading.packs import load_convention

    options = {"rostrum.side": side, "rostrum.even": even, "rostrum.two": even}
    need = Need(count=count)
    layout = make_form("rostrum", {}).build(need, load_convention("cn-domestic", options))
    row = sorted(layout.places, key=lambda p: p.x)
    assert [p.honour for p in row] == stage_order(count, side, even, even)


def pairs(book: Book, **keys: Any) -> list[tuple[str, list[tuple[int, str, str]]]]:
    """Return the batches dealt out, with ids."""
    people = {i: book.people[i] for i in book.order}
    presenters = {k: [people[i] for i in v] for k, v in keys.pop("presenters", {}).items()}
    batches, _ = dealt(
        book, (), keys.pop("order", ()), presenters, stand=keys.pop("stand", "centre"),
        most=keys.pop("most", 10),
    )  # fmt: skip
    return [
        (
            batch.award,
            [
                (h.position, h.recipient.id, h.presenter.id if h.presenter else "")
                for h in sorted(batch.handings, key=lambda h: h.position)
            ],
        )
        for batch in batches
    ]


def test_each_award_is_a_batch_by_precedence() -> None:
    first, second = pairs(rich.book(), presenters={"": ["L1", "L2", "L3", "L4", "L5", "L6"]})
    assert first[0] == "先进单位"
    assert [who for _, who, _ in first[1]] == [
        "p0008", "p0004", "p0000", "p0002", "p0006", "p0010",
    ]  # fmt: skip
    assert [by for _, _, by in first[1]] == ["L5", "L3", "L1", "L2", "L4", "L6"]
    assert second[0] == "先进个人"


def test_the_order_of_awards_is_the_events() -> None:
    batches = pairs(rich.book(), order=["先进个人"])
    assert [award for award, _ in batches] == ["先进个人", "先进单位"]
    assert all(by == "" for _, line in batches for _, _, by in line)


def test_fewer_presenters_come_in_turns() -> None:
    found = pairs(rich.book(), presenters={"": ["L1", "L2", "L3", "L4"]}, order=["先进单位"])
    sizes = [len(line) for _, line in found]
    assert sizes == [4, 2, 4, 2]
    assert [by for _, _, by in found[1][1]] == ["L1", "L2"]


def test_more_presenters_than_recipients() -> None:
    def change(person: Person) -> Person:
        return replace(person, award="特等奖" if person.id in ("p0003", "p0001") else "")

    ((_, line),) = pairs(rich.book(change=change), presenters={"特等奖": ["L2", "L3", "L4"]})
    assert line == [(1, "p0001", "L2"), (2, "p0003", "L3")]


def test_a_substitute_takes_the_award_of_the_absent() -> None:
    def change(person: Person) -> Person:
        return replace(person, award="特等奖" if person.id in ("a1", "a2") else "")

    book = rich.book(change=change)
    batches, lost = dealt(book, (), (), {}, stand="line", most=10)
    ((handing,),) = (batch.handings for batch in batches)
    assert (handing.recipient.id, handing.for_ and handing.for_.id) == ("p0002", "a2")
    assert [p.id for p in lost] == ["a1"]
    (found,) = made(awards, book)
    assert "代田野领奖" in words(found)
    assert found.findings == ("领奖人缺席人请假，没有人代领，未列入。",)


def test_several_awards_of_one_person() -> None:
    assert awards_of(Person(id="1", name="甲", award="一等奖；最佳论文、设计;一等奖")) == (
        "一等奖", "最佳论文、设计",
    )  # fmt: skip


def test_an_award_sitting_decides() -> None:
    book = form_books.book_of("award", 9, presenters=4)
    people = {
        i: replace(p, award="先进单位") if "presenter" not in p.roles else p
        for i, p in book.people.items()
    }
    book = dataclasses.replace(book, people=people)
    (sitting,) = book.sittings.values()
    batches = planned(book)
    assert [len(b.handings) for b in batches] == [4, 4, 1]
    places = sitting.plan.placing.places
    for batch in batches:
        for handing in batch.handings:
            here = sitting.layout.by_id[places[handing.recipient.id]]
            assert handing.presenter is not None
            there = sitting.layout.by_id[places[handing.presenter.id]]
            assert there.id in sitting.layout.near(here.id, "opposite")
            assert abs(here.x - there.x) < 1
        xs = [sitting.layout.by_id[places[h.recipient.id]].x for h in batch.handings]
        assert xs == sorted(xs)
        assert [h.position for h in batch.handings] == sorted(h.position for h in batch.handings)
    (found,) = made(awards, book)
    assert problems(found) == []


TABLE = {
    "enter": "left",
    "batch": [
        {"award": "先进个人", "presenters": ["高志远", "L2", "L3", "L5", "L6", "L7"]},
        {"award": "先进单位", "award_en": "Model unit", "presenters": ["L2", "L3"]},
    ],
}


def test_printed_list_and_diagrams() -> None:
    book = rich.book({"awards": TABLE})
    (found,) = made(awards, book)
    text = words(found)
    for person in book.people.values():
        if person.award:
            assert text.count(person.name) >= 2
    assert "第一批先进个人6人" in text
    assert "第四批先进单位（第3组）2人" in text
    assert text.count("图示视角：面向台上（台下视角）") == 8
    assert found.pages == 5
    assert problems(found) == []


@pytest.mark.parametrize("job", [{"language": "en"}, {"mono": True}, {"paper": "A3"}])
def test_clean(job: dict[str, Any]) -> None:
    (found,) = made(awards, rich.book({"awards": TABLE}), **job)
    assert problems(found) == []


def test_who_enters_first_goes_farthest() -> None:
    (found,) = made(awards, rich.book({"awards": {**TABLE, "diagrams": False}}))
    lines = words(found)
    first = lines[lines.index("第一批") : lines.index("第二批")]
    assert "16" in first
    assert "61" in first


def test_names_and_awards_that_do_not_exist() -> None:
    table = {
        "presenters": ["高志", "欧阳建国", "L1"],
        "batch": [{"award": "先进单", "presenters": ["某人"]}],
    }
    where = Where(file="event.toml", key="documents.awards")
    found = awards.faults(rich.book({"awards": table}).event, where)
    assert [f.where.key for f in found] == [
        "documents.awards.batch[1].award",
        "documents.awards.batch[1].presenters[1]",
        "documents.awards.presenters[1]",
        "documents.awards.presenters[2]",
    ]
    assert "先进单位" in found[0].advice.zh
    assert "高志远" in found[2].advice.zh
    assert "编号" in found[3].advice.zh


def test_wanted() -> None:
    import books

    assert not awards.wanted(books.book(count=5))
    assert awards.wanted(rich.book())
    assert made(awards, rich.book({"awards": {}}, change=lambda p: replace(p, award=""))) == []


def test_without_presenters_there_is_room_to_write_them_in() -> None:
    from seating.documents import awards

    files = {
        who: rich.words(rich.made(awards, rich.book({"awards": {"presenters": who}}))[0])
        for who in ((), ("L1", "L2"))
    }
    heads = "位置领奖人单位及职务颁奖人"
    assert heads in files[()]
    assert f"{heads}职务" not in files[()]
    assert f"{heads}职务" in files[("L1", "L2")]
