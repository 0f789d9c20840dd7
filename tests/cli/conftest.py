"""Run the command as a user does, in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def seating(tmp_path: Path) -> Run:
    """Return a function that runs ``seating`` in an empty folder."""

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


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }
