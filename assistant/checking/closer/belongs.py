"""Does a claim say of somebody what its quotes say of one of theirs: *the mayor's son*?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.names.offices import own_words
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import lowered, word_set
from assistant.facts.text.subjects import subject, tokens
from assistant.facts.text.vocabulary import is_one_word, same_thing

from .apart import whole_sentences
from .rules import Sentence

_REACH = 5
"""Words behind *the son*, among which stands whose he is."""
_LONGEST = 24
"""Words of a claim that is read for this."""
_NEAR = 0.5
_ENDS = ("sprecher", "sprecherin", "sohn", "tochter", "berater", "beraterin", "anwalt", "anwältin")
"""Ends of German words for them in one: *Regierungssprecher*."""
_OF = frozenset(
    "of to for de d du des la le les l der des von vom die eines einer di del della dell dei degli"
    " delle dello d".split()
)
"""What leads from somebody to whom they belong to."""


def is_of_one(text: str, language: Language) -> bool:
    """Is a claim about somebody alone, and about nobody who belongs to them?"""
    words = word_set(text)
    if len(tokens(text)) > _LONGEST or own_words(language).of(words):
        return False
    return language != "de" or not any(word.endswith(_ENDS) for word in words)


def has_own(text: str, language: Language) -> bool:
    """Does a quote speak of one who belongs to somebody?"""
    return bool(own_words(language).of(word_set(text)))


def belongs(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Name who is meant in the quotes, where a claim has whom they belong to.

    Args:
        claim: a sentence that is otherwise supported.
        quotes: what it is held against.
        meaning: tells how near words are.
    """
    whom = subject(*claim)
    if whom is None or not whom.head:
        return None
    for text, tongue in quotes:
        for sentence in whole_sentences(text, tongue):
            own, owners = _owned(sentence, tongue)
            if own and any(_is_one(whom.head, owner, meaning) for owner in owners):
                others = list(lowered(text))
                again = sum(_is_one(whom.head, word, meaning) for word in others)
                if again == 1:
                    return Reason("left_out", own)
    return None


def _owned(sentence: str, language: Language) -> tuple[str, list[str]]:
    """Who belongs to somebody, if a sentence is about them, and the words for whose they are."""
    about = subject(sentence, language)
    words = tokens(sentence)
    if about is None or not about.words:
        return "", []
    low = [word.lower() for word in words]
    own = own_words(language).of(about.words)
    if not own:
        return "", []
    at = low.index(own)
    if language == "en" and "s" in low[:at]:
        return own, low[at - 2 : at - 1] if low[at - 1] == "s" else low[at - 3 : at - 1]
    if at + 1 < len(low) and low[at + 1] in _OF:
        return own, [word for word in low[at + 1 : at + _REACH] if word not in _OF]
    return "", []


def _is_one(one: str, other: str, meaning: Meaning) -> bool:
    if is_one_word(one, other):
        return True
    return not same_thing(one) and bool(meaning.table((one,), (other,)).item() >= _NEAR)
