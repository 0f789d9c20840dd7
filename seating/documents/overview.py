"""One page for the director: what, when, where, who answers, what is open (一页通)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from seating.documents.brief.matter import NAME as NAME
from seating.documents.brief.matter import Block, blocks
from seating.documents.brief.matter import Keys as Keys
from seating.documents.furniture import furniture_of
from seating.documents.ink import DARK, LIGHT, PALE
from seating.documents.paper import Box, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.sheet import Sheet
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.text import Language, Text

TITLE = Text("会务一页通", "One-page overview")
SUMMARY = Text(
    "会务一页通：一页说清会议概况、人数、场次、责任单位和待办事项，供负责同志掌握。",
    "One page for the director: the event, numbers, sittings, who answers for what, what is open.",
)
_MARGIN = 16.0
_SIZE = 10.5
_STEP = 5.6
_LABEL = 30.0
_KEPT = 60.0  # mm at the foot for what is open


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
    y = area.y + 18
    shown = [block for block in blocks(book, language) if block.lines]
    for number, block in enumerate(shown):
        kept = 0.0 if number == len(shown) - 1 else _KEPT
        y = _draw(press, sheet, block, y, language, kept)
    yield press.finish(name)


def _draw(
    press: Press, sheet: Sheet, block: Block, y: float, language: Language, kept: float
) -> float:
    """Draw a section; what has no room above the last ``kept`` mm is counted, not drawn."""
    area = sheet.body
    sheet.rect(area.x, y, area.width, 7, stroke=None, fill=LIGHT)
    sheet.text(area.x + 2, y + 3.5, block.head, "hei", 11, upright="middle")
    y += 7
    room = area.bottom - kept - y - (_STEP + 2)
    lines = list(block.lines)
    for number, (label, words, mark) in enumerate(lines):
        height, draw = _line(press, area, label, words, mark, language)
        if height > room:
            rest = len(lines) - number
            more = Text(
                f"另有{rest}项，见 seating check 和 seating show 的输出。",
                f"{rest} more; see the output of seating check and seating show.",
            ).to(language)
            sheet.text(
                area.x + 2, y + _STEP / 2 + 1, more, "song", _SIZE, upright="middle", colour=DARK
            )
            return y + _STEP + 5
        draw(sheet, y)
        y += height
        room -= height
        sheet.line(area.x, y, area.right, y, width=0.08, colour=LIGHT)
    return y + 3


def _line(
    press: Press, area: Box, label: str, words: str, mark: str, language: Language
) -> tuple[float, Callable[[Sheet, float], None]]:
    """Return height and drawing of one line: label, words over as many lines as needed, mark."""
    left = _LABEL if label else 2.0
    end = press.lettering.width(mark, "hei", _SIZE) + 4 if mark else 0.0
    width = area.width - left - end - 2
    parts = press.lettering.lines(words, "song", _SIZE, width, True)
    height = max(1, len(parts)) * _STEP + 1.2

    def draw(sheet: Sheet, y: float) -> None:
        if label:
            sheet.rect(area.x, y, _LABEL - 2, height, stroke=None, fill=PALE)
            sheet.text(
                area.x + 2, y + height / 2, label, "hei", _SIZE, upright="middle",
                max_width=_LABEL - 5,
            )  # fmt: skip
        for number, part in enumerate(parts):
            sheet.text(
                area.x + left, y + 0.6 + (number + 0.5) * _STEP, part, "song", _SIZE,
                upright="middle", max_width=width, latin=True,
            )  # fmt: skip
        if mark:
            sheet.text(
                area.right - 2, y + height / 2, mark, "hei", _SIZE, align="right",
                upright="middle",
            )  # fmt: skip

    return height, draw
