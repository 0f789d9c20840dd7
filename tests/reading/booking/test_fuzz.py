"""Whatever stands in the cells: faults with their places, never a traceback."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seating.reading.event import read_folder

from .conftest import PEOPLE, TOML
from .test_sheets import FULL, FULL_ROOMS, SHEETS

ALL = {"会议室": FULL_ROOMS, "会议": FULL, **SHEETS}
values: st.SearchStrategy[Any] = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2100, 1, 1)),
    st.times(),
    st.sampled_from([
        "12月7日", "周一上午", "9:00-10:00", "unit:", "M1", "A101", "=1+1", "1.5小时", "、；、",
        "12月7日9:00-24:00", "是", "移动投影×0", "剧院式", "∞", "²", "٣小时", "一百小时",
    ]),
)  # fmt: skip


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(sorted(ALL)), st.integers(1, 5), st.integers(0, 29),
                          values), min_size=1, max_size=6))  # fmt: skip
def test_any_cell_is_read_or_refused(changes: list[tuple[str, int, int, Any]]) -> None:
    sheets = {name: [list(row) for row in rows] for name, rows in ALL.items()}
    for name, row, column, value in changes:
        rows = sheets[name]
        line = rows[row % len(rows)]
        line[column % len(line)] = value
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "event.toml").write_text(TOML, "utf-8")
        (folder / "roster.csv").write_text(PEOPLE, "utf-8")
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        book.save(folder / "meetings.xlsx")
        found = read_folder(folder)
    assert found.event is not None
    for fault in found.faults:
        assert fault.message.zh
        assert fault.message.en
        assert fault.where.file in ("meetings.xlsx", "event.toml")


WORDS = st.sampled_from([
    "days", "from", "to", "hours", "grain", "walk", "walks", "kit", "closed", "tables", "weekdays",
])  # fmt: skip
TOML_VALUES = st.sampled_from([
    "3", "-1", '"x"', "[]", "[1]", '["x"]', "{}", "{ a = 1 }", '{ A101 = "12月7日" }', "true",
    "2026-12-07", "[2026-12-07]", '[["a", "b", 3]]', '[["a"]]', '{ "" = "" }', "1e300", '""',
])  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(WORDS, TOML_VALUES, max_size=4))
def test_any_setting_is_read_or_refused(table: dict[str, str]) -> None:
    lines = "".join(f"{key} = {value}\n" for key, value in table.items() if key != "hours")
    more = "[[meeting]]\nid = 3\ntitle = []\n[[meeting.part]]\nid = 1\n[[leave]]\nwho = {}\n"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "event.toml").write_text(TOML + lines + more, "utf-8")
        (folder / "roster.csv").write_text(PEOPLE, "utf-8")
        found = read_folder(folder)
    assert found.event is not None
    assert found.wrong
