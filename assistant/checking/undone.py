"""Does a claim say that something was done which its quotes say was refused, or the reverse?

*Refused to sign* denies *signed*, and so does *lehnte es ab, zu unterzeichnen*. A verb that governs
the deed is found by its stem, the deed on the other side by meaning, so this holds across
languages. Nothing is said where the other side is negative in any way: it may be a paraphrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.facts.direction.implicatives import may_say_not_done, not_done
from assistant.facts.direction.polarity import Direction, direction
from assistant.facts.direction.refusals import Refusal
from assistant.facts.direction.unreal import is_guarded
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.tongue import function_words

from .meaning import Meaning

_WORD = re.compile(r"[^\W\d_]{3,}")
_ARTICLE = re.compile(
    r"(?:\b(?:the|an?|la|les?|une?|des|il|lo|i|gli|uno|his|its|their|son|sa|su[oa])|[ld]['’])"
    r"[ \u00a0]?$",
    re.IGNORECASE,
)
_NEAR = 0.4
"""Cosine from which a word is the deed that was refused."""
_FAR, _AHEAD, _SAME = 0.2, 0.08, 0.9
"""Cosine from which a word may be the deed if it is so much nearer to it than to all else: verbs
have weak vectors; and what a form of the same word counts."""
_DENIES = ("denies", "one_denies", "may_deny")
"""What must not contradict a claim that denies what did not happen."""
_CALLED = re.compile(r"\bcall(?:s|ed|ing)?\b(?! (?:for|on|to|off)\b)")
"""A strike that is called is on."""

Sentence = tuple[str, Language]


def with_undone(
    found: Sequence[Reason], claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning
) -> list[Reason]:
    """How a claim points the other way than its quotes, with what is refused or did not happen.

    Args:
        found: what denials and opposites alone tell of that.
        claim: a sentence and its language.
        quotes: the sentences nearest to it, with their languages.
        meaning: tells how near words are.
    """
    refused = _undone(claim, quotes, meaning)
    if refused:  # says more than that something is denied
        return [reason for reason in found if reason.why not in ("denies", "denied")] + refused
    if any(reason.why in _DENIES for reason in found) and _deny_the_same(claim, quotes, meaning):
        found = [reason for reason in found if reason.why not in _DENIES]
        return [*found, Reason("one_denies")]  # not fined: escaped a fine, or in time
    return list(found)


def _undone(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> list[Reason]:
    """In what a claim has a deed done that its quotes have not, or the other way round."""
    said, given = direction(*claim), [direction(*quote) for quote in quotes]
    if said.undone.deeds:
        if any(map(_is_negative, given)):
            return []
        found = any(_has(quote, deed, meaning) for quote in quotes for deed in _once(claim, said))
        return [Reason("done")] if found else []
    return _refused(claim, quotes, given, meaning) or _not_done(claim, quotes, meaning)


def _refused(
    claim: Sentence, quotes: Sequence[Sentence], given: Sequence[Direction], meaning: Meaning
) -> list[Reason]:
    if _is_negative(direction(*claim)):
        return []
    for quote, there in zip(quotes, given, strict=True):
        for deed in _once(quote, there):
            others = [other for other in quotes if other is not quote]
            if _has(claim, deed, meaning) and not any(_has(o, deed, meaning) for o in others):
                return [Reason("undone")]
    return []


def _not_done(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> list[Reason]:
    """Has a claim as done what all of its quotes say did not happen: *fined*, *escaped a fine*?"""
    for quote in quotes:
        deeds = not_done(*quote)
        told = [word for deed in deeds for word in _told(claim, quote, deed, meaning)]
        if not any(_is_plain(claim, word) for word in told):
            return []
    return [Reason("undone")] if quotes else []


def _deny_the_same(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> bool:
    """Does a claim deny what its quotes say did not happen: *not fined*, *escaped a fine*?"""
    return any(_told(claim, quote, deed, meaning) for quote in quotes for deed in not_done(*quote))


def _told(
    claim: Sentence, quote: Sentence, deed: Refusal, meaning: Meaning
) -> Iterator[re.Match[str]]:
    """The words of a claim that tell a deed, and no other word of the quote as well."""
    stem = deed.deed.removesuffix("e") if deed.deed.endswith("re") else deed.deed  # vender-lo
    rest = [word for word in _words(quote) if not word.startswith(stem)]
    words = _matches(claim)
    near = [_likeness(match[0].lower(), deed.deed, meaning) for match in words]
    for match, best in zip(words, near, strict=True):
        word = match[0].lower()
        if best < _FAR or any(_likeness(word, other, meaning) > best - _AHEAD for other in rest):
            continue
        yield match


def _is_plain(claim: Sentence, told: re.Match[str]) -> bool:
    """Is nothing in a claim less than done, beside the word that tells the deed itself?"""
    text, language = claim
    left = _CALLED.sub(" ", f"{text[: told.start()]} {text[told.end() :]}")
    if may_say_not_done(left, language) or is_guarded(left, language):
        return False
    return not _is_negative(direction(left, language))


def _likeness(one: str, other: str, meaning: Meaning) -> float:
    """How near two words are; forms of one stem are all but the same."""
    if len(one) > _STEM < len(other) and one[: _STEM + 1] == other[: _STEM + 1]:
        return _SAME
    return float(meaning.table([one], [other])[0, 0])


def _is_negative(side: Direction) -> bool:
    return bool(side.denials or side.other or side.undone.seen)


def _once(sentence: Sentence, side: Direction) -> list[Refusal]:
    """The deeds that a sentence has as refused alone: not *refused to sign, then signed*."""
    if not side.undone.deeds:
        return []
    sounds = [skeleton(word) for word in _words(sentence)]
    return [
        refusal
        for refusal in side.undone.deeds
        if sum(sound[:_STEM] == skeleton(refusal.deed)[:_STEM] for sound in sounds) < 2
    ]


_STEM = 4
"""Sounds of two forms of one verb that are the same."""


def _has(sentence: Sentence, refusal: Refusal, meaning: Meaning) -> bool:
    """Does a sentence speak of a deed, and of one called by a noun with a verb?"""
    words = _words(sentence, without_nouns=refusal.is_noun)
    if not words:
        return False
    return bool(meaning.table([refusal.deed], words).max() >= _NEAR)


def _matches(sentence: Sentence) -> list[re.Match[str]]:
    text, language = sentence
    empty = function_words()[language]
    return [match for match in _WORD.finditer(text) if match[0].lower() not in empty]


def _words(sentence: Sentence, *, without_nouns: bool = False) -> list[str]:
    text, language = sentence
    words = _matches(sentence)
    if without_nouns:
        words = [m for m in words if not _ARTICLE.search(text, max(0, m.start() - 8), m.start())]
        if language == "de":
            words = [match for match in words if match[0][0].islower()]
    return [match[0].lower() for match in words]
