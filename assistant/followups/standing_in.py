"""*How old is he?* after *who is the mayor of Kolm?*: the one thing for the one pronoun."""

from __future__ import annotations

import re

from assistant.facts import Language
from assistant.facts.names.offices import offices

from .carrying import names
from .persons import no_person_for
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
        asking = "Who" if _is_person(whose["what"], "en") else "What"
        return f"{asking} is {owner[0]}'s {whose['what']}?"
    if asked := _whose_role(bare, before, language):
        return asked
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
    if len(told) != 1 or not _ASKED.match(bare) or no_person_for(told[0][0], thing):
        return ""
    return f"{bare[: told[0].start()]}{thing}{bare[told[0].end() :]}?"


def _whose_role(bare: str, before: str, language: Language) -> str:
    """*Und sein Stellvertreter?*: somebody is asked for, of whom or what was asked about."""
    match = _OWN[language].fullmatch(bare) if language in _OWN else None
    owner = names(before)
    if not match or len(owner) != 1 or not _is_person(match["what"], language):
        return ""
    return f"{_WHO_IS[language].format(bare)} ({owner[0]})?"


def _is_person(what: str, language: Language) -> bool:
    """Does a word say what somebody is: *deputy*, *Sprecherin*?"""
    return bool(_ROLE[language].search(what)) or bool(offices(what, language))


_OWN = {
    "fr": re.compile(r"(?:son|sa|leur) (?P<what>[^\W\d_][\w -]*)", re.IGNORECASE),
    "de": re.compile(r"(?:seine?|ihre?) (?P<what>[A-ZÄÖÜ][\w-]*)", re.IGNORECASE),
    "it": re.compile(r"(?:il |la )?(?:suo|sua) (?P<what>[^\W\d_][\w -]*)", re.IGNORECASE),
}
_WHO_IS = {"fr": "Qui est {}", "de": "Wer ist {}", "it": "Chi è {}"}
_ROLE = {
    "en": re.compile(r"\b(?:deputy|successor|predecessor|wife|husband|spokes\w+)\Z", re.I),
    "fr": re.compile(r"\b(?:adjointe?|(?:suc|prédé)cesseure?|femme|mari|porte-parole)\Z", re.I),
    "de": re.compile(r"(?:stellvertreter|nachfolger|vorgänger|sprecher|frau|mann)(?:in)?\Z", re.I),
    "it": re.compile(r"\b(?:vice|successor[ei]|predecessor[ei]|moglie|marito|portavoce)\Z", re.I),
}
"""Who somebody is to another, which is no office."""
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
