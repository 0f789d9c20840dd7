"""Meeting notice as an official document, or in English as a letter (会议通知)."""

from __future__ import annotations

from collections.abc import Iterable

from seating.documents.notices.change import as_announced
from seating.documents.notices.english_letter import print_letters
from seating.documents.notices.printing import print_copies
from seating.documents.notices.reading import notice_of
from seating.documents.notices.remarks import remarks
from seating.documents.notices.whole import copies
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.text import Text

NAME = "notice"
TITLE = Text("会议通知", "Notice of meeting")
SUMMARY = Text(
    "红头通知，版式按 GB/T 9704-2012（文件格式或信函格式）；可附座次安排和回执，可每单位或每人一份",
    "an official notice laid out by GB/T 9704-2012, as document or letter, with seats, reply slip "
    "and personal copies on request; in English a plain letter",
)


def wanted(book: Book) -> bool:
    """Whether the event has a ``[notice]`` table."""
    return "notice" in book.event.tables


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the notice: one file, whoever it goes to, unless ``personal_files`` is set.

    After a change it still says what was announced first; ``change_notice`` says the rest.

    Args:
        book: the event, its people and its plan.
        job: ``settings["seats"]`` and ``settings["personal"]`` win over the table.

    Raises:
        BadInputError: ``[notice]`` is wrong, or its head leaves no room for text on page 1.
    """
    keys = notice_of(book, job.settings)
    book = as_announced(book, keys)
    if job.language == "en":
        return print_letters(book, job, keys, TITLE)
    return print_copies(book, job, TITLE, keys, copies(book, keys), remarks(book, keys))
