"""The roster of the conference of offices: how it is made and what it must hold."""

import subprocess
import sys
import tomllib
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

FOLDER = Path(__file__).resolve().parents[2] / "samples" / "office-conference"
RARE = "𬀩䶮㛃堃𫘝"


def rows(sheet: str) -> list[dict[str, object]]:
    book = openpyxl.load_workbook(FOLDER / "roster.xlsx")
    heads, *lines = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), line, strict=True)) for line in lines]


@pytest.fixture(scope="module")
def people() -> list[dict[str, object]]:
    return rows("人员")


@pytest.fixture(scope="module")
def units() -> list[dict[str, object]]:
    return rows("单位")


def test_generator_writes_the_committed_bytes(tmp_path: Path) -> None:
    made = tmp_path / "roster.xlsx"
    subprocess.run([sys.executable, FOLDER / "make_roster.py", made], check=True, cwd=tmp_path)
    assert made.read_bytes() == (FOLDER / "roster.xlsx").read_bytes()


def test_workbook_tells_no_time_of_its_making() -> None:
    with zipfile.ZipFile(FOLDER / "roster.xlsx") as book:
        assert {i.date_time for i in book.infolist()} == {(2026, 11, 30, 9, 0, 0)}
        assert {i.compress_type for i in book.infolist()} == {zipfile.ZIP_STORED}


def test_counts(people: list[dict[str, object]], units: list[dict[str, object]]) -> None:
    assert Counter(p["组别"] for p in people) == {"主席台": 9, "前区": 14, "会场": 313}
    assert sum(p["请假"] == "是" for p in people) == 7
    assert sum(p["代会"] is not None for p in people) == 4
    assert len(units) == 67
    assert Counter(u["类别"] for u in units) == {
        "市领导": 4, "来宾": 1, "市直机关": 38, "区县": 9, "企事业单位": 15,
    }  # fmt: skip


def test_only_one_name_is_worn_twice(people: list[dict[str, object]]) -> None:
    twice = [name for name, n in Counter(p["姓名"] for p in people).items() if n > 1]
    assert twice == ["陈静"]
    assert len({p["单位"] for p in people if p["姓名"] == "陈静"}) == 2


def test_names_are_of_every_sort(people: list[dict[str, object]]) -> None:
    names = [str(p["姓名"]) for p in people]
    assert all(any(rare in name for name in names) for rare in RARE)
    assert sum("·" in name for name in names) == 4
    assert {name[:2] for name in names} >= {"欧阳", "上官", "司马", "诸葛", "慕容", "尉迟"}
    assert 0.05 < sum(len(name) == 2 for name in names) / len(names) < 0.2
    surnames = Counter(name[0] for name in names)
    assert {s for s, _ in surnames.most_common(5)} <= set("王李张刘陈杨黄")


def test_every_unit_is_on_its_sheet_and_sends_somebody(
    people: list[dict[str, object]], units: list[dict[str, object]]
) -> None:
    assert {p["单位"] for p in people} == {u["单位"] for u in units}
    assert [u["序号"] for u in units] == list(range(1, len(units) + 1))
    assert all(u["简称"] and u["英文名"] for u in units)


def test_substitutes_replace_absent_colleagues(people: list[dict[str, object]]) -> None:
    by_id = {p["编号"]: p for p in people}
    for person in people:
        if person["代会"] is not None:
            absent = by_id[person["代会"]]
            assert absent["请假"] == "是"
            assert absent["单位"] == person["单位"]


def test_people_named_by_the_event_exist(people: list[dict[str, object]]) -> None:
    event = tomllib.loads((FOLDER / "event.toml").read_text(encoding="utf-8"))
    ids = {p["编号"] for p in people}
    stated = [event["precedence"], *(s.get("precedence", {}) for s in event["sitting"])]
    for chain in (chain for spec in stated for chain in spec.get("before", [])):
        assert set(chain) <= ids
    hall = next(s["precedence"]["before"][0] for s in event["sitting"] if s["id"] == "hall")
    front = {p["编号"] for p in people if p["组别"] == "前区"}
    assert set(hall[:-1]) == front
