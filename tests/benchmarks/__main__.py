"""Times every instance and prints one table; ``--write`` keeps it in RESULTS.md."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks import dinner, halls, sample, wedding
from tests.benchmarks.record import Result

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
HEAD = """\
# Results

Written by `python -m tests.benchmarks --write`.  Seconds are CPU seconds of all threads
(the search itself is one thread), so they depend little on what else the machine does.  Every
plan was counted again by the checker.  Peers' figures are as published or as measured once on
other machines.

{machine}

| instance | value | bound | proven | CPU seconds | peers |
|---|---|---|---|---|---|
"""
NOTES = """
* **wedding-17**: the sum of acquaintance within tables, larger is better; everybody has at least
  one *other* person whom he knows at his table.
* **dinner party**: professions and their kinds at each table, men and women alternating, a hobby
  shared with a neighbour; then, harder, with both.
* **halls**: squared steps from the due places; read from files, planned and verified.  With the
  pairs, ten times two people who are due side by side must be parted.
* **conference**: values of the levels that are not 0.
"""


def every() -> Iterator[Callable[[], list[Result]]]:
    """Yield the instances, quick ones first."""
    yield lambda: [halls.run(300)]
    yield lambda: [halls.run(1000)]
    yield lambda: [halls.run(3000)]
    yield lambda: [halls.run(300, apart=10)]
    yield lambda: [halls.run(1000, apart=10)]
    yield lambda: [wedding.run(2, 10)]
    yield lambda: [wedding.run(5, 4)]
    yield sample.run
    yield lambda: [dinner.run()]
    yield lambda: [dinner.run(neighbours=2)]


def line(result: Result) -> str:
    """Return one row of the table."""
    proven = "yes" if result.proven else "no"
    cells = (result.instance, result.value, result.bound, proven, f"{result.cpu:.1f}", result.peers)
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    """Run everything; print each row as soon as it is there."""
    machine = f"Python {platform.python_version()}, OR-Tools {version('ortools')}."
    text = HEAD.format(machine=machine)
    print(text, end="", flush=True)
    for instance in every():
        for result in instance():
            text += line(result) + "\n"
            print(line(result), flush=True)
    if "--write" in sys.argv:
        RESULTS.write_text(text + NOTES, encoding="utf-8")


if __name__ == "__main__":
    main()
