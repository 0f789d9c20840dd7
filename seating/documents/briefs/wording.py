"""The words of a comparison: facts of each plan, and what follows from them (比选用语)."""

from __future__ import annotations

from collections.abc import Sequence

from seating.facts.alternative import Alternative
from seating.facts.plan import LevelResult
from seating.facts.rule import LEVEL_TITLES, LEVELS
from seating.facts.text import Language, Text

_NUMERALS = "〇一二三四五六七八九"


def plan_name(number: int, language: Language) -> str:
    """Return what the plan of a number (from 1) is called."""
    return f"方案{_NUMERALS[number]}" if language == "zh" else f"Plan {number}"


def several(texts: Sequence[Text], language: Language, limit: int) -> list[str]:
    """Return sentences, the last one saying how many are left out."""
    said = [t.to(language) for t in texts[:limit]]
    more = len(texts) - len(said)
    if more:
        said.append(f"另有{more}条" if language == "zh" else f"and {more} more")
    return said


def costs(one: Alternative, found: Sequence[Alternative], language: Language) -> str:
    """Say the cost of each level at which any of the plans has one, or of should and prefer."""
    shown = [
        at
        for at, level in enumerate(LEVELS)
        if level in ("should", "prefer") or (level != "must" and any(a.totals[at] for a in found))
    ]
    words = [f"{LEVEL_TITLES[LEVELS[at]].to(language)} {one.totals[at]}" for at in shown]
    return ("，" if language == "zh" else ", ").join(words)


def proof(one: Alternative, language: Language) -> str:
    """Say what is proven of the plan's costs, and on what premise."""
    premise = one.premise.to(language)
    if one.proven:
        zh = "各级均已证明不能更好"
        en = "nobody can do better at any level (proven)"
    else:
        open_ones = [r for r in one.plan.levels if not r.proven]
        zh = "；".join(f"“{_title(r).zh}”未证明最好，下界{r.bound}" for r in open_ones)
        en = "; ".join(f"{_title(r).en}: not proven, bound {r.bound}" for r in open_ones)
    if language == "zh":
        return f"{premise}，{zh}" if premise else zh
    return f"{premise}: {en}" if premise else en


def _title(result: LevelResult) -> Text:
    return LEVEL_TITLES[result.level]


def advice(found: Sequence[Alternative], language: Language) -> str:
    """Say by what each plan is the best; nothing but what was counted."""
    zh = language == "zh"
    stop, glue = ("。", "；") if zh else (".", "; ")
    best, *others = found
    reasons = [*(m.to(language) for m in best.merits), proof(best, language)]
    first = plan_name(1, language)
    said = [
        f"{first}：{glue.join(reasons)}{stop}" if zh else f"{first}: {glue.join(reasons)}{stop}"
    ]
    for number, one in enumerate(others, start=2):
        name = plan_name(number, language)
        facts = [m.to(language) for m in one.merits]
        if one.option:
            facts.append(
                "属惯例取舍，代价不与其他方案相比"
                if zh
                else "a matter of convention, costs not comparable"
            )
        if not facts:
            continue
        said.append(
            f"{name}：{glue.join(facts)}{stop}" if zh else f"{name}: {glue.join(facts)}{stop}"
        )
    if not others:
        said.append(
            "规则之内没有其他实质不同的方案。"
            if zh
            else "The rules leave no other plan that really differs."
        )
    return ("" if zh else " ").join(said)


def chosen(found: Sequence[Alternative], language: Language) -> str:
    """Name the plan advised: the first, which no other beats level by level."""
    equal = [
        plan_name(at, language)
        for at, one in enumerate(found, start=1)
        if one.option is None and one.totals == found[0].totals
    ]
    if len(equal) == 1:
        return f"建议采用{equal[0]}。" if language == "zh" else f"{equal[0]} is recommended. "
    if language == "zh":
        return f"{'、'.join(equal)}代价相同，按规则不分高下，建议任选其一。"
    return f"{', '.join(equal)} cost the same: by the rules any of them will do. "
