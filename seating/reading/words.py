"""Cleaning of words: white space, widths, look-alikes, near misses (文字规整)."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from seating.facts.text import NOTHING, Text

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_COMPATIBLE = "\\uf900-\\ufaff\\U0002f800-\\U0002fa1f"
_SELECTORS = "\\ufe00-\\ufe0f\\U000e0100-\\U000e01ef"
_IDEOGRAPHS = (
    "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\U00020000-\\U000323af\\ue000-\\uf8ff"
    + _COMPATIBLE
)
_SPACED = re.compile(f"(?<=[{_IDEOGRAPHS}{_SELECTORS}]) +(?=[{_IDEOGRAPHS}])")
_COMPATIBILITY = re.compile(f"[{_COMPATIBLE}]")
_COMPATIBILITY_KEPT = re.compile(f"([{_COMPATIBLE}])")
_TRULY_UNIFIED = frozenset(
    "\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_DOTS = str.maketrans(dict.fromkeys("\u2022\u30fb\u2027\uff65\uff0e\u2219\u22c5", "\u00b7"))
_SEPARATORS = re.compile(r"[、，,；;/|\n]+")


def clean(text: str) -> str:
    """Trim and collapse white space (full-width and unbreakable too); drop invisible marks."""
    text = _INVISIBLE.sub("", text)
    text = "".join(" " if c.isspace() or unicodedata.category(c) == "Cc" else c for c in text)
    text = " ".join(text.split())
    if text.isascii():
        return text
    pieces = _COMPATIBILITY_KEPT.split(text)
    return "".join(p if i % 2 else unicodedata.normalize("NFC", p) for i, p in enumerate(pieces))


def person_name(text: str) -> str:
    """Clean a name and close the gap in ``张 三``; its characters stay as they are."""
    return _SPACED.sub("", clean(text))


def code(text: str) -> str:
    """Clean an id or a fixed word; full-width letters and digits become ordinary ones."""
    return clean(unicodedata.normalize("NFKC", text))


def key(text: str) -> str:
    """Return what two spellings of the same thing have in common, for comparison only."""
    folded = unicodedata.normalize("NFKC", clean(text).translate(_DOTS)).casefold()
    return "".join(folded.split())


def parts(text: str) -> tuple[str, ...]:
    """Split a cell that holds several words."""
    return tuple(word for word in map(clean, _SEPARATORS.split(text)) if word)


def compatibility_characters(text: str) -> str:
    """Return the CJK compatibility ideographs in a text (look-alikes of ordinary ones)."""
    return "".join(c for c in _COMPATIBILITY.findall(text) if c not in _TRULY_UNIFIED)


def private_characters(text: str) -> str:
    """Return the characters that only the computer they were typed on can show (自造字)."""
    return "".join(_PRIVATE.findall(text))


def near(word: str, known: Iterable[str]) -> str:
    """Return the known word most like a mistaken one, or ``""``."""
    return _near(_loose(word), frozenset(known)) if 0 < len(word) <= 60 else ""


@lru_cache(maxsize=1024)
def _near(word: str, known: frozenset[str]) -> str:
    by_loose = _loose_words(known)
    letters = set(word)
    likely = [
        loose
        for loose in by_loose
        if not letters.isdisjoint(loose)
        and len(word) <= 3 * len(loose)
        and len(loose) <= 3 * len(word)
    ]
    found = difflib.get_close_matches(word, likely, n=1, cutoff=0.5)
    return by_loose[found[0]] if found else ""


@lru_cache(maxsize=16)
def _loose_words(known: frozenset[str]) -> dict[str, str]:
    by_loose: dict[str, str] = {}
    for word in sorted(known):
        by_loose.setdefault(_loose(word), word)
    return by_loose


def _loose(word: str) -> str:
    return key(word).replace("_", "-")


def did_you_mean(word: str, known: Iterable[str]) -> Text:
    """Say which known word was probably meant; nothing if none is like it."""
    guess = near(word, known)
    return Text(f"是不是“{guess}”？", f"Did you mean {guess!r}?") if guess else NOTHING


def listed(words: Iterable[str], limit: int = 12) -> Text:
    """List words in a sentence, the first few only."""
    every = list(words)
    shown = every[:limit]
    more = len(every) - len(shown)
    zh = "、".join(f"“{w}”" for w in shown) + (f"等{len(every)}项" if more else "")
    en = ", ".join(repr(w) for w in shown) + (f" and {more} more" if more else "")
    return Text(zh, en)


def joined(*texts: Text) -> Text:
    """Put sentences one after the other."""
    return Text("".join(t.zh for t in texts if t.zh), " ".join(t.en for t in texts if t.en))


def bare(name: str) -> str:
    """Return one step of a key path, in quotes if it would otherwise be mistaken."""
    return name if re.fullmatch(r"[\w-]+", name) else f'"{name}"'
