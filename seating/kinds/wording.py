"""Words that the sentences of several kinds of rule have in common (规则用语)."""

from __future__ import annotations

from collections.abc import Iterable, Sized

from seating.facts.people import ROLE_NAMES
from seating.facts.rule import Scene
from seating.facts.text import Text, plain

BY_WORDS: dict[str, Text] = {
    "gender": Text("性别", "gender"),
    "side": Text("主客", "side"),
    "unit": Text("单位", "unit"),
    "group": Text("组", "group"),
    "tag": Text("标签", "tag"),
}
PER_WORDS: dict[str, Text] = {
    "table": Text("桌", "table"),
    "block": Text("区", "block"),
    "row": Text("排", "row"),
}
_VALUES: dict[str, Text] = {
    "male": Text("男士", "men"),
    "female": Text("女士", "women"),
    "host": Text("主方", "the host's side"),
    "guest": Text("客方", "the guests' side"),
}


def people(scene: Scene, who: Iterable[str], limit: int = 4) -> Text:
    """Name a few people; the rest is ``等`` with their number."""
    ids = list(who)
    if len(ids) == len(scene.people) > limit:
        return Text("所有人", "everybody")
    names = [scene.person(p).called for p in ids]
    if len(names) <= limit:
        return Text("、".join(n.zh for n in names), _and([n.en for n in names]))
    return Text(
        f"{'、'.join(n.zh for n in names[:limit])}等{len(names)}人",
        f"{', '.join(n.en for n in names[:limit])} and {len(names) - limit} more",
    )


def _and(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 2 else names)


def between(least: int, most: int) -> Text:
    """Say how many: at least, at most (0 = any number), both or exactly."""
    if least == most:
        return Text(f"{least}人", f"exactly {least}")
    if least and most:
        return Text(f"{least}至{most}人", f"{least} to {most}")
    if least:
        return Text(f"至少{least}人", f"at least {least}")
    return Text(f"至多{most}人", f"at most {most}")


def seats(scene: Scene, places: Iterable[str], limit: int = 4) -> Text:
    """Name a few places."""
    labels = [scene.layout.by_id[p].label for p in places]
    more = len(labels) - limit
    return Text(
        "、".join(x.zh for x in labels[:limit]) + (f"等{len(labels)}座" if more > 0 else ""),
        ", ".join(x.en for x in labels[:limit]) + (f" and {more} more" if more > 0 else ""),
    )


def value(scene: Scene, by: str, name: str) -> Text:
    """Name what people have in common: a unit by its short name, a gender by its word."""
    if by == "unit":
        return scene.unit(name)
    if by in ("gender", "side") and name in _VALUES:
        return _VALUES[name]
    return Text(*ROLE_NAMES[name]) if by == "role" and name in ROLE_NAMES else plain(name)


def area(per: str, name: object) -> Text:
    """Name one table, block or row."""
    if per == "table":
        return Text(f"{name}号桌", f"table {name}")
    return (
        Text(f"第{name}排", f"row {name}") if per == "row" else Text(f"{name}区", f"block {name}")
    )


def sit(people: Sized) -> str:
    """Return the English verb for one person or for several."""
    return "sits" if len(people) == 1 else "sit"
