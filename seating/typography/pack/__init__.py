"""The bundled fonts: where they are, and what each is called (随附字体).

``README.md`` in this folder tells where they come from; ``build.py`` makes them again.
The folder ``fangsong`` is GPL-3 with the font exception and may be deleted: 楷体 then stands in.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).parent

FANGSONG = "fangsong/"
"""The folder that may be deleted; it has checksums and licences of its own."""

FILES: Mapping[str, str] = MappingProxyType(
    {
        "title_song": "SeatingSong-Bold.ttf",
        "song": "SeatingSong-Regular.ttf",
        "hei": "SeatingHei-Medium.ttf",
        "kai": "SeatingKai-Regular.ttf",
        "fang": "fangsong/SeatingFang-Regular.ttf",
        "latin": "SeatingSerif-Regular.ttf",
        "latin_bold": "SeatingSerif-Bold.ttf",
    }
)
"""Role -> file, relative to ``FOLDER``."""


FANG_HELPER = "SeatingSong-Light.ttf"
"""What no 仿宋 has of the 通用规范汉字表, in a weight that matches it better than 宋体 does."""


def digests(folder: Path = FOLDER) -> dict[str, str]:
    """Read both ``SHA256SUMS``: path relative to ``folder`` -> sha256 in hex."""
    found = {}
    for part in ("", FANGSONG):
        sums = folder / part / "SHA256SUMS"
        for line in sums.read_text(encoding="ascii").splitlines() if sums.is_file() else ():
            digest, path = line.split("  ", 1)
            found[part + path] = digest
    return found
