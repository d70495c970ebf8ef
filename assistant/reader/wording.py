"""The words by which sentences give a reason, a place or a length, from ``wording.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_AROUND = {
    "cause": r"\b(?:{})",
    "implied": r"\b(?:{})",
    "passed": r"\b(?:{})\s(?:[^\W\d]+\s)?$",
    "ended": r"\b(?:{})\s(?:[^\W\d]+\s)?$",
    "told": r"(?:{})\b",
    "spent": r"\s*(?:{})\b",
    "part": r"\b(?:{})",
    "published": r"\b(?:{})\b[^.\d]{{0,12}}$",
    "thing": r"^(?:{0})\b|\b(?:{0})$",
    "inside": r"\b(?:{})$",
    "seat": r"\b(?:{})",
    "happened": r"\b(?:{})",
    "is_a": r"(?:,|\s?[(–—]|\s(?:{})\b)\s?",
    "asks_past": r"\b(?:{})\b",
    "otherwise": r"\b(?:{})",
    "agency": r"(?-i:(?:{})\s+)",
    "at": r"(?:\b(?:{})\s|[’'])$",
    "since": r"\b(?:{})[^.;:]{{0,16}}$",
    "asks_since": r"^(?:{})\b",
    "ends": r"\b(?:{})\b",
    "over": r"\b(?:{})\s+(?:[^\W\d]+\s+)?$",
    "to_a_year": r"\b(?:{})\s+$",
    "lasting": r"\b(?:{})[^.;:]{{0,8}}$",
    "done_asked": r"\b(?:{})\b",
    "to_come": r"\b(?:{})\b",
    "done_told": r"\b(?:{})\b",
    "they": r"[^\w]*(?:{})\b",
    "asks_name": r"\b(?:{})",
    "extreme": r"\b(?:{})\b",
    "is_most": r"^\W*(?:{})\b",
    "asks_who": r"^\W*(?:{})",
    "asks_role": r"^\W*(?:{})",
    "spoke": r"\b(?:{})\b",
    "about": r"\b(?-i:{})",
    "denial": r"\b(?:{})\b",
    "no_more": r"\b(?:{})\b",
    "also": r"\W*(?:{})(?!\w)",
    "credits": r"(?<!\w)(?:{})",
    "texts": r"(?:{})",
    "joins": r"(?:{})",
    "asks_how": r"^\W*(?:{})",
    "instructs": r"\b(?:{})\b",
    "superlative": r"\b(?:{})\b",
    "asks_word": r"\b(?:{})\b",
    "tells_word": r"\b(?:{})\b",
    "asks_life": r"\b(?:{})\b",
    "tells_life": r"\b(?:{})\b",
}
"""Where in a text the words stand; `$` is the place before a date or a name."""


@cache
def says(what: str, language: str = "") -> re.Pattern[str]:
    """What finds one sort of wording, such as a ``cause``, in a text.

    Args:
        what: the sort.
        language: of the text, one of the four; any of them without one.
    """
    forms = _table()[what][language] if language else "|".join(_table()[what].values())
    return re.compile(_AROUND[what].format(forms), re.IGNORECASE)


@cache
def sorts(what: str) -> Mapping[str, re.Pattern[str]]:
    """What finds each of several sorts, by its name: of ``extent``."""
    return {
        name: re.compile(rf"\b(?:{form})", re.IGNORECASE) for name, form in _table()[what].items()
    }


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((Path(__file__).parent / "wording.toml").read_text(encoding="utf-8"))
