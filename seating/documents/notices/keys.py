# ruff: noqa: RUF009  (``parameter`` returns a dataclass field)
"""The keys of ``[notice]`` (会议通知的写法); documentation and validation both read them here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from seating.facts.parameter import parameter

SECRECY = ("绝密", "机密", "秘密")
URGENCY = ("特急", "加急")
PERSONAL = ("", "unit", "person")


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


@dataclass(frozen=True, kw_only=True)
class LayoutKeys:
    """Margins of one's own, where GB/T 9704 allows them."""

    top: float = parameter("天头", "margin above", default=37.0, unit="mm")
    left: float = parameter("订口", "binding margin", default=28.0, unit="mm")


@dataclass(frozen=True, kw_only=True)
class NoticeKeys:
    """All keys of ``[notice]``; only ``date`` is required."""

    red_head: bool = parameter("印红头", "print the red head", default=True)
    mark: tuple[str, ...] = parameter(
        "发文机关标志，联合行文时主办机关在前；缺省为主办单位",
        "issuer in the red head, the lead first; default: the organiser",
        default=(),
    )
    mark_suffix: str = parameter("机关名称之后的字", "after the issuer's name", default="文件")
    copy_number: str = parameter("份号，3至6位", "copy number, 3-6 digits", default="")
    classification: str = parameter(
        "密级，可连同期限（机密★1年）；缺省为事项的密级",
        "secrecy, with its term if you like (机密★1年); default: the event's",
        default="",
    )
    term: str = parameter("保密期限，如 1年、6个月", "term of secrecy: 1年, 6个月", default="")
    urgency: str = parameter("紧急程度", "urgency", default="", choices=("", *URGENCY))
    number: str = parameter("发文字号，如 清办〔2026〕3号", "document number", default="")
    title: str = parameter(
        "标题，缺省由会议名称构成；可用换行自定分行",
        "title; default: from the event's; line ends are kept",
        default="",
    )
    title_en: str = parameter("英文标题", "title in English", default="")
    addressees: tuple[str, ...] = parameter(
        "主送机关；缺省为“各有关单位”", "addressees; default: all units concerned", default=()
    )
    addressees_en: tuple[str, ...] = parameter("英文主送", "in English", default=())
    purpose: str = parameter(
        "缘由，接“定于……召开”，如“经市委同意”", "why; goes before the date", default=""
    )
    purpose_en: str = parameter("英文缘由", "why, in English", default="")
    body: tuple[str, ...] = parameter(
        "正文，一项一段，或一个 Markdown 文件名；缺省读 notice.md，再缺省由事项数据构成",
        "paragraphs, or the name of a Markdown file; default: notice.md, else from the event",
        default=(),
    )
    body_en: tuple[str, ...] = parameter(
        "英文正文，同上，缺省读 notice.en.md", "the same in English; notice.en.md", default=()
    )
    participants: tuple[str, ...] = parameter(
        "参会人员的写法，代替按名册统计", "who comes, instead of counts", default=()
    )
    participants_en: tuple[str, ...] = parameter("英文写法", "in English", default=())
    agenda: tuple[AgendaKeys, ...] = parameter("会议议程", "agenda", default=())
    requirements: RequirementKeys = parameter("有关要求", "requirements", default=RequirementKeys())
    contact: tuple[ContactKeys, ...] = parameter("联系人", "contacts", default=())
    attachments: tuple[AttachmentKeys, ...] = parameter("附件", "attachments", default=())
    seats: bool = parameter("附座次安排表", "append a table of seats", default=False)
    reply: bool = parameter("附参会回执", "append a reply slip", default=False)
    reply_by: str = parameter("回执截止时间", "when replies are due", default="")
    personal: str = parameter(
        "每单位（unit）或每人（person）一份，写明座位；true 等于 unit",
        "one notice per unit or person, naming the seats; true = unit",
        default="",
        choices=PERSONAL,
    )
    issuer: tuple[str, ...] = parameter(
        "署名，缺省同发文机关标志", "signature; default: the mark", default=()
    )
    issuer_en: tuple[str, ...] = parameter("英文署名", "signature in English", default=())
    sealed: bool = parameter("加盖印章", "leave room for the seal", default=True)
    date: dt.date = parameter("成文日期", "day of issue")
    note: str = parameter("附注，不带括号", "note, without brackets", default="")
    note_en: str = parameter("英文附注", "note in English", default="")
    copies: tuple[str, ...] = parameter("抄送机关", "copies to", default=())
    copies_en: tuple[str, ...] = parameter("英文抄送", "copies, in English", default=())
    print_office: str = parameter("印发机关", "printing office", default="")
    print_date: dt.date | None = parameter("印发日期", "day of printing", default=None)
    layout: LayoutKeys = parameter("页边", "margins", default=LayoutKeys())
