"""Writes docs/explanation/disagreements.md from rules/options.toml and the seating forms.

    python docs/make_disagreements.py            write the page
    python docs/make_disagreements.py --check    say whether it is out of date; exit code 1

Every point on which sources differ is an option; every choice is drawn by the program itself.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))

from seating.facts.convention import Option  # noqa: E402
from seating.facts.venue import Need, View  # noqa: E402
from seating.forms.preview import preview  # noqa: E402
from seating.forms.registry import make_form  # noqa: E402
from seating.reading.options import load_options  # noqa: E402
from seating.reading.packs import load_convention, pack_names  # noqa: E402

PAGE = DOCS / "explanation" / "disagreements.md"


@dataclass(frozen=True, slots=True)
class Shown:
    """By what the choices of an option are drawn.

    Attributes:
        form: a seating form that reads the option.
        need: who comes.
        parameters: of the form.
        options: other options with which the difference shows.
        view: the viewpoint, the form's first without one.
        tables: the order of tables alone.
    """

    form: str
    need: Need
    parameters: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    view: View | None = None
    tables: bool = False


def _sides(hosts: int, guests: int, *roles: tuple[str, str]) -> Need:
    parties = {"host": hosts, "guest": guests}
    return Need(count=hosts + guests, parties=parties, roles=dict.fromkeys(roles, 1))


_TALKS = _sides(5, 5, ("host", "interpreter"), ("guest", "interpreter"))
_NAMED = Need(count=12, parties=dict.fromkeys("ABCDEF", 2))
EXAMPLES: Mapping[str, Shown] = {
    "rostrum.side": Shown("rostrum", Need(count=7)),
    "rostrum.even": Shown("rostrum", Need(count=11), {"rows": [8, 3]}),
    "rostrum.two": Shown("rostrum", Need(count=2)),
    "rostrum.centre": Shown("rostrum", Need(count=7)),
    "hall.fill": Shown("hall", Need(count=24), {"rows": 3, "blocks": [4, 4]}),
    "hall.start": Shown("hall", Need(count=24), {"rows": 3, "blocks": [4, 4]}),
    "hall.side": Shown(
        "hall", Need(count=24), {"rows": 3, "blocks": [4, 4]}, {"hall.fill": "centre-out"}
    ),
    "talks.order": Shown("talks", _sides(4, 5, ("guest", "interpreter"))),
    "talks.interpreter": Shown("talks", _TALKS, options={"talks.order": "r2l"}),
    "reception.guest": Shown("reception", _sides(4, 4), {"arrangement": "row", "interpreters": 0}),
    "conference.side": Shown("hollow_square", Need(count=11)),
    "round.order": Shown("round_conference", _NAMED),
    "round.first": Shown("round_conference", _NAMED, options={"round.order": "around"}),
    "round.direction": Shown("round_conference", _NAMED, options={"round.order": "around"}),
    "banquet.head": Shown(
        "banquet", Need(count=160), {"rows": [4, 3, 3, 3, 3], "stage": "left"}, tables=True
    ),
    "banquet.tables_side": Shown("banquet", Need(count=80), {"rows": [3, 2, 3]}, tables=True),
    "banquet.orientation": Shown("banquet", Need(count=24), {"rows": [1, 2], "seats": 8}),
    "banquet.round": Shown("round_table", _sides(3, 7)),
    "banquet.couples": Shown("round_table", _sides(2, 8), {"couples": True}),
    "western.hosts": Shown("western_table", Need(count=10)),
    "western.fours": Shown("western_table", Need(count=8)),
    "photo.side": Shown("photo", Need(count=7)),
    "photo.even": Shown("photo", Need(count=6), options={"photo.side": "right"}),
    "photo.parties": Shown("photo", _sides(5, 4)),
    "vehicle.behind_driver": Shown("vehicle", Need(count=4)),
    "vehicle.mpv": Shown("vehicle", Need(count=6), {"type": "mpv-7"}),
    "ribbon.side": Shown("ribbon", Need(count=5)),
    "podium.order": Shown("podium", Need(count=3)),
    "flags.two": Shown("flags", Need(count=2, parties={"host": 1, "guest": 1})),
    "flags.several": Shown("flags", Need(count=5)),
    "delegations.rotation": Shown(
        "delegations",
        Need(count=5, parties=dict.fromkeys("ABCDE", 1)),
        {"session": 2, "abreast": 1},
    ),
}
"""Options that change who sits where, and what shows it; the others change a count or a remark."""

THEMES: Mapping[str, str] = {
    "rostrum": "主席台 / The rostrum",
    "hall": "会场 / The hall",
    "order": "先后顺序 / Precedence",
    "talks": "会谈 / Talks",
    "reception": "会见 / Receptions",
    "conference": "围桌会议 / Meetings around a table",
    "round": "多方圆桌 / Round tables of several parties",
    "banquet": "宴会 / Banquets",
    "western": "西式宴会 / Western dinners",
    "photo": "合影 / Photos",
    "vehicle": "乘车 / Vehicles",
    "ribbon": "剪彩 / Cutting a ribbon",
    "podium": "领奖台 / The podium",
    "flags": "挂旗 / Flags",
    "delegations": "代表团 / Delegations",
}

HEAD = """\
# 分歧 / Where the sources disagree

<!-- Written by docs/make_disagreements.py; do not edit. Run `make docs` instead. -->

座次没有唯一正确的排法。凡来源说法不一之处，本程序都设成一个有名字的选项：每种做法写明出处和等级，
默认取哪一种、为什么，也写在下面；要换一种，改一个词，不必改程序。
**左右一律指就座者本人的左右**；许多“分歧”只是没说清谁的左边，见[视角与左右](viewpoints.md)。

There is no one right way to seat people. Wherever sources disagree, the point is an option with a
name: each choice with its sources and their grade, the default and why. To follow another school,
change one word. **Left and right are always those of the person seated**; much that looks like
disagreement is a viewpoint left unsaid.

图由程序按该做法画出，数字为位次，`H` 主方、`G` 客方、`T` 主方译员、`t` 客方译员。
出处等级见[惯例从哪里来](sources.md)。哪个惯例包取哪种做法，见[惯例参考](../reference/conventions.md)。

```toml
[convention]                       # 全会适用 / for the whole event
"rostrum.even" = "b"

[[sitting]]                        # 只对这一场 / for this sitting alone
convention = { "talks.order" = "r2r" }
```
"""


def drawing(option: Option, value: str) -> str:
    """Return a choice drawn by the program, ``""`` where it moves nobody."""
    shown = EXAMPLES.get(option.name)
    if shown is None:
        return ""
    convention = load_convention("cn-domestic", {**shown.options, option.name: value})
    told = dict(shown.parameters)
    if shown.tables:
        plan = preview(shown.form, shown.need, convention, shown.view, told).split("\n\n")[0]
        width = max(map(len, plan.splitlines()))
        return "\n".join(line.center(width).rstrip() for line in plan.splitlines())
    text = preview(shown.form, shown.need, convention, shown.view, told, aligned=True)
    lines = text.split("\n\n" + make_form(shown.form, {}).TITLE.zh)[0].splitlines()
    kept = [line.rstrip() for line in lines]
    while kept and not kept[0]:
        kept.pop(0)
    return "\n".join(kept).rstrip()


def viewed(option: Option) -> str:
    """Return from where the drawings are seen."""
    shown = EXAMPLES[option.name]
    form = make_form(shown.form, {})
    title = form.VIEW_TITLES[shown.view or form.VIEWS[0]]
    return f"{form.TITLE.zh}，{title.zh}。 {form.TITLE.en}, {title.en}."


def linked(source: str) -> str:
    """Return a source with its addresses as links."""
    return re.sub(r"(?<![<(])(https?://[^\s;,)）；，]+)", r"<\1>", source)


def section(option: Option) -> list[str]:
    """Return the section of one option."""
    lines = [
        f"### {option.name}",
        "",
        f"**{option.title.zh}** {option.title.en}",
        "",
    ]
    if option.name in EXAMPLES:
        lines += [viewed(option), ""]
    for choice in option.choices:
        users = [
            name for name in pack_names() if load_convention(name)[option.name] == choice.value
        ]
        taken = f"（{'、'.join(users)}）" if users else ""
        lines += [f"* `{choice.value}` {choice.title.zh} / {choice.title.en}{taken}", ""]
        if text := drawing(option, choice.value):
            lines += ["  ```", *(f"  {line}".rstrip() for line in text.splitlines()), "  ```", ""]
        lines += [f"  {linked(choice.source)}", ""]
    lines += [
        f"默认 `{option.default}`：{option.reason.zh} *Default `{option.default}`:* "
        f"{option.reason.en}",
        "",
    ]
    return lines


def page() -> str:
    """Return the whole page."""
    lines = [*HEAD.splitlines(), ""]
    for theme, title in THEMES.items():
        lines += [f"## {title}", ""]
        for option in load_options():
            if option.name.split(".")[0] == theme:
                lines += section(option)
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write the page, or check it."""
    text = page()
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
            sys.exit(f"out of date: {PAGE.name}")
        return
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
