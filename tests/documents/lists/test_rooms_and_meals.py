"""Rooms, keys and meals: nobody twice, nobody forgotten, totals, and labels of the right size."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
import rich
from pdfcheck import edges, texts
from rich import bearers, made, page_words, problems, words

from seating.documents import key_labels, meal_tickets, room_keys
from seating.documents.lists.meals import all_meals, eaters, meals_of
from seating.facts.book import Book
from seating.facts.event import Event
from seating.facts.fault import Where
from seating.facts.people import Person
from seating.reading.fields import fill


def guests(book: Book) -> list[Person]:
    return [p for p in book.people.values() if p.lodging and not p.absent]


def test_every_guest_once_on_every_list() -> None:
    keys = {"hotel": "清江宾馆", "by": ["room", "name", "unit"], "sign": True}
    book = rich.book({"room_keys": keys})
    (found,) = made(room_keys, book)
    text = words(found)
    lodged = replace_people(book, guests(book))
    for person in guests(book):
        assert text.count(person.name) == 3 * bearers(lodged, person.name)
    assert text.count("合计：20间，40人") == 3
    assert "清江宾馆2026年12月8日" in text
    assert problems(found) == []
    assert found.findings == ()


def replace_people(book: Book, people: list[Person]) -> Book:
    return replace(book, people={p.id: p for p in people})


def test_a_room_stands_once_for_those_who_share_it() -> None:
    (found,) = made(room_keys, rich.book({"room_keys": {"by": ["room"]}}))
    text = "\n".join(texts(found.data))
    rooms = re.findall(r"(?m)^\s*([89]\d\d)\b", text)
    assert rooms == sorted(rooms)
    assert len(rooms) == len(set(rooms)) == 20


def test_rooms_that_need_a_look() -> None:
    def change(person: Person) -> Person:
        if person.id == "p0004":
            return replace(person, gender="male")
        if person.id == "a1":
            return replace(person, lodging="999")
        return person

    (found,) = made(room_keys, rich.book(change=change))
    assert [f.partition("：")[0] for f in found.findings] == [
        "802房男女同住", "请假人员仍写有房号，未列入",
    ]  # fmt: skip
    assert "缺席人（999）" in found.findings[1]
    assert "999" not in words(found)


def test_couples_may_share() -> None:
    def change(person: Person) -> Person:
        if person.id == "p0004":
            return replace(person, gender="male", spouse="p0005")
        return replace(person, spouse="p0004") if person.id == "p0005" else person

    (found,) = made(room_keys, rich.book(change=change))
    assert found.findings == ()


@pytest.mark.parametrize("module", [room_keys, key_labels, meal_tickets])
@pytest.mark.parametrize("job", [{"language": "en"}, {"mono": True}])
def test_clean(module: object, job: dict[str, object]) -> None:
    for found in made(module, rich.book(), **job):  # type: ignore[arg-type]
        assert problems(found, margin=3) == []


def test_a_label_for_everybody_with_a_room() -> None:
    book = rich.book({"room_keys": {"hotel": "清江宾馆"}})
    (found,) = made(key_labels, book)
    text = words(found)
    lodged = replace_people(book, guests(book))
    for person in guests(book):
        assert text.count(person.name) == bearers(lodged, person.name)
    assert text.count("清江宾馆") == 40
    assert problems(found, margin=2) == []


def test_nobody_lodges_nobody_eats() -> None:
    book = rich.book(change=lambda p: replace(p, lodging="", meals=""))
    for module in (room_keys, key_labels, meal_tickets):
        assert not module.wanted(book)
        assert made(module, book) == []


# --- meals ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "meals"),
    [
        ("9日晚餐；10日午餐", ("9日晚餐", "10日午餐")),
        ("午餐, 晚餐、夜宵;午餐", ("午餐", "晚餐", "夜宵")),
        (" ； ", ()),
        ("", ()),
    ],
)
def test_meals_are_split(written: str, meals: tuple[str, ...]) -> None:
    assert meals_of(Person(id="1", name="甲", meals=written)) == meals


def eating(start: dt.datetime, *meals: str) -> Book:
    book = rich.book(change=lambda p: replace(p, meals="；".join(meals) if p.id == "L1" else ""))
    return replace(book, event=replace(book.event, start=start))


def test_meals_come_as_they_are_eaten() -> None:
    order = ["30日早餐", "30日午餐", "30日晚餐", "1日早餐", "1日中餐", "2日夜宵"]
    assert all_meals(eating(dt.datetime(2026, 11, 30), *sorted(order))) == order
    order = ["11月30日晚餐", "12月1日早餐"]
    assert all_meals(eating(dt.datetime(2026, 11, 30), *reversed(order))) == order
    order = ["breakfast", "lunch", "Dinner"]
    assert all_meals(eating(dt.datetime(2026, 11, 30), *sorted(order))) == order


def test_a_numbered_ticket_for_every_meal_of_everybody() -> None:
    book = rich.book()
    tickets, counts = made(meal_tickets, book)
    text = words(tickets)
    wanted = Counter(meal for p in eaters(book) for meal in meals_of(p))
    assert wanted == {"9日晚餐": 30, "10日午餐": 40}
    found = re.findall(r"No\.(\d{3})(.*?餐)(?!券)", text)
    assert Counter(meal for _, meal in found) == wanted
    for meal, count in wanted.items():
        numbers = sorted(int(n) for n, m in found if m == meal)
        assert numbers == list(range(1, count + 1))
    assert "合计304070" in words(counts)
    assert problems(tickets, margin=2) == []
    assert problems(counts) == []


def test_counts_by_unit_add_up() -> None:
    book = rich.book()
    text = words(made(meal_tickets, book)[1])
    for unit in {p.unit for p in eaters(book)}:
        mine = [p for p in eaters(book) if p.unit == unit]
        each = [sum(meal in meals_of(p) for p in mine) for meal in ("9日晚餐", "10日午餐")]
        row = "".join(str(n or "") for n in each) + str(sum(each))
        assert book.units[unit].short + row in text


def test_tickets_have_their_size() -> None:
    tickets = made(meal_tickets, rich.book({"meal_tickets": {"stock": "80x40"}}))[0]
    page = pdfium.PdfDocument(tickets.data)[0]
    marks = [edge for edge in edges(page) if 1 < max(edge[2] - edge[0], edge[3] - edge[1]) < 8]
    xs = sorted({round(e[0], 1) for e in marks if e[2] - e[0] < 0.1})
    ys = sorted({round(e[1], 1) for e in marks if e[3] - e[1] < 0.1})
    assert [round(b - a, 1) for a, b in pairwise(xs)] == [80.0] * (len(xs) - 1)
    assert [round(b - a, 1) for a, b in pairwise(ys)] == [40.0] * (len(ys) - 1)
    assert (len(xs), len(ys)) == (4, 6)


def test_order_names_and_places() -> None:
    table = {
        "order": "meal", "names": False, "note": "",
        "meal": [{"meal": "10日午餐", "time": "12:00", "place": "二楼", "place_en": "2nd floor"}],
    }  # fmt: skip
    book = rich.book({"meal_tickets": table})
    tickets = made(meal_tickets, book)[0]
    text = words(tickets)
    assert text.count("12:00二楼") == 40
    assert not any(person.name in text for person in book.people.values())
    english = made(meal_tickets, book, language="en")[0]
    assert words(english).count("12:00,2ndfloor") == 40


def test_bad_keys_are_refused() -> None:
    where = Where(file="event.toml", key="documents.meal_tickets")
    for table in ({"stock": "10x10"}, {"stock": "餐券"}, {"stock": "300x300"}, {"order": "x"}):
        assert fill(meal_tickets.Keys, table, where)[1], table
    for table in ({"stock": "10x10"}, {"sheet": "B9"}):
        assert fill(key_labels.Keys, table, where)[1], table
    event: Event = rich.book({"meal_tickets": {"meal": [{"meal": "11日午餐"}]}}).event
    (fault,) = meal_tickets.faults(event, where)
    assert fault.where.key == "documents.meal_tickets.meal[1].meal"
    assert "10日午餐" in fault.advice.zh


def test_same_bytes_however_the_book_is_built() -> None:
    for module in (room_keys, key_labels, meal_tickets):
        one, two = (made(module, rich.book(shuffle=n)) for n in (0, 4))
        assert [f.data for f in one] == [f.data for f in two]


def test_only_the_file_asked_for() -> None:
    names = [f.name for f in made(meal_tickets, rich.book())]
    assert names == ["餐券_test.pdf", "用餐统计表_test.pdf"]
    (found,) = made(meal_tickets, rich.book(), only=frozenset({names[1]}))
    assert found.name == names[1]
    assert page_words(found)
