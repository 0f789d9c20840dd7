"""The documents there are, found by looking into this folder (文书目录).

A document is a module with ``NAME`` (its file's name), ``TITLE`` and ``SUMMARY`` (both
``Text``), ``wanted(book) -> bool`` and ``make(book, job) -> Iterable[Printed]``.  If an event
may have a table ``[documents.<name>]`` for it, its keys are the fields of the module's ``Keys``;
what those cannot say is found by ``faults(event, where) -> list[Fault]``, if the module has it.
``OWN_PAPER = True`` says that the paper of the event is not meant for it (posters).
"""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol, cast

import seating.documents
from seating.documents.settings import table_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import Fault, Where
from seating.facts.text import Text


class Document(Protocol):
    """A module that prints one kind of document."""

    NAME: str
    TITLE: Text
    SUMMARY: Text

    def wanted(self, book: Book) -> bool:
        """Whether the event has what the document shows."""

    def make(self, book: Book, job: PrintJob) -> Iterable[Printed]:
        """Print it; several files where there are several sittings."""


class UnknownDocumentError(ValueError):
    """There is no document of this name; ``known`` lists those there are."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.known = document_names()
        super().__init__(f"{name!r} is no document; there are {', '.join(self.known)}")


@cache
def documents() -> dict[str, Document]:
    """Return every document by name, in the order of names."""
    found: dict[str, Document] = {}
    for info in pkgutil.iter_modules(seating.documents.__path__):
        if info.name.startswith("_") or info.name in ("registry", "embed"):
            continue
        module = importlib.import_module(f"seating.documents.{info.name}")
        if hasattr(module, "NAME") and hasattr(module, "make"):
            document = cast("Document", module)
            found[document.NAME] = document
    return dict(sorted(found.items()))


def document_names() -> tuple[str, ...]:
    """Return the names of all documents."""
    return tuple(documents())


def document(name: str) -> Document:
    """Return a document by name; ``rostrum-chart`` is the same as ``rostrum_chart``.

    Raises:
        UnknownDocumentError: there is none.
    """
    found = documents().get(name.replace("-", "_")) or documents().get(name)
    if found is None:
        raise UnknownDocumentError(name)
    return found


def table_keys(name: str) -> type | None:
    """Return the class whose fields are the keys of ``[documents.<name>]``, if it may have any."""
    found = getattr(documents()[name], "Keys", None)
    return found if isinstance(found, type) else None


def further_faults(name: str, event: Event, where: Where) -> list[Fault]:
    """Return what a document finds wrong in its own table, whose keys are well-formed."""
    found = getattr(documents()[name], "faults", None)
    return list(found(event, where)) if callable(found) else []


def wanted_documents(book: Book) -> tuple[str, ...]:
    """Return the names of the documents for which the event has matter."""
    return tuple(name for name, found in documents().items() if found.wanted(book))


def make_documents(book: Book, job: PrintJob, names: Sequence[str] = ()) -> list[Printed]:
    """Print documents; without names, all that the event has matter for.

    Paper that the job leaves open is the document's own, else the event's, if any is named.

    ``job.only`` restricts the files, ``job.known`` leaves out pages printed before: a file of
    which nothing is new comes without data.  Findings stay with their file.

    Raises:
        UnknownDocumentError: a name is unknown.
    """
    chosen = [document(name) for name in names] or [
        found for found in documents().values() if found.wanted(book)
    ]
    printed = [file for found in chosen for file in found.make(book, _on_paper(book, job, found))]
    printed = [file for file in printed if file.data or (job.known and file.prints)]
    return [file for file in printed if not job.only or file.name in job.only]


def _on_paper(book: Book, job: PrintJob, found: Document) -> PrintJob:
    """Return the job on the paper that was asked for, first for this print, then in the event."""
    own = table_of(book, found.NAME).get("paper", "")
    common = "" if getattr(found, "OWN_PAPER", False) else book.event.paper
    return dataclasses.replace(
        job, paper=job.paper or (own if isinstance(own, str) else "") or common
    )
