"""Names row by row from left to right, as under a printed photograph (站位名单)."""

from __future__ import annotations

from seating.documents.charts.card import Subject
from seating.documents.headings import head_lines
from seating.documents.ink import LIGHT
from seating.documents.lettering import RoleName
from seating.documents.paper import MM_PER_PT, Box, paper_of
from seating.documents.press import Press
from seating.documents.sheet import Sheet
from seating.documents.words import name_role
from seating.facts.text import Language, Text
from seating.facts.venue import Place

TITLE = Text("站位名单", "names by row")
_MARGIN = 16.0
_SIZE = 12.0
_LEADING = 1.7
_BAND = 7.0
_CELL = {"zh": 21.5, "en": 42.0}


def draw_rows(press: Press, subject: Subject, event: str, title: str, paper: str = "") -> None:
    """Add pages with the names of every row, as the camera sees them."""
    language = subject.language
    words = TITLE.to(language)
    lying = paper_of(paper or "A4").portrait()
    sentence = Text("面向合影者（从照相机看）从左至右", "left to right as the camera sees them").to(
        language
    )

    def begin(first: bool) -> tuple[Sheet, Box]:
        sheet = press.page(lying, margin=_MARGIN, bookmark=words if first else "")
        head = f"{title}　{words}" if language == "zh" else f"{title}, {words}"
        return sheet, head_lines(sheet, event, head, sentence, language)

    sheet, area = begin(True)
    y = area.y
    role: RoleName = name_role(language)
    step = _SIZE * _LEADING * MM_PER_PT
    cell = _CELL[language]
    columns = int((area.width - 2) // cell)
    rows: dict[int, list[Place]] = {}
    for place in subject.layout.places:
        rows.setdefault(place.row, []).append(place)
    for number in sorted(rows):
        names = [
            name
            for place in sorted(rows[number], key=lambda p: p.x)
            for name in subject.cards[place.id].names
        ]
        lines = -(-len(names) // columns)
        if y + _BAND + 2 + step * lines > area.bottom and y > area.y:
            sheet, area = begin(False)
            y = area.y
        sheet.rect(area.x, y, area.width, _BAND - 1, stroke=None, fill=LIGHT)
        head = _head(number, len(names), language)
        sheet.text(area.x + 2, y + (_BAND - 1) / 2, head, "hei", 12, upright="middle")
        for i, name in enumerate(names):
            x = area.x + 2 + i % columns * cell
            middle = y + _BAND + (i // columns + 0.5) * step
            sheet.name(x, middle, name, role, _SIZE, upright="middle", max_width=cell - 3)
        y += _BAND + step * lines + 4.0


def _head(number: int, count: int, language: Language) -> str:
    if language == "en":
        return f"Row {number}{' (front)' if number == 1 else ''}: {count} people"
    return f"第{number}排{'（前排）' if number == 1 else ''}：{count}人"
