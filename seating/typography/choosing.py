"""Turning the event's font settings into a chain of faces for each role (字体选定)."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from seating.facts.text import Text
from seating.typography import pack
from seating.typography.faces import Face, FontBook, Notice, NoticeKind
from seating.typography.reader import Reader, UnreadableFontError
from seating.typography.roles import ALIASES, RARE, ROLE_ZH, STAND_INS, WEIGHTS, Role, role_of
from seating.typography.scan import SUFFIXES, FontFile, FontIndex, faces_in, scan

_SOURCE_KEY = "source"


@cache
def _system_fonts() -> FontIndex:
    return scan()


class Chooser:
    """Builds one ``FontBook``; collects notices on the way."""

    def __init__(self, base: Path | None, *, system: bool, folders: Sequence[Path] = ()) -> None:
        self._base = base
        self._given = tuple(folders)
        self._folders = (*folders, *([base / "fonts"] if base else []))
        self._system = system
        self._notices: list[Notice] = []
        self._opened: dict[tuple[Path, int, int], Face | None] = {}

    def book(self, settings: Mapping[str, str]) -> FontBook:
        """Return the chains of all roles."""
        wanted = self._wanted(settings)
        bundled = {role: _in_pack(pack.FILES[role.value]) for role in Role}
        extras = tuple(self._extras())
        chains = {}
        for role in Role:
            own = [*self._own(role, wanted.get(role)), *bundled[role]]
            if own and role is Role.FANG:
                own += _in_pack(pack.FANG_HELPER)
            stand_ins = [face for other in STAND_INS[role] for face in bundled[other]]
            if not own:
                stand_ins = self._stand_in(role, bundled)
            every = [face for other in Role for face in bundled[other]]
            chains[role] = tuple(dict.fromkeys([*own, *stand_ins, *extras, *every]))
        return FontBook(chains, tuple(dict.fromkeys(self._notices)))

    def _wanted(self, settings: Mapping[str, str]) -> dict[Role, str]:
        wanted: dict[Role, str] = {}
        for key, value in settings.items():
            role = role_of(key)
            if role is not None:
                wanted[role] = value
            elif key != _SOURCE_KEY:
                names = "、".join(f"{r.value}（{ROLE_ZH[r]}）" for r in Role)
                self._tell(
                    "unknown-role",
                    "",
                    key,
                    f"字体设置中的“{key}”不是字体角色；可用：{names}。",
                    f"{key!r} under fonts is no role; the roles are {', '.join(Role)}.",
                )
        return wanted

    def _own(self, role: Role, wanted: str | None) -> Iterator[Face]:
        """Yield the faces from the event's settings, its folder, and the system."""
        candidates: list[FontFile] = []
        if wanted:
            candidates += self._explicit(role, wanted)
        candidates += self._in_event_folder(role)
        if self._system:
            candidates += _by_alias(_system_fonts(), role)[:1]
        for file in candidates:
            face = self._open(file, role)
            if face is not None:
                yield face

    def _explicit(self, role: Role, wanted: str) -> list[FontFile]:
        """Look a setting up: a file relative to the event or its fonts folder, or a family."""
        path, index = _split(wanted)
        if path.suffix.lower() in SUFFIXES:
            roots = [*([self._base] if self._base else []), *self._folders] or [Path()]
            for file in (root / path for root in roots):
                if file.is_file():
                    return [FontFile(file, index, (file.stem,), WEIGHTS[role], italic=False)]
        else:
            for fonts in (self._event_fonts, _system_fonts()):
                found = fonts.find(wanted, WEIGHTS[role])
                if found is not None:
                    return [found]
        zh = ROLE_ZH[role]
        self._tell(
            "not-found",
            role,
            wanted,
            f"找不到为{zh}指定的字体“{wanted}”，改用其他字体。",
            f"The font {wanted!r} set for {role.value} was not found; another one is used.",
        )
        return []

    def _in_event_folder(self, role: Role) -> list[FontFile]:
        named = [f for f in self._event_fonts.files if role_of(f.path.stem) is role]
        return [*named[:1], *_by_alias(self._event_fonts, role)]

    @cached_property
    def _event_fonts(self) -> FontIndex:
        index = scan(self._folders)
        for path in index.broken:
            self._unreadable("", path)
        for folder in self._given:
            if not any(folder in file.path.parents for file in index.files):
                self._tell(
                    "not-found",
                    "",
                    str(folder),
                    f"文件夹“{folder}”里没有可用的字体文件（{'、'.join(SUFFIXES)}）。",
                    f"The folder {str(folder)!r} has no font that can be used "
                    f"({', '.join(SUFFIXES)}).",
                )
        return index

    def _extras(self) -> Iterator[Face]:
        """Yield the faces that are asked last: others of the event, and the system's widest."""
        files = list(self._event_fonts.files)
        if self._system:
            files += filter(None, (_system_fonts().find(name) for name in RARE))
        for file in files:
            face = self._open(file, Role.SONG)
            if face is not None:
                yield face

    def _stand_in(self, role: Role, bundled: Mapping[Role, tuple[Face, ...]]) -> list[Face]:
        """Return the faces that replace a role which has none, and say so."""
        others = (Role.KAI, *STAND_INS[role]) if role is Role.FANG else STAND_INS[role]
        faces = [(other, face) for other in (*others, *Role) for face in bundled[other]]
        if not faces:
            raise FileNotFoundError(f"no bundled font in {pack.FOLDER}")
        first = faces[0][0]
        zh, instead = ROLE_ZH[role], ROLE_ZH[first]
        self._tell(
            "stand-in",
            role,
            first,
            f"没有{zh}字体，以{instead}代替；可将{zh}字体放入事项文件夹的 fonts/ 下。",
            f"There is no font for {role.value}; {first.value} stands in. "
            "Put one into the event's fonts folder.",
        )
        return [face for _, face in faces]

    def _open(self, file: FontFile, role: Role) -> Face | None:
        """Check that a font can be drawn with and embedded; pin its weight if it varies."""
        key = (file.path, file.index, WEIGHTS[role])
        if key not in self._opened:
            self._opened[key] = self._checked(file, role)
        return self._opened[key]

    def _checked(self, file: FontFile, role: Role) -> Face | None:
        try:
            reader = Reader(file.path, file.index, ())
            digest = _sha256(file.path)
        except (UnreadableFontError, OSError):
            self._unreadable(role, file.path)
            return None
        family = _family(file)
        if not reader.embedding_allowed():
            self._tell(
                "no-embedding",
                role,
                family,
                f"字体“{family}”禁止嵌入，不能用于打印文件，改用其他字体。",
                f"The font {family!r} forbids embedding in documents; another one is used.",
            )
            return None
        axes: tuple[tuple[str, float], ...] = ()
        if "wght" in reader.axis_ranges:
            low, high = reader.axis_ranges["wght"]
            axes = (("wght", float(min(max(WEIGHTS[role], low), high))),)
        return Face(file.path, file.index, axes, family, digest)

    def _unreadable(self, role: str, path: Path) -> None:
        self._tell(
            "unreadable",
            role,
            path.name,
            f"字体文件“{path.name}”无法读取，改用其他字体。",
            f"The font file {path.name!r} cannot be read; another one is used.",
        )

    def _tell(self, kind: NoticeKind, role: str, subject: str, zh: str, en: str) -> None:
        self._notices.append(Notice(kind, str(role), str(subject), Text(zh, en)))


def _in_pack(name: str) -> tuple[Face, ...]:
    """Return the bundled face in the file so named, or nothing if it was deleted."""
    path = pack.FOLDER / name
    if not path.is_file():
        return ()
    digest = pack.digests(pack.FOLDER).get(name) or _sha256(path)
    return (Face(path, 0, (), path.stem, digest),)


def _by_alias(index: FontIndex, role: Role) -> list[FontFile]:
    """Return the faces known for a role, the best alias first."""
    found: Iterable[FontFile | None] = (index.find(name, WEIGHTS[role]) for name in ALIASES[role])
    return list(dict.fromkeys(file for file in found if file is not None))


def _split(wanted: str) -> tuple[Path, int]:
    """Split ``file.ttc#2`` into path and index."""
    path, mark, index = wanted.rpartition("#")
    if mark and index.isdigit():
        return Path(path), int(index)
    return Path(wanted), 0


def _family(file: FontFile) -> str:
    """Return the first name of a font in its own file, or the file's."""
    try:
        faces = list(faces_in(file.path))
    except (OSError, ValueError, struct.error):
        faces = []
    names = next((face.names for face in faces if face.index == file.index), file.names)
    return names[0]


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
