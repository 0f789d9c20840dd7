"""Finds the seating forms: every module of this package that defines ``FORM`` (座次形式目录)."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import seating.forms
from seating.facts.catalogue import defined
from seating.facts.parameter import About, about
from seating.facts.text import Text, plain
from seating.forms.form import Form, FormError

__all__ = ["FormError", "form_class", "form_names", "make_form"]


@cache
def _forms() -> Mapping[str, type[Form]]:
    return {form.NAME: form for form in defined(seating.forms, "FORM").values()}


def form_names() -> tuple[str, ...]:
    """Return the names of all forms, sorted."""
    return tuple(_forms())


def form_called(word: str) -> str:
    """Return the name of the form with this name or title; the word itself if there is none."""
    for name, form in _forms().items():
        titles = (name, form.TITLE.en.casefold(), form.TITLE.zh, *form.TITLE.zh.split("、"))
        if word.strip().casefold() in titles:
            return name
    return word


def form_class(name: str) -> type[Form]:
    """Return the class of a form.

    Raises:
        FormError: there is no such form.
    """
    forms = _forms()
    if name not in forms:
        raise FormError(
            Text(f"没有名为“{name}”的座次形式。", f"There is no seating form {name!r}."),
            _maybe(name, tuple(forms)),
        )
    return forms[name]


def make_form(name: str, parameters: Mapping[str, Any]) -> Form:
    """Return a form with its parameters filled in, as they are written in TOML.

    Raises:
        FormError: unknown form or parameter, a parameter missing, or a value out of range.
    """
    form = form_class(name)
    fields = {field.name: field for field in dataclasses.fields(form)}
    hints = get_type_hints(form)
    values: dict[str, Any] = {}
    for key, value in parameters.items():
        if key not in fields:
            raise FormError(
                Text(f"“{name}”没有参数“{key}”。", f"{name} has no parameter {key!r}."),
                _maybe(key, tuple(fields)),
            )
        values[key] = _typed(value, hints[key])
        _check(key, values[key], about(fields[key]))
    for key, field in fields.items():
        if key not in values and field.default is dataclasses.MISSING:
            raise FormError(
                Text(f"“{name}”缺少参数“{key}”。", f"{name} needs the parameter {key!r}."),
                about(field).text,
            )
    return form(**values)


def _typed(value: Any, hint: Any) -> Any:
    """Turn lists into tuples, a lone value into a tuple of one, tables into their classes."""
    if get_origin(hint) is not tuple:
        return tuple(value) if isinstance(value, list) else value
    inner: Any = get_args(hint)[0]
    items = value if isinstance(value, list | tuple) else (value,)
    return tuple(_record(inner, item) if isinstance(item, Mapping) else item for item in items)


def _record(cls: Any, table: Mapping[str, Any]) -> Any:
    hints = get_type_hints(cls)
    try:
        return cls(**{key: _typed(value, hints.get(key)) for key, value in table.items()})
    except TypeError as error:
        raise FormError(plain(f"{dict(table)}: {error}")) from None


def _check(key: str, value: Any, limits: About) -> None:
    if limits.choices and any(item not in limits.choices for item in _words(value)):
        raise FormError(
            Text(f"{key} = {value!r} 不在可选值之内。", f"{key} = {value!r} is not accepted."),
            plain(" | ".join(limits.choices)),
        )
    if limits.minimum is None and limits.maximum is None:
        return
    low = "" if limits.minimum is None else f"{limits.minimum:g} ≤ "
    high = "" if limits.maximum is None else f" ≤ {limits.maximum:g}"
    for number in value if isinstance(value, tuple) else (value,):
        fits = isinstance(number, int | float) and not isinstance(number, bool)
        fits = fits and (limits.minimum is None or number >= limits.minimum)
        fits = fits and (limits.maximum is None or number <= limits.maximum)
        if not fits:
            raise FormError(
                Text(f"{key} = {number!r} 不可用。", f"{key} = {number!r} cannot be used."),
                plain(f"{low}{key}{high} {limits.unit}".rstrip()),
            )


def _words(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    else:
        yield value


def _maybe(word: str, known: tuple[str, ...]) -> Text:
    close = difflib.get_close_matches(word, known, n=1)
    if close:
        return Text(f"也许是“{close[0]}”？", f"Maybe {close[0]!r}?")
    return Text("可用的有：" + "、".join(known), "Known: " + ", ".join(known))
