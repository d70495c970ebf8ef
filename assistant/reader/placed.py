"""Where a thing is, and not where it was founded or something was done.

*Where is Nardo based?* is not answered by *was founded in Bern*, nor by where it was sued.
"""

from __future__ import annotations

from assistant.facts import Fact
from assistant.facts.deeds.deeds import said

from .asked import Asked
from .clause import clause_of
from .holding import known
from .line import Line
from .naming import WORD
from .wording import says


def is_of_a_deed(asked: Asked, line: Line, place: Fact) -> bool:
    """Tell whether a place is where something happened, and it is asked where a thing *is*.

    Args:
        asked: the question.
        line: the sentence.
        place: a place in it.
    """
    if asked.kind != "place" or not says("seat", known(asked.language)).search(asked.text):
        return False
    spoken = known(line.passage.hit.language)
    start, end = clause_of(line.text, place)
    clause = line.text[start:end]
    if says("seat", spoken).search(clause):
        return False
    words = ["", *WORD.findall(clause)]
    return bool(says("happened", spoken).search(clause)) or any(said(words, spoken))
