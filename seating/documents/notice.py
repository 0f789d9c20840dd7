"""Meeting notice as an official document, or in English as a letter (会议通知)."""

from __future__ import annotations

from collections.abc import Iterable

from seating.documents.house import file_name, open_press
from seating.documents.notices.english_letter import print_letters
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.reading import read_notice
from seating.documents.notices.seats import seats_of
from seating.documents.notices.whole import copies
from seating.documents.official.draw import draw_sides
from seating.documents.official.measures import page
from seating.documents.official.model import Side
from seating.documents.official.pages import NoTextError, official_sides
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.text import Text

NAME = "notice"
TITLE = Text("会议通知", "Notice of meeting")
SUMMARY = Text(
    "红头通知，版式按 GB/T 9704-2012；可附座次安排，可每单位或每人一份",
    "an official notice laid out by GB/T 9704-2012, with seats and personal copies on request; "
    "in English a letter",
)


def wanted(book: Book) -> bool:
    """Whether the event has a ``[notice]`` table."""
    return "notice" in book.event.tables


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the notice: one file, whoever it goes to.

    Args:
        book: the event, its people and its plan.
        job: ``settings["seats"]`` and ``settings["personal"]`` win over the table.

    Raises:
        BadInputError: ``[notice]`` is wrong, or its head leaves no room for text on page 1.
    """
    keys = read_notice(book.event.tables["notice"], job.settings)
    if job.language == "en":
        yield print_letters(book, job, keys, TITLE)
        return
    press = open_press(book, job, TITLE)
    sheet = page(keys.layout.top, keys.layout.left)
    for reader, official in copies(book, keys):
        try:
            sides = official_sides(sheet, official)
        except NoTextError as error:
            raise BadInputError([_no_text()]) from error
        if keys.personal and len(sides) % 2:
            sides.append(Side())  # every copy begins on a sheet of its own
        draw_sides(press, sides, bookmark=reader)
    for sentence in remarks(book, keys):
        press.remark(sentence)
    yield press.finish(file_name(TITLE.zh, book.event.id))


def remarks(book: Book, keys: NoticeKeys) -> Iterable[Text]:
    """Say what the writer of the notice should look at."""
    secret = keys.classification or book.event.classification
    if secret and not keys.copy_number:
        yield Text(
            "涉密公文应当标注份号（notice.copy_number）。",
            "A classified document needs a copy number (notice.copy_number).",
        )
    if keys.number.startswith("〔"):
        yield Text(
            "发文字号缺少发文机关代字。", "The document number lacks the code of its issuer."
        )
    if (keys.seats or keys.personal) and not seats_of(book, "zh"):
        yield Text(
            "还没有排座方案，通知中没有座次。",
            "There is no plan yet, so the notice names no seats.",
        )


def _no_text() -> Fault:
    return Fault(
        where=Where(file="event.toml", key="notice"),
        message=Text(
            "版头、标题和主送机关占满首页，首页没有正文。",
            "head, title and addressees fill page 1, which must carry text.",
        ),
        advice=Text(
            "减少发文机关或主送机关，或把主送机关移至版记。",
            "Name fewer issuers or addressees.",
        ),
    )
