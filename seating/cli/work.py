"""Steps that ``run``, ``plan`` and ``print`` share (公用步骤)."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seating.cli.errors import print_faults
from seating.cli.present import report_data, report_lines
from seating.cli.speech import Say, number
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.text import Language

if TYPE_CHECKING:
    from seating.cli.options import PrintWish
    from seating.planner import Replan, Report
    from seating.scene.build import Programme
    from seating.solving.run import Progress, Watch


def make_plan(event: Path, say: Say, form: str, effort: float, progress: bool | None) -> Report:
    """Read, plan, verify and report one event; nothing is written."""
    from seating import planner
    from seating.solving.run import Limits

    programme = planner.prepare(event)
    if form == "text":
        print_faults(programme.doubts, say, form)
    with progress_watch(say, progress) as watch:
        report = planner.plan(programme, Limits(work=effort), watch)
    if form == "json":
        click.echo(json.dumps(report_data(report, say), ensure_ascii=False, indent=1))
    else:
        for text in report_lines(report, say):
            click.echo(text)
    return report


@contextmanager
def progress_watch(say: Say, progress: bool | None) -> Iterator[Watch]:
    """Show progress on stderr while a search runs (default: on a terminal).

    The first Ctrl-C ends the search and keeps the best plan so far; the second ends the
    program.
    """
    from seating.solving.run import Watch

    show = sys.stderr.isatty() if progress is None else progress
    line = _Line(say)
    watch = Watch(report=line.show if show else None)

    def stop(number: int, frame: object) -> None:
        if watch.stopped:
            raise KeyboardInterrupt
        watch.stopped = True

    earlier = signal.signal(signal.SIGINT, stop)
    try:
        yield watch
    finally:
        signal.signal(signal.SIGINT, earlier)
        line.clear()


class _Line:
    """One line on stderr that shows how the search is going."""

    def __init__(self, say: Say) -> None:
        self.say, self.used = say, False

    def show(self, progress: Progress) -> None:
        what = (
            self.say("会议室统筹", "booking") if progress.sitting == "booking" else progress.sitting
        )
        value = "–" if progress.value is None else str(progress.value)
        bound = "–" if progress.bound is None else str(progress.bound)
        text = self.say(
            f"{what} · {progress.stage}　现值 {value}　下界 {bound}　"
            f"{progress.seconds:.0f} 秒（Ctrl-C 保留目前最好的方案）",
            f"{what} · {progress.stage}  value {value}  bound {bound}  "
            f"{progress.seconds:.0f} s (Ctrl-C keeps the best plan so far)",
        )
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{text}", nl=False, err=True)
            self.used = True
        else:
            click.echo(text, err=True)

    def clear(self) -> None:
        if self.used:
            click.echo("\r\x1b[K", nl=False, err=True)


def write_plan(event: Path, report: Report) -> Path:
    """Write ``plan.json`` into the event folder and return its path."""
    from seating.reading.planfile import write_plan as write

    path = folder_of(event) / "plan.json"
    write(path, report.plan)
    return path


def folder_of(event: Path) -> Path:
    """Return the event folder, whether it or its event.toml was named."""
    return event if event.is_dir() else event.parent


def print_jobs(wish: PrintWish, book: Book) -> tuple[PrintJob, ...]:
    """Return a job for each language to print in; without a wish that of the event."""
    languages: tuple[Language, ...] = ("en",) if wish.language == "en" else ("zh",)
    if wish.language is None:
        languages = (book.event.language,)
    if wish.language == "both":
        languages = ("zh", "en")
    fonts = tuple(map(str, wish.font_dirs))
    return tuple(
        PrintJob(language=one, paper=wish.paper, mono=wish.mono, font_dirs=fonts)
        for one in languages
    )


def print_book(
    book: Book,
    folder: Path,
    say: Say,
    wish: PrintWish,
    *,
    more: Mapping[Path, bytes] | None = None,
    remember: bool = True,
) -> list[tuple[Path, Printed]]:
    """Draw documents and write them all, or none; return what was written where.

    ``more`` is written together with them; ``remember`` keeps the pages' fingerprints, by which
    a later change knows what was handed out.
    """
    from seating import planner
    from seating.reading.files import write_many

    jobs = print_jobs(wish, book)
    written: dict[Path, Printed] = {}
    for job in jobs:
        target = folder / "en" if job.language == "en" and len(jobs) > 1 else folder
        for printed in planner.draw(book, job, wish.names):
            written[target / printed.name] = printed
    files = {path: printed.data for path, printed in written.items()}
    if remember:
        files[folder / PRINTS] = dump_prints(read_prints(folder), list(written.values()))
    write_many({**files, **(more or {})})
    return sorted(written.items(), key=lambda item: str(item[0]))


def say_printed(written: Sequence[tuple[Path, Printed]], say: Say) -> None:
    """Name the files written and pass on what the documents found."""
    if not written:
        click.echo(say("没有可打印的文书。", "There is nothing to print."))
        return
    click.echo(say(f"写出{len(written)}个文件：", f"{number(len(written), 'file')} written:"))
    for path, printed in written:
        pages = say(f"{printed.pages}页", f"{printed.pages} p.") if printed.pages else ""
        click.echo(f"  {path}  {pages}".rstrip())
    for finding in dict.fromkeys(f for _, printed in written for f in printed.findings):
        click.echo(f"  ! {finding}", err=True)


def write_changed(
    event: Path, programme: Programme, made: Replan, say: Say, *, quiet: bool
) -> None:
    """Write the new plan, and print again only what changed.

    A document whose pages all carry the fingerprints of the last printing is left alone.  The
    pages that do differ also go into a folder of their own, for replacing them in what was
    handed out, with slips for the people affected.
    """
    from seating import planner
    from seating.reading.files import write_many
    from seating.reading.planfile import dump_plan

    plan = made.report.plan
    book = planner.book(programme, plan, changes=made.changes, rebooked=made.rebooked)
    folder = folder_of(event) / "out"
    known = read_prints(folder)
    language = book.event.language
    pages = planner.draw(book, PrintJob(language=language, known=known))
    changed = {p.name: p for p in pages if _differs(p, known, folder)}
    again = frozenset(name for name in changed if known.get(name))
    if again:
        job = PrintJob(language=language, only=again)
        changed |= {p.name: p for p in planner.draw(book, job)}
    apart = folder / say(f"第{plan.version}版更换页", f"version-{plan.version}-pages")
    written = {folder / name: p for name, p in changed.items()}
    written |= {apart / p.name: p for p in pages if p.data and known.get(p.name)}
    files = {path: p.data for path, p in written.items()}
    files[folder_of(event) / "plan.json"] = dump_plan(plan)
    files[folder / PRINTS] = dump_prints(known, pages)
    write_many(files)
    if quiet:
        return
    kept = len(pages) - len(changed)
    if kept:
        click.echo(say(f"{kept}份文书内容未变，不重印。", f"{number(kept, 'document')} unchanged."))
    if written:
        say_printed(sorted(written.items(), key=lambda item: str(item[0])), say)


def _differs(printed: Printed, known: Mapping[str, frozenset[str]], folder: Path) -> bool:
    """Whether a file is no longer as it was printed last; one without pages is compared whole."""
    if printed.prints:
        return frozenset(printed.prints) != known.get(printed.name, frozenset())
    path = folder / printed.name
    return not path.exists() or path.read_bytes() != printed.data


PRINTS = "printed.json"


def read_prints(folder: Path) -> dict[str, frozenset[str]]:
    """Read the fingerprints of the pages printed last, by file name; empty if there are none."""
    try:
        data = json.loads((folder / PRINTS).read_text(encoding="utf-8"))
        return {str(name): frozenset(map(str, marks)) for name, marks in data.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def dump_prints(known: Mapping[str, frozenset[str]], fresh: Sequence[Printed]) -> bytes:
    """Return the fingerprints as they are kept beside the documents."""
    marks = {name: sorted(prints) for name, prints in known.items()}
    marks |= {p.name: sorted(set(p.prints)) for p in fresh if p.prints}
    return (json.dumps(marks, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
