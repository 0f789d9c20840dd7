"""Finds what the modules of a package define: kinds of rule, seating forms (目录)."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import Any


def defined(package: ModuleType, name: str) -> dict[str, Any]:
    """Return what the modules of a package call ``name``, by module, in order of modules."""
    found: dict[str, Any] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        thing = getattr(importlib.import_module(f"{package.__name__}.{module}"), name, None)
        if thing is not None:
            found[module] = thing
    return found
