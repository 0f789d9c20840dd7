"""What charts of the various forms are called, and from where they are seen (图名与视角)."""

from __future__ import annotations

import math

from seating.documents.words import VIEWPOINTS
from seating.facts.text import Language, Text
from seating.facts.venue import Layout, View

SEATS = Text("座次图", "seating chart")
_TITLES = {
    "photo": Text("站位图", "standing chart"),
    "vehicle": Text("乘车座次图", "seats in vehicles"),
    "banquet": Text("桌次座次图", "tables and seats"),
    "award": Text("站位图", "standing chart"),
    "ribbon": Text("站位图", "standing chart"),
    "podium": Text("站位图", "standing chart"),
    "flags": Text("旗序图", "order of flags"),
    "rostrum": Text("主席台座次图", "rostrum chart"),
    "hall": Text("会场座次图", "hall chart"),
}
_FACING_DOOR = Text("图示视角：面向门口就座者看", "Viewpoint: as those see it who face the door")
_VIEWPOINTS: dict[tuple[str, View], Text] = {
    ("vehicle", "audience"): Text(
        "图示视角：从车顶向下看，车头朝上，左右即乘车人的左右",
        "Viewpoint: from above, front of the vehicle on top; left and right as the riders'",
    ),
    ("photo", "audience"): Text(
        "图示视角：从照相机看（左右即照片上的左右）",
        "Viewpoint: from the camera (left and right as in the picture)",
    ),
    ("photo", "seated"): Text(
        "图示视角：合影者本人看", "Viewpoint: as those in the picture see it"
    ),
    ("delegations", "audience"): VIEWPOINTS["audience"],
    ("delegations", "seated"): Text(
        "图示视角：从主席台看会场", "Viewpoint: from the rostrum, looking at the hall"
    ),
    ("flags", "seated"): Text("图示视角：从旗后向台下看", "Viewpoint: from behind the flags"),
    ("signing", "audience"): Text(
        "图示视角：面向签字桌（台下视角）", "Viewpoint: facing the signing table (audience)"
    ),
    ("signing", "seated"): Text("图示视角：签字人本人看", "Viewpoint: as the signers see it"),
}
_STANDING = Text(
    "图示视角：面向台上（台下视角）", "Viewpoint: facing the stage (from the audience)"
)
_OWN = Text("图示视角：台上人员本人看", "Viewpoint: as those on the stage see it")


FAR = 1500.0  # mm; a label so far before the places tells who looks on


def chart_title(form: str) -> Text:
    """Return what the chart of a form is called."""
    return _TITLES.get(form, SEATS)


def joined(own: str, title: str) -> str:
    """Put title after a sitting's own name; what ends the one and begins the other stands once."""
    for length in range(min(len(own), len(title)), 0, -1):
        if own.endswith(title[:length]):
            return own + title[length:]
    return own + title


def viewpoint(layout: Layout, view: View) -> Text:
    """Return the sentence that says from where a chart is seen."""
    known = _VIEWPOINTS.get((layout.form, view))
    if known is not None:
        return known
    if layout.form in ("rostrum", "hall"):
        return VIEWPOINTS[view]
    if view == "seated":
        return _FACING_DOOR if "door" in layout.views else _OWN
    return VIEWPOINTS["door"] if view == "door" else _STANDING


def onlookers(layout: Layout, language: Language) -> str:
    """Return who stands at the lower edge of the drawing, where no door tells it; else ``""``."""
    if "audience" not in layout.views or layout.form == "vehicle":
        return ""
    if any(f.kind == "door" for f in layout.fixtures):
        return ""
    if sum(math.sin(math.radians(p.facing)) for p in layout.places) > 0:
        return ""  # they turn their backs to the lower edge
    low = min((p.y for p in layout.places), default=0.0) - FAR
    below = [f for f in layout.fixtures if f.kind == "label" and f.y < low and f.label.zh]
    if below:
        label = min(below, key=lambda f: f.y).label
        return label.to(language) or label.zh
    return "台下（观众）" if language == "zh" else "audience"
