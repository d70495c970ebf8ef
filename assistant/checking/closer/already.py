"""Is something told as still to come that the quotes have as done: *will open* for *has opened*?

The other side of `not_yet`. Said only where no sentence of a quote has anything to come: no future,
no day ahead, no headline, no infinitive or conditional of a plan (*decided to*, *would*).
Not beside a year long past, of which the future tells as well (*il épousera Marie en 1920*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.clauses import parts
from assistant.checking.gist import nearest, sentences
from assistant.checking.meaning import Meaning
from assistant.facts.direction.governed import owns
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import words_of
from assistant.facts.text.tenses import may_come, only_past, only_to_come

from .rules import Sentence
from .unreal import denies_nothing

_MOST = 14
"""Words of a claim that is read for this: a longer one tells of several times."""
_LONG_PAST = re.compile(r"(?<!\d)(?:1\d{3}|20[01]\d)(?!\d|[.,]\d)")


@lru_cache(maxsize=2048)
def is_only_to_come(text: str, language: Language) -> bool:
    """Is a short claim of one clause in the future, denying nothing?"""
    if len(words_of(text)) > _MOST or not only_to_come(text, language):
        return False
    if _LONG_PAST.search(text) or len(parts(text, language)) > 1:
        return False
    return denies_nothing(text, language)


@lru_cache(maxsize=2048)
def is_done(text: str, language: Language) -> bool:
    """Has a text a sentence of what is done, and nothing that is still to come?"""
    if may_come(text, language):
        return False
    return any(_is_done(one, language) for one in sentences(text))


def _is_done(sentence: str, language: Language) -> bool:
    return only_past(sentence, language) and not owns(sentence, language, strongly=False)


def already(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim has as to come what all of its quotes have only as done.

    Args:
        claim: a sentence that is otherwise supported, in the future.
        quotes: what it is held against.
        meaning: tells which sentence of a quote is nearest.
    """
    if any(may_come(*quote) or _LONG_PAST.search(quote.text) for quote in quotes):
        return None
    near = [(nearest(claim.text, sentences(text), meaning), tongue) for text, tongue in quotes]
    return Reason("already") if all(_is_done(*one) for one in near) else None
