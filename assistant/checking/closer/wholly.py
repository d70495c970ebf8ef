"""Does a claim have as done what its quotes, as whole sentences, have only as planned or feared?

`unreal.py` finds the deed of a claim in its quotes. In long sentences and across languages the
deed is often a noun there (*considers his resignation*) or has no near word; so where the main
verb of every quote makes all of it less than done, nothing is matched: a claim that does not own
it is not supported, unless it speaks of what the quote says by the way. Of a quote of several
sentences the one nearest to the claim is read, if the others have no word of it that it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.gist import nearest, sentences
from assistant.checking.meaning import Meaning
from assistant.facts.direction.governed import Governed, governed, owns
from assistant.facts.direction.unreal import is_guarded
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.tongue import function_words

from .rules import Sentence

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_INSIDE = 0.2
"""Cosine from which a part of a quote has a word."""
_MET = 0.45
"""Cosine from which another sentence of a quote has a word that the nearest one lacks."""
_TIE = 0.15
"""What is said by the way as near as this is the deed once more, as fact."""


def wholly_unreal(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim has as done what all of its quotes have only as less than that."""
    found = [_governed(claim, quote, meaning) for quote in quotes]
    whole = [one for one in found if one is not None]
    if not whole or len(whole) < len(found):
        return None
    if owns(*claim, strongly=all(one.is_strong for one in whole)):
        return None
    said = _content(*claim)
    tongues = [tongue for _, tongue in quotes]
    if not said or any(
        _is_by_the_way(said, one, tongue, meaning)
        for one, tongue in zip(whole, tongues, strict=True)
    ):
        return None
    return Reason("unreal")


def may_govern(text: str, language: Language) -> bool:
    """Is a sentence of a text as a whole about something less than done?"""
    return is_guarded(text, language) and any(governed(one, language) for one in sentences(text))


def _governed(claim: Sentence, quote: Sentence, meaning: Meaning) -> Governed | None:
    """How the sentence of a quote is governed that alone carries a claim."""
    text, language = quote
    parts = sentences(text)
    if len(parts) < 2:
        return governed(text, language)
    own = nearest(claim.text, parts, meaning)
    found = governed(own, language)
    if found is None:
        return None
    said = _content(*claim)
    here, there = (
        _near(said, _content(part, language), meaning)
        for part in (own, " ".join(part for part in parts if part != own))
    )
    lent = any(far >= _MET and near < _MET for near, far in zip(here, there, strict=True))
    return None if lent else found


def _is_by_the_way(
    said: Sequence[str], one: Governed, language: Language, meaning: Meaning
) -> bool:
    """Is more of a claim beside what is governed than in it?"""
    core, beside = _content(one.core, language), _content(one.beside, language)
    subject = _content(one.subject, language)
    if not core:
        return True
    of = _near(said, subject, meaning)
    near = _near(said, core, meaning)
    if all(s >= _INSIDE and s > n for s, n in zip(of, near, strict=True)):
        return True
    far = _near(said, beside, meaning)
    both = [(n, f) for n, f, s in zip(near, far, of, strict=True) if s < max(_INSIDE, n, f)]
    inside = sum(n >= _INSIDE and n > f + _TIE for n, f in both)
    outside = sum(f >= _INSIDE and f >= n - _TIE for n, f in both)
    return outside >= max(1, inside)


def _near(said: Sequence[str], words: Sequence[str], meaning: Meaning) -> list[float]:
    """How near each word of a claim is to the nearest of a quote's; a number is or is not there."""
    if not said or not words:
        return [0.0] * len(said)
    best = meaning.table(said, words).max(axis=1).tolist()
    return [
        float(word in words) if word[0].isdigit() else near
        for word, near in zip(said, best, strict=True)
    ]


def _content(text: str, language: Language) -> list[str]:
    empty = function_words()[language]
    return [word for word in map(str.lower, _WORD.findall(text)) if word not in empty]
