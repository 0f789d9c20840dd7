"""Notice that time, place or seats have changed, with reference to the first (会议变更通知)."""

from __future__ import annotations

from collections.abc import Iterable

from seating.documents.house import file_name, open_press, say_date
from seating.documents.notices.change import announced, changed
from seating.documents.notices.change_english import change_letter
from seating.documents.notices.english_letter import draw_letter
from seating.documents.notices.parts_keys import ChangeKeys
from seating.documents.notices.printing import print_copies
from seating.documents.notices.reading import notice_of
from seating.documents.notices.whole import Copy
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.text import Text

NAME = "change_notice"
TITLE = Text("会议变更通知", "Notice of change")
SUMMARY = Text(
    "会议时间、地点、座位有变时的通知：调整、延期、取消或更正，引用原通知的发文字号",
    "says that time, place or seats have changed, or that the event is put off, cancelled or was "
    "announced wrongly; refers to the number of the first notice",
)
_UNDATED = Text(
    "变更通知没有写成文日期（notice.change.date），印作空白，请填写。",
    "The notice of change has no date (notice.change.date); fill it in by hand.",
)


def wanted(book: Book) -> bool:
    """Whether a change is written down, or seats that were announced have changed."""
    return announced(book)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the notice of a change; it goes to everybody, whoever the first one went to.

    Raises:
        BadInputError: ``[notice]`` is wrong, or nothing has changed.
    """
    keys = notice_of(book)
    change = keys.change or ChangeKeys()
    if job.language == "en":
        press = open_press(book, job, TITLE)
        draw_letter(press, change_letter(book, keys), say_date(change.date, "en"))
        if change.date is None:
            press.remark(_UNDATED)
        yield press.finish(file_name(TITLE.en.replace(" ", "-"), book.event.id))
        return
    remarks = [] if change.date else [_UNDATED]
    yield from print_copies(book, job, TITLE, keys, [Copy("", changed(book, keys))], remarks)
