"""What the writer of a notice should look at before it goes out (提请注意)."""

from __future__ import annotations

from collections.abc import Iterator

from seating.documents.notices.checks import copy_numbers, number_year
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.seats import readers, seats_of
from seating.facts.book import Book
from seating.facts.text import Text


def remarks(book: Book, keys: NoticeKeys) -> Iterator[Text]:
    """Say what is allowed but should be looked at; the document is printed all the same."""
    secret = keys.classification or book.event.classification
    if secret and not keys.copy_number:
        yield Text(
            "涉密公文应当标注份号（notice.copy_number）。",
            "A classified document needs a copy number (notice.copy_number).",
        )
    if secret and not keys.term and "★" not in secret:
        yield Text(
            "涉密公文应当标注保密期限（notice.term）。",
            "A classified document needs a term of secrecy (notice.term).",
        )
    if keys.number.startswith("〔"):
        yield Text(
            "发文字号缺少发文机关代字。", "The document number lacks the code of its issuer."
        )
    year = number_year(keys.number)
    if year is not None and year != keys.date.year:
        yield Text(
            f"发文字号的年份（{year}）与成文日期（{keys.date.year}年）不一致。",
            f"The document number says {year}, the day of issue is in {keys.date.year}.",
        )
    start = book.event.start
    if start is not None and keys.date > start.date():
        yield Text("成文日期晚于会议时间。", "The notice is dated after the event.")
    if keys.signer:
        yield Text(
            "签发人只在上行文中标注，通知一般是下行文。",
            "Signers are named in documents to superiors; a notice usually goes downwards.",
        )
    if keys.format == "letter" and (keys.print_office or keys.print_date):
        yield Text(
            "信函格式的版记不印印发机关和印发日期，已略去。",
            "Letters carry no printing office and date; they were left out.",
        )
    if (keys.seats or keys.personal) and not seats_of(book, "zh"):
        yield Text(
            "还没有排座方案，通知中没有座次。",
            "There is no plan yet, so the notice names no seats.",
        )
    yield from _few_numbers(book, keys)


def _few_numbers(book: Book, keys: NoticeKeys) -> Iterator[Text]:
    numbers = copy_numbers(keys.copy_number)
    if not keys.personal or len(numbers) < 2:
        return
    needed = len(readers(book, keys.personal))
    if needed != len(numbers):
        yield Text(
            f"份号{numbers[0]}至{numbers[-1]}共{len(numbers)}份，收件人有{needed}个，份号依次编下去。",
            f"Copy numbers {numbers[0]} to {numbers[-1]} are {len(numbers)}, readers are {needed}; "
            "counting goes on.",
        )
