"""Run the command inside the process of the tests: as from outside, but without the start-up."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import traceback
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import click

from seating.cli.main import main


def run_inside(
    words: Sequence[str], folder: Path, lang: str = "zh"
) -> subprocess.CompletedProcess[str]:
    """Run ``seating`` in a folder; what it leaves behind in this process is put back."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with (
        mock.patch.dict(os.environ, {"SEATING_LANG": lang}),
        mock.patch.object(click.Context, "formatter_class", click.HelpFormatter),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main(list(words))
        except SystemExit as stop:
            code = stop.code
        except Exception:
            traceback.print_exc()
            code = 1
    number = code if isinstance(code, int) else int(code is not None)
    return subprocess.CompletedProcess(list(words), number, out.getvalue(), err.getvalue())
