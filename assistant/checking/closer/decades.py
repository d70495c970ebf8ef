"""Another decade, in words or in figures: *in den Siebzigerjahren*, *dans les années 1980*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import has_any

from .rules import Sentence

_WORDS = (
    ("twenties", "zwanziger", "années vingt", "anni venti"),
    ("thirties", "dreißiger", "années trente", "anni trenta"),
    ("forties", "vierziger", "années quarante", "anni quaranta"),
    ("fifties", "fünfziger", "années cinquante", "anni cinquanta"),
    ("sixties", "sechziger", "années soixante", "anni sessanta"),
    ("seventies", "siebziger", "années soixante-dix", "anni settanta"),
    ("eighties", "achtziger", "années quatre-vingt", "anni ottanta"),
    ("nineties", "neunziger", "années quatre-vingt-dix", "anni novanta"),
)
_TENS = {word: 2 + place for place, words in enumerate(_WORDS) for word in words}
_LONGEST_FIRST = "|".join(sorted(_TENS, key=len, reverse=True))
_CUES = ("ties", "iger", "années ", "anni ", "0s", "0er", "0-er")
_DECADE = re.compile(
    rf"\b(?:({_LONGEST_FIRST})|(?:1[89])?([2-9])0(?:['’]?s|-?er)\b"
    r"|(?:années|anni) ['’]?(?:1[89])?([2-9])0\b(?! anni| ans))",
    re.IGNORECASE,
)


def another_decade(claim: Sentence, quotes: Sequence[Sentence], _: Meaning) -> Reason | None:
    """Say if a claim has a decade and its quotes only others."""
    ours = decades(*claim)
    theirs = {tens: words for quote in quotes for tens, words in decades(*quote).items()}
    for tens, words in ours.items():
        if theirs and tens not in theirs:
            return Reason("other", words, next(iter(theirs.values())))
    return None


def decades(text: str, language: Language) -> dict[int, str]:
    """The decades that a text names, by their tens, each with its words."""
    low = text.lower()
    if not has_any(low, _CUES):
        return {}
    found: dict[int, str] = {}
    for match in _DECADE.finditer(text):
        word, *digits = match.groups()
        tens = _TENS[word.lower()] if word else int(next(filter(None, digits)))
        found.setdefault(tens, match[0])
    return found
