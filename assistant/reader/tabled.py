"""Is a question plainly answered by a row of a table: its names in cells, what is asked above one?

*What was the revenue of Arbon in 2023?* is answered by *company: Arbon; 2023: 44.8* in a table of
revenue. There are too few words around a figure there for what tells answers from mere likeness.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts import Fact
from assistant.facts.figures.named_money import currencies_named
from index import fold

from .asked import FIGURES, Asked
from .holding import candidates, known
from .lexicon import WordVectors, likeness
from .line import Line
from .naming import WORD
from .rows import label_of
from .select import Scored

_NAMED = 0.45
"""Likeness from which on a column has the name that is asked for."""


def told_in_a_row(asked: Asked, line: Line, vectors: WordVectors) -> bool:
    """Tell whether a row has every name of a question, and a figure in the column it asks for.

    Args:
        asked: the question.
        line: the likeliest line.
        vectors: of single words.
    """
    if asked.kind not in FIGURES or not asked.names:
        return False
    row = {fold(word) for word in WORD.findall(line.text)}
    if not all(fold(name) in row for name in asked.names):
        return False
    common = [word.lower() for word in asked.words if not asked.is_name(word)]
    return any(_is_asked(asked, line, fact, common, vectors) for fact in candidates(asked, line))


def without_other_rows(
    asked: Asked, chosen: Sequence[Scored], vectors: WordVectors
) -> list[Scored]:
    """Leave out what is chosen beside a row that answers: other rows tell of others."""
    if not told_in_a_row(asked, chosen[0].line, vectors):
        return list(chosen)
    return [held for held in chosen if told_in_a_row(asked, held.line, vectors)]


def _is_asked(
    asked: Asked, line: Line, fact: Fact, common: list[str], vectors: WordVectors
) -> bool:
    """Does a figure stand in a column that is asked for, or in its year in a table of that?"""
    named = label_of(line, fact.start)
    if asked.kind == "money" and currencies_named(named, known(line.passage.hit.language)):
        return True
    label = [word.lower() for word in WORD.findall(named)]
    if not label or not common:
        return False
    if len(label) == 1 and label[0] in asked.names:
        label = [word.lower() for word in WORD.findall(line.passage.hit.title)]
    return bool(label) and bool(likeness(common, label, vectors).max() >= _NAMED)
