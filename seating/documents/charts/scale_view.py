"""A layout to scale on paper, seen from one side (按比例的平面图)."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from seating.documents.ink import BLACK, DARK, LIGHT, MIDDLE, PALE, WHITE
from seating.documents.paper import Box
from seating.documents.sheet import Sheet
from seating.facts.text import Language
from seating.facts.venue import Fixture, Layout, View

_LABEL_SIZE = 9.0
_BROAD = ("stage", "screen", "wall")
_ASIDE = 350.0


@dataclass(frozen=True, slots=True)
class ScaleView:
    """Turns plan coordinates (mm on the floor) into paper coordinates (mm from the top left).

    Attributes:
        extent: x0, y0, x1, y1 of the plan.
        box: where it stands on paper; the plan is centred in it.
        scale: 40 means 1:40.
        turned: seen by those seated, that is turned by 180°.
    """

    extent: tuple[float, float, float, float]
    box: Box
    scale: float
    turned: bool

    @classmethod
    def fit(
        cls, extent: tuple[float, float, float, float], box: Box, view: View, largest: float = 20
    ) -> ScaleView:
        """Return the largest view that fits the box, at a whole scale no larger than 1:20."""
        x0, y0, x1, y1 = extent
        scale = max((x1 - x0) / box.width, (y1 - y0) / box.height, largest)
        return cls(extent, box, float(ceil(scale)), view == "seated")

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return the place on paper of a point of the plan."""
        x0, y0, x1, y1 = self.extent
        dx, dy = (x - (x0 + x1) / 2) / self.scale, ((y0 + y1) / 2 - y) / self.scale
        if self.turned:
            dx, dy = -dx, -dy
        return self.box.cx + dx, self.box.cy + dy

    def around(self, x: float, y: float, width: float, depth: float) -> Box:
        """Return the box on paper around a centre in the plan; sizes in plan mm."""
        cx, cy = self.point(x, y)
        w, d = width / self.scale, depth / self.scale
        return Box(cx - w / 2, cy - d / 2, w, d)

    @property
    def drawn(self) -> Box:
        """The box on paper that the plan really takes."""
        x0, y0, x1, y1 = self.extent
        return self.around((x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0)


def frame_of(layout: Layout) -> tuple[float, float, float, float]:
    """Return x0, y0, x1, y1 of the plan; a broad stage or backdrop does not make it wider."""
    _, y0, _, y1 = layout.extent
    near = [f for f in layout.fixtures if f.kind not in _BROAD]
    edges = [(p.x - p.width / 2, p.x + p.width / 2) for p in layout.places]
    for f in near:
        half = (f.depth if abs(f.turn % 180 - 90) < 45 else f.width) / 2
        edges.append((f.x - half, f.x + half))
    if not edges:
        return layout.extent
    reach = max(max(-a, b) for a, b in edges) + _ASIDE
    return (-reach, y0, reach, y1)


def fixture_box(view: ScaleView, fixture: Fixture) -> Box:
    """Return the upright box on paper around a fixture."""
    turned = abs(fixture.turn % 180 - 90) < 45
    w, d = (fixture.depth, fixture.width) if turned else (fixture.width, fixture.depth)
    if fixture.kind in _BROAD:
        x0, _, x1, _ = view.extent
        left, right = max(x0, fixture.x - w / 2), min(x1, fixture.x + w / 2)
        return view.around((left + right) / 2, fixture.y, right - left, d)
    return view.around(fixture.x, fixture.y, w, d)


def draw_fixture(sheet: Sheet, view: ScaleView, fixture: Fixture, language: Language) -> None:
    """Draw a table, lectern, stage edge, backdrop or door with its label."""
    box = fixture_box(view, fixture)
    label = fixture.label.to(language) or fixture.label.zh
    kind = fixture.kind
    if kind in ("table", "platform"):
        sheet.rect(box.x, box.y, box.width, box.height, line=0.3, fill=PALE, radius=0.8)
        _label(sheet, box, label)
    elif kind == "round-table":
        radius = box.width / 2
        sheet.circle(box.cx, box.cy, radius, line=0.3, fill=PALE)
        _label(sheet, box, label)
    elif kind == "lectern":
        sheet.rect(box.x, box.y, box.width, box.height, line=0.4, fill=WHITE, radius=0.8)
        room = max(box.width - 1, 12.0)
        sheet.text(
            box.cx, box.cy, label, "hei", _LABEL_SIZE, align="centre", upright="middle",
            max_width=room,
        )  # fmt: skip
    elif kind in ("stage", "screen"):
        thick = 0.7 if kind == "screen" else 0.35
        sheet.line(box.x, box.cy, box.right, box.cy, width=thick, colour=DARK)
        inside = 1 if (kind == "screen") != view.turned else -1
        sheet.text(
            box.cx, box.cy + inside * 3.2, label, "song", _LABEL_SIZE, align="centre",
            upright="middle", colour=DARK,
        )  # fmt: skip
    elif kind in ("wall", "door"):
        sheet.rect(box.x, box.y, box.width, box.height, line=0.25, fill=LIGHT, stroke=DARK)
        _label(sheet, box, label)
    elif kind != "aisle" and label:
        sheet.text(
            box.cx, box.cy, label, "song", _LABEL_SIZE, align="centre", upright="middle",
            colour=MIDDLE,
        )  # fmt: skip


def _label(sheet: Sheet, box: Box, label: str) -> None:
    if label:
        sheet.text(
            box.cx, box.cy, label, "song", _LABEL_SIZE, align="centre", upright="middle",
            max_width=max(box.width - 1, 8.0),
        )  # fmt: skip


def arrow(sheet: Sheet, x: float, y: float, words: str, *, down: bool) -> None:
    """Draw a broad arrow of 7 mm height centred on ``x, y``, with words beside it."""
    sign = 1 if down else -1
    tip, base = y + sign * 3.5, y - sign * 3.5
    neck = y + sign * 0.4
    sheet.polygon(
        (
            (x - 1.4, base), (x + 1.4, base), (x + 1.4, neck), (x + 3.2, neck),
            (x, tip), (x - 3.2, neck), (x - 1.4, neck),
        ),
        width=0.3, stroke=BLACK, fill=DARK,
    )  # fmt: skip
    sheet.text(x + 5, y, words, "hei", 12, upright="middle")
