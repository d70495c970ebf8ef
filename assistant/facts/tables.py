"""The data of this package: the TOML tables and word lists in `lists/`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table of this name: `table("calendar")` is `calendar.toml`."""
    found: dict[str, Any] = tomllib.loads(_read(f"{name}.toml"))
    return found


def lines(name: str) -> tuple[str, ...]:
    """The lines of a generated list: `lines("places")` is `places.txt`."""
    return tuple(_read(f"{name}.txt").splitlines())


def _read(file: str) -> str:
    return (files(__package__) / "lists" / file).read_text(encoding="utf-8")
