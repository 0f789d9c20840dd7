"""The reference pages say what the program says, and leave nothing out."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
_SPEC = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
assert _SPEC is not None
assert _SPEC.loader is not None
make_reference = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(make_reference)


def defining(folder: str, word: str) -> list[str]:
    """Return the modules of a package that define a name, read off their text."""
    files = sorted((ROOT / "seating" / folder).glob("*.py"))
    return [f.stem for f in files if re.search(rf"(?m)^{word} = ", f.read_text(encoding="utf-8"))]


def headings(page: Path) -> set[str]:
    """Return the headings of a page, whatever their level."""
    return set(re.findall(r"(?m)^#+ (.+)$", page.read_text(encoding="utf-8")))


OPTIONS = tomllib.loads((ROOT / "rules" / "options.toml").read_text(encoding="utf-8"))["option"]
THINGS = {
    "commands": [f"seating {f.stem[:-5]}" for f in (ROOT / "seating/cli").glob("*_verb.py")],
    "rules": [name.replace("_", "-") for name in defining("kinds", "KIND")],
    "forms": defining("forms", "FORM"),
    "conventions": [option["name"] for option in OPTIONS],
    "documents": defining("documents", "NAME"),
}
CASES = [(page, thing) for page, things in THINGS.items() for thing in sorted(things)]


def test_pages_are_up_to_date() -> None:
    stale = [
        str(path.relative_to(ROOT))
        for path, text in make_reference.pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    assert not stale, f"run `make docs`: {stale}"


@pytest.mark.parametrize(("page", "thing"), CASES, ids=[thing for _, thing in CASES])
def test_everything_has_a_section_in_both_languages(page: str, thing: str) -> None:
    chinese = make_reference.PAGES[page][1]
    assert thing in headings(DOCS / "reference" / f"{page}.md")
    assert thing in headings(DOCS / "zh" / f"{chinese}.md")


def test_lists_are_not_empty() -> None:
    assert all(len(things) > 3 for things in THINGS.values())
