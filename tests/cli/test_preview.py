"""The cheat-sheet: lines that other people's scripts and habits rely on."""

from __future__ import annotations

import json

import click
import pytest

from .conftest import Run


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["rostrum", "7"], "7 5 3 1 2 4 6"),
        (["rostrum", "8"], "7 5 3 1 2 4 6 8"),
        (["rostrum", "7", "--convention", "international"], "6 4 2 1 3 5 7"),
        (["rostrum", "8", "--view", "seated"], "8 6 4 2 1 3 5 7"),
        (["rostrum", "8", "-o", "rostrum.even=b"], "8 6 4 2 1 3 5 7"),
        (["rostrum", "8", "--set", "rows=[5,3]"], "5 3 1 2 4"),
        (["rostrum", "7", "-o", "rostrum.centre=empty"], "6 4 2 _ 1 3 5 7"),
    ],
)
def test_first_line(seating: Run, words: list[str], line: str) -> None:
    """The first line is exactly the ranks as they are read in the view."""
    done = seating("preview", *words)

    assert done.stdout.splitlines()[0] == line, done.stderr
    assert done.returncode == 0


def test_viewpoint_is_always_said(seating: Run) -> None:
    """No preview leaves the reader to guess whose left it shows."""
    assert "台下" in seating("preview", "rostrum", "5").stdout
    assert "audience" in seating("preview", "rostrum", "5", lang="en").stdout


def test_json(seating: Run) -> None:
    """The same as data, with millimetres."""
    data = json.loads(seating("preview", "rostrum", "3", "--format", "json").stdout)

    assert [seat["rank"] for seat in data] == [3, 1, 2]
    assert data[0]["x"] < data[1]["x"] < data[2]["x"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rostrum"], "人数"),
        (["rostrum", "0"], "0"),
        (["rostrun", "5"], "rostrum"),
        (["rostrum", "5", "--convention", "cn-domestik"], "cn-domestic"),
        (["rostrum", "5", "-o", "rostrum.even=z"], "rostrum.even"),
        (["rostrum", "5", "-o", "rostrum"], "名=值"),
        (["rostrum", "5", "--set", "rows=[-1]"], "-1"),
        (["rostrum", "5", "--set", "colour=3"], "colour"),
    ],
)
def test_wrong_words(seating: Run, words: list[str], said: str) -> None:
    """A wrong word gets one clear message, exit code 2 and no traceback."""
    done = seating("preview", *words)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_forms_and_documents_are_known_by_title() -> None:
    from seating.cli.options import _known_documents
    from seating.cli.speech import Say
    from seating.forms.registry import form_called

    assert [form_called(w) for w in ("主席台", "Rostrum", "长方桌", "?")] == [
        "rostrum",
        "rostrum",
        "oval",
        "?",
    ]
    context, option = click.Context(click.Command("x")), click.Option(["-d"])
    check = _known_documents(Say("zh"))
    assert check(context, option, ("桌签", "seat_list")) == ("place_cards", "seat_list")
    with pytest.raises(click.BadParameter, match="是不是“桌签”"):
        check(context, option, ("桌签儿",))
