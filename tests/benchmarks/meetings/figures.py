"""The figures of the meeting-scheduling instances: kept by instance, written as one table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent / "figures.json"
SIZES = (50, 100, 200, 400, 800)
TIMEFOLD = {
    50: ("−1 / −360 / −9,736", "0 / −189 / −9,503"),
    100: ("−13 / −612 / −27,106", "0 / −200 / −29,187"),
    200: ("−613 / −1,798 / −85,011", "−39 / −819 / −66,582"),
    400: ("−3,431 / …", "−3,478 / …"),
    800: ("−8,358 / …", "−8,340 / …"),
}
"""Timefold's solver in Java, that example's own configuration, after 60 s and 300 s."""
PLAIN = {
    50: (0, 186, 9345),
    100: (0, 63, 23504),
    200: (0, 122, 73923),
    400: (0, 58, 228701),
    800: (0, 162, 743765),
}
"""Ruin and recreate in a hundred lines, one thread, 60 s, tied to the clock."""

NOTE = """\
Hard / medium / soft penalties of the public meeting-scheduling instances (smaller is better),
scored by code that shares nothing with the search; 400 and 800 are made by the published recipe
and are the published instances, object by object.  Written by `python -m tests.benchmarks.meetings`
(`50 --write` for one instance).

* **start … end**: the first booking by CP-SAT, then the walk after a quarter, half and all of its
  work.  Work is counted in steps, so the figures are the same on every run; *runs* says how many
  runs in a row came to the same booking, meeting by meeting.
* **CPU s** is what the busier of the two processes used, reading, first booking and all: on two
  cores that are free it is about the time one waits.  *Wall s* is what the clock said while
  other work shared the cores.
* **medium ≥** and **soft ≥** are lower bounds for every booking without hard penalties, computed
  in integers from prices of grains (`seating/solving/booking/bounds.py` says why they hold), and
  how far the end is above the bound.  *CPU s* of both together.  At 400 and 800 the program for
  medium is not solved in good time; 0 is what is known without it.
* **Peers**: Timefold in Java with that example's own configuration, and a plain ruin and recreate
  started by CP-SAT (100 lines, one thread), both measured once elsewhere on two cores; at 400 and
  800 Timefold had not finished its construction.
"""
HEAD = """\
| instance | start | a quarter | half | end | runs | CPU s | wall s | medium ≥ | soft ≥ | CPU s |\
 Timefold 60 s | Timefold 300 s | plain 60 s |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
"""


def kept() -> dict[str, Any]:
    """Return what was measured so far: {size or "model": figures}."""
    if not FILE.exists():
        return {}
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def keep(new: dict[str, Any]) -> None:
    """Keep what was measured, next to the rest."""
    text = json.dumps({**kept(), **new}, indent=1, sort_keys=True, ensure_ascii=False)
    FILE.write_text(text + "\n", encoding="utf-8")


def say(levels: Sequence[int]) -> str:
    """Write penalties as 0 / −186 / −9,345."""
    return " / ".join(f"−{int(v):,}" if v else "0" for v in levels)


def text(figures: dict[str, Any]) -> str:
    """Return the section for the results."""
    rows = [row(size, figures[str(size)]) for size in SIZES if str(size) in figures]
    made = NOTE + "\n" + HEAD + "\n".join(rows) + "\n"
    ends = {n: figures[str(n)]["run"]["end"] for n in SIZES if str(n) in figures}
    dearer = [str(n) for n, end in ends.items() if end[1] < PLAIN[n][1] and end[2] > PLAIN[n][2]]
    if dearer:
        made += (
            f"\nAt {', '.join(dearer)} the end has less medium than the plain one, which counts"
            " first, and more soft.\n"
        )
    model = figures.get("model")
    if model:
        made += "\n" + compared(model) + "\n"
    return made


def compared(model: dict[str, Any]) -> str:
    """Say what the single model reached."""
    found = say(model["levels"]) if model["levels"] else "no booking without hard penalties"
    return (
        f"A single CP-SAT model of {model['size']} (hard penalties as constraints, 3,000 × medium +"
        f" soft as the aim), two workers, {model['cpu']:.0f} CPU seconds of both together: {found};"
        f" 3,000 × medium + soft is at least {model['bound']:,}."
    )


def row(size: int, found: dict[str, Any]) -> str:
    """Return the row of one instance."""
    walked, bound = found["run"], found.get("bound")
    cells = [str(size), *(say(walked[key]) for key in ("start", "quarter", "half"))]
    cells += [f"**{say(walked['end'])}**", str(walked["runs"])]
    cells += [f"{walked['cpu']:.0f}", f"{walked['wall']:.0f}"]
    if bound:
        for level, name in ((1, "medium"), (2, "soft")):
            end = walked["end"][level]
            share = f" (+{100 * (end - bound[name]) / bound[name]:.0f} %)" if bound[name] else ""
            cells.append(f"{bound[name]:,}{share}")
        cells.append(f"{bound['cpu']:.1f}")
    else:
        cells += ["—"] * 3
    return f"| {' | '.join([*cells, *TIMEFOLD[size], say(PLAIN[size])])} |"
