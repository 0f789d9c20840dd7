"""The cheat-sheet as files: PDF and SVG of ranks to scale (速查图)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from seating.facts.convention import Convention
from seating.facts.text import Language, Text
from seating.facts.venue import Need, View
from seating.forms.preview import caption, preview_data
from seating.forms.registry import form_class, make_form

_DOMESTIC = "left"
_ONE_SEAT = ("vehicle",)


def with_interpreters(form: str, need: Need, pack: Convention, each: int | None) -> Need:
    """Add interpreters on both sides to what a form must hold.

    Where nobody says how many, there is one on each side if the form keeps places for them and
    the convention is one for foreign guests: talks by its order seat the interpreters apart.
    A vehicle has one such seat, which is the guests'.
    """
    if "interpreter" not in getattr(form_class(form), "PURPOSES", ()):
        return need
    sides = [side for side in ("host", "guest") if need.parties.get(side)]
    if each is None:
        each = 1 if len(sides) == 2 and pack.values.get("talks.order", "left") != _DOMESTIC else 0
    if form in _ONE_SEAT:
        sides, each = [s for s in sides if s == "guest"], min(each, 1)
    roles = {(side, "interpreter"): each for side in sides if each}
    return dataclasses.replace(need, roles={**need.roles, **roles}) if roles else need


def charts(
    form: str,
    need: Need,
    pack: Convention,
    view: View | None,
    parameters: Mapping[str, Any],
    language: Language,
    pdf: Path | None,
    svg: Path | None,
    fonts: tuple[Path, ...] = (),
) -> dict[Path, bytes]:
    """Return the contents of the files asked for; nothing is written here."""
    if pdf is None and svg is None:
        return {}
    made = make_form(form, parameters)
    layout = made.build(need, pack)
    shown = view or made.VIEWS[0]
    data = preview_data(form, need, pack, shown, parameters, language)
    marks = {row["place"]: row["mark"] for row in data}
    # The first line says that the front row stands on top, which holds for text only.
    foot = tuple(caption(made, layout, pack, shown).to(language).splitlines()[1:])
    files: dict[Path, bytes] = {}
    if pdf is not None:
        from seating.documents.form_chart import preview_pdf

        heading = Text(f"{made.TITLE.zh}速查图", f"{made.TITLE.en}: cheat-sheet")
        files[pdf] = preview_pdf(
            layout, marks, shown, language, title=heading, foot=foot, fonts=fonts
        ).data
    if svg is not None:
        from seating.exports.svg import draw

        look = made.VIEW_TITLES[shown].to(language)
        title = f"{made.TITLE.zh}（{look}）" if language == "zh" else f"{made.TITLE.en}, {look}"
        files[svg] = draw(layout, marks, shown, title=title, caption=foot, language=language)
    return files
