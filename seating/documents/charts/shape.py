"""The shapes that a card can have, measured in the size of its name (席位卡样式)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seating.documents.charts.card import Subject
from seating.documents.lettering import NARROWEST, Lettering, RoleName
from seating.documents.paper import MM_PER_PT
from seating.documents.words import name_parts, name_role

Arrangement = Literal["over", "side", "column", "beside"]

LINE = 1.14
"""Height in em of a line with a name."""

POST = 0.56
"""Size of unit and post, as a share of the name's."""

POST_LINE = 0.68
"""Height in em of a line with unit or post."""

MARK = 0.5
"""Size of the mark, as a share of the name's."""

_MARK_LINE = 0.56
_PAD_ACROSS, _PAD_DOWN = 1.2, 0.7
_LONGEST_ZH, _LONGEST_EN = 3.6, 7.5
_ON_SIDE = 0.8  # of the longest name's length
_LEGIBLE = 0.65  # a share of the size of the others at which a long name is well read


@dataclass(frozen=True, slots=True)
class Shape:
    """How name, mark and post stand on a card.

    Attributes:
        arrangement: ``over`` mark above the name, ``side`` mark at its left, ``column`` name set
            downwards, ``beside`` post at the right of the name.
        width, height: of the card in em of the name, without padding.
        mark: room for the mark in em, above or at the left.
        name: room for the name in em.
        posts: lines for unit and post.
        broken: long names may take two lines.
        longest: how large the longest name is, as a share of the size of the others.
    """

    arrangement: Arrangement
    width: float
    height: float
    mark: float
    name: float
    posts: int = 0
    broken: bool = False
    longest: float = 1.0

    @property
    def weight(self) -> float:
        """Return what share of its size a shape is worth, so that long names can be read."""
        return min(1.0, self.longest / _LEGIBLE)

    def card(self, size: float) -> tuple[float, float]:
        """Return width and height in mm of a card whose name has ``size`` pt."""
        em = size * MM_PER_PT
        return self.width * em + _PAD_ACROSS, self.height * em + _PAD_DOWN


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes that come into question, with and without posts."""

    plain: tuple[Shape, ...]
    titled: tuple[Shape, ...]


def shapes_of(subject: Subject, lettering: Lettering) -> Shapes:
    """Return the shapes for the names of a subject."""
    names = {name for card in subject.cards.values() for name in card.names}
    role = name_role(subject.language)
    if subject.bare:
        widest = max((lettering.setting(n, role).ems for n in names), default=1.0)
        return Shapes((Shape("over", max(widest, 1.6) + 0.3, LINE, 0.0, widest),), ())
    marked = subject.numbered or bool(subject.roles)
    over = _MARK_LINE if marked else 0.0
    side = _mark_width(subject, lettering) if marked else 0.0
    ems, broken = _room(names, role, lettering)
    lines = 2 * 0.86 * LINE if broken else LINE
    share = _share(names, role, lettering, ems, broken=broken)
    plain = [
        Shape("over", ems, over + lines, over, ems, broken=broken, longest=share),
        Shape("side", side + ems, lines, side, ems, broken=broken, longest=share),
    ]
    narrow = None if broken else _in_two_lines(names, role, lettering)
    if narrow is not None:
        high = over + 2 * 0.86 * LINE
        share = _share(names, role, lettering, narrow, broken=True)
        plain.append(Shape("over", narrow, high, over, narrow, broken=True, longest=share))
    if subject.language == "zh":
        tall = max(min(max((len(n) for n in names), default=3), 4), 3) * 1.04
        plain.append(Shape("column", 1.15, over + tall, over, tall))
    elif subject.layout.form == "photo":  # on their side, where people stand closely
        longest = max((lettering.setting(n, role).ems for n in names), default=3.0)
        tall = min(longest * _ON_SIDE, _LONGEST_EN)
        plain.append(Shape("column", 1.3, over + tall, over, tall))
    if not any(card.post for card in subject.cards.values()):
        return Shapes(tuple(plain), ())
    wide = max(ems, 4.6 if subject.language == "zh" else 6.5)
    posts = {"".join(card.post) for card in subject.cards.values()}
    longest = max(lettering.setting(post, "song").ems for post in posts if post)
    single = Shape("side", side + wide, lines + POST_LINE, side, wide, 1, broken)
    titled = (
        *((single,) if longest * POST * 0.8 <= wide else ()),
        Shape("over", wide, over + lines + 2 * POST_LINE, over, wide, 2, broken),
        Shape("side", side + wide, lines + 2 * POST_LINE, side, wide, 2, broken),
        Shape("beside", side + ems + 0.3 + wide, max(lines, 2 * POST_LINE), side, ems, 2, broken),
    )
    return Shapes(tuple(plain), titled)


def _share(
    names: set[str], role: RoleName, lettering: Lettering, room: float, *, broken: bool
) -> float:
    """Return how large the longest name is in a room of so many em, 1 = as large as the others."""
    longest = 0.0
    for name in names:
        parts = name_parts(name) if broken else (name,)
        ems = max(lettering.setting(part, role).ems for part in parts)
        longest = max(longest, ems * (0.86 if len(parts) > 1 else 1.0))
    return min(1.0, room / (longest * NARROWEST)) if longest else 1.0


def _mark_width(subject: Subject, lettering: Lettering) -> float:
    words = {card.mark + card.tag for card in subject.cards.values()}
    ems = [lettering.setting(w, "song", latin=True).ems for w in words if w]
    return MARK * max(ems, default=0.0) + 0.3


def _in_two_lines(names: set[str], role: RoleName, lettering: Lettering) -> float | None:
    """Return the em that names need if long ones of several parts take two lines."""
    ems = {name: lettering.setting(name, role).ems for name in sorted(names)}
    if not any(len(name_parts(name)) > 1 and e * NARROWEST > 3.0 for name, e in ems.items()):
        return None
    parts = [
        lettering.setting(part, role).ems * (0.86 if len(name_parts(name)) > 1 else 1.0)
        for name in ems
        for part in name_parts(name)
    ]
    return max(3.0, min(max(parts) * 0.8, _LONGEST_ZH if role == "kai" else _LONGEST_EN))


def _room(names: set[str], role: RoleName, lettering: Lettering) -> tuple[float, bool]:
    """Return the em that names need in one line, or in two where that is much narrower."""
    single = [lettering.setting(n, role).ems for n in names] or [3.0]
    most = max(3.0, max(max(min(e, 3.0), e * NARROWEST) for e in single))
    if role == "kai":
        return min(most, _LONGEST_ZH), False
    parts = [lettering.setting(p, role).ems * 0.86 for n in names for p in name_parts(n)] or [3.0]
    double = max(3.0, max(parts) * 0.8)
    return (min(double, _LONGEST_EN), True) if most > 4.5 else (most, False)
