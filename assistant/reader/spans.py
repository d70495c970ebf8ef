"""In which time a sum is asked for, and in which it is told: *five years* are not 2025.

*It will invest 3 million over five years* tells nobody how much in a year, nor in one year.
"""

from __future__ import annotations

import re

from assistant.facts import find

from .asked import Asked
from .holding import known
from .line import Line
from .measuring import is_lasting
from .rows import names_above
from .wording import says, sorts

_OFTEN = frozenset({"money", "figure"})
_YEAR = re.compile(r"(?<![\w-])(?:19|20)\d{2}(?![\w-])")


def other_span(asked: Asked, line: Line, before: str = "") -> str:
    """Find the time over which a line tells a figure, where it is asked for in another one.

    Args:
        asked: the question; *in 2025* or *per year*.
        line: the sentence.
        before: what stands before it, which may tell the year.

    Returns:
        As it is written in the line; nothing where that tells the time asked for, or no other.
    """
    if not is_untimed(asked, line, before):
        return ""
    spoken = known(line.passage.hit.language)
    over = says("over", spoken)
    for fact in find(line.text, spoken):
        if is_lasting(fact) and over.search(line.text[: fact.start]):
            return fact.text
    return ""


def is_untimed(asked: Asked, line: Line, before: str = "") -> bool:
    """Tell whether a sum is asked for by the year or in a year and the line tells neither."""
    if asked.kind not in _OFTEN or asked.measure:
        return False
    told = f"{line.passage.hit.title} {before} {' '.join(names_above(line))} {line.text}"
    years = _years(asked)
    if years:
        return not any(year in told for year in years)
    return _is_of_no_rate(asked, line)


def _is_of_no_rate(asked: Asked, line: Line) -> bool:
    """Whether it is asked how much in an hour or a year and nothing but a span tells of such."""
    rest = line.text
    facts = find(line.text, known(line.passage.hit.language))
    for fact in reversed([fact for fact in facts if is_lasting(fact)]):
        if says("over", known(line.passage.hit.language)).search(line.text[: fact.start]):
            rest = rest[: fact.start] + rest[fact.end :]
    for name, form in sorts("rate").items():
        if form.search(asked.text):
            dated = name == "year" and any(fact.kind == "date" for fact in facts)
            return not dated and not sorts("rate_hint")[name].search(rest)
    return False


def _years(asked: Asked) -> list[str]:
    """The years in which something is asked for; not those by or since which."""
    bound = says("to_a_year", known(asked.language))
    found = list(_YEAR.finditer(asked.text))
    if any(bound.search(asked.text[: match.start()]) for match in found):
        return []
    return [match.group() for match in found]
