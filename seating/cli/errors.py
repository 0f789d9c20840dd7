"""What goes wrong, said in the user's language; the exit codes (出错信息与退出码)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from seating.cli.speech import Say, number
from seating.facts.fault import BadInputError, DisagreementError, Fault

OK, FINDINGS, BAD_INPUT, DISAGREEMENT = 0, 1, 2, 3


def report_usage(error: click.ClickException, say: Say) -> int:
    """Print a usage error and return the exit code."""
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(context.get_usage(), err=True)
    click.echo(f"{say('用法有误：', 'Error: ')}{_words(error, say)}", err=True)
    if context is not None:
        click.echo(
            say(f"详见：{context.command_path} --help", f"Try: {context.command_path} --help"),
            err=True,
        )
    return BAD_INPUT


def _words(error: click.ClickException, say: Say) -> str:
    if say.language == "en":
        return error.format_message()
    if isinstance(error, click.NoSuchOption):
        near = f"，是否指 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.MissingParameter):
        name = error.param.opts[0] if error.param else ""
        if isinstance(error.param, click.Argument) and error.ctx is not None:
            name = error.param.make_metavar(error.ctx)
        return f"缺少 {name}"
    from seating.cli.chinese import spoken_error

    if isinstance(error, click.BadParameter) and error.param is not None:
        name = error.param.opts[0]
        if isinstance(error.param, click.Argument) and error.ctx is not None:
            name = error.param.make_metavar(error.ctx).strip("[]")
        return f"{name} 的值不对：{spoken_error(error.message)}"
    return spoken_error(error.message)


@contextmanager
def guarded(say: Say, form: str = "text") -> Iterator[None]:
    """Turn our own exceptions into messages and exit codes; nothing ends in a traceback."""
    try:
        yield
    except BadInputError as bad:
        print_faults(bad.faults, say, form)
        raise click.exceptions.Exit(BAD_INPUT) from None
    except DisagreementError as bug:
        click.echo(
            say(
                f"程序自身有误：“{bug.sitting}”的独立核验与求解结果不符，方案不予输出。请将此信息报告给我们：",
                f"Our own bug: the independent check of {bug.sitting!r} disagrees with the "
                "solver. The plan is withheld. Please report this:",
            ),
            err=True,
        )
        for sentence in bug.sentences:
            click.echo(f"  {say.text(sentence)}", err=True)
        raise click.exceptions.Exit(DISAGREEMENT) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        click.echo(say(f"文件操作失败：{error}", f"The file operation failed: {error}"), err=True)
        raise click.exceptions.Exit(BAD_INPUT) from None


def print_faults(faults: Iterable[Fault], say: Say, form: str) -> None:
    """Print faults and doubts: as text on stderr, as JSON on stdout."""
    listed = list(faults)
    if form == "json":
        click.echo(json.dumps({"faults": faults_data(listed, say)}, ensure_ascii=False, indent=1))
        return
    wrong = sum(f.severity == "fault" for f in listed)
    if wrong:
        click.echo(
            say(f"有{wrong}处问题，请改正后重试：", f"{number(wrong, 'fault')} to correct:"),
            err=True,
        )
    for fault in listed:
        mark = say("✗", "✗") if fault.severity == "fault" else say("？", "?")
        click.echo(f"  {mark} {say.text(fault.sentence())}", err=True)


def faults_data(faults: Iterable[Fault], say: Say) -> list[dict[str, Any]]:
    """Return faults as plain data."""
    return [
        {
            "severity": f.severity,
            "file": f.where.file,
            "sheet": f.where.sheet,
            "row": f.where.row,
            "line": f.where.line,
            "column": f.where.column,
            "key": f.where.key,
            "message": say.text(f.message),
            "advice": say.text(f.advice),
        }
        for f in faults
    ]
