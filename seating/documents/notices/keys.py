# ruff: noqa: RUF009  (``parameter`` returns a dataclass field)
"""The keys of ``[notice]`` (会议通知的写法); documentation and validation both read them here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from seating.documents.notices.parts_keys import (
    AgendaKeys,
    AttachmentKeys,
    ChangeKeys,
    ContactKeys,
    LayoutKeys,
    RequirementKeys,
    SectionKeys,
    TextKeys,
)
from seating.facts.parameter import parameter

SECRECY = ("绝密", "机密", "秘密")
URGENCY = ("特急", "加急")
FORMATS = ("document", "letter")
PERSONAL = ("", "unit", "person")
SUPERSEDED = "作废"
STATUS = ("", "草稿", "征求意见稿", "送审稿", SUPERSEDED)
SECTIONS = ("time", "place", "participants", "agenda", "requirements", "contact")
SHOWN = ("arrival", "seat", "group", "meeting", "car", "room", "meals", "award")


@dataclass(frozen=True, kw_only=True)
class NoticeKeys:
    """All keys of ``[notice]``; only ``date`` is required."""

    format: str = parameter(
        "版式：文件（document）或信函（letter）",
        "document (文件格式) or letter (信函格式)",
        default="document",
        choices=FORMATS,
    )
    red_head: bool = parameter("印红头", "print the red head", default=True)
    mark: tuple[str, ...] = parameter(
        "发文机关标志，联合行文时主办机关在前；缺省为主办单位",
        "issuer in the red head, the lead first; default: the organiser",
        default=(),
    )
    mark_suffix: str = parameter(
        "机关名称之后的字；信函不加", "after the issuer's name; none in letters", default="文件"
    )
    copy_number: str = parameter(
        "份号，3至6位；写成 000001-000050 即印50份，依次编号",
        "copy number, 3-6 digits; 000001-000050 prints fifty copies",
        default="",
    )
    classification: str = parameter(
        "密级，可连同期限（机密★1年）；缺省为事项的密级",
        "secrecy, with its term if you like (机密★1年); default: the event's",
        default="",
    )
    term: str = parameter("保密期限，如 1年、6个月", "term of secrecy: 1年, 6个月", default="")
    urgency: str = parameter("紧急程度", "urgency", default="", choices=("", *URGENCY))
    mark_pages: bool = parameter(
        "第二面起各面天头标份号和密级",
        "repeat copy number and secrecy at the head of the further pages",
        default=False,
    )
    status: str = parameter(
        "文稿状态，印在标题下；“作废”则印在每一面上",
        "state of the text, below the title; 作废 is printed across every page",
        default="",
        choices=STATUS,
    )
    superseded_by: str = parameter(
        "作废后以哪个文件为准（发文字号）", "number of the document that replaces it", default=""
    )
    number: str = parameter("发文字号，如 清办〔2026〕3号", "document number", default="")
    signer: tuple[str, ...] = parameter(
        "签发人，只用于上行文；联合行文时按机关次序",
        "who signed it for issue; only in documents to a superior",
        default=(),
    )
    title: str = parameter(
        "标题，缺省由会议名称构成；可用换行自定分行",
        "title; default: from the event's; line ends are kept",
        default="",
    )
    title_en: str = parameter("英文标题", "title in English", default="")
    addressees: tuple[str, ...] = parameter(
        "主送机关；缺省为“各有关单位”；首页放不下时移至版记",
        "addressees; default: all units concerned; too many go into the imprint",
        default=(),
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
    text: TextKeys = parameter(
        "只换正文的某一句或某一部分", "one's own words for single parts", default=TextKeys()
    )
    omit: tuple[str, ...] = parameter(
        "不要的部分", "parts to leave out", default=(), choices=SECTIONS
    )
    sections: tuple[SectionKeys, ...] = parameter(
        "另加的部分，排在联系方式之前", "further parts, before the contact", default=()
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
    reply_to: str = parameter(
        "回执报送何处（电话、传真、邮箱）", "where replies go: telephone, fax, e-mail", default=""
    )
    reply_columns: tuple[str, ...] = parameter(
        "回执的栏目；缺省按要求（住宿、用车）定",
        "columns of the reply slip; default: by what is required",
        default=(),
    )
    reply_columns_en: tuple[str, ...] = parameter("英文栏目", "in English", default=())
    reply_rows: int = parameter(
        "回执的行数，0 为一面所宜",
        "rows of the reply slip; 0 = what suits a page",
        default=0,
        minimum=0,
        maximum=60,
    )
    personal: str = parameter(
        "每单位（unit）或每人（person）一份，写明座位等安排；true 等于 unit",
        "one notice per unit or person with all that is arranged for it; true = unit",
        default="",
        choices=PERSONAL,
    )
    personal_files: bool = parameter(
        "每份一个文件，不合订", "a file for each instead of one for all", default=False
    )
    personal_show: tuple[str, ...] = parameter(
        "给本人写明哪些安排", "what personal notices tell", default=SHOWN, choices=SHOWN
    )
    issuer: tuple[str, ...] = parameter(
        "署名，缺省同发文机关标志", "signature; default: the mark", default=()
    )
    issuer_en: tuple[str, ...] = parameter("英文署名", "signature in English", default=())
    sealed: bool = parameter("加盖印章", "leave room for the seal", default=True)
    stamp: tuple[str, ...] = parameter(
        "加盖签发人签名章：职务全称，一人一项；代替署名和印章",
        "full posts of leaders whose stamps take the place of seals",
        default=(),
    )
    date: dt.date = parameter("成文日期", "day of issue")
    note: str = parameter("附注，不带括号", "note, without brackets", default="")
    note_en: str = parameter("英文附注", "note in English", default="")
    copies: tuple[str, ...] = parameter("抄送机关", "copies to", default=())
    copies_en: tuple[str, ...] = parameter("英文抄送", "copies, in English", default=())
    print_office: str = parameter("印发机关", "printing office", default="")
    print_date: dt.date | None = parameter("印发日期", "day of printing", default=None)
    layout: LayoutKeys = parameter("页边", "margins", default=LayoutKeys())
    change: ChangeKeys | None = parameter(
        "会议有变：另发调整、延期、取消或更正的通知",
        "something changed: a further notice says so",
        default=None,
    )
