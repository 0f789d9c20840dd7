"""A sentence in both languages of the product (双语文本)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in Chinese and in English."""

    zh: str
    en: str

    def to(self, language: Language) -> str:
        """Return the sentence in one language."""
        return self.zh if language == "zh" else self.en

    def __str__(self) -> str:
        return self.zh


def plain(words: str) -> Text:
    """Wrap words that read the same in both languages (a name, a number)."""
    return Text(words, words)


def joined(texts: Iterable[Text], zh: str = "、", en: str = ", ") -> Text:
    """Put texts one after another."""
    every = tuple(texts)
    return Text(zh.join(t.zh for t in every), en.join(t.en for t in every))


NOTHING = Text("", "")
