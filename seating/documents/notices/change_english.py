"""The English letter that something has changed (英文变更通知)."""

from __future__ import annotations

from seating.documents.notices.change import seats_table
from seating.documents.notices.english import frame, reference
from seating.documents.notices.english_body import Letter, Line, lines_of, name
from seating.documents.notices.files import own_blocks
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.parts_keys import ChangeKeys
from seating.documents.notices.when import period
from seating.facts.book import Book

_TITLES = {
    "调整": "Change to the {}",
    "延期": "Postponement of the {}",
    "取消": "Cancellation of the {}",
    "更正": "Correction: {}",
}


def change_letter(book: Book, keys: NoticeKeys) -> Letter:
    """Return the letter; what has no English is named in its findings."""
    change = keys.change or ChangeKeys()
    found = frame(book, keys)
    found.title = change.title_en or _TITLES[change.kind].format(name(book.event.title))
    found.reference = reference(change.number)
    own = lines_of(own_blocks(book, change.text_en, "notice.change.text_en"))
    if change.text and not own:
        found.lack("change.text")
    found.body.append(("text", _first(book, keys, change, found)))
    if change.kind in ("调整", "延期"):
        found.body += _time(book, change) + _place(book, change, found)
    found.body += own
    if change.kind == "更正":
        return found
    if change.kind != "取消":
        if change.seats and any(book.changes.values()):
            words = "Some seats have changed; they are listed in the enclosure."
            found.body.append(("text", words))
            found.enclosures.append(("Changed seats", (seats_table(book, "en"),)))
        found.body.append(("text", "All else stays as announced."))
    found.body.append(("text", "Please inform those concerned."))
    return found


def _first(book: Book, keys: NoticeKeys, change: ChangeKeys, found: Letter) -> str:
    title, first = name(book.event.title), reference(keys.number)
    of = f" ({first})" if first else ""
    if change.kind == "更正":
        return f"Please note this correction to our notice{of}:"
    reason = change.reason_en.strip().rstrip(".,")
    if change.reason and not reason:
        found.lack("change.reason")
    the = f"{reason[0].upper()}{reason[1:]}, the" if reason else "The"
    if change.kind == "取消":
        was = period(change.start_was, None).en.rstrip(".") if change.start_was else ""
        return f"{the} {title}{f', planned for {was},' if was else ''} is cancelled{of}."
    act = "is postponed." if change.kind == "延期" else "has been changed as follows."
    return f"{the} {title} announced in our notice{of} {act}"


def _time(book: Book, change: ChangeKeys) -> list[Line]:
    event = book.event
    if change.kind == "延期" and (event.start is None or event.start == change.start_was):
        return [("text", "The new date will be announced.")]
    if event.start is None or not (change.start_was or change.end_was):
        return []
    was = period(change.start_was or event.start, change.end_was, lasting=False).en
    now = period(event.start, event.end if change.end_was else None, lasting=False).en
    return [("heading", "Time"), ("item", f"Now: {now}"), ("item", f"Before: {was}")]


def _place(book: Book, change: ChangeKeys, found: Letter) -> list[Line]:
    if not change.place_was:
        return []
    if not change.place_was_en:
        found.lack("change.place_was", "没有英文，印中文。", "has no English and stays Chinese.")
    was = (change.place_was_en or change.place_was).rstrip(".")
    now = name(book.event.place).rstrip(".")
    return [("heading", "Place"), ("item", f"Now: {now}."), ("item", f"Before: {was}.")]
