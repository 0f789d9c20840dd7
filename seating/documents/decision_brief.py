"""Plans side by side on one page, as material for a decision (座次方案比选表)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seating.documents.briefs.page import Comparison
from seating.documents.charts.words import joined, viewpoint
from seating.documents.furniture import furniture_of
from seating.documents.headings import head_lines
from seating.documents.paper import Paper, paper_of
from seating.documents.press import file_name, open_press
from seating.documents.words import name_of, sitting_title
from seating.facts.alternative import Alternative
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.text import Language, Text

NAME = "decision_brief"
TITLE = Text("座次方案比选表", "Seating plans compared")
SUMMARY = Text(
    "座次方案比选表（决策预案）：几个方案并列，各有何取舍，留领导批示处；"
    "由 seating alternatives --print 打印。",
    "Plans side by side with what each gives up and room for the decision; printed by "
    "seating alternatives --print.",
)
_MARGIN = 14.0
_UPRIGHT = 4  # so many plans fit beside each other on A4 that stands


def wanted(book: Book) -> bool:
    """Whether there are plans to choose from."""
    return any(book.alternatives.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one page for every sitting with alternatives."""
    language = job.language
    for name, found in book.alternatives.items():
        file = file_name(TITLE.to(language), name)
        if not found or (job.only and file not in job.only):
            continue
        sitting = book.sittings[name]
        press = open_press(book, job, TITLE, furniture=furniture_of(book, language))
        view = viewpoint(sitting.layout, sitting.layout.views[0]).to(language)
        sheet = press.page(
            _paper(job.paper, len(found)), margin=_MARGIN, bookmark=TITLE.to(language), note=view
        )
        event = book.event.title.to(language) or book.event.title.zh
        area = head_lines(
            sheet, event, _title(sitting, event, language), _said(found, language), language
        )
        Comparison(
            language=language,
            found=found,
            own=sitting_title(sitting, language),
            names={p: name_of(book.people[p], language) for p in found[0].places},
            order=_order(sitting.order, found),
        ).draw(sheet, area)
        yield press.finish(file)


def _paper(name: str, plans: int) -> Paper:
    if plans <= _UPRIGHT:
        return paper_of(name or "A4").portrait()
    return paper_of(name or "A3").landscape()


def _title(sitting: BookSitting, event: str, language: Language) -> str:
    title, own = TITLE.to(language), sitting_title(sitting, language)
    if not own or own == event:
        return title
    return joined(own, title) if language == "zh" else f"{own}: {title}"


def _said(found: Sequence[Alternative], language: Language) -> str:
    people = len(found[0].places)
    return Text(
        f"共{len(found)}个方案，{people}人；各方案都满足全部“必须”规则，并经独立核验",
        f"{len(found)} plan{'s' * (len(found) > 1)}, {people} people; each keeps all must rules "
        "and was verified independently",
    ).to(language)


def _order(order: Sequence[str], found: Sequence[Alternative]) -> list[str]:
    """People who sit elsewhere in some plan, the first of every plan before the second of any.

    Where a convention alone moves them they come last: it mostly moves everybody.
    """
    turn: dict[str, tuple[bool, int]] = {}
    for one in found[1:]:
        for at, person in enumerate(one.elsewhere):
            mine = (one.option is not None, at)
            turn[person] = min(turn.get(person, mine), mine)
    return sorted((p for p in order if p in turn), key=turn.__getitem__)
