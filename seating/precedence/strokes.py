"""Names in order of surname strokes (按姓氏笔画、按姓名笔画为序).

Source: the Table of General Standard Chinese Characters (《通用规范汉字表》, 8,105 characters);
its three levels are merged into one order in ``rules/strokes`` (see the README there).  Names
are compared character by character: fewer strokes first, then the classes of the strokes in
writing order, 横 < 竖 < 撇 < 点 < 折, then the official order of characters that agree in both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Literal

from seating.facts.data import data_root

Mode = Literal["space-first", "no-space"]
CharKey = tuple[int, int, int, int, int]

CLASSES = dict(zip("12345", "横竖撇点折", strict=True))
"""The five classes of strokes, by their digit in ``tgh.tsv``."""

_CLASSES_EN = dict(
    zip("12345", ("horizontal", "vertical", "left-falling", "dot", "bend"), strict=True)
)

_COMPOUND = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠"
    "公孙慕容仲孙钟离长孙宇文司徒鲜于司空闾丘子车亓官司寇巫马公西颛孙壤驷公良漆雕乐正宰父谷梁"
    "拓跋夹谷轩辕令狐段干百里呼延东郭南门羊舌微生梁丘左丘东门西门第五贺兰单于完颜纳兰耶律毌丘"
)
COMPOUND_SURNAMES = frozenset(_COMPOUND[i : i + 2] for i in range(0, len(_COMPOUND), 2))
"""The compound surnames in use and the best known old ones (复姓)."""

_ABSENT: CharKey = (0, 0, 0, 0, 0)
_UNKNOWN_STROKES = 99
_DOTS = dict.fromkeys(map(ord, "•・‧∙⋅"), "·")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_HAN = "々〇\u3400-\u9fff\ue000-\ufaff\U00020000-\U0003ffff\U000f0000-\U0010ffff"
_GAPS = re.compile(f"(?<=[{_HAN}])\\s+|\\s+(?=[{_HAN}])")
_IS_HAN = re.compile(f"[{_HAN}]")


@dataclass(frozen=True, slots=True, order=True)
class StrokeKey:
    """The sorting key of a name.

    Attributes:
        key: one entry a character; two names compare as their keys do.
        doubts: characters outside the official table, whose place is only approximate.
    """

    key: tuple[CharKey, ...]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Character:
    """One character of the official table.

    Attributes:
        strokes: their number.
        sequence: their classes in writing order, as digits 1 to 5.
        rank: the place among all 8,105 characters.
        level: 1 to 3, the part of the table it stands in.
        number: its number in the table, 1 to 8,105.
        basis: ``S`` the strokes decide; ``T`` another level has the same strokes; ``L`` the
            official place in its level does not follow its strokes.
    """

    strokes: int
    sequence: str
    rank: int
    level: int
    number: int
    basis: str


def _lines(name: str) -> Iterator[list[str]]:
    text = (data_root("rules") / "strokes" / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


@cache
def table() -> dict[str, Character]:
    """Return the official table, character → place; read once, when first needed."""
    return {
        char: Character(int(strokes), sequence, rank, int(level), int(number), basis)
        for rank, (char, _, strokes, sequence, level, number, basis) in enumerate(
            _lines("tgh.tsv"), start=1
        )
    }


@cache
def _others() -> dict[str, tuple[int, int]]:
    """Return (strokes, radical) of every other Han character, from Unihan."""
    return {
        char: (int(strokes), int(radical))
        for strokes, radical, chars in _lines("others.tsv")
        for char in chars
    }


def plain_name(name: str) -> str:
    """Return the characters of a name that count for sorting (没有空格的姓名)."""
    text = unicodedata.normalize("NFKC", _SELECTORS.sub("", name)).translate(_DOTS)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc") or c.isspace())
    return _GAPS.sub("", " ".join(text.split()))


def is_han(char: str) -> bool:
    """Say whether a character is Han, or a private one that stands for a Han character."""
    return bool(_IS_HAN.match(char))


def char_key(char: str) -> CharKey:
    """Return the sorting key of one character: Han by strokes, then ``·``, digits, letters."""
    known = table().get(char)
    if known:
        return (1, known.strokes, 0, known.rank, 0)
    code = ord(char)
    if is_han(char):
        strokes, radical = _others().get(char, (_UNKNOWN_STROKES, 0))
        return (1, strokes, 1, radical, code)
    if char in " ·":
        return (2, 0, code, 0, 0)
    if char.isdecimal():
        return (2, 1, unicodedata.decimal(char), code, 0)
    if char.isalpha():
        return (2, 2, ord(char.casefold()[0]), code, 0)
    return (2, 3, code, 0, 0)


def stroke_key(name: str, mode: Mode = "space-first") -> StrokeKey:
    """Return the key by which names stand in order of strokes.

    The first character of the whole name counts first, also of a compound surname.  With
    ``space-first`` (按姓氏笔画) the missing middle of a name with a one-character given name is
    an empty character, so 田富 stands before 田大利; with ``no-space`` (按姓名笔画) the second
    characters are compared as they are, so 田大利 stands before 田富.
    """
    plain = plain_name(name)
    doubts = dict.fromkeys(c for c in plain if is_han(c) and c not in table())
    return StrokeKey(tuple(_keys(plain, mode)), tuple(doubts))


def _keys(plain: str, mode: Mode) -> list[CharKey]:
    keys = [char_key(c) for c in plain]
    if mode == "space-first" and all(map(is_han, plain)):
        if len(plain) == 2:
            keys.insert(1, _ABSENT)
        elif len(plain) == 3 and plain[:2] in COMPOUND_SURNAMES:
            keys.insert(2, _ABSENT)
    return keys


def explain(a: str, b: str, mode: Mode = "space-first") -> tuple[str, str]:
    """Say in Chinese and in English which of two names stands first, and why."""
    first, second = sorted((a, b), key=lambda name: stroke_key(name, mode))
    left, right = _spread(first, mode), _spread(second, mode)
    for place, (x, y) in enumerate(zip_longest(left, right), start=1):
        if x != y:
            zh, en = _because(x, y)
            return (
                f"“{first}”在“{second}”之前：第{place}字{zh}",
                f"{first} before {second}: character {place}, {en}",
            )
    return f"“{first}”与“{second}”姓名相同", f"{first} and {second} are the same name"


def _spread(name: str, mode: Mode) -> list[str]:
    """Return the characters compared, with an empty one where the key has one."""
    chars = iter(plain_name(name))
    return ["" if key == _ABSENT else next(chars) for key in _keys(plain_name(name), mode)]


def _because(x: str | None, y: str | None) -> tuple[str, str]:
    if x == "" or x is None or y is None or y == "":
        if x == "":
            return "空缺（单名按中间空一字）", "is empty (one-character given name)"
        return "空缺（前面各字相同，字少在前）", "is missing (equal so far, the shorter name first)"
    if not (is_han(x) and is_han(y)):
        zh, en = "次序为汉字、间隔号、数字、字母", "the order is Han, dot, digits, letters"
        return f"“{x}”先于“{y}”（{zh}）", f"{x!r} before {y!r} ({en})"
    m, n = char_key(x)[1], char_key(y)[1]
    if m != n:
        return f"“{x}”{_count_zh(m)}，“{y}”{_count_zh(n)}", f"{x} {_count(m)}, {y} {_count(n)}"
    known, other = table().get(x), table().get(y)
    if not known or not other:
        return (
            f"“{x}”“{y}”都是{_count_zh(m)}，有表外字，按部首近似",
            f"{x} and {y} both {_count(m)}, one is outside the table: approximate, by radical",
        )
    if known.sequence != other.sequence and "L" not in known.basis + other.basis:
        i = next(i for i in range(m) if known.sequence[i] != other.sequence[i])
        p, q = known.sequence[i], other.sequence[i]
        return (
            f"都是{_count_zh(m)}，第{i + 1}笔“{x}”为{CLASSES[p]}，“{y}”为{CLASSES[q]}",
            f"both {_count(m)}, stroke {i + 1} of {x} is {_CLASSES_EN[p]}, of {y} {_CLASSES_EN[q]}",
        )
    if known.level == other.level:
        return (
            f"都是{_count_zh(m)}，“{x}”“{y}”按《通用规范汉字表》表内次序",
            f"both {_count(m)}, {x} and {y} in the order of the official table",
        )
    return (
        f"都是{_count_zh(m)}，“{x}”“{y}”笔顺相同而不同级，按字形次序推定",
        f"both {_count(m)}, {x} and {y} have equal strokes in different levels: order inferred",
    )


def _count_zh(strokes: int) -> str:
    return "笔画数不详" if strokes == _UNKNOWN_STROKES else f"{strokes}画"


def _count(strokes: int) -> str:
    if strokes == _UNKNOWN_STROKES:
        return "unknown strokes"
    return f"{strokes} stroke" + "s" * (strokes != 1)
