"""Which files an event folder has (会议文件夹)."""

from __future__ import annotations

from pathlib import Path

from seating.facts.fault import Fault, Where
from seating.facts.text import NOTHING, Text
from seating.reading.toml import Toml, read_toml
from seating.reading.words import did_you_mean, joined, listed

EVENT_FILE = "event.toml"
ROSTERS = ("roster.xlsx", "roster.csv")


def open_event(path: Path) -> tuple[Path, Toml | None, list[Fault]]:
    """Return the folder of an event and its settings; ``path`` is the folder or its TOML file."""
    path = Path(path)
    if path.suffix.lower() == ".toml" and not path.is_dir():
        toml, faults = read_toml(path)
        return path.parent, toml, faults
    where = Where(file=str(path))
    if not path.exists():
        return path, None, [_fault(where, "找不到这个文件夹。", "there is no such folder.")]
    if not path.is_dir():
        return (
            path.parent,
            None,
            [
                _fault(
                    where,
                    "这不是会议文件夹。",
                    "this is no event folder.",
                    Text("请给出含有 event.toml 的文件夹。", "Give a folder that has event.toml."),
                )
            ],
        )
    if not (path / EVENT_FILE).exists():
        others = sorted(p.name for p in path.glob("*.toml"))
        every = listed(others)
        advice = (
            Text(f"这里有{every.zh}，是不是改了名？", f"There is {every.en}; was it renamed?")
            if others
            else Text("可用 seating new 建一个。", "Make one with: seating new.")
        )
        return (
            path,
            None,
            [_fault(where, "文件夹里没有 event.toml。", "the folder has no event.toml.", advice)],
        )
    toml, faults = read_toml(path / EVENT_FILE)
    return path, toml, faults


def find_roster(folder: Path, wanted: str, where: Where) -> tuple[Path | None, list[Fault]]:
    """Return the roster's path: the one named, else ``roster.xlsx``, else ``roster.csv``.

    A roster outside the event folder is refused.
    """
    if not wanted:
        found = [folder / name for name in ROSTERS if (folder / name).is_file()]
        if not found:
            advice = Text(
                '请放入 roster.xlsx，或在 event.toml 中写 roster = "文件名"。',
                'Put roster.xlsx there, or name another with roster = "…" in event.toml.',
            )
            return None, [_fault(where, "文件夹里没有名册。", "the folder has no roster.", advice)]
        doubts = []
        if len(found) > 1:
            message = Text(
                "roster.xlsx 和 roster.csv 都在，用的是 roster.xlsx。",
                "there are roster.xlsx and roster.csv; roster.xlsx is used.",
            )
            doubts.append(Fault(where=where, message=message, severity="doubt"))
        return found[0], doubts
    try:
        path = (folder / wanted).resolve()
        inside = path.is_relative_to(folder.resolve())
        there = inside and path.is_file()
    except (OSError, ValueError):
        inside = there = False
    if not inside:
        return None, [
            _fault(
                where,
                f"名册“{wanted}”不在会议文件夹之内。",
                f"the roster {wanted!r} is not inside the event folder.",
                Text("请把名册放进会议文件夹。", "Put it into the event folder."),
            )
        ]
    if not there:
        names = sorted(
            p.name
            for p in folder.iterdir()
            if p.suffix.lower() in (".xlsx", ".xlsm", ".csv") and not p.name.startswith("~$")
        )
        every = listed(names)
        return None, [
            _fault(
                where,
                f"找不到名册“{wanted}”。",
                f"the roster {wanted!r} does not exist.",
                joined(
                    did_you_mean(wanted, names),
                    Text(f"文件夹里有：{every.zh}。", f"The folder has: {every.en}.")
                    if names
                    else NOTHING,
                ),
            )
        ]
    return folder / wanted, []


def _fault(where: Where, zh: str, en: str, advice: Text = NOTHING) -> Fault:
    return Fault(where=where, message=Text(zh, en), advice=advice)
