"""Settings of all tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# No test depends on the clock: a busy machine must not fail one.
settings.register_profile("seating", deadline=None, derandomize=True)
settings.load_profile("seating")

# Folders whose files take longest come first, so that two workers end at about the same time.
LONG = ("samples", "docs", "cli", "planner", "exports", "documents", "benchmarks", "bookings")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort long files to the front; within a folder the order stays."""
    root = Path(__file__).parent

    def place(item: pytest.Item) -> int:
        folder = item.path.relative_to(root).parts[0] if item.path.is_relative_to(root) else ""
        return LONG.index(folder) if folder in LONG else len(LONG)

    items.sort(key=place)
