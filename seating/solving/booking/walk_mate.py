"""A crew in a process of its own (第二进程).

The process is a plain interpreter that reads orders and writes reports; it never runs the
caller's own script.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from typing import BinaryIO

from seating.solving.booking.problem import BookingProblem
from seating.solving.booking.walk_crew import Crew, Order, Report


class Mate:
    """A crew in a process of its own."""

    def __init__(self, problem: BookingProblem, weights: Sequence[float], seed: int) -> None:
        """Start the process.

        Raises:
            OSError: no further process can be had.
        """
        own = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
        windows = sys.platform == "win32"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "seating.solving.booking.walk_mate"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=own,
            start_new_session=not windows,  # Ctrl-C is for the first process to handle
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) if windows else 0,
        )
        self._send((problem, tuple(weights), seed))

    def order(self, orders: Sequence[Order], steps: int) -> None:
        """Send orders; ``reports`` waits for what becomes of them."""
        self._send((list(orders), steps))

    def reports(self) -> list[Report]:
        """Return the reports on the last orders.

        Raises:
            OSError, EOFError: the process is gone.
        """
        assert self._process.stdout is not None
        found: list[Report] = pickle.load(self._process.stdout)
        return found

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def _send(self, what: object) -> None:
        assert self._process.stdin is not None
        pickle.dump(what, self._process.stdin, pickle.HIGHEST_PROTOCOL)
        self._process.stdin.flush()


def serve(orders: BinaryIO, reports: BinaryIO) -> None:
    """Work until the orders end."""
    crew = Crew(*pickle.load(orders))
    while True:
        try:
            some, steps = pickle.load(orders)
        except EOFError:
            return
        pickle.dump(crew.run(some, steps), reports, pickle.HIGHEST_PROTOCOL)
        reports.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
