"""Words around a claim that only say where it is from: *the paper says*, *laut dem Artikel*.

A statement stands beside its citation already, so that its document says so claims nothing more.
Only plain saying counts: *the paper denies* stays, and so does whoever speaks in the document.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.facts.text.letters import word_set
from assistant.facts.text.written import written_out
from assistant.safe_text import as_read

_NOUNS = {
    "en": "paper|article|document|text|source|passage",
    "fr": "article|document|texte|source|passage",
    "de": "Artikel|Dokument|Text|Quelle|Beitrag",
    "it": "articolo|documento|testo|fonte|passo",
}
_EN = rf"(?:the|this) (?:{_NOUNS['en']})"
_FR = rf"(?:l['’]|la |le |cet |cette |ce )(?:{_NOUNS['fr']})"
_DE = rf"(?:der|die|das|dem|diese[mrs]?|im|in der) (?:{_NOUNS['de']})"
_IT = rf"(?:l['’]|la |il |quest['’]|questa |questo )(?:{_NOUNS['it']})"
_SAYS_EN, _SAYS_FR = "says|states|reports|notes|writes", "dit|indique|précise|rapporte|écrit"
_SAYS_DE, _SAYS_IT = "sagt|schreibt|berichtet|heißt es", "dice|scrive|riferisce|riporta|indica"
_AHEAD = re.compile(
    rf"(?:(?:According to {_EN}|As {_EN} (?:{_SAYS_EN})), |{_EN} (?:{_SAYS_EN}) that "
    rf"|(?:Selon|D['’]après) {_FR}, |{_FR} (?:{_SAYS_FR}) qu(?:e |['’])"
    rf"|Laut {_DE} |{_DE} zufolge |{_DE} (?:{_SAYS_DE}), dass "
    rf"|Secondo {_IT}, |{_IT} (?:{_SAYS_IT}) che )",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?P<marks>[\"”“»’](?=,? )|(?=, )),? (?:according to {_EN}|{_EN} (?:{_SAYS_EN})"
    rf"|(?:{_SAYS_EN}) {_EN}|(?:selon|d['’]après|{_SAYS_FR}) {_FR}"
    rf"|(?:laut|so|{_SAYS_DE}) {_DE}|(?:secondo|{_SAYS_IT}) {_IT}|{_IT} (?:{_SAYS_IT}))[.]?$",
    re.IGNORECASE,
)
_CUES = frozenset("|".join(_NOUNS.values()).lower().split("|"))
_LEAST = 2
"""Words that a claim has without its frame."""
_REACH, _LONGEST = 80, 3_000
"""Characters at either end of a claim that are looked at, and those whose words are cut out."""


def as_claimed(claim: str) -> str:
    """A claim as it is read: what nobody sees left out, short forms in full, without its frame."""
    return _kept(claim) if len(claim) <= _LONGEST else unframed(written_out(as_read(claim)))


@lru_cache(maxsize=1024)
def _kept(claim: str) -> str:
    return unframed(written_out(as_read(claim)))


def unframed(claim: str) -> str:
    """A claim without the words that only name its document as where it stands.

    Args:
        claim: a sentence.
    """
    if len(claim) <= _LONGEST and _CUES.isdisjoint(word_set(claim)):
        return claim
    ahead = _AHEAD.match(claim)
    left = claim[ahead.end() :] if ahead else claim
    behind = _BEHIND.search(left, max(0, len(left) - _REACH))
    if behind:
        left = left[: behind.end("marks")]
    return left if len(left.split()) >= _LEAST else claim
