"""What may not be parted: Unicode line breaking, made stricter for Chinese (避头尾).

UAX #14 allows and forbids most breaks rightly. On top of it: no line begins with closing
punctuation, a dash, an ellipsis, · ～ ％ ℃, none ends with an opening mark (GB/T 15834-2011, 5.1);
—— and …… stay whole; and GB/T or 2026/27 are not parted at the slash, as addresses are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from unicodedata import east_asian_width

OPENING = frozenset("（《〈「『【〔〖｛［“‘([{")
"""Never at the end of a line."""

CLOSING = frozenset("，。、；：？！）》〉」』】〕〗｝］”’,.;:?!)]}%")
"""Marks that close; never at the start of a line."""

NO_START = CLOSING | frozenset("—…·～％℃‰°′″")
"""Never at the start of a line."""

NO_END = OPENING
"""Never at the end of a line."""

MANDATORY = "\n\r\v\f\x85\u2028\u2029"
"""Characters after which a new line must begin."""

_IDEOGRAPH = "[\u3400-\u4dbf\u4e00-\u9fff]"
_BETWEEN_IDEOGRAPHS = re.compile(f"(?<={_IDEOGRAPH})(?={_IDEOGRAPH})")
_SHORT = 6
"""A word of at most so many characters, its slash included, holds on to what follows it."""

_SOFT = frozenset("-/._@?&=:,+#~")
"""Where a web address or an e-mail address too long for the line is best cut, just after."""


@lru_cache(maxsize=4096)
def units(text: str) -> tuple[str, ...]:
    """Cut text into the stretches between which a line may end; joined they are the text."""
    found: list[str] = []
    for stretch in _BETWEEN_IDEOGRAPHS.split(text):
        for unit in _unicode_units(stretch):
            if found and _glued(found[-1], unit):
                found[-1] += unit
            else:
                found.append(unit)
    return tuple(found)


def _unicode_units(stretch: str) -> list[str]:
    """Apply UAX #14. Two ideographs always part, so each stretch between stands for itself."""
    if len(stretch) <= 1:
        return [stretch] if stretch else []
    from uniseg.linebreak import line_break_units

    return list(line_break_units(stretch))


def _glued(left: str, right: str) -> bool:
    """Tell whether Chinese custom forbids a break that UAX #14 allows."""
    if left[-1] in MANDATORY:
        return False
    short_word = left[-1] == "/" and len(left) <= _SHORT and left[:-1].isalnum()
    return short_word or not may_part(left.rstrip() or left, right)


def may_part(left: str, right: str) -> bool:
    """Tell whether ``left`` may end a line and ``right`` begin the next, by 避头尾 alone."""
    return right[0] not in NO_START and left[-1] not in NO_END


def cut_unit(unit: str, fits: Callable[[str], bool]) -> int:
    """Return how many characters of a unit too long for a line go on the line.

    Args:
        unit: what cannot be broken properly.
        fits: tells whether that beginning of the unit fits.

    Returns:
        The end of the longest beginning that fits and breaks after a slash, a full stop or the
        like; else that keeps 避头尾; else of the longest that fits; at least one character.
    """
    from uniseg.graphemecluster import grapheme_clusters

    ends: list[int] = []
    end = 0
    for cluster in grapheme_clusters(unit):
        end += len(cluster)
        if ends and not fits(unit[:end]):
            break
        ends.append(end)
    ends = [end for end in ends if end < len(unit)] or ends
    proper = [e for e in ends if e == len(unit) or may_part(unit[:e], unit[e:])]
    soft = [e for e in proper if unit[e - 1] in _SOFT and 2 * e > ends[-1]]
    return (soft or proper or ends)[-1]


def is_square(character: str) -> bool:
    """Tell whether the character stands on the square (汉字、全角标点、①、□) and not in a word."""
    width = east_asian_width(character)
    return width in "WF" or (width == "A" and character >= "—")
