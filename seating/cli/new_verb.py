"""``seating new``: a folder to fill in (新建)."""

from __future__ import annotations

from pathlib import Path

import click

from seating.cli.errors import BAD_INPUT, guarded
from seating.cli.speech import Say

_SKIPPED = {"out", "plan.json", "__pycache__"}


def command(say: Say) -> click.Command:
    """Build the verb."""

    @click.command(
        "new",
        help=say(
            "新建会议文件夹：event.toml 和带表头的 roster.xlsx，填好即可运行。\n\n"
            "--like 以样例为蓝本，如 --like office-conference。",
            "Make an event folder with event.toml and roster.xlsx, ready to fill in.\n\n"
            "--like starts from a sample, e.g. --like office-conference.",
        ),
    )
    @click.argument("folder", metavar=say("文件夹", "DIR"), type=click.Path(path_type=Path))
    @click.option(
        "--like",
        default=None,
        metavar=say("样例", "SAMPLE"),
        help=say("以样例为蓝本", "start from a sample"),
    )
    def new(folder: Path, like: str | None) -> None:
        with guarded(say):
            from seating.cli.template import blank_event
            from seating.facts.data import data_root
            from seating.reading.files import write_many

            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                click.echo(
                    say(
                        f"{folder} 已存在且不是空文件夹，没有改动。",
                        f"{folder} exists and is not empty; nothing was changed.",
                    ),
                    err=True,
                )
                raise click.exceptions.Exit(BAD_INPUT)
            if like is None:
                files = blank_event(folder.resolve().name, say)
            else:
                root = data_root("samples")
                names = sorted(p.name for p in root.iterdir() if (p / "event.toml").exists())
                if like not in names:
                    raise click.UsageError(
                        say(
                            f"没有样例“{like}”，可用：{'、'.join(names)}",
                            f"no sample {like!r}; there are: {', '.join(names)}",
                        )
                    )
                files = {
                    path.relative_to(root / like): path.read_bytes()
                    for path in sorted((root / like).rglob("*"))
                    if path.is_file()
                    and path.suffix != ".py"
                    and not _SKIPPED & set(path.relative_to(root / like).parts)
                    and not any(part.startswith(".") for part in path.relative_to(root).parts)
                }
            write_many({folder / name: data for name, data in files.items()})
            click.echo(say(f"已建好 {folder}：", f"{folder} is ready:"))
            for name in sorted(str(n) for n in files):
                click.echo(f"  {name}")
            path = f'"{folder}"' if any(c in " {}()&;'" for c in str(folder)) else str(folder)
            click.echo(say(f"填好后运行：seating run {path}", f"Then: seating run {path}"))

    return new
