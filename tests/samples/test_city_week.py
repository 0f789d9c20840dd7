"""The week of the invented city: its tables are made by its script and have all that they show."""

from __future__ import annotations

import datetime as dt
import runpy
import sys
from pathlib import Path

import pytest

from seating.facts.booking import PRIORITIES, BookingSpec
from seating.reading.event import read_event

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def spec_of(name: str) -> BookingSpec:
    event = read_event(SAMPLES / name)
    assert event.doubts == ()
    assert event.booking is not None
    return event.booking


@pytest.mark.parametrize("name", ["city-week", "city-week-flooded"])
def test_script_writes_the_same_bytes(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["make_tables.py", str(tmp_path)])
    runpy.run_path(str(SAMPLES / name / "make_tables.py"), run_name="__main__")
    for file in ("roster.xlsx", "meetings.xlsx"):
        assert (tmp_path / file).read_bytes() == (SAMPLES / name / file).read_bytes()


def test_the_week_has_what_its_page_says() -> None:
    spec = spec_of("city-week")
    assert (len(spec.meetings), len(spec.rooms)) == (60, 14)
    assert len({room.building for room in spec.rooms}) == 3
    assert [day.day for day in spec.days] == [7, 8, 9, 10, 11]
    assert {m.priority for m in spec.meetings} == set(PRIORITIES)
    assert sum(m.priority == "fixed" for m in spec.meetings) == 5
    assert max(len(m.parts) for m in spec.meetings) == 3
    event = read_event(SAMPLES / "city-week")
    assert sum(p.group == "领导" for p in event.people) == 25
    mayor = sum("L02" in m.required for m in spec.meetings)
    secretary = sum("L01" in m.required for m in spec.meetings)
    page = (SAMPLES / "city-week" / "README.md").read_text("utf-8")
    assert f"市长要参加{mayor}个会，市委书记{secretary}个" in page
    for what in (
        [m for m in spec.meetings if m.confidential],
        [m for m in spec.meetings if m.kit],
        [m for m in spec.meetings if m.after],
        [m for m in spec.meetings if m.other_day],
        [m for m in spec.meetings if m.windows],
        [m for m in spec.meetings if m.setup],
        [r for r in spec.rooms if r.users],
        [r for r in spec.rooms if r.closed],
        spec.leaves,
        spec.walks,
    ):
        assert what


def test_the_flood_closes_one_room(tmp_path: Path) -> None:
    before = {room.id: room.closed for room in spec_of("city-week-flooded").rooms}
    folder = tmp_path / "flooded"
    folder.mkdir()
    for file in ("roster.xlsx", "meetings.xlsx"):
        (folder / file).write_bytes((SAMPLES / "city-week-flooded" / file).read_bytes())
    text = (SAMPLES / "city-week-flooded" / "event-after.toml").read_bytes()
    (folder / "event.toml").write_bytes(text)
    event = read_event(folder)
    assert event.booking is not None
    changed = [room for room in event.booking.rooms if room.closed != before[room.id]]
    assert [room.id for room in changed] == ["C3"]
    assert changed[0].closed[-1].start == dt.datetime(2026, 12, 9)
