"""What ``seating export`` makes, format by format; nothing is written here (导出的文件)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from seating.facts.book import Book, Printed, PrintJob
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.text import Language, Text
from seating.facts.venue import View
from seating.scene.build import Programme

FORMATS = ("xlsx", "docx", "ics", "svg", "png")
CHARTS = ("rostrum_chart", "hall_chart", "form_chart")
"""Documents drawn as pictures unless others are asked for."""

_NOBODY = Text("没有人有座位。", "nobody has a seat.")
WITHOUT: Mapping[str, Text] = {
    "xlsx": Text("名册是空的。", "the roster is empty."),
    "docx": _NOBODY,
    "ics": Text("[event] 里没有写 start。", "[event] does not say when it starts."),
    "svg": _NOBODY,
    "png": Text("没有要画的文书。", "there is no document to draw."),
}
"""Why a format came to nothing."""


def views_of(programme: Programme, view: View | None) -> dict[str, tuple[View, Text]]:
    """Return for every sitting from where it is drawn, and what that is called."""
    found: dict[str, tuple[View, Text]] = {}
    for prepared in programme.sittings:
        views = prepared.scene.layout.views
        chosen = view if view in views and view else views[0]
        found[prepared.sitting.id] = (chosen, prepared.form.VIEW_TITLES[chosen])
    return found


def make(
    kind: str,
    book: Book,
    job: PrintJob,
    views: Mapping[str, tuple[View, Text]],
    names: Sequence[str],
    dpi: int,
) -> list[Printed]:
    """Return the files of one format.

    Raises:
        BadInputError: a picture would be too large.
    """
    language = job.language
    if kind == "xlsx":
        from seating.exports.xlsx import Seen, export

        seen = {key: Seen(*view) for key, view in views.items()}
        charts = [export(book, seen, language)] if book.people and not _only_rooms(book) else []
        return [*charts, *_bookings(book, language)]
    if kind == "docx":
        from seating.documents.notices.word import docx_files
        from seating.exports.docx_lists import export as lists

        return [*docx_files(book, language), *lists(book, language)]
    if kind == "ics":
        from seating.exports.schedule import export as schedule

        made = None if _only_rooms(book) else schedule(book, language)
        return [*([made] if made is not None else []), *_calendars(book, language)]
    if kind == "svg":
        return _drawings(book, views, language)
    return _pictures(book, job, names, dpi)


def _only_rooms(book: Book) -> bool:
    """Whether the event books meetings and seats nobody."""
    return book.booking is not None and not book.sittings


def _bookings(book: Book, language: Language) -> list[Printed]:
    from seating.exports.booking_xlsx import export

    made = export(book, language) if book.booking is not None else None
    return [made] if made is not None else []


def _calendars(book: Book, language: Language) -> list[Printed]:
    """Return the calendars of rooms and leaders."""
    if book.booking is None:
        return []
    from seating.documents.leader_schedule import people_of
    from seating.exports.booking_ics import calendars

    return calendars(book, language, people_of(book))


def _drawings(
    book: Book, views: Mapping[str, tuple[View, Text]], language: Language
) -> list[Printed]:
    from seating.exports.people import name_of
    from seating.exports.svg import draw

    found = []
    for key, sitting in book.sittings.items():
        view, words = views[key]
        glue = "、" if language == "zh" else ", "
        texts = {
            place: glue.join(name_of(book.people[i], language) for i in who if i in book.people)
            for place, who in sitting.plan.placing.occupants.items()
        }
        title = sitting.sitting.title.to(language) or sitting.sitting.title.zh
        event = book.event.title.to(language) or book.event.title.zh
        seen = ("图示视角：" if language == "zh" else "Viewpoint: ") + words.to(language)
        version = book.plan.version
        caption = (f"第{version}版" if language == "zh" else f"version {version}",)
        data = draw(
            sitting.layout,
            texts,
            view,
            title=f"{event}　{title}" if language == "zh" else f"{event}: {title}",
            caption=(seen, *caption),
            language=language,
        )
        name = f"座次图_{key}.svg" if language == "zh" else f"chart_{key}.svg"
        found.append(Printed(name=name, data=data))
    return found


def _pictures(book: Book, job: PrintJob, names: Sequence[str], dpi: int) -> list[Printed]:
    from seating import planner
    from seating.documents.registry import wanted_documents
    from seating.exports.png import pages

    if not names:
        names = [name for name in wanted_documents(book) if name in CHARTS]
    found = []
    for printed in planner.draw(book, job, names) if names else []:
        stem = printed.name.removesuffix(".pdf")
        try:
            made = list(pages(printed.data, dpi))
        except ValueError as error:
            raise BadInputError([_too_large(printed.name, dpi, str(error))]) from None
        for number, data in enumerate(made, start=1):
            end = f"-{number}" if len(made) > 1 else ""
            found.append(Printed(name=f"{stem}{end}.png", data=data, findings=printed.findings))
    return found


def _too_large(name: str, dpi: int, pixels: str) -> Fault:
    return Fault(
        where=Where(file=name),
        message=Text(
            f"按每英寸{dpi}点太大：{pixels}。", f"is too large at {dpi} dots to an inch: {pixels}."
        ),
        advice=Text("请改小 --dpi 或纸张。", "Lower --dpi or take smaller paper."),
    )


def folder_for(out: Path, language: Language, several: bool) -> Path:
    """Return where files of a language go; beside the Chinese ones, English has a folder."""
    return out / "en" if language == "en" and several else out
