"""Write ``tgh.tsv`` and ``others.tsv`` from Unihan and the hand-written compositions.

    python rules/strokes/build.py [unicode-data_15.0.0-1_all.deb]

Without an argument the package is fetched with ``apt-get download``.  Its checksum is pinned,
and every check below must hold, or nothing is written.  Standard library and ``dpkg-deb`` only.
"""

from __future__ import annotations

import bz2
import hashlib
import itertools
import subprocess
import sys
import tempfile
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from pathlib import Path

PACKAGE = "unicode-data=15.0.0-1"
SHA256 = "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc"
HERE = Path(__file__).resolve().parent
LEVELS = {1: 3500, 2: 6500, 3: 8105}
NOTICE = (
    "# Derived from Unicode 15.0.0 (Unihan), modified; see README.md and unicode-license.txt.\n"
)

Key = tuple[int, str]


def unihan(deb: Path, folder: Path) -> dict[str, dict[str, str]]:
    """Return the three Unihan fields used here, each as character → value."""
    if hashlib.sha256(deb.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"{deb.name}: not the pinned package {PACKAGE}")
    subprocess.run(["dpkg-deb", "-x", deb, folder], check=True)
    wanted = {"kTGH", "kTotalStrokes", "kRSUnicode"}
    found: dict[str, dict[str, str]] = {name: {} for name in wanted}
    for name in ("OtherMappings", "IRGSources"):
        path = folder / f"usr/share/unicode/Unihan_{name}.txt.bz2"
        for line in bz2.decompress(path.read_bytes()).decode("utf-8").splitlines():
            if line.startswith("U+"):
                code, field, value = line.split("\t")
                if field in wanted:
                    found[field][chr(int(code[2:], 16))] = value
    return found


def rows(name: str) -> list[list[str]]:
    """Return the lines of a hand-written file, split at tabs, without its remarks."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]


def sequences(table: list[str]) -> dict[str, str]:
    """Compose the strokes of every character of the table."""
    parts: dict[str, str] = dict(rows("composition.tsv"))
    done: dict[str, str] = {stroke: stroke for stroke in "12345"}

    def compose(char: str, above: tuple[str, ...]) -> str:
        if char not in done:
            if char in above or char not in parts:
                sys.exit(f"composition.tsv: {char} goes in a circle or is missing: {above}")
            done[char] = "".join(compose(part, (*above, char)) for part in parts[char])
        return done[char]

    return {char: compose(char, ()) for char in table}


def misplaced(keys: list[Key]) -> set[int]:
    """Return the fewest positions whose removal leaves ``keys`` in ascending order."""
    tails: list[Key] = []
    ends: list[int] = []
    before: list[int] = []
    for i, key in enumerate(keys):
        at = bisect_right(tails, key)
        before.append(ends[at - 1] if at else -1)
        tails[at:] = [key, *tails[at + 1 :]]
        ends[at:] = [i, *ends[at + 1 :]]
    kept, i = set(), ends[-1]
    while i >= 0:
        kept.add(i)
        i = before[i]
    return set(range(len(keys))) - kept


def level_of(number: int) -> int:
    """Return the level of the table a number belongs to."""
    return next(level for level, last in LEVELS.items() if number <= last)


def merge(number: dict[str, int], sequence: dict[str, str]) -> list[tuple[str, str]]:
    """Merge the three levels into one order; return (character, basis) from first to last."""
    effective: dict[str, Key] = {}
    basis = dict.fromkeys(number, "S")
    for level in LEVELS:
        members = sorted(
            (c for c in number if level_of(number[c]) == level), key=number.__getitem__
        )
        keys = [(len(sequence[c]), sequence[c]) for c in members]
        strange = misplaced(keys)
        for i, char in enumerate(members):
            effective[char] = effective[members[i - 1]] if i in strange else keys[i]
            if i in strange:
                basis[char] = "L"
                print(f"level {level}: {char} stands at its official place, against its strokes")
    chosen = {c: line for (line,) in rows("ties.tsv") for c in line}
    groups: dict[Key, list[str]] = defaultdict(list)
    for char in sorted(number, key=number.__getitem__):
        groups[effective[char]].append(char)
    merged: list[str] = []
    for key in sorted(groups):
        group = groups[key]
        lines = {chosen[c] for c in group if c in chosen}
        if any(effective[c] != key for line in lines for c in line) or len(lines) > 1:
            sys.exit(f"ties.tsv: {lines} are not tied")
        if lines:
            if sorted(line := lines.pop()) != sorted(group):
                sys.exit(f"ties.tsv: {line} should name all of {''.join(group)}")
            group = list(line)
        if len({level_of(number[c]) for c in group}) > 1:
            basis.update((c, "T") for c in group if basis[c] == "S")
        merged += group
    for level in LEVELS:
        order = [number[c] for c in merged if level_of(number[c]) == level]
        if order != sorted(order):
            sys.exit(f"level {level} is out of its official order")
    return [(char, basis[char]) for char in merged]


def write_table(number: dict[str, int], sequence: dict[str, str], counts: dict[str, str]) -> None:
    """Write ``tgh.tsv``, one line a character in the merged order."""
    merged = merge(number, sequence)
    lines = [
        f"{c}\tU+{ord(c):04X}\t{len(sequence[c])}\t{sequence[c]}\t{level_of(number[c])}"
        f"\t{number[c]}\t{basis}\n"
        for c, basis in merged
    ]
    head = "# char\tcode\tstrokes\tsequence\tlevel\tnumber\tbasis\n"
    (HERE / "tgh.tsv").write_text(NOTICE + head + "".join(lines), encoding="utf-8")
    apart = [c for c in number if len(sequence[c]) != int(counts[c].split()[0])]
    print(
        f"tgh.tsv: {len(lines)} characters, basis",
        {b: sum(x == b for _, x in merged) for b in "STL"},
        f"{len(apart)} counts differ from kTotalStrokes:",
        "".join(apart),
    )


def write_others(number: dict[str, int], fields: dict[str, dict[str, str]]) -> None:
    """Write ``others.tsv``: strokes, radical, characters for the rest of the Han script."""
    groups: dict[tuple[int, int], list[str]] = defaultdict(list)
    for char, value in fields["kTotalStrokes"].items():
        if char in number or unicodedata.normalize("NFC", char) != char:
            continue
        radical = int(fields["kRSUnicode"][char].split(".")[0].strip("'"))
        groups[int(value.split()[0]), radical].append(char)
    lines = [f"{s}\t{r}\t{''.join(sorted(groups[s, r]))}\n" for s, r in sorted(groups)]
    head = "# strokes\tradical\tcharacters\n"
    (HERE / "others.tsv").write_text(NOTICE + head + "".join(lines), encoding="utf-8")
    print(f"others.tsv: {sum(map(len, groups.values()))} characters in {len(lines)} lines")


def main() -> None:
    """Read the inputs, check them, write both tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if len(sys.argv) == 1:
            subprocess.run(["apt-get", "download", PACKAGE], cwd=folder, check=True)
        deb = Path(sys.argv[1]) if len(sys.argv) > 1 else next(folder.glob("*.deb"))
        fields = unihan(deb, folder)
    number = {c: int(value.split(":")[1]) for c, value in fields["kTGH"].items()}
    if sorted(number.values()) != list(range(1, LEVELS[3] + 1)):
        sys.exit("kTGH does not number 1..8105")
    sequence = sequences(sorted(number, key=number.__getitem__))
    same = itertools.groupby(sorted(sequence.values()))
    print("distinct sequences:", sum(1 for _ in same))
    write_table(number, sequence, fields["kTotalStrokes"])
    write_others(number, fields)


if __name__ == "__main__":
    main()
