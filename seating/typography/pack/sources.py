"""Where each bundled font comes from, pinned (字体来源)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FONTTOOLS = "4.68.0"
"""The fontTools that made the committed files; another version may write other bytes."""


@dataclass(frozen=True, slots=True)
class Package:
    """A published archive: an npm package or a Debian package, with its sha256."""

    kind: Literal["npm", "deb"]
    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Cut:
    """One bundled font: what it is cut from, what is kept, and what it is called."""

    target: str
    package: Package
    member: str
    characters: Literal["common", "ideographs", "beyond-gb2312", "all"]
    family: str
    style: str
    weight: int
    licence: Literal["OFL", "GPL"]
    copyright: tuple[str, ...]
    origin: str


NOTO_SERIF = Package(
    "npm",
    "@expo-google-fonts/noto-serif-sc",
    "0.4.3",
    "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
)
NOTO_SANS = Package(
    "npm",
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
)
LXGW = Package(
    "deb",
    "fonts-lxgw-wenkai",
    "1.250+repack-1",
    "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
)
LIBERATION = Package(
    "deb",
    "fonts-liberation2",
    "2.1.5-1",
    "35ffaa54f117e633e89a5da89af235a073b34dbe582726fbf6989568f7fd9bda",
)
TEXLIVE = Package(
    "deb",
    "texlive-lang-chinese",
    "2022.20230122-1",
    "9cfa07bd44e7b9098e26f0ecac1b5ad210d2249d474c8074d53de92d650b0ec0",
)
UNICODE_DATA = Package(
    "deb",
    "unicode-data",
    "15.0.0-1",
    "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
)

UNIHAN_MEMBER = "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
OFL_MEMBER = "package/LICENSE_FONT"
GPL_MEMBER = "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz"
FANDOL_MEMBER = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf"

_NOTO_SERIF_COPYRIGHT = (
    "Copyright 2017-2024 Adobe (http://www.adobe.com/).",
    "Copyright 2012 Google Inc. All Rights Reserved.",
)
_LIBERATION_COPYRIGHT = (
    "Digitized data copyright (c) 2010 Google Corporation "
    "with Reserved Font Arimo, Tinos and Cousine.",
    "Copyright (c) 2012 Red Hat, Inc. with Reserved Font Name Liberation.",
)

CUTS: tuple[Cut, ...] = (
    Cut(
        "SeatingSong-Bold.ttf",
        NOTO_SERIF,
        "package/700Bold/NotoSerifSC_700Bold.ttf",
        "common",
        "Seating Song",
        "Bold",
        700,
        "OFL",
        _NOTO_SERIF_COPYRIGHT,
        "Noto Serif SC Bold 2.003",
    ),
    Cut(
        "SeatingSong-Regular.ttf",
        NOTO_SERIF,
        "package/400Regular/NotoSerifSC_400Regular.ttf",
        "ideographs",
        "Seating Song",
        "Regular",
        400,
        "OFL",
        _NOTO_SERIF_COPYRIGHT,
        "Noto Serif SC Regular 2.003",
    ),
    Cut(
        "SeatingSong-Light.ttf",
        NOTO_SERIF,
        "package/300Light/NotoSerifSC_300Light.ttf",
        "beyond-gb2312",
        "Seating Song",
        "Light",
        300,
        "OFL",
        _NOTO_SERIF_COPYRIGHT,
        "Noto Serif SC Light 2.003",
    ),
    Cut(
        "SeatingHei-Medium.ttf",
        NOTO_SANS,
        "package/500Medium/NotoSansSC_500Medium.ttf",
        "common",
        "Seating Hei",
        "Medium",
        500,
        "OFL",
        ("Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.",),
        "Noto Sans SC Medium 2.004",
    ),
    Cut(
        "SeatingKai-Regular.ttf",
        LXGW,
        "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        "common",
        "Seating Kai",
        "Regular",
        400,
        "OFL",
        (
            "Copyright 2021-2023 LXGW, with Reserved Font Names '霞鹜' and 'LXGW'.",
            "Copyright 2020 The Klee Project Authors.",
        ),
        "LXGW WenKai Regular 1.250",
    ),
    Cut(
        "fangsong/SeatingFang-Regular.ttf",
        TEXLIVE,
        FANDOL_MEMBER,
        "common",
        "Seating Fang",
        "Regular",
        400,
        "GPL",
        ("Copyright © 2012-2013, the Fandol team (Clerk Ma & Jie Su).",),
        "FandolFang Regular 1.300",
    ),
    Cut(
        "SeatingSerif-Regular.ttf",
        LIBERATION,
        "usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
        "all",
        "Seating Serif",
        "Regular",
        400,
        "OFL",
        _LIBERATION_COPYRIGHT,
        "Liberation Serif Regular 2.1.5",
    ),
    Cut(
        "SeatingSerif-Bold.ttf",
        LIBERATION,
        "usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf",
        "all",
        "Seating Serif",
        "Bold",
        700,
        "OFL",
        _LIBERATION_COPYRIGHT,
        "Liberation Serif Bold 2.1.5",
    ),
)

LICENCE_FILES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("OFL-SeatingSong.txt", _NOTO_SERIF_COPYRIGHT),
    ("OFL-SeatingHei.txt", CUTS[3].copyright),
    ("OFL-SeatingKai.txt", CUTS[4].copyright),
    ("OFL-SeatingSerif.txt", _LIBERATION_COPYRIGHT),
)
"""Licence file and the copyright lines that head it; the body is the same text."""
