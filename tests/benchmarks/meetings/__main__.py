"""Times single instances; ``--write`` keeps the figures in RESULTS.md, next to the others'.

python -m tests.benchmarks.meetings 50 100 --write
python -m tests.benchmarks.meetings bounds --write     only the lower bounds, of all
python -m tests.benchmarks.meetings model --write      one CP-SAT model of 50
python -m tests.benchmarks.meetings table --write      nothing anew, only the text
"""

from __future__ import annotations

import sys

from tests.benchmarks import record
from tests.benchmarks.meetings import figures, instance, run, single


def main() -> None:
    """Measure what is named."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    known = figures.kept()
    sizes = {str(size): size for size in figures.SIZES}
    for word in words or sizes:
        if word in sizes:
            run.measure(sizes[word], known)
        elif word == "bounds":
            for name, size in sizes.items():
                if name in known:
                    known[name]["bound"] = run.bounded(size)
                    print(figures.row(size, known[name]), flush=True)
        elif word == "model":
            known["model"] = single.measured(instance.load(50), cpu=120.0)
            print(known["model"], flush=True)
        elif word != "table":
            sys.exit(f"there is no {word}; there are {', '.join(sizes)}, bounds, model, table")
    if "--write" in sys.argv:
        figures.keep(known)
        record.keep(run.TITLE, figures.text(known))


main()
