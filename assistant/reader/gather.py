"""The items of a list: names that a quoted sentence strings together, where such are asked for."""

from __future__ import annotations

import re

from assistant.facts import Fact, find, render
from index import fold

from .asked import Asked
from .holding import known
from .line import Line
from .persons import is_somebody

_AND = re.compile(
    r"(?:,|;)?\s+(?:and|or|et|ou|und|oder|sowie|ed?|od?)\s+(?:[a-zäöüßàéè]{1,4}['’\s]\s*){0,2}"
    r"|,\s+(?:[a-zäöüàéè]{1,4}['’\s]\s*){0,2}",
)
"""What stands between two items; an article or a preposition may be repeated."""
_LEAST = 2


def gathered(asked: Asked, line: Line, reader: str) -> str:
    """Gather the countries, people or bodies that a sentence strings together.

    Args:
        asked: the question.
        line: the first quoted sentence.
        reader: the language of the answer.

    Returns:
        The items in the order of the sentence, countries in the reader's language; nothing where
        no such list is asked for, or where the sentence holds none or several.
    """
    if asked.kind != "list" or not asked.grain:
        return ""
    asked_for = {fold(name) for name in asked.names}
    facts = [f for f in find(line.text, known(line.passage.hit.language)) if f.kind == "name"]
    runs: list[list[Fact]] = []
    for fact in facts:
        joined = runs and _AND.fullmatch(line.text[runs[-1][-1].end : fact.start])
        if joined:
            runs[-1].append(fact)
        else:
            runs.append([fact])
    lists = [run for run in runs if len(run) >= _LEAST and all(_is(asked, f) for f in run)]
    if len(lists) != 1 or any(fold(fact.text) in asked_for for fact in lists[0]):
        return ""
    return ", ".join(render(fact, known(reader)) for fact in lists[0])


def _is(asked: Asked, name: Fact) -> bool:
    if asked.grain == "countries":
        return name.unit == "place" and len(name.key) == 2
    if name.unit == "place":
        return False
    return asked.grain == "bodies" or (" " in name.text and is_somebody(name.text))
