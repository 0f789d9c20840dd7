"""Rank words → numbers, by the table in ``rules/ranks.toml`` (级别)."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from seating.facts.data import data_root
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.reading.fields import below, fill
from seating.reading.toml import read_toml
from seating.reading.words import key, near


@dataclass(frozen=True, kw_only=True)
class _RankTable:
    number: int = parameter("级别数，1为最高", "number of the class, 1 = highest", minimum=1)
    title_zh: str = parameter("中文名称", "title in Chinese")
    title_en: str = parameter("英文名称", "title in English")
    words: tuple[str, ...] = parameter("表示这一级别的词", "words that mean this class")


@dataclass(frozen=True, kw_only=True)
class _File:
    source: str = parameter("出处", "source")
    rank: tuple[_RankTable, ...] = parameter("各级别", "the classes")


@dataclass(frozen=True, kw_only=True)
class Ranks:
    """The rank words known; ``numbers`` by folded word, ``titles`` by number."""

    source: str
    numbers: Mapping[str, int]
    titles: Mapping[int, Text] = field(default_factory=dict)

    def number(self, word: str) -> int | None:
        """Return the number for a word such as 正厅级, ``None`` if it is unknown."""
        return self.numbers.get(_fold(word))

    def near(self, word: str) -> str:
        """Return the known word most like another one, or ``""``."""
        known = [w for w in self.numbers if len(w) > 2]
        alike = difflib.get_close_matches(_fold(word), known, n=20, cutoff=0.5)
        if not alike or alike[0].isascii():
            return near(_fold(word), known)
        wanted = _sound(word)  # 正听级 is a slip for 正厅级, not for 正处级
        return max(alike, key=lambda w: (_likeness(w, _fold(word)), _likeness(_sound(w), wanted)))


def _likeness(a: str, b: str) -> float:
    return difflib.SequenceMatcher(None, a, b).ratio()


def _sound(word: str) -> str:
    from pypinyin import lazy_pinyin  # slow to load, and needed for mistakes only

    return " ".join(lazy_pinyin(word))


def _fold(word: str) -> str:
    return key(word).replace("-", "")


def load_ranks(root: Path | None = None) -> Ranks:
    """Return the rank table.

    Raises:
        BadInputError: ``ranks.toml`` is missing or wrong.
    """
    return _load((root or data_root("rules")) / "ranks.toml")


@cache
def _load(path: Path) -> Ranks:
    toml, faults = read_toml(path, "rules/ranks.toml")
    if toml is None:
        raise BadInputError(faults)
    table, faults = fill(_File, toml.table, Where(file=toml.file))
    if table is None:
        raise BadInputError(toml.located(faults))
    numbers: dict[str, int] = {}
    for entry in table.rank:
        for word in (entry.title_zh, entry.title_en, *entry.words):
            if numbers.setdefault(_fold(word), entry.number) != entry.number:
                message = Text(f"“{word}”属于两个级别。", f"{word!r} belongs to two classes.")
                where = below(Where(file=toml.file), "rank")
                faults.append(Fault(where=where, message=message))
    if faults:
        raise BadInputError(faults)
    return Ranks(
        source=table.source,
        numbers=numbers,
        titles={entry.number: Text(entry.title_zh, entry.title_en) for entry in table.rank},
    )
