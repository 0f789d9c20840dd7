"""Names in large type, numbered, to be called out (唱名单)."""

from __future__ import annotations

from collections.abc import Sequence

from seating.documents.ink import DARK, LIGHT, PALE
from seating.documents.naming import name_style
from seating.documents.paper import Box
from seating.documents.sheet import Sheet
from seating.documents.words import name_role
from seating.facts.text import Language

_ONE_COLUMN = 16
_GAP = 8.0
_TALLEST = 18.0


def draw_calls(
    sheet: Sheet, area: Box, names: Sequence[str], centre: Sequence[bool], language: Language
) -> None:
    """Draw names down one column or two, those in the centre on a grey ground."""
    columns = 1 if len(names) <= _ONE_COLUMN else 2
    lines = -(-len(names) // columns)
    step = min(area.height / lines, _TALLEST)
    width = (area.width + _GAP) / columns - _GAP
    style = name_style(sheet.lettering, names, name_role(language), width - 28, step * 0.8, 34.0)
    for index, (name, middle) in enumerate(zip(names, centre, strict=True)):
        x = area.x + index // lines * (width + _GAP)
        y = area.y + index % lines * step
        if middle:
            sheet.rect(x, y, width, step, stroke=None, fill=PALE)
            words = "正中" if language == "zh" else "centre"
            sheet.text(
                x + width - 1, y + step / 2, words, "hei", 10, align="right", upright="middle",
                colour=DARK,
            )  # fmt: skip
        sheet.text(
            x + 12, y + step / 2, str(index + 1), "hei", min(20.0, step * 1.7), align="right",
            upright="middle", colour=DARK,
        )  # fmt: skip
        sheet.name(
            x + 16, y + step / 2, name, style.role, style.size, upright="middle",
            max_width=width - (28 if middle else 18),
        )  # fmt: skip
        sheet.line(x, y + step, x + width, y + step, width=0.1, colour=LIGHT)
