"""Charts as Excel: the seats of every form in cells, text as text, the same bytes each time."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from seating import planner
from seating.exports.xlsx import Seen, export
from seating.exports.xlsx_grid import grid
from seating.facts.book import Book, BookSitting
from seating.facts.plan import Placing, Plan, SittingPlan
from seating.facts.venue import View
from seating.scene.build import Programme

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FOLDERS = sorted(
    p.parent.name
    for p in SAMPLES.glob("*/event.toml")
    if "[[sitting]]" in p.read_text(encoding="utf-8")
)


def on_due_places(programme: Programme) -> Book:
    """A book in which everybody sits on his due place; no search."""
    sittings = {}
    for prepared in programme.sittings:
        placing = Placing(sitting=prepared.sitting.id, places=dict(prepared.scene.due))
        sittings[prepared.sitting.id] = BookSitting(
            sitting=prepared.sitting,
            layout=prepared.scene.layout,
            order=prepared.order.ids,
            plan=SittingPlan(placing=placing, levels=()),
        )
    event = programme.event
    plan = Plan(event=event.id, version=1, digest="")
    return Book(
        event=event,
        people={p.id: p for p in event.people},
        units={u.name: u for u in event.units},
        order=programme.order.ids,
        sittings=sittings,
        plan=plan,
    )


def seen(programme: Programme, view: View | None = None) -> dict[str, Seen]:
    found = {}
    for prepared in programme.sittings:
        views = prepared.scene.layout.views
        chosen = view if view in views and view else views[0]
        found[prepared.sitting.id] = Seen(chosen, prepared.form.VIEW_TITLES[chosen])
    return found


def texts(data: bytes, sheet: int = 0) -> list[list[str]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [
        ["" if v is None else str(v) for v in row]
        for row in book.worksheets[sheet].iter_rows(values_only=True)
    ]


@pytest.mark.parametrize("name", FOLDERS)
def test_every_place_of_every_sample_has_a_cell(name: str) -> None:
    programme = planner.prepare(SAMPLES / name)
    if any(p.counting for p in programme.sittings):
        pytest.skip("this sample has fewer places than people")
    for prepared in programme.sittings:
        layout = prepared.scene.layout
        for view in layout.views:
            cells = grid(layout, view)
            assert {p.id for p in cells.seats.values()} == set(layout.by_id)
            assert all(0 <= r < cells.rows and 0 <= c < cells.columns for r, c in cells.seats)
            assert all(0 <= m.row < cells.rows for m in cells.marks)
    book = on_due_places(programme)
    made = export(book, seen(programme), "zh").data
    first = {word for row in texts(made) for word in row}
    sitting = next(iter(book.sittings.values()))
    for person in sitting.plan.placing.places:
        assert any(book.people[person].name in word for word in first)


def test_rostrum_reads_as_it_is_seen() -> None:
    programme = planner.prepare(SAMPLES / "rostrum-8")
    book = on_due_places(programme)
    order = [book.people[p].name for p in book.order]

    def line(view: View) -> list[str]:
        rows = texts(export(book, seen(programme, view), "zh").data)
        names = max(rows, key=lambda row: sum(w in order for w in row))
        return [str(order.index(w) + 1) for w in names if w in order]

    assert " ".join(line("audience")) == "7 5 3 1 2 4 6 8"
    assert " ".join(line("seated")) == "8 6 4 2 1 3 5 7"


def test_hall_has_its_rostrum_on_top_and_its_aisles() -> None:
    programme = planner.prepare(SAMPLES / "office-conference")
    book = on_due_places(programme)
    data = export(book, seen(programme), "zh").data
    rows = texts(data, 1)
    stage = next(i for i, row in enumerate(rows) if "主席台" in row)
    front = next(i for i, row in enumerate(rows) if row[0] == "第1排")
    last = next(i for i, row in enumerate(rows) if row[0] == "第16排")
    assert stage < front < last
    assert "图示视角" in rows[1][0]
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[1]
    assert sheet.print_area
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    blank = [c for c in range(1, len(rows[0])) if not any(row[c] for row in rows[front:last])]
    assert len(blank) == 2
    assert any("陈静（" in word for row in rows for word in row)


@pytest.mark.parametrize("evil", ["=1+1", "+A1", "-2", "@SUM(A1)", "=HYPERLINK(1)"])
def test_names_are_never_formulas(evil: str) -> None:
    programme = planner.prepare(SAMPLES / "rostrum-8")
    book = on_due_places(programme)
    head = book.order[0]
    people = {**book.people, head: dataclasses.replace(book.people[head], name=evil)}
    data = export(dataclasses.replace(book, people=people), seen(programme), "zh").data
    found = [
        cell
        for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == evil
    ]
    assert len(found) == 4  # the chart and three lists
    assert {cell.data_type for cell in found} == {"s"}
    assert all(cell.quotePrefix for cell in found)


def test_control_characters_do_no_harm() -> None:
    programme = planner.prepare(SAMPLES / "rostrum-8")
    book = on_due_places(programme)
    head = book.order[0]
    people = {**book.people, head: dataclasses.replace(book.people[head], name="陆\x0b文澜")}
    data = export(dataclasses.replace(book, people=people), seen(programme), "en").data
    assert any("Lu Wenlan" in word for row in texts(data) for word in row)
    assert data == export(dataclasses.replace(book, people=people), seen(programme), "en").data


def test_commands_export_audit_and_alternatives(tmp_path: Path) -> None:
    """What is exported, is audited without a finding; a change is found; exit codes say so."""
    event = tmp_path / "event"
    shutil.copytree(SAMPLES / "rostrum-8", event, ignore=shutil.ignore_patterns("out"))

    def seating(code: int, *words: str | Path) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "seating", *map(str, words)],
            capture_output=True,
            encoding="utf-8",
            env=os.environ | {"SEATING_LANG": "zh", "PYTHONUTF8": "1"},
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    seating(2, "export", event)
    seating(0, "plan", event)
    seating(0, "export", event)
    chart = event / "out" / "座次表.xlsx"
    assert "没有问题" in seating(0, "audit", event, "--chart", chart)
    book = openpyxl.load_workbook(chart)
    cells = {c.value: c for row in book.worksheets[0].iter_rows() for c in row if c.value}
    cells["周𬀩"].value = "无名氏"
    book.save(chart)
    (told,) = json.loads(seating(1, "audit", event, "--chart", chart, "--format", "json"))
    assert told["missing"] == ["7"]
    assert "无名氏" in told["remarks"][0]["sentence"]
    assert "方案三" in seating(0, "alternatives", event)
    (plans,) = json.loads(seating(0, "alternatives", event, "--format", "json")).values()
    assert [p["totals"][3] for p in plans] == [0, 2, 0]
