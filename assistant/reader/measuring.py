"""Along which way a length runs, and which figures are times: *412 metres long* is not how high."""

from __future__ import annotations

import re

from assistant.facts import Fact
from assistant.facts.figures.measures import units

from .asked import Asked
from .line import Line
from .naming import WORD
from .wording import sorts

_BESIDE = 3
"""Words before and after a length that may say along which way it runs."""
_PAUSE = re.compile(r"[,;:()]")


def is_lasting(fact: Fact) -> bool:
    """Tell whether a fact is a time that something lasts: *thirty years*."""
    return _dimension(fact) == "duration"


def runs_otherwise(asked: Asked, line: Line, fact: Fact) -> bool:
    """Tell whether a length is said to run another way than the one asked for."""
    wanted, said = _ways(asked.text), _ways(_beside(line, fact))
    return bool(wanted and said and wanted.isdisjoint(said))


def runs_along(asked: Asked, line: Line, fact: Fact) -> bool:
    """Tell whether a fact is a length said to run the very way asked for: *high*, *52 m high*."""
    along = not _ways(asked.text).isdisjoint(_ways(_beside(line, fact)))
    return along and _dimension(fact) == "length"


def _dimension(fact: Fact) -> str:
    unit = units().get(fact.unit) if fact.kind == "unit" else None
    return unit.dimension if unit else ""


def _ways(text: str) -> set[str]:
    """Along which ways the lengths run that a text speaks of."""
    return {name for name, form in sorts("extent").items() if form.search(text)}


def _beside(line: Line, fact: Fact) -> str:
    after = WORD.findall(_PAUSE.split(line.text[fact.end :])[0])[:_BESIDE]
    before = WORD.findall(_PAUSE.split(line.text[: fact.start])[-1])[-_BESIDE:]
    return " ".join((*before, *after))
