"""Runs the commands shown in the documentation and compares, or refreshes, their output.

    python docs/make_transcripts.py            run every page and write the real output into it
    python docs/make_transcripts.py --check    say which pages are out of date; exit code 1
    python docs/make_transcripts.py README.md  only the pages named

A comment above a block says what the block is; each page runs in a folder of its own that holds
a copy of ``samples/``, from top to bottom:

    <!-- run: seating preview rostrum 8 -->     the block shows the command and its output
    <!-- run exit=2: seating check x -->        another exit code than 0
    <!-- file: meeting/event.toml -->           the block is written to this file
    <!-- append: meeting/event.toml -->         the block is added to this file
    <!-- sub: meeting/event.toml a => b -->     a is replaced by b in this file; no block follows
    <!-- sheet: meeting/roster.xlsx 人员 -->     the table becomes a workbook with this sheet
    <!-- sheet: meeting/roster.xlsx +单位 -->    the table becomes one more sheet of it
    <!-- python -->                             the block is run; nothing is compared

A line ``…`` in a transcript stands for any number of lines.  English pages run with
``SEATING_LANG=en``, Chinese ones with ``SEATING_LANG=zh``.
"""

from __future__ import annotations

import contextlib
import dataclasses
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

MARK = re.compile(
    r"<!-- (?P<what>run|file|append|sub|sheet|python)"
    r"(?: exit=(?P<code>\d+))?(?:: (?P<rest>.*?))? -->"
)
GAP = "…"


@dataclass(frozen=True)
class Block:
    """A marked block of a page: what it is, and the lines between its fences."""

    what: str
    rest: str
    code: int
    first: int
    last: int


def marked(lines: Sequence[str], page: Path) -> Iterator[Block]:
    """Yield the marked blocks of a page in their order."""
    for number, line in enumerate(lines):
        mark = MARK.fullmatch(line.strip())
        if mark is None:
            continue
        if mark["what"] == "sub":
            yield Block("sub", mark["rest"], 0, number, number)
            continue
        first = next(n for n in range(number + 1, len(lines)) if lines[n].strip())
        if mark["what"] == "sheet":
            last = first
            while last < len(lines) and lines[last].strip().startswith("|"):
                last += 1
        else:
            if not lines[first].lstrip().startswith("```"):
                raise SystemExit(f"{page}:{number + 1}: no block follows the comment")
            first += 1
            last = next(n for n in range(first, len(lines)) if lines[n].strip() == "```")
        yield Block(mark["what"], mark["rest"] or "", int(mark["code"] or 0), first, last)


def chinese(page: Path) -> bool:
    """Whether a page is written in Chinese."""
    return page.name.endswith(".zh.md") or page.parent.name == "zh"


def run(command: str, page: Path) -> tuple[str, int]:
    """Run ``seating …`` in this process; return what it printed and its exit code."""
    import click

    from seating import planner
    from seating.cli.main import main

    words = shlex.split(command)
    if words[0] != "seating":
        raise SystemExit(f"{page}: only seating can be run, not {words[0]}")
    said, code = io.StringIO(), 0
    environment = {"COLUMNS": "88", "SEATING_LANG": "zh" if chinese(page) else "en"}
    with (
        mock.patch.dict(os.environ, environment),
        mock.patch.object(click.Context, "formatter_class", click.HelpFormatter),
        mock.patch.object(planner, "plan", remembered(planner.plan)),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        try:
            main(words[1:])
        except SystemExit as stop:
            code = int(stop.code or 0)
    return said.getvalue(), code


_PLANS: dict[str, Any] = {}


def remembered(plan: Callable[..., Any]) -> Callable[..., Any]:
    """Plan each event once: the pages of both languages show the same large sample."""

    def once(programme: Any, *rest: Any) -> Any:
        key = programme.event.digest
        if key not in _PLANS:
            _PLANS[key] = plan(programme, *rest)
        return dataclasses.replace(_PLANS[key], programme=programme)

    return once


def cells(lines: Sequence[str]) -> list[list[str]]:
    """Return the rows of a Markdown table."""
    rows = [[c.strip() for c in line.strip().strip("|").split("|")] for line in lines]
    return [row for row in rows if not all(re.fullmatch(":?-+:?", c) for c in row)]


def write_sheet(place: str, rows: Sequence[Sequence[str]]) -> None:
    """Write rows as a workbook of one sheet, or with ``+name`` as one more sheet of it."""
    from openpyxl import Workbook, load_workbook

    file, name = place.split(maxsplit=1)
    book = load_workbook(file) if name.startswith("+") else Workbook()
    sheet = book.create_sheet(name.lstrip("+"))
    if not name.startswith("+"):
        book.remove(book.worksheets[0])
    for row in rows:
        sheet.append([int(c) if c.isdigit() else c or None for c in row])
    book.save(file)


def substitute(rest: str) -> None:
    """Edit a file as the page tells the reader to."""
    file, _, change = rest.partition(" ")
    old, _, new = change.partition(" => ")
    text = Path(file).read_text(encoding="utf-8")
    if old not in text:
        raise SystemExit(f"{file}: {old} is not there")
    Path(file).write_text(text.replace(old, new), encoding="utf-8")


def shown(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return new output shortened where the page shortens the old one."""
    if GAP not in old:
        return list(new)
    at = list(old).index(GAP)
    tail = len(old) - at - 1
    return [*new[:at], GAP, *(new[len(new) - tail :] if tail else [])]


def play(page: Path, text: str) -> tuple[str, list[str]]:
    """Run a page in the current folder; return it with the real output, and what is wrong."""
    lines = text.splitlines()
    wrong: list[str] = []
    changes: list[tuple[Block, list[str]]] = []
    for block in marked(lines, page):
        body = lines[block.first : block.last]
        if block.what == "run":
            said, code = run(block.rest, page)
            if code != block.code:
                wrong.append(f"{page}: {block.rest}: exit code {code}, not {block.code}\n{said}")
            real = [line.rstrip() for line in said.rstrip().splitlines()]
            changes.append((block, [f"$ {block.rest}", *shown(body[1:], real)]))
        elif block.what == "sheet":
            write_sheet(block.rest, cells(body))
        elif block.what == "sub":
            substitute(block.rest)
        elif block.what == "python":
            exec(compile("\n".join(body), str(page), "exec"), {"__name__": "example"})
        else:
            Path(block.rest).parent.mkdir(parents=True, exist_ok=True)
            mode = "a" if block.what == "append" else "w"
            with Path(block.rest).open(mode, encoding="utf-8") as file:
                file.write(("\n" if mode == "a" else "") + "\n".join(body) + "\n")
    for block, real in reversed(changes):
        lines[block.first : block.last] = real
    return "\n".join(lines) + "\n", wrong


@contextlib.contextmanager
def sandbox() -> Iterator[Path]:
    """A folder of its own with a copy of the samples, as the current folder."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="seating-docs-") as name:
        skipped = shutil.ignore_patterns("out", "plan.json", "__pycache__")
        shutil.copytree(ROOT / "samples", Path(name) / "samples", ignore=skipped)
        os.chdir(name)
        try:
            yield Path(name)
        finally:
            os.chdir(here)


def pages() -> list[Path]:
    """Return every page that shows a transcript."""
    every = [*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")]
    return sorted(p for p in every if MARK.search(p.read_text(encoding="utf-8")))


def refreshed(page: Path) -> tuple[str, list[str]]:
    """Return a page with the output that its commands really give, and what is wrong."""
    with sandbox():
        return play(page, page.read_text(encoding="utf-8"))


def main(words: Sequence[str]) -> int:
    """Refresh or check pages."""
    chosen = [Path(w).resolve() for w in words if not w.startswith("-")] or pages()
    failed = False
    for page in chosen:
        text, wrong = refreshed(page)
        for sentence in wrong:
            print(sentence)
        stale = text != page.read_text(encoding="utf-8")
        if stale:
            print(page.relative_to(ROOT))
            if "--check" not in words:
                page.write_text(text, encoding="utf-8", newline="\n")
        failed = failed or bool(wrong) or (stale and "--check" in words)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
