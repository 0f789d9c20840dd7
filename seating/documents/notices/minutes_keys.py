# ruff: noqa: RUF009  (``parameter`` returns a dataclass field)
"""The keys of ``[documents.minutes]`` (会议纪要的写法)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from seating.facts.parameter import parameter


@dataclass(frozen=True, kw_only=True)
class DecisionKeys:
    """One decision with who carries it out and until when."""

    text: str = parameter("议定事项", "what was decided")
    text_en: str = parameter("英文", "the same in English", default="")
    lead: tuple[str, ...] = parameter("责任单位，牵头的在前", "who carries it out", default=())
    support: tuple[str, ...] = parameter("配合单位", "who helps", default=())
    by: dt.date | None = parameter("完成时限", "until when", default=None)
    by_words: str = parameter(
        "完成时限的写法，如“长期坚持”，代替日期", "until when, in words instead", default=""
    )
    by_words_en: str = parameter("英文写法", "the same in English", default="")


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.minutes]``; all have defaults."""

    mark: str = parameter(
        "纪要标志；缺省为会议名称加“纪要”",
        "the red mark, ending in 纪要; default: the event's title",
        default="",
    )
    number: str = parameter(
        "编号，如 第12期、〔2026〕12号", "number: 第12期, 〔2026〕12号", default=""
    )
    issuer: str = parameter(
        "编发机关；缺省为主办单位", "issuer; default: the organiser", default=""
    )
    date: dt.date | None = parameter(
        "成文日期；不写则留空待填", "day of issue; without it, left to be written in", default=None
    )
    classification: str = parameter(
        "密级，可连同期限（机密★1年）；缺省为会议的密级",
        "secrecy, with its term if you like (机密★1年); default: the event's",
        default="",
    )
    copy_number: str = parameter("份号，3至6位", "copy number, 3-6 digits", default="")
    title: str = parameter("标题；不写则标志之下即为正文", "title; default: none", default="")
    title_en: str = parameter("英文标题", "title in English", default="")
    chair: tuple[str, ...] = parameter(
        "主持人：姓名、编号或 group: 等；缺省为名册中身份为主持人的",
        "who presided: names, ids, group: …; default: the roster's moderators",
        default=(),
    )
    opening: tuple[str, ...] = parameter(
        "开头一段，代替自动写成的", "the first paragraph, in one's own words", default=()
    )
    opening_en: tuple[str, ...] = parameter("英文开头", "in English", default=())
    body: tuple[str, ...] = parameter(
        "开头之后、议定事项之前的正文：一项一段，或一个 Markdown 文件名；缺省读 minutes.md",
        "text before the decisions: paragraphs or a Markdown file; default: minutes.md",
        default=(),
    )
    body_en: tuple[str, ...] = parameter(
        "英文正文，缺省读 minutes.en.md", "the same in English; minutes.en.md", default=()
    )
    decisions: tuple[DecisionKeys, ...] = parameter("议定事项", "decisions", default=())
    table: bool = parameter(
        "另附议定事项分工表（供督查）", "append a table of the decisions, for following them up",
        default=False,
    )  # fmt: skip
    present: tuple[str, ...] = parameter(
        "出席：姓名、编号、group: 等；缺省为名册中到会的人员",
        "present: names, ids, group: …; default: everybody on the roster who came",
        default=(),
    )
    observers: tuple[str, ...] = parameter(
        "列席；缺省为名册中身份为列席的", "without vote; default: by role", default=()
    )
    absent: tuple[str, ...] = parameter(
        "请假；缺省为名册中请假的", "absent; default: those absent on the roster", default=()
    )
    names: bool = parameter("名单写到人；false 只写单位", "names; false = only units", default=True)
    sent: tuple[str, ...] = parameter("分送", "distributed to", default=())
    copies: tuple[str, ...] = parameter("抄送", "copies to", default=())
    sent_en: tuple[str, ...] = parameter("分送、抄送（英文）", "both in English", default=())
    print_office: str = parameter("印发机关", "printing office", default="")
    print_date: dt.date | None = parameter("印发日期", "day of printing", default=None)
