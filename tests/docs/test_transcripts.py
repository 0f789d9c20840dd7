"""What the documentation shows of the command line is what the command line says."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_SPEC = importlib.util.spec_from_file_location(
    "make_transcripts", ROOT / "docs" / "make_transcripts.py"
)
assert _SPEC is not None
assert _SPEC.loader is not None
make_transcripts = importlib.util.module_from_spec(_SPEC)
sys.modules["make_transcripts"] = make_transcripts  # its dataclass looks itself up
_SPEC.loader.exec_module(make_transcripts)
PAGES = make_transcripts.pages()


@pytest.mark.parametrize("page", PAGES, ids=[str(p.relative_to(ROOT)) for p in PAGES])
def test_page_shows_the_real_output(page: Path) -> None:
    text, wrong = make_transcripts.refreshed(page)
    assert not wrong
    assert text == page.read_text(encoding="utf-8"), "run `make docs`"


def test_readmes_and_tutorials_are_among_them() -> None:
    names = {str(p.relative_to(ROOT)) for p in PAGES}
    wanted = {"README.md", "README.zh.md", "docs/tutorial/first-event.md", "docs/zh/快速上手.md"}
    assert wanted <= names


def test_a_gap_stands_for_any_number_of_lines() -> None:
    shown = make_transcripts.shown
    assert shown(["a", "…", "z"], ["a", "b", "c", "z"]) == ["a", "…", "z"]
    assert shown(["a", "…"], ["a", "b", "c"]) == ["a", "…"]
    assert shown(["a"], ["a", "b"]) == ["a", "b"]
