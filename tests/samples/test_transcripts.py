"""What a sample's page shows is what the program says.

Each page is run from top to bottom in a folder with a copy of the sample:

    <!-- run exit=1: seating run x -->   the block below is the output; a line … is any lines
    <!-- sub: file a => b -->            a is replaced by b in this file
    <!-- copy: file => file -->          a file is copied

``python -m tests.samples.test_transcripts`` writes the real output into every block without …
"""

from __future__ import annotations

import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.inside import run_inside

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
MARK = re.compile(r"<!-- (run|sub|copy)(?: exit=(\d+))?: (.*?) -->")
PAGES = sorted(
    p.parent.name for p in SAMPLES.glob("*/README.md") if MARK.search(p.read_text(encoding="utf-8"))
)
GAP = "…"


def outputs(page: str, folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Run a page; yield each command with the lines shown and the lines it wrote."""
    lines = page.splitlines()
    for number, line in enumerate(lines):
        mark = MARK.fullmatch(line)
        if mark is None:
            continue
        what, code, rest = mark.groups()
        if what == "copy":
            source, target = rest.split(" => ")
            shutil.copyfile(folder / source, folder / target)
        elif what == "sub":
            name, change = rest.split(" ", 1)
            old, new = (part.replace("\\n", "\n") for part in change.split(" => "))
            text = (folder / name).read_text(encoding="utf-8")
            assert text.count(old) == 1, old
            (folder / name).write_text(text.replace(old, new), encoding="utf-8")
        else:
            first = number + 2
            last = next(n for n in range(first, len(lines)) if lines[n] == "```")
            yield rest, lines[first:last], said(rest, int(code or 0), folder)


def said(command: str, code: int, folder: Path) -> list[str]:
    done = run_inside(shlex.split(command)[1:], folder)
    assert done.returncode == code, done.stderr
    return (done.stdout + done.stderr).rstrip().splitlines()


def agree(shown: list[str], real: list[str]) -> bool:
    pattern = "\n".join(
        r"(?:.*\n)*.*" if line == GAP else re.escape(line.rstrip()) for line in shown
    )
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in real)) is not None


def test_there_are_pages() -> None:
    assert {"impossible", "late-change"} <= set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_page_shows_what_the_program_says(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "samples" / name
    shutil.copytree(SAMPLES / name, folder, ignore=shutil.ignore_patterns("out", "plan.json"))
    page = (SAMPLES / name / "README.md").read_text(encoding="utf-8")
    for command, shown, real in outputs(page, tmp_path):
        assert agree(shown, real), f"{command}\n" + "\n".join(real)


def refresh(name: str) -> None:
    """Write what the program says into a page; blocks with a gap stay as they are."""
    path = SAMPLES / name / "README.md"
    page = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "samples" / name
        shutil.copytree(SAMPLES / name, folder, ignore=shutil.ignore_patterns("out", "plan.json"))
        for command, shown, real in list(outputs(page, Path(scratch))):
            head = f": {command} -->\n```\n"
            old = head + "".join(f"{line}\n" for line in shown) + "```"
            if GAP not in shown:
                page = page.replace(old, head + "\n".join(map(str.rstrip, real)) + "\n```")
    path.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    for each in PAGES:
        refresh(each)
