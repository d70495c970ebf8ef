"""*Why?* and *why not?* after a question for yes or no, or for what somebody does: in full.

*Did the union accept the offer?* and then *why not?* is *Why didn't the union accept the offer?*.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.facts import Language

from .carrying import asks_first, names

_DENIED = {
    "did": "didn't", "does": "doesn't", "do": "don't", "is": "isn't", "are": "aren't",
    "was": "wasn't", "were": "weren't", "will": "won't", "has": "hasn't", "have": "haven't",
    "can": "can't", "could": "couldn't", "would": "wouldn't", "had": "hadn't",
}  # fmt: skip
"""English helping verbs, and the same denied."""
_INVERTED = re.compile(r"(?P<verb>\b[^\W\d_]+)(?P<who>-(?:t-)?(?:il|elle|ils|elles|on)\b)")
_VOWEL = re.compile(r"[aeiouyàâéèêëîïôûh]", re.IGNORECASE)
_ITALIAN = re.compile(r"\b(?:ha|hanno|è|sono|sarà|saranno|era|erano|può|possono|vuole|vogliono)\b")
_GERMAN = re.compile(
    r"^(?:hat|haben|hatte|hatten|ist|sind|war|waren|wird|werden|wurden?|kann|können|will|wollen|darf|soll)\b",
    re.IGNORECASE,
)


def why_in_full(before: str, language: Language, *, denied: bool) -> str:
    """Ask for the reason for what was asked about; empty where that has no verb of its own.

    Args:
        before: the question before, in full.
        language: of it.
        denied: it is asked why it was not so.
    """
    asked = _without_asking(before, language)
    if not asked or (denied and asked != before):
        return ""
    whole = _WHY[language](asked, denied)
    return f"{_ASKS_WHY[language]} {whole}" if whole else ""


def _without_asking(before: str, language: Language) -> str:
    """A question for yes or no, or what follows *what*, *how much* where somebody does it.

    Of a question that asks for anything else nothing is sure: empty.
    """
    match = _OBJECT[language].match(before) or _ASIDE[language].match(before)
    if match:
        return before[match.end() :]
    return "" if asks_first(before) or asks_first(before.partition(" ")[2]) else before


_OBJECT = {
    "en": re.compile(r"(?:what|how much|how many [\w-]+) (?=(?:did|does|do|will|would)\b)", re.I),
    "fr": re.compile(
        r"combien (?:(?:de |d['’])[\w-]+ )?(?=.*-(?:t-)?(?:il|elle|ils|elles)\b)", re.I
    ),
    "de": re.compile(
        r"(?:was|wie ?viele?(?: [A-ZÄÖÜ][\w-]+)?) (?=(?:hat|haben|wird|will)\b)", re.I
    ),
    "it": re.compile(r"(?:che cosa|cosa|quanto) (?=(?:ha|hanno)\b)", re.I),
}
_ASIDE = {
    "en": re.compile(
        r"(?:in|on|at|to|of|by|for|from|with|under|since) (?:what|which|whom|how m(?:uch|any))"
        r"(?: [\w-]+)? (?=(?:did|does|do|will|would|was|were|is|are|has|have|had|can|could)\b)",
        re.I,
    ),
    "fr": re.compile(
        r"(?:à|de|en|par|avec|pour|dans|sur|sous|depuis) (?:combien(?: de [\w-]+| d['’][\w-]+)?"
        r"|quoi|qui|quel(?:le)?s? [\w-]+) (?=.*-(?:t-)?(?:il|elle|ils|elles|on)\b)",
        re.I,
    ),
    "de": re.compile(
        r"(?:wo(?:zu|mit|für|von|durch|nach|gegen)|(?:zu|mit|von|in|bei|für|nach|aus|an|auf|seit|bis"
        r"|um) (?:wie ?viele?n?|welche\w|wem|wen|was)(?: [A-ZÄÖÜ][\w-]+)?)"
        r" (?=(?:hat|haben|wird|werden|wurden?|ist|sind|war|waren|will|kann)\b)",
        re.I,
    ),
    "it": re.compile(
        r"(?:a|di|da|in|con|per|su|fra|tra) (?:che cosa|cosa|chi|quant[oiae](?: [\w-]+)??"
        r"|qual[ei] [\w-]+|che [\w-]+) (?=(?:ha|hanno|(?:è|sono|era|erano|sarà|fu|viene|vengono)"
        r"(?! (?:il|lo|la|l['’]|i|gli|le|un\w*)(?:\b|(?<=['’]))))\b)",
        re.I,
    ),
}
"""What asks behind a preposition, *di che cosa*: the rest stands without it."""
_ASKS_WHY = {"en": "Why", "fr": "Pourquoi", "de": "Warum", "it": "Perché"}


def _why_english(asked: str, denied: bool) -> str:
    helper, _, rest = asked.partition(" ")
    if helper.lower() not in _DENIED or not rest:
        return ""
    return f"{_DENIED[helper.lower()] if denied else helper.lower()} {rest}"


def _why_french(asked: str, denied: bool) -> str:
    match = _INVERTED.search(asked)
    if not match:
        return ""
    if not denied:
        return _small(asked)
    no = "n'" if _VOWEL.match(match["verb"]) else "ne "
    return _small(
        f"{asked[: match.start()]}{no}{match['verb']}{match['who']} pas{asked[match.end() :]}"
    )


def _why_german(asked: str, denied: bool) -> str:
    if not _GERMAN.match(asked):
        return ""
    whole = asked.rstrip(" ?")
    said, _, last = whole.rpartition(" ")
    told = f"{said} nicht {last}" if denied and last[:1].islower() else whole
    return f"{_small(told)}{' nicht' if denied and told == whole else ''}?"


def _why_italian(asked: str, denied: bool) -> str:
    match = _ITALIAN.search(asked)
    if not match:
        return ""
    no = "non " if denied else ""
    return _small(f"{asked[: match.start()]}{no}{asked[match.start() :]}")


_WHY: dict[str, Callable[[str, bool], str]] = {
    "en": _why_english,
    "fr": _why_french,
    "de": _why_german,
    "it": _why_italian,
}


def _small(text: str) -> str:
    """A question that now begins with another word: a name keeps its capital."""
    first = text.split(" ", 1)[0]
    named = {word for name in names(f"x {text}") for word in name.split()[:1]}
    return text if first in named and not _is_small(first) else _lower(text)


def _is_small(word: str) -> bool:
    articles = "le la les l' l’ il lo i gli der die das the hat haben ist wird ha hanno è".split()
    return word.lower() in articles or word.lower().startswith(("l'", "l’"))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
