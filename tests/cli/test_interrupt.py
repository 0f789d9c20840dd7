"""Ctrl-C ends the search and keeps the best plan so far."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import SAMPLES


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent differently")
def test_ctrl_c_keeps_the_best_plan(tmp_path: Path) -> None:
    """Interrupted after the first plan was found, the run still verifies and prints one."""
    event = tmp_path / "event"
    shutil.copytree(
        SAMPLES / "office-conference", event, ignore=shutil.ignore_patterns("out", "*.py")
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "seating", "run", str(event), "-d", "seat_list", "--progress"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUTF8": "1"},
        encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stderr is not None
    for line in process.stderr:
        if "improve" in line or "prove" in line:
            process.send_signal(signal.SIGINT)
            break
    out, _ = process.communicate()

    assert process.returncode == 0, out
    assert "独立核验通过" in out
    assert "目前最好的方案" in out
    assert (event / "plan.json").exists()
