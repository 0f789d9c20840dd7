"""Every sample is a complete event folder, and says what it shows."""

import csv
import tomllib
from pathlib import Path

import openpyxl
import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FOLDERS = sorted(p for p in SAMPLES.iterdir() if p.is_dir())


def people(folder: Path) -> list[dict[str, str]]:
    """Read a roster as the reader of the project does not: plain cells, no checks."""
    if (folder / "roster.csv").exists():
        with (folder / "roster.csv").open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
    book = openpyxl.load_workbook(folder / "roster.xlsx", read_only=True)
    heads, *rows = book.worksheets[0].iter_rows(values_only=True)
    book.close()
    return [
        {str(h): "" if cell is None else str(cell) for h, cell in zip(heads, row, strict=True)}
        for row in rows
    ]


def test_samples_exist() -> None:
    assert {"rostrum-8", "office-conference"} <= {p.name for p in FOLDERS}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
class TestFolder:
    def test_is_complete(self, folder: Path) -> None:
        assert (folder / "event.toml").is_file()
        assert (folder / "roster.csv").is_file() != (folder / "roster.xlsx").is_file()

    def test_readme_tells_the_story_in_both_languages(self, folder: Path) -> None:
        words = (folder / "README.md").read_text(encoding="utf-8")
        chinese, heading, english = words.partition("\n## In English\n")
        assert chinese.startswith(f"# {folder.name}：")
        assert f"seating run samples/{folder.name}" in chinese
        assert heading
        assert len(english) > 200
        assert "虚构" in chinese
        assert "invented" in english

    def test_documents_work_in_english(self, folder: Path) -> None:
        event = tomllib.loads((folder / "event.toml").read_text(encoding="utf-8"))
        assert all(event["event"].get(f"{key}_en") for key in ("title", "organiser", "place"))
        assert all(sitting.get("title_en") for sitting in event["sitting"])
        assert all(p["英文名"] and p["英文职务"] for p in people(folder))

    def test_ids_are_unique(self, folder: Path) -> None:
        ids = [p["编号"] for p in people(folder)]
        assert len(set(ids)) == len(ids)

    def test_names_have_no_stray_space(self, folder: Path) -> None:
        assert all(p["姓名"] == "".join(p["姓名"].split()) != "" for p in people(folder))
