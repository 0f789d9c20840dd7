"""Every sample is a complete event folder, and says what it shows."""

from pathlib import Path

import pytest

from seating.facts.event import Event
from seating.reading.event import read_event

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FOLDERS = sorted(p for p in SAMPLES.iterdir() if (p / "event.toml").is_file())


def test_every_folder_is_an_event() -> None:
    assert [p for p in sorted(SAMPLES.iterdir()) if p.is_dir()] == FOLDERS
    assert {"rostrum-8", "office-conference"} <= {p.name for p in FOLDERS}


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda p: p.name)
def folder(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="module")
def event(folder: Path) -> Event:
    return read_event(folder)


def test_there_is_one_roster(folder: Path) -> None:
    assert (folder / "roster.csv").is_file() != (folder / "roster.xlsx").is_file()


def test_readme_tells_the_story_in_both_languages(folder: Path) -> None:
    words = (folder / "README.md").read_text(encoding="utf-8")
    chinese, heading, english = words.partition("\n## In English\n")
    assert chinese.startswith(f"# {folder.name}：")
    assert f"seating run samples/{folder.name}" in chinese
    assert heading
    assert len(english) > 200
    assert "虚构" in chinese
    assert "invented" in english


def test_documents_work_in_english(event: Event) -> None:
    named = (event.title, event.organiser, event.place, *(s.title for s in event.sittings))
    assert [t.zh for t in named if not t.en.isascii()] == []
    assert [p.name for p in event.people if not (p.name_en and p.title_en)] == []


def test_names_have_no_stray_space(event: Event) -> None:
    assert [p.name for p in event.people if p.name != "".join(p.name.split())] == []
