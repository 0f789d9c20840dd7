"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# No test depends on the clock: a busy machine must not fail one.
settings.register_profile("seating", deadline=None, derandomize=True)
settings.load_profile("seating")
