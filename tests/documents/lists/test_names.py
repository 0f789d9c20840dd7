"""Participants, contacts and the names below a photo."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import form_books
import pytest
import rich
from pdfcheck import pages, places
from rich import bearers, made, page_words, problems, words

from seating.documents import attendance_list, contacts, photo_positions
from seating.facts.book import Book

ROLES = {"p0007": "attendee", "p0009": "staff", "p0011": "driver"}


def attended(**keys: Any) -> Book:
    return rich.book(
        {"attendance_list": keys},
        change=lambda p: replace(p, roles=frozenset({ROLES[p.id]})) if p.id in ROLES else p,
    )


@pytest.mark.parametrize("by", ["unit", "name"])
def test_everybody_once(by: str) -> None:
    book = attended(by=[by])
    (found,) = made(attendance_list, book)
    text = words(found)
    for person in book.people.values():
        stood_for = by == "unit" and any(p.substitutes == person.id for p in book.people.values())
        assert text.count(person.name) == bearers(book, person.name) + stood_for, person.name
    assert "应到70人，请假2人，代会1人，参会69人" in text
    assert problems(found) == []


def test_attendees_staff_and_absent_people_stand_apart() -> None:
    for by in ("unit", "name"):
        text = words(made(attendance_list, attended(by=[by]))[0])
        spots = [text.index(w) for w in ("列席人员1人", "工作人员2人", "请假人员2人")]
        assert spots == sorted(spots)
        book = attended()
        assert spots[0] < text.index(book.people["p0007"].name) < spots[1]
        assert spots[1] < text.index(book.people["p0009"].name) < spots[2]
        assert spots[2] < text.rindex("缺席人")


def test_by_name_follows_the_order_of_names() -> None:
    book = attended(by=["name"], women=True)
    text = words(made(attendance_list, book)[0])
    members = [
        book.people[i] for i in book.name_order if not book.people[i].absent and i not in ROLES
    ]
    assert "按姓氏笔画为序" in text
    at = 0
    for person in members:
        at = text.index(person.name, at)
    women = sum(p.gender == "female" for p in book.people.values())
    assert text.count("（女）") == women


@pytest.mark.parametrize("job", [{"language": "en"}, {"mono": True}, {"paper": "A3"}])
@pytest.mark.parametrize("module", [attendance_list, contacts])
def test_clean(module: Any, job: dict[str, Any]) -> None:
    (found,) = made(module, attended(), **job)
    assert problems(found) == []


def test_only_when_asked_for() -> None:
    book = rich.book()
    assert any(p.phone for p in book.people.values())
    assert not contacts.wanted(book)
    assert not attendance_list.wanted(book)
    assert contacts.wanted(rich.book({"contacts": {}}))
    assert attendance_list.wanted(rich.book({"attendance_list": {}}))


def test_contacts_are_those_who_can_be_called() -> None:
    book = rich.book({"contacts": {}})
    (found,) = made(contacts, book)
    text = words(found)
    for person in book.people.values():
        assert text.count(person.phone or "\0") == bool(person.phone)
    assert "内部资料注意保管" in text
    (every,) = made(contacts, rich.book({"contacts": {"everybody": True}}))
    assert len(words(every)) > len(text)
    (silent,) = made(contacts, rich.book({"contacts": {}}, change=lambda p: replace(p, phone="")))
    assert silent.findings == ("名册中没有电话。",)


# --- group photo -----------------------------------------------------------------------------


def photo(**keys: Any) -> Book:
    return form_books.book_of(
        "photo", 30, rows=(11, 10, 9), tables={"documents": {"photo_positions": keys}}
    )


def rows(book: Book) -> list[list[str]]:
    """Return the names of every row, front first, from the camera's left."""
    (sitting,) = book.sittings.values()
    found: dict[int, list[tuple[float, str]]] = {}
    for person, place_id in sitting.plan.placing.places.items():
        place = sitting.layout.by_id[place_id]
        found.setdefault(place.row, []).append((place.x, book.people[person].name))
    return [[name for _, name in sorted(found[n])] for n in sorted(found)]


def test_names_below_the_photo_stand_as_in_it() -> None:
    book = photo()
    (found,) = made(photo_positions, book)
    caption, *calls = pages(found.data)
    assert len(calls) == 3
    last = 0.0
    for names in rows(book):
        boxes = [places(caption, name)[-1] for name in names if "·" not in name]
        assert [b.left for b in boxes] == sorted(b.left for b in boxes)
        assert min(b.top for b in boxes) > last
        last = max(b.top for b in boxes)
    assert "从照相机看" in page_words(found)[0]
    assert problems(found) == []


def test_names_are_called_from_the_left() -> None:
    book = photo()
    (found,) = made(photo_positions, book)
    for number, (names, page) in enumerate(zip(rows(book), page_words(found)[1:], strict=True)):
        assert f"第{'一二三'[number]}排共{len(names)}人" in page
        spots = [page.index(f"{i}{name}") for i, name in enumerate(names, 1)]
        assert len(set(spots)) == len(names)
        assert ("正中" in page) == (len(names) % 2 == 1)
        letters = pages(found.data)[1 + number]
        tallest = max(m.bottom - m.top for m in letters if m.char == names[0][0])
        assert tallest > 5


def test_everybody_twice_where_names_are_called() -> None:
    book = photo()
    for keys, times in (({}, 2), ({"call": False}, 1), ({"frame": False}, 2)):
        (found,) = made(photo_positions, photo(**keys))
        text = words(found)
        seated = set(next(iter(book.sittings.values())).plan.placing.places)
        for person in (book.people[i] for i in seated):
            assert text.count(person.name) >= times
        assert ("贴照片处" in text) == ("frame" not in keys)
        assert problems(found) == []


@pytest.mark.parametrize("job", [{"language": "en"}, {"mono": True}, {"paper": "A3"}])
def test_photo_clean(job: dict[str, Any]) -> None:
    (found,) = made(photo_positions, photo(), **job)
    assert problems(found) == []


def test_long_rows_take_larger_paper() -> None:
    wide = form_books.book_of("photo", 64, rows=(33, 31), longest=60)
    (found,) = made(photo_positions, wide)
    assert re.search(r"共\d+人", words(found))
    assert problems(found) == []
    from pdfcheck import sizes

    assert sizes(found.data)[0][0] == pytest.approx(420, abs=0.1)


def test_wanted_with_a_photo_only() -> None:
    assert photo_positions.wanted(photo())
    assert not photo_positions.wanted(rich.book())
