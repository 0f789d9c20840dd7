"""Signs: arrows that point the right way, words large enough, areas as the plan has them."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import replace
from typing import Any

import pytest
import rich
from pdfcheck import pages, sizes, texts
from rich import made, page_words, problems

from seating.documents import signs, windscreen
from seating.documents.house import Box, Press, paper_of
from seating.documents.lettering import is_han
from seating.documents.signage import zones
from seating.documents.signage.arrows import Arrow, draw_arrow
from seating.documents.words import category_of
from seating.facts.book import Book, Printed
from seating.facts.fault import Where
from seating.facts.plan import Placing
from seating.reading.fields import fill
from seating.typography.faces import resolve


def file(kind: str, table: dict[str, Any] | None = None, **job: Any) -> Printed:
    names = {"door": "会场门牌", "direction": "指示牌", "desk": "签到处牌", "area": "区域牌"}
    found = {f.name.split("_")[0]: f for f in made(signs, rich.book({"signs": table or {}}), **job)}
    return found[names[kind]]


def points(arrow: Arrow) -> list[tuple[float, float]]:
    """Return the corners of an arrow in a box of 100 x 60 mm, in pt with y upwards."""
    press = Press(resolve({}, base=None), title="箭头")
    sheet = press.page(paper_of("A4"))
    draw_arrow(sheet, Box(20, 20, 100, 60), arrow)
    path = next(m for m in reversed(sheet.marks) if isinstance(m, str))
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+) [ml]", path)]


@pytest.mark.parametrize(
    ("arrow", "axis", "sign"), [("left", 0, -1), ("right", 0, 1), ("straight", 1, 1)]
)
def test_the_tip_is_where_it_points(arrow: Arrow, axis: int, sign: int) -> None:
    values = [p[axis] * sign for p in points(arrow)]
    tip = max(values)
    assert values.count(tip) == 1
    middle = (max(values) + min(values)) / 2
    assert sum(v > middle + 0.01 for v in values) < len(values)
    other = [p[1 - axis] for p in points(arrow)]
    assert points(arrow)[values.index(tip)][1 - axis] == pytest.approx(
        (max(other) + min(other)) / 2, abs=0.02
    )


@pytest.mark.parametrize(("arrow", "sign"), [("up", 1), ("down", -1)])
def test_stairs_rise_to_the_right(arrow: Arrow, sign: int) -> None:
    found = points(arrow)
    tip = found[3]
    tail = ((found[0][0] + found[-1][0]) / 2, (found[0][1] + found[-1][1]) / 2)
    assert (tip[0] - tail[0]) * sign > 20
    assert (tip[1] - tail[1]) * sign > 10


def test_default_signs_come_from_the_event() -> None:
    (door,) = page_words(file("door"))
    assert "时间：2026年12月8日9:00地点：市会议中心" in door
    assert "全市高质量发展大会会场" in door
    words = page_words(file("direction"))
    assert [w.removeprefix("全市高质量发展大会") for w in words] == ["会场"] * 3 + ["签到处"] * 3
    desks = page_words(file("desk"))
    assert [d.removeprefix("全市高质量发展大会签到处")[:3] for d in desks] == [
        "1号台", "2号台", "6号台", "11号", "贵宾室",
    ]  # fmt: skip


def test_listed_signs_replace_the_default() -> None:
    table = {
        "kinds": ["direction"],
        "bilingual": True,
        "direction": [{"text": "第一分会场\n（江畔厅）", "text_en": "Room 1", "arrow": "up"}],
    }
    printed = made(signs, rich.book({"signs": table}))
    assert [f.name for f in printed] == ["指示牌_test.pdf"]
    assert page_words(printed[0]) == ["全市高质量发展大会第一分会场（江畔厅）Room1"]


@pytest.mark.parametrize("kind", ["door", "direction", "desk", "area"])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_words_are_large_and_inside_the_frame(kind: str, paper: str) -> None:
    found = file(kind, paper=paper)
    assert problems(found) == []
    for letters, (width, height) in zip(pages(found.data), sizes(found.data), strict=True):
        tall = max(letter.bottom - letter.top for letter in letters)
        assert tall > height * 0.07
        assert min(letter.left for letter in letters) > width * 0.05
        assert max(letter.right for letter in letters) < width * 0.95


def test_words_are_not_torn() -> None:
    for text in ("Conference Hall", "Registration", "第一分会场", "VIP Lounge 贵宾休息室"):
        table = {"kinds": ["direction"], "direction": [{"text": text, "arrow": "left"}]}
        (found,) = made(signs, rich.book({"signs": table}))
        whole = " ".join(texts(found.data)[0].split())
        assert all(word in whole.split() for word in text.split() if word.isascii()), whole
        assert text.replace(" ", "") in whole.replace(" ", "")


def test_in_english() -> None:
    found = made(signs, rich.book({"signs": {}}), language="en")
    text = [page for f in found for page in page_words(f)]
    assert any("Venue" in page for page in text)
    assert any("Registration" in page for page in text)
    assert [p for f in found for p in problems(f)] == []


def in_reading_order(book: Book) -> Book:
    """Return the book with the hall filled row by row from the drawing's left."""
    hall = book.sittings["hall"]
    seats = sorted((p for p in hall.layout.places if p.usable), key=lambda p: (p.row, p.x))
    ids = sorted(hall.plan.placing.places)
    places = {person: place.id for person, place in zip(ids, seats, strict=False)}
    plan = dataclasses.replace(hall.plan, placing=Placing(sitting="hall", places=places))
    return dataclasses.replace(
        book, sittings={**book.sittings, "hall": dataclasses.replace(hall, plan=plan)}
    )


def test_areas_are_runs_of_seats() -> None:
    book = in_reading_order(rich.book(count=60))
    hall = book.sittings["hall"]
    found = zones.categories(book, hall, "zh")
    seats = sorted(hall.plan.placing.places.items())
    by_category: dict[str, list[str]] = {}
    for person, place in seats:
        category = book.units[book.people[person].unit].category
        by_category.setdefault(category, []).append(hall.layout.by_id[place].label.zh)
    assert [(z.name, z.where) for z in found] == [
        (name, f"{labels[0]}至{labels[-1]}") for name, labels in by_category.items() if labels[2:]
    ]
    units = zones.units(book, hall, "zh")
    assert units[0].where.startswith("1排")
    assert all(len(z.where) > 3 for z in units)


def test_a_stranger_or_two_do_not_split_an_area() -> None:
    assert zones._bridged([[0, 1, 2, 3], [5, 6, 7], [20, 21]]) == [
        [0, 1, 2, 3, 5, 6, 7], [20, 21],
    ]  # fmt: skip


def test_whole_rows_kept_free_are_an_area() -> None:
    import books

    parameters = {"rows": 6, "blocks": (5, 5), "reserved": ("row:6", "1-1..2")}
    book = books.book(count=40, hall=parameters)
    assert [(z.name, z.where) for z in zones.kept_free(book.sittings["hall"], "zh")] == [
        ("预留席", "第6排")
    ]


def test_row_signs_are_two_to_a_sheet() -> None:
    found = file("area", {"kinds": ["area"], "areas": ["row"]})
    assert len(sizes(found.data)) == 8
    assert page_words(found)[0].count("全市高质量发展大会") == 2
    assert "第1排" in page_words(found)[0]
    assert "第2排" in page_words(found)[0]
    assert problems(found) == []


def test_bad_keys_are_refused() -> None:
    table = {"direction": [{"text": "会场", "arrow": "north"}, {"arrow": "left"}], "kinds": ["x"]}
    _, faults = fill(signs.Keys, table, Where(file="event.toml", key="documents.signs"))
    assert {f.where.key.rpartition(".")[2] for f in faults} >= {"arrow", "text"}
    assert len(faults) == 3


# --- passes behind the windscreen ------------------------------------------------------------


def test_a_pass_for_every_car_in_order() -> None:
    (found,) = made(windscreen, rich.book())
    pages_ = page_words(found)
    assert [re.search(r"证(.*号车)", page)[1] for page in pages_] == ["1号车", "10号车", "19号车"]  # type: ignore[index]
    assert all("有效期：2026年12月8日" in page for page in pages_)
    assert problems(found) == []
    for letters in pages(found.data):
        number = [m for m in letters if m.char.isdigit() and m.bottom - m.top > 25]
        assert number, "the number of the car is large"


def test_cars_of_a_motorcade_and_of_the_roster_are_the_same_cars() -> None:
    import form_books

    cars = ({"type": "sedan-5"}, {"type": "mpv-7"})
    from seating.forms.vehicle import Car

    book = form_books.book_of("vehicle", 8, cars=tuple(Car(**c) for c in cars))
    people = {
        i: replace(p, car="2号车" if n else "12") for n, (i, p) in enumerate(book.people.items())
    }
    book = dataclasses.replace(book, people=people)
    assert windscreen.wanted(book)
    (found,) = made(windscreen, book)
    assert [re.search(r"(\d+)号车", page)[1] for page in page_words(found)] == ["1", "2", "12"]  # type: ignore[index]
    (english,) = made(windscreen, book, language="en")
    assert ["Car1" in p for p in page_words(english)] == [True, False, True]


def test_cars_told_more_of_and_spare_passes() -> None:
    table = {
        "spare": 2, "parking": "南广场", "title": "工作用车",
        "car": [{"number": "10", "name": "先导车", "plate": "清A·00001"}, {"number": "救护车"}],
    }  # fmt: skip
    (found,) = made(windscreen, rich.book({"windscreen": table}))
    words = page_words(found)
    assert len(words) == 6
    assert "10号车先导车" in words[1]
    assert "车牌：清A·00001" in words[1]
    assert "救护车" in words[3]
    assert "＿＿号车" in words[5]
    assert all("工作用车" in w for w in words)
    assert problems(found) == []


def test_areas_and_desks_in_english() -> None:
    book = in_reading_order(rich.book(count=60))
    hall = book.sittings["hall"]
    names = [z.name for z in zones.categories(book, hall, "en")]
    assert names[0] == "Party and mass organisations"  # a usual category
    assert not any(map(is_han, "".join(names)))
    given = {
        n: dataclasses.replace(u, category="甲类", category_en="Class A" if u.order == 3 else "")
        for n, u in book.units.items()
    }
    book = dataclasses.replace(book, units=given)
    assert [z.name for z in zones.categories(book, hall, "en")] == ["Class A"]
    assert category_of(book, "甲类", "zh") == "甲类"
    assert category_of(book, "没有英文的类", "en") == "没有英文的类"
