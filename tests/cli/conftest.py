"""Run the command as a user does; where that matters, in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.inside import run_inside

SAMPLES = Path(__file__).parents[2] / "samples"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def seating(tmp_path: Path) -> Run:
    """Return a function that runs ``seating`` in an empty folder."""

    def run(*words: str | Path, lang: str = "zh") -> subprocess.CompletedProcess[str]:
        return run_inside([str(word) for word in words], tmp_path, lang)

    return run


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """Return a function that runs ``seating`` in an empty folder and a process of its own."""

    def run(*words: str | Path, lang: str = "zh") -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"SEATING_LANG": lang, "PYTHONUTF8": "1"}
        return subprocess.run(
            [sys.executable, "-m", "seating", *map(str, words)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment,
            check=False,
        )

    return run


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """Return a private copy of the small sample."""
    folder = tmp_path / "event"
    shutil.copytree(
        SAMPLES / "rostrum-8", folder, ignore=shutil.ignore_patterns("out", "plan.json")
    )
    return folder


@pytest.fixture(scope="session")
def planned_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small sample on a fixed row of nine chairs and on a row of its own, printed."""
    folder = tmp_path_factory.mktemp("planned")
    for name, layout in (("fixed", "\n[sitting.layout]\nrows = [9]\nfixed = true\n"), ("own", "")):
        event = folder / name / "event"
        ignored = shutil.ignore_patterns("out", "plan.json")
        shutil.copytree(SAMPLES / "rostrum-8", event, ignore=ignored)
        with (event / "event.toml").open("a", encoding="utf-8") as file:
            file.write(layout)
        done = run_inside(["run", str(event)], folder)
        assert done.returncode == 0, done.stderr
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }
