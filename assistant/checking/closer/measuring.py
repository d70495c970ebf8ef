"""Is something held against what the quotes hold it against: *longer than the Golden Gate*?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.checking.named_beside import one_name
from assistant.checking.naming import unnamed
from assistant.facts.deeds.compared import comparisons
from assistant.facts.direction.polarity import direction
from assistant.facts.facts import Language
from assistant.facts.names.names import Capital, capitals
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import word_set

from .rules import Sentence

_LIKE = re.compile(
    r"\b(?:than|as \w+ as|(?:plus|moins|aussi) \w+ qu[e'’]|\w+er als|so \w+ wie"
    r"|(?:più|meno) \w+ d(?:i|el|ella|ello|ell['’])|(?:come|quanto)) ?"
    r"(?:the |l[ae]s? |l['’]|de[rnm] |die |das |il |lo |gli |i )?$",
    re.IGNORECASE,
)
"""Before what something is held against."""
_LIKE_CUES = frozenset("than as plus moins aussi als wie più meno come quanto".split())
"""Each of them has one of these words."""
_REACH = 40


def measures(text: str, language: Language) -> tuple[Capital, ...]:
    """The names that a text holds something against."""
    if _LIKE_CUES.isdisjoint(word_set(text)) or " " not in text:
        return ()
    return tuple(
        name
        for name in capitals(text, language)
        if name.strong and _LIKE.search(text[max(0, name.start - _REACH) : name.start])
    )


def another_measure(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Name what a claim holds something against, if its quotes do not, or the other way round."""
    for name in measures(*claim):
        if all(unnamed([name], *quote, meaning) for quote in quotes):
            return Reason("missing_name", name.word)
    if any(direction(*text).denials for text in (claim, *quotes)):
        return None
    given = [one for quote in quotes for one in comparisons(*quote)]
    for ours in comparisons(*claim) if len(given) > 1 else ():
        same = [
            one for one in given if _is_name(one.measure) and one_name(ours.measure, one.measure)
        ]
        if same and _is_name(ours.measure) and all(one.sign != ours.sign for one in same):
            return Reason("opposite")
    return None


def _is_name(word: str) -> bool:
    return word[0].isupper()
