from __future__ import annotations

import os
from pathlib import Path

import pytest

from seating.facts.fault import BadInputError
from seating.reading import files
from seating.reading.files import write_bytes, write_many


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if not p.is_dir()}


def test_write(tmp_path):
    write_bytes(tmp_path / "a" / "b" / "c.txt", b"1")
    write_bytes(tmp_path / "a" / "b" / "c.txt", b"2")
    write_many({tmp_path / "a" / "d": b"3", tmp_path / "e": b"4"})
    assert tree(tmp_path) == {"a/b/c.txt": b"2", "a/d": b"3", "e": b"4"}


def test_mode_of_the_old_file_is_kept(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"1")
    path.chmod(0o640)
    write_bytes(path, b"2")
    assert path.stat().st_mode & 0o777 == 0o640
    write_bytes(tmp_path / "y", b"2")
    umask = os.umask(0)
    os.umask(umask)
    assert (tmp_path / "y").stat().st_mode & 0o777 == 0o666 & ~umask


def test_a_link_is_followed(tmp_path):
    (tmp_path / "real").write_bytes(b"1")
    (tmp_path / "link").symlink_to("real")
    write_bytes(tmp_path / "link", b"2")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"2"


def test_nothing_changes_when_one_target_is_a_folder(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "z").mkdir()
    before = tree(tmp_path)
    with pytest.raises(BadInputError, match="cannot be written"):
        write_many({tmp_path / "a": b"new", tmp_path / "n" / "m": b"x", tmp_path / "z": b"new"})
    assert tree(tmp_path) == before
    assert not (tmp_path / "n").exists()


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("failing", range(1, 4))
def test_nothing_changes_when_a_renaming_fails(tmp_path, monkeypatch, failing, links):
    for name in "ac":
        (tmp_path / name).write_bytes(b"old " + name.encode())
    before = tree(tmp_path)
    real, calls = os.replace, []

    def replace(source, target):
        calls.append(target)
        if len(calls) == failing:
            raise PermissionError(13, "in use")
        real(source, target)

    def no_link(*_):
        raise OSError("no links here")

    monkeypatch.setattr(files.os, "replace", replace)
    if not links:
        monkeypatch.setattr(files.os, "link", no_link)
    with pytest.raises(BadInputError) as caught:
        write_many({tmp_path / name: b"new" for name in "abc"})
    assert "没有权限" in caught.value.faults[0].message.zh
    assert caught.value.faults[0].where.file == str(tmp_path / "abc"[failing - 1])
    assert tree(tmp_path) == before


def test_a_file_in_the_place_of_a_folder(tmp_path):
    (tmp_path / "out").write_bytes(b"x")
    with pytest.raises(BadInputError) as caught:
        write_bytes(tmp_path / "out" / "a.pdf", b"y")
    assert "不是文件夹" in caught.value.faults[0].message.zh
    assert tree(tmp_path) == {"out": b"x"}


def test_long_names(tmp_path):
    name = "会" * 83 + ".pdf"
    write_bytes(tmp_path / name, b"x")
    assert list(tree(tmp_path)) == [name]
    with pytest.raises(BadInputError):
        write_bytes(tmp_path / ("会" * 90), b"x")
    assert list(tree(tmp_path)) == [name]


def test_one_file_twice(tmp_path):
    with pytest.raises(ValueError, match="same file"):
        write_many({tmp_path / "a": b"", tmp_path / "b" / ".." / "a": b""})
