"""Several cards on one sheet, so that the cut stack stays in order (拼版、裁切)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seating.documents.cards.panel import Panel
from seating.documents.cards.stock import size_of
from seating.documents.ink import BLACK
from seating.documents.paper import Box, Paper
from seating.documents.sheet import Sheet
from seating.facts.text import Text

Order = Literal["stack", "sheet"]

_GAP = 1.0
_LONG = 5.0
_LEAST = 1.5
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cards lie on a sheet; all lengths in mm.

    Positions count from 0, row by row from the upper left.  Positions never depend on what is
    printed, so that a single card is printed again where it was.
    """

    sheet: Paper
    width: float
    height: float
    columns: int = 1
    rows: int = 1
    gutter: float = 0.0

    @property
    def per_sheet(self) -> int:
        """How many cards a sheet carries."""
        return self.columns * self.rows

    @property
    def block(self) -> Box:
        """The rectangle that all cards of a sheet fill together; it lies in its middle."""
        wide = self.columns * (self.width + self.gutter) - self.gutter
        tall = self.rows * (self.height + self.gutter) - self.gutter
        return Box((self.sheet.width - wide) / 2, (self.sheet.height - tall) / 2, wide, tall)

    def box(self, position: int) -> Box:
        """Return where a card lies."""
        row, column = divmod(position, self.columns)
        block = self.block
        return Box(
            block.x + column * (self.width + self.gutter),
            block.y + row * (self.height + self.gutter),
            self.width,
            self.height,
        )

    def sheets(self, cards: int) -> int:
        """Return how many sheets so many cards take."""
        return -(-cards // self.per_sheet)

    def at(self, index: int, cards: int, order: Order) -> tuple[int, int]:
        """Return (sheet, position), both from 0, of the card with this index among all.

        ``stack``: every position holds a run of neighbouring cards, so that the piles that are
        cut from the stack, laid on each other in the order of positions, are in order.
        ``sheet``: every sheet holds a run, row by row.
        """
        if order == "stack":
            position, sheet = divmod(index, self.sheets(cards))
        else:
            sheet, position = divmod(index, self.per_sheet)
        return sheet, position

    def panel(self, sheet: Sheet, position: int) -> Panel:
        """Return the card at a position, to draw on."""
        return Panel(sheet, self.box(position))

    def mark_cuts(self, sheet: Sheet) -> None:
        """Draw ticks where the sheet is to be cut, outside the cards wherever there is room."""
        block, paper = self.block, self.sheet
        xs = [b for c in range(self.columns) for b in (self.box(c).x, self.box(c).right)]
        ys = [
            b
            for r in range(self.rows)
            for box in (self.box(r * self.columns),)
            for b in (box.y, box.bottom)
        ]
        for x in _cuts(xs, paper.width):
            for y0, y1 in _ticks(block.y, block.bottom, paper.height):
                sheet.line(x, y0, x, y1, width=0.1, colour=BLACK)
        for y in _cuts(ys, paper.height):
            for x0, x1 in _ticks(block.x, block.right, paper.width):
                sheet.line(x0, y, x1, y, width=0.1, colour=BLACK)


def _cuts(values: list[float], edge: float) -> list[float]:
    """Return the cuts, each once; the edge of the paper needs none."""
    return sorted({round(v, 3) for v in values if _SLACK < v < edge - _SLACK})


def _ticks(first: float, last: float, edge: float) -> list[tuple[float, float]]:
    """Return the ticks before and behind a block; where the paper ends, just inside it."""
    if first - _GAP >= _LEAST:
        long = min(_LONG, first - _GAP)
        return [(first - _GAP - long, first - _GAP), (last + _GAP, last + _GAP + long)]
    return [(0.0, 3.0), (edge - 3.0, edge)]


def grid_of(width: float, height: float, sheet: str, gutter: float, key: str = "stock") -> Grid:
    """Return how cards of a size lie on a sheet; without a sheet each is a page of its own.

    The sheet lies the way in which it carries more cards, or leaves wider margins.

    Raises:
        ValueError: the sheet has no room for a card, or is no paper (a ``Text``).
    """
    if not sheet:
        return Grid(Paper(width, height), width, height)
    paper = size_of(sheet, "sheet")
    ways = []
    for lying in (paper.portrait(), paper.landscape()):
        columns = int((lying.width + gutter + _SLACK) // (width + gutter))
        rows = int((lying.height + gutter + _SLACK) // (height + gutter))
        ways.append(Grid(lying, width, height, columns, rows, gutter))
    best = max(ways, key=lambda grid: (grid.per_sheet, min(grid.block.x, grid.block.y)))
    if not best.per_sheet:
        raise ValueError(
            Text(
                f'sheet = "{sheet}" 放不下{width:g}×{height:g}毫米的成品；'
                f"请换大一些的纸，或改小{key}。",
                f'sheet = "{sheet}" has no room for {width:g} x {height:g} mm; '
                f"take larger paper or a smaller {key}.",
            )
        )
    return best
