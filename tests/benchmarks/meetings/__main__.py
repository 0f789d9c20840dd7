"""Times single instances; ``--write`` keeps the figures in RESULTS.md, next to the others'.

python -m tests.benchmarks.meetings 50 100 --write
python -m tests.benchmarks.meetings bounds --write     only the lower bounds, of all
python -m tests.benchmarks.meetings model --write      one CP-SAT model of 50
python -m tests.benchmarks.meetings table --write      nothing anew, only the text
"""

from __future__ import annotations

import sys
from typing import Any

from tests.benchmarks import record
from tests.benchmarks.meetings import figures, instance, run, single


def main() -> None:
    """Measure what is named."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    sizes = {str(size): size for size in figures.SIZES}
    for word in words or sizes:
        new = measured(word, sizes)
        if "--write" in sys.argv:
            figures.keep(new)
            record.keep(run.TITLE, figures.text(figures.kept()))


def measured(word: str, sizes: dict[str, int]) -> dict[str, Any]:
    """Return the figures for one word of the command line."""
    if word in sizes:
        return {word: run.measured(sizes[word])}
    if word == "bounds":
        known = figures.kept()
        made = {
            name: {**known[name], "bound": run.bounded(size)}
            for name, size in sizes.items()
            if name in known
        }
        for name, one in made.items():
            print(figures.row(sizes[name], one), flush=True)
        return made
    if word == "model":
        model = single.measured(instance.load(50), cpu=120.0)
        print(figures.compared(model), flush=True)
        return {"model": model}
    if word != "table":
        sys.exit(f"there is no {word}; there are {', '.join(sizes)}, bounds, model, table")
    return {}


main()
