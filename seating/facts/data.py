"""Where the project's own data (``rules/``, ``samples/``) lives on this machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal


@cache
def data_root(kind: Literal["rules", "samples"]) -> Path:
    """Return the folder of the project's data of one kind.

    An installed wheel carries the data inside the package (``seating/_data``); an editable
    checkout has it at the top level of the tree.

    Raises:
        FileNotFoundError: neither place exists, so the installation is incomplete.
    """
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "_data" / kind, package.parent / kind):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"the data folder {kind!r} is missing from this installation")
