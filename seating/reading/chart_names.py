"""Names as they stand in the cells of a chart → people (座次图上的人名)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from seating.facts.people import Person
from seating.reading.words import key

_MARKS = re.compile(r"[()（）\[\]【】<>《》:：,，、/／|｜;；\-—.．]")
_NO_NAME = re.compile(
    r"(主席台|讲台|发言席|演讲台|舞台|台口|背景板|屏幕|投影|大门|门|入口|出口|走道|过道|通道|横走道|"
    r"空|空座|空位|预留|机动|媒体|工作人员席|茶几|会议桌|签字桌|照相机|观众席|台下|"
    r"[左中右前后东西南北]区|第?[\d一二三四五六七八九十]+(排|行|列|座|号|区|桌|号桌)|\d+|[a-z]|"
    r"rostrum|stage|lectern|podium|screen|door|aisle|reserved|empty|vacant|media|"
    r"(row|seat|block|table)\d+|x|×|○|□|/|-+|—+)"
)
ROSTRUM = re.compile(r"(主席台|讲台|舞台|rostrum|stage|podium)")


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a cell may mean; several where people share a name and the cell does not say more."""

    people: tuple[str, ...]


class Names:
    """All people of a sitting by name; finds them in cells with or without their unit."""

    def __init__(self, people: Iterable[Person], units: Mapping[str, str]) -> None:
        self._by_name: dict[str, list[Person]] = {}
        self._units = units
        for person in people:
            for name in {key(person.name), key(person.name_en)} - {""}:
                self._by_name.setdefault(name, []).append(person)
        self._longest = max(map(len, self._by_name), default=0)

    def find(self, text: str) -> Named:
        """Return the people whom a cell may mean."""
        cell = _MARKS.sub("", key(text))
        whole = self._by_name.get(key(text)) or self._by_name.get(cell)
        if whole:
            return Named(tuple(p.id for p in whole))
        lines = [key(part) for part in re.split(r"[\s(（\[【/／]+", text) if key(part)]
        found: dict[str, int] = {}
        for length in range(min(self._longest, len(cell)), 0, -1):
            for name, rest in ((cell[:length], cell[length:]), (cell[-length:], cell[:-length])):
                for person in self._by_name.get(name, ()):
                    told = self._tells(person, rest)
                    if told or name in lines:
                        found[person.id] = max(found.get(person.id, 0), 1 + told)
            if found:
                break
        best = max(found.values(), default=0)
        return Named(tuple(pid for pid, rank in found.items() if rank == best))

    def _tells(self, person: Person, rest: str) -> bool:
        """Whether what stands beside the name is this person's unit, post or id."""
        known = (person.unit, self._units.get(person.unit, ""), person.title, person.id)
        folded = [_MARKS.sub("", key(word)) for word in known if word]
        return bool(rest) and any(
            rest == word or (len(rest) > 1 and rest in word) or (len(word) > 1 and word in rest)
            for word in folded
        )


def no_name(text: str) -> bool:
    """Whether a cell holds a word of the drawing rather than a name."""
    return bool(_NO_NAME.fullmatch(key(text)))


def row_number(text: str) -> int:
    """Return n of ``第n排`` or ``row n``, 0 if the cell is nothing of the kind."""
    found = re.fullmatch(r"(?:第?(\d+)排|row(\d+))", key(text))
    return int(found.group(1) or found.group(2)) if found else 0
