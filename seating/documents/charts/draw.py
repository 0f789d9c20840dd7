"""Cards drawn where they were fitted (画席位卡)."""

from __future__ import annotations

from seating.documents.charts.card import Card, Subject
from seating.documents.charts.fit import Fit, Fitting
from seating.documents.charts.fixtures import Room, centre_of
from seating.documents.charts.podium import draw_steps
from seating.documents.charts.shape import LINE, MARK, POST, POST_LINE
from seating.documents.charts.vehicle import draw_wheel
from seating.documents.charts.words import FAR
from seating.documents.ink import DARK, MIDDLE, WHITE, Tint, colour
from seating.documents.naming import NameStyle, draw_column
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.documents.words import name_role
from seating.facts.text import Language

_GROUNDS = (
    Tint(WHITE, 1.0),
    Tint(colour("E3D3A8"), 0.84),
    Tint(colour("DCE9F5"), 1.0, "rising"),
    Tint(colour("D4E6CC"), 0.91, "falling"),
    Tint(colour("EFDCE6"), 1.0, "dots"),
    Tint(colour("D9D9EE"), 0.91, "cross"),
    Tint(colour("F3E2D0"), 0.91, "dots"),
    Tint(colour("CFE6E4"), 1.0, "cross"),
)
_LEAST = 4.6


def ground_of(party: str, parties: tuple[str, ...]) -> Tint:
    """Return the ground of a side: the host's white, the guests' darker even in grey."""
    if party not in parties:
        return _GROUNDS[0]
    first = 1 if party == "guest" else 0
    index = (
        max(first, parties.index(party)) if party in ("host", "guest") else (parties.index(party))
    )
    return _GROUNDS[index % len(_GROUNDS)]


def draw_plan(sheet: Sheet, subject: Subject, fitting: Fitting, fit: Fit, area: Box) -> None:
    """Draw everything that stands in the room, then the cards."""
    layout = subject.layout
    seats = [fit.plot.point(p.x, p.y) for p in layout.places]
    room = Room(sheet, fit.plot, area, centre_of(seats), subject.language, head_label(subject))
    flags = list(fitting.flags.values())
    low = min((p.y for p in layout.places), default=0.0) - FAR
    far = [f for f in layout.fixtures if f.kind == "label" and f.y < low]
    # Risers of a photograph only show as stray lines between the cards.
    risers = [f for f in layout.fixtures if f.kind == "platform" and layout.form == "photo"]
    hidden = [*flags, *far, *risers]
    room.draw_all([f for f in layout.fixtures if f not in hidden])
    draw_steps(sheet, layout, fitting.anchors, fit.plot)
    for place in layout.places:
        anchor = fitting.anchors[place.id]
        if place.id in fitting.flags:
            room.flag_before(*fit.plot.point(anchor.x, anchor.y), fit.plot.sign)
        box = fit.box(anchor)
        if place.purpose == "driver" and place.id in fitting.inside:
            radius = min(4.0, 150 / fit.plot.scale)
            draw_wheel(sheet, box.cx, box.y - fit.plot.sign * (radius + 1.0), radius)
        draw_card(sheet, box, subject.cards[place.id], fit, subject)


def head_label(subject: Subject) -> str:
    """Return the label of the head table, if there are others beside it."""
    heads = [p.block for p in subject.layout.places if "head-table" in p.features]
    tables = [f for f in subject.layout.fixtures if f.kind == "round-table"]
    if not heads or len(tables) < 2:
        return ""
    members = [p for p in subject.layout.places if p.block == heads[0]]
    x, y = sum(p.x for p in members) / len(members), sum(p.y for p in members) / len(members)
    near = min(tables, key=lambda f: (f.x - x) ** 2 + (f.y - y) ** 2)
    return near.label.to(subject.language) or near.label.zh


def draw_card(sheet: Sheet, box: Box, card: Card, fit: Fit, subject: Subject) -> None:
    """Draw the card of one place."""
    if not card.names:
        _empty(sheet, box, card, fit.size, subject.language)
        return
    sheet.ground(box.inset(0.1), ground_of(card.party, subject.parties))
    sheet.rect(box.x, box.y, box.width, box.height, line=0.6 if card.first else 0.28)
    em = fit.size * MM_PER_PT
    inner = box.inset(0.5, 0.3)
    shape = fit.shape
    if shape.arrangement in ("over", "column"):
        top = inner.y + shape.mark * em
        mark = Box(inner.x, inner.y, inner.width, shape.mark * em)
        rest = Box(inner.x, top, inner.width, inner.bottom - top)
    else:
        left = inner.x + shape.mark * em
        mark = Box(inner.x, inner.y, shape.mark * em, inner.height)
        rest = Box(left, inner.y, inner.right - left, inner.height)
    _mark(sheet, mark, card, fit.size * MARK, subject.language)
    if shape.arrangement == "beside":
        name = Box(rest.x, rest.y, shape.name * em, rest.height)
        post = Box(name.right + 0.2 * em, rest.y, rest.right - name.right - 0.2 * em, rest.height)
    else:
        low = shape.posts * POST_LINE * em if card.post else 0.0
        name = Box(rest.x, rest.y, rest.width, rest.height - low)
        post = Box(rest.x, name.bottom, rest.width, low)
    _names(sheet, name, card.names, fit, subject)
    if shape.posts:
        _post(sheet, post, card.post, fit, subject.language)


def _names(sheet: Sheet, box: Box, names: tuple[str, ...], fit: Fit, subject: Subject) -> None:
    role = "hei" if subject.bare else name_role(subject.language)
    if fit.shape.arrangement == "column":
        for i, name in enumerate(names):
            part = Box(
                box.x + i * box.width / len(names), box.y, box.width / len(names), box.height
            )
            draw_column(sheet, part, name, fit.size, role=role)
        return
    style = NameStyle(role, fit.size, broken=fit.shape.broken)
    each = box.height / len(names)
    size = min(fit.size, each / (LINE * MM_PER_PT)) if len(names) > 1 else fit.size
    style = NameStyle(role, size, broken=fit.shape.broken)
    for i, name in enumerate(names):
        style.draw(sheet, Box(box.x, box.y + i * each, box.width, each), name)


def _mark(sheet: Sheet, box: Box, card: Card, size: float, language: Language) -> None:
    """Write the place in the order; the tag of a role is white on black."""
    if (not card.mark and not card.tag) or box.width <= 0 or box.height <= 0:
        return
    size = max(size, _LEAST)
    wide = sheet.lettering.width(card.mark, "song", size, latin=True) if card.mark else 0.0
    tag = sheet.lettering.width(card.tag, "hei", size) + 0.8 if card.tag else 0.0
    gap = 0.4 if wide and tag else 0.0
    share = min(1.0, box.width / (wide + tag + gap))
    x = box.cx - share * (wide + tag + gap) / 2
    if wide:
        sheet.text(
            x, box.cy, card.mark, "song", size, upright="middle", max_width=wide * share,
            colour=DARK, latin=True,
        )  # fmt: skip
        x += share * (wide + gap)
    if tag:
        high = min(size * MM_PER_PT * 1.15, box.height)
        sheet.rect(x, box.cy - high / 2, tag * share, high, stroke=None, fill=DARK, radius=0.4)
        sheet.text(
            x + tag * share / 2, box.cy, card.tag, "hei", size * 0.94, align="centre",
            upright="middle", colour=WHITE, max_width=tag * share - 0.4,
        )  # fmt: skip


def _post(sheet: Sheet, box: Box, post: tuple[str, ...], fit: Fit, language: Language) -> None:
    """Write unit and post in the lines there are, squeezed where they are long."""
    if not post or box.height <= 0:
        return
    size = fit.size * POST
    room = box.width - 0.4
    lines = list(post)
    lettering = sheet.lettering
    if len(lines) == 1 and fit.shape.posts > 1 and lettering.width(lines[0], "song", size) > room:
        lines = list(lettering.even_lines(lines[0], "song", size, room))
    glue = "" if language == "zh" else " "
    while len(lines) > fit.shape.posts:
        lines = [*lines[: fit.shape.posts - 1], glue.join(lines[fit.shape.posts - 1 :])]
    step = box.height / max(len(lines), 1) if len(lines) > 1 else box.height
    for i, line in enumerate(lines):
        sheet.text(
            box.cx, box.y + (i + 0.5) * step, line, "song", size, align="centre",
            upright="middle", max_width=room,
        )  # fmt: skip


def _empty(sheet: Sheet, box: Box, card: Card, size: float, language: Language) -> None:
    sheet.rect(
        box.x, box.y, box.width, box.height, line=0.25, stroke=MIDDLE, fill=WHITE, dash=(1.2, 0.9)
    )
    words = card.tag or ("空" if language == "zh" else "empty")
    sheet.text(
        box.cx, box.cy, words, "song", min(size * 0.7, 9), align="centre", upright="middle",
        colour=MIDDLE, max_width=box.width - 1.5,
    )  # fmt: skip
