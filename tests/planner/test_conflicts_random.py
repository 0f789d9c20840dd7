"""Random rules that clash: the core reported is a true one, minimal, and concessions work."""

from __future__ import annotations

import pytest
from clashes import RULES, SEATS, instance, judge, possible


@pytest.mark.parametrize("seed", range(12))  # 200 of them: tests/benchmarks
def test_conflict_reported_is_true(seed: int) -> None:
    verdict = judge(seed)
    assert verdict.people <= SEATS
    assert verdict.rules <= RULES
    assert verdict.infeasible, "the core by itself must be impossible"
    assert verdict.minimal, "without any one of its rules the core must be possible"
    assert verdict.concessions, "every concession named must make a plan possible"
    assert verdict.cpu < 30


def test_instances_clash_as_a_whole() -> None:
    for seed in (3, 14):
        prepared = instance(seed)
        assert not possible(prepared.scene, prepared.rules)
