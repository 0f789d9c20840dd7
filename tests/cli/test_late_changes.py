"""Late changes from the outside: replan, diff, why."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from .conftest import Run, tree


def _edit(event: Path, **columns: dict[str, str]) -> None:
    """Set cells of the roster: column → {id: value}; a new column is added at the end."""
    path = event / "roster.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for column, values in columns.items():
        for row in rows:
            row[column] = values.get(row["编号"], row.get(column, ""))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _seats(event: Path) -> dict[str, str]:
    plan = json.loads((event / "plan.json").read_text(encoding="utf-8"))
    sitting = plan["sittings"]["rostrum"]
    places: dict[str, str] = sitting["places"]
    return places


@pytest.fixture
def planned(planned_once: Path, tmp_path: Path) -> Path:
    """A private copy of the small sample on a fixed row of chairs, planned and printed."""
    return Path(shutil.copytree(planned_once / "fixed" / "event", tmp_path / "event"))


def test_nothing_changed_nothing_moves(seating: Run, planned: Path) -> None:
    """Re-planning an unchanged event changes nothing but says so."""
    before = tree(planned)
    done = seating("replan", planned)

    assert done.returncode == 0, done.stderr
    assert "没有变动" in done.stdout
    assert tree(planned) == before


def test_fewest_disturbed(seating: Run, planned: Path) -> None:
    """One absence under the policy of fewest disturbed moves nobody else; the version rises."""
    before = _seats(planned)
    _edit(planned, 请假={"3": "是"})
    done = seating("replan", planned)
    after = _seats(planned)

    assert done.returncode == 0, done.stderr
    assert "请假" in done.stdout
    assert "第2版" in done.stdout
    assert {p: s for p, s in before.items() if p != "3"} == after


def test_close_gap_keeps_the_order(seating: Run, planned: Path) -> None:
    """Closing the gap keeps everybody's order along the row."""
    before = _seats(planned)
    _edit(planned, 请假={"3": "是"})
    assert seating("replan", planned, "--policy", "close-gap").returncode == 0
    after = _seats(planned)

    def row(seats: dict[str, str]) -> list[str]:
        return sorted(after, key=lambda p: int(seats[p].split("-")[1]))

    assert row(after) == row(before)


def test_frozen_people_stay(seating: Run, planned: Path) -> None:
    """A frozen person keeps the place even when the ranks change; others move around him."""
    before = _seats(planned)
    _edit(planned, 级别={"8": "正厅级"})
    done = seating("replan", planned, "--policy", "close-gap", "--freeze", "1")

    assert done.returncode == 0, done.stderr
    assert _seats(planned)["1"] == before["1"]


def test_dry_run_writes_nothing(seating: Run, planned: Path) -> None:
    """A trial run reports and leaves every file alone."""
    _edit(planned, 请假={"3": "是"})
    before = tree(planned)

    assert seating("replan", planned, "--dry-run").returncode == 0
    assert tree(planned) == before


def test_only_changed_documents_are_printed(seating: Run, planned: Path) -> None:
    """A newcomer gets a slip; the pages that differ are also put apart."""
    _edit(planned, 请假={"3": "是"})
    seating("replan", planned)
    _edit(planned, 请假={"3": ""})
    done = seating("replan", planned)

    assert done.returncode == 0, done.stderr
    assert "第3版" in done.stdout
    assert list((planned / "out").glob("座位变动通知*.pdf"))
    assert (planned / "out" / "第3版更换页").is_dir()


def test_diff(seating: Run, planned: Path, tmp_path: Path) -> None:
    """Two plans are compared seat by seat."""
    old = tmp_path / "old.json"
    old.write_bytes((planned / "plan.json").read_bytes())
    assert seating("diff", old, planned).returncode == 0
    _edit(planned, 请假={"3": "是"})
    seating("replan", planned)
    done = seating("diff", old, planned, "--format", "json")

    assert done.returncode == 1
    assert [row["person"] for row in json.loads(done.stdout)] == ["3"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_why(seating: Run, planned: Path, lang: str) -> None:
    """A seat is explained by rank, neighbours in rank and the price of other places."""
    done = seating("why", planned, "3", "-n", "2", lang=lang)

    assert done.returncode == 0, done.stderr
    assert ("应坐位置" if lang == "zh" else "due place") in done.stdout
    data = json.loads(seating("why", planned, "3", "--format", "json").stdout)
    assert data[0]["rank"] == 3
    assert len(data[0]["offers"]) == 5


def test_why_unknown_person(seating: Run, planned: Path) -> None:
    """An unknown name is answered with the nearest ones."""
    done = seating("why", planned, "苏玉横")

    assert done.returncode == 2
    assert "苏玉衡" in done.stderr


@pytest.mark.parametrize("policy", ["fewest", "close-gap"])
def test_a_row_without_spare_chairs(
    seating: Run, planned_once: Path, tmp_path: Path, policy: str
) -> None:
    """Whether the chair stays or goes, the new plan can be printed, shown and explained."""
    event = Path(shutil.copytree(planned_once / "own" / "event", tmp_path / "event"))
    before = _seats(event)
    _edit(event, 请假={"2": "是"})
    assert seating("replan", event, "--policy", policy).returncode == 0
    after = _seats(event)

    assert (len(set(after) - {p for p in after if after[p] == before[p]}) == 0) == (
        policy == "fewest"
    )
    for verb in ("print", "show"):
        assert seating(verb, event).returncode == 0
    assert seating("why", event, "3").returncode == 0
    assert seating("replan", event, "--policy", policy).returncode == 0
    assert _seats(event) == after
