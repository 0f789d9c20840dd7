"""A Chinese notice made into an official document: defaults, attachments, personal copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from seating.documents.notices.body import Section, contact_words, event_blocks, plain, verb
from seating.documents.notices.checks import copy_numbers, secrecy_words
from seating.documents.notices.files import own_blocks, read_text
from seating.documents.notices.keys import SUPERSEDED, NoticeKeys
from seating.documents.notices.markdown import (
    blocks_of,
    blocks_of_list,
    chinese_number,
    heading,
)
from seating.documents.notices.personal import personal_section, salutation
from seating.documents.notices.reply import reply_slip
from seating.documents.notices.seats import Reader, Seated, readers, seats_of
from seating.documents.official.model import (
    Attachment,
    Block,
    Form,
    Imprint,
    Official,
    Paragraph,
    Table,
)
from seating.documents.official.title import turn
from seating.facts.book import Book

SEATS_HEAD = ("序号", "姓名", "单位", "会议", "座位")


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a notice: for whom (``""`` = for everybody), and what it says."""

    reader: str
    official: Official


def official(
    book: Book, keys: NoticeKeys, more: Sequence[Section] = (), tables: Sequence[Attachment] = ()
) -> Official:
    """Return the notice as an official document.

    Args:
        book: the event, its people and its plan.
        keys: the table ``[notice]``.
        more: further parts of the text, for one reader.
        tables: further attachments, for one reader.
    """
    body = own_blocks(book, keys.body, "notice.body", "notice.md")
    note = keys.note
    if body:
        if keys.contact and not note:
            note = "；".join(map(contact_words, keys.contact))
        for section in more:
            body = (*body, _continued(body, section.title), *section.blocks)
    marks = marks_of(book, keys)
    issuers = keys.issuer or marks
    superseded = keys.status == SUPERSEDED or bool(keys.superseded_by)
    draft = "" if superseded else keys.status
    replaced = f"以{keys.superseded_by}为准" if keys.superseded_by else ""
    return replace(
        frame(book, keys),
        number=keys.number,
        status=draft,
        title=turn(keys.title or default_title(book, issuers), names_of(book, keys)),
        body=body or event_blocks(book, keys, more),
        attachments=(*_attachments(book, keys), *tables),
        date=keys.date,
        note=note,
        imprint=Imprint(keys.copies, keys.print_office, keys.print_date),
        across=SUPERSEDED if superseded else "",
        across_note=replaced,
        foot=f"{draft}　第{book.plan.version}版" if draft else "",
    )


def _continued(body: Sequence[Block], title: str) -> Block:
    """Return a heading that goes on with the numbers of the user's own text, if it has any."""
    roles = [b.spans[0].role for b in body if isinstance(b, Paragraph) and b.spans]
    level = roles.count("hei")
    return heading(1, f"{chinese_number(level + 1)}、", title) if level else plain(f"{title}：")


def frame(book: Book, keys: NoticeKeys) -> Official:
    """Return what the notice shares with a later one about its changes: head and signature."""
    form: Form = "letter" if keys.format == "letter" else "document"
    marks = marks_of(book, keys)
    return Official(
        form=form,
        marks=marks if keys.red_head else (),
        suffix="" if form == "letter" else keys.mark_suffix,
        copy_number=next(iter(copy_numbers(keys.copy_number)), ""),
        secrecy=secrecy_words(keys.classification or book.event.classification, keys.term),
        urgency=keys.urgency,
        signers=keys.signer,
        addressees=keys.addressees or ("各有关单位",),
        issuers=keys.issuer or marks,
        sealed=keys.sealed,
        stamps=keys.stamp,
        date=None,
        every_page=keys.mark_pages,
    )


def marks_of(book: Book, keys: NoticeKeys) -> tuple[str, ...]:
    """Return the issuers in the red head."""
    organiser = book.event.organiser.zh
    return keys.mark or ((organiser,) if organiser else ())


def names_of(book: Book, keys: NoticeKeys) -> list[str]:
    """Return the names that a title is not turned inside."""
    marks = marks_of(book, keys)
    return [*marks, *keys.issuer, book.event.title.zh, book.event.place.zh, *book.units]


def default_title(book: Book, issuers: Sequence[str]) -> str:
    """Return issuer, matter and kind of document: ××关于召开××会议的通知 (7.3.1)."""
    title = book.event.title.zh
    issuer = issuers[0] if len(issuers) == 1 else ""
    return f"{issuer}关于{verb(title)}{title}的通知"


def _attachments(book: Book, keys: NoticeKeys) -> Iterator[Attachment]:
    for number, item in enumerate(keys.attachments, 1):
        blocks: tuple[Block, ...] = ()
        if item.file:
            key = f"notice.attachments[{number}].file"
            blocks = blocks_of(read_text(book, item.file, key))
        elif item.text:
            blocks = blocks_of_list(item.text)
        yield Attachment(item.title, blocks, item.apart, item.landscape)
    if keys.seats:
        seats = seats_of(book, "zh")
        if seats:
            yield seats_attachment(book, seats)
    if keys.reply:
        yield reply_slip(book, keys)


def seats_attachment(book: Book, seats: Sequence[Seated]) -> Attachment:
    """Return the table of seats (座次安排) by precedence."""
    several = len({seat.sitting for seat in seats}) > 1
    rows = tuple(
        (str(number), seat.name, seat.unit, *((seat.sitting,) if several else ()), seat.seat)
        for number, seat in enumerate(seats, 1)
    )
    head = SEATS_HEAD if several else tuple(h for h in SEATS_HEAD if h != "会议")
    return Attachment(f"{book.event.title.zh}座次安排", (Table(head, rows),))


def copies(book: Book, keys: NoticeKeys) -> list[Copy]:
    """Return every copy: one for everybody, one for each reader, or one for each copy number.

    Copy numbers count upwards from the first (7.2.1); a run of them makes as many copies.
    """
    numbers = copy_numbers(keys.copy_number)
    if not keys.personal:
        whole = official(book, keys)
        return [Copy("", replace(whole, copy_number=n)) for n in numbers or ("",)]
    found = []
    for index, reader in enumerate(readers(book, keys.personal)):
        number = ""
        if numbers:
            number = f"{int(numbers[0]) + index:0{len(numbers[0])}d}"
        found.append(Copy(reader.key, replace(_for(book, keys, reader), copy_number=number)))
    return found


def _for(book: Book, keys: NoticeKeys, reader: Reader) -> Official:
    section, table = personal_section(book, reader, keys.personal_show)
    own = official(book, keys, [section] if section else [], [table] if table else [])
    addressee = salutation(book.people[reader.people[0]]) if reader.single else reader.key
    return replace(own, addressees=(addressee,))
