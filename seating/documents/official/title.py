"""Turning the lines of a title: whole words, and the shape of a trapezium or rhombus (标题回行).

Clause 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜，间距恰当，标题排列应当使用梯形或菱形。
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from seating.documents.official.measures import count
from seating.documents.official.model import cells_of
from seating.facts.data import data_root

FEWEST = 4
"""Cells that a line of a title must at least have, so that no character is stranded."""

_NEVER_FIRST = set("的了着过等们、，。；：？！”’）》〉】〕」』…—·号年月日次届期")
_NEVER_LAST = set("“‘（《〈【〔「『第")
_LONGEST_WORD = 12
_BEST_BEFORE = (
    "关于",
    "召开",
    "举办",
    "举行",
    "做好",
    "开展",
    "印发",
    "转发",
    "和",
    "及",
    "暨",
    "与",
)
_GOOD_AFTER = ("、", "》", "关于")


@cache
def common_words() -> frozenset[str]:
    """Return the words that titles are not broken inside."""
    path = data_root("rules") / "documents" / "title-words.toml"
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["words"])


def words_of(title: str, names: Iterable[str] = ()) -> list[str]:
    """Split a title into units that must not be broken.

    Args:
        title: one line of text.
        names: names of people, places and units that stay whole where they are short enough.
    """
    own = sorted({n for n in names if 1 < len(n) <= _LONGEST_WORD}, key=lambda n: (-len(n), n))
    found: list[str] = []
    at = 0
    while at < len(title):
        end = _unit_end(title, at, own)
        piece = title[at:end]
        if found and (piece[0] in _NEVER_FIRST or found[-1][-1] in _NEVER_LAST):
            found[-1] += piece
        else:
            found.append(piece)
        at = end
    return found


def _unit_end(title: str, at: int, own: Sequence[str]) -> int:
    for name in own:
        if title.startswith(name, at):
            return at + len(name)
    if title[at].isascii() and not title[at].isspace():
        end = at
        while end < len(title) and title[end].isascii() and not title[end].isspace():
            end += 1
        return end
    close = {"《": "》", "（": "）", "“": "”", "〔": "〕"}.get(title[at])
    if close and 0 < title.find(close, at) - at <= _LONGEST_WORD:
        return title.index(close, at) + 1
    known = common_words()
    for length in range(min(_LONGEST_WORD, len(title) - at), 1, -1):
        if title[at : at + length] in known:
            return at + length
    return at + 1


def turn(title: str, names: Iterable[str] = (), longest: int = 0) -> tuple[str, ...]:
    """Return the lines of a title, turned at words so that they form a trapezium or rhombus.

    Args:
        title: the whole title; line ends that the writer put in are kept.
        names: names that stay whole.
        longest: cells on a line at most; 0 = 19.
    """
    longest = longest or count("title.longest")
    if "\n" in title:
        return tuple(line.strip() for line in title.split("\n") if line.strip())
    title = title.strip()
    if cells_of(title) <= longest:
        return (title,)
    units = words_of(title, names)
    least = -int(-cells_of(title) // longest)
    choices = [
        (penalty(lines) + doubt + 12 * (len(lines) - least), lines)
        for lines, doubt in _ways(units, least)
        if max(map(cells_of, lines)) <= longest
    ]
    if not choices:  # one unbreakable piece is longer than a line: break by characters
        step = -(-len(title) // least)
        return tuple(title[i : i + step] for i in range(0, len(title), step))
    return min(choices, key=lambda choice: choice[0])[1]


def _ways(units: Sequence[str], least: int) -> Iterator[tuple[tuple[str, ...], float]]:
    # A cut between two characters of no known word may go through an unknown one.
    doubts = [0.0 if max(len(one), len(two)) > 1 else 10.0 for one, two in pairwise(units)]
    for lines in range(least, min(least + 1, len(units)) + 1):
        for cuts in combinations(range(1, len(units)), lines - 1):
            edges = (0, *cuts, len(units))
            way = tuple("".join(units[a:b]) for a, b in pairwise(edges))
            yield way, sum(doubts[cut - 1] for cut in cuts)


def penalty(lines: Sequence[str]) -> float:
    """Say how badly a title is turned; smaller is better."""
    lengths = [cells_of(line) for line in lines]
    bad = 0.0 if shape(lengths) else 60.0
    bad += sum(80.0 for length in lengths if length < FEWEST)
    for one, two in pairwise(lengths):
        apart = abs(one - two)
        bad += 1.5 * max(0.0, apart - 5) + 6 * max(0.0, 2 - apart)
    for line, after in pairwise(lines):
        if after.startswith(_BEST_BEFORE):
            bad -= 8 if after.startswith("关于") else 3
        elif line.endswith(_GOOD_AFTER):
            bad += 0.5
        elif len(after) > 1 and line.endswith("的"):
            bad += 5
        if line.endswith(("和", "及", "暨", "与", "关于", "在")):
            bad += 15
    return bad


def shape(lengths: Sequence[float]) -> str:
    """Return ``trapezium`` (梯形), ``rhombus`` (菱形) or ``""`` for lengths of lines."""
    if len(lengths) < 2:
        return "trapezium"
    steps = [two - one for one, two in pairwise(lengths)]
    if all(step > 0 for step in steps) or all(step < 0 for step in steps):
        return "trapezium"
    top = lengths.index(max(lengths))
    rises = all(step > 0 for step in steps[:top])
    falls = all(step < 0 for step in steps[top:])
    return "rhombus" if 0 < top < len(lengths) - 1 and rises and falls else ""
