"""The quick instances come to what is published, proven."""

from __future__ import annotations

import pytest

from tests.benchmarks import halls, wedding


@pytest.mark.parametrize(("tables", "seats", "value"), [(5, 4, "276"), (2, 10, "318")])
def test_seventeen_guests(tables: int, seats: int, value: str) -> None:
    result = wedding.run(tables, seats)
    assert (result.value, result.bound, result.proven) == (value, value, True)


def test_a_full_hall() -> None:
    result = halls.run(300)
    assert (result.value, result.proven) == ("0", True)
