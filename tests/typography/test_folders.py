"""Fonts from folders that are not the event's (--font-dir)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from seating.typography.faces import resolve

Make = Callable[..., Path]


def test_a_folder_given_comes_before_the_events_own(make_font: Make, tmp_path: Path) -> None:
    make_font("office/仿宋.ttf", "张李", "Office Fang")
    make_font("event/fonts/仿宋.ttf", "张李", "Event Fang")
    make_font("event/fonts/kai.ttf", "张李", "Event Kai")
    book = resolve({}, base=tmp_path / "event", folders=[tmp_path / "office"])
    assert book.face("fang").family == "Office Fang"
    assert book.face("kai").family == "Event Kai"
    assert book.notices == ()


def test_known_families_are_found_whatever_the_file_is_called(
    make_font: Make, tmp_path: Path
) -> None:
    make_font("office/a1.ttf", "红头", "FZXiaoBiaoSong-B05", names_zh=["方正小标宋简体"])
    book = resolve({}, base=None, folders=[tmp_path / "office"])
    assert [face.family for face, _ in book.runs("红头", "title_song")] == ["FZXiaoBiaoSong-B05"]
    named = resolve({"黑体": "a1.ttf"}, base=None, folders=[tmp_path / "office"])
    assert named.face("hei").path == tmp_path / "office" / "a1.ttf"


def test_a_folder_without_fonts_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    book = resolve({}, base=None, folders=[tmp_path / "empty"])
    (notice,) = book.notices
    assert "empty" in notice.sentence.zh
    assert ".ttf" in notice.sentence.en
