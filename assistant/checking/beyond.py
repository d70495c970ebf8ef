"""What sets a thing above or apart from all others must be in the quotes: *only*, *than any other*.

A few words put before a true claim or behind it change little of its gist and much of what it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.facts.facts import Language
from assistant.facts.letters import has_digit
from assistant.facts.reasons import Reason

_CLAIMED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\bthan (?:any|every|all) others?\b|^only(?= [a-z])", re.IGNORECASE),
    "fr": re.compile(
        r"\bque (?:tout|toute|tous les|toutes les) autres?\b|^seule?s?\b", re.IGNORECASE
    ),
    "de": re.compile(r"\bals (?:jede[rs]?|alle) ander\w{1,3}|^nur\b", re.IGNORECASE),
    "it": re.compile(
        r"\bdi (?:ogni|qualsiasi|qualunque|tutt\w (?:gli|le)) altr\w|^sol[oi]\b", re.IGNORECASE
    ),
}
_OWNED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:any|every|no other|only|sole|alone|just|most|\w{2,15}est|unless|except|but|until)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:tou[ts]\w*|autres?|seul\w*|uniquement|exclusiv|plus|que|qu|sauf|juste|unique)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:jede\w*|alle\w*|nur|einzig\w*|allein\w*|erst|lediglich|bloß|ausschließlich|\w{2,15}ste[nrsm]?|außer)\b",
        re.IGNORECASE,
    ),
    "it": re.compile(
        r"\b(?:ogni|qualsiasi|qualunque|altr\w|sol\w*|soltanto|unic\w+|più|tutt\w|tranne|che)\b",
        re.IGNORECASE,
    ),
}
_ONLY_SO_MUCH: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:only|just|merely)(?: about| some| around)? \D?\d", re.IGNORECASE),
    "fr": re.compile(
        r"\b(?:seulement|juste|uniquement|à peine) \d|\bn['’e] ?\w{1,12} (?:\w{1,12} )?qu[e'’] ?\d",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:nur|bloß|lediglich|gerade(?: ein)?mal) (?:etwa |rund )?\d", re.IGNORECASE
    ),
    "it": re.compile(r"\b(?:sol[oiae]|soltanto|solamente|appena) \d", re.IGNORECASE),
}
_LITTLE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:only|just|merely|mere|barely|hardly|fewer|less|under|below|as \w{2,9} as|no more"
        r"|not|but|sole|alone|single)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:seul\w*|uniquement|juste|peine|que|qu|moins|simple\w*|guère|pas plus)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:nur|bloß|lediglich|gerade|erst|kaum|knapp|weniger|unter|allein\w*|einzig\w*|nicht)\b",
        re.IGNORECASE,
    ),
    "it": re.compile(r"\b(?:sol\w*|appena|che|meno|unic\w|non|sotto|mera?\w?)\b", re.IGNORECASE),
}


def beyond(claim: str, language: Language, quotes: Sequence[tuple[str, Language]]) -> Reason | None:
    """Say if a claim sets something above or apart from all others, and its quotes do not.

    Args:
        claim: a sentence that is otherwise supported.
        language: the claim's.
        quotes: their texts and languages.
    """
    little = _ONLY_SO_MUCH[language].search(claim) if has_digit(claim) else None
    if little and not any(_LITTLE[tongue].search(text) for text, tongue in quotes):
        return Reason("missing", little[0])
    found = _CLAIMED[language].search(claim)
    if found is None or any(_OWNED[tongue].search(text) for text, tongue in quotes):
        return None
    return Reason("missing", found[0])
