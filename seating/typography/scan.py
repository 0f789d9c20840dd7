"""The fonts installed on this machine, found by their names in every language (系统字体).

Reads the ``name`` and ``OS/2`` tables itself, because fontconfig is absent on Windows and
substitutes silently elsewhere, and because one font is 仿宋 here and FangSong there. A broken
file is passed over and listed; nothing here raises.
"""

from __future__ import annotations

import os
import struct
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

SUFFIXES = (".ttf", ".ttc", ".otf", ".otc")

_SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_NAME_IDS = (1, 4, 6, 16)
_MOST_FACES = 256
_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face on disk.

    Attributes:
        path: the file.
        index: the face's number in a collection, else 0.
        names: family, full and PostScript names in all languages, as written.
        weight: 100-900, 400 if the file does not say.
        italic: whether it is an italic.
    """

    path: Path
    index: int
    names: tuple[str, ...]
    weight: int
    italic: bool


@dataclass(frozen=True)
class FontIndex:
    """Faces found in some folders; ``broken`` are the files that could not be read."""

    files: tuple[FontFile, ...]
    broken: tuple[Path, ...] = ()
    _found: dict[tuple[str, int], FontFile | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def _by_name(self) -> dict[str, list[FontFile]]:
        table: dict[str, list[FontFile]] = {}
        for file in self.files:
            for name in {normal_name(name) for name in file.names}:
                table.setdefault(name, []).append(file)
        return table

    def find(self, name: str, weight: int = 400) -> FontFile | None:
        """Return the upright face so named whose weight is nearest; case and blanks are ignored."""
        candidates = self._by_name.get(normal_name(name), [])
        return min(
            candidates,
            key=lambda f: (f.italic, abs(f.weight - weight), str(f.path), f.index),
            default=None,
        )


def normal_name(name: str) -> str:
    """Fold case, width and blanks, so that ``FangSong GB2312`` finds ``fangsong_gb2312``."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in folded if not c.isspace() and c not in "-_")


def system_folders() -> tuple[Path, ...]:
    """Return the folders where this system and its office programs keep fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        return (
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            Path(local) / "Microsoft" / "Windows" / "Fonts",
        )
    if sys.platform == "darwin":
        return (
            Path("/System/Library/Fonts"),
            Path("/System/Library/AssetsV2"),
            Path("/Library/Fonts"),
            home / "Library" / "Fonts",
            Path("/Applications/Microsoft Word.app/Contents/Resources/DFonts"),
            Path("/Applications/wpsoffice.app/Contents/Resources/office6/fonts"),
        )
    data = os.environ.get("XDG_DATA_HOME", str(home / ".local" / "share"))
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path(data) / "fonts",
        home / ".fonts",
        Path("/opt/kingsoft/wps-office/office6/fonts"),
        Path("/opt/apps/cn.wps.wps-office/files/kingsoft/wps-office/office6/fonts"),
        Path("/opt/apps/cn.wps.wps-office-pro/files/kingsoft/wps-office/office6/fonts"),
    )


def scan(folders: Iterable[Path] | None = None) -> FontIndex:
    """Read the names of every font under the folders (default: those of the system)."""
    files: list[FontFile] = []
    broken: list[Path] = []
    for path in _font_paths(system_folders() if folders is None else folders):
        try:
            faces = list(faces_in(path))
        except (OSError, struct.error, ValueError):
            faces = []
        files += faces
        if not faces:
            broken.append(path)
    return FontIndex(tuple(files), tuple(broken))


def _font_paths(folders: Iterable[Path]) -> Iterator[Path]:
    seen: set[str] = set()
    for folder in folders:
        for parent, names, entries in os.walk(folder):
            names.sort()
            for entry in sorted(entries):
                path = os.path.join(parent, entry)
                if entry.lower().endswith(SUFFIXES) and path not in seen:
                    seen.add(path)
                    yield Path(path)


def faces_in(path: Path) -> Iterator[FontFile]:
    """Read the faces of one file; raises OSError, ValueError or struct.error if it is broken."""
    with path.open("rb") as handle:
        head = handle.read(12)
        offsets: tuple[int, ...] = (0,)
        if head[:4] == b"ttcf":
            count = min(struct.unpack(">I", head[8:12])[0], _MOST_FACES)
            offsets = struct.unpack(f">{count}I", handle.read(4 * count))
        for index, offset in enumerate(offsets):
            tables = _tables(handle, offset)
            names = _names(_table(handle, tables, b"name"))
            if names:
                weight, italic = _style(_table(handle, tables, b"OS/2"))
                yield FontFile(path, index, names, weight, italic)


def _tables(handle: BinaryIO, offset: int) -> dict[bytes, tuple[int, int]]:
    handle.seek(offset)
    version, count = struct.unpack(">4sH6x", handle.read(12))
    if version not in _SFNT:
        return {}
    records = struct.iter_unpack(">4s4xII", handle.read(16 * count))
    return {tag: (start, length) for tag, start, length in records}


def _table(handle: BinaryIO, tables: dict[bytes, tuple[int, int]], tag: bytes) -> bytes:
    start, length = tables.get(tag, (0, 0))
    handle.seek(start)
    return handle.read(min(length, _MOST_BYTES))


def _names(table: bytes) -> tuple[str, ...]:
    """Return the wanted names of a ``name`` table, in the table's order, each once."""
    if len(table) < 6:
        return ()
    _, count, base = struct.unpack(">HHH", table[:6])
    found: dict[str, None] = {}
    for record in range(min(count, (len(table) - 6) // 12)):
        platform, encoding, _, number, length, offset = struct.unpack_from(
            ">6H", table, 6 + 12 * record
        )
        if number in _NAME_IDS:
            raw = table[base + offset : base + offset + length]
            text = _decode(raw, platform, encoding).strip("\x00 ")
            if text:
                found[text] = None
    return tuple(found)


def _decode(raw: bytes, platform: int, encoding: int) -> str:
    if platform == 3 and encoding == 3:  # Windows, PRC: old Chinese fonts
        codec = "gb18030"
    elif platform in (0, 3):
        codec = "utf-16-be"
    elif encoding == 25:  # Macintosh, simplified Chinese
        codec = "gb18030"
    elif encoding == 2:  # Macintosh, traditional Chinese
        codec = "big5"
    else:
        codec = "latin-1"
    return raw.decode(codec, errors="ignore")


def _style(table: bytes) -> tuple[int, bool]:
    """Return weight and italic from an ``OS/2`` table."""
    if len(table) < 64:
        return 400, False
    weight = int(struct.unpack_from(">H", table, 4)[0])
    italic = bool(struct.unpack_from(">H", table, 62)[0] & 1)
    return (weight if 1 <= weight <= 1000 else 400), italic
