"""Is a claim about one who only stands beside what its quotes tell: the spokesman who says it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.gist import content, sentences
from assistant.checking.meaning import Meaning
from assistant.facts.deeds.asides import Aside, asides
from assistant.facts.direction.opposites import opposed_in
from assistant.facts.direction.polarity import direction
from assistant.facts.facts import Language
from assistant.facts.names.offices import own_kinds
from assistant.facts.names.sayings import speaks
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import words_of
from assistant.facts.text.subjects import Subject, subject, tokens

from .elsewhere import has_word
from .rules import Sentence

_PIECES = re.compile(r"[,;:.!?–—](?!\d)")
_SENTENCE = re.compile(r"[.;!?](?!\d)")
_LONGEST = 16
"""Words of a claim that is read for this."""
_HAS, _NEARER, _LACKS, _MET, _OWN = 0.5, 0.15, 0.4, 0.4, 0.6
"""Cosine from which words name one, and how much nearer than all others; from which a quote may
tell of one otherwise, from which it has a deed, and from which a claim has whom it tells of."""


@lru_cache(maxsize=2048)
def is_about(text: str, language: Language) -> Subject | None:
    """The subject of a short claim, if it is a noun or a name."""
    if len(words_of(text)) > _LONGEST:
        return None
    about = subject(text, language)
    if about is None or not about.head:
        return None
    if language != "de" and not about.name and about.head.title() in tokens(text):
        return None  # the team beat Inter
    return about


def beside_it(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Name the subject of a claim, if all quotes that have it tell of somebody else.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    about = is_about(*claim)
    if about is None:
        return None
    beside = [_is_beside(claim, about, quote, meaning) for quote in quotes]
    return Reason("apart", about.head) if any(beside) and None not in beside else None


def _is_beside(claim: Sentence, about: Subject, quote: Sentence, meaning: Meaning) -> bool | None:
    """Has a quote somebody only beside what it tells? None if it tells of them."""
    spoken, tongue = claim.language, quote.language
    text, kept, at = quote.text, "", 0
    found = asides(*quote)
    for one in found:
        kept += text[at : max(at, one.start)]
        at = max(at, one.end)
    kept += text[at:]
    here = has_word(about.head, content(kept, tongue).words, spoken, tongue, meaning)
    told = [w for w in content(*claim).words if w not in about.words]
    for one in found:
        owned = own_kinds(about.words, spoken) & own_kinds(one.words, tongue)
        near = 1.0 if owned else has_word(about.head, one.words, spoken, tongue, meaning)
        if near < max(_HAS, here + _NEARER):
            continue
        if one.tells and (speaks(*claim) or _is_described(told, text, one, claim, tongue, meaning)):
            continue
        parts = sentences(kept) if one.tells else (_clause(text, one),)
        part = next((p for p in parts if _tells(claim, about, p, told, tongue, meaning)), "")
        if part and not opposed_in(direction(*claim).poles, direction(part, tongue).poles):
            return True
    return None if here >= _LACKS else False


def _is_described(
    told: Sequence[str],
    text: str,
    aside: Aside,
    claim: Sentence,
    tongue: Language,
    meaning: Meaning,
) -> bool:
    """Is what a claim tells said of who tells it, right behind: *said Maria Kern, the mayor*?"""
    if text[: aside.start].rstrip(' "”»')[-1:] in ("", *".!?\n"):
        return False  # begins the sentence
    behind = content(_SENTENCE.split(text[aside.end :])[0], tongue).words
    return any(has_word(word, behind, claim.language, tongue, meaning) >= _HAS for word in told)


def _clause(text: str, aside: Aside) -> str:
    """The clause in which somebody is the second side, without them."""
    before, behind = text[: aside.start], text[aside.end :]
    return _PIECES.split(before)[-1] + _PIECES.split(behind)[0]


def _tells(
    claim: Sentence,
    about: Subject,
    part: str,
    told: Sequence[str],
    tongue: Language,
    meaning: Meaning,
) -> bool:
    """Does a sentence tell what a claim tells, of somebody whom the claim has not?"""
    found = (subject(piece, tongue) for piece in _PIECES.split(part) if piece.strip())
    other = next((one for one in found if one and one.head), None)
    if other is None:
        return False
    if max(has_word(word, told, tongue, claim.language, meaning) for word in other.words) >= _OWN:
        return False
    if direction(*claim).poles & direction(part, tongue).poles:
        return True
    words = content(part, tongue).words
    near = [has_word(word, words, claim.language, tongue, meaning) for word in told]
    return bool(near) and sum(one >= _MET for one in near) * 2 >= len(near)
