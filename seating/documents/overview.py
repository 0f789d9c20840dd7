"""One page for the director: what, when, where, who answers, what is open (一页通)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from seating.documents.brief.matter import NAME as NAME
from seating.documents.brief.matter import Block, blocks
from seating.documents.brief.matter import Keys as Keys
from seating.documents.furniture import furniture_of
from seating.documents.ink import DARK, LIGHT, PALE
from seating.documents.paper import paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.sheet import Sheet
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.text import Text

TITLE = Text("会务一页通", "One-page overview")
SUMMARY = Text(
    "会务一页通：一页说清会议概况、人数、场次、责任单位和待办事项，供负责同志掌握。",
    "One page for the director: the event, numbers, sittings, who answers for what, what is open.",
)
_MARGIN = 16.0
_HEAD = 18.0  # mm of the title
_KEPT = 60.0  # mm at the foot for what is open
_SHARES = (1.4, 1.3, 1.2, 1.1, 1.0)  # of 10.5 pt: short matter is printed larger


def wanted(book: Book) -> bool:
    """Whether anything is planned."""
    return bool(book.sittings) or book.booking is not None


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the page."""
    language = job.language
    name = file_name(TITLE.to(language))
    if job.only and name not in job.only:
        return
    press = open_press(book, job, TITLE, furniture=furniture_of(book, language))
    sheet = press.page(paper_of(job.paper or "A4").portrait(), margin=_MARGIN)
    area = sheet.body
    event = book.event.title.to(language) or book.event.title.zh
    sheet.text(
        area.cx, area.y, event, "title_song", 20, align="centre", upright="top",
        max_width=area.width,
    )  # fmt: skip
    words = TITLE.to(language)
    sheet.text(area.cx, area.y + 9.5, words, "hei", 14, align="centre", upright="top")
    shown = [block for block in blocks(book, language) if block.lines]
    pages = (_Page(press, sheet, share) for share in _SHARES)
    page = next(p for p in pages if p.holds(shown) or p.share == 1)
    whole = page.holds(shown)
    y = area.y + _HEAD
    for number, block in enumerate(shown):
        kept = 0.0 if number == len(shown) - 1 else _KEPT
        room = area.bottom - kept - y - page.bar - (page.step + 2)
        y = page.block(block, y, math.inf if whole else room)
    yield press.finish(name)


class _Page:
    """The sections, in letters ``share`` times as large as usual."""

    def __init__(self, press: Press, sheet: Sheet, share: float) -> None:
        self.press, self.sheet, self.share = press, sheet, share
        self.area = sheet.body
        self.size = 10.5 * share
        self.step, self.label, self.bar = 5.6 * share, 30.0 * share, 7.0 * share

    def holds(self, shown: Sequence[Block]) -> bool:
        """Whether all sections stand on the page."""
        lines = sum(self.line(*line)[0] for block in shown for line in block.lines)
        return _HEAD + lines + len(shown) * (self.bar + 3) <= self.area.height

    def block(self, block: Block, y: float, room: float) -> float:
        """Draw a section; lines that have no ``room`` (mm) are counted, not drawn."""
        area, sheet = self.area, self.sheet
        sheet.rect(area.x, y, area.width, self.bar, stroke=None, fill=LIGHT)
        middle = y + self.bar / 2
        sheet.text(area.x + 2, middle, block.head, "hei", self.size + 0.5, upright="middle")
        y += self.bar
        for number, line in enumerate(block.lines):
            height, draw = self.line(*line)
            if height > room:
                rest = len(block.lines) - number
                more = Text(
                    f"另有{rest}项，见 seating check 和 seating show 的输出。",
                    f"{rest} more; see the output of seating check and seating show.",
                ).to(self.press.language)
                sheet.text(
                    area.x + 2, y + self.step / 2 + 1, more, "song", self.size, upright="middle",
                    colour=DARK,
                )  # fmt: skip
                return y + self.step + 5
            draw(y)
            y += height
            room -= height
            sheet.line(area.x, y, area.right, y, width=0.08, colour=LIGHT)
        return y + 3

    def line(self, label: str, words: str, mark: str) -> tuple[float, Callable[[float], None]]:
        """Return height and drawing of a line: label, words over as many lines as needed, mark."""
        sheet, area, size, step = self.sheet, self.area, self.size, self.step
        lettering = self.press.lettering
        left = self.label if label else 2.0
        end = lettering.width(mark, "hei", size) + 4 if mark else 0.0
        width = area.width - left - end - 2
        parts = lettering.lines(words, "song", size, width, True)
        height = max(1, len(parts)) * step + 1.2

        def draw(y: float) -> None:
            if label:
                sheet.rect(area.x, y, self.label - 2, height, stroke=None, fill=PALE)
                sheet.text(
                    area.x + 2, y + height / 2, label, "hei", size, upright="middle",
                    max_width=self.label - 5,
                )  # fmt: skip
            for number, part in enumerate(parts):
                sheet.text(
                    area.x + left, y + 0.6 + (number + 0.5) * step, part, "song", size,
                    upright="middle", max_width=width, latin=True,
                )  # fmt: skip
            if mark:
                sheet.text(
                    area.right - 2, y + height / 2, mark, "hei", size, align="right",
                    upright="middle",
                )  # fmt: skip

        return height, draw
