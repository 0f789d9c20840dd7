"""A layout as SVG: seats to scale with a short text in each, text as text (矢量图).

Coordinates are millimetres of the room.  Fonts are named by kind only (``serif``,
``sans-serif``), so that every viewer draws the texts with what it has.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from seating.facts.text import Language
from seating.facts.venue import Fixture, Layout, Place, View

_WIDE = 1000  # pixels of the drawing's longer side in a browser
_MARGIN = 500.0
_LINE = 300.0  # places whose middles differ less in depth have texts on one line
_TITLE, _CAPTION = 1 / 28, 1 / 52  # sizes of type as shares of the longer side
_SEAT = {"guest": "#dcd2b4", "host": "#ffffff", "": "#ffffff"}
_OTHERS = ("#e4ecf4", "#e2ecdc", "#f0e2ea", "#e2e2f0", "#f2e6d8")
_FILL = {
    "table": "#efefef",
    "round-table": "#efefef",
    "lectern": "#ffffff",
    "vehicle": "#f4f4f4",
    "wall": "#808080",
    "plant": "#e0e8e0",
    "screen": "#333333",
    "stage": "#e6e6e6",
    "platform": "none",
}


def draw(
    layout: Layout,
    texts: Mapping[str, str],
    view: View,
    *,
    title: str = "",
    caption: Sequence[str] = (),
    language: Language = "zh",
) -> bytes:
    """Return the drawing as UTF-8.

    Args:
        layout: what is drawn.
        texts: text of each place by id; none or ``_`` = an empty seat.
        view: ``seated`` turns the drawing by 180°, the texts stay upright.
        title: stands above.
        caption: lines below; say the viewpoint here.
        language: of the labels.
    """
    sign = -1.0 if view == "seated" else 1.0
    x0, y0, x1, y1 = layout.extent if layout.places or layout.fixtures else (0, 0, 1000, 1000)
    if sign < 0:
        x0, y0, x1, y1 = -x1, -y1, -x0, -y0
    x0, y0, x1, y1 = x0 - _MARGIN, y0 - _MARGIN, x1 + _MARGIN, y1 + _MARGIN
    words = [title, *caption]
    need = max((_ems(line) * _CAPTION for line in caption), default=0.0)
    need = max(need, _ems(title) * _TITLE)
    longer = max(x1 - x0, y1 - y0)
    wide = max(x1 - x0, need * longer)
    x0, x1 = (x0 + x1 - wide) / 2, (x0 + x1 + wide) / 2
    big, small = longer * _TITLE, longer * _CAPTION
    head = 1.8 * big if title else 0.0
    foot = 1.6 * small * len(caption) + small if caption else 0.0
    width, height = x1 - x0, y1 - y0 + head + foot
    scale = _WIDE / max(width, height)
    left, top = x0, -y1 - head
    rooms = _rooms(layout)
    body = [
        *(part for f in layout.fixtures for part in _fixture(f, sign, language)),
        *(
            part
            for p in layout.places
            for part in _place(p, texts.get(p.id, "_"), sign, layout, rooms[p.id])
        ),
    ]
    if title:
        body.append(_text(left + width / 2, top + 0.9 * big, title, big, "serif"))
    for i, line in enumerate(caption):
        at = -y0 + small + (i + 0.5) * 1.6 * small
        body.append(_text(left + width / 2, at, line, small, "sans-serif"))
    name = " ".join(w for w in words if w)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width * scale)}" '
        f'height="{_n(height * scale)}" viewBox="{_n(left)} {_n(top)} {_n(width)} {_n(height)}" '
        f'xml:lang="{"zh-CN" if language == "zh" else "en"}" role="img">',
        f"<title>{_clean(name)}</title>",
        f'<rect x="{_n(left)}" y="{_n(top)}" width="{_n(width)}" height="{_n(height)}" '
        'fill="#ffffff"/>',
        '<g stroke="#000000" stroke-width="12" text-anchor="middle">',
        *body,
        "</g>",
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _rooms(layout: Layout) -> dict[str, float]:
    """Return how wide a text may be at each place: up to the middle of the gap beside it."""
    found = {p.id: 2.0 * p.width for p in layout.places}
    order = sorted(layout.places, key=lambda p: (p.x, p.y, p.id))
    for i, one in enumerate(order):
        for other in order[i + 1 :]:
            apart = other.x - one.x
            if apart > 2 * max(one.width, other.width):
                break
            if abs(other.y - one.y) < _LINE and apart > 1:
                found[one.id] = min(found[one.id], apart * 0.94)
                found[other.id] = min(found[other.id], apart * 0.94)
    return found


def _place(place: Place, text: str, sign: float, layout: Layout, room: float) -> Iterator[str]:
    """Yield a chair, seen from above with its back, and the text in it."""
    x, y = sign * place.x, -sign * place.y
    half, deep = place.width * 0.46, max(place.depth, 300.0) * 0.46
    angle = 90.0 - place.facing + (180.0 if sign < 0 else 0.0)
    free = text in ("", "_")
    parties = sorted({p.party for p in layout.places if p.party not in _SEAT})
    fill = _SEAT.get(place.party) or _OTHERS[parties.index(place.party) % len(_OTHERS)]
    dash = ' stroke-dasharray="60 40" stroke="#808080"' if free else ""
    grey = ' stroke="#808080"' if free else ""
    words = f"<title>{_clean(place.label.zh)}</title>"
    yield (
        f'<g transform="translate({_n(x)} {_n(y)})"><g transform="rotate({_n(angle)})">{words}'
        f'<rect x="{_n(-half)}" y="{_n(-deep)}" width="{_n(2 * half)}" height="{_n(2 * deep)}" '
        f'rx="50" fill="{fill if not free else "#ffffff"}"{dash}/>'
        f'<line x1="{_n(-half * 0.8)}" y1="{_n(deep)}" x2="{_n(half * 0.8)}" y2="{_n(deep)}" '
        f'stroke-width="40"{grey}/></g></g>'
    )
    if not free:
        ems = max(_ems(text), 0.6)
        size = min(deep * 1.0, max(room, 2 * half * 0.9) / ems)
        yield _text(x, y, text, size, "sans-serif", halo=size * ems > 2 * half)


def _fixture(fixture: Fixture, sign: float, language: Language) -> Iterator[str]:
    x, y = sign * fixture.x, -sign * fixture.y
    w, d = fixture.width, fixture.depth
    label = fixture.label.to(language) or fixture.label.zh
    turn = -fixture.turn
    kind = fixture.kind
    if kind == "aisle":
        return
    if kind == "round-table":
        yield f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(w / 2)}" fill="{_FILL[kind]}"/>'
    elif kind == "door":
        dash = 'fill="none" stroke-width="30" stroke-dasharray="90 60"'
        yield _box(x, y, w, d, turn, dash)
    elif kind == "flag":
        yield (
            f'<path d="M{_n(x)} {_n(y + 150)}V{_n(y - 150)}H{_n(x + 200)}V{_n(y - 10)}H{_n(x)}" '
            'fill="#c8c8c8"/>'
        )
    elif kind != "label":
        corner = f' rx="{_n(min(w, d) * 0.14)}"' if kind == "vehicle" else ""
        pale = ' stroke="#c8c8c8"' if kind == "platform" else ""
        yield _box(x, y, w, d, turn, f'fill="{_FILL.get(kind, "none")}"{corner}{pale}')
        if kind == "vehicle":
            nose = y - sign * d / 2
            tip = f"M{_n(x - 150)} {_n(nose + sign * 300)}L{_n(x)} {_n(nose + sign * 120)}"
            yield f'<path d="{tip}L{_n(x + 150)} {_n(nose + sign * 300)}" fill="none"/>'
    if label and kind not in ("platform", "stage", "screen"):
        low = y + sign * (d / 2 - 300) if kind == "vehicle" else y
        shift = sign * 330.0 if kind == "door" else 0.0
        yield _text(x, low + shift, label, 230.0, "serif")
    elif label and kind != "platform":
        yield _text(x, y, label, min(230.0, max(d, 160.0)), "serif", halo=True)


def _box(x: float, y: float, w: float, d: float, turn: float, look: str) -> str:
    spin = f' transform="rotate({_n(turn)} {_n(x)} {_n(y)})"' if turn % 360 else ""
    return (
        f'<rect x="{_n(x - w / 2)}" y="{_n(y - d / 2)}" width="{_n(w)}" height="{_n(d)}" '
        f"{look}{spin}/>"
    )


def _text(x: float, y: float, words: str, size: float, kind: str, *, halo: bool = False) -> str:
    """Return a text centred on a point."""
    look = f'font-family="{kind}" font-size="{_n(size)}" fill="#000000"'
    edge = ' stroke="#ffffff" stroke-width="60" paint-order="stroke"' if halo else ' stroke="none"'
    return f'<text x="{_n(x)}" y="{_n(y + 0.36 * size)}" {look}{edge}>{_clean(words)}</text>'


def _ems(text: str) -> float:
    """Return the width of a text, about, in its own size."""
    wide = sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.6 for c in text)
    return wide + 0.2


def _clean(text: str) -> str:
    """Return text fit to stand in XML; characters that XML forbids become ``�``."""
    return escape("".join(c if _allowed(ord(c)) else "\ufffd" for c in text), {'"': "&quot;"})


def _allowed(code: int) -> bool:
    if code < 32:
        return code in (9, 10, 13)
    return not 0xD800 <= code <= 0xDFFF and code & 0xFFFE != 0xFFFE


def _n(value: float) -> str:
    """Return a number as short as it can be, to a hundredth."""
    rounded = round(value, 2)
    if not math.isfinite(rounded):
        raise ValueError(f"{value!r} cannot be drawn")
    text = f"{rounded:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
