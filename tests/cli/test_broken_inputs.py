"""Broken inputs: one clear message each, exit code 2 (1 where no plan exists), nothing written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run, tree

Break = Callable[[Path], None]


def _toml(event: Path, old: str, new: str) -> None:
    path = event / "event.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _more(event: Path, text: str) -> None:
    with (event / "event.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + text)


def _roster_lines(event: Path) -> list[str]:
    return (event / "roster.csv").read_text(encoding="utf-8-sig").splitlines()


def _write_roster(event: Path, lines: list[str]) -> None:
    (event / "roster.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def missing_file(event: Path) -> None:
    (event / "roster.csv").unlink()


def junk_workbook(event: Path) -> None:
    (event / "roster.csv").unlink()
    (event / "roster.xlsx").write_bytes(bytes(range(256)) * 40)


def unknown_key(event: Path) -> None:
    _toml(event, "[event]", '[event]\norganizor = "x"')


def duplicate_id(event: Path) -> None:
    lines = _roster_lines(event)
    _write_roster(event, [*lines, lines[1]])


def cycle(event: Path) -> None:
    a, b, c = (line.split(",")[0] for line in _roster_lines(event)[1:4])
    text = (event / "event.toml").read_text(encoding="utf-8")
    before = f'before = [["{a}", "{b}"], ["{b}", "{c}"], ["{c}", "{a}"]]'
    if "[precedence]" in text:
        _toml(event, "[precedence]", f"[precedence]\n{before}")
    else:
        _more(event, f"[precedence]\n{before}\n")


def too_many(event: Path) -> None:
    _more(
        event,
        "[[sitting]]\nid = 'small'\ntitle = '小会场'\nform = 'hall'\n"
        "[sitting.layout]\nrows = 1\nblocks = [5]\n",
    )


def negative_rows(event: Path) -> None:
    _more(
        event, "[[sitting]]\nid = 'h'\ntitle = '会场'\nform = 'hall'\n[sitting.layout]\nrows = -3\n"
    )


def unknown_form(event: Path) -> None:
    _toml(event, 'form = "rostrum"', 'form = "rostrim"')


def impossible_date(event: Path) -> None:
    text = (event / "event.toml").read_text(encoding="utf-8")
    line = next(x for x in text.splitlines() if x.strip().startswith("start"))
    _toml(event, line, 'start = "2026-02-30 09:00"')


def unknown_person(event: Path) -> None:
    _more(event, '[[rule]]\nid = "r"\nkind = "apart"\nwho = ["没有这个人", "也没有"]\n')


def unknown_kind(event: Path) -> None:
    _more(event, '[[rule]]\nid = "r"\nkind = "besides"\nwho = ["all"]\n')


def formula(event: Path) -> None:
    import openpyxl

    rows = [line.split(",") for line in _roster_lines(event)]
    (event / "roster.csv").unlink()
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active["B3"] = "=A1&A2"
    book.save(event / "roster.xlsx")


def syntax(event: Path) -> None:
    _more(event, "[[rule]\nid = 3")


@pytest.mark.parametrize(
    ("damage", "code", "said"),
    [
        (missing_file, 2, ["roster"]),
        (junk_workbook, 2, ["roster.xlsx"]),
        (unknown_key, 2, ["organizor", "organiser"]),
        (duplicate_id, 2, ["roster.csv"]),
        (cycle, 2, ["圈"]),
        (too_many, 1, ["8", "5"]),
        (negative_rows, 2, ["-3", "rows"]),
        (unknown_form, 2, ["rostrim", "rostrum"]),
        (impossible_date, 2, ["2026-02-30", "start"]),
        (unknown_person, 2, ["没有这个人"]),
        (unknown_kind, 2, ["besides", "beside"]),
        (formula, 2, ["roster.xlsx", "B"]),
        (syntax, 2, ["event.toml"]),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_broken(seating: Run, event: Path, damage: Break, code: int, said: list[str]) -> None:
    """The message names the culprit; no traceback; the folder stays as it was."""
    damage(event)
    before = tree(event)
    done = seating("run", event)
    heard = done.stdout + done.stderr

    assert done.returncode == code, heard
    for word in said:
        assert word in heard
    assert "Traceback" not in heard
    assert tree(event) == before


def test_gbk_simply_works(seating: Run, event: Path) -> None:
    """A roster saved by Excel in GBK gives the same plan as in UTF-8."""
    seating("run", event)
    plan = (event / "plan.json").read_bytes()
    text = (event / "roster.csv").read_text(encoding="utf-8-sig")
    (event / "roster.csv").write_bytes(text.encode("gb18030"))
    done = seating("run", event)

    assert done.returncode == 0, done.stderr
    assert (event / "plan.json").read_bytes() == plan


def test_all_faults_at_once(seating: Run, event: Path) -> None:
    """Faults of different files and kinds come together, not one by one."""
    unknown_key(event)
    impossible_date(event)
    duplicate_id(event)
    done = seating("check", event)

    assert done.returncode == 2
    assert done.stderr.count("✗") >= 3


def test_broken_run_keeps_earlier_results(seating: Run, event: Path) -> None:
    """A failing run leaves the earlier plan and documents untouched."""
    seating("run", event)
    before = tree(event)
    unknown_form(event)
    before["event.toml"] = (event / "event.toml").read_bytes()
    seating("run", event)

    assert tree(event) == before
