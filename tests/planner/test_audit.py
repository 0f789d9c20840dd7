"""A chart made by hand: read in whatever way offices draw it, and judged by the rules."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from smallevent import event_of, people_named, sitting, spec

from seating import planner
from seating.exports.xlsx import Seen, export
from seating.facts.event import Event
from seating.facts.fault import BadInputError
from seating.facts.people import Person, Unit
from seating.facts.plan import Placing, Plan
from seating.planner.audit import Audit, audit, audit_all
from seating.scene.build import Programme, build

NAMES = ["陆文澜", "苏玉衡", "邹国梁", "欧阳牧之", "单立", "周𬀩", "郭书堃", "李静", "李静", "王一"]
UNITS = {"市委办公室": "市委办", "市财政局": "财政局"}


def office(rules: list[Any] | None = None) -> Event:
    """Ten people in three rows of four with an aisle through the middle."""
    people = [
        Person(id=f"P{i}", name=name, rank=i, unit=list(UNITS)[i % 2])
        for i, name in enumerate(NAMES, start=1)
    ]
    hall = sitting("hall", "hall", rows=3, blocks=[2, 2])
    units = [Unit(name=name, short=short) for name, short in UNITS.items()]
    return event_of(people, rules or [], [hall], units=units)


@cache
def planned() -> tuple[Programme, Plan]:
    programme = build(office([spec("x", "apart", who=["P1", "P2"])]))
    return programme, planner.plan(programme).plan


def by_rows(programme: Programme, plan: Plan) -> list[list[str]]:
    """Names (with the unit where two share one) row by row, seen from the audience."""
    prepared = programme.sittings[0]
    who = plan.sittings["hall"].placing.occupant
    rows: dict[int, list[Any]] = {}
    for place in prepared.scene.layout.places:
        rows.setdefault(place.row, []).append(place)
    found = []
    for _, places in sorted(rows.items()):
        line = []
        for place in sorted(places, key=lambda p: p.x):
            person = prepared.scene.person(who[place.id]) if place.id in who else None
            name = person.name if person else ""
            line.append(f"{name}\n{UNITS[person.unit]}" if person and name == "李静" else name)
        found.append(line)
    return found


def write(path: Path, rows: list[list[str]], sheet: str = "座次") -> Path:
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for r, row in enumerate(rows, start=1):
        for c, text in enumerate(row, start=1):
            if text:
                page.cell(r, c).value = text
    book.save(path)
    return path


def check(path: Path, **more: Any) -> Audit:
    return audit(planned()[0], path, **more)


def with_aisle(rows: list[list[str]]) -> list[list[str]]:
    return [[*row[:2], "", *row[2:]] for row in rows]


def stage_on_top(rows: list[list[str]]) -> list[list[str]]:
    return [["全市会议座次表"], ["", "", "主席台"], [], *with_aisle(rows)]


def stage_below(rows: list[list[str]]) -> list[list[str]]:
    turned = [list(reversed(row)) for row in reversed(rows)]
    return [["座次表"], *with_aisle(turned), [], ["", "", "主 席 台"]]


def with_row_numbers(rows: list[list[str]]) -> list[list[str]]:
    numbered = [[f"第{i}排", *row] for i, row in enumerate(with_aisle(rows), start=1)]
    return [["", "1", "2", "走道", "3", "4"], *numbered]


def spaced(rows: list[list[str]]) -> list[list[str]]:
    """Names of two characters spread by a full-width space."""
    wide = [[f"{t[0]}\u3000{t[1]}" if len(t) == 2 else t for t in row] for row in rows]
    return stage_on_top(wide)


def in_brackets(rows: list[list[str]]) -> list[list[str]]:
    return stage_on_top([[t.replace("\n", "（") + "）" * ("\n" in t) for t in r] for r in rows])


DRAWINGS: dict[str, Callable[[list[list[str]]], list[list[str]]]] = {
    f.__name__: f
    for f in (stage_on_top, stage_below, with_row_numbers, spaced, in_brackets, with_aisle)
}


@pytest.mark.parametrize("drawing", sorted(DRAWINGS))
def test_plain_grids_are_read_however_they_are_drawn(drawing: str, tmp_path: Path) -> None:
    programme, plan = planned()
    path = write(tmp_path / "c.xlsx", DRAWINGS[drawing](by_rows(programme, plan)))
    found = check(path)
    assert found.chart.places == plan.sittings["hall"].placing.places
    assert found.clean, (found.remarks, found.findings, found.missing)


def test_view_of_a_plain_grid_can_be_told(tmp_path: Path) -> None:
    programme, plan = planned()
    mirrored = [list(reversed(row)) for row in by_rows(programme, plan)]
    path = write(tmp_path / "c.xlsx", stage_on_top(mirrored))
    assert check(path, view="seated").clean
    assert not check(path).clean


def test_our_own_export_is_read_back_from_either_side(tmp_path: Path) -> None:
    programme, plan = planned()
    book = planner.book(programme, plan)
    form = programme.sittings[0].form
    for view in programme.sittings[0].scene.layout.views:
        for language in ("zh", "en"):
            seen = {"hall": Seen(view, form.VIEW_TITLES[view])}
            path = tmp_path / f"{view}.xlsx"
            path.write_bytes(export(book, seen, "en" if language == "en" else "zh").data)
            found = check(path)
            assert found.chart.places == plan.sittings["hall"].placing.places
            assert found.clean


def swap(rows: list[list[str]], a: str, b: str) -> list[list[str]]:
    return [[b if t == a else a if t == b else t for t in row] for row in rows]


def changed(tmp_path: Path, change: Callable[[list[list[str]]], list[list[str]]]) -> Audit:
    return check(write(tmp_path / "c.xlsx", stage_on_top(change(by_rows(*planned())))))


def test_somebody_left_out(tmp_path: Path) -> None:
    found = changed(tmp_path, lambda rows: [["" if t == "王一" else t for t in r] for r in rows])
    assert found.missing == ("P10",)
    assert not found.clean


def test_somebody_unknown_and_somebody_twice(tmp_path: Path) -> None:
    found = changed(
        tmp_path,
        lambda rows: [
            ["赵无名" if t == "王一" else "单立" if t == "周𬀩" else t for t in r] for r in rows
        ],
    )
    words = " ".join(r.sentence.zh for r in found.remarks)
    assert "赵无名" in words
    assert "单立重复出现" in words
    assert set(found.missing) == {"P10", "P6"}


def test_broken_rule_is_named_with_its_seats(tmp_path: Path) -> None:
    programme, plan = planned()
    places = plan.sittings["hall"].placing
    layout = programme.sittings[0].scene.layout
    beside = [p for p in layout.near(places.places["P1"], "beside") if p in places.occupant]
    neighbour = places.occupant[beside[0]]
    name = next(p.name for p in programme.event.people if p.id == neighbour)
    found = changed(tmp_path, lambda rows: swap(rows, name, "苏玉衡"))
    assert [f.rule for f in found.findings] == ["x"]
    assert found.findings[0].level == "must"
    assert found.totals["must"] == 1
    assert found.worse == "must"


def test_two_neighbours_exchanged_are_worse_than_the_best(tmp_path: Path) -> None:
    found = changed(tmp_path, lambda rows: swap(rows, "单立", "王一"))
    assert not found.findings
    assert found.worse == "prefer"
    assert found.best is not None
    assert found.totals["prefer"] > found.best[3].value


def test_people_of_one_name_without_units_are_reported(tmp_path: Path) -> None:
    found = changed(tmp_path, lambda rows: [[t.split("\n")[0] for t in r] for r in rows])
    assert sum("李静" in r.sentence.zh for r in found.remarks) == 2
    assert not found.missing


def test_name_in_the_aisle_fits_no_seat(tmp_path: Path) -> None:
    rows = stage_on_top([["" if t == "王一" else t for t in r] for r in by_rows(*planned())])
    rows[3][2] = "王一"
    found = check(write(tmp_path / "c.xlsx", rows))
    assert found.remarks
    assert "P10" in found.missing or found.worse


def test_rule_about_somebody_missing_is_not_held_against_the_others(tmp_path: Path) -> None:
    rules = [spec("y", "beside", who=["P10"], of=["P9"])]
    programme = build(office(rules))
    plan = planner.plan(programme).plan
    rows = [["" if t == "王一" else t for t in r] for r in by_rows(programme, plan)]
    found = audit(programme, write(tmp_path / "c.xlsx", stage_on_top(rows)))
    assert found.missing == ("P10",)
    assert not found.findings


@pytest.mark.parametrize("told", [{"sheet": "没有"}, {"sitting": "none"}], ids=["sheet", "sitting"])
def test_unknown_sheet_or_sitting_is_bad_input(told: dict[str, str], tmp_path: Path) -> None:
    path = write(tmp_path / "c.xlsx", stage_on_top(by_rows(*planned())))
    with pytest.raises(BadInputError):
        check(path, **told)


def test_file_without_anybody_or_no_workbook_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInputError):
        check(write(tmp_path / "c.xlsx", [["x", "y"]]))
    (tmp_path / "d.xlsx").write_bytes(b"no workbook")
    with pytest.raises(BadInputError):
        check(tmp_path / "d.xlsx")
    with pytest.raises(BadInputError):
        check(tmp_path / "none.xlsx")


def test_sheet_and_sitting_are_found_by_whom_they_hold(tmp_path: Path) -> None:
    people = people_named("abcdef")
    event = event_of(
        people,
        [],
        [sitting("s", who=["id:a", "id:b", "id:c"]), sitting("t", who=["id:d", "id:e", "id:f"])],
    )
    book = openpyxl.Workbook()
    book.active["A1"] = "nobody"
    page = book.create_sheet("t")
    for at, name in enumerate("fde", start=1):
        page.cell(1, at).value = name
    book.save(tmp_path / "c.xlsx")
    found = audit(build(event), tmp_path / "c.xlsx")
    assert (found.prepared.sitting.id, found.sheet) == ("t", "t")
    assert len(found.chart.places) == 3


def twice(rules: list[Any] | None = None) -> Event:
    """Six people at two sittings, one after the other."""
    sittings = [sitting("s", title="上午"), sitting("t", title="下午")]
    return event_of(people_named("uvwxyz"), rules or [], sittings)


def exported(programme: Programme, plan: Plan, path: Path) -> Path:
    book = planner.book(programme, plan)
    seen = {
        p.sitting.id: Seen(view := p.scene.layout.views[0], p.form.VIEW_TITLES[view])
        for p in programme.sittings
    }
    path.write_bytes(export(book, seen, "zh").data)
    return path


def exchange(path: Path, sheet: str, a: str, b: str) -> Path:
    """Let two people change places on one sheet."""
    book = openpyxl.load_workbook(path)
    cells = {c.value: c for row in book[sheet].iter_rows() for c in row if c.value in (a, b)}
    cells[a].value, cells[b].value = b, a
    book.save(path)
    return path


def test_every_sheet_of_a_workbook_is_audited(tmp_path: Path) -> None:
    programme = build(twice([spec("x", "pinned", who=["u"], place=["R1-1"], sitting="t")]))
    path = exported(programme, planner.plan(programme).plan, tmp_path / "c.xlsx")
    first, second = audit_all(programme, path)
    assert (first.sheet, second.sheet) == ("上午", "下午")
    assert first.clean
    assert second.clean
    first, second = audit_all(programme, exchange(path, "下午", "u", "w"))
    assert first.clean
    assert [f.rule for f in second.findings] == ["x"]


def test_a_workbook_with_one_chart_is_audited_for_that_sitting_only(tmp_path: Path) -> None:
    programme = build(twice())
    path = exported(programme, planner.plan(programme).plan, tmp_path / "c.xlsx")
    book = openpyxl.load_workbook(path)
    del book["上午"]
    book.save(path)
    (only,) = audit_all(programme, path)
    assert only.prepared.sitting.id == "t"
    assert only.clean


def test_rules_see_the_other_sheets_of_the_workbook(tmp_path: Path) -> None:
    """Who keeps his seat of the morning is judged by the morning as it is drawn."""
    programme = build(twice([spec("x", "same-seat", sitting="t", other="s")]))
    path = exported(programme, planner.plan(programme).plan, tmp_path / "c.xlsx")
    assert all(one.clean for one in audit_all(programme, path))
    first, second = audit_all(programme, exchange(path, "上午", "u", "w"))
    assert first.worse == "prefer"
    assert [f.subjects for f in second.findings] == [("u",), ("w",)]
    both = audit_all(programme, exchange(path, "下午", "u", "w"))
    assert not both[1].findings


def test_rules_see_the_plan_where_the_file_has_no_chart(tmp_path: Path) -> None:
    programme = build(twice([spec("x", "same-seat", sitting="t", other="s")]))
    plan = planner.plan(programme).plan
    path = exported(programme, plan, tmp_path / "c.xlsx")
    seats = dict(plan.sittings["s"].placing.places)
    seats["u"], seats["w"] = seats["w"], seats["u"]
    morning = dataclasses.replace(plan.sittings["s"], placing=Placing(sitting="s", places=seats))
    other = dataclasses.replace(plan, sittings={**plan.sittings, "s": morning})
    assert audit(programme, path, sitting="t", plan=plan).clean
    assert audit(programme, path, sitting="t").clean  # then the best plan is made
    found = audit(programme, path, sitting="t", plan=other)
    assert [f.subjects for f in found.findings] == [("u",), ("w",)]


def test_chairs_that_were_set_are_those_of_the_plan(tmp_path: Path) -> None:
    """One leaves, his chair stays: the exported chart still fits the room."""
    event = event_of(people_named("uvwxyzk"))
    old = planner.plan(build(event)).plan
    gone = tuple(dataclasses.replace(p, absent=p.id == "w") for p in event.people)
    programme = build(dataclasses.replace(event, people=gone))
    made = planner.replan(programme, old).report
    path = exported(programme, made.plan, tmp_path / "c.xlsx")
    (found,) = audit_all(programme, path, plan=made.plan)
    assert found.chart.places == made.plan.sittings["s"].placing.places
    assert len(found.prepared.scene.layout.places) == 7
    assert not found.remarks
    assert not found.findings
