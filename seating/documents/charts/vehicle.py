"""Vehicles from above: outline, front, windscreen, steering wheel (车辆平面)."""

from __future__ import annotations

from seating.documents.charts.plot import Plot
from seating.documents.ink import DARK, PALE, WHITE
from seating.documents.paper import Box
from seating.documents.sheet import Sheet
from seating.facts.text import Language, Text
from seating.facts.venue import Fixture

_NOSE = 1300.0  # mm from the front of a vehicle to its first seats
_VEHICLES = {
    "sedan-4": Text("四座轿车", "car, four seats"),
    "sedan-5": Text("五座轿车", "car, five seats"),
    "jeep": Text("越野车", "off-road car"),
    "mpv-7": Text("七座商务车", "van, seven seats"),
    "van-9": Text("九座商务车", "van, nine seats"),
    "minibus": Text("中巴", "minibus"),
    "coach": Text("大巴", "coach"),
}


def draw_vehicle(
    sheet: Sheet, plot: Plot, fixture: Fixture, label: str, language: Language
) -> None:
    """Draw a vehicle from above, its name at the rear."""
    outline = plot.outline(fixture)
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    sheet.rect(
        box.x, box.y, box.width, box.height, line=0.6, fill=PALE,
        radius=min(box.width, box.height) * 0.14,
    )  # fmt: skip
    _front(sheet, plot, fixture, box, language)
    label = vehicle_name(label, language)
    if label:
        sheet.text(
            box.cx, box.bottom - 5, label, "hei", 12, align="centre", upright="middle",
            max_width=box.width - 4,
        )  # fmt: skip


def draw_wheel(sheet: Sheet, x: float, y: float, radius: float) -> None:
    """Draw a steering wheel."""
    sheet.circle(x, y, radius, line=0.5, stroke=DARK)
    sheet.circle(x, y, radius * 0.25, line=0.3, stroke=DARK, fill=DARK)
    sheet.line(x - radius, y, x + radius, y, width=0.4, colour=DARK)


def vehicle_name(label: str, language: Language) -> str:
    """Return the name of a kind of vehicle in words; other labels stay as they are."""
    known = _VEHICLES.get(label)
    return known.to(language) if known else label


def _front(sheet: Sheet, plot: Plot, fixture: Fixture, box: Box, language: Language) -> None:
    """Draw the windscreen and an arrow at the front of a vehicle, which drives upwards."""
    nose = min(_NOSE, fixture.depth / 3) / plot.scale
    sign = -1 if plot.turned else 1
    edge = box.bottom if plot.turned else box.y
    screen = edge + sign * nose * 0.55
    wide = box.width * 0.4
    low = screen + sign * min(2.5, nose * 0.25)
    glass = (
        (box.cx - wide, low), (box.cx - wide * 0.9, screen),
        (box.cx + wide * 0.9, screen), (box.cx + wide, low),
    )  # fmt: skip
    sheet.polygon(glass, width=0.3, stroke=DARK, fill=WHITE)
    words = "车头" if language == "zh" else "front"
    y = edge + sign * nose * 0.28
    gap = sheet.lettering.width(words, "hei", 11) / 2 + 3
    sheet.text(box.cx, y, words, "hei", 11, align="centre", upright="middle")
    for side in (-1, 1):
        x = box.cx + side * gap
        tip = y - sign * 2.2
        sheet.polygon(((x - 1.6, y + sign * 1.4), (x, tip), (x + 1.6, y + sign * 1.4)), fill=DARK)
