"""People and their units (人员与单位)."""

from __future__ import annotations

from dataclasses import dataclass

from seating.facts.fault import Where
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit that sends people (单位).

    Attributes:
        name: full name, the key by which people refer to it.
        short: short name for charts (简称); the full name when none is given.
        order: place in the order of units, 1 = first (单位排序).
        category: e.g. 市直部门 / 区县 / 企事业单位; used for grouping and colour.
        category_en: its English name; usual ones are known without it.
    """

    name: str
    short: str = ""
    order: int = 0
    category: str = ""
    name_en: str = ""
    category_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person on the roster (人员).

    Attributes:
        id: 编号; unique.  The roster's own, else the name (made unique by the unit).
        rank: 级别 as a number, 1 = highest; ``None`` when the roster says nothing.
        roles: 身份 such as ``moderator`` ``speaker`` ``interpreter`` ``recorder`` (see
            :data:`ROLE_NAMES`) or the user's own words.
        absent: 请假; an absent person gets no seat and stays on the lists as absent.
        substitutes: id of the person whom this one replaces (代会), or ``""``.
        interprets: id of the person interpreted (翻译对象), or ``""``.
        seniority: any text that sorts by date, e.g. ``2019-03`` (任现职时间); earlier first.
        reading: the person's own pinyin, where the usual one would be wrong.
        side: ``host`` / ``guest`` / another party's name / ``""`` (主方、客方).
        spouse: id of the spouse, or ``""``.
        arrival: the group or desk for signing in (签到组).
        car, lodging, meals: vehicle, hotel room and meals already arranged (车号、房号、用餐).
        award: what the person is given at the ceremony (奖项).
        knows: ids of people whom this one knows (相识); acquaintance is mutual.
    """

    id: str
    name: str
    unit: str = ""
    title: str = ""
    rank: int | None = None
    gender: str = ""
    group: str = ""
    roles: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    absent: bool = False
    substitutes: str = ""
    interprets: str = ""
    seniority: str = ""
    reading: str = ""
    side: str = ""
    spouse: str = ""
    knows: frozenset[str] = frozenset()
    name_en: str = ""
    title_en: str = ""
    phone: str = ""
    arrival: str = ""
    car: str = ""
    lodging: str = ""
    meals: str = ""
    award: str = ""
    note: str = ""
    where: Where | None = None

    @property
    def called(self) -> Text:
        """The name in each language, as sentences have it; the same where only one is known."""
        return Text(self.name, self.name_en or self.name)


ROLE_NAMES: dict[str, tuple[str, str]] = {
    "moderator": ("主持人", "moderator"),
    "speaker": ("发言人", "speaker"),
    "interpreter": ("翻译", "interpreter"),
    "recorder": ("记录", "note-taker"),
    "attendee": ("列席人员", "attendee without vote"),
    "staff": ("工作人员", "staff"),
    "companion": ("陪同", "companion"),
    "presenter": ("颁奖人", "presenter"),
    "recipient": ("领奖人", "recipient"),
    "signer": ("签字人", "signer"),
    "assistant": ("助签人", "signing assistant"),
    "driver": ("司机", "driver"),
}
