"""Measuring and fitting text, with a face found for every single character (量字配字)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from seating.documents.paper import MM_PER_PT

if TYPE_CHECKING:
    from seating.typography.faces import Face, FontBook

RoleName = Literal["title_song", "song", "hei", "kai", "fang", "latin", "latin_bold"]

GETA = "〓"
"""Drawn where no font has the character; printers have used it for that since lead type."""

NARROWEST = 0.6
"""Text is squeezed to this share of its width before it is made smaller."""

MIDDLE_OF_EM = 0.36
"""How far below the middle of a line its baseline lies, in em."""

TOP_OF_EM = 0.86
"""How far below the top of a line its baseline lies, in em."""


class Run(NamedTuple):
    """Neighbouring characters that one face draws.

    ``wide`` characters are followed by a blank of one em that belongs to the character itself,
    so that no reader of the PDF takes it for a space: 张　三 is found as 张三.
    """

    face: Face
    chars: str
    wide: bool = False


class Setting(NamedTuple):
    """Text ready to be drawn in one line.

    Attributes:
        runs: what is drawn, face by face.
        ems: natural width in em, before spreading and squeezing.
        length: number of characters.
        actual: what a reader copies, where it differs from what is drawn; else ``""``.
    """

    runs: tuple[Run, ...]
    ems: float
    length: int
    actual: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """How a line came out.

    Attributes:
        size: in pt.
        squeeze: share of the natural width, 0.6-1.
        spacing: between characters, in pt.
        width: in mm.
        wide: two characters set as wide as three.
    """

    size: float
    squeeze: float
    spacing: float
    width: float
    wide: bool = False


class Lettering:
    """Chooses faces, measures and breaks text; remembers what it has measured.

    ``lost`` collects the characters that no font has.
    """

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self.lost: set[str] = set()
        self._settings: dict[tuple[str, str, bool], Setting] = {}
        self._advances: dict[tuple[Face, str], float] = {}

    def advance(self, face: Face, char: str) -> float:
        """Return the advance width of a character in em."""
        key = (face, char)
        known = self._advances.get(key)
        if known is None:
            known = self._advances[key] = self.fonts.advance(face, char) / 1000
        return known

    def setting(self, text: str, role: RoleName, latin: bool = False) -> Setting:
        """Return the text with faces chosen; ``latin`` sets ASCII in the Latin face."""
        key = (text, role, latin)
        known = self._settings.get(key)
        if known is not None:
            return known
        wanted = "".join(" " if ord(c) < 32 or ord(c) == 0xA0 else c for c in text)
        missing = self.fonts.missing(wanted, role)
        drawn = wanted
        if missing:
            self.lost.update(missing)
            drawn = "".join(GETA if c in missing else c for c in wanted)
        runs = tuple(Run(face, chars) for face, chars in self.fonts.runs(drawn, role, latin=latin))
        ems = sum(self.advance(run.face, c) for run in runs for c in run.chars)
        length = sum(len(run.chars) for run in runs)
        known = Setting(runs, ems, length, wanted if missing else "")
        self._settings[key] = known
        return known

    def width(self, text: str, role: RoleName, size: float, latin: bool = False) -> float:
        """Return the natural width in mm of text set at ``size`` pt."""
        return self.setting(text, role, latin).ems * size * MM_PER_PT

    def fit(
        self,
        text: str,
        role: RoleName,
        size: float,
        max_width: float | None = None,
        *,
        spread: float = 0.0,
        latin: bool = False,
        narrowest: float = NARROWEST,
    ) -> Fitted:
        """Find how text fits into ``max_width`` mm: squeezed first, then smaller, never cut.

        Args:
            text: one line.
            role: typeface.
            size: the size wished, in pt.
            max_width: the room in mm; ``None`` = as wide as it likes.
            spread: widen shorter text to this many em by spacing its characters.
            latin: set ASCII in the Latin face.
            narrowest: the smallest share of the natural width.
        """
        setting = self.setting(text, role, latin)
        spacing = 0.0
        ems = setting.ems
        wide = setting.length == 2 and abs(spread - ems - 1) < 0.02
        if wide:
            ems += 1
        elif spread > ems and setting.length > 1:
            spacing = (spread - ems) / (setting.length - 1)
            ems = spread
        width = ems * size * MM_PER_PT
        squeeze = 1.0
        if max_width is not None and width > max_width > 0:
            share = max_width / width
            squeeze = max(share, narrowest)
            size *= share / squeeze
            width = max_width
        return Fitted(size, squeeze, spacing * size, width, wide)

    def lines(
        self, text: str, role: RoleName, size: float, width: float, latin: bool = False
    ) -> Sequence[str]:
        """Break text into lines of at most ``width`` mm, by the rules of Chinese setting."""
        from seating.typography.breaking import break_lines

        room = width / (size * MM_PER_PT)
        if self.setting(text, role, latin).ems <= room and "\n" not in text:
            return (text,)

        def measure(part: str) -> float:
            return self.setting(part, role, latin).ems

        return [line.text.rstrip() for line in break_lines(text, room, measure)]

    def even_lines(self, text: str, role: RoleName, size: float, width: float) -> Sequence[str]:
        """Break text like :meth:`lines`, but into lines of about equal length."""
        best = self.lines(text, role, size, width)
        if len(best) < 2:
            return best
        # A line narrower than its longest Latin word would tear it.
        words = re.findall(r"[^\s\u2e80-\uffff\U00020000-\U0003ffff]+", text)
        longest = max((self.width(word, role, size) for word in words), default=0.0)
        low, high = max(width / 2, min(longest, width)), width
        for _ in range(6):
            middle = (low + high) / 2
            lines = self.lines(text, role, size, middle)
            if len(lines) > len(best):
                low = middle
            else:
                best, high = lines, middle
        return best


def widened(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs of a two-character name with a blank behind the first character.

    Where one face draws both they stay one piece, which readers of the PDF never tear apart;
    the blank behind the second character is not seen.
    """
    if len(runs) == 1:
        return (runs[0]._replace(wide=True),)
    first, second = ((run.face, c) for run in runs for c in run.chars)
    return (Run(*first, wide=True), Run(*second))


def is_han(char: str) -> bool:
    """Whether the character is an ideograph."""
    code = ord(char)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
        or code == 0x3007
    )


def name_spread(name: str) -> float:
    """Return the width in em at which a name stands in columns: 张三 is set as wide as 王小明."""
    return 3.0 if len(name) == 2 and all(is_han(c) for c in name) else 0.0
