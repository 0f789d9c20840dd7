"""In which language the command line speaks (界面语言)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seating.facts.text import Language, Text


@dataclass(frozen=True, slots=True)
class Say:
    """Picks the wording of one language."""

    language: Language

    def __call__(self, zh: str, en: str) -> str:
        """Return the wording of this language."""
        return zh if self.language == "zh" else en

    def text(self, text: Text) -> str:
        """Return a bilingual sentence in this language."""
        return text.to(self.language)


def wide(text: str) -> int:
    """Columns that a text takes on a terminal; Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def number(count: int, one: str, many: str = "") -> str:
    """Return a number with its English noun: ``1 rule``, ``2 rules``, ``3 people``."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def split_language(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with ``--lang`` in front, wherever it was written."""
    found: list[str] = []
    rest: list[str] = []
    words = list(arguments)
    while words:
        word = words.pop(0)
        if word == "--":
            return [*found, *rest, word, *words]
        if word == "--lang":
            found += [word, *words[:1]]
            words = words[1:]
            if len(found) < 2:  # no value follows: let click say so
                return found
        elif word.startswith("--lang="):
            found.append(word)
        else:
            rest.append(word)
    return [*found, *rest]


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Pick the language: ``--lang``, then ``SEATING_LANG``, then Chinese.

    The choice is needed before the arguments are parsed, because help texts depend on it.
    """
    for at, word in enumerate(arguments):
        if word == "--":
            break
        value = ""
        if word == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        elif word.startswith("--lang="):
            value = word.partition("=")[2]
        if value in ("zh", "en"):
            return "zh" if value == "zh" else "en"
    return "en" if environment.get("SEATING_LANG", "").lower().startswith("en") else "zh"
