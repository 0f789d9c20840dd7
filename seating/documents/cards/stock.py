"""The card before it is folded: its size, its fold, and which half is read from where (卡纸)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seating.documents.cards.panel import Panel
from seating.documents.ink import MIDDLE
from seating.documents.paper import Box, Paper, paper_of
from seating.facts.text import Text

LEAST_FACE = 15.0
"""The least height in mm of a face that can carry a name."""

_TICK = 4.0


@dataclass(frozen=True, slots=True)
class Stock:
    """A card as it lies in the printer, in mm.

    Attributes:
        width: also the width of a face.
        height: of the whole card, with both faces and the feet.
        feet: blank strips at the upper and lower end, folded under as a stand.
        folded: a table tent with two faces; else one face and no fold.
    """

    width: float
    height: float
    feet: float = 0.0
    folded: bool = True

    @property
    def face_height(self) -> float:
        """Height of a face in mm."""
        if not self.folded:
            return self.height
        return self.height / 2 - self.feet

    @property
    def folds(self) -> tuple[float, ...]:
        """Where the card is folded, in mm from its upper edge."""
        if not self.folded:
            return ()
        ridge = self.height / 2
        return (self.feet, ridge, self.height - self.feet) if self.feet else (ridge,)

    def faces(self, card: Panel) -> Iterator[Panel]:
        """Yield the front (the lower half), then the back, upside down on the flat card."""
        tall = self.face_height
        if not self.folded:
            yield card
            return
        yield card.part(Box(0, self.height / 2, self.width, tall))
        yield card.part(Box(0, self.feet, self.width, tall), turned=True)

    def mark_folds(self, card: Panel) -> None:
        """Draw a short tick at both ends of every fold."""
        for y in self.folds:
            for x0, x1 in ((0.0, _TICK), (self.width - _TICK, self.width)):
                card.line(x0, y, x1, y, width=0.12, colour=MIDDLE, dash=(0.8, 0.6))


def stock_of(name: str, *, feet: float = 0.0, folded: bool = True) -> Stock:
    """Return a stock by its size in mm (``190x178``), or a paper folded lengthwise (``A4``).

    Raises:
        ValueError: no such size, or the faces would be too low; says so as a ``Text``.
    """
    paper = size_of(name, "stock")
    if name.strip().isalnum() and not name.strip()[0].isdigit():
        paper = paper.landscape()
    stock = Stock(paper.width, paper.height, feet if folded else 0.0, folded)
    if stock.face_height < LEAST_FACE:
        raise ValueError(
            Text(
                f'stock = "{name}"、feet = {feet:g}：每面只剩{stock.face_height:g}毫米高，'
                f"至少要{LEAST_FACE:g}毫米。",
                f'stock = "{name}", feet = {feet:g}: only {stock.face_height:g} mm are left for a '
                f"face; {LEAST_FACE:g} mm are needed.",
            )
        )
    return stock


def size_of(name: str, key: str) -> Paper:
    """Return a size by name or as ``<width>x<height>`` in mm.

    Raises:
        ValueError: it is neither; its argument is a ``Text`` that names the key.
    """
    try:
        return paper_of(name)
    except ValueError:
        raise ValueError(
            Text(
                f'{key} = "{name}" 不是尺寸；可写 190x178（宽x高，毫米，20至5000）或 A3、A4、A5。',
                f'{key} = "{name}" is no size; write 190x178 (width x height in mm, 20 to 5000) '
                "or A3, A4, A5.",
            )
        ) from None
