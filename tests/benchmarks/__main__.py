"""Times every instance; ``--write`` keeps the figures in RESULTS.md.

    python -m tests.benchmarks                   everything
    python -m tests.benchmarks cards --write     one part, which alone is written anew

The plans are the part ``plans``.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version

from tests.benchmarks import cards, charts, conflicts, dinner, halls, sample, wedding
from tests.benchmarks.meetings import run as meetings
from tests.benchmarks.record import Result, keep

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


SECTIONS: dict[str, Callable[[], tuple[str, str]]] = {
    "cards": cards.section,
    "charts": charts.section,
    "conflicts": conflicts.section,
    "meetings": meetings.section,
}
"""Parts with tables of their own: each returns its heading and its text."""


def line(result: Result) -> str:
    """Return one row of the table."""
    proven = "yes" if result.proven else "no"
    cells = (result.instance, result.value, result.bound, proven, f"{result.cpu:.1f}", result.peers)
    return "| " + " | ".join(cells) + " |"


def plans() -> str:
    """Run the instances; print each row as soon as it is there, and return the text."""
    machine = f"Python {platform.python_version()}, OR-Tools {version('ortools')}."
    text = HEAD.format(machine=machine)
    print(text, end="", flush=True)
    for instance in every():
        for result in instance():
            text += line(result) + "\n"
            print(line(result), flush=True)
    return text + NOTES


def main() -> None:
    """Run what is named on the command line, or everything."""
    wanted = [word for word in sys.argv[1:] if not word.startswith("-")]
    unknown = set(wanted) - {"plans", *SECTIONS}
    if unknown:
        sys.exit(f"there is no {', '.join(sorted(unknown))}; parts: plans, {', '.join(SECTIONS)}")
    write = "--write" in sys.argv
    if not wanted or "plans" in wanted:
        text = plans()
        if write:
            keep("", text)
    for name, section in SECTIONS.items():
        if wanted and name not in wanted:
            continue
        heading, text = section()
        print(f"\n## {heading}\n\n{text}", flush=True)
        if write:
            keep(heading, text)


if __name__ == "__main__":
    main()
