"""Words that name people, in cells and lists → selectors whose people exist (选人).

A plain word is a person, else a unit; the selectors are those of sittings and rules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seating.facts.fault import Fault, Where
from seating.facts.people import Person, Unit
from seating.facts.text import Text
from seating.reading.cells import role_of, side_of
from seating.reading.names import Register
from seating.reading.ranks import load_ranks
from seating.reading.words import clean, did_you_mean, key, listed

_PREFIXES = {
    **{name: name for name in ("id", "name", "unit", "group", "role", "tag", "side", "rank")},
    "编号": "id",
    "姓名": "name",
    "单位": "unit",
    "组": "group",
    "组别": "group",
    "身份": "role",
    "标签": "tag",
    "方": "side",
    "级别": "rank",
}
_ALL = ("all", "所有人", "全体", "全体人员")


class Selectors:
    """Knows who is on the roster."""

    def __init__(self, people: Sequence[Person], units: Sequence[Unit]) -> None:
        self.people, self.units = tuple(people), tuple(units)
        self._register = Register(people)
        self._units = {key(n): u.name for u in reversed(units) for n in (u.short, u.name) if n}

    def unit(self, word: str) -> str:
        """Return a unit's full name, or the word as it is."""
        return self._units.get(key(word), clean(word))

    def knows_unit(self, word: str) -> bool:
        """Whether the roster has such a unit."""
        return key(word) in self._units

    def nearest_unit(self, word: str) -> Text:
        """Say which unit was probably meant."""
        return did_you_mean(word, [n for u in self.units for n in (u.name, u.short) if n])

    def read(self, words: Sequence[str], where: Where, faults: list[Fault]) -> tuple[str, ...]:
        """Return the selectors that words mean, each once and in their order."""
        found = [self._one(word, where, faults) for word in words]
        return tuple(dict.fromkeys(filter(None, found)))

    def ids(self, selector: str) -> tuple[str, ...]:
        """Return the people whom a selector made by :meth:`read` means."""
        prefix, colon, value = selector.partition(":")
        if selector == "all":
            return tuple(p.id for p in self.people)
        if not colon or prefix not in _VALUES:
            return (selector,)
        return tuple(p.id for p in self.people if value in _VALUES[prefix](p))

    def _one(self, word: str, where: Where, faults: list[Fault]) -> str:
        if key(word) in map(key, _ALL):
            return "all"
        head, colon, rest = word.replace("：", ":").partition(":")
        prefix = _PREFIXES.get(key(head), "") if colon else ""
        if colon and prefix not in ("", "id", "name"):
            return self._group(prefix, clean(rest), word, where, faults)
        plain = f"{prefix}:{rest}" if prefix else word
        who, wrong = self._register.find(plain, where)
        if who:
            return who
        if not prefix and self.knows_unit(word):
            return f"unit:{self.unit(word)}"
        faults += wrong
        return ""

    def _group(self, prefix: str, value: str, word: str, where: Where, faults: list[Fault]) -> str:
        readers: dict[str, Callable[[str], str]] = {
            "unit": self.unit,
            "role": role_of,
            "side": side_of,
            "rank": lambda v: str(load_ranks().number(v) or v),
        }
        value = readers.get(prefix, clean)(value)
        if self.ids(f"{prefix}:{value}"):
            return f"{prefix}:{value}"
        every = sorted({v for p in self.people for v in _VALUES[prefix](p) if v})
        advice = did_you_mean(value, every)
        if not advice.zh and every:
            there = listed(every)
            advice = Text(f"有：{there.zh}。", f"There are: {there.en}.")
        message = Text(f"“{word}”没有对应的人。", f"{word!r} matches nobody.")
        faults.append(Fault(where=where, message=message, advice=advice))
        return ""


_VALUES: dict[str, Callable[[Person], Sequence[str]]] = {
    "unit": lambda p: (p.unit,),
    "group": lambda p: (p.group,),
    "role": lambda p: sorted(p.roles),
    "tag": lambda p: sorted(p.tags),
    "side": lambda p: (p.side,),
    "rank": lambda p: ("" if p.rank is None else str(p.rank),),
}
