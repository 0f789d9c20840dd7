"""``seating print --who``: single cards again, from the outside."""

from __future__ import annotations

import shutil
from pathlib import Path

from .conftest import SAMPLES, Run


def test_cards_of_one_person(seating: Run, event: Path) -> None:
    assert seating("run", event, "-d", "place_cards").returncode == 0
    before = (event / "out" / "printed.json").read_bytes()
    done = seating("print", event, "--who", "邹国梁", "--who", "4")
    assert done.returncode == 0, done.stderr
    made = sorted(p.name for p in (event / "out" / "补印").iterdir())
    assert made == ["桌签_rostrum.pdf"]
    assert "2页" in done.stdout
    assert (event / "out" / "printed.json").read_bytes() == before


def test_nobody_of_that_name(seating: Run, event: Path) -> None:
    seating("run", event, "-d", "place_cards")
    done = seating("print", event, "--who", "Nobody", "-d", "notice", lang="en")
    assert done.returncode == 2
    assert "no pieces for single people" in done.stderr
    assert not (event / "out" / "reprint").exists()


def test_nothing_to_print_singly(seating: Run, tmp_path: Path) -> None:
    """Where the event prints charts and lists alone, nothing is printed in their place."""
    folder = tmp_path / "cars"
    shutil.copytree(SAMPLES / "motorcade", folder)
    assert seating("plan", folder).returncode == 0
    done = seating("print", folder, "--who", "1")
    assert done.returncode == 2
    assert "请用 -d 写明" in done.stderr
    assert not (folder / "out").exists()
