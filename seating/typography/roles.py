"""The typefaces a document asks for, and the names under which fonts offer them (字体角色)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What a piece of text is set in; a plain string such as ``"kai"`` is accepted everywhere."""

    TITLE_SONG = "title_song"
    SONG = "song"
    HEI = "hei"
    KAI = "kai"
    FANG = "fang"
    LATIN = "latin"
    LATIN_BOLD = "latin_bold"


ROLE_ZH: Mapping[Role, str] = MappingProxyType(
    {
        Role.TITLE_SONG: "小标宋",
        Role.SONG: "宋体",
        Role.HEI: "黑体",
        Role.KAI: "楷体",
        Role.FANG: "仿宋",
        Role.LATIN: "西文",
        Role.LATIN_BOLD: "西文粗体",
    }
)
"""The role's name in Chinese, for messages; also accepted as a key of the settings."""

WEIGHTS: Mapping[Role, int] = MappingProxyType(
    {
        Role.TITLE_SONG: 700,
        Role.SONG: 400,
        Role.HEI: 500,
        Role.KAI: 400,
        Role.FANG: 400,
        Role.LATIN: 400,
        Role.LATIN_BOLD: 700,
    }
)
"""The weight (100-900) chosen in a family of several weights and pinned in a variable font."""

ALIASES: Mapping[Role, tuple[str, ...]] = MappingProxyType(
    {
        Role.TITLE_SONG: (
            "方正小标宋简体",
            "方正小标宋_GBK",
            "方正小标宋_GB2312",
            "FZXiaoBiaoSong-B05S",
            "FZXiaoBiaoSong-B05",
            "华文中宋",
            "STZhongsong",
        ),
        Role.SONG: (
            "宋体",
            "SimSun",
            "宋体_GB2312",
            "方正书宋_GBK",
            "华文宋体",
            "STSong",
            "Songti SC",
            "思源宋体",
            "Source Han Serif SC",
            "Noto Serif CJK SC",
            "Noto Serif SC",
        ),
        Role.HEI: (
            "黑体",
            "SimHei",
            "方正黑体_GBK",
            "华文黑体",
            "STHeiti",
            "Heiti SC",
            "思源黑体",
            "Source Han Sans SC",
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "文泉驿正黑",
        ),
        Role.KAI: (
            "楷体_GB2312",
            "KaiTi_GB2312",
            "楷体",
            "KaiTi",
            "方正楷体_GBK",
            "华文楷体",
            "STKaiti",
            "Kaiti SC",
            "霞鹜文楷",
            "LXGW WenKai",
        ),
        Role.FANG: (
            "仿宋_GB2312",
            "FangSong_GB2312",
            "仿宋",
            "FangSong",
            "方正仿宋_GBK",
            "方正仿宋简体",
            "华文仿宋",
            "STFangsong",
            "朱雀仿宋",
            "Zhuque Fangsong",
            "FandolFang",
            "FandolFang R",
        ),
        Role.LATIN: ("Times New Roman", "Liberation Serif", "Tinos", "Times"),
        Role.LATIN_BOLD: ("Times New Roman", "Liberation Serif", "Tinos", "Times"),
    }
)
"""Family names searched for each role, the best first; the order decides, not the disk."""

RARE: tuple[str, ...] = (
    "SimSun-ExtB",
    "SimSun-ExtG",
    "Noto Serif CJK SC",
    "HanaMinA",
    "HanaMinB",
    "Plangothic P1",
    "Plangothic P2",
    "BabelStone Han",
)
"""Families of wide coverage, asked last for a character that no other face has."""

STAND_INS: Mapping[Role, tuple[Role, ...]] = MappingProxyType(
    {
        Role.TITLE_SONG: (Role.SONG, Role.HEI, Role.KAI),
        Role.SONG: (Role.KAI, Role.HEI),
        Role.HEI: (Role.SONG, Role.KAI),
        Role.KAI: (Role.SONG, Role.HEI),
        Role.FANG: (Role.SONG, Role.KAI, Role.HEI),
        Role.LATIN: (Role.SONG, Role.KAI),
        Role.LATIN_BOLD: (Role.LATIN, Role.TITLE_SONG, Role.SONG),
    }
)
"""Whose face draws a character that the role's own face lacks, in this order."""


def role_of(name: str) -> Role | None:
    """Return the role called ``name`` in either language, or None."""
    for role in Role:
        if name in (role.value, ROLE_ZH[role]):
            return role
    return None
