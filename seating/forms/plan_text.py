"""Reading a room in text: lines in order, and a drawing to scale (平面的文字读法).

A drawing is seen from its lower edge; ``seated`` turns it by 180°.  Lines run from far to near
as the viewer sees it, rows in front before rows behind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from seating.facts.venue import Layout, Place, View
from seating.forms.drawing import centred, width

_SAME_LINE = 250.0  # mm; seats no further apart in depth are read as one line


def sign_of(view: View) -> float:
    """Return 1 where the drawing is read as it is, -1 where it is turned by 180°."""
    return -1.0 if view == "seated" else 1.0


def row_lines(layout: Layout, view: View) -> tuple[tuple[str, ...], ...]:
    """Return one line for each row, read from the viewer's left, ``|`` between two parties."""
    rows: dict[int, list[Place]] = {}
    for place in layout.places:
        rows.setdefault(place.row, []).append(place)
    sign = sign_of(view)
    return tuple(
        _parted(sorted(rows[row], key=lambda p: (sign * p.x, p.id))) for row in sorted(rows)
    )


def plan_lines(layout: Layout, view: View) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a room: rows in front first, inside a row from far to near."""
    lines: list[tuple[str, ...]] = []
    for row in sorted({p.row for p in layout.places}):
        members = [p for p in layout.places if p.row == row]
        bands = _bands(members, sign_of(view), _SAME_LINE)
        facing = any(len({p.party for p in band} - {""}) > 1 for band in bands)
        middle = sum(p.x for p in members) / len(members)
        for band in bands:
            line = _parted(band)
            if facing and "|" not in line:
                beyond = sign_of(view) * (band[0].x - middle) > 0
                line = ("|", *line) if beyond else (*line, "|")
            lines.append(line)
    return tuple(lines)


def plan_sketch(layout: Layout, names: Mapping[str, str], view: View) -> str:
    """Return a drawing in which columns are to scale and depth is told by order and gaps."""
    if not layout.places:
        return ""
    sign = sign_of(view)
    texts = {p.id: names.get(p.id, "_") for p in layout.places}
    cell = max(width(text) for text in texts.values())
    pitch = _pitch(layout)
    left = min(sign * p.x for p in layout.places)
    drawn: list[str] = []
    before: float | None = None
    for band in _bands(layout.places, sign, 0.4 * pitch):
        depth = sign * sum(p.y for p in band) / len(band)
        if before is not None and before - depth > 1.8 * pitch:
            drawn.append("")
        before = depth
        line, used = "", 0
        for place in band:
            column = round((sign * place.x - left) / pitch * (cell + 1) + 1e-6)
            column = max(column, used + 1 if line else 0)
            line += " " * (column - used) + centred(texts[place.id], cell)
            used = column + cell
        drawn.append(line.rstrip())
    return "\n".join(drawn)


def _bands(places: Sequence[Place], sign: float, depth: float) -> list[list[Place]]:
    """Group places of about the same depth, far first, each group from the viewer's left."""
    bands: list[list[Place]] = []
    for place in sorted(places, key=lambda p: (-sign * p.y, sign * p.x, p.id)):
        if bands and abs(bands[-1][0].y - place.y) <= depth:
            bands[-1].append(place)
        else:
            bands.append([place])
    return [sorted(band, key=lambda p: (sign * p.x, -sign * p.y, p.id)) for band in bands]


def _parted(row: Sequence[Place]) -> tuple[str, ...]:
    """Put ``|`` where the party changes."""
    found = [row[0].id]
    for a, b in pairwise(row):
        if a.party != b.party and a.party and b.party:
            found.append("|")
        found.append(b.id)
    return tuple(found)


def _pitch(layout: Layout) -> float:
    by_id = layout.by_id
    gaps = [
        ((by_id[k.a].x - by_id[k.b].x) ** 2 + (by_id[k.a].y - by_id[k.b].y) ** 2) ** 0.5
        for k in layout.links
        if k.relation == "beside"
    ]
    return min(gaps, default=700.0)
