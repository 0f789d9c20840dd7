"""The main job from the outside: exit codes, files, languages, repeatability."""

from __future__ import annotations

import csv
import io
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import SAMPLES, Run, tree


def test_main_job(process: Run, event: Path) -> None:
    """One command plans, verifies and prints the small sample."""
    done = process("run", event)

    assert done.returncode == 0, done.stderr
    assert "独立核验通过" in done.stdout
    assert (event / "plan.json").exists()
    assert any(p.suffix == ".pdf" for p in (event / "out").iterdir())


def test_english_on_request(seating: Run, event: Path) -> None:
    """Interface and documents in English, side by side with the Chinese ones."""
    done = seating("run", event, "--language", "both", lang="en")

    assert done.returncode == 0, done.stderr
    assert "independently verified" in done.stdout
    assert any((event / "out" / "en").iterdir())


def test_same_input_same_bytes(seating: Run, process: Run, event: Path, tmp_path: Path) -> None:
    """A second run writes the same bytes, and so does a shuffled roster."""
    other = tmp_path / "elsewhere" / "event"
    shutil.copytree(event, other)
    _shuffle(other / "roster.csv")
    seating("run", event)
    process("run", other)
    first, second = tree(event), tree(other)
    seating("run", event)

    assert tree(event) == first
    del first["roster.csv"], second["roster.csv"]
    assert second == first


def _shuffle(path: Path) -> None:
    head, *rows = path.read_text(encoding="utf-8-sig").splitlines()
    random.Random(7).shuffle(rows)
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


def test_shuffled_large_sample(seating: Run, tmp_path: Path) -> None:
    """The large sample: shuffled rows of the workbook change neither plan nor a printed byte."""
    import openpyxl

    folders = []
    for name in ("one", "two"):
        folder = tmp_path / name / "office-conference"
        shutil.copytree(
            SAMPLES / "office-conference", folder, ignore=shutil.ignore_patterns("out", "*.py")
        )
        folders.append(folder)
    book = openpyxl.load_workbook(folders[1] / "roster.xlsx")
    for sheet in book.worksheets:
        rows = [[c.value for c in row] for row in sheet.iter_rows()]
        if len(rows) < 20:
            continue
        at = next(i for i, row in enumerate(rows) if sum(v is not None for v in row) > 2)
        body = rows[at + 1 :]
        random.Random(3).shuffle(body)
        for r, row in enumerate(body, start=at + 2):
            for c, value in enumerate(row, start=1):
                sheet.cell(r, c).value = value
    book.save(folders[1] / "roster.xlsx")
    documents = [
        "hall_chart",
        "rostrum_chart",
        "seat_list",
        "sign_in",
        "contacts",
        "place_cards",
        "handbook",
    ]
    for folder in folders:
        done = seating("run", folder, *(word for name in documents for word in ("-d", name)))
        assert done.returncode == 0, done.stderr
    first, second = (tree(f) for f in folders)
    del first["roster.xlsx"], second["roster.xlsx"]

    assert second == first


def test_report_as_json(process: Run, event: Path) -> None:
    """The report as data names every person's place and each level's bound."""
    data = json.loads(process("plan", event, "--format", "json").stdout)
    sitting = data["sittings"]["rostrum"]

    assert len(sitting["placements"]) == 8
    assert all(level["proven"] for level in sitting["levels"])


def test_no_plan_exits_1_and_writes_nothing(seating: Run, event: Path) -> None:
    """Rules that clash: the clash is named, nothing is written."""
    people = _ids(event)
    with (event / "event.toml").open("a", encoding="utf-8") as file:
        file.write(
            "".join(
                f'\n[[rule]]\nid = "pin-{i}"\nkind = "pinned"\nwho = ["{people[i]}"]\n'
                f'place = ["R1-1"]\n'
                for i in (0, 1)
            )
        )
    before = tree(event)
    done = seating("run", event)

    assert done.returncode == 1
    assert "pin-0" in done.stdout
    assert "pin-1" in done.stdout
    assert tree(event) == before


def _ids(event: Path) -> list[str]:
    text = (event / "roster.csv").read_text(encoding="utf-8-sig")
    return [row["编号"] for row in csv.DictReader(io.StringIO(text))]


def test_print_needs_a_plan(seating: Run, event: Path) -> None:
    """Printing before planning says what to do first."""
    done = seating("print", event)

    assert done.returncode == 2
    assert "seating plan" in done.stderr


def test_plan_then_print_then_show(seating: Run, event: Path) -> None:
    """The steps of the main job one by one."""
    assert seating("plan", event).returncode == 0
    assert seating("print", event, "-d", "rostrum-chart").returncode == 0
    shown = seating("show", event)
    assert shown.returncode == 0
    assert "主席台" in shown.stdout
    assert len(list((event / "out").glob("*.pdf"))) == 1


def test_new_event_runs_at_once(seating: Run, tmp_path: Path) -> None:
    """The folder that ``new`` makes is complete; an existing folder is left alone."""
    done = seating("new", "我的会议")

    assert done.returncode == 0, done.stderr
    assert seating("run", "我的会议").returncode == 0
    assert seating("new", "我的会议").returncode == 2


def test_new_like_a_sample(seating: Run, tmp_path: Path) -> None:
    """A sample can be taken as the starting point; its scripts and results are not copied."""
    assert seating("new", "mine", "--like", "rostrum-8").returncode == 0
    assert not list((tmp_path / "mine").rglob("*.py"))
    assert seating("new", "other", "--like", "nothing").returncode == 2


@pytest.mark.parametrize("words", [["--help"], ["run", "--help"], ["preview", "rostrum", "8"]])
def test_light_commands_load_nothing_heavy(words: list[str]) -> None:
    """Help and previews start at once because nothing heavy is imported."""
    code = (
        "import sys\nfrom seating.cli.main import main\n"
        f"try:\n    main({words!r})\nexcept SystemExit:\n    pass\n"
        "heavy = {'ortools', 'reportlab', 'openpyxl', 'fontTools', 'numpy', 'networkx'}\n"
        "sys.exit(','.join(sorted(heavy & set(sys.modules))) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ["forms"],
        ["forms", "rostrum"],
        ["kinds"],
        ["conventions"],
        ["conventions", "cn-domestic"],
        ["documents"],
    ],
)
def test_lists(seating: Run, words: list[str], lang: str) -> None:
    """Each list prints in both languages, as text and as JSON."""
    done = seating(*words, lang=lang)

    assert done.returncode == 0, done.stderr
    assert len(done.stdout) > 50
    assert json.loads(seating(*words, "--format", "json", lang=lang).stdout)
