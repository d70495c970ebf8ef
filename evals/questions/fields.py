"""Take one field out of a question file, or say with file and line what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from evals.errors import QuestionFault

from .lines import Mapping, Place


def refuse_unknown(place: Place, content: Mapping, known: Collection[str]) -> None:
    """Raise :class:`QuestionFault` for a key that nobody would read."""
    for key in content:
        if key not in known:
            listed = ", ".join(sorted(known))
            where = Place(place.file, content.lines[key])
            raise QuestionFault(f"{where}: unknown key `{key}`; the known ones are {listed}.")


def mapping(place: Place, key: str, content: Mapping) -> Mapping:
    """Return a mapping field, empty when it is not given."""
    value = content.get(key, Mapping())
    if not isinstance(value, Mapping):
        raise QuestionFault(f"{place}: `{key}` must be a mapping.")
    return value


def strings(place: Place, key: str, content: Mapping) -> list[str]:
    """Return a field that lists names, empty when it is not given."""
    value = content.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise QuestionFault(f"{place}: `{key}` must be a list of names.")
    return value


def text(place: Place, key: str, value: Any) -> str:
    """Return a field that must say something."""
    if not isinstance(value, str) or not value.strip():
        raise QuestionFault(f"{place}: `{key}` is missing or empty.")
    return value


def one_of(place: Place, key: str, value: Any, known: Collection[str]) -> str:
    """Return a field that must be one of a few words."""
    if value not in known:
        raise QuestionFault(f"{place}: {key} {value!r} is none of {', '.join(known)}.")
    return str(value)
