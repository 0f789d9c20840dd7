"""The handbook of a meeting: every list and chart in one bound volume (会议手册)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from seating.documents.paper import Paper, paper_of
from seating.documents.press import Press, collected, file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.documents.strokes import picture_size
from seating.documents.volume import front
from seating.documents.volume.binding import Chapter, leaves_of, running
from seating.documents.volume.chapters import MARGIN, Chapters, picture
from seating.documents.volume.keys import CHAPTERS, DRAWN_BY
from seating.documents.volume.keys import Keys as Keys
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import Fault, Where
from seating.facts.text import Text

NAME = "handbook"
TITLE = Text("会议手册", "Handbook")
SUMMARY = Text(
    "会议手册：封面、目录、须知、议程、名单、座次、住宿、乘车、联系合订一册，有页码、书签和链接。",
    "The handbook: cover, contents, notice to participants, agenda, lists, charts, rooms, cars and "
    "contacts in one volume with page numbers, bookmarks and links.",
)


def wanted(book: Book) -> bool:
    """Whether the event asks for a handbook by ``[documents.handbook]``."""
    return has_table(book, NAME)


def faults(event: Event, where: Where) -> list[Fault]:
    """Return what is wrong with the pictures and the paper of the charts."""
    keys = keys_of(event, NAME, Keys)
    found = []
    for key in ("logo", "map"):
        name: str = getattr(keys, key)
        here = dataclasses.replace(where, key=f"{where.key}.{key}")
        if not name:
            continue
        path = Path(event.folder or ".") / name
        try:
            picture_size(path.read_bytes())
        except OSError:
            message = Text(f"没有图片文件“{name}”。", f"there is no picture {name!r}.")
            found.append(Fault(where=here, message=message))
        except ValueError:
            message = Text(f"“{name}”不是可用的图片。", f"{name!r} is no picture that can be used.")
            advice = Text(
                "请用 PNG 或 JPEG，不超过五千万像素。", "Use PNG or JPEG, 50 megapixels at most."
            )
            found.append(Fault(where=here, message=message, advice=advice))
    try:
        paper_of(keys.chart_paper)
    except ValueError:
        here = dataclasses.replace(where, key=f"{where.key}.chart_paper")
        message = Text(
            f"没有纸张“{keys.chart_paper}”。", f"there is no paper {keys.chart_paper!r}."
        )
        advice = Text("可用：A4、A3 等，或 420x297。", "Accepted: A4, A3 …, or 420x297.")
        found.append(Fault(where=here, message=message, advice=advice))
    return found


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the handbook as one file."""
    name = file_name(TITLE.to(job.language))
    if job.only and name not in job.only:
        return
    keys = keys_of(book, NAME, Keys)
    press = open_press(book, job, TITLE)
    chapters = list(_chapters(book, job, keys, press))
    _bind(book, press, keys, chapters)
    yield press.finish(name)


def _chapters(book: Book, job: PrintJob, keys: Keys, press: Press) -> Iterator[Chapter]:
    """Yield the chapters for which there is matter."""
    from seating.documents.registry import documents

    paper = paper_of("A4").portrait()
    inner = dataclasses.replace(job, only=frozenset(), known={}, paper="A4")
    for chapter in dict.fromkeys(keys.chapters):
        title = _heading(book, chapter).to(job.language)
        known = [documents()[n] for n in DRAWN_BY.get(chapter, ()) if n in documents()]
        own = dataclasses.replace(inner, paper=keys.chart_paper) if chapter == "charts" else inner
        with collected() as gathered:
            for document in known:
                if document.wanted(book):
                    list(document.make(book, own))
        for one in gathered:
            press.lettering.lost |= one.lettering.lost
        if not gathered:
            text = open_press(book, inner, TITLE)
            if Chapters(book, text, keys, paper).draw(chapter):
                gathered.append(text)
        if gathered:
            yield Chapter(title, leaves_of(gathered, book, job.language))


def _heading(book: Book, chapter: str) -> Text:
    """Return the title of a chapter; rooms are those to meet in, to lodge in, or both."""
    lodging = any(p.lodging and not p.absent for p in book.people.values())
    if chapter == "rooms" and book.booking is None:
        return Text("住宿安排", "Lodging")
    if chapter == "rooms" and not lodging:
        return Text("会议室安排", "Meeting rooms")
    return CHAPTERS[chapter]


def _bind(book: Book, press: Press, keys: Keys, chapters: Sequence[Chapter]) -> None:
    """Put cover, contents and chapters together; number the pages from the first chapter."""
    language = press.language
    paper = paper_of("A4").portrait()
    sheet = press.page(
        paper, margin=MARGIN, bookmark=keys.title if language == "zh" else keys.title_en
    )
    front.cover(sheet, book, keys, language, picture(book, keys.logo))
    if keys.duplex:
        press.page(paper, margin=MARGIN)
    count = sum(1 + _parts(chapter) for chapter in chapters)
    contents = [
        press.page(
            paper,
            margin=MARGIN,
            bookmark=("目录" if language == "zh" else "Contents") if not n else "",
        )
        for n in range(front.pages_needed(count, sheet.body.height))
    ]
    if keys.duplex and len(press.sheets) % 2:
        press.page(paper, margin=MARGIN)
    before = len(press.sheets)
    entries: list[front.Entry] = []
    title = book.event.title.to(language) or book.event.title.zh
    for chapter in chapters:
        for number, leaf in enumerate(chapter.leaves):
            if keys.duplex:
                _turn(press, leaf.sheet.paper, before)
            sheet = press.adopt(leaf.sheet)
            page = sheet.number - before
            if number == 0:
                entries.append(front.Entry(chapter.title, page))
                press.bookmark(sheet, chapter.title, 0)
            if leaf.bookmark and _parts(chapter):
                entries.append(front.Entry(leaf.bookmark, page, 1))
                press.bookmark(sheet, leaf.bookmark, 1)
            right = not keys.duplex or page % 2 == 1
            running(
                leaf,
                head=chapter.title if right else title,
                number=page,
                right=right,
                language=language,
                secret=book.event.classification,
            )
            upright = sheet.paper.height >= sheet.paper.width
            if keys.duplex and upright:
                sheet.shift = keys.gutter / 2 if right else -keys.gutter / 2
    for sheet, box, entry in front.contents(contents, entries, language):
        press.link(sheet, box, press.sheets[before + entry.page - 1])


def _turn(press: Press, paper: Paper, before: int) -> None:
    """Leave the back of a sheet empty if the next page is of another size (a fold-out)."""
    last = press.sheets[-1].paper
    if (len(press.sheets) - before) % 2 and _sides(last) != _sides(paper):
        press.page(last, margin=MARGIN)


def _sides(paper: Paper) -> tuple[float, float]:
    return min(paper.width, paper.height), max(paper.width, paper.height)


def _parts(chapter: Chapter) -> int:
    """Return how many bookmarked parts a chapter lists in the contents, 0 if only one."""
    marks = sum(1 for leaf in chapter.leaves if leaf.bookmark)
    return marks if marks > 1 else 0
