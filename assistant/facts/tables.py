"""The data of this package: TOML tables and word lists beside the code."""

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
    return (files(__package__) / file).read_text(encoding="utf-8")
