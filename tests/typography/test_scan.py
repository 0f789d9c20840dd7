"""Finding installed fonts by name, whatever lies in the folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seating.typography import pack
from seating.typography.scan import normal_name, scan, system_folders


def test_names_in_every_language(make_font: Callable[..., Path], tmp_path: Path) -> None:
    """Chinese and English names lead to the same file."""
    path = make_font("a.ttf", "张", "FangSong", names_zh=["仿宋"])
    index = scan([tmp_path])
    for name in ("FangSong", "fang song", "仿宋"):
        found = index.find(name)
        assert found is not None
        assert found.path == path
    assert index.find("楷体") is None


def test_collections_and_postscript(
    make_font: Callable[..., Path],
    make_collection: Callable[..., Path],
    build_font: Callable[..., TTFont],
    tmp_path: Path,
) -> None:
    """Each face of a collection has its number; PostScript fonts are found too."""
    make_collection("c.ttc", build_font("张", "One"), build_font("三", "Two"))
    make_font("p.OTF", "张", "Post", postscript=True)
    index = scan([tmp_path])
    second = index.find("Two")
    assert second is not None
    assert second.index == 1
    assert index.find("Post") is not None


def test_nearest_weight_wins(make_font: Callable[..., Path], tmp_path: Path) -> None:
    """Of one family, the wanted weight is taken."""
    make_font("light.ttf", "张", "Fam", weight=300)
    make_font("bold.ttf", "张", "Fam", weight=700)
    index = scan([tmp_path])
    chosen = [index.find("Fam", weight) for weight in (200, 900)]
    assert [file.weight for file in chosen if file] == [300, 700]


def test_broken_files_are_listed(make_font: Callable[..., Path], tmp_path: Path) -> None:
    """Torn, empty, foreign and cut-off files are passed over; good ones still found."""
    good = make_font("good.ttf", "张", "Good")
    data = good.read_bytes()
    (tmp_path / "empty.ttf").write_bytes(b"")
    (tmp_path / "text.otf").write_text("not a font", encoding="ascii")
    (tmp_path / "half.ttf").write_bytes(data[:100])
    (tmp_path / "huge.ttc").write_bytes(b"ttcf\x00\x01\x00\x00\xff\xff\xff\xff")
    (tmp_path / "gone.ttf").symlink_to(tmp_path / "nowhere")
    (tmp_path / "notes.txt").write_bytes(data)
    index = scan([tmp_path, tmp_path / "missing folder"])
    assert [file.path for file in index.files] == [good]
    assert {path.name for path in index.broken} == {
        "empty.ttf",
        "text.otf",
        "half.ttf",
        "huge.ttc",
        "gone.ttf",
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    head=st.sampled_from([b"\x00\x01\x00\x00", b"OTTO", b"ttcf", b""]),
    body=st.binary(max_size=300),
    cut=st.integers(0, 400),
    flip=st.integers(0, 399),
)
def test_nothing_raises(tmp_path: Path, head: bytes, body: bytes, cut: int, flip: int) -> None:
    """Random bytes, and a real font cut and corrupted, never stop a scan."""
    real = bytearray((pack.FOLDER / "SeatingSerif-Regular.ttf").read_bytes()[:4000])
    real[flip] ^= 0xFF
    (tmp_path / "random.ttf").write_bytes(head + body)
    (tmp_path / "real.ttf").write_bytes(real[: 4000 - cut])
    scan([tmp_path])


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_system_folders(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every system has folders, the user's own among them."""
    monkeypatch.setattr("sys.platform", platform)
    assert len(system_folders()) >= 2
    scan()


def test_normal_name() -> None:
    """Width, case, blanks, hyphens and underscores do not matter."""
    assert normal_name("ＦａｎｇSong_GB2312") == normal_name("fangsong gb-2312")
