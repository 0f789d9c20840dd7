"""``seating print --who``: single cards again, from the outside."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run


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
