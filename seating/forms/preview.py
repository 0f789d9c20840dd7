"""Who sits where by rank alone, without files and without people (预览)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from seating.facts.convention import Convention
from seating.facts.text import NOTHING, Language, Text
from seating.facts.venue import Layout, Need, Place, View
from seating.forms.form import Form, FormError
from seating.forms.registry import make_form


def preview(
    form_name: str,
    need: Need,
    convention: Convention,
    view: View | None = None,
    parameters: Mapping[str, Any] | None = None,
    language: Language = "zh",
    *,
    aligned: bool = False,
) -> str:
    """Return the ranks as they are read in a view, then a blank line and a caption.

    One line for each row, front row first, ranks divided by one space; ``_`` is an empty seat,
    ``H1 G1`` are host and guest sides, ``T``/``t`` their interpreters.  No ``view`` means the
    form's own first one; ``aligned`` puts the columns under each other as the sketch does.

    Raises:
        FormError: unknown form, parameter or view, or the layout cannot be formed.
    """
    form, layout, view = _build(form_name, need, convention, view, parameters)
    marks = {place.id: _mark(form, place, need) for place in layout.places}
    if aligned:
        drawing = form.sketch(layout, marks, view)
    else:
        lines = form.lines(layout, view)
        drawing = "\n".join(" ".join(marks.get(item, item) for item in line) for line in lines)
    return f"{drawing}\n\n{caption(form, layout, convention, view).to(language)}\n"


def preview_data(
    form_name: str,
    need: Need,
    convention: Convention,
    view: View | None = None,
    parameters: Mapping[str, Any] | None = None,
    language: Language = "zh",
) -> list[dict[str, Any]]:
    """Return the places in the order in which :func:`preview` reads them.

    ``x`` and ``y`` are millimetres of the plan and ``facing`` its degrees, whatever the view.
    """
    form, layout, view = _build(form_name, need, convention, view, parameters)
    ids = [item for line in form.lines(layout, view) for item in line if item in layout.by_id]
    return [
        {
            "place": place.id,
            "label": place.label.to(language),
            "rank": place.honour if _taken(place, need) else 0,
            "mark": _mark(form, place, need),
            "party": place.party,
            "purpose": place.purpose,
            "x": place.x,
            "y": place.y,
            "row": place.row,
            "facing": place.facing,
        }
        for place in (layout.by_id[item] for item in ids)
    ]


def caption(form: Form, layout: Layout, convention: Convention, view: View) -> Text:
    """Say form, viewpoint, convention and options, and what the layout remarks."""
    look = form.VIEW_TITLES[view]
    chosen = "，".join(f"{name}={value}" for name, value in sorted(layout.options.items()))
    rows = Text("，前排在上", "; front row first") if form.FRONT_FIRST else NOTHING
    pack = Text(
        f"惯例：{convention.title.zh}（{convention.id}）",
        f"Convention: {convention.title.en} ({convention.id})",
    )
    zh = [
        f"{form.TITLE.zh}，{look.zh}{rows.zh}。",
        f"{pack.zh}；{chosen}" if chosen else pack.zh,
        *(note.zh for note in layout.notes),
    ]
    en = [
        f"{form.TITLE.en}, {look.en}{rows.en}.",
        f"{pack.en}; {chosen.replace('，', ', ')}" if chosen else pack.en,
        *(note.en for note in layout.notes),
    ]
    return Text("\n".join(zh), "\n".join(en))


def _taken(place: Place, need: Need) -> bool:
    """Whether rank alone puts somebody here; places of roles count as taken."""
    if not place.usable or place.honour == 0:
        return False
    if place.purpose:
        return True
    wanted = need.parties.get(place.party, place.honour) if place.party else need.count
    return place.honour <= wanted


def _mark(form: Form, place: Place, need: Need) -> str:
    return form.mark(place) if _taken(place, need) else "_"


def _build(
    form_name: str,
    need: Need,
    convention: Convention,
    view: View | None,
    parameters: Mapping[str, Any] | None,
) -> tuple[Form, Layout, View]:
    form = make_form(form_name, parameters or {})
    if view is not None and view not in form.VIEWS:
        views = ", ".join(form.VIEWS)
        raise FormError(
            Text(f"“{form_name}”没有视角“{view}”。", f"{form_name} has no view {view!r}."),
            Text(f"可用：{views}", f"Accepted: {views}"),
        )
    return form, form.build(need, convention), view or form.VIEWS[0]


def example(form_name: str, convention: Convention) -> str:
    """Return the form's small drawing with its own example numbers, for lists of forms."""
    form = make_form(form_name, {})
    layout = form.build(form.EXAMPLE, convention)
    marks = {place.id: _mark(form, place, form.EXAMPLE) for place in layout.places}
    return form.sketch(layout, marks, form.VIEWS[0])
