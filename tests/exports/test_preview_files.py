"""``seating preview`` writes charts; interpreters come where the form keeps places for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from seating.cli.preview_files import with_interpreters
from seating.facts.venue import Need
from seating.forms.registry import form_names
from seating.reading.packs import load_convention


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "seating", *words],
        cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize("name", form_names())
def test_both_files_of_every_form(name: str, tmp_path: Path) -> None:
    done = run(
        "preview", name, "--hosts", "5", "--guests", "5", "--convention", "cn-foreign",
        "--pdf", "a.pdf", "--svg", "sub/b.svg", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "a.pdf" in done.stderr
    text = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage().get_text_range()
    assert "图示视角" in text
    first = done.stdout.splitlines()[0].replace("|", " ").split()
    svg = (tmp_path / "sub" / "b.svg").read_bytes()
    marks = {node.text for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("text")}
    seated = [mark for mark in first if mark != "_" and not mark[0].isdigit()]
    assert set(seated) <= marks
    assert all(mark in text for mark in seated)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf", "sub"]


def test_files_are_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("old")
    for _ in range(2):
        assert run("preview", "rostrum", "5", "--svg", "a.svg", cwd=tmp_path).returncode == 0
    one = (tmp_path / "a.svg").read_bytes()
    assert one.startswith(b"<?xml")
    assert run("preview", "rostrum", "5", "--pdf", "a.pdf", cwd=tmp_path).returncode == 0
    two = (tmp_path / "a.pdf").read_bytes()
    assert run("preview", "rostrum", "5", "--pdf", "a.pdf", cwd=tmp_path).returncode == 0
    assert (tmp_path / "a.pdf").read_bytes() == two


def test_text_and_json_stay_clean(tmp_path: Path) -> None:
    plain = run("preview", "rostrum", "8", cwd=tmp_path).stdout
    assert run("preview", "rostrum", "8", "--svg", "x.svg", cwd=tmp_path).stdout == plain
    data = run("preview", "rostrum", "8", "--format", "json", "--svg", "x.svg", cwd=tmp_path)
    assert data.stdout.strip().startswith("[")


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    for target in ("folder", "file/b.svg"):
        done = run("preview", "rostrum", "5", "--svg", target, cwd=tmp_path)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_a_wrong_word_writes_nothing(tmp_path: Path) -> None:
    done = run("preview", "rostrun", "5", "--pdf", "a.pdf", cwd=tmp_path)
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("form", "convention", "each", "wanted"),
    [
        ("talks", "cn-foreign", None, {"host": 1, "guest": 1}),
        ("round_table", "cn-foreign", None, {"host": 1, "guest": 1}),
        ("talks", "cn-domestic", None, {}),
        ("talks", "cn-domestic", 2, {"host": 2, "guest": 2}),
        ("talks", "cn-foreign", 0, {}),
        ("vehicle", "cn-foreign", 1, {"guest": 1}),
        ("rostrum", "cn-foreign", 3, {}),
    ],
)  # fmt: skip
def test_interpreters(form: str, convention: str, each: int | None, wanted: dict[str, int]) -> None:
    need = Need(count=8, parties={"host": 4, "guest": 4})
    pack = load_convention(convention, {})
    roles = {(side, "interpreter"): number for side, number in wanted.items()}
    assert with_interpreters(form, need, pack, each).roles == roles


def test_talks_with_interpreters_read_as_published(tmp_path: Path) -> None:
    done = run(
        "preview", "talks", "--hosts", "5", "--guests", "5", "--convention", "cn-foreign",
        cwd=tmp_path,
    )  # fmt: skip
    assert done.stdout.splitlines()[:2] == ["G5 G3 t G1 G2 G4", "H4 H2 H1 T H3 H5"]
