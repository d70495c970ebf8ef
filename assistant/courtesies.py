"""What asks the documents nothing: thanks, a greeting, a question about the program itself.

Such a message is answered at once and nothing is searched. It has to be that and no more: *Thanks,
and when?* and *Hello, what did the bridge cost?* are questions.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .phrases import Phrase

_LONGEST = 100
"""Characters of such a message at most: a longer one asks something."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Courtesy:
    """A message that asks the documents nothing."""

    reply: Phrase
    """What it is answered with."""
    language: str | None = None
    """The language it is in, where its own words tell."""


def courtesy(text: str) -> Courtesy | None:
    """Tell what a message is that asks the documents nothing; None where it may ask something."""
    if len(text) > _LONGEST or any(map(str.isdigit, text)):
        return None
    words = _WORD.findall(text.lower())
    told = _told()
    thanks = told["thanks"]["words"].split()
    if any(word in thanks for word in words):
        polite = {*thanks, *told["thanks"]["polite"].split()}
        return Courtesy("thanks") if polite.issuperset(words) else None
    said = " ".join(words)
    replies: tuple[Phrase, ...] = ("hello", "about_me")
    for reply in replies:
        for language, pattern in told[reply].items():
            if re.fullmatch(pattern, said):
                return Courtesy(reply, language)
    return None


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
