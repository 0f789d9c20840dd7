"""Which face draws which character (字体选择与逐字替补).

    book = resolve(event.fonts, base=Path(event.folder))
    for face, text in book.runs("张𬀩 2026", "fang", latin=True):
        ...                                  # draw ``text`` with ``face``
    book.width("张𬀩", "fang")               # 1/1000 em
    book.missing("张𬀩", "fang")             # "" - else the characters that nothing here draws
    subset_truetype(face, "张𬀩")            # bytes for the PDF
    book.notices                             # what the user must be told

For each role the faces are tried in this order, character by character:

1. the setting of the event: a file (``a.ttf``, ``b.ttc#2``) or a family name;
2. a font in the folders given, then in ``<event>/fonts/``, whose file is named like the role
   (``fang.ttf``, ``仿宋.ttf``) or whose family is known for it (仿宋_GB2312);
3. with ``system=True``, a font of this machine whose family is known for the role;
4. the bundled font, and for 仿宋 a light 宋体 with the characters that no 仿宋 has;
5. the bundled fonts of the roles that may stand in, any other font in those folders, and
   with ``system=True`` installed fonts of wide coverage.

Without settings only bundled fonts are used, so that a document prints alike everywhere.
All widths are in 1/1000 em.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from seating.facts.text import Text
from seating.typography.reader import Box, Reader, is_invisible
from seating.typography.roles import Role
from seating.typography.subset import SubsetError, subset_truetype

__all__ = ["Face", "FontBook", "Notice", "SubsetError", "resolve", "subset_truetype"]

MISSING_MARK = "〓"
"""Drawn in place of a character that no face has (缺字号); ``missing`` tells which ones."""

NoticeKind = Literal["stand-in", "not-found", "no-embedding", "unreadable", "unknown-role"]


@dataclass(frozen=True, slots=True)
class Face:
    """One face of one font file.

    Attributes:
        path: the file.
        index: the number in a collection, else 0.
        axes: pinned axes of a variable font, as (tag, value).
        family: the family's name, for people.
        digest: sha256 of the file, in hex.
    """

    path: Path
    index: int
    axes: tuple[tuple[str, float], ...]
    family: str
    digest: str

    def __hash__(self) -> int:
        return hash((self.digest, self.index, self.axes))

    @property
    def key(self) -> str:
        """A short name that differs between faces, fit to register the font under."""
        pins = "".join(f"-{tag}{value:g}" for tag, value in self.axes)
        return f"{self.digest[:12]}-{self.index}{pins}"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about fonts that the user must be told.

    Attributes:
        kind: what happened.
        role: the role concerned; empty if none is.
        subject: the family, file or key concerned.
        sentence: the whole of it in words.
    """

    kind: NoticeKind
    role: str
    subject: str
    sentence: Text


@dataclass(frozen=True)
class FontBook:
    """The faces of every role, in the order in which they are tried.

    Attributes:
        chains: role -> faces, never empty.
        notices: what the user must be told.
    """

    chains: Mapping[Role, tuple[Face, ...]]
    notices: tuple[Notice, ...] = ()
    _readers: dict[Face, Reader] = field(default_factory=dict, init=False, repr=False)
    _chosen: dict[tuple[str, bool], dict[str, Face | None]] = field(
        default_factory=dict, init=False, repr=False
    )

    def face(self, role: str) -> Face:
        """Return the role's own face, the first in its chain."""
        return self.chains[Role(role)][0]

    def runs(self, text: str, role: str, *, latin: bool = False) -> list[tuple[Face, str]]:
        """Split text into stretches that one face draws.

        Args:
            text: without line ends; other white space that no face has becomes a space.
            role: what the text is set in.
            latin: set Western letters, digits and ASCII signs in the Latin face (bold for
                ``title_song``), as official documents do.

        Returns:
            Face and text, in order. Invisible characters are left out, and a character that no
            face has is replaced by 〓; otherwise the texts joined are the text given.
        """
        found: list[tuple[Face, str]] = []
        start = self.face(role)
        western = False
        for index, character in enumerate(text):
            if is_invisible(character):
                continue
            # A space belongs to the word before it, so that it does not split Chinese text.
            western = latin and is_western(character) and (western or character != " ")
            face = self._face_of(character, role, western)
            if character == "’" and _in_word(text, index):
                face = self._apostrophe(role) or face
            if face is None:
                character = " " if character.isspace() else MISSING_MARK
                face = self._face_of(character, role, western) or start
            if found and found[-1][0] == face:
                found[-1] = (face, found[-1][1] + character)
            else:
                found.append((face, character))
        return found

    def missing(self, text: str, role: str = Role.SONG) -> str:
        """Return, each once and in order, the characters of ``text`` that no face has."""
        return "".join(
            dict.fromkeys(
                c
                for c in text
                if self._face_of(c, role, False) is None and not c.isspace() and not is_invisible(c)
            )
        )

    def has(self, text: str, role: str, *, own: bool = False) -> bool:
        """Tell whether all of ``text`` can be drawn; with ``own``, by the role's own face."""
        if own:
            return not self.borrowed(text, role)
        return not self.missing(text, role)

    def borrowed(self, text: str, role: str) -> str:
        """Return, each once, the characters that the role's own face lacks."""
        reader = self.reader(self.face(role))
        return "".join(
            dict.fromkeys(
                c
                for c in text
                if not c.isspace() and not is_invisible(c) and reader.glyph(c) is None
            )
        )

    def advance(self, face: Face, ch: str) -> float:
        """Return the width of one character in 1/1000 em."""
        return self.reader(face).advance(ch)

    def width(self, text: str, role: str, *, latin: bool = False) -> float:
        """Return the width of ``text``, drawn as ``runs`` splits it, in 1/1000 em."""
        return sum(
            sum(map(self.reader(face).advance, part))
            for face, part in self.runs(text, role, latin=latin)
        )

    def ink(self, face: Face, ch: str) -> Box:
        """Return left, bottom, right, top of the drawing of one character, in 1/1000 em."""
        return self.reader(face).ink(ch)

    def vertical(self, face: Face) -> tuple[float, float]:
        """Return ascender and (negative) descender in 1/1000 em."""
        return self.reader(face).vertical()

    def faces_used(self, texts: Iterable[tuple[str, str]]) -> dict[Face, str]:
        """Return, for (text, role) pairs, the characters each face must draw, sorted."""
        used: dict[Face, set[str]] = {}
        for text, role in texts:
            for face, part in self.runs(text, role):
                used.setdefault(face, set()).update(part)
        return {face: "".join(sorted(characters)) for face, characters in used.items()}

    def reader(self, face: Face) -> Reader:
        """Return the face opened for questions; it stays open."""
        try:
            return self._readers[face]
        except KeyError:
            reader = self._readers[face] = Reader(face.path, face.index, face.axes)
            return reader

    def _apostrophe(self, role: str) -> Face | None:
        """Return the face for the mark in O’Brien: in Chinese faces it fills a whole square."""
        face = self._face_of("e", role, True)
        return face if face is not None and self.reader(face).glyph("’") is not None else None

    def _face_of(self, character: str, role: str, latin: bool) -> Face | None:
        chosen = self._chosen.setdefault((role, latin), {})
        try:
            return chosen[character]
        except KeyError:
            actual = Role(role)
            if latin and is_western(character):
                actual = Role.LATIN_BOLD if actual is Role.TITLE_SONG else Role.LATIN
                chain = self.chains[actual] + self.chains[Role(role)]
            else:
                chain = self.chains[actual]
            found = (f for f in chain if self.reader(f).glyph(character) is not None)
            return chosen.setdefault(character, next(found, None))


def _in_word(text: str, index: int) -> bool:
    """Whether a character stands between two Western letters."""
    around = text[index - 1 : index] + text[index + 1 : index + 2]
    return len(around) == 2 and all(is_western(c) and c.isalpha() for c in around)


def is_western(character: str) -> bool:
    """Tell whether the Latin face draws the character when asked to.

    These are printable ASCII, and the letters of the Latin, Greek and Cyrillic blocks.
    """
    if character.isascii():
        return character.isprintable()
    return character <= "\u052f" and character.isalpha()


def resolve(
    settings: Mapping[str, str],
    *,
    base: Path | None,
    system: bool = False,
    folders: Sequence[Path] = (),
) -> FontBook:
    """Choose the faces of every role; see the module's text for the order.

    Args:
        settings: role (in either language) -> file or family; the key ``source`` may say
            ``bundled`` or ``system``.
        base: the event's folder, against which files are looked up; None if there is none.
        system: search this machine's fonts, as ``source = "system"`` does.
        folders: further folders with fonts, asked before the event's own.

    Nothing is raised for a font that cannot be used: the next one is taken and a notice says so.
    """
    from seating.typography.choosing import Chooser

    wants_system = system or settings.get("source") == "system"
    return Chooser(base, system=wants_system, folders=folders).book(settings)
