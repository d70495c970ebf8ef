"""What the page's buttons and labels say, in the four languages: ``strings.json`` beside this."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from index import LANGUAGES

Strings = Mapping[str, str]


@cache
def strings(language: str) -> Strings:
    """Return every string in a language; one we do not speak falls back to English."""
    table = json.loads(Path(__file__).with_name("strings.json").read_text(encoding="utf-8"))
    column = LANGUAGES.index(language) if language in LANGUAGES else 0
    return {key: forms[column] for key, forms in table.items()}


def preferred(accept_language: str) -> str:
    """Choose the page's language from what a browser says it reads.

    Args:
        accept_language: the header, such as ``fr-CH, fr;q=0.9, en;q=0.8``.

    Returns:
        The first of our languages by weight; English when there is none.
    """
    wanted: list[tuple[float, int, str]] = []
    for place, part in enumerate(accept_language.split(",")):
        tag, _, weight = part.strip().partition(";q=")
        try:
            wanted.append((-float(weight or 1), place, tag[:2].lower()))
        except ValueError:
            continue
    return next((code for _, _, code in sorted(wanted) if code in LANGUAGES), "en")
