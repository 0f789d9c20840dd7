"""A Chinese notice made into an official document: defaults, attachments, personal copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from seating.documents.notices.body import (
    contact_words,
    event_blocks,
    read_text,
    user_blocks,
    verb,
)
from seating.documents.notices.checks import secrecy_words
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.markdown import blocks_of, blocks_of_list
from seating.documents.notices.seats import (
    MOST_IN_SENTENCE,
    Reader,
    Seated,
    readers,
    seat_sentence,
    seats_of,
)
from seating.documents.official.model import (
    Attachment,
    Block,
    Imprint,
    Official,
    Paragraph,
    Span,
    Table,
)
from seating.documents.official.title import turn
from seating.facts.book import Book

REPLY_ROWS = 10
REPLY_HEAD = ("姓名", "性别", "民族", "职务", "手机号码", "车牌号", "备注")
REPLY_WEIGHTS = (18.0, 11.0, 13.0, 38.0, 32.0, 24.0, 20.0)
SEATS_HEAD = ("序号", "姓名", "单位", "会议", "座位")


def official(book: Book, keys: NoticeKeys) -> Official:
    """Return the notice as it goes to everybody."""
    event = book.event
    marks = keys.mark or ((event.organiser.zh,) if event.organiser.zh else ())
    issuers = keys.issuer or marks
    body = user_blocks(book, keys.body, "notice.md", "notice.body")
    note = keys.note
    if body and keys.contact and not note:
        note = "；".join(map(contact_words, keys.contact))
    names = [*marks, *issuers, event.title.zh, event.place.zh, *book.units]
    return Official(
        marks=marks if keys.red_head else (),
        suffix=keys.mark_suffix,
        copy_number=keys.copy_number,
        secrecy=secrecy_words(keys.classification or event.classification, keys.term),
        urgency=keys.urgency,
        number=keys.number,
        title=turn(keys.title or default_title(book, issuers), names),
        addressees=keys.addressees or ("各有关单位",),
        body=body or event_blocks(book, keys),
        attachments=tuple(_attachments(book, keys)),
        issuers=issuers,
        sealed=keys.sealed,
        date=keys.date,
        note=note,
        imprint=Imprint(keys.copies, keys.print_office, keys.print_date),
    )


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
        yield Attachment(item.title, blocks)
    if keys.seats:
        seats = seats_of(book, "zh")
        if seats:
            yield seats_attachment(book, seats)
    if keys.reply:
        yield reply_slip(book, keys)


def seats_attachment(book: Book, seats: Sequence[Seated]) -> Attachment:
    """Return the table of seats (座次安排) by precedence."""
    rows = tuple(
        (str(number), seat.name, seat.unit, seat.sitting, seat.seat)
        for number, seat in enumerate(seats, 1)
    )
    return Attachment(f"{book.event.title.zh}座次安排", (Table(SEATS_HEAD, rows),))


def reply_slip(book: Book, keys: NoticeKeys) -> Attachment:
    """Return the reply slip (参会回执), to be filled in by hand."""
    blank = ("",) * len(REPLY_HEAD)
    until = f"请于{keys.reply_by}前反馈。" if keys.reply_by else ""
    return Attachment(
        f"{book.event.title.zh}参会回执",
        (
            *([Paragraph((Span(until),))] if until else []),
            Paragraph((Span("单位（盖章）："),), indent=0),
            Table(REPLY_HEAD, (blank,) * REPLY_ROWS, REPLY_WEIGHTS),
        ),
    )


def copies(book: Book, keys: NoticeKeys) -> Iterator[tuple[str, Official]]:
    """Yield (name of the reader, his notice); one for everybody unless ``personal`` is set.

    Copy numbers count upwards from the first (7.2.1).
    """
    whole = official(book, keys)
    if not keys.personal:
        yield "", whole
        return
    first = int(keys.copy_number) if keys.copy_number else 0
    for index, reader in enumerate(readers(book, keys.personal)):
        number = f"{first + index:0{len(keys.copy_number)}d}" if keys.copy_number else ""
        yield reader.key, _for(book, keys, replace(whole, copy_number=number), reader)


def _for(book: Book, keys: NoticeKeys, whole: Official, reader: Reader) -> Official:
    seats = seats_of(book, "zh", reader.people)
    sentence = seat_sentence(seats, single=reader.single, several=len(book.sittings) > 1)
    body = (*whole.body, Paragraph((Span(sentence),))) if sentence else whole.body
    attachments = whole.attachments
    if not reader.single and len(seats) > MOST_IN_SENTENCE and not keys.seats:
        attachments = (*attachments, seats_attachment(book, seats))
    addressee = f"{reader.key}同志" if reader.single else reader.key
    return replace(whole, addressees=(addressee,), body=body, attachments=attachments)
