"""Does a claim say more widely what its quotes keep narrow: in mice, among the young, if they wish?

What keeps a statement narrow is left out, or what makes it wide is put in: *always*, *everyone*,
*must* for *may*. The words are in `narrowing.toml`; whatever may stand for them on the other side
lets a claim pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.checking.gist import content, nearest, sentences
from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.tables import table
from assistant.facts.text.cued import cued
from assistant.facts.text.letters import has_digit, word_set

from .rules import Sentence

_LONGEST = 16
"""Content words of a claim that is asked for what makes it wide: translators add *always*."""


def is_narrow(text: str, language: Language) -> bool:
    """Does a text say something of a test, a model, animals or some people?"""
    return any(_found(kind, text, language) for kind in ("trial", "group", "figured"))


def is_wide(text: str, language: Language) -> bool:
    """Does a text say something of all times, places or people, or that it must or may be?"""
    return any(_found(kind, text, language) for kind in ("always", "must", "may"))


def too_wide(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """What makes a claim wider than its quotes, or what they have that keeps it narrow."""
    text, language = claim
    short = len(content(text, language).words) <= _LONGEST
    if short and (said := _found("always", text, language)) and not _owns_any("always", quotes):
        return Reason("missing", said)
    if (said := _found("must", text, language)) and not _owns_any("must", quotes):
        given = next((one for quote in quotes if (one := _found("may", *quote))), "")
        return Reason("other", said, given) if given else None
    if (said := _found("may", text, language)) and not _owns_any("may", quotes):
        given = next((one for quote in quotes if (one := _found("forbidden", *quote))), "")
        return Reason("other", said, given) if given else None
    return None


def left_wide(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """What keeps all quotes narrow, in the sentence that is nearest, and a claim leaves out."""
    found = ""
    for kind, owned in (("trial", "trial"), ("group", "group"), ("figured", "group")):
        if kind == "figured" and not has_digit(claim.text):
            continue
        if _owns_any(owned, [claim]):
            continue
        given = [_found(kind, nearest(claim.text, sentences(t), meaning), x) for t, x in quotes]
        found = found or (given[0] if all(given) else "")
    return Reason("left_out", found) if found else None


def _found(kind: str, text: str, language: Language) -> str:
    match = cued("narrowing", kind, language).search(text)
    return match[0] if match else ""


def _owns_any(kind: str, texts: Sequence[Sentence]) -> bool:
    """Has a text any word of a kind, or one that begins like it?"""
    whole, begins = _owned(kind)
    words = [word_set(text) for text, _ in texts]
    return any(not whole.isdisjoint(these) for these in words) or any(
        word.startswith(begins) for these in words for word in these
    )


@cache
def _owned(kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    forms = table("narrowing")["owns"][kind].split()
    whole = frozenset(form[:-1] for form in forms if form.endswith("="))
    return whole, tuple(form for form in forms if not form.endswith("="))
