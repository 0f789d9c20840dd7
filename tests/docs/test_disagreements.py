"""The page of disagreements is what options and forms say, and each choice makes a difference."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from seating.reading.options import load_options

ROOT = Path(__file__).resolve().parents[2]
_SPEC = importlib.util.spec_from_file_location(
    "make_disagreements", ROOT / "docs" / "make_disagreements.py"
)
assert _SPEC is not None
assert _SPEC.loader is not None
made = importlib.util.module_from_spec(_SPEC)
sys.modules["make_disagreements"] = made
_SPEC.loader.exec_module(made)

OPTIONS = {option.name: option for option in load_options()}
COUNTED = {"rostrum.moderator", "hall.access", "order.substitute", "banquet.hosts_limit"}
SAME_PLACES = {"ribbon.knots"}


def test_page_is_up_to_date() -> None:
    assert made.PAGE.read_text(encoding="utf-8") == made.page(), "run `make docs`"


def test_every_option_is_there_with_every_choice_and_source() -> None:
    text = made.PAGE.read_text(encoding="utf-8")
    for option in OPTIONS.values():
        _, _, rest = text.partition(f"### {option.name}\n")
        own = rest.partition("\n### ")[0]
        assert f"默认 `{option.default}`" in own
        for choice in option.choices:
            assert f"* `{choice.value}` {choice.title.zh}" in own
            assert made.linked(choice.source) in own


def test_options_that_seat_people_are_drawn() -> None:
    assert set(made.EXAMPLES) == OPTIONS.keys() - COUNTED - SAME_PLACES


@pytest.mark.parametrize("name", sorted(made.EXAMPLES))
def test_each_choice_seats_people_differently(name: str) -> None:
    option = OPTIONS[name]
    drawings = [made.drawing(option, choice.value) for choice in option.choices]
    assert all(drawings)
    assert len(set(drawings)) == len(drawings)
