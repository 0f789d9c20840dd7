"""Names in order of pinyin (按姓名拼音为序).

Names are compared character by character: the letters of the syllable, then its tone, then the
strokes of the character, as dictionaries do; of a compound surname the first character counts
first.  Readings come, in this order, from the person, from the table of surnames below (after
《现代汉语词典》), and from ``pypinyin``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from seating.precedence.strokes import CharKey, char_key, is_han, plain_name

SyllableKey = tuple[int, str, str, int, CharKey]

_SURNAMES = """
单 shan4|仇 qiu2|解 xie4|曾 zeng1|查 zha1|区 ou1|任 ren2|华 hua4|朴 piao2|员 yun4|贠 yun4|种 chong2
繁 po2|折 she2|召 shao4|尉 wei4|秘 bi4|缪 miao4|逄 pang2|佴 nai4|句 gou1|柏 bai3|卜 bu3|晁 chao2
褚 chu3|乜 nie4|曲 qu1|阙 que1|冼 xian3|洗 xian3|应 ying1|於 yu1|燕 yan1|葛 ge3|祭 zhai4|瞿 qu2
那 na1|石 shi2|盛 sheng4|沈 shen3|哈 ha3|呙 guo1|过 guo1|干 gan1|观 guan4|冠 guan4|鲜 xian1|炅 gui4
仉 zhang3|万 wan4|阚 kan4|缑 gou1|笪 da2|殳 shu1|厍 she4|贲 ben1|迮 ze2|薄 bo2|暴 bao4|蔚 yu4
宿 su4|占 zhan1|要 yao1|车 che1|都 du1|撒 sa3|能 nai4|眭 sui1|訾 zi1|昝 zan3|臧 zang1|遆 ti2
教 jiao4|幺 yao1|便 pian2|钭 tou3|谯 qiao2|肖 xiao1|蒙 meng2|佘 she2|贾 jia3|冯 feng2|夏 xia4
陆 lu4|叶 ye4|南 nan2|艾 ai4|侯 hou2|扁 bian3|适 kuo4|朝 chao2|舍 she4
盖 ge3 gai4|翟 zhai2 di2|乐 yue4 le4|覃 qin2 tan2|郇 xun2 huan2|郗 xi1 chi1|谌 chen2 shen4
牟 mou2 mu4|纪 ji3 ji4|宁 ning2 ning4|费 fei4 bi4|隽 juan4 jun4|镡 tan2 xin2 chan2|莘 shen1 xin1
晟 cheng2 sheng4|郄 qie4 xi4|粘 nian2 zhan1|强 qiang2 jiang4|行 xing2 hang2|隗 wei3 kui2
宓 mi4 fu2|黑 hei1 he4|相 xiang4 xiang1|长 zhang3 chang2|颉 xie2 jie2
万俟 mo4,qi2|尉迟 yu4,chi2|单于 chan2,yu2|长孙 zhang3,sun1|澹台 tan2,tai2|令狐 ling2,hu2
鲜于 xian1,yu2|毌丘 guan4,qiu1|宰父 zai3,fu3|乐正 yue4,zheng4|拓跋 tuo4,ba2|子车 zi3,ju1
夏侯 xia4,hou2|南宫 nan2,gong1|南门 nan2,men2
"""
_OPEN_GIVEN = frozenset("乐行长重朝茜莘晟颉传曾单盛")
_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


@dataclass(frozen=True, slots=True, order=True)
class PinyinKey:
    """The sorting key of a name.

    Attributes:
        key: one entry a character; two names compare as their keys do.
        reading: the syllables used, such as ``("shan4", "tian2")``; ``""`` where there is none.
        doubts: characters that the person may read in another way, or without a reading.
    """

    key: tuple[SyllableKey, ...]
    reading: tuple[str, ...] = field(default=(), compare=False)
    doubts: tuple[str, ...] = field(default=(), compare=False)


def pinyin_key(name: str, reading: str | None = None) -> PinyinKey:
    """Return the key by which names stand in order of pinyin.

    Args:
        name: the name as written.
        reading: the person's own pinyin, of the whole name or of its first characters, with
            tone marks, tone digits or without tones: ``Shàn Tián``, ``shan4 tian2``, ``Shan``.
    """
    plain = plain_name(name)
    han = [i for i, char in enumerate(plain) if is_han(char)]
    syllables = [""] * len(plain)
    doubts: dict[str, None] = {}
    for i, syllable, sure in _usual(plain):
        syllables[i] = syllable
        if not sure:
            doubts[plain[i]] = None
    if reading and reading.strip():
        own = _own([plain[i] for i in han], reading)
        for i, syllable in zip(han, own, strict=False):
            syllables[i] = syllable
            doubts.pop(plain[i], None)
        if not own:
            doubts |= dict.fromkeys(plain[i] for i in han)
    key = tuple(_syllable_key(c, s) for c, s in zip(plain, syllables, strict=True))
    return PinyinKey(key, tuple(syllables), tuple(doubts))


def _syllable_key(char: str, syllable: str) -> SyllableKey:
    """Order a syllable: letters (ü just after u), tone, strokes; what has no syllable last."""
    if not syllable:
        return (1 if is_han(char) else 2, "", "", 0, char_key(char))
    letters = syllable[:-1]
    return (0, letters.replace("v", "u"), letters, int(syllable[-1]), char_key(char))


def _usual(plain: str) -> Iterator[tuple[int, str, bool]]:
    """Yield (index, usual reading, whether it is beyond doubt) for each Han character."""
    start = 0
    for surname in (plain[:2] if len(plain) > 2 else "", plain[:1]):
        if surname in _surnames():
            known = _surnames()[surname]
            start = len(surname)
            for i, choices in enumerate(known):
                yield i, choices[0], len(choices) == 1
            break
    while start < len(plain):
        end = start
        while end < len(plain) and is_han(plain[end]):
            end += 1
        for i, syllable in enumerate(_read(plain[start:end]), start=start):
            yield i, syllable, bool(syllable) and plain[i] not in _OPEN_GIVEN
        start = end + 1


@cache
def _surnames() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return surname → the readings of each of its characters, the usual one first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entry in _SURNAMES.replace("\n", "|").strip("|").split("|"):
        surname, *readings = entry.split()
        found[surname] = (
            (tuple(readings),)
            if len(surname) == 1
            else tuple((syllable,) for syllable in readings[0].split(","))
        )
    return found


def _read(run: str) -> list[str]:
    """Return the usual reading of each character of a run; in names no tone is neutral."""
    from pypinyin import Style, lazy_pinyin

    read: list[str] = lazy_pinyin(
        run, style=Style.TONE3, neutral_tone_with_five=True, errors="ignore"
    )
    if len(read) != len(run):
        read = [(_readings(char) or ("",))[0] for char in run]
    return [
        _tone(s[:-1], int(s[-1]) % 5, char) if s else s for s, char in zip(read, run, strict=True)
    ]


@cache
def _readings(char: str) -> tuple[str, ...]:
    """Return all readings of a character, the usual one first."""
    from pypinyin import Style, pinyin

    found: list[list[str]] = pinyin(
        char, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True, errors="ignore"
    )
    return tuple(found[0]) if found else ()


@cache
def _known_syllables() -> frozenset[str]:
    """Return every syllable without its tone."""
    from pypinyin import Style, lazy_pinyin
    from pypinyin.constants import PINYIN_DICT

    one_each = "".join(
        {marked.split(",")[0]: chr(code) for code, marked in PINYIN_DICT.items()}.values()
    )
    return frozenset(lazy_pinyin(one_each, style=Style.NORMAL))


def _own(chars: Sequence[str], reading: str) -> list[str]:
    """Return the person's syllables for the first characters; empty if they cannot be read."""
    best: list[str] = []
    score = (-1, -1)
    for split in _splits(_tokens(reading)):
        if 0 < len(split) <= len(chars):
            toned = [_tone(*part, char) for part, char in zip(split, chars, strict=False)]
            hits = sum(s in _readings(c) for s, c in zip(toned, chars, strict=False))
            if (hits, len(toned)) > score:
                best, score = toned, (hits, len(toned))
    return best


def _tone(letters: str, tone: int, char: str) -> str:
    """Add the tone; one that is not written is that of the character's reading, if any."""
    if tone:
        return f"{letters}{tone}"
    same = (known for known in _readings(char) if known[:-1] == letters and known[-1] != "5")
    return next(same, f"{letters}5")


def _tokens(reading: str) -> list[list[tuple[str, int]]]:
    """Return the written groups of a reading, each as (letter, tone marked on it)."""
    groups: list[list[tuple[str, int]]] = [[]]
    for char in unicodedata.normalize("NFD", reading.casefold()):
        group = groups[-1]
        if char in _TONES and group:
            group[-1] = (group[-1][0], _TONES[char])
        elif char == "\u0308" and group:
            group[-1] = ("v", group[-1][1])
        elif char in "12345" and group:
            group[-1] = (group[-1][0], int(char))
            groups.append([])
        elif char.isalpha() and char.isascii():
            group.append((char, 0))
        elif group:
            groups.append([])
    return [group for group in groups if group]


def _splits(groups: Sequence[Sequence[tuple[str, int]]]) -> Iterator[list[tuple[str, int]]]:
    """Yield every way to read the groups as syllables with at most one tone each."""
    if not groups:
        yield []
        return
    group, rest = groups[0], groups[1:]
    for length in range(min(6, len(group)), 0, -1):
        letters = "".join(letter for letter, _ in group[:length])
        tones = [tone for _, tone in group[:length] if tone]
        if letters in _known_syllables() and len(tones) <= 1:
            left = [group[length:], *rest] if length < len(group) else rest
            for more in _splits(left):
                yield [(letters, tones[0] if tones else 0), *more]
