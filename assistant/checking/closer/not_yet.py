"""Is something told as done that the quotes only say will be: *has opened* for *will open*?

Said only where the sentence of each quote that is nearest to the claim has no past form at all: of
*the bridge, opened in 1964, will close* nothing is known without grammar (`facts/text/tenses`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.gist import nearest, sentences
from assistant.checking.meaning import Meaning
from assistant.facts.direction.governed import owns
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import words_of
from assistant.facts.text.tenses import only_past, only_to_come

from .rules import Sentence
from .unreal import denies_nothing

_MOST = 14
"""Words of a claim that is read for this: a longer one tells of several times."""


@lru_cache(maxsize=2048)
def is_past(text: str, language: Language) -> bool:
    """Is a short claim in a past form, denying nothing and owning nothing that is still to come?"""
    if len(words_of(text)) > _MOST or not only_past(text, language):
        return False
    return denies_nothing(text, language) and not owns(text, language, strongly=False)


@lru_cache(maxsize=2048)
def is_to_come(text: str, language: Language) -> bool:
    """Has a text a sentence in the future that says nothing of the past?"""
    return any(only_to_come(one, language) for one in sentences(text))


def not_yet(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim has as done what all of its quotes have only as to come.

    Args:
        claim: a sentence that is otherwise supported, in a past form.
        quotes: what it is held against.
        meaning: tells which sentence of a quote is nearest.
    """
    near = [(nearest(claim.text, sentences(text), meaning), tongue) for text, tongue in quotes]
    return Reason("unreal") if all(only_to_come(*one) for one in near) else None
