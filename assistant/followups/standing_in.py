"""*How old is he?* after *who is the mayor of Kolm?*: the one thing for the one pronoun."""

from __future__ import annotations

import re

from assistant.facts import Language

from .carrying import names
from .phrase_places import noun_phrases

_MOST = 6
"""Words of a follow-up that leans so."""
_INVERTED = re.compile(r"(?P<verb>\b[^\W\d_]+)(?P<who>-(?:t-)?(?:il|elle|ils|elles|on)\b)")
_WHOSE = re.compile(r"(?:its|his|her|their) (?P<what>[a-z][\w -]*)", re.IGNORECASE)


def stand_in(bare: str, before: str, language: Language) -> str:
    """Put the thing a question was about in the place of a pronoun; empty where that is not plain.

    Args:
        bare: the follow-up, without *and* and its question mark.
        before: the question before it, in full.
        language: of both.
    """
    whose = _WHOSE.fullmatch(bare) if language == "en" else None
    if whose and len(owner := names(before)) == 1:
        return f"What is {owner[0]}'s {whose['what']}?"
    thing = _thing(before, language)
    if not thing or len(bare.split()) > _MOST:
        return ""
    if language == "it":
        alone = not names(f"x {bare}") and not noun_phrases(bare, language)
        return f"{bare} {thing}?" if alone and _VERBAL.match(bare) else ""
    if language == "fr":
        match = list(_INVERTED.finditer(bare))
        if len(match) != 1 or noun_phrases(bare, language):
            return ""
        at = match[0].start()
        return f"{bare[:at]}{thing} {bare[at:]} ?"
    told = list(_PRONOUNS[language].finditer(bare))
    if len(told) != 1 or not _ASKED.match(bare):
        return ""
    return f"{bare[: told[0].start()]}{thing}{bare[told[0].end() :]}?"


_VERBAL = re.compile(
    r"\A(?:quando|dove|perché|come|quanto"
    r"|(?:quant[ie] |che |quale )?[\w'’]+(?= (?:ha|hanno|è|sono)$))"
    r" (?:[\w'’]+ ){0,2}[\w'’]+$",
    re.IGNORECASE,
)
_PRONOUNS = {
    "en": re.compile(r"\b(?:he|she|it|they)\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:er|sie|es)\b"),
}
_ASKED = re.compile(
    r"(?:when|where|why|how|what|who|since when|wann|wo|warum|wie|was|wer|seit wann)\b",
    re.IGNORECASE,
)


def _thing(before: str, language: Language) -> str:
    """The one thing that a question is about, with its article; or the one name."""
    phrases = [phrase for phrase in noun_phrases(before, language) if not phrase.lead]
    if len(phrases) > 1:
        return ""
    if not phrases:
        told = names(before)
        return told[0] if len(told) == 1 else ""
    end = phrases[0].end
    more = _TAIL.match(before[end:]) if before[:end].split()[-1][0].isupper() else None
    helped = _HELPED.match(before) is not None
    return before[phrases[0].start : end + (more.end() if more and not helped else 0)]


_TAIL = re.compile(r" [a-z]+(?=\s*\?|\s*$| (?:in|on|of|at)\b)")
"""The noun behind a name: *the Rulle tunnel*."""
_HELPED = re.compile(r"\A(?:[\w']+ ){0,3}(?:did|does|do|will|would|can)\b", re.IGNORECASE)
