"""The line under a chart: what grounds and marks mean, free places, scale (图例)."""

from __future__ import annotations

from collections.abc import Iterator

from seating.documents.charts.card import ROLE_MARKS, Subject, party_name
from seating.documents.charts.draw import ground_of
from seating.documents.charts.shorten import TRUE, Shortening
from seating.documents.ink import DARK, MIDDLE, WHITE
from seating.documents.paper import Box
from seating.documents.sheet import Sheet

LEGEND = 7.0
"""Height in mm of the line."""

_SIZE = 9.0
_SWATCH = 5.0

_PARTIES = 6
"""With more parties the places themselves must tell whose they are."""

Item = tuple[str, str, str]


def draw_legend(
    sheet: Sheet, box: Box, subject: Subject, scale: float, by: Shortening = TRUE
) -> None:
    """Draw the legend into a box (mm), the scale at its right end."""
    zh = subject.language == "zh"
    words = (f"比例 1:{scale:.0f}" if zh else f"Scale 1:{scale:.0f}") if scale else ""
    if scale and by.down > 1:
        words += "，排距放大" if zh else ", rows drawn farther apart"
    elif scale and not by.true:
        words += "，空当缩短" if zh else ", empty space shortened"
    last = sheet.text(box.right, box.cy, words, "song", _SIZE, align="right", upright="middle")
    items = list(_items(subject))
    gap = 5.0
    lettering = sheet.lettering
    widths = [_SWATCH + 1.2 + lettering.width(text, "song", _SIZE) for _, _, text in items]
    room = box.width - last.width - 4
    share = min(1.0, room / max(sum(widths) + gap * (len(items) - 1), 1.0))
    x = box.x
    for (kind, key, text), width in zip(items, widths, strict=True):
        swatch = Box(x, box.cy - 1.9, _SWATCH, 3.8)
        if kind == "party":
            sheet.ground(swatch, ground_of(key, subject.parties))
            sheet.rect(swatch.x, swatch.y, swatch.width, swatch.height, line=0.28)
        elif kind == "role":
            sheet.rect(x, swatch.y, _SWATCH, swatch.height, stroke=None, fill=DARK, radius=0.4)
            sheet.text(
                swatch.cx, swatch.cy, key, "hei", 8, align="centre", upright="middle",
                colour=WHITE, max_width=_SWATCH - 0.6,
            )  # fmt: skip
        elif kind == "empty":
            sheet.rect(
                x, swatch.y, _SWATCH, swatch.height, line=0.25, stroke=MIDDLE, fill=WHITE,
                dash=(1.2, 0.9),
            )  # fmt: skip
        start = x + (_SWATCH + 1.2 if kind else 0.0)
        own = width - (_SWATCH + 1.2)
        sheet.text(start, box.cy, text, "song", _SIZE, upright="middle", max_width=own * share)
        x = start + own * share + gap * share


def _items(subject: Subject) -> Iterator[Item]:
    zh = subject.language == "zh"
    for party in subject.parties if len(subject.parties) <= _PARTIES else ():
        yield "party", party, party_name(party, subject.language)
    for role in subject.roles:
        mark, text = ROLE_MARKS.get(role, (None, None))
        if mark and text:
            yield "role", mark.to(subject.language), text.to(subject.language)
    marked = any(card.mark for card in subject.cards.values())
    if marked or (subject.bare and subject.numbered):
        yield "", "", "数字为位次" if zh else "numbers: order of precedence"
    free = [c for c in subject.cards.values() if not c.names and not c.tag]
    if free:
        yield "empty", "", f"空位{len(free)}个" if zh else f"{len(free)} free"
