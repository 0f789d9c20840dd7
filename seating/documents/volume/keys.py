"""The keys of ``[documents.handbook]`` (会议手册的写法)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seating.facts.parameter import parameter
from seating.facts.text import Text

CHAPTERS: dict[str, Text] = {
    "rules": Text("参会须知", "Notice to participants"),
    "agenda": Text("会议议程", "Agenda"),
    "participants": Text("参会人员名单", "Participants"),
    "groups": Text("分组名单", "Groups"),
    "charts": Text("座次图", "Seating charts"),
    "seats": Text("座次名单", "Seat lists"),
    "rooms": Text("会议室、住宿安排", "Rooms and lodging"),
    "cars": Text("乘车安排", "Transport"),
    "contacts": Text("值班与联系", "Duty and contacts"),
    "map": Text("位置图", "Map"),
}
"""Every chapter that a handbook may have, in the usual order."""


@dataclass(frozen=True, kw_only=True)
class DutyKeys:
    """One line of duty and contacts."""

    task: str = parameter("事项，如 会务总协调、医疗保障", "what for")
    who: str = parameter("负责单位或人员", "who answers for it", default="")
    phone: str = parameter("电话", "telephone", default="")
    task_en: str = parameter("英文事项", "what for, in English", default="")
    who_en: str = parameter("英文姓名或单位", "who, in English", default="")


@dataclass(frozen=True, kw_only=True)
class Keys:
    """All keys of ``[documents.handbook]``."""

    title: str = parameter("封面上的名称", "title on the cover", default="会议手册")
    title_en: str = parameter("封面上的英文名称", "title in English", default="Handbook")
    chapters: tuple[str, ...] = parameter(
        "收入哪些部分、按什么先后；没有内容的部分自动略去",
        "which chapters, in which order; those without matter are left out",
        default=tuple(CHAPTERS),
        choices=tuple(CHAPTERS),
    )
    rules: tuple[str, ...] = parameter(
        "参会须知，一条一段；缺省取通知中的有关要求",
        "notice to participants; default: the notice's requirements",
        default=(),
    )
    rules_en: tuple[str, ...] = parameter("英文须知", "the same in English", default=())
    duty: tuple[DutyKeys, ...] = parameter("值班与联系", "duty and contacts", default=())
    logo: str = parameter("封面图标，PNG 或 JPEG 文件", "picture on the cover", default="")
    map: str = parameter("位置图，PNG 或 JPEG 文件", "map, a PNG or JPEG file", default="")
    duplex: bool = parameter(
        "双面印：里侧多留装订边，页码印在外侧",
        "two-sided: room for the binding inside, page numbers outside",
        default=True,
    )
    gutter: float = parameter(
        "装订边多留", "extra margin for the binding", default=4.0, minimum=0, maximum=10, unit="mm"
    )
    chart_paper: str = parameter(
        "座次图的纸张；其余一律A4，A4上看不清的会场图自动用A3折页",
        "paper of the charts; all else is A4, and a hall too small to be read on A4 is folded A3",
        default="A4",
    )


DRAWN_BY: Mapping[str, tuple[str, ...]] = {
    "participants": ("attendance_list",),
    "charts": ("rostrum_chart", "hall_chart", "form_chart"),
    "seats": ("seat_list", "table_list"),
    "rooms": ("booking_list", "room_keys"),
    "cars": ("motorcade",),
}
"""Chapters whose pages other documents draw."""
