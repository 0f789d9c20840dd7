"""Conventions as the packs in ``rules/`` write them, read without the product's own reader."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from seating.facts.convention import Convention
from seating.facts.data import data_root
from seating.facts.text import Text


def read(name: str) -> dict[str, Any]:
    """Return one TOML file of ``rules/``."""
    return tomllib.loads((data_root("rules") / f"{name}.toml").read_text("utf-8"))


def make(pack: str = "cn-domestic", **options: str) -> Convention:
    """Return a pack's convention; ``rostrum__even="b"`` sets the option ``rostrum.even``."""
    own = read(pack)
    values = {o["name"]: o["default"] for o in read("options")["option"]}
    if parent := own["pack"].get("extends"):
        values |= read(parent)["options"]
    values |= own["options"]
    values |= {name.replace("__", "."): value for name, value in options.items()}
    return Convention(
        id=own["pack"]["id"],
        title=Text(own["pack"]["title_zh"], own["pack"]["title_en"]),
        source=own["pack"]["source"],
        values=values,
    )


@pytest.fixture(scope="session")
def convention() -> Callable[..., Convention]:
    return make


@pytest.fixture(scope="session")
def rules() -> Callable[[str], dict[str, Any]]:
    return read
