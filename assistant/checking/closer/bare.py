"""A quote of hardly more than a figure, a date or a label states little: *Tel. 320*.

A figure that is found speaks loudly for the gist, so loudly that nothing else is asked. Where the
quotes have only a few words around their figures, the words of the claim must be among them too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts import find
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import is_ordinary

from .rules import Sentence

_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 60
"""Characters of a quote that can be so bare."""
_FEW = 2
"""Words besides its figures that such a quote has at most; one where it ends as a sentence does."""
_NEAR = 0.25
"""Cosine from which a word has a counterpart."""
_STEM = 5


def may_be_bare(text: str, language: Language) -> bool:
    """Is a quote short enough to say hardly more than a figure?"""
    return len(text) <= _LONGEST


def too_bare(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if quotes that hardly say more than a figure leave out what a claim says of it."""
    if not all(may_be_bare(*quote) for quote in quotes):
        return None
    there = [_said(*quote) for quote in quotes]
    if any(
        len(words) > _FEW - text.rstrip().endswith(".")
        for words, (text, _) in zip(there, quotes, strict=True)
    ):
        return None
    given = [word.lower() for words in there for word in words]
    first = _WORD.search(claim.text)
    said = [
        word.lower()
        for word in _said(*claim)
        if not _is_name(word, claim.language, opens=first is not None and word == first[0])
    ]
    if not said:
        return None
    stems = {skeleton(word)[:_STEM] for word in given}
    near = meaning.table(said, given).max(axis=1).tolist() if given else [0.0] * len(said)
    met = sum(
        cosine >= _NEAR or skeleton(word)[:_STEM] in stems
        for word, cosine in zip(said, near, strict=True)
    )
    return Reason("not_said") if 2 * met < len(said) else None


def _said(text: str, language: Language) -> list[str]:
    """The words with content that stand in no figure."""
    empty = function_words()[language]
    facts = [fact for fact in find(text, language) if fact.kind != "name"]
    return [
        match[0]
        for match in _WORD.finditer(text)
        if match[0].lower() not in empty
        and not any(fact.start < match.end() and match.start() < fact.end for fact in facts)
    ]


def _is_name(word: str, language: Language, *, opens: bool) -> bool:
    if not word[0].isupper():
        return False
    return not ((opens or language == "de") and is_ordinary(word, language))
