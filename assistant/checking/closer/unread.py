"""A text in none of the four languages carries only what stands there word for word.

The check knows no denial, no number word and no meaning of another language: two sentences in
Spanish are near each other whatever they say. So a claim that is in one, or a claim in words whose
quotes are in one, must be copied whole: from one stop to the next, so that no *no* is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.foreign import is_foreign, uncapitalised

from .rules import Sentence

_TOKEN = re.compile(r"\w+|[^\w\s]+")
_STOP = " | "
"""Between the parts of a text that signs part; no word has it."""


@lru_cache(maxsize=2048)
def is_unread(text: str, language: Language) -> bool:
    """Is a text in none of the four languages, whatever it is taken for?"""
    return is_foreign(text, language)


def says_in_words(text: str, language: Language) -> bool:
    """Has a claim words beside names and figures, which are compared as they are written?"""
    return bool(uncapitalised(text))


def unread(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim is not copied, and is in a language that is not read, or its quotes are.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
    """
    if any(_parts(claim.text) in _parts(quote.text) for quote in quotes):
        return None
    if is_unread(*claim) or all(is_unread(*quote) for quote in quotes):
        return Reason("unread")
    return None


@lru_cache(maxsize=2048)
def _parts(text: str) -> str:
    """The words of a text, lower case, with one mark wherever a sign parts them."""
    marked = (token.lower() if token[0].isalnum() else "|" for token in _TOKEN.findall(text))
    words = " ".join(marked).strip(_STOP)
    return f"{_STOP}{words}{_STOP}"
