"""Desks, cars, meals and awards in English, where it is certain."""

from __future__ import annotations

import datetime as dt

import pytest
import rich

from seating.documents.lists.meals import day_of
from seating.documents.lists.plain_english import award_said, car_said, desk_said, meal_said

TABLES = {
    "meal_tickets": {"meal": [{"meal": "欢迎宴会", "meal_en": "Welcome banquet"}]},
    "awards": {"batch": [{"award": "先进单位", "award_en": "Model unit"}]},
    "windscreen": {"car": [{"number": "来宾专车", "number_en": "Guests"}]},
}


@pytest.mark.parametrize(
    ("desk", "said"),
    [("1号台", "Desk 1"), ("第12签到处", "Desk 12"), ("A报到点", "Desk A"), ("贵宾室", "VIP Room"),
     ("东门", "东门"), ("Main entrance", "Main entrance")],
)  # fmt: skip
def test_desks(desk: str, said: str) -> None:
    assert desk_said(desk, "en") == said
    assert desk_said(desk, "zh") == desk


def test_what_a_table_gives_comes_first() -> None:
    book = rich.book(TABLES, count=4)
    assert car_said(book, "来宾专车", "en") == "Guests"
    assert [car_said(book, car, "en") for car in ("3", "3号车", "考斯特")] == [
        "Car 3", "Car 3", "考斯特",
    ]  # fmt: skip
    assert award_said(book, "先进单位", "en") == "Model unit"
    assert award_said(book, "先进个人", "en") == "先进个人"
    meals = ("9日晚餐", "午餐", "欢迎宴会", "9日茶歇", "Lunch")
    assert [meal_said(book, meal, "en") for meal in meals] == [
        "Dinner, 9 December", "Lunch", "Welcome banquet", "9日茶歇", "Lunch",
    ]  # fmt: skip
    assert meal_said(book, "9日晚餐", "zh") == "9日晚餐"


def test_the_day_of_a_meal() -> None:
    start = dt.datetime(2026, 12, 30)
    assert day_of("31日早餐", start) == dt.date(2026, 12, 31)
    assert day_of("1日早餐", start) == dt.date(2027, 1, 1)
    assert day_of("31日早餐", dt.datetime(2026, 11, 20)) is None
    assert day_of("早餐", start) is None
