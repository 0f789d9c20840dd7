"""The event and its agenda as a calendar."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import icalendar
import pytest

from seating import planner
from seating.exports.schedule import export, span
from seating.facts.book import Book

from .test_xlsx import SAMPLES, on_due_places

NINE = dt.datetime(2026, 12, 10, 9)


def book(**notice: Any) -> Book:
    made = on_due_places(planner.prepare(SAMPLES / "rostrum-8"))
    event = dataclasses.replace(
        made.event, start=NINE, end=NINE.replace(hour=11), tables={"notice": notice}
    )
    return dataclasses.replace(made, event=event)


def at(*clock: int, day: int = 10) -> dt.datetime:
    return dt.datetime(2026, 12, day, *clock)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("9:00—9:10", (at(9), at(9, 10))),
        ("9：05-10：30", (at(9, 5), at(10, 30))),
        ("下午2:30—4:00", (at(14, 30), at(16))),
        ("上午9时", (at(9), None)),
        ("14点半", (at(14, 30), None)),
        ("12月11日 9:00", (at(9, day=11), None)),
        ("2026-12-11 09:00-10:15", (at(9, day=11), at(10, 15, day=11))),
        ("9:00-10", None),
        ("会后", None),
        ("25:00", None),
        ("10:00-9:00", None),
        ("13月1日 9:00", None),
    ],
)
def test_times_as_they_are_written(words: str, found: object) -> None:
    assert span(words, NINE, NINE) == found


def test_event_and_agenda_become_appointments() -> None:
    made = export(
        book(
            agenda=[
                {"time": "9:00—9:10", "text": "开幕", "who": "市委"},
                "自由讨论",
                {"time": "会后", "text": "合影"},
            ]
        ),
        "zh",
    )
    assert made is not None
    found = list(icalendar.Calendar.from_ical(made.data).walk("VEVENT"))
    assert [str(e["summary"]) for e in found][1:] == ["开幕"]
    assert str(found[1]["description"]) == "市委"
    assert "自由讨论" in str(found[0]["description"])
    assert found[0].decoded("dtend").hour == 11
    (finding,) = made.findings
    assert "第3项" in finding
    assert "会后" in finding


def test_the_same_ids_in_every_version() -> None:
    first = book(agenda=[{"time": "9:00", "text": "开幕"}])
    event = dataclasses.replace(first.event, version=2, place=first.event.place)
    one, two = export(first, "zh"), export(dataclasses.replace(first, event=event), "zh")
    assert one is not None
    assert two is not None
    ids = [
        [str(e["uid"]) for e in icalendar.Calendar.from_ical(made.data).walk("VEVENT")]
        for made in (one, two)
    ]
    assert ids[0] == ids[1]
    assert b"SEQUENCE:1" in two.data
    assert export(first, "zh") == one


def test_without_a_time_there_is_no_calendar() -> None:
    plain = book()
    event = dataclasses.replace(plain.event, start=None)
    assert export(dataclasses.replace(plain, event=event), "zh") is None
