"""``seating export``: every format, both languages, the same bytes twice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def seating(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "seating", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"SEATING_LANG": "zh", "PYTHONUTF8": "1"},
        check=False,
    )


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "event"
    shutil.copytree(SAMPLES / "rostrum-8", folder, ignore=shutil.ignore_patterns("out"))
    assert seating("plan", folder).returncode == 0
    return folder


def test_every_format_in_both_languages(event: Path, tmp_path: Path) -> None:
    words = ("export", event, "--as", "all", "--language", "both", "--dpi", "60", "--out")
    for folder in ("one", "two"):
        done = seating(*words, tmp_path / folder)
        assert done.returncode == 0, done.stderr
    one, two = (
        {p.relative_to(tmp_path / f): p.read_bytes() for p in (tmp_path / f).rglob("*.*")}
        for f in ("one", "two")
    )
    assert one == two
    kinds = [path.suffix for path in one]
    for kind, count in ((".xlsx", 2), (".docx", 2), (".ics", 2), (".svg", 2), (".png", 4)):
        assert kinds.count(kind) == count, kind
    picture = next(p for p in (tmp_path / "one").glob("*.png"))
    with Image.open(picture) as image:
        assert image.size == (702, 497)  # A4 lying at 60 dots to an inch
        assert image.info["dpi"] == pytest.approx((60, 60), abs=0.1)


def test_pictures_of_other_documents_and_paper(event: Path, tmp_path: Path) -> None:
    done = seating(
        "export", event, "--as", "png", "-d", "seat_list", "--paper", "A5", "--dpi", "72",
        "--out", tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (first, *_) = sorted(tmp_path.glob("*.png"))
    with Image.open(first) as image:
        assert image.size == (420, 596)
    done = seating("export", event, "--as", "png", "--paper", "A0", "--dpi", "1200")
    assert done.returncode == 2
    assert "太大" in done.stderr
    assert "Traceback" not in done.stderr


def test_svg_has_every_name(event: Path, tmp_path: Path) -> None:
    assert seating("export", event, "--as", "svg", "--out", tmp_path).returncode == 0
    (path,) = tmp_path.glob("*.svg")
    text = path.read_text(encoding="utf-8")
    names = [
        line.split(",")[1]
        for line in (event / "roster.csv").read_text("utf-8-sig").splitlines()[1:]
    ]
    assert names
    for name in names:
        assert text.count(f">{name}<") == 1, name
    assert "图示视角" in text


def test_what_comes_to_nothing_says_why(event: Path, tmp_path: Path) -> None:
    folder = tmp_path / "event"
    shutil.copytree(event, folder)
    text = (folder / "event.toml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("start", "end"))]
    (folder / "event.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = seating("export", folder, "--as", "ics")
    assert done.returncode == 0
    assert "start" in done.stderr
    assert not list(folder.rglob("*.ics"))
