# ruff: noqa: RUF009  (``parameter`` returns a dataclass field)
"""The tables inside ``[notice]`` and their keys (会议通知的子表)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from seating.facts.parameter import parameter

CHANGES = ("调整", "延期", "取消", "更正")


@dataclass(frozen=True, kw_only=True)
class AgendaKeys:
    """One item of the agenda; a plain text is the item itself."""

    text: str = parameter("议程内容", "what happens", default="")
    time: str = parameter("时间，如 9:00—9:10", "when, e.g. 9:00—9:10", default="")
    who: str = parameter("主持或发言人", "who presides or speaks", default="")
    text_en: str = parameter("英文内容", "in English", default="")


@dataclass(frozen=True, kw_only=True)
class ContactKeys:
    """One contact; a plain text is printed as it is."""

    text: str = parameter("整句写好的联系方式", "the contact in one's own words", default="")
    name: str = parameter("联系人", "name", default="")
    phone: str = parameter("电话", "telephone", default="")
    email: str = parameter("电子邮箱", "e-mail", default="")
    name_en: str = parameter("英文名", "name in English", default="")


@dataclass(frozen=True, kw_only=True)
class RequirementKeys:
    """What those who come must know or do; a plain list becomes ``other``."""

    arrival: str = parameter("报到", "registration", default="")
    arrival_en: str = parameter("报到（英文）", "registration, in English", default="")
    leave: str = parameter("请假", "who cannot come", default="")
    leave_en: str = parameter("请假（英文）", "who cannot come, in English", default="")
    dress: str = parameter("着装", "dress", default="")
    dress_en: str = parameter("着装（英文）", "dress, in English", default="")
    materials: str = parameter("材料", "papers to bring", default="")
    materials_en: str = parameter("材料（英文）", "papers to bring, in English", default="")
    conduct: str = parameter("会风会纪", "conduct", default="")
    conduct_en: str = parameter("会风会纪（英文）", "conduct, in English", default="")
    parking: str = parameter("停车", "transport and parking", default="")
    parking_en: str = parameter("停车（英文）", "transport and parking, in English", default="")
    lodging: str = parameter("食宿", "meals and rooms", default="")
    lodging_en: str = parameter("食宿（英文）", "meals and rooms, in English", default="")
    other: tuple[str, ...] = parameter("其他要求", "anything else", default=())
    other_en: tuple[str, ...] = parameter("其他要求（英文）", "in English", default=())


@dataclass(frozen=True, kw_only=True)
class AttachmentKeys:
    """One attachment; a plain text is its title.  Without text it comes separately."""

    title: str = parameter("附件名称，末尾不加标点", "title, without a full stop")
    title_en: str = parameter("英文名称", "title in English", default="")
    text: tuple[str, ...] = parameter("附件正文，一项一段", "its paragraphs", default=())
    text_en: tuple[str, ...] = parameter("英文正文", "its paragraphs in English", default=())
    file: str = parameter("附件正文的 Markdown 文件", "Markdown file with its text", default="")
    apart: bool = parameter(
        "不与正文装订：另起页码，左上角标发文字号",
        "not bound with the text: own page numbers, headed by the document's number",
        default=False,
    )
    landscape: bool = parameter("横排表格", "its tables lie on their side", default=False)


@dataclass(frozen=True, kw_only=True)
class LayoutKeys:
    """Margins of one's own, where GB/T 9704 allows them."""

    top: float = parameter("天头", "margin above", default=37.0, unit="mm")
    left: float = parameter("订口", "binding margin", default=28.0, unit="mm")


@dataclass(frozen=True, kw_only=True)
class TextKeys:
    """One's own words for single parts: paragraphs, or the name of a Markdown file."""

    opening: tuple[str, ...] = parameter("开头一段", "the first paragraph", default=())
    opening_en: tuple[str, ...] = parameter("开头（英文）", "in English", default=())
    time: tuple[str, ...] = parameter("会议时间", "time", default=())
    time_en: tuple[str, ...] = parameter("会议时间（英文）", "in English", default=())
    place: tuple[str, ...] = parameter("会议地点", "place", default=())
    place_en: tuple[str, ...] = parameter("会议地点（英文）", "in English", default=())
    agenda: tuple[str, ...] = parameter("会议议程", "agenda", default=())
    agenda_en: tuple[str, ...] = parameter("会议议程（英文）", "in English", default=())
    requirements: tuple[str, ...] = parameter("有关要求", "requirements", default=())
    requirements_en: tuple[str, ...] = parameter("有关要求（英文）", "in English", default=())
    contact: tuple[str, ...] = parameter("联系方式", "contact", default=())
    contact_en: tuple[str, ...] = parameter("联系方式（英文）", "in English", default=())
    closing: tuple[str, ...] = parameter("结尾一段，如“特此通知。”", "a last paragraph", default=())
    closing_en: tuple[str, ...] = parameter("结尾（英文）", "in English", default=())


@dataclass(frozen=True, kw_only=True)
class SectionKeys:
    """A further part of the text with a heading of its own."""

    title: str = parameter("小标题", "heading")
    text: tuple[str, ...] = parameter(
        "内容，一项一段，或一个 Markdown 文件名", "paragraphs, or a Markdown file", default=()
    )
    title_en: str = parameter("英文小标题", "heading in English", default="")
    text_en: tuple[str, ...] = parameter("英文内容", "in English", default=())


@dataclass(frozen=True, kw_only=True)
class ChangeKeys:
    """What a further notice says of a change; the new time and place are the event's."""

    kind: str = parameter(
        "调整、延期、取消或更正",
        "changed, put off, cancelled or corrected",
        default="调整",
        choices=CHANGES,
    )
    date: dt.date | None = parameter(
        "成文日期；不写则留空待填", "day of issue; without it, left to be written in", default=None
    )
    number: str = parameter("本通知的发文字号", "its own document number", default="")
    title: str = parameter("标题，缺省自动构成", "title; default: made up", default="")
    title_en: str = parameter("英文标题", "title in English", default="")
    reason: str = parameter(
        "缘由，如“因场地维修”；缺省为“因工作需要”", "why; default: 因工作需要", default=""
    )
    reason_en: str = parameter("英文缘由，如 owing to repairs", "why, in English", default="")
    start_was: dt.datetime | None = parameter("原定开始时间", "when it was to begin", default=None)
    end_was: dt.datetime | None = parameter("原定结束时间", "when it was to end", default=None)
    place_was: str = parameter("原定地点", "where it was to be held", default="")
    place_was_en: str = parameter("原定地点（英文）", "the same in English", default="")
    text: tuple[str, ...] = parameter(
        "其他变动或更正，一项一段，或一个 Markdown 文件名",
        "other changes or corrections: paragraphs, or a Markdown file",
        default=(),
    )
    text_en: tuple[str, ...] = parameter("英文内容", "in English", default=())
    seats: bool = parameter(
        "附座位变动表（有变动时）", "append changed seats, if any", default=True
    )
