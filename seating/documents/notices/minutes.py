"""Minutes of a meeting as an official document (会议纪要, GB/T 9704-2012 clause 10.3).

    纪要标志由“×××××纪要”组成，居中排布，上边缘至版心上边缘为35 mm，推荐使用红色小标宋体字。
    标注出席人员名单，一般用3号黑体字，在正文或附件说明下空一行左空二字编排“出席”二字，后标全角冒号，
    冒号后用3号仿宋体字标注出席人单位、姓名，回行时与冒号后的首字对齐。请假和列席人员名单编排方法相同。
    纪要格式可以根据实际制定。

Number, issuer and date above the red line are common practice; minutes carry no seal.
"""

from __future__ import annotations

from collections.abc import Iterable

from seating.documents.cards.who import chosen
from seating.documents.furniture import say_date
from seating.documents.notices.body import plain, stop, verb
from seating.documents.notices.checks import secrecy_words
from seating.documents.notices.files import own_blocks
from seating.documents.notices.markdown import ROLES, Numbering, chinese_number, heading
from seating.documents.notices.minutes_keys import DecisionKeys, Keys
from seating.documents.official.closing import date_words
from seating.documents.official.model import (
    Attachment,
    Block,
    Imprint,
    Official,
    Paragraph,
    Span,
    Table,
    cells_of,
)
from seating.documents.official.title import turn
from seating.documents.words import unit_of
from seating.facts.book import Book
from seating.facts.people import Person

SHORT = 20
"""Longest first sentence, in cells, that is set as a heading run into its decision."""

LISTS = ("出席", "请假", "列席")
TABLE_HEAD = ("序号", "议定事项", "责任单位", "配合单位", "完成时限")
TABLE_TITLE = "议定事项分工表"
_STAFF = {"staff", "driver", "recorder", "interpreter"}
"""They work at a meeting and are not said to be present."""


def minutes_of(book: Book, keys: Keys) -> Official:
    """Return the minutes as an official document."""
    event = book.event
    issuer = keys.issuer or event.organiser.zh
    names = [event.title.zh, event.place.zh, issuer, *book.units]
    return Official(
        marks=(keys.mark or default_mark(event.title.zh),),
        headline=(issuer, date_words(keys.date)),
        copy_number=keys.copy_number,
        secrecy=secrecy_words(keys.classification or event.classification, ""),
        number=keys.number,
        title=turn(keys.title, names) if keys.title else (),
        body=_body(book, keys),
        attachments=(_table(keys.decisions),) if keys.table and keys.decisions else (),
        lists=_lists(book, keys),
        sealed=False,
        date=keys.date,
        dated=False,
        imprint=Imprint(
            copies=keys.copies, office=keys.print_office, date=keys.print_date, sent=keys.sent
        ),
        every_page=bool(keys.copy_number),
    )


def default_mark(title: str) -> str:
    """Return 全市办公室工作会议纪要 of 全市办公室工作会议, ××仪式会议纪要 of ××仪式."""
    return title + ("纪要" if title.endswith(("会议", "会", "论坛")) else "会议纪要")


def chairs(book: Book, keys: Keys) -> list[Person]:
    """Return who presided, by precedence."""
    ids = chosen(book, keys.chair)
    people = [book.people[i] for i in book.order if i in book.people]
    return [
        p
        for p in people
        if (p.id in ids if ids is not None else "moderator" in p.roles and not p.absent)
    ]


def attendance(book: Book, keys: Keys) -> tuple[list[Person], list[Person], list[Person]]:
    """Return who was present, absent and there without vote, each by precedence."""
    people = [book.people[i] for i in book.order if i in book.people]
    absent, observers = chosen(book, keys.absent), chosen(book, keys.observers)
    present = chosen(book, keys.present)
    away = [p for p in people if (p.absent if absent is None else p.id in absent)]
    beside = [
        p
        for p in people
        if (
            "attendee" in p.roles and not p.absent and not (present and p.id in present)
            if observers is None
            else p.id in observers
        )
    ]
    rest = {p.id for p in (*away, *beside)}
    there = [
        p
        for p in people
        if p.id not in rest and (not p.roles & _STAFF if present is None else p.id in present)
    ]
    return there, away, beside


def _lists(book: Book, keys: Keys) -> tuple[tuple[str, tuple[str, ...]], ...]:
    listed = zip(LISTS, attendance(book, keys), strict=True)
    return tuple((label, _by_unit(book, people, keys.names)) for label, people in listed if people)


def _by_unit(book: Book, people: Iterable[Person], names: bool) -> tuple[str, ...]:
    """Return 市委办公室 张三、 李四， 市财政局 王五。: each unit where its first member stands."""
    units: dict[str, list[str]] = {}
    for number, person in enumerate(people):
        units.setdefault(person.unit or f"\0{number}", []).append(person.name)
    pieces: list[str] = []
    for unit, who in units.items():
        shown = "" if unit.startswith("\0") else unit_of(book, unit, "zh")
        if shown and names:
            pieces.append(shown)
        listed = who if names or not shown else [shown]
        pieces += [*(f"{name}、" for name in listed[:-1]), f"{listed[-1]}，"]
    return (*pieces[:-1], pieces[-1][:-1] + "。")


def _body(book: Book, keys: Keys) -> tuple[Block, ...]:
    blocks = [*own_blocks(book, keys.opening, "documents.minutes.opening")]
    told = own_blocks(book, keys.body, "documents.minutes.body", "minutes.md")
    if not blocks:
        blocks.append(plain(_opening(book, keys, whole=not told)))
    blocks += told
    if not keys.decisions:
        return tuple(blocks)
    numbering, level = Numbering(), 1
    headings = [b for b in told if isinstance(b, Paragraph) and b.spans[:1]]
    above = sum(b.spans[0].role == "hei" for b in headings)
    if above:
        blocks.append(heading(1, f"{chinese_number(above + 1)}、", "议定事项"))
        level = 2
    elif told:
        blocks.append(plain("会议议定以下事项："))
    short = all(0 < cells_of(_matter(d)) <= SHORT and _rest(d) for d in keys.decisions)
    for decision in keys.decisions:
        number = numbering.next(level)
        spans = [Span(number + stop(decision.text))]
        if short:
            spans = [Span(f"{number}{_matter(decision)}。", ROLES[level]), Span(_rest(decision))]
        aside = responsibility(decision)
        blocks.append(Paragraph((*spans, *((Span(aside, "kai"),) if aside else ()))))
    return tuple(blocks)


def _matter(decision: DecisionKeys) -> str:
    """Return the first sentence of a decision, which names the matter."""
    return decision.text.partition("。")[0]


def _rest(decision: DecisionKeys) -> str:
    rest = decision.text.partition("。")[2].strip()
    return stop(rest) if rest else ""


def _opening(book: Book, keys: Keys, *, whole: bool) -> str:
    event = book.event
    when = f"{say_date(event.start.date(), 'zh')}，" if event.start else ""
    where = f"在{event.place.zh}" if event.place.zh else ""
    chair = "、".join(_post(p, unit_of(book, p.unit, "zh")) + p.name for p in chairs(book, keys))
    held = verb(event.title.zh)
    led = f"{chair}{where}主持{held}" if chair else f"{where}{held}"
    end = "现将会议议定事项纪要如下：" if whole else "现将会议情况纪要如下。"
    return f"{when}{led}{event.title.zh}。{end}"


def _post(person: Person, unit: str) -> str:
    """Return 市委书记, not 市委市委书记."""
    return person.title if person.title.startswith(unit) else unit + person.title


def responsibility(decision: DecisionKeys) -> str:
    """Return （责任单位：…；配合单位：…；完成时限：…）, or nothing."""
    parts = (
        ("责任单位", "、".join(decision.lead)),
        ("配合单位", "、".join(decision.support)),
        ("完成时限", _until(decision)),
    )
    words = "；".join(f"{label}：{text}" for label, text in parts if text)
    return f"（{words}）" if words else ""


def _until(decision: DecisionKeys) -> str:
    return decision.by_words or (f"{say_date(decision.by, 'zh')}前" if decision.by else "")


def _table(decisions: Iterable[DecisionKeys]) -> Attachment:
    """Return the decisions as a table to tick off (督查台账)."""
    rows = tuple(
        (str(n), _matter(d), "、".join(d.lead), "、".join(d.support), _until(d))
        for n, d in enumerate(decisions, 1)
    )
    kept = [i for i in range(len(TABLE_HEAD)) if i < 2 or any(row[i] for row in rows)]
    head = tuple(TABLE_HEAD[i] for i in kept)
    body = tuple(tuple(row[i] for i in kept) for row in rows)
    weights = tuple((1.5, 7.0, 4.5, 4.5, 4.0)[i] for i in kept)
    return Attachment(TABLE_TITLE, (Table(head, body, weights, left=(1,)),))
