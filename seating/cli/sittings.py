"""Which sitting a word on the command line means (场次)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from seating.cli.speech import Say

if TYPE_CHECKING:
    from seating.facts.event import Sitting


def sitting_called(word: str, sittings: Sequence[Sitting], say: Say) -> str:
    """Return the id of the sitting with this id or title.

    Raises:
        click.UsageError: there is none, or several have the title.
    """
    if any(s.id == word for s in sittings):
        return word
    titled = [s.id for s in sittings if word in (s.title.zh, s.title.en)]
    if len(titled) == 1:
        return titled[0]
    every = [s.id if s.title.zh == s.id else f"{s.id}（{s.title.zh}）" for s in sittings]
    every_en = [s.id if s.title.en == s.id else f"{s.id} ({s.title.en})" for s in sittings]
    if titled:
        raise click.UsageError(
            say(
                f"叫“{word}”的场次不止一场，请写编号：{'、'.join(titled)}",
                f"several sittings are called {word!r}; give the id: {', '.join(titled)}",
            )
        )
    raise click.UsageError(
        say(
            f"没有场次“{word}”，现有：{'、'.join(every)}",
            f"no sitting {word!r}; there are: {', '.join(every_en)}",
        )
    )
