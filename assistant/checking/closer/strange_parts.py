"""A part of a claim that is about somebody of whom a quote in another language knows nothing.

Of two clauses one may carry the other over the bar: *It cost 12 million euros, and the mayor of
Berlin stole half of it* against *Der Hafen kostete 12 Millionen Euro*. A name alone is weak proof
across languages, and so is the gist of a clause; a clause that lacks both is not in the quotes.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.gist import likelihood, signals, thresholds
from assistant.checking.meaning import Meaning
from assistant.checking.naming import strangers
from assistant.checking.parting import parts
from assistant.facts.facts import Language
from assistant.facts.names.names import code_of
from assistant.facts.reasons import Reason
from assistant.facts.text.vocabulary import is_any_word

from .rules import Sentence


def strange_part(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say which part of a claim has a name and a gist that no quote has.

    A quote in the claim's language is checked word by word elsewhere.
    """
    language = claim.language
    if any(tongue == language for _, tongue in quotes):
        return None
    several = parts(*claim)
    for part in several if len(several) > 1 else ():
        named = strangers(part, quotes, language, meaning).claimed
        if not any(_is_sure(word, language) for name in named for word in name.split()):
            continue
        found = signals(part, quotes, language, meaning, figures=0, strangers=len(named))
        if found is None or likelihood(found) < thresholds()[0]:
            return Reason("missing_name", ", ".join(named[:3]))
    return None


def _is_sure(word: str, language: Language) -> bool:
    """Is it a place of many names, or no word at all? In German every noun has a capital."""
    return bool(code_of(word)) or (language != "de" and not is_any_word(word))
