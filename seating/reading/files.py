"""Read files with plain words if that fails; write them whole or not at all (文件读写)."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.text import Text

_REASONS = {
    errno.EACCES: Text("没有权限，或正在别的程序中打开", "no permission, or open elsewhere"),
    errno.EPERM: Text("没有权限", "no permission"),
    errno.EROFS: Text("磁盘只读", "the disk is read-only"),
    errno.ENOSPC: Text("磁盘已满", "the disk is full"),
    errno.EEXIST: Text("同名的是文件，不是文件夹", "a file has the name of the folder"),
    errno.ENOTDIR: Text("路径中有一段是文件，不是文件夹", "part of the path is a file"),
    errno.EISDIR: Text("同名的是文件夹", "a folder has this name"),
    errno.ENAMETOOLONG: Text("文件名太长", "the name is too long"),
    errno.EBUSY: Text("正被别的程序占用", "another program uses it"),
}


def reason(error: BaseException) -> Text:
    """Say in a few words why the system refused."""
    said = getattr(error, "strerror", None) or type(error).__name__
    return _REASONS.get(getattr(error, "errno", None) or 0, Text(said, said))


def read_bytes(path: Path, where: Where, largest: int) -> tuple[bytes | None, list[Fault]]:
    """Read a file of at most ``largest`` bytes, or say why it cannot be read."""
    try:
        if path.stat().st_size <= largest:
            return path.read_bytes(), []
        message = Text("文件太大。", "the file is too large.")
    except FileNotFoundError:
        message = Text("找不到这个文件。", "the file does not exist.")
    except (OSError, ValueError) as error:
        why = reason(error)
        message = Text(f"文件打不开（{why.zh}）。", f"the file cannot be opened ({why.en}).")
    return None, [Fault(where=where, message=message)]


def write_bytes(path: Path, data: bytes) -> None:
    """Write one file; readers see the old content or the new, never a part.

    Raises:
        BadInputError: the file cannot be written; it is unchanged.
    """
    write_many({path: data})


def write_many(contents: Mapping[Path, bytes]) -> None:
    """Write several files; on failure every file is as it was before.

    All data goes into temporary files beside their targets first; these are renamed only when
    all have been written.  Missing folders are made.

    Raises:
        BadInputError: a file cannot be written; nothing has changed.
        ValueError: two paths name the same file.
    """
    targets = {path.resolve(): data for path, data in contents.items()}
    if len(targets) != len(contents):
        raise ValueError("two paths name the same file")
    with contextlib.ExitStack() as undo:
        ready = [(_stage(target, data, undo), target) for target, data in targets.items()]
        for staged, target in ready:
            _swap(staged, target, undo)
        undo.pop_all()
    for staged, _ in ready:
        _backup_name(staged).unlink(missing_ok=True)


def _stage(target: Path, data: bytes, undo: contextlib.ExitStack) -> Path:
    """Put the data into a temporary file beside the target."""
    with _explained(target):
        if target.is_dir():
            raise IsADirectoryError(target)
        _make_folder(target.parent, undo)
        staged = target.parent / f".seating-{secrets.token_hex(6)}.tmp"
        undo.callback(staged.unlink, missing_ok=True)
        with staged.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, staged)
    return staged


def _swap(staged: Path, target: Path, undo: contextlib.ExitStack) -> None:
    """Rename the temporary file to its target, so that it can be undone."""
    with _explained(target):
        backup = _backup_name(staged)
        if target.exists():
            undo.callback(backup.unlink, missing_ok=True)
            _keep(target, backup)
            os.replace(staged, target)
            undo.callback(os.replace, backup, target)
        else:
            os.replace(staged, target)
            undo.callback(target.unlink)


def _backup_name(staged: Path) -> Path:
    return staged.with_suffix(".bak")


def _keep(target: Path, backup: Path) -> None:
    try:
        os.link(target, backup)
    except (OSError, NotImplementedError):
        shutil.copy2(target, backup)


def _make_folder(folder: Path, undo: contextlib.ExitStack) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent, undo)
    folder.mkdir(exist_ok=True)
    undo.callback(_remove_empty, folder)


def _remove_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


@contextlib.contextmanager
def _explained(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = reason(error)
        fault = Fault(
            where=Where(file=str(target)),
            message=Text(
                f"文件写不进去（{why.zh}），所有文件保持原样。",
                f"the file cannot be written ({why.en}); all files are left as they were.",
            ),
            advice=Text(
                "请检查它是否正在别的程序中打开、磁盘是否已满、有无写入权限。",
                "Check that it is not open elsewhere, that the disk has room and that you may "
                "write there.",
            ),
        )
        raise BadInputError([fault]) from error
